package lines

import (
	"context"
	"errors"

	tea "charm.land/bubbletea/v2"

	"voicestudio/presets/script"
	"voicestudio/tts"
	"voicestudio/tts/takes"
	"voicestudio/ui/narration"
)

// timing is when the words of takes are heard, as far as somebody asked. It is found
// out in the background, one take at a time.
type timing struct {
	known  map[string]*narration.Spoken // by take; nil: it cannot be known
	runs   string                       // the take that is looked into; empty: none is
	cancel context.CancelFunc
}

// mostTimed bounds the takes that are remembered: a word has some 60 bytes.
const mostTimed = 500

// timedMsg brings when the words of a take are heard.
type timedMsg struct {
	of     *Lines
	take   string
	spoken narration.Spoken
	err    error
	then   func(*narration.Spoken) tea.Cmd // nil: it is only kept
}

// tell says beside what sounds how it is known which word does.
func (r *Lines) tell() {
	if line, take, _, sounds := r.sounds(); sounds {
		r.Sound.Tell(r.timesBy(line, take))
	}
}

// time finds out about the words that sound, that are walked through, and that sound
// next, where that is not known.
func (r *Lines) time() tea.Cmd {
	t := &r.timing
	take, wanted := r.untimed()
	if t.runs != "" && wanted && t.runs != take.ID {
		t.cancel()
	}
	if t.runs != "" || !wanted {
		return nil
	}
	ctx, cancel := context.WithCancel(r.Ctx)
	t.runs, t.cancel = take.ID, cancel
	return func() tea.Msg {
		defer cancel()
		spoken, err := narration.SpokenIn(ctx, take)
		if ctx.Err() != nil {
			err = ctx.Err()
		}
		return timedMsg{of: r, take: take.ID, spoken: spoken, err: err}
	}
}

// untimed is the take of which most is waited for; false: of none.
func (r *Lines) untimed() (t takes.Take, found bool) {
	try := func(line, take string) bool {
		if _, known := r.timing.known[take]; known || take == "" {
			return false
		}
		t, found = r.takeOf(line, take)
		return found
	}
	line, take, _, sounds := r.sounds()
	if sounds && try(line, take) {
		return t, true
	}
	if row := r.row(r.cursor); r.walk.on && row != nil && row.Take != nil && try(r.cursor, row.Take.ID) {
		return t, true
	}
	if next, take, follows := r.next(line); sounds && follows && try(next, take) {
		return t, true
	}
	return t, false
}

// takeOf is a take of a line.
func (r *Lines) takeOf(line, id string) (t takes.Take, found bool) {
	row := r.row(line)
	if row == nil {
		return t, false
	}
	if row.Take != nil && row.Take.ID == id {
		return *row.Take, true
	}
	for _, t := range row.Takes {
		if t.ID == id {
			return t, true
		}
	}
	return t, false
}

// next is the line of the whole that sounds behind one.
func (r *Lines) next(line string) (next, take string, found bool) {
	w := r.plays.whole
	if w == nil {
		return "", "", false
	}
	for n, i := range w.Lines {
		if w.rows[i].ID == line && n+1 < len(w.Lines) {
			next := w.rows[w.Lines[n+1]]
			return next.ID, next.Take.ID, true
		}
	}
	return "", "", false
}

// TakeIn keeps it.
func (m timedMsg) TakeIn() tea.Cmd {
	r, t := m.of, &m.of.timing
	if m.then == nil {
		t.runs = ""
	}
	if errors.Is(m.err, context.Canceled) {
		return nil
	}
	if t.known == nil || len(t.known) >= mostTimed {
		t.known = map[string]*narration.Spoken{}
	}
	t.known[m.take] = nil
	if m.err == nil && len(m.spoken.Spans) > 0 {
		t.known[m.take] = &m.spoken
	}
	switch {
	case m.then == nil:
		return nil
	case m.err != nil:
		return r.Fail(m.err)
	}
	return m.then(t.known[m.take])
}

// timed goes on once it is known when the words of a line's take are heard; with nil
// where nobody knows.
func (r *Lines) timed(line int, take takes.Take, then func(*narration.Spoken) tea.Cmd) tea.Cmd {
	if spoken, known := r.timing.known[take.ID]; known {
		return then(spoken)
	}
	return r.OnErrand(Say.findingWords(line+1), func() tea.Msg {
		spoken, err := narration.SpokenIn(r.Ctx, take)
		return timedMsg{r, take.ID, spoken, err, then}
	})
}

// soundsNow is the word of a line that sounds, as a part of its text; false where none
// does.
func (r *Lines) soundsNow(l script.Line) (from, to int, found bool) {
	line, take, at, sounds := r.sounds()
	spoken := r.timing.known[take]
	if !sounds || line != l.ID || spoken == nil || r.Sound.Over() {
		return 0, 0, false
	}
	i := spoken.At(at)
	if i < 0 {
		return 0, 0, false
	}
	words := r.wordsOf(l.Text)
	if i, found = sameWord(spoken.Text, spoken.Words, l.Text, words, i); found {
		return words[i].From, words[i].To, true
	}
	return 0, 0, false
}

// timesBy says who knows when the words of a take are heard; empty where nobody does.
func (r *Lines) timesBy(line, id string) string {
	spoken := r.timing.known[id]
	if spoken == nil {
		return ""
	}
	if spoken.Estimated {
		return Say.wordsEstimated
	}
	take, _ := r.takeOf(line, id)
	h, _ := tts.HostAt(take.Host)
	return Say.wordsBy(h.Title)
}
