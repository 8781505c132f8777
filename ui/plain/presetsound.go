package plain

import (
	"context"
	"errors"
	"path/filepath"
	"strconv"
	"strings"

	"voicestudio/player/measure"
	"voicestudio/presets"
	"voicestudio/tts"
	"voicestudio/tts/speak"
	benching "voicestudio/ui/bench"
	"voicestudio/ui/session"
	"voicestudio/ui/studio/document"
	"voicestudio/ui/trust"
)

// mostTimes bounds what a fingerprint costs, as the command does.
const mostTimes = 20

// presetsNamed are presets by their names with commas between, or the one that is open.
func (d *desk) presetsNamed(rest string) (all []presets.Entry, err error) {
	if strings.TrimSpace(rest) == "" {
		o := d.work.Opened()
		if o.Name == "" {
			return nil, wrong(say.presets.which)
		}
		return []presets.Entry{o.Entry}, nil
	}
	for _, name := range strings.Split(rest, ",") {
		e, err := d.findPreset(name)
		if err != nil {
			return nil, err
		}
		all = append(all, e)
	}
	return all, nil
}

// obstacle is why a preset is not spoken or not compared, with what helps here.
func obstacle(err error) error {
	o, is := errors.AsType[*trust.Obstacle](err)
	if !is {
		return err
	}
	return wrong(tts.Said{What: o.Error(), Cure: say.trust.cure(o.Standing, tts.Clean(o.Name))})
}

// lookAt prepares presets beside the loop: a host may have to be asked. What cannot
// speak is said.
func (d *desk) lookAt(all []presets.Entry, compares bool, then func(voices []trust.Voice)) {
	ctx, speaking := d.ctx, d.session
	d.later(func() func() {
		var voices []trust.Voice
		var faults []error
		for _, e := range all {
			v, err := trust.Look(ctx, speaking, e)
			if err == nil && compares {
				_, err = v.Comparable()
			}
			if err != nil {
				faults = append(faults, err)
				continue
			}
			voices = append(voices, v)
		}
		return func() {
			for _, err := range faults {
				d.fail(obstacle(err))
			}
			if len(voices) > 0 {
				then(voices)
			}
		}
	})
}

// speaks has presets speak so often beside the loop, once the price was agreed to; heard
// is told what each sounded like, and the take that it was last.
func (d *desk) speaks(voices []trust.Voice, times int, heard func(v trust.Voice, like []measure.Measures, take string)) {
	bills := []benching.Bill{trust.Bill(voices, times)}
	noted := map[string]bool{}
	for _, v := range voices {
		for _, p := range v.Problems {
			if said := p.Error().Error(); !noted[said] {
				noted[said] = true
				d.say(said)
			}
		}
	}
	d.after(d.payBills(bills, len(voices)*times, false, func(agreed session.Consent) {
		ctx, cancel := context.WithCancel(d.ctx)
		d.listens = cancel
		if d.Typed {
			d.say(say.bench.making(len(voices) * times))
		}
		d.later(func() func() {
			defer cancel()
			for _, v := range voices {
				var like []measure.Measures
				take := ""
				var fault error
				for range times {
					m, err := v.Speak(ctx, agreed, func(s *speak.Speech) {
						if t, err := s.Take(); err == nil {
							take = t.ID
						}
					})
					if fault = err; err != nil {
						break
					}
					like = append(like, m)
				}
				if ctx.Err() != nil {
					break
				}
				d.post(func() {
					if fault != nil {
						d.fail(fault)
						return
					}
					heard(v, like, take)
				})
			}
			return func() { d.listens = nil }
		})
	}))
}

// fingerprint keeps what presets sound like now at the host that speaks.
func fingerprint(d *desk, rest string) error {
	times := 1
	for _, word := range strings.Fields(say.trust.times) {
		if names, n, found := strings.Cut(" "+rest, " "+word+" "); found {
			var err error
			if times, err = strconv.Atoi(strings.TrimSpace(n)); err != nil || times < 1 || times > mostTimes {
				return wrong(say.trust.timesForm(mostTimes))
			}
			rest = names
			break
		}
	}
	all, err := d.presetsNamed(rest)
	if err != nil {
		return err
	}
	for _, e := range all {
		if _, err := d.place(e); err != nil {
			return err
		}
	}
	d.lookAt(all, false, func(voices []trust.Voice) {
		d.speaks(voices, times, func(v trust.Voice, like []measure.Measures, _ string) {
			place, err := d.place(v.Entry)
			if err == nil {
				var made presets.Entry
				if made, err = place.Remember(v.Entry, v.Fingerprint(like, d.Now())); err == nil {
					made.Folder = place.Name
					d.work.Follow(v.Entry, made)
				}
				err = fromFolder(err)
			}
			if err != nil {
				d.fail(err)
				return
			}
			mark := v.Fingerprint(like, d.Now())
			d.say(say.trust.kept(tts.Clean(v.Name), title(v.Host()), float64(mark.AudioMS)/1000))
		})
	})
	return nil
}

// verify says whether presets still sound as they did.
func verify(d *desk, rest string) error {
	all, err := d.presetsNamed(rest)
	if err != nil {
		return err
	}
	d.lookAt(all, true, func(voices []trust.Voice) {
		d.speaks(voices, 1, func(v trust.Voice, like []measure.Measures, take string) {
			was, err := v.Comparable()
			if err != nil {
				d.fail(obstacle(err))
				return
			}
			verdict := v.Compare(was, like[0])
			words := trust.InWords(verdict.Differences)
			d.say(say.trust.verdict(tts.Clean(v.Name), verdict.State, words, session.Lately(was.At, d.Now())))
			if d.Draft == "" {
				return
			}
			check := document.Check{At: d.Now(), Of: was.At, RequestHash: trust.SettingsHash(v.Preset), Take: take, Words: words}
			if _, _, err := document.FavouritesIn(filepath.Dir(d.Draft)).Checked(v.Name, v.Host(), check); err != nil {
				d.fail(folderFault(err))
			}
		})
	})
	return nil
}
