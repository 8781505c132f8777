package listen

import (
	"context"
	"errors"
	"time"

	tea "charm.land/bubbletea/v2"

	"voicestudio/player"
	"voicestudio/presets"
	"voicestudio/tts"
	"voicestudio/tts/host"
	"voicestudio/tts/speak"
	"voicestudio/ui/session"
	"voicestudio/ui/studio/document"
	"voicestudio/ui/studio/rooms"
	"voicestudio/ui/studio/rooms/form"
)

// making is a request on its way to become a take. It begins with what was
// asked; the host's answer brings the speech; its end is announced by madeMsg.
type making struct {
	Cancel context.CancelFunc
	Utterance
	at       time.Time
	retry    retry // of a host that wanted to be left alone
	ask      speak.Ask
	problems []tts.Problem // what the host will make of the settings

	Speech *speak.Speech    // nil until the host begins to answer
	sound  *player.Timeline // what of it was decoded
	Row    *takeRow         // nil where it could not be kept
	heard  bool             // its take says when it was first heard
	first  time.Duration    // from the key to its first sound, once it was heard
	lag    time.Duration    // of it, until the host began to answer
	before *making          // what was made before, until it is known that this one is
	// left is set when a person ended it or asked for something else; over, when
	// nothing more will come.
	left, over bool
}

// Utterance is what is to be spoken, and what is known of why.
type Utterance struct {
	Doc    document.Document // which may differ from the one on the screen
	Preset string            // whose settings they are; empty: of none
	again  bool              // another take of what was heard before
	Said   string            // is shown when it begins
	What   string            // it is called, where its price is said first
	agreed session.Consent
	Listed string // the row of a list that is heard by it: a voice's id, a preset's key
	Moving bool   // no key asked for it: the cursor came to rest there
	// clicked says that the mouse asked for it: a press of it is easily made, and
	// never paid for.
	Clicked bool
}

// Of is an utterance of a document with the settings that are open.
func (r *Sound) Of(doc document.Document) Utterance {
	return Utterance{Doc: doc, Preset: r.Work.Opened().Name}
}

// Waits reports whether the host has still to begin.
func (k *making) Waits() bool { return k != nil && k.Speech == nil && !k.left && !k.over }

// Runs reports whether more is to come, which the person waits for.
func (k *making) Runs() bool { return k != nil && !k.left && !k.over }

// Answers reports whether a host is at it still; a take from disk keeps nobody waiting.
func (k *making) Answers() bool { return k.Runs() && (k.Speech == nil || !k.Speech.Cached) }

// SpokenMsg comes when the host has begun to answer, or has refused.
type SpokenMsg struct {
	making *making
	speech *speak.Speech
	err    error
}

// MadeMsg comes once for each answer that began to sound: nothing more will
// come, the take is final and all of its sound is there.
type MadeMsg struct{ making *making }

// Speak sends the script and plays it while it arrives, or plays the take of
// the same request that is there. What sounded before is ended first, its
// request included.
func (r *Sound) Speak() tea.Cmd {
	return r.Utter(r.Of(r.Doc()))
}

// SpeakAgain makes another take of what may have been heard before: one for
// each press, not as many as a key that is held down repeats.
func (r *Sound) SpeakAgain(repeated bool) tea.Cmd {
	if repeated {
		return r.Say(rooms.Note, Say.sound.again)
	}
	u := r.Of(r.Doc())
	u.again = true
	return r.Utter(u)
}

// Utter speaks something in the place of what sounds.
func (r *Sound) Utter(u Utterance) tea.Cmd {
	doc := u.Doc
	ask, problems, err := r.Session.Settle(rooms.RequestOf(doc), !doc.Whole)
	if err != nil && !doc.Whole {
		if _, _, wholly := r.Session.Settle(rooms.RequestOf(doc), false); wholly == nil {
			return r.FailAt(rooms.Speaking, tts.Wrong("", tts.Said{What: form.Say.WholeFirst(tts.AsError(err, tts.KindRequest).Message)}))
		}
	}
	if err != nil {
		return r.FailAt(rooms.Speaking, err)
	}
	ask.Again, ask.Preset = u.again, u.Preset
	if already := r.already(ask); already != "" {
		return r.Say(rooms.Note, already)
	}
	r.EndSound()
	ctx, cancel := context.WithCancel(r.Ctx)
	k := &making{Cancel: cancel, Utterance: u, at: r.Now(), ask: ask, problems: problems, before: r.Making}
	if k.before != nil {
		k.before.before = nil
	}
	r.Making, r.asked = k, append(r.asked, ask.Request)
	r.Again(rooms.Speaking)
	begin := func() tea.Msg {
		speech, err := r.Session.Speak(ctx, ask, u.agreed)
		return SpokenMsg{k, speech, err}
	}
	cmd := tea.Batch(begin, r.StartTicking())
	if u.Said != "" {
		cmd = tea.Batch(cmd, r.Say(rooms.Note, u.Said))
	}
	return cmd
}

// already says that a request is being spoken, so that the same key pressed
// twice does not pay twice; empty where it is not.
func (r *Sound) already(ask speak.Ask) string {
	k := r.Making
	same := k != nil && k.ask.To.Host == ask.To.Host && k.ask.Request.Equal(ask.Request)
	heard := r.take != nil && r.take.Host == ask.To.Host && r.take.Request.Equal(ask.Request) || same && r.Timeline != nil && r.Timeline == k.sound
	switch state := r.Player.Status().State; {
	case same && k.Waits():
		return Say.sound.asked
	case ask.Again:
		return ""
	case same && k.Runs() && heard && state == player.Paused:
		return Say.sound.paused
	case same && k.Runs() && !heard:
		return Say.sound.arrives
	case same && k.Runs(), heard && (state == player.Playing || state == player.Buffering):
		return Say.sound.spoken
	}
	return ""
}

// Leave ends what sounds and the request that is under way, with whose end its
// connection may be gone.
func (r *Sound) Leave() tea.Cmd {
	running := r.Making.Runs()
	r.EndSound()
	if running {
		return r.Warm(host.Cancelled)
	}
	return nil
}

// EndSound ends the request that is under way and what sounds.
func (r *Sound) EndSound() {
	if k := r.Making; k.Runs() {
		k.left = true
		k.Cancel()
	}
	r.Takes.Side = nil
	r.Player.Stop()
}

// Spoken takes in the host's answer. One that was left meanwhile ends by
// itself, and becomes a take that was cut.
func (r *Sound) Spoken(msg SpokenMsg) tea.Cmd {
	k, before := msg.making, msg.making.before
	k.before = nil
	switch {
	case msg.err != nil && k.left:
		k.over = true
		return nil
	case msg.err != nil:
		k.over = true
		k.Cancel()
		if why, found := errors.AsType[*session.Costs](msg.err); found {
			r.Making = before // nothing was made
			return r.notPaid(k.Utterance, why)
		}
		return r.FailAt(rooms.Speaking, msg.err)
	}
	if k.left {
		return nil
	}
	k.Speech, k.lag = msg.speech, r.Now().Sub(k.at)
	k.sound = r.Player.Play(r.Ctx, msg.speech.Reader(), session.FormatOf(msg.speech.Request))
	r.show(nil, k.sound)
	r.loop = loop{}
	r.Work.Hear(k.Doc)
	if take, err := msg.speech.Take(); err == nil {
		k.Row = r.Takes.put(take)
		k.Row.making = k
		r.take = k.Row
		r.Takes.hold(k.Row, k.sound)
	}
	for _, p := range k.problems {
		if p.Effect != tts.Refused {
			return tea.Batch(r.await(k), r.Say(rooms.Warning, p.Error().Error()))
		}
	}
	return r.await(k)
}

// await announces the end of an answer. What cannot be played still arrives,
// and becomes a take.
func (r *Sound) await(k *making) tea.Cmd {
	speech, sound := k.Speech, k.sound
	return func() tea.Msg {
		<-speech.Done()
		<-sound.Done()
		return MadeMsg{k}
	}
}

// Made brings the row of a take up to date to which nothing will be added, and
// says how that ended unless the person ended it. One of which nothing came
// goes away.
func (r *Sound) Made(msg MadeMsg) tea.Cmd {
	k := msg.making
	k.over = true
	k.Cancel()
	take, err := k.Speech.Take()
	var reread tea.Cmd
	if k.Row != nil {
		switch {
		case err == nil && take.ID == "":
			reread = r.Reread()
		case take.ID == k.Row.ID:
			k.Row.become(take)
		}
		k.Row.Live, k.Row.making = false, nil
		r.Takes.Rev++
	}
	if k.left && k.Moving && err == nil && take.ID != "" && take.Partial && k.ask.To.Host == tts.Sandbox {
		return r.dropCut(take.ID)
	}
	reread = tea.Batch(reread, r.noteHeard(k), r.Takes.measure(k.Row))
	if k.left {
		return reread
	}
	if fault := k.sound.Err(); fault != nil {
		return tea.Batch(reread, r.FailAt(rooms.Speaking, traced(fault, k.Speech.Progress().TraceID)))
	}
	var said tea.Cmd
	switch device := r.Player.Device(); {
	case err != nil:
		said = r.Say(rooms.Warning, Say.sound.notKept(tts.Reason(err)))
	case device.Silent && !r.silenceSaid:
		r.silenceSaid = true
		said = r.Say(rooms.Warning, Say.sound.notHeardSince(device.Reason, ShortPath(take.File)))
	case device.Silent:
		said = r.Say(rooms.Note, Say.sound.notHeard(ShortPath(take.File)))
	}
	return tea.Batch(reread, said)
}

// traced is why an answer did not sound to its end: what the host or the way to
// it did, or that it cannot be played, with the id by which the host finds it.
func traced(fault error, id string) error {
	e, is := errors.AsType[*tts.Error](fault)
	if !is {
		return tts.Lost(tts.Said{What: Say.sound.unplayable(fault.Error()), Cure: Say.sound.speakAgain}, fault).Traced(id)
	}
	if e.TraceID == "" {
		found := *e
		return found.Traced(id)
	}
	return e
}

// noteHeard keeps with a take, once it is final, how long after its request it
// was first heard.
func (r *Sound) noteHeard(k *making) tea.Cmd {
	if k == nil || !k.over || k.heard || k.Row == nil || k.Speech.Cached || k.sound.Heard().IsZero() {
		return nil
	}
	k.heard = true
	id, after := k.Row.ID, k.sound.Heard().Sub(k.Speech.Progress().Timing.Began)
	k.Row.AudibleMS = tts.Milliseconds(after)
	r.Takes.Rev++
	return func() tea.Msg {
		r.Session.Takes().Audible(id, after) // a figure is not worth a warning
		return nil
	}
}

// shown is where the take that Sound shows was made, and of what; no host where
// there is none.
func (r *Sound) shown() (host tts.HostName, of tts.Request) {
	switch k := r.Making; {
	case r.Timeline == nil:
	case r.take != nil:
		return r.take.Host, r.take.Request
	case k != nil && k.Speech != nil && r.Timeline == k.sound: // it could not be kept
		return k.Speech.Host, k.Speech.Request
	}
	return "", tts.Request{}
}

// HeardOn is where the take that sounds was made; nil where none does.
func (r *Sound) HeardOn() *presets.Heard {
	host, of := r.shown()
	if host == "" || !session.Playable(of) {
		return nil
	}
	return &presets.Heard{Host: string(host), Model: of.Model}
}
