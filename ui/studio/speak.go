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
	"voicestudio/tts/speak"
	"voicestudio/ui/session"
)

// sounding is the take that is being made or heard.
type sounding struct {
	gen    int
	cancel context.CancelFunc // not nil while the host is being waited for or sends
	// asked is when and what the host was asked for last; retry is when it
	// will be asked again, where it wanted to be left alone.
	asked   time.Time
	retry   time.Time
	host    tts.HostName
	request tts.Request
	waiting bool // until the host begins to answer
	// making is what the host sends or sent last, and arriving its sound.
	making
	arriving *player.Timeline
	ended    bool // the end of its stream has been said
	// cut are those that were ended early, until their takes are final.
	cut []making

	// take is what sounds: its row, nil where it could not be kept, what it
	// was made from, and its sound.
	take     *takeRow
	doc      document
	timeline *player.Timeline
}

// making is an answer of a host that becomes a take; row is nil where the take
// could not be kept.
type making struct {
	speech *speak.Speech
	row    *takeRow
}

// spokenMsg comes when the host has begun to answer, or has refused.
type spokenMsg struct {
	gen    int
	doc    document
	speech *speak.Speech
	err    error
	// problems are what the host will make of the settings.
	problems []tts.Problem
}

// speak sends the script and plays it while it arrives, or plays the take of
// the same request that is there. What sounded before is ended first, its
// request included.
func (m *Model) speak() tea.Cmd {
	return m.speakAs(m.doc, false, "")
}

// speakAgain makes another take of what may have been heard before: one for
// each press, not as many as a key that is held down repeats.
func (m *Model) speakAgain() tea.Cmd {
	if m.repeated {
		return m.say(note, "another take is made already")
	}
	return m.speakAs(m.doc, true, "")
}

// speakAs speaks a document that may differ from the one on the screen; said
// is shown when it begins.
func (m *Model) speakAs(doc document, again bool, said string) tea.Cmd {
	wanted, problems, err := m.session.Settle(spoken(doc), true)
	if err != nil {
		return m.fail(err)
	}
	wanted.Again = again
	if already := m.already(wanted.To.Host, wanted.Request, again); already != "" {
		return m.say(note, already)
	}
	m.endSound()
	m.sounding.gen++
	gen := m.sounding.gen
	ctx, cancel := context.WithCancel(m.ctx)
	s := &m.sounding
	s.cancel, s.asked, s.retry, s.host, s.request, s.waiting = cancel, m.now(), time.Time{}, wanted.To.Host, wanted.Request, true
	m.status.dismiss()
	ask := func() tea.Msg {
		speech, err := m.session.Speak(ctx, wanted)
		return spokenMsg{gen, doc, speech, err, problems}
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
	s := &m.sounding
	same := s.host == host && s.request.Equal(r)
	heard := s.take != nil && s.take.Host == host && s.take.Request.Equal(r) || s.timeline == s.arriving && same
	switch state := m.player.Status().State; {
	case same && s.waiting:
		return "this has been asked for already; esc stops it"
	case again:
		return ""
	case same && s.cancel != nil && heard && state == player.Paused:
		return "this is being spoken, and paused: f7 goes on; alt+r makes another take"
	case same && s.cancel != nil && !heard:
		return "this arrives already; alt+r makes another take"
	case same && s.cancel != nil, heard && (state == player.Playing || state == player.Buffering):
		return "this is being spoken already; alt+r makes another take"
	}
	return ""
}

// endSound cancels the request that is under way and stops what sounds.
func (m *Model) endSound() {
	s := &m.sounding
	if s.cancel != nil {
		s.cancel()
		s.cancel = nil
		if s.speech != nil && !s.ended {
			s.cut = append(s.cut, s.making)
		}
	}
	m.takes.side = nil
	s.ended, s.waiting = true, false // its end must not be taken for that of what comes next
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
	s := &m.sounding
	s.waiting = false
	if msg.err != nil {
		s.cancel()
		s.cancel = nil
		return m.fail(msg.err)
	}
	s.making, s.ended = making{speech: msg.speech}, false
	s.arriving = m.player.Play(m.ctx, msg.speech.Reader(), session.FormatOf(msg.speech.Request))
	s.take, s.doc, s.timeline = nil, msg.doc, s.arriving
	m.takes.side, m.sound.loop = nil, loop{}
	if take, err := msg.speech.Take(); err == nil {
		s.row = m.takes.put(take)
		s.take = s.row
		m.takes.hold(s.row, s.arriving)
	}
	for _, p := range msg.problems {
		if p.Effect != tts.Refused {
			return m.say(warning, p.Error().Error())
		}
	}
	return nil
}

// finished says how a stream ended, once: when its take is final and all of
// its sound is there.
func (m *Model) finished() tea.Cmd {
	s := &m.sounding
	if s.cancel == nil || s.waiting || s.ended || !s.speech.Closed() || !s.arriving.Complete() {
		return nil // what cannot be played still arrives, and becomes a take
	}
	s.ended = true
	s.cancel()
	s.cancel = nil
	take, err := s.speech.Take()
	reread := m.final(s.making)
	if err := s.arriving.Err(); err != nil {
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

// settle brings the rows of takes that were ended early up to date.
func (m *Model) settle() tea.Cmd {
	var reread tea.Cmd
	s := &m.sounding
	s.cut = slices.DeleteFunc(s.cut, func(cut making) bool {
		if !cut.speech.Closed() {
			return false
		}
		reread = tea.Batch(reread, m.final(cut))
		return true
	})
	return reread
}

// final brings the row of a take up to date to which nothing will be added; one
// of which nothing came goes away.
func (m *Model) final(of making) tea.Cmd {
	take, err := of.speech.Take()
	if of.row == nil {
		return nil
	}
	if err == nil && take.ID == "" {
		return m.readTakes(nil, "", nil)
	}
	if take.ID == of.row.ID {
		of.row.Take = take
	}
	of.row.Live = false
	m.takes.rev++
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

// copyPath puts the path of a take's file on the clipboard.
func (m *Model) copyPath() tea.Cmd {
	row := m.meant()
	return tea.Batch(tea.SetClipboard(row.File), m.say(note, fmt.Sprintf("copied the path of take %d: %s", row.number, shortPath(row.File))))
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

// escape closes the top overlay; else cancels or stops; else leaves the editor
// for the panel that had the focus before. An error that is shown goes, too.
func (m *Model) escape() tea.Cmd {
	m.status.dismiss()
	switch {
	case m.top() != nil:
		m.pop()
	case m.busy(), m.player.Status().State == player.Paused && m.takes.side != nil:
		waiting := m.sounding.cancel != nil
		m.endSound()
		if waiting {
			return m.say(note, "stopped")
		}
	case m.takes.side != nil:
		m.leaveSide()
	case m.focus == scriptPanel:
		m.focusOn(m.before)
	}
	return nil
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
