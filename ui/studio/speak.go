package studio

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"voicestudio/player"
	"voicestudio/tts"
	"voicestudio/ui/session"
)

// sounding is the take that is being made or heard.
type sounding struct {
	gen    int
	cancel context.CancelFunc // not nil while the host is being waited for or sends
	asked  time.Time
	// speech is what the host sends or sent last, and arriving its sound.
	speech   *session.Speech
	arriving *player.Timeline
	ended    bool // the end of its stream has been said
	// cut are the speeches that were ended early, until their takes are final.
	cut []*session.Speech

	// take is what sounds: its row, nil where it could not be kept, what it
	// was made from, and its sound.
	take     *takeRow
	doc      document
	timeline *player.Timeline
}

// spokenMsg comes when the host has begun to answer, or has refused.
type spokenMsg struct {
	gen    int
	doc    document
	speech *session.Speech
	err    error
}

// speak sends the script and plays it while it arrives, or plays the take of
// the same request that is there. What sounded before is ended first, its
// request included.
func (m *Model) speak() tea.Cmd {
	return m.speakAs(m.doc, false)
}

// speakAgain makes another take of what may have been heard before.
func (m *Model) speakAgain() tea.Cmd {
	return m.speakAs(m.doc, true)
}

// speakAs speaks a document that may differ from the one on the screen.
func (m *Model) speakAs(doc document, again bool) tea.Cmd {
	r := doc.request()
	if r.Text = doc.text; r.Text == "" {
		r.Text = session.Placeholder
	}
	if _, _, err := tts.Settle(r, m.session.Target(true)); err != nil {
		return m.fail(err)
	}
	m.endSound()
	m.sounding.gen++
	gen := m.sounding.gen
	ctx, cancel := context.WithCancel(m.ctx)
	m.sounding.cancel, m.sounding.asked = cancel, m.now()
	m.status.text = ""
	ask := func() tea.Msg {
		speech, err := m.session.Speak(ctx, r, session.Ask{Stream: true, Again: again})
		return spokenMsg{gen, doc, speech, err}
	}
	return tea.Batch(ask, m.startTicking())
}

// endSound cancels the request that is under way and stops what sounds.
func (m *Model) endSound() {
	s := &m.sounding
	if s.cancel != nil {
		s.cancel()
		s.cancel = nil
		if s.speech != nil && !s.ended {
			s.cut = append(s.cut, s.speech)
		}
	}
	s.ended = true // its end must not be taken for that of what comes next
	m.player.Stop()
}

// spoken takes in the host's answer. One that comes after its request was
// cancelled is closed and forgotten.
func (m *Model) spoken(msg spokenMsg) tea.Cmd {
	if msg.gen != m.sounding.gen || m.sounding.cancel == nil {
		if msg.err == nil {
			return func() tea.Msg { msg.speech.Close(); return nil }
		}
		return nil
	}
	if msg.err != nil {
		m.sounding.cancel()
		m.sounding.cancel = nil
		return m.fail(msg.err)
	}
	s := &m.sounding
	s.speech, s.ended = msg.speech, false
	s.arriving = m.player.Play(m.ctx, msg.speech.Reader(), msg.speech.Format)
	s.take, s.doc, s.timeline = nil, msg.doc, s.arriving
	m.takes.side, m.sound.loop = nil, loop{}
	if take, err := msg.speech.Take(); err == nil {
		s.take = m.takes.put(take)
		m.takes.hold(s.take, s.arriving)
	}
	for _, p := range msg.speech.Warnings {
		if p.Effect != tts.Refused {
			return m.say(warning, p.Error().Error())
		}
	}
	return nil
}

// finished says how a stream ended, once.
func (m *Model) finished() tea.Cmd {
	s := &m.sounding
	if s.arriving == nil || s.ended || !s.arriving.Complete() || !s.speech.Closed() || s.cancel == nil {
		return nil // what cannot be played still arrives, and becomes a take
	}
	s.ended = true
	s.cancel()
	s.cancel = nil
	take, err := s.speech.Take()
	if row := m.takes.find(take.ID); row != nil {
		row.Take = take
		m.takes.rev++
	}
	if err := s.arriving.Err(); err != nil {
		return m.fail(err)
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
	return nil
}

// settle brings the rows of takes that were ended early up to date; those of
// which nothing came go away.
func (m *Model) settle() tea.Cmd {
	s, l := &m.sounding, &m.takes
	gone := false
	s.cut = slices.DeleteFunc(s.cut, func(speech *session.Speech) bool {
		if !speech.Closed() {
			return false
		}
		take, err := speech.Take()
		if row := l.find(take.ID); row != nil {
			row.Take = take
			l.rev++
		}
		gone = gone || err == nil && take.ID == ""
		return true
	})
	if gone {
		return m.readTakes(nil, "", nil)
	}
	return nil
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

// copyPath puts the path of the take's file on the clipboard.
func (m *Model) copyPath() tea.Cmd {
	row := m.sounding.take
	if row == nil {
		return m.say(warning, "this take could not be kept")
	}
	return tea.Batch(tea.SetClipboard(row.File), m.say(note, "copied "+shortPath(row.File)))
}

// pause pauses, goes on, or plays the take again once it has ended.
func (m *Model) pause() tea.Cmd {
	switch m.player.Status().State {
	case player.Playing, player.Buffering:
		m.player.Pause()
		return nil
	case player.Paused:
		m.player.Resume()
		return m.startTicking()
	}
	return m.replay()
}

// replay plays the take from its start, without asking the host again.
func (m *Model) replay() tea.Cmd {
	m.takes.side, m.sound.loop = nil, loop{}
	m.player.Replay(m.sounding.timeline)
	return m.startTicking()
}

func (m *Model) stop() tea.Cmd {
	m.endSound()
	return nil
}

func (m *Model) seek(seconds int) tea.Cmd {
	s := m.player.Status()
	m.player.Seek(s.Position + time.Duration(seconds)*time.Second)
	return m.startTicking()
}

// escape closes the top overlay; else cancels or stops; else leaves the
// editor.
func (m *Model) escape() tea.Cmd {
	switch {
	case m.top() != nil:
		m.pop()
	case m.busy():
		waiting := m.sounding.cancel != nil
		m.endSound()
		if waiting {
			return m.say(note, "stopped")
		}
	case m.focus == scriptPanel:
		m.focusOn(voicePanel)
	default:
		m.focusOn(scriptPanel)
	}
	return nil
}

// retryMsg tells that the host asked to be left alone for a while.
type retryMsg struct {
	pause time.Duration
	why   *tts.Error
}

func (r retryMsg) text() string {
	return fmt.Sprintf("%s; trying again in %.0f s, esc stops", r.why.Message, r.pause.Seconds())
}

// The screen moves only while something sounds or arrives: 20 times a second,
// 5 times while the terminal's window is in the background.
const (
	tickPace    = 50 * time.Millisecond
	blurredPace = 200 * time.Millisecond
)

type tickMsg struct{}

func (m *Model) startTicking() tea.Cmd {
	if m.ticking {
		return nil
	}
	m.ticking = true
	return m.nextTick()
}

func (m *Model) nextTick() tea.Cmd {
	pace := tickPace
	if m.blurred {
		pace = blurredPace
	}
	return tea.Tick(pace, func(time.Time) tea.Msg { return tickMsg{} })
}

func (m *Model) tick() tea.Cmd {
	said := tea.Batch(m.finished(), m.settle())
	m.sound.follow(m.player.Status())
	if m.ticking = m.busy() || len(m.sounding.cut) > 0 || !m.sound.still(); !m.ticking {
		return said
	}
	return tea.Batch(said, m.nextTick())
}
