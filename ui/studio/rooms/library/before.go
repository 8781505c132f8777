package library

import (
	"cmp"
	"time"

	"voicestudio/presets"
	"voicestudio/presets/audition"
	"voicestudio/presets/team"
	"voicestudio/tts"
	"voicestudio/tts/takes"
	"voicestudio/ui/studio/dialog"
	"voicestudio/ui/trust"
)

// retakes say which fingerprints somebody took, and how it sounds since.
func retakes(e team.Edit) (sentences []string) {
	for _, r := range e.Retaken {
		if r.Is == nil {
			sentences = append(sentences, Say.trust.gone(dialog.HostTitle(r.Host)))
			continue
		}
		sentences = append(sentences, Say.trust.took(dialog.HostTitle(r.Host), r.Was != nil, trust.InWords(trust.Between(r))))
	}
	return sentences
}

// tookOnly says that somebody did nothing else to a preset.
func tookOnly(e team.Edit) (title string, sentences []string) {
	var hosts []string
	for _, r := range e.Retaken {
		if r.Is == nil {
			return Say.team.did[e.Deed](e.By, e.Name), retakes(e)
		}
		hosts = append(hosts, dialog.HostTitle(r.Host))
		if apart := trust.InWords(trust.Between(r)); len(apart) > 0 {
			sentences = append(sentences, Say.trust.took(dialog.HostTitle(r.Host), true, apart))
		}
	}
	return Say.trust.whoTook(e.By, e.Name, hosts), sentences
}

// both lets a preset that came in be heard as it was here before and as it is; nil
// where one of them is not there, or both are set alike.
func (msg SyncedMsg) both(e team.Edit) dialog.Action {
	before, was := msg.done.Before[cmp.Or(e.WasFile, e.File)]
	now, is := msg.now[e.File]
	if !was || !is || len(presets.DiffRequests(before.Request, now.Request)) == 0 {
		return nil
	}
	return dialog.HearBoth{Before: before, Now: now}
}

// Pair is what is heard beside each other on a bench.
type Pair struct {
	Name, Text, Keys string
	Both             []audition.Candidate
}

// Besides are a preset as it was and as it is, on the words of its sample, else on
// other.
func Besides(b dialog.HearBoth, other string) Pair {
	var both []audition.Candidate
	for _, p := range []struct {
		label func(preset string) string
		presets.Preset
	}{{Say.trust.before, b.Before}, {Say.trust.now, b.Now}} {
		both = append(both, audition.Candidate{Label: p.label(b.Now.Name), Kind: audition.Preset, Preset: p.Name, Request: p.Request})
	}
	return Pair{Say.trust.beside(b.Now.Name), tts.Plain(cmp.Or(b.Now.SampleText, b.Before.SampleText, other)), Say.trust.switches(b.Now.Name), both}
}

// NoThen says why the preset under the cursor cannot be heard as it sounded when
// that was kept beside how it sounded when it was checked.
func (r *Presets) NoThen() string {
	if why := r.NoPreset(); why != "" {
		return why
	}
	_, why := r.Then()
	return why
}

// Then are the take by which it was kept how the preset under the cursor sounds, and
// the one by which that was checked last; both have to be on disk still.
func (r *Presets) Then() (p Pair, why string) {
	e := r.Browser().Current()
	mark, check := r.Browser().Sounded()
	switch {
	case mark.At.IsZero():
		return p, Say.trust.inTheWay[trust.Untaken](e.Name, dialog.HostTitle(string(r.Session.Host())))
	case check == nil:
		return p, Say.trust.checkFirst
	}
	then, was := r.takeOf(e.Name, mark)
	now, is := r.take(check.Take)
	if !was || !is {
		return p, Say.trust.goneFromDisk
	}
	p = Pair{Name: Say.trust.thenAndNow(e.Name), Text: tts.Plain(e.SampleText), Keys: Say.trust.switchesThen(e.Name)}
	for _, c := range []struct {
		label func(string) string
		takes.Take
	}{{Say.trust.then, then}, {Say.trust.now, now}} {
		p.Both = append(p.Both, audition.Candidate{Label: c.label(e.Name), Kind: audition.Take, Preset: e.Name, Take: c.ID, Request: c.Request})
	}
	return p, ""
}

// soon is how long before its figures were kept a take was made at most.
const soon = 10 * time.Minute

// takeOf is the take by which a fingerprint was kept: the last whole one of the preset
// on these words, at this host, before that.
func (r *Presets) takeOf(preset string, mark presets.Fingerprint) (takes.Take, bool) {
	until := mark.At.Add(time.Second)        // it is of whole seconds
	for _, row := range r.Sound.Takes.Rows { // the newest first
		t := row.Take
		if t.Preset == preset && string(t.Host) == mark.Host && t.Whole() && !t.Time.After(until) && presets.TextHash(t.Request.Text) == mark.TextHash {
			return t, until.Sub(t.Time) < soon
		}
	}
	return takes.Take{}, false
}

func (r *Presets) take(id string) (takes.Take, bool) {
	for _, row := range r.Sound.Takes.Rows {
		if row.ID == id && id != "" {
			return row.Take, true
		}
	}
	return takes.Take{}, false
}
