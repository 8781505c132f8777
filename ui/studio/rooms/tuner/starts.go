package tuner

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"voicestudio/presets"
	"voicestudio/tts"
	"voicestudio/tts/tune"
	"voicestudio/ui/studio/document"
	"voicestudio/ui/studio/rooms"
	"voicestudio/ui/tuning"
)

// origin is what a course starts from.
type origin int

const (
	fromNow      origin = iota // the settings of now
	fromStarters               // the best of them and some starters
	fromPresets                // the best of them and some presets of the person's or a team's
	origins
)

// rowOfStarts is how many starts stand beside each other.
const rowOfStarts = 3

// NoStart says why the start cannot be chosen any more.
func (r *Tuner) NoStart() string {
	switch {
	case r.reading:
		return Say.reading
	case len(r.told) > 0:
		return Say.begun
	}
	return ""
}

// NextStart starts from the settings of now, from the best of the starters, or of
// the presets, in turn.
func (r *Tuner) NextStart() tea.Cmd { return r.lookFor((r.began + 1) % origins) }

// lookFor reads the presets where they are to be started from.
func (r *Tuner) lookFor(from origin) tea.Cmd {
	if from == fromNow {
		return tea.Batch(r.begin(from, r.startsOf()), r.Say(rooms.Note, Say.from[from]))
	}
	read := r.Presets
	return r.OnErrand(Say.readingPresets, func() tea.Msg {
		all, wins := read()
		return startsMsg{r, from, all, wins}
	})
}

// startsMsg brings presets to start from.
type startsMsg struct {
	of   *Tuner
	from origin
	all  []presets.Entry
	wins document.Wins
}

// TakeIn begins with the best of them, unless a question was answered since.
func (m startsMsg) TakeIn() tea.Cmd {
	r := m.of
	if r.NoStart() != "" {
		return nil
	}
	starts := r.startsOf()
	slices.SortStableFunc(m.all, func(a, b presets.Entry) int { return m.wins.Better(a.Name, b.Name) })
	for _, e := range m.all {
		if e.Starter == (m.from == fromStarters) && len(starts) < tune.MostStarts {
			request := r.Work.Preview(e.Preset).Request()
			if r.speakable(request) && !slices.ContainsFunc(starts, func(s tuning.Start) bool { return s.Request.Equal(request) }) {
				starts = append(starts, tuning.Start{Label: e.Name, Request: request})
			}
		}
	}
	if len(starts) < 2 { // nothing to choose from
		next := (m.from + 1) % origins
		return tea.Batch(r.lookFor(next), r.Say(rooms.Note, Say.noPresets))
	}
	return tea.Batch(r.begin(m.from, starts), r.Say(rooms.Note, Say.from[m.from]))
}

// speakable reports whether the host speaks a request.
func (r *Tuner) speakable(q tts.Request) bool {
	q.Text = r.Request().Text
	_, _, err := r.Session.Settle(q, true)
	if err != nil {
		_, _, err = r.Session.Settle(q, false)
	}
	return err == nil
}

// startsOf are those of a course that starts from the settings of now.
func (r *Tuner) startsOf() []tuning.Start { return []tuning.Start{r.now()} }

// Anew begins anew with the settings, the words and the host of now. Where answers
// would be lost that is said first, and the same key has to be pressed once more.
func (r *Tuner) Anew() tea.Cmd {
	if r.reading {
		return nil
	}
	offer := Say.wouldLose(len(r.told))
	if len(r.told) > 0 && r.offered != offer {
		r.offered = offer
		return r.Say(rooms.Caution, offer)
	}
	return tea.Batch(r.end(), r.begin(fromNow, r.startsOf()), r.Say(rooms.Note, Say.anew))
}
