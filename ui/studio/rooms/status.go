package rooms

import (
	"errors"
	"log/slog"
	"slices"
	"time"

	tea "charm.land/bubbletea/v2"

	"voicestudio/tts"
	"voicestudio/ui/studio/dialog"
)

// Status is the line over the help bar, and everything that went wrong in this
// session. Notes and warnings go away by themselves and never in an error's
// stead: an error comes back to the line until it was put away with esc, was
// seen in the list, or what failed is done again. No other key has to do with
// it: what is typed meanwhile is typed.
type Status struct {
	Clock func() time.Time

	Tone Tone
	Text string
	gen  int
	// refused is the gen of what was said last because a key could do nothing.
	refused int

	Kept  []dialog.Message // the oldest first
	about []subject        // of each
	// folded is true once an error that is too long for the line, and therefore
	// covers the panels, has been folded to it.
	folded bool
}

// Tone is how much a sentence matters.
type Tone int

const (
	Note Tone = iota
	// Caution is drawn as a warning, but it is about the key that was pressed, and
	// not worth keeping.
	Caution
	Warning
	Failure
)

// subject is what an error is about, as far as doing it again settles it.
type subject int

const (
	anything subject = iota
	Speaking
)

// noteTime is how long a note stays; one that takes longer to read stays by
// letterTime for each letter longer.
const (
	noteTime   = 6 * time.Second
	letterTime = 40 * time.Millisecond
)

// mostMessages is how many of them are kept.
const mostMessages = 500

// ExpireMsg takes a note away, unless another has come since.
type ExpireMsg struct{ gen int }

// Say shows one sentence; warnings and errors are kept, too.
func (s *Status) Say(t Tone, text string) tea.Cmd {
	if t >= Warning {
		s.Keep(t, anything, text, nil)
	}
	if t == Failure {
		return nil
	}
	s.gen++
	s.Tone, s.Text = t, tts.Clean(text)
	gen := s.gen
	return tea.Tick(noteTime+time.Duration(max(0, len(s.Text)-80))*letterTime, func(time.Time) tea.Msg { return ExpireMsg{gen} })
}

// Refuse says why the key that was pressed does nothing.
func (s *Status) Refuse(why string) tea.Cmd {
	cmd := s.Say(Caution, why)
	s.refused = s.gen
	return cmd
}

// Heeded takes away what was refused: another key does something, and the sentence
// would read as if it were about that one.
func (s *Status) Heeded() {
	if s.refused == s.gen {
		s.Hush()
	}
}

// fail shows an error; being interrupted is none.
func (s *Status) fail(of subject, err error) tea.Cmd {
	if e, found := errors.AsType[*tts.Error](err); found && e.Kind == tts.KindInterrupted {
		return s.Say(Note, Say.Screen.Stopped)
	}
	s.Keep(Failure, of, tts.Reason(err), err)
	return nil
}

// Keep lists what went wrong. The same error once more is one thing to read,
// not two.
func (s *Status) Keep(t Tone, of subject, said string, err error) {
	m := dialog.MessageOf(s.Clock(), t == Failure, said, err)
	if t == Failure {
		slog.Error(m.Whole)
		for i := range s.Kept {
			s.Kept[i].Unread = s.Kept[i].Unread && s.Kept[i].Whole != m.Whole
		}
		s.Text, s.folded = "", false
	}
	s.Kept, s.about = append(s.Kept, m), append(s.about, of)
	if n := len(s.Kept) - mostMessages; n > 0 {
		s.Kept, s.about = slices.Delete(s.Kept, 0, n), slices.Delete(s.about, 0, n)
	}
}

// Again takes errors as read whose cause is being done again.
func (s *Status) Again(of subject) {
	s.Text = ""
	for i := range s.Kept {
		s.Kept[i].Unread = s.Kept[i].Unread && s.about[i] != of
	}
}

// Expire takes a note away, unless another has come since.
func (s *Status) Expire(msg ExpireMsg) {
	if msg.gen == s.gen {
		s.Hush()
	}
}

// Hush takes away what would go by itself.
func (s *Status) Hush() { s.Text = "" }

// Shown is what the line says: a note, else the last error that nobody has read.
func (s *Status) Shown() (t Tone, text string) {
	if s.Text != "" {
		return s.Tone, s.Text
	}
	if i := s.LastUnread(); i >= 0 {
		return Failure, s.Kept[i].Line
	}
	return Note, ""
}

func (s *Status) LastUnread() int {
	for i := len(s.Kept) - 1; i >= 0; i-- {
		if s.Kept[i].Unread {
			return i
		}
	}
	return -1
}

// Unread counts the errors that nobody has read.
func (s *Status) Unread() (n int) {
	for _, m := range s.Kept {
		if m.Unread {
			n++
		}
	}
	return n
}

// SpeechFailed reports an unread error of speaking.
func (s *Status) SpeechFailed() bool {
	for i, m := range s.Kept {
		if m.Unread && s.about[i] == Speaking {
			return true
		}
	}
	return false
}

// Fold folds an error to the line.
func (s *Status) Fold() { s.folded = true }

// Folded reports whether what is said has been folded to the line.
func (s *Status) Folded() bool { return s.Text == "" && s.folded }

// PutAway takes the error on the line as read, and reports whether there was
// one. The one before it follows.
func (s *Status) PutAway() bool {
	i := s.LastUnread()
	if i < 0 {
		return false
	}
	s.Kept[i].Unread = false
	s.folded = true
	return true
}

// NothingSaid says why there is nothing to list.
func (s *Status) NothingSaid() string {
	if len(s.Kept) == 0 {
		return Say.Screen.nothingSaid
	}
	return ""
}

// Messages lists what went wrong, the newest first; all of it is read then.
func (s *Shared) Messages() tea.Cmd {
	if _, open := s.Top().(*dialog.Messages); open {
		s.Pop()
	}
	all := slices.Clone(s.Kept)
	slices.Reverse(all)
	for i := range s.Kept {
		s.Kept[i].Unread = false
	}
	s.Hush()
	s.Push(dialog.NewMessages(all), InMessages)
	return nil
}

// CopyMessage puts the message under the cursor on the clipboard.
func (s *Shared) CopyMessage() tea.Cmd {
	m := s.Top().(*dialog.Messages).Current()
	return tea.Batch(tea.SetClipboard(m.Whole), s.Say(Note, Say.Screen.copiedMessage))
}
