package plain

import (
	"context"
	"errors"
	"strings"
	"time"

	"voicestudio/player"
	"voicestudio/presets"
	"voicestudio/tts"
	"voicestudio/tts/speak"
	"voicestudio/tts/takes"
	"voicestudio/ui/session"
	"voicestudio/ui/studio/document"
)

// utterance is what is to be spoken.
type utterance struct {
	doc    document.Document
	preset string // whose settings they are; empty: those of the one that is open
	again  bool
	what   string // it is called, where it is not what is edited; empty: it is that
	agreed session.Consent
	paid   bool // the price was said and agreed to
}

// making is a request on its way to become a take.
type making struct {
	utterance
	cancel   context.CancelFunc
	ask      speak.Ask
	at       time.Time
	told     time.Time     // when it was last said that it is waited for
	speech   *speak.Speech // nil until the host begins to answer
	lag      time.Duration // until then
	first    time.Duration // until the first sound, once it was heard
	left     bool          // nobody waits for it any more
	over     bool          // nothing more comes
	timeline *player.Timeline
	take     takes.Take // of which nothing is kept where it has no ID
}

func (k *making) runs() bool { return k != nil && !k.left && !k.over }

// settle makes a document ready for the host that speaks.
func (d *desk) settle(doc document.Document) (speak.Ask, []tts.Problem, error) {
	ask, problems, err := d.session.Settle(request(doc), !doc.Whole)
	if err != nil && !doc.Whole {
		if _, _, wholly := d.session.Settle(request(doc), false); wholly == nil {
			return ask, problems, wrong(say.sound.wholeFirst(tts.AsError(err, tts.KindRequest).Message))
		}
	}
	return ask, problems, err
}

func speakNow(d *desk, rest string) error {
	if rest != "" {
		return sayText(d, rest)
	}
	return d.utter(utterance{doc: d.doc()})
}

// sayText makes something the words and speaks it.
func sayText(d *desk, rest string) error {
	if rest != "" {
		doc := d.doc()
		doc.Text = tts.Plain(strings.TrimSpace(rest))
		d.change(doc, say.text.deed)
	}
	return d.utter(utterance{doc: d.doc()})
}

func speakAgain(d *desk, _ string) error { return d.utter(utterance{doc: d.doc(), again: true}) }

// utter speaks something in the place of what sounds. Where it costs, its price is
// said first, and nothing is sent before somebody has agreed.
func (d *desk) utter(u utterance) error {
	if u.preset == "" {
		u.preset = d.work.Opened().Name
	}
	ask, problems, err := d.settle(u.doc)
	if err != nil {
		return err
	}
	ask.Again, ask.Preset = u.again, u.preset
	if k := d.making; k.runs() && k.ask.To.Host == ask.To.Host && k.ask.Request.Equal(ask.Request) && (!u.again || k.speech == nil) {
		d.say(say.sound.already)
		return nil
	}
	if ask.To.Host != tts.Sandbox && !u.paid && !d.agreed[ask.To.Host] {
		_, found, err := d.session.OnDisk([]tts.Request{ask.Request})
		if err != nil {
			return err
		}
		if u.again || len(found[0]) == 0 {
			return d.askPrice(u)
		}
		u.agreed = session.OnlyFree
	}
	d.send(u, ask, problems)
	return nil
}

// askPrice says what something would cost and asks whether to send it.
func (d *desk) askPrice(u utterance) error {
	host := d.session.Host()
	send := func() error {
		u.paid = true
		return d.utter(u)
	}
	d.ask(say.ask.price(title(host), d.priceOf(u.doc), tts.EstimateCharacters(request(u.doc).Text), d.session.Cap() != nil), question{choices: []choice{
		{say.ask.yes, send},
		{say.ask.no, d.notSent},
		{say.ask.always, func() error {
			if d.agreed == nil {
				d.agreed = map[tts.HostName]bool{}
			}
			d.agreed[host] = true
			return send()
		}},
	}})
	return nil
}

func (d *desk) notSent() error {
	d.say(say.ask.notSent)
	return nil
}

// send asks the host; what sounded is ended.
func (d *desk) send(u utterance, ask speak.Ask, problems []tts.Problem) {
	d.stopAll()
	ctx, cancel := context.WithCancel(d.ctx)
	k := &making{utterance: u, cancel: cancel, ask: ask, at: d.Now(), told: d.Now()}
	d.making = k
	for _, p := range problems {
		d.say(p.Error().Error())
	}
	go func() {
		speech, err := d.session.Speak(ctx, ask, u.agreed)
		d.post(func() { d.answered(k, speech, err) })
	}()
}

// answered takes in the host's answer.
func (d *desk) answered(k *making, speech *speak.Speech, err error) {
	if k.left || err != nil {
		k.over = true
		if err == nil {
			k.over = false // it ends by itself, as a take that was cut
			k.speech = speech
			go func() {
				<-speech.Done()
				d.post(func() { k.over = true })
			}()
			return
		}
		k.cancel()
		costs, over := errors.AsType[*session.Costs](err)
		switch {
		case k.left:
		case over && costs.Cap != nil:
			d.overCap(costs, func(agreed session.Consent) error {
				u := k.utterance
				u.agreed, u.paid = agreed, true
				return d.utter(u)
			})
		case over: // its take has gone from the disk
			d.after(d.askPrice(k.utterance))
		default:
			d.fail(err)
		}
		return
	}
	k.speech, k.lag = speech, d.Now().Sub(k.at)
	if take, err := speech.Take(); err == nil {
		k.take = take
	}
	k.timeline = d.Player.Play(d.ctx, speech.Reader(), session.FormatOf(speech.Request))
	d.sound = sounding{timeline: k.timeline, id: k.take.ID, made: k}
	d.work.Hear(k.doc)
	sound := k.timeline
	go func() {
		<-speech.Done()
		<-sound.Done()
		d.post(func() { d.made(k) })
	}()
}

// made takes in that nothing more comes, and has said how it went once that does
// not speak over the sound.
func (d *desk) made(k *making) {
	k.over = true
	k.cancel()
	take, err := k.speech.Take()
	if k.take = take; err != nil {
		d.say(say.sound.notKept(reason(err)))
	}
	if sound := k.timeline; take.ID != "" && !sound.Heard().IsZero() && !k.speech.Cached {
		d.session.Takes().Audible(take.ID, sound.Heard().Sub(k.speech.Progress().Timing.Began)) // a figure is not worth a warning
	}
	if k.left {
		return
	}
	if fault := k.timeline.Err(); fault != nil {
		id := k.speech.Progress().TraceID
		if e, is := errors.AsType[*tts.Error](fault); is {
			named := *e
			if named.TraceID == "" {
				named.TraceID = id
			}
			d.fail(&named)
		} else {
			d.fail(tts.Lost(say.sound.unplayable(fault.Error()), fault).Traced(id))
		}
		return
	}
	d.sound.report = func() string { return d.howItWent(k) }
}

// howItWent says how a take came to be heard, and what it cost.
func (d *desk) howItWent(k *making) string {
	var said []string
	if n := d.numberOf(k.take); n > 0 {
		said = append(said, say.takes.take(n))
	}
	if k.what != "" {
		said = append(said, tts.Clean(k.what))
	}
	p := k.speech.Progress()
	if k.speech.Cached {
		said = append(said, say.sound.fromDisk)
	} else if k.first > 0 {
		said = append(said, say.sound.heardAfter(k.first))
	}
	said = append(said, say.sound.seconds(k.timeline.Duration()))
	if n := d.Player.Status().Underruns; n > 0 && d.sound.made == k {
		said = append(said, say.sound.gaps(n))
	}
	switch {
	case k.speech.Cached:
	case p.UsageCharacters == nil:
		said = append(said, say.sound.unbilled, session.Cost(k.speech.Host, k.speech.Price()))
	default:
		said = append(said, say.sound.characters(*p.UsageCharacters), session.Cost(k.speech.Host, k.speech.Price()))
	}
	if device := d.Player.Device(); device.Silent {
		return joined(said...) + say.semicolon + d.notHeard(device, k.take)
	}
	return joined(said...)
}

// notHeard says why a take is not heard, and which it is: its whole path once, since
// nobody wants to have that read out each time.
func (d *desk) notHeard(device player.Device, t takes.Take) string {
	if d.silence == device.Reason {
		return say.sound.notHeard("", t.Short())
	}
	d.silence = device.Reason
	return say.sound.notHeard(device.Reason, homely(t.File))
}

// retrying takes in that the host wants to be left alone for a while.
func (d *desk) retrying(pause time.Duration, why *tts.Error) {
	if k := d.making; k.runs() {
		k.told = d.Now().Add(pause)
	}
	d.say(say.sound.retries(why.Message, pause))
}

// overCap asks about what would pass what the session may cost, as the studio does.
// Nothing is sent before there is an answer.
func (d *desk) overCap(why *session.Costs, send func(session.Consent) error) {
	choices := []choice{{say.ask.once, func() error { return send(session.BeyondCap) }}}
	to := why.Raised()
	how := ""
	if why.Price != nil || why.Spent.Amount >= why.Cap.Amount {
		how = to.Round()
		choices = append(choices, choice{say.ask.raise, func() error {
			d.session.RaiseCap(to)
			return send(session.WithinCap)
		}})
	} else {
		choices = append(choices, choice{say.ask.unpriced, func() error {
			d.session.SendUnpriced()
			return send(session.WithinCap)
		}})
	}
	choices = append(choices, choice{say.ask.no, d.notSent})
	d.ask(why.Error()+say.semicolon+say.ask.cap(how), question{choices: choices})
}

// hearPreset lets a preset be heard with the words of now, or with its own sample,
// without opening it.
func (d *desk) hearPreset(e presets.Entry) error {
	return d.utter(utterance{doc: d.work.Preview(e.Preset), preset: e.Name, what: e.Name})
}
