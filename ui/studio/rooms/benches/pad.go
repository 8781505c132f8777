package benches

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"voicestudio/ui/bench"
	"voicestudio/ui/studio/dialog"
	"voicestudio/ui/studio/document"
	"voicestudio/ui/studio/paint"
	"voicestudio/ui/studio/rooms"
	"voicestudio/ui/studio/rooms/lineup"
	"voicestudio/ui/studio/rooms/listen"
)

// Pad is the panel of mixes between three or four voices.
type Pad struct {
	mixes
	field  *bench.Pad // nil: there are not three or four voices
	shape  int        // counts its changes
	cursor int        // a dot
	stars  []string   // the dots that have one, by their candidates' ids, in the order of starring
	drawn  paint.Memo
}

// mostStars is how many dots can have a star: each has a digit.
const mostStars = 9

// NewPad is one without voices.
func NewPad(all *rooms.Shared, sound *listen.Sound) *Pad {
	r := &Pad{mixes: newMixes(all, sound, dialog.ForPad)}
	r.Title, r.Changed = func(row *lineup.Row) string { return row.Label }, r.ready
	return r
}

// ready has the sound of the dots in memory to which an arrow leads from here, so
// that it need not wait.
func (r *Pad) ready() tea.Cmd {
	if r.field == nil || len(r.Rows) != len(r.field.Dots) {
		return nil
	}
	near := []*lineup.Row{r.at()}
	for _, arrow := range [][2]int{{-1, 0}, {1, 0}, {0, -1}, {0, 1}} {
		if row := r.Rows[r.field.Walk(r.cursor, arrow[0], arrow[1])]; row.Take != nil && !slices.Contains(near, row) {
			near = append(near, row)
		}
	}
	r.Forget(near)
	return tea.Batch(r.Fetch(near...), r.Learn(near))
}

// among is the pad between the voices that sound, or why there is none.
func among(d document.Document) (voices []string, why string) {
	voices, obstacle := d.Corners()
	switch obstacle {
	case document.Held:
		return nil, Say.pad.locked
	case document.TooFew:
		return nil, Say.pad.needsThree(len(d.Sounding()))
	case document.SameTwice:
		return nil, Say.mix.sameVoice
	case document.Mixed:
	}
	return voices, ""
}

// None says why there is no pad.
func (r *Pad) None() string {
	_, why := among(r.Doc())
	return why
}

// Open shows the pad; the one that was open last, as it was left, where it is of
// the same voices.
func (r *Pad) Open() tea.Cmd {
	r.recall()
	voices, _ := among(r.Doc())
	if r.field == nil || !slices.Equal(r.field.Voices, voices) {
		r.begin(voices)
	}
	r.of = basis{}
	r.FocusOn(rooms.PadPanel)
	return r.Follow()
}

func (r *Pad) begin(voices []string) {
	r.show(bench.NewPad(voices), nil)
}

func (r *Pad) show(field *bench.Pad, stars []string) {
	r.field, r.stars = field, stars
	r.shape++
	r.cursor = field.Nearest(r.Doc().SharesOf(field.Voices))
	r.keep()
}

// keep has the pad there again at the next start.
func (r *Pad) keep() { r.OnPad = r.field.Kept(r.stars) }

// recall begins with the pad of the last run, where there was one.
func (r *Pad) recall() {
	if r.field != nil || r.OnPad == "" {
		return
	}
	if field, stars := bench.ReadPad(r.OnPad); field != nil {
		r.show(field, stars[:min(len(stars), mostStars)])
	}
}

// Follow keeps the dots in step with the settings and the words, while the pad is
// in sight.
func (r *Pad) Follow() tea.Cmd {
	if r.Stage != rooms.LadderStage {
		return nil
	}
	r.recall()
	if r.field == nil || !r.Doc().Has(r.field.Voices) {
		voices, why := among(r.Doc())
		if why != "" {
			r.field = nil
			return nil
		}
		r.begin(voices)
	}
	return r.follow(r.shape, r.field.Candidates)
}

// at is the dot under the cursor.
func (r *Pad) at() *lineup.Row { return r.Rows[r.cursor] }

// NoDots says why there is nothing to walk on.
func (r *Pad) NoDots() string {
	if r.field == nil || len(r.Rows) == 0 {
		return r.None()
	}
	return ""
}

// Walk goes to the next dot on a side, and hears it where it is on disk.
func (r *Pad) Walk(dx, dy int) tea.Cmd {
	to := r.field.Walk(r.cursor, dx, dy)
	if to == r.cursor {
		return nil
	}
	return r.goTo(to)
}

func (r *Pad) goTo(dot int) tea.Cmd {
	r.cursor = dot
	return tea.Batch(r.hear(r.at()), r.ready())
}

// Enter hears a dot, takes it over where it sounds, or makes it.
func (r *Pad) Enter() tea.Cmd { return r.enter(r.at(), r.take) }

func (r *Pad) take() tea.Cmd {
	return r.takeOver(r.field.Voices, r.field.Dots[r.cursor].Shares)
}

// Star gives the dot under the cursor a star, or takes it.
func (r *Pad) Star() tea.Cmd {
	id := r.at().ID
	switch i := slices.Index(r.stars, id); {
	case i >= 0:
		r.stars = slices.Delete(r.stars, i, i+1)
	case len(r.stars) == mostStars:
		return r.Say(rooms.Note, Say.pad.mostStars)
	default:
		r.stars = append(r.stars, id)
	}
	r.keep()
	return nil
}

// Finer sets the dots nearer to each other, Coarser further apart; the cursor
// stays where it is, or goes to the dot beside it.
func (r *Pad) Finer() tea.Cmd { return r.relay(r.field.Finer, Say.pad.isFine) }

// Coarser is described at Finer.
func (r *Pad) Coarser() tea.Cmd { return r.relay(r.field.Coarser, Say.pad.isCoarse) }

func (r *Pad) relay(lay func() bool, already string) tea.Cmd {
	shares := r.field.Dots[r.cursor].Shares
	if !lay() {
		return r.Say(rooms.Note, already)
	}
	r.shape++
	r.keep()
	r.cursor = r.field.Nearest(shares)
	return r.Follow()
}
