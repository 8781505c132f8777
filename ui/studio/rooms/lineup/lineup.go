// Package lineup has several heard beside each other: they speak the same words, at
// the same place and the same level, are switched by a digit, and are made at a
// price that was in sight. The bench, the ladder, the pad and the guided search
// fill it.
package lineup

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"voicestudio/player"
	"voicestudio/presets/audition"
	"voicestudio/tts"
	"voicestudio/tts/speak"
	"voicestudio/ui/bench"
	"voicestudio/ui/studio/dialog"
	"voicestudio/ui/studio/paint"
	"voicestudio/ui/studio/rooms"
	"voicestudio/ui/studio/rooms/listen"
)

// Lineup is several that are heard beside each other, whatever they are: the
// candidates of a bench, the steps of a ladder, the dots of a pad.
type Lineup struct {
	*rooms.Shared
	Sound *listen.Sound
	Rows  []*Row
	// Blind is true while nobody shall know which is which.
	Blind bool
	// Title names a row where it sounds.
	Title func(*Row) string
	// Changed is called after something became of a row.
	Changed func() tea.Cmd
	// Begun is called when a row begins to sound; nil: nobody asks.
	Begun func(*Row)
	// Ended is called when a speech that was made for a row has ended; nil: nobody
	// asks.
	Ended func(*speak.Speech)
	Text  string // that they speak
	// Later is how many rows at the end are made for later: they are not beside the
	// others yet.
	Later int
	// Matched is true where all are heard equally loud; not where volume is what
	// they differ in.
	Matched bool
	// Payer is whom the dialog about the session's cap answers.
	Payer dialog.Payer

	// Wanted is heard as soon as it begins to come; nil: none is waited for.
	Wanted *Row

	now      *Row   // sounds, or did last
	asked    []*Row // are made once somebody agrees
	looks    int
	deeds    []*deed // what is being made
	maps     bench.Maps
	learnt   map[[2]string]bool // pairs that were or are being aligned
	learning bool
}

// Row is one of them.
type Row struct {
	bench.Row
	// Timeline is its sound, once it was wanted; it may still grow.
	Timeline *player.Timeline
	Clip     player.Clip // of that, as it is heard here
	made     made
	opening  bool
	Drawn    paint.Memo
	lufs     float64 // 0: not measured yet
}

// State is how far a row is.
type State int

const (
	Missing State = iota
	Waiting       // for its turn, or for the host
	Coming        // can be heard, and grows
	Failed
	Ready
)

// State is how far it is.
func (r *Row) State() State {
	switch {
	case r.Take != nil:
		return Ready
	case r.made.speech != nil && r.made.runs:
		return Coming
	case r.made.runs:
		return Waiting
	case r.Err != nil:
		return Failed
	}
	return Missing
}

// Looked reports that what there is of a row is known.
func (r *Row) Looked() bool { return r.Ask.To.Host != "" }

// Why is what is wrong with a row, without its cure.
func (r *Row) Why() string {
	if r.Err == nil {
		return ""
	}
	return tts.Clean(tts.AsError(r.Err, tts.KindMachine).Message)
}

// Audible reports whether anything of it can be heard.
func (r *Row) Audible() bool { return r.Take != nil || r.Timeline != nil }

// Fill shows candidates on a line in the place of those of before, and looks what
// there is of them: what is known of one stays, and what is being made of it, though
// it was out of sight.
func (l *Lineup) Fill(a audition.Audition) tea.Cmd {
	known := slices.Concat(l.Rows, l.BeingMade())
	l.Rows, l.Text = nil, a.Text
	for _, c := range a.Candidates {
		row := &Row{Row: bench.Row{Candidate: c}}
		for _, k := range known {
			if k.ID == c.ID && k.Host == c.Host && k.Request.Equal(c.Request) && (k.Ask.Request.Text == "" || k.Ask.Request.Text == tts.Plain(a.Text)) {
				row = k
				row.Candidate = c
				break
			}
		}
		l.Rows = append(l.Rows, row)
	}
	return l.Show(a)
}

// Show looks what there is of candidates on a line; nothing is sent.
func (l *Lineup) Show(a audition.Audition) tea.Cmd {
	l.looks++
	n, ctx, speaking := l.looks, l.Ctx, l.Session
	return func() tea.Msg {
		rows, err := bench.Look(ctx, speaking, a)
		return lookedMsg{l, n, rows, err}
	}
}

// lookedMsg brings what there is.
type lookedMsg struct {
	of   *Lineup
	n    int
	rows []bench.Row
	err  error
}

// TakeIn shows what there is, unless something else was looked for since.
func (m lookedMsg) TakeIn() tea.Cmd {
	l := m.of
	switch {
	case m.n != l.looks:
		return nil
	case m.err != nil:
		return l.Fail(m.err)
	}
	rows := make([]*Row, len(m.rows))
	for i, found := range m.rows {
		rows[i] = l.with(found)
	}
	l.Rows = rows
	l.join(rows)
	if !slices.Contains(rows, l.now) {
		l.now = nil
	}
	if l.Wanted != nil && slices.Contains(rows, l.Wanted) {
		return tea.Batch(l.changed(), l.Fetch(l.Wanted))
	}
	return l.changed()
}

// changed levels the rows, and tells whoever shows them.
func (l *Lineup) changed() tea.Cmd {
	l.level()
	return l.Changed()
}

// with is a row as it was found; what is known of the same sound, stays.
func (l *Lineup) with(found bench.Row) *Row {
	i := slices.IndexFunc(l.Rows, func(r *Row) bool { return r.ID == found.ID })
	if i < 0 {
		return &Row{Row: found}
	}
	row := l.Rows[i]
	if row.Looked() && (!row.Ask.Request.Equal(found.Ask.Request) || row.Ask.To.Host != found.Ask.To.Host) {
		return &Row{Row: found}
	}
	made, failed := row.Take, row.Err
	if row.Row = found; row.Take == nil { // it may have come since the takes were looked at
		row.Take = made
	}
	if row.Take == nil && row.Err == nil {
		row.Err = failed
	}
	return row
}

// Find is the row of a candidate; nil: there is none.
func (l *Lineup) Find(id string) *Row {
	if i := slices.IndexFunc(l.Rows, func(r *Row) bool { return r.ID == id }); i >= 0 {
		return l.Rows[i]
	}
	return nil
}

// Sounding is the row that sounds or is paused; nil: none does.
func (l *Lineup) Sounding() *Row {
	if l.now == nil || l.now.Timeline == nil || l.now.Timeline != l.Sound.Timeline {
		return nil
	}
	return l.now
}

// Hear lets a row sound in the place of what sounds, at the same place. One of
// which nothing is there yet is heard once it begins to come, if it is being
// made; false where it is not.
func (l *Lineup) Hear(row *Row) (tea.Cmd, bool) {
	switch {
	case row.Timeline != nil:
		l.Wanted = nil
		return l.hear(row), true
	case row.Take != nil, row.State() == Waiting, !row.Looked():
		l.Wanted = row
		return l.Fetch(row), true
	}
	return nil, false
}

func (l *Lineup) hear(row *Row) tea.Cmd {
	to := l.AsHeard(row)
	same, how := l.same(l.Sounding(), row)
	to.How = how
	l.now = row
	if l.Begun != nil {
		l.Begun(row)
	}
	return tea.Batch(l.Sound.Switch(to, same), l.heard(row))
}

// AsHeard is a row as it sounds beside the others.
func (l *Lineup) AsHeard(row *Row) listen.Beside {
	to := listen.Beside{Clip: row.Clip, Title: l.Title(row), Of: row.Ask.Request, Blind: l.Blind, Levels: listen.LevelsOf(l.Matched)}
	if row.Take != nil {
		to.Take = row.Take.ID
	}
	return to
}

// heard notes on disk that a take was played.
func (l *Lineup) heard(row *Row) tea.Cmd {
	if row.Take == nil {
		return nil
	}
	folder, id := l.Session.Takes(), row.Take.ID
	return func() tea.Msg {
		folder.Heard(id)
		return nil
	}
}

// Silence ends what sounds: what is heard next begins at its start.
func (l *Lineup) Silence() {
	l.Sound.Clear()
	l.now = nil
}

// Forget lets go of the sounds of rows, beyond a number, but for some.
func (l *Lineup) Forget(but []*Row) {
	held := 0
	for _, row := range l.Rows {
		if row.Timeline == nil || row.State() == Coming || row == l.Sounding() || slices.Contains(but, row) {
			continue
		}
		if held++; held > listen.Decoded {
			row.Timeline = nil
		}
	}
}
