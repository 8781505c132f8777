package listen

import (
	"slices"
	"time"

	tea "charm.land/bubbletea/v2"

	"voicestudio/player"
	"voicestudio/player/measure"
	"voicestudio/tts"
	"voicestudio/tts/takes"
	"voicestudio/ui/bench"
	"voicestudio/ui/studio/paint"
	"voicestudio/ui/studio/rooms"
)

// TakeList is the panel of takes, the newest first.
type TakeList struct {
	paint.List
	Rows  []*takeRow
	shown []*takeRow // those that the filter lets through
	sieve sieve      // by which they were chosen
	filter
	Of *rooms.Shared // what is this script, and this preset
	// a and b are marked for comparison; side is the one of them that sounds
	// in one, nil where there is none.
	a, b, Side *takeRow
	order      rooms.InTurn // of changes on disk
	measuring  rooms.InTurn
	puts       int                   // counts the takes that were put in since the start
	stamp      time.Time             // of the folder, as it was read
	watching   bool                  // takes that another program writes
	begun      bool                  // the folder was read
	outside    []string              // ids of takes that others made and nobody has seen yet
	masked     func(takes.Take) bool // must not be shown; nil: all may
	maps       bench.Maps            // of A and B
	how        string                // the place of the side that sounds was found
	Rev        int                   // counts changes, for the memo
	drawn      paint.Memo
}

// takeRow is a take as the panel shows it.
type takeRow struct {
	takes.Take
	Number int
	// change says what is different from the take from.
	change []told
	from   string
	words  string // in which a filter looks, once it did
	// timeline is its sound, once it was heard here; nil before, and again
	// once many others were heard.
	timeline *player.Timeline
	used     int // when the timeline was last needed, by takeList.rev
	// making is what makes it, where that is this studio.
	making *making
	// sound is what it sounds like, once somebody asked for it; measured says
	// that it is being found out, or cannot be.
	sound    *measure.Measures
	measured bool
}

const (
	// listed bounds the takes in the panel; `takes list` has them all.
	listed = 1000
	// Decoded bounds the timelines that are kept: 4 MB a minute each.
	Decoded = 16
)

// Takes is the panel of takes: what is done with those that are listed.
type Takes struct {
	*rooms.Shared
	*TakeList
	Sound     *Sound
	exportDir string // where the last one was exported to
	// stopTitles gives up speaking a take once more; nil where that is not under way.
	stopTitles func()
}

// TakesMsg brings the takes on disk.
type TakesMsg struct {
	rows   []*takeRow
	puts   int
	stamp  time.Time
	err    error // why they cannot be listed
	change takesChange
	fault  error // why the change could not be made
}

// takesChange is a change of the folder of takes.
type takesChange struct {
	do     func() error
	said   string              // once the list shows it
	also   func() string       // what is said behind that; may be nil
	then   func()              // before that; may be nil
	failed func(error) tea.Cmd // where it cannot be made
}

// Read lists the folder of takes.
func (r *Takes) Read() tea.Cmd { return r.list(takesChange{}) }

// Begin lists it for the first time, and keeps it within its budget.
func (r *Takes) Begin() tea.Cmd {
	folder, held, again := r.Session.Takes(), r.Session.Held, r.Read()
	return tea.Batch(r.Read(), func() tea.Msg {
		was := stampOf(folder)
		if folder.Tidy(r.Ctx, held); stampOf(folder).Equal(was) {
			return nil
		}
		return again()
	})
}

// alter changes the folder of takes, after what was asked for before, and
// lists it anew.
func (r *Takes) alter(c takesChange) tea.Cmd {
	list := r.list(c)
	return r.order.Cmd(func() tea.Msg {
		if err := c.do(); err != nil {
			return TakesMsg{change: c, fault: err}
		}
		return list()
	})
}

func (r *Takes) list(c takesChange) tea.Cmd {
	folder, puts := r.Session.Takes(), r.puts
	return func() tea.Msg {
		stamp := stampOf(folder)
		all, _, err := folder.List()
		if err != nil {
			return TakesMsg{err: err}
		}
		rows := make([]*takeRow, min(len(all), listed))
		for i := range rows {
			rows[i] = &takeRow{Take: all[i], Number: len(all) - i}
		}
		return TakesMsg{rows: rows, puts: puts, stamp: stamp, change: c}
	}
}

// Listed puts the list in place; what is known of rows that stay, stays.
func (r *Takes) Listed(msg TakesMsg) tea.Cmd {
	switch {
	case msg.fault != nil:
		return msg.change.failed(msg.fault)
	case msg.err != nil:
		return r.Say(rooms.Warning, Say.Takes.notListed(tts.Reason(msg.err)))
	}
	l := r.TakeList
	if msg.puts != l.puts { // one was made since
		return r.list(msg.change)
	}
	var first tea.Cmd
	var others []string
	for i, row := range msg.rows {
		if old := l.find(row.ID); old != nil {
			old.become(row.Take)
			old.Number = row.Number
			msg.rows[i] = old
		} else {
			others = append(others, row.ID)
		}
	}
	l.Rows, l.stamp = msg.rows, msg.stamp
	l.Rev++
	l.sift()
	l.forget()
	if !l.begun {
		l.begun, others = true, nil
		first = r.Look() // for what came before the folder was watched
		a, b := r.Work.Marks()
		l.a, l.b = l.find(a), l.find(b)
		first = tea.Batch(first, l.measure(l.a, l.b))
	}
	r.keepMarks()
	if then := msg.change.then; then != nil {
		then()
	}
	if said := msg.change.said; said != "" {
		if also := msg.change.also; also != nil {
			said += also()
		}
		return tea.Batch(r.watch(), r.Say(rooms.Note, said))
	}
	return tea.Batch(first, r.watch(), r.came(others))
}

// become takes in what is on disk of a take.
func (r *takeRow) become(t takes.Take) { r.Take, r.words = t, "" }

func (l *TakeList) find(id string) *takeRow {
	if i := slices.IndexFunc(l.Rows, func(r *takeRow) bool { return r.ID == id }); i >= 0 {
		return l.Rows[i]
	}
	return nil
}

// forget lets go of marks whose takes are gone.
func (l *TakeList) forget() {
	for _, mark := range []**takeRow{&l.a, &l.b} {
		if *mark != nil && l.find((*mark).ID) == nil {
			*mark, l.Side = nil, nil
		}
	}
}

func (l *TakeList) current() *takeRow {
	l.sift()
	if l.Cursor() >= len(l.shown) {
		return nil
	}
	return l.shown[l.Cursor()]
}

// put adds a take, or brings the one that is there up to date, and puts the
// cursor on it.
func (l *TakeList) put(t takes.Take) *takeRow {
	l.Rev++
	row := l.find(t.ID)
	if row == nil {
		row = &takeRow{Number: 1}
		if len(l.Rows) > 0 {
			row.Number = l.Rows[0].Number + 1
		}
		l.Rows = append([]*takeRow{row}, l.Rows...)
		l.puts++
	}
	row.become(t)
	l.sift()
	if at := slices.Index(l.shown, row); at >= 0 {
		l.To(at)
	}
	return row
}

// hold keeps a row's timeline and lets go of those not needed for longest.
func (l *TakeList) hold(row *takeRow, timeline *player.Timeline) {
	l.Rev++
	row.timeline, row.used = timeline, l.Rev
	var held []*takeRow
	for _, r := range l.Rows {
		if r.timeline != nil && r != row && r != l.a && r != l.b {
			held = append(held, r)
		}
	}
	slices.SortFunc(held, func(a, b *takeRow) int { return b.used - a.used })
	for _, r := range held[min(Decoded, len(held)):] {
		r.timeline = nil
	}
}

// meant is the take that a key is about: during A|B the one that sounds, else
// in Takes the one under the cursor, else the one that Sound shows. It is nil
// where there is none.
func (r *Takes) meant() *takeRow {
	switch {
	case r.Side != nil:
		return r.Side
	case r.Focus == rooms.TakesPanel:
		return r.current()
	}
	return r.Sound.take
}

// called is the name of a take in what is said of it.
func (r *Takes) called(row *takeRow) string {
	name := Say.Takes.Take(row.Number)
	switch {
	case row != r.Side:
		return name
	case row == r.b:
		return Say.Takes.sideB(name)
	}
	return Say.Takes.sideA(name)
}

// Move moves the cursor. Once neither side of A|B sounds any more, that
// ends the comparison.
func (r *Takes) Move(by int) tea.Cmd {
	r.TakeList.Move(by)
	r.LeaveSide()
	return nil
}

// Chosen puts the cursor on the take at a line of the list, which ends A|B; it
// reports whether there is one.
func (r *Takes) Chosen(y int) bool {
	i, line, found := r.At(y)
	if !found || line == 0 && r.day(i) != "" {
		return false
	}
	r.To(i)
	r.Side = nil
	r.Rev++
	return true
}

// Drag implements dialog.Scroller.
func (r *Takes) Drag(y int) {
	r.TakeList.Drag(y)
	r.LeaveSide()
}

// LeaveSide ends the comparison once neither of its sides sounds.
func (r *Takes) LeaveSide() {
	switch r.Player.Status().State {
	case player.Playing, player.Buffering, player.Paused:
	default:
		r.Side = nil
		r.Rev++
	}
}

// NoneMeant says why no key can be about a take.
func (r *Takes) NoneMeant() string {
	switch {
	case r.meant() != nil:
		return ""
	case r.Sound.Hides():
		return Say.Takes.hidden
	case r.Sound.Timeline != nil:
		return Say.Takes.notKept
	}
	return Say.Takes.none
}

// NoTakes says why nothing can be done with a take.
func (r *Takes) NoTakes() string {
	switch {
	case r.current() != nil:
		return ""
	case len(r.Rows) > 0:
		return r.noneFits()
	}
	return Say.Takes.none
}

// noneFits says why none of the takes is shown.
func (l *TakeList) noneFits() string {
	if slices.ContainsFunc(l.Rows, func(row *takeRow) bool { return l.Masked(row.Take) }) {
		return Say.Takes.hidden
	}
	return Say.Takes.noneFits
}
