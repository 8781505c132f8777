package benches

import (
	"math/rand/v2"
	"slices"

	tea "charm.land/bubbletea/v2"

	"voicestudio/tts"
	"voicestudio/ui/bench"
	"voicestudio/ui/session"
	"voicestudio/ui/studio/document"
	"voicestudio/ui/studio/rooms"
)

// Ladder is the panel of steps between two voices.
type Ladder struct {
	steps
	way    *bench.Ladder // nil: there are no two voices
	shape  int           // counts its changes
	cursor int           // a line, which while it is blind is not the rung
	lot    []int         // the rung on each line; nil: as they are, nothing is hidden
}

// NewLadder is a ladder that hears its steps by an ear.
func NewLadder(ear *Ear) *Ladder { return &Ladder{steps: steps{Ear: ear, panel: rooms.LadderPanel}} }

// sounding are the places of the voices that sound.
func sounding(d document.Document) (all []int) {
	for i := range d.Voices {
		if d.Audible(i) {
			all = append(all, i)
		}
	}
	return all
}

// twice reports whether one voice sounds in two rows.
func twice(d document.Document, rows []int) bool {
	seen := map[string]bool{}
	for _, i := range rows {
		if seen[d.Voices[i].ID] {
			return true
		}
		seen[d.Voices[i].ID] = true
	}
	return false
}

// between is the ladder between two voices of a blend: of those that sound and are
// not locked, the one in a row and the next, the others keeping their shares. It
// says why there is none.
func between(d document.Document, row int) (way *bench.Ladder, why string) {
	heard := sounding(d)
	var free []int
	for _, i := range heard {
		if !d.Voices[i].Locked {
			free = append(free, i)
		}
	}
	switch {
	case len(heard) < 2:
		return nil, Say.Ladder.needsTwo(len(heard))
	case twice(d, heard):
		return nil, Say.sameVoice
	case len(free) < 2:
		return nil, Say.Ladder.locked
	}
	at := max(0, slices.Index(free, row))
	two := []int{free[at], free[(at+1)%len(free)]}
	slices.Sort(two)
	var blend []tts.TimbreWeight
	for _, i := range heard {
		blend = append(blend, tts.TimbreWeight{VoiceID: d.Voices[i].ID, Weight: d.Voices[i].Weight})
	}
	if way = bench.Within(blend, slices.Index(heard, two[0]), slices.Index(heard, two[1])); way == nil {
		return nil, Say.Ladder.nothingLeft
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
	way, _ := between(r.Doc(), row)
	if !way.Same(r.way) {
		r.begin(way)
	}
	r.opened, r.of = true, basis{}
	r.FocusOn(rooms.LadderPanel)
	return r.Follow()
}

func (r *Ladder) begin(way *bench.Ladder) {
	r.way, r.lot = way, nil
	r.shape++
	r.cursor = way.Nearest(r.sharesNow())
}

// sharesNow are those of the ladder's voices in the blend as it is.
func (r *Ladder) sharesNow() []int { return sharesOf(r.Doc(), r.way.Voices()) }

func sharesOf(d document.Document, voices []string) []int {
	shares := make([]int, len(voices))
	for n, id := range voices {
		for i, v := range d.Voices {
			if v.ID == id {
				shares[n] = d.Share(i)
			}
		}
	}
	return shares
}

// Follow keeps the steps in step with the settings and the words, while the ladder
// is in sight.
func (r *Ladder) Follow() tea.Cmd {
	if r.Layout.Panels[rooms.LadderPanel].H == 0 && r.Focus != rooms.LadderPanel {
		return nil
	}
	if r.way == nil {
		way, why := between(r.Doc(), -1)
		if why != "" {
			return nil
		}
		r.begin(way)
	}
	return r.refresh(r.shape, r.way.Candidates)
}

// rung is the one on a line.
func (r *Ladder) rung(line int) int {
	if r.lot != nil {
		return r.lot[line]
	}
	return line
}

// at is the step on a line.
func (r *Ladder) at(line int) *step { return r.sight[r.rung(line)] }

// NoRungs says why there is nothing to hear.
func (r *Ladder) NoRungs() string {
	if r.way == nil || len(r.sight) == 0 {
		return Say.Ladder.needsTwo(len(sounding(r.Doc())))
	}
	return ""
}

// HearLine hears the step on a line, at the same word.
func (r *Ladder) HearLine(line int) tea.Cmd {
	if line >= len(r.sight) {
		return r.Say(rooms.Note, Say.Ladder.onlyRungs(len(r.sight)))
	}
	r.cursor = line
	if s := r.at(line); s.take() == nil && !s.busy {
		return r.Say(rooms.Note, Say.notYet(line+1, r.priceOf(s)))
	}
	return r.hear(r.at(line))
}

// Move moves to another step, and hears it where it is on disk.
func (r *Ladder) Move(by int) tea.Cmd {
	to := min(max(r.cursor+by, 0), len(r.sight)-1)
	if to == r.cursor {
		return nil
	}
	r.cursor = to
	return r.hear(r.at(to))
}

// Enter hears a step, takes it over where it sounds, or makes it.
func (r *Ladder) Enter() tea.Cmd { return r.enter(r.at(r.cursor), r.take) }

// take makes the step under the cursor the weights of the blend.
func (r *Ladder) take() tea.Cmd {
	rung := r.rung(r.cursor)
	r.cursor, r.lot = rung, nil
	return r.takeOver(r.way.Voices(), r.way.Shares()[rung], r.sight[rung])
}

// takeOver gives the voices of the blend the shares of a mix.
func (r *steps) takeOver(voices []string, shares []int, s *step) tea.Cmd {
	doc, whole := r.Doc().Mix(voices, shares)
	switch {
	case !whole:
		return r.Say(rooms.Caution, Say.gone)
	case doc.Equal(r.Doc()):
		return r.Say(rooms.Note, Say.isBlend(s.Label))
	}
	r.Change(doc, Say.deed)
	return r.Say(rooms.Note, Say.taken(named(voices, shares)))
}

// named are shares with the names of their voices.
func named(voices []string, shares []int) (said []string) {
	for _, v := range bench.Blended(voices, shares) {
		said = append(said, Say.share(rooms.VoiceTitle(v.VoiceID), v.Weight))
	}
	return said
}

// NothingToMake says why not all can be made.
func (r *Ladder) NothingToMake() string {
	switch {
	case r.NoRungs() != "":
		return r.NoRungs()
	case len(r.missing()) == 0 && len(r.making) > 0:
		return Say.beingMade
	case len(r.missing()) == 0:
		return Say.allThere
	}
	return ""
}

// MakeAll makes all steps that are not on disk, at the price that stands there.
func (r *Ladder) MakeAll() tea.Cmd { return r.make(session.WithinCap, r.missing()...) }

// Star gives the step under the cursor a star, or takes it.
func (r *Ladder) Star() tea.Cmd {
	r.way.Star(r.rung(r.cursor))
	return nil
}

// NoZoom says why it cannot be zoomed in.
func (r *Ladder) NoZoom() string {
	if why := r.NoRungs(); why != "" {
		return why
	}
	return Say.Ladder.noZoom(r.way.Tight(), len(r.way.Stars()))
}

// Zoom makes steps of what lies between the two stars.
func (r *Ladder) Zoom() tea.Cmd {
	r.way.Zoom()
	return r.zoomed()
}

// NoOut says why it cannot be zoomed out.
func (r *Ladder) NoOut() string {
	if r.way == nil || r.way.Depth() == 0 {
		return Say.Ladder.wholeWay
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
	r.opened = true
	cmd := r.Follow()
	r.cursor = r.way.Nearest(r.sharesNow())
	for i, s := range r.sight {
		if r.sounds(s) {
			r.cursor = i
		}
	}
	if r.lot != nil {
		r.hide()
	}
	return cmd
}

// Blind hides which step is which, or shows it again.
func (r *Ladder) Blind() tea.Cmd {
	if r.lot != nil {
		r.cursor, r.lot = r.rung(r.cursor), nil
		return r.Say(rooms.Note, Say.Ladder.seen)
	}
	r.hide()
	return r.Say(rooms.Note, Say.Ladder.hidden)
}

// hide draws lots for the order of the steps; the cursor stays on its line, or it
// would tell.
func (r *Ladder) hide() { r.lot = rand.Perm(len(r.sight)) }

func (r *steps) priceOf(s *step) string {
	chars, price := r.price([]*step{s})
	return Say.costs(chars, price)
}
