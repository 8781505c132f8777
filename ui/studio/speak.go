package studio

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"voicestudio/player"
	"voicestudio/tts"
	"voicestudio/ui/session"
	"voicestudio/ui/studio/document"
)

// sounding is the take that is being made, and the one that is heard.
type sounding struct {
	// making is what the host was asked for last; nil: nothing yet.
	making *making
	// take is what sounds: its row, nil where it could not be kept, and its
	// sound.
	take     *takeRow
	timeline *player.Timeline
}

// making is a request on its way to become a take. It begins with what was
// asked; the host's answer brings the speech; its end is announced by madeMsg.
type making struct {
	cancel  context.CancelFunc
	asked   time.Time
	retry   time.Time // when the host is asked again, where it wanted to be left alone
	host    tts.HostName
	request tts.Request
	doc     document.Document

	speech *session.Speech  // nil until the host begins to answer
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
	speech *session.Speech
	err    error
}

// madeMsg comes once for each answer that began: nothing more will come, the
// take is final and all of its sound is there.
type madeMsg struct{ making *making }

// speak sends the script and plays it while it arrives, or plays the take of
// the same request that is there. What sounded before is ended first, its
// request included.
func (m *Model) speak() tea.Cmd {
	return m.speakAs(m.doc(), false, "")
}

// speakAgain makes another take of what may have been heard before: one for
// each press, not as many as a key that is held down repeats.
func (m *Model) speakAgain() tea.Cmd {
	if m.keys.repeated {
		return m.say(note, "another take is made already")
	}
	return m.speakAs(m.doc(), true, "")
}

// speakAs speaks a document that may differ from the one on the screen; said
// is shown when it begins.
func (m *Model) speakAs(doc document.Document, again bool, said string) tea.Cmd {
	r, target := requestOf(doc), m.session.Target(true)
	settled, _, err := tts.Settle(r, target)
	if err != nil {
		return m.fail(err)
	}
	if already := m.already(target.Host, settled, again); already != "" {
		return m.say(note, already)
	}
	m.endSound()
	ctx, cancel := context.WithCancel(m.ctx)
	k := &making{cancel: cancel, asked: m.now(), host: target.Host, request: settled, doc: doc}
	m.sounding.making = k
	m.status.dismiss()
	ask := func() tea.Msg {
		speech, err := m.session.Speak(ctx, r, session.Ask{Stream: true, Again: again})
		return spokenMsg{k, speech, err}
	}
	cmd := tea.Batch(ask, m.startTicking())
	if said != "" {
		cmd = tea.Batch(cmd, m.say(note, said))
	}
	return cmd
}

// already says that a request is being spoken, so that the same key pressed
// twice does not pay twice; empty where it is not.
func (m *Model) already(host tts.HostName, r tts.Request, again bool) string {
	s, k := &m.sounding, m.sounding.making
	same := k != nil && k.host == host && k.request.Equal(r)
	heard := s.take != nil && s.take.Host == host && s.take.Request.Equal(r) || same && s.timeline != nil && s.timeline == k.sound
	switch state := m.player.Status().State; {
	case same && k.waits():
		return "this has been asked for already; esc stops it"
	case again:
		return ""
	case same && k.runs() && heard && state == player.Paused:
		return "this is being spoken, and paused: f7 goes on; alt+r makes another take"
	case same && k.runs() && !heard:
		return "this arrives already; alt+r makes another take"
	case same && k.runs(), heard && (state == player.Playing || state == player.Buffering):
		return "this is being spoken already; alt+r makes another take"
	}
	return ""
}

// endSound ends the request that is under way and what sounds.
func (m *Model) endSound() {
	if k := m.sounding.making; k.runs() {
		k.left = true
		k.cancel()
	}
	m.takes.side = nil
	m.player.Stop()
}

// spoken takes in the host's answer. One that was left meanwhile goes away by
// itself; its end is waited for all the same.
func (m *Model) spoken(msg spokenMsg) tea.Cmd {
	k := msg.making
	switch {
	case msg.err != nil && k.left:
		k.over = true
		return nil
	case msg.err != nil:
		k.over = true
		k.cancel()
		return m.fail(msg.err)
	}
	k.speech = msg.speech
	if k.left {
		return m.await(k)
	}
	k.sound = m.player.Play(m.ctx, msg.speech.Reader(), msg.speech.Format)
	s := &m.sounding
	s.take, s.timeline = nil, k.sound
	m.work.Hear(k.doc)
	m.takes.side, m.sound.loop = nil, loop{}
	if take, err := msg.speech.Take(); err == nil {
		k.row = m.takes.put(take)
		k.row.making = k
		s.take = k.row
		m.takes.hold(k.row, k.sound)
	}
	for _, p := range msg.speech.Warnings {
		if p.Effect != tts.Refused {
			return tea.Batch(m.await(k), m.say(warning, p.Error().Error()))
		}
	}
	return m.await(k)
}

// await announces the end of an answer. What cannot be played still arrives,
// and becomes a take.
func (m *Model) await(k *making) tea.Cmd {
	speech, sound := k.speech, k.sound
	return func() tea.Msg {
		<-speech.Done()
		if sound != nil {
			<-sound.Done()
		}
		return madeMsg{k}
	}
}

// made brings the row of a take up to date to which nothing will be added, and
// says how that ended unless the person ended it. One of which nothing came
// goes away.
func (m *Model) made(msg madeMsg) tea.Cmd {
	k := msg.making
	k.over = true
	k.cancel()
	take, err := k.speech.Take()
	var reread tea.Cmd
	if k.row != nil {
		switch {
		case err == nil && take.ID == "":
			reread = m.readTakes()
		case take.ID == k.row.ID:
			k.row.Take = take
		}
		k.row.Live, k.row.making = false, nil
		m.takes.rev++
	}
	if k.left {
		return reread
	}
	if err := k.sound.Err(); err != nil {
		return tea.Batch(reread, m.fail(err))
	}
	switch device := m.player.Device(); {
	case err != nil:
		return m.say(warning, "the take could not be kept: "+err.Error())
	case device.Silent && !m.silenceSaid:
		m.silenceSaid = true
		return m.say(warning, "not heard, "+device.Reason+"; the take is "+shortPath(take.File))
	case device.Silent:
		return m.say(note, "not heard; the take is "+shortPath(take.File))
	}
	return reread
}

// shortPath writes a take's path so that it fits on a line and a shell expands
// it.
func shortPath(path string) string {
	dir, name := filepath.Split(path)
	if home, err := os.UserHomeDir(); err == nil {
		if rest, found := strings.CutPrefix(dir, home); found {
			dir = "~" + rest
		}
	}
	if hash, number, found := strings.Cut(name, "-"); found && len(hash) > 8 {
		name = hash[:8] + "*-" + number
	}
	return dir + name
}

// copyPath puts the path of a take's file on the clipboard.
func (m *Model) copyPath() tea.Cmd {
	row := m.meant()
	return tea.Batch(tea.SetClipboard(row.File), m.say(note, fmt.Sprintf("copied the path of take %d: %s", row.number, shortPath(row.File))))
}
