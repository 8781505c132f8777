// Package benches is where several are heard beside each other: the bench, its
// duels, and the ladder and the pad between the voices of a blend. They speak the
// same words, at the same place and the same level.
package benches

import (
	"cmp"
	"math/rand/v2"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"voicestudio/presets/audition"
	"voicestudio/tts"
	"voicestudio/ui/studio/dialog"
	"voicestudio/ui/studio/document"
	"voicestudio/ui/studio/paint"
	"voicestudio/ui/studio/rooms"
	"voicestudio/ui/studio/rooms/lineup"
	"voicestudio/ui/studio/rooms/listen"
)

// Bench is the panel of candidates. What is on it is an audition, kept in a file.
type Bench struct {
	*rooms.Shared
	*lineup.Lineup
	Takes *listen.Takes

	a       audition.Audition // as it is kept; without a name there is none yet
	kept    *kept
	files   []*kept      // of the benches that were open
	loads   int          // counts
	fault   error        // why it cannot be shown
	pending int          // writes that are under way
	order   rooms.InTurn // of what is done to files
	list    paint.List   // the cursor, among those of the page
	page    int
	shown   []*lineup.Row
	offered string // what enter or m was said to cost
	keys    string // what is said once those are heard that have just been put there; empty: none were
	// Rank keeps that a preset has won, or takes it back; Wins are what presets have.
	Rank func(preset string, won document.Win, on bool, failed func(error) tea.Cmd) tea.Cmd
	Wins func() document.Wins
	// Lot draws an order of n by lot.
	Lot       func(n int) []int
	pair      audition.Pair   // of the duel that is heard; empty: none is
	heard     listened        // as it was asked last
	veiled    map[string]bool // takes that were heard blind
	uneven    bool            // while the names are hidden, some are known by their not being made
	top, tall int             // the line of the first row, and the lines of each, as they were drawn
}

// NewBench is an empty one.
func NewBench(all *rooms.Shared, sound *listen.Sound, takes *listen.Takes) *Bench {
	r := &Bench{Shared: all, Takes: takes, Lineup: &lineup.Lineup{Shared: all, Sound: sound, Payer: dialog.ForBench}, Lot: rand.Perm}
	r.Title, r.Changed = r.titleOf, r.follow
	return r
}

// pageSize is how many are on a page: those that digits reach.
const pageSize = audition.Most

// follow brings the rows up to date after something became of one.
func (r *Bench) follow() tea.Cmd {
	r.sort()
	return tea.Batch(r.keepTakes(), r.drawAnew(), r.ready(), r.Learn(r.onPage()), r.begun())
}

// sync takes in what is known of the candidates now; rows that were not looked for
// yet are there, too.
func (r *Bench) sync() tea.Cmd {
	was, sounds := r.Blind, r.Sounding()
	r.Blind = r.a.Bench.Blind
	rows := make([]*lineup.Row, len(r.a.Candidates))
	other := r.Text != r.a.Text // then nothing of what was said before counts
	news := len(rows) != len(r.Rows) || other
	if other && r.Text != "" { // by undo or by another studio, too
		r.StopMaking()
		if sounds != nil {
			r.Sound.Clear()
		}
	}
	for i, c := range r.a.Candidates {
		row := r.Find(c.ID)
		if row == nil || other || !row.Request.Equal(c.Request) || row.Host != c.Host {
			row, news = &lineup.Row{}, true
		}
		row.Candidate = c
		rows[i] = row
	}
	r.Rows, r.Text = rows, r.a.Text
	r.sort()
	r.Takes.Mask(r.masks())
	switch {
	case sounds == nil || was == r.Blind:
	case r.Blind: // what sounds is known
		r.Sound.Clear()
	default:
		r.Sound.Reveal(r.AsHeard(sounds))
	}
	if !news {
		return nil
	}
	return r.Show(r.a)
}

// sort chooses the rows that are shown, in their order; the cursor stays on its
// row.
func (r *Bench) sort() {
	under := r.current()
	shown := slices.Clone(r.Rows)
	state := r.a.Bench
	if state.Blind && len(state.Order) > 0 {
		shown = slices.DeleteFunc(shown, func(row *lineup.Row) bool { return !slices.Contains(state.Order, row.ID) })
	}
	if state.OnlyStarred {
		shown = slices.DeleteFunc(shown, func(row *lineup.Row) bool { return r.stars(row) == 0 })
	}
	place := func(row *lineup.Row) int {
		if i := slices.Index(state.Order, row.ID); i >= 0 {
			return i
		}
		return len(state.Order)
	}
	slices.SortStableFunc(shown, func(a, b *lineup.Row) int {
		switch {
		case state.Blind:
			return cmp.Compare(place(a), place(b))
		case state.Sort == "stars":
			return cmp.Compare(b.Stars, a.Stars)
		case state.Sort == "name":
			return strings.Compare(strings.ToLower(a.Label), strings.ToLower(b.Label))
		case state.Sort == "level":
			x, _ := a.Level()
			y, _ := b.Level()
			return cmp.Compare(y, x)
		}
		return 0
	})
	r.shown = shown
	if at := slices.Index(shown, under); at >= 0 {
		r.to(at)
	} else {
		r.to(r.at())
	}
}

// at is the place of the cursor among the rows that are shown.
func (r *Bench) at() int { return r.page*pageSize + r.list.Cursor() }

// to puts the cursor on a row, and shows its page.
func (r *Bench) to(at int) {
	at = min(max(at, 0), max(0, len(r.shown)-1))
	r.page = at / pageSize
	r.list.Count(len(r.onPage()))
	r.list.To(at % pageSize)
}

// onPage are the rows that digits reach.
func (r *Bench) onPage() []*lineup.Row {
	from := min(r.page*pageSize, len(r.shown))
	return r.shown[from:min(from+pageSize, len(r.shown))]
}

func (r *Bench) current() *lineup.Row {
	if page := r.onPage(); r.list.Cursor() < len(page) {
		return page[r.list.Cursor()]
	}
	return nil
}

// place is where a row stands, from 1; 0 where it is not shown.
func (r *Bench) place(row *lineup.Row) int { return slices.Index(r.shown, row) + 1 }

// number is the digit that a row has on its page.
func (r *Bench) number(row *lineup.Row) int { return (r.place(row)-1)%pageSize + 1 }

// Move moves the cursor.
func (r *Bench) Move(by int) tea.Cmd {
	page := r.page
	r.offered = ""
	r.to(r.at() + by)
	if r.page != page {
		return r.ready()
	}
	return nil
}

// Turn turns to another page.
func (r *Bench) Turn(by int) tea.Cmd {
	r.offered = ""
	pages := (len(r.shown) + pageSize - 1) / pageSize
	if next := r.page + by; next < 0 || next >= pages {
		return r.Move(by * pageSize)
	}
	r.to((r.page + by) * pageSize)
	return r.ready()
}

// longReady is the longest sound that is read before somebody wants to hear it.
const longReady = 120_000 // ms: 8 MB

// ready reads the sound of the rows in sight, so that a digit need not wait.
func (r *Bench) ready() tea.Cmd {
	if r.Stage != rooms.BenchStage {
		return nil
	}
	var near []*lineup.Row
	for _, row := range r.onPage() {
		if row.Take != nil && tts.Or(row.Take.AudioMS, 0) <= longReady {
			near = append(near, row)
		}
	}
	r.Forget(r.onPage())
	return r.Fetch(near...)
}

// Enter is called when the keys come to the bench.
func (r *Bench) Enter() tea.Cmd {
	r.offered = "" // nobody sees it any more
	if r.a.Name == "" && r.Audition != "" {
		return r.load(r.Audition)
	}
	return tea.Batch(r.Reread(), r.ready())
}

// titleOf names a row where it sounds.
func (r *Bench) titleOf(row *lineup.Row) string {
	if side := r.sideOf(row); r.Blind && side > 0 {
		return Say.duels.side(side)
	}
	if r.Blind {
		return Say.candidate(r.place(row), len(r.shown))
	}
	return Say.titled(r.number(row), row.Label)
}

// Named is what the row under the cursor is called.
func (r *Bench) Named() string { return r.current().Label }

// None says why nothing can be done with the row under the cursor.
func (r *Bench) None() string {
	switch {
	case r.current() != nil:
		return ""
	case len(r.Rows) > 0:
		return Say.noneStarred
	}
	return Say.empty
}

// Empty says why there is nothing on the bench.
func (r *Bench) Empty() string {
	if len(r.Rows) == 0 {
		return Say.empty
	}
	return ""
}
