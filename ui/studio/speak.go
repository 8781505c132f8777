package studio

import (
	"context"
	"time"

	tea "charm.land/bubbletea/v2"

	"voicestudio/player"
	"voicestudio/presets"
	"voicestudio/tts"
	"voicestudio/tts/speak"
	"voicestudio/ui/session"
	"voicestudio/ui/studio/document"
)

// making is a request on its way to become a take. It begins with what was
// asked; the host's answer brings the speech; its end is announced by madeMsg.
type making struct {
	cancel   context.CancelFunc
	at       time.Time
	retry    time.Time // when the host is asked again, where it wanted to be left alone
	ask      speak.Ask
	doc      document.Document
	problems []tts.Problem // what the host will make of the settings

	speech *speak.Speech    // nil until the host begins to answer
	sound  *player.Timeline // what of it was decoded
	row    *takeRow         // nil where it could not be kept
	// left is set when a person ended it or asked for something else; over, when
	// nothing more will come.
	left, over bool
}

// waits reports whether the host has still to begin.
func (k *making) waits() bool { return k != nil && k.speech == nil && !k.left && !k.over }

// runs reports whether more is to come, which the person waits for.
func (k *making) runs() bool { return k != nil && !k.left && !k.over }

// spokenMsg comes when the host has begun to answer, or has refused.
type spokenMsg struct {
	making *making
	speech *speak.Speech
	err    error
}

// madeMsg comes once for each answer that began to sound: nothing more will
// come, the take is final and all of its sound is there.
type madeMsg struct{ making *making }

// speak sends the script and plays it while it arrives, or plays the take of
// the same request that is there. What sounded before is ended first, its
// request included.
func (r *soundRoom) speak() tea.Cmd {
	return r.speakAs(r.doc(), false, "")
}

// speakAgain makes another take of what may have been heard before: one for
// each press, not as many as a key that is held down repeats.
func (r *soundRoom) speakAgain(repeated bool) tea.Cmd {
	if repeated {
		return r.say(note, say.sound.again)
	}
	return r.speakAs(r.doc(), true, "")
}

// speakAs speaks a document that may differ from the one on the screen; said
// is shown when it begins.
func (r *soundRoom) speakAs(doc document.Document, again bool, said string) tea.Cmd {
	ask, problems, err := r.session.Settle(requestOf(doc), true)
	if err != nil {
		return r.fail(err)
	}
	ask.Again = again
	if already := r.already(ask); already != "" {
		return r.say(note, already)
	}
	r.endSound()
	ctx, cancel := context.WithCancel(r.ctx)
	k := &making{cancel: cancel, at: r.now(), ask: ask, doc: doc, problems: problems}
	r.making = k
	r.dismiss()
	begin := func() tea.Msg {
		speech, err := r.session.Speak(ctx, ask)
		return spokenMsg{k, speech, err}
	}
	cmd := tea.Batch(begin, r.startTicking())
	if said != "" {
		cmd = tea.Batch(cmd, r.say(note, said))
	}
	return cmd
}

// already says that a request is being spoken, so that the same key pressed
// twice does not pay twice; empty where it is not.
func (r *soundRoom) already(ask speak.Ask) string {
	k := r.making
	same := k != nil && k.ask.To.Host == ask.To.Host && k.ask.Request.Equal(ask.Request)
	heard := r.take != nil && r.take.Host == ask.To.Host && r.take.Request.Equal(ask.Request) || same && r.timeline != nil && r.timeline == k.sound
	switch state := r.player.Status().State; {
	case same && k.waits():
		return say.sound.asked
	case ask.Again:
		return ""
	case same && k.runs() && heard && state == player.Paused:
		return say.sound.paused
	case same && k.runs() && !heard:
		return say.sound.arrives
	case same && k.runs(), heard && (state == player.Playing || state == player.Buffering):
		return say.sound.spoken
	}
	return ""
}

// endSound ends the request that is under way and what sounds.
func (r *soundRoom) endSound() {
	if k := r.making; k.runs() {
		k.left = true
		k.cancel()
	}
	r.takes.side = nil
	r.player.Stop()
}

// spoken takes in the host's answer. One that was left meanwhile ends by
// itself, and becomes a take that was cut.
func (r *soundRoom) spoken(msg spokenMsg) tea.Cmd {
	k := msg.making
	switch {
	case msg.err != nil && k.left:
		k.over = true
		return nil
	case msg.err != nil:
		k.over = true
		k.cancel()
		return r.fail(msg.err)
	}
	if k.left {
		return nil
	}
	k.speech = msg.speech
	k.sound = r.player.Play(r.ctx, msg.speech.Reader(), session.FormatOf(msg.speech.Request))
	r.take, r.timeline = nil, k.sound
	r.work.Hear(k.doc)
	r.takes.side, r.loop = nil, loop{}
	if take, err := msg.speech.Take(); err == nil {
		k.row = r.takes.put(take)
		k.row.making = k
		r.take = k.row
		r.takes.hold(k.row, k.sound)
	}
	for _, p := range k.problems {
		if p.Effect != tts.Refused {
			return tea.Batch(r.await(k), r.say(warning, p.Error().Error()))
		}
	}
	return r.await(k)
}

// await announces the end of an answer. What cannot be played still arrives,
// and becomes a take.
func (r *soundRoom) await(k *making) tea.Cmd {
	speech, sound := k.speech, k.sound
	return func() tea.Msg {
		<-speech.Done()
		<-sound.Done()
		return madeMsg{k}
	}
}

// made brings the row of a take up to date to which nothing will be added, and
// says how that ended unless the person ended it. One of which nothing came
// goes away.
func (r *soundRoom) made(msg madeMsg) tea.Cmd {
	k := msg.making
	k.over = true
	k.cancel()
	take, err := k.speech.Take()
	var reread tea.Cmd
	if k.row != nil {
		switch {
		case err == nil && take.ID == "":
			reread = r.reread()
		case take.ID == k.row.ID:
			k.row.Take = take
		}
		k.row.Live, k.row.making = false, nil
		r.takes.rev++
	}
	if k.left {
		return reread
	}
	if err := k.sound.Err(); err != nil {
		return tea.Batch(reread, r.fail(err))
	}
	switch device := r.player.Device(); {
	case err != nil:
		return r.say(warning, say.sound.notKept(err.Error()))
	case device.Silent && !r.silenceSaid:
		r.silenceSaid = true
		return r.say(warning, say.sound.notHeardSince(device.Reason, shortPath(take.File)))
	case device.Silent:
		return r.say(note, say.sound.notHeard(shortPath(take.File)))
	}
	return reread
}

// heardOn is where the take that sounds was made; nil where none does.
func (r *soundRoom) heardOn() *presets.Heard {
	switch s := r; {
	case s.timeline == nil:
		return nil
	case s.take != nil:
		return &presets.Heard{Host: string(s.take.Host), Model: s.take.Request.Model}
	case s.making != nil && s.making.speech != nil && s.timeline == s.making.sound: // it could not be kept
		return &presets.Heard{Host: string(s.making.speech.Host), Model: s.making.speech.Request.Model}
	}
	return nil
}
