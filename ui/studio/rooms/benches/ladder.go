package benches

import (
	"math/rand/v2"
	"slices"

	tea "charm.land/bubbletea/v2"

	"voicestudio/player"
	"voicestudio/ui/bench"
	"voicestudio/ui/studio/dialog"
	"voicestudio/ui/studio/document"
	"voicestudio/ui/studio/rooms"
	"voicestudio/ui/studio/rooms/lineup"
	"voicestudio/ui/studio/rooms/listen"
)

// Ladder is the panel of steps between two voices.
type Ladder struct {
	mixes
	way    *bench.Ladder // nil: there are no two voices
	shape  int           // counts its changes
	cursor int           // a line, which while it is blind is not the rung
	lot    []int         // the rung on each line, while it is blind
	draw   func(n int) []int
}

// NewLadder is one without voices.
func NewLadder(all *rooms.Shared, sound *listen.Sound) *Ladder {
	r := &Ladder{mixes: newMixes(all, sound, dialog.ForLadder), draw: rand.Perm}
	r.Title, r.Changed = r.titleOf, r.ready
	return r
}

// titleOf names a step where it sounds.
func (r *Ladder) titleOf(row *lineup.Row) string {
	if r.Blind {
		return Say.ladder.mix(r.line(row)+1, len(r.Rows))
	}
	return Say.ladder.step(r.line(row)+1, row.Label)
}

// ready makes what is free, and has the sound of all that is there in memory, so
// that a digit need not wait.
func (r *Ladder) ready() tea.Cmd {
	return tea.Batch(r.makeFree(), r.Fetch(r.Rows...), r.Learn(r.Rows))
}

// between is the ladder between two voices of a blend: of those that sound and are
// not locked, the one in a row and the next, the others keeping their shares. It
// says why there is none.
func between(d document.Document, row int) (way *bench.Ladder, why string) {
	blend, from, to, obstacle := d.Steps(row)
	switch obstacle {
	case document.TooFew:
		return nil, Say.ladder.needsTwo(len(d.Sounding()))
	case document.SameTwice:
		return nil, Say.mix.sameVoice
	case document.Held:
		return nil, Say.ladder.locked
	case document.Mixed:
	}
	if way = bench.Within(blend, from, to); way == nil {
		return nil, Say.ladder.nothingLeft
	}
	return way, ""
}

// None says why there is no ladder from a row of Blend.
func (r *Ladder) None(row int) string {
	_, why := between(r.Doc(), row)
	return why
}

// Open shows the ladder from a row of Blend; the one that was open last, as it was
// left, where it leads between the same voices. Where that is free its steps are
// made.
func (r *Ladder) Open(row int) tea.Cmd {
	r.recall()
	if way, _ := between(r.Doc(), row); !way.Same(r.way) {
		r.begin(way)
	}
	r.opened, r.of = true, basis{}
	r.FocusOn(rooms.LadderPanel)
	return r.Follow()
}

func (r *Ladder) begin(way *bench.Ladder) {
	r.way, r.lot, r.Blind = way, nil, false
	r.shape++
	r.cursor = way.Nearest(r.Doc().SharesOf(way.Voices()))
	r.keep()
}

// keep has the ladder there again at the next start.
func (r *Ladder) keep() { r.OnLadder = r.way.Kept() }

// recall begins with the ladder of the last run, where there was one.
func (r *Ladder) recall() {
	if r.way != nil || r.OnLadder == "" {
		return
	}
	if way := bench.ReadLadder(r.OnLadder); way != nil {
		r.begin(way)
	}
}

// Follow keeps the steps in step with the settings and the words, while the ladder
// is in sight.
func (r *Ladder) Follow() tea.Cmd {
	if r.Stage != rooms.LadderStage {
		return nil
	}
	r.recall()
	if r.way == nil || !r.Doc().Has(r.way.Voices()) {
		way, _ := between(r.Doc(), -1)
		if r.way = way; way == nil {
			return nil
		}
		r.begin(way)
	}
	return r.follow(r.shape, r.way.Candidates)
}

// rung is the one on a line, line where one is.
func (r *Ladder) rung(line int) int {
	if r.lot != nil {
		return r.lot[line]
	}
	return line
}

func (r *Ladder) line(row *lineup.Row) int {
	rung := slices.Index(r.Rows, row)
	if r.lot != nil {
		return slices.Index(r.lot, rung)
	}
	return rung
}

// on is the row on a line.
func (r *Ladder) on(line int) *lineup.Row { return r.Rows[r.rung(line)] }

// NoRungs says why there is nothing to hear.
func (r *Ladder) NoRungs() string {
	if r.way == nil || len(r.Rows) == 0 {
		return Say.ladder.needsTwo(len(r.Doc().Sounding()))
	}
	return ""
}

// HearNumber hears a step, from 1, at the same word; 0 is the one under the cursor.
func (r *Ladder) HearNumber(n int) tea.Cmd {
	switch {
	case n > len(r.Rows):
		return r.Say(rooms.Note, Say.ladder.onlyRungs(len(r.Rows)))
	case n == 0:
		return r.HearLine(r.cursor)
	}
	return r.HearLine(n - 1)
}

// HearLine hears the step on a line.
func (r *Ladder) HearLine(line int) tea.Cmd {
	r.cursor = line
	row := r.on(line)
	if !row.Audible() && row.State() != lineup.Waiting && row.Looked() {
		return r.Say(rooms.Note, Say.mix.notYet(line+1, r.costs(row)))
	}
	return r.hear(row)
}

// Move moves to another step, and hears it where it is there.
func (r *Ladder) Move(by int) tea.Cmd {
	to := min(max(r.cursor+by, 0), len(r.Rows)-1)
	if to == r.cursor {
		return nil
	}
	r.cursor = to
	return r.hear(r.on(to))
}

// Enter hears a step, takes it over where it sounds, or makes it.
func (r *Ladder) Enter() tea.Cmd {
	if row := r.on(r.cursor); r.Blind && !row.Audible() && row.State() != lineup.Waiting {
		return r.MakeAll() // its own failure or price would tell which it is
	}
	return r.enter(r.on(r.cursor), r.take)
}

// take makes the step under the cursor the weights of the blend; whoever did not
// see which it is, has decided.
func (r *Ladder) take() tea.Cmd {
	blind, rung := r.Blind, r.rung(r.cursor)
	r.show()
	r.way.Unveil()
	cmd := r.takeOver(r.way.Voices(), r.way.Shares()[rung])
	if blind {
		cmd = tea.Batch(r.again(), cmd)
	}
	return cmd
}

// NothingToMake says why not all can be made.
func (r *Ladder) NothingToMake() string {
	switch {
	case r.NoRungs() != "":
		return r.NoRungs()
	case len(r.Missing()) > 0:
		return ""
	case len(r.BeingMade()) > 0:
		return Say.mix.beingMade
	}
	return Say.mix.allThere
}

// MakeAll makes all steps that are not there, at the price that stands below them.
func (r *Ladder) MakeAll() tea.Cmd { return r.Pay(r.Missing()) }

// Star gives the step under the cursor a star, or takes it.
func (r *Ladder) Star() tea.Cmd {
	r.way.Star(r.rung(r.cursor))
	r.keep()
	return nil
}

// NoZoom says why it cannot be zoomed in.
func (r *Ladder) NoZoom() string {
	if why := r.NoRungs(); why != "" {
		return why
	}
	why := r.way.Tight()
	if r.Blind && (why == bench.WholeWay || why == bench.Neighbour) { // where they are would tell which they are
		return Say.ladder.noZoomBlind
	}
	return Say.ladder.noZoom(why, len(r.way.Stars()))
}

// Zoom makes steps of what lies between the two stars.
func (r *Ladder) Zoom() tea.Cmd {
	r.way.Zoom()
	return r.zoomed()
}

// NoOut says why it cannot be zoomed out.
func (r *Ladder) NoOut() string {
	if r.way == nil || r.way.Depth() == 0 {
		return Say.ladder.wholeWay
	}
	return ""
}

// Out zooms out again.
func (r *Ladder) Out() tea.Cmd {
	r.way.Out()
	return r.zoomed()
}

// zoomed shows the other steps; the cursor goes to the one that sounds, or to the
// one nearest to the blend.
func (r *Ladder) zoomed() tea.Cmd {
	r.shape++
	r.keep()
	r.opened = true
	blind := r.Blind
	r.show()
	cmd := r.Follow()
	if blind {
		r.hide()
		return cmd
	}
	r.cursor = r.way.Nearest(r.Doc().SharesOf(r.way.Voices()))
	if i := slices.Index(r.Rows, r.Sounding()); i >= 0 {
		r.cursor = i
	}
	return cmd
}

// BlindOrNot hides which step is which, or shows it again.
func (r *Ladder) BlindOrNot() tea.Cmd {
	if r.Blind {
		r.show()
		r.way.Unveil()
		return tea.Batch(r.again(), r.Say(rooms.Note, Say.ladder.seen))
	}
	r.hide()
	r.way.Veil()
	return r.Say(rooms.Note, Say.ladder.hidden)
}

// hide draws lots for the order of the steps. What sounds is known, and so is where
// the cursor was.
func (r *Ladder) hide() {
	r.Silence()
	r.Blind, r.lot, r.cursor = true, r.draw(len(r.Rows)), 0
}

// show puts the steps back in their order, the cursor on the same one.
func (r *Ladder) show() { r.cursor, r.lot, r.Blind = r.rung(r.cursor), nil, false }

// again has Sound show what is heard as it may be shown now.
func (r *Ladder) again() tea.Cmd {
	if row := r.Sounding(); row != nil && r.Player.Status().State == player.Playing {
		cmd, _ := r.Hear(row)
		return cmd
	}
	return nil
}
