// Package lines is where a script stands as lines: each with its takes and, where
// they differ, its settings; made one after another, played as a whole and written
// for others. What is made and found is ui/narration's, what is kept presets/script's.
package lines

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"voicestudio/player/measure"
	"voicestudio/presets/script"
	"voicestudio/tts"
	"voicestudio/tts/speak"
	"voicestudio/ui/narration"
	"voicestudio/ui/studio/paint"
	"voicestudio/ui/studio/rooms"
	"voicestudio/ui/studio/rooms/listen"
)

// Lines is the script as lines, with what is said of it beside.
type Lines struct {
	*rooms.Shared
	Sound *listen.Sound
	// Heard notes that a take was played.
	Heard func(id string) tea.Cmd

	shown  bool // the stage was this one
	list   paint.List
	cursor string // the line that keys are about, by its ID
	at     int    // where it was seen last
	drawn  drawn

	rows   map[string]*narration.Row // as they were looked at last
	kept   script.Kept
	looks  looking
	make   making
	file   filing
	plays  playing
	walk   walking
	timing timing
	right  righting
	beside besides
	marks  marks
	out    output
	queue  paint.Memo
}

// New is one that has looked at nothing yet.
func New(all *rooms.Shared, sound *listen.Sound) *Lines {
	r := &Lines{Shared: all, Sound: sound, rows: map[string]*narration.Row{}, kept: script.Kept{}}
	r.make.failed, r.make.as = map[string]error{}, map[string]speak.Ask{}
	r.marks.known = map[string]*measure.Measures{}
	r.out.begin(r.stem)
	return r
}

// Follow looks at the lines anew where something has changed that they depend on.
func (r *Lines) Follow() tea.Cmd {
	on := r.Stage == rooms.LinesStage
	arrived := on && !r.shown
	r.shown = on
	if !on {
		r.walk = walking{}
	}
	if !on && !r.making() && r.looks.then == nil {
		return nil
	}
	if r.make.queue != nil {
		r.make.look()
	}
	r.keepCursor()
	r.tell()
	var cmds []tea.Cmd
	if arrived {
		cmds = append(cmds, r.arrive())
	}
	return tea.Batch(append(cmds, r.look(), r.listen(), r.keep(), r.time(), r.weigh())...)
}

// arrive puts the cursor where the script's caret was, and says what waits.
func (r *Lines) arrive() tea.Cmd {
	r.looks.stale = true
	if len(r.file.waits) == 0 || r.making() {
		return nil
	}
	return r.once(func() tea.Cmd {
		n := 0
		for _, w := range r.file.waits {
			if row := r.row(w.Line); row != nil && (w.Again || row.Due()) {
				n++
			}
		}
		if n == 0 {
			return nil
		}
		return r.Say(rooms.Note, Say.waitsStill(n))
	})
}

// keepCursor lets the cursor stay on its line, or on the one that has its place.
func (r *Lines) keepCursor() {
	all := r.Work.Lines().Lines
	i := slices.IndexFunc(all, func(l script.Line) bool { return l.ID == r.cursor })
	if i < 0 {
		if i = min(r.at, len(all)-1); i < 0 {
			r.cursor, r.at = "", 0
			r.OnLine = ""
			return
		}
		r.cursor = all[i].ID
	}
	r.at = i
	if r.OnLine != "" {
		r.OnLine = r.cursor
	}
}

// current is the line that keys are about, and its place; false where there is none.
func (r *Lines) current() (l script.Line, i int, found bool) {
	all := r.Work.Lines().Lines
	if i = slices.IndexFunc(all, func(l script.Line) bool { return l.ID == r.cursor }); i < 0 {
		return l, 0, false
	}
	return all[i], i, true
}

// row is a line as it was looked at last; nil: it is new.
func (r *Lines) row(id string) *narration.Row { return r.rows[id] }

// ordered are the rows in the order of the script, with the lines as they are now;
// those that were not looked at yet are missing.
func (r *Lines) ordered() []narration.Row {
	lines := r.Work.Lines().Lines
	all := make([]narration.Row, 0, len(lines))
	for _, l := range lines {
		if row := r.rows[l.ID]; row != nil {
			now := *row
			now.Line = l
			all = append(all, now)
		}
	}
	return all
}

// Move moves the cursor by lines, To puts it on one.
func (r *Lines) Move(by int) tea.Cmd { return r.To(r.at + by) }

// To puts the cursor on a line.
func (r *Lines) To(i int) tea.Cmd {
	all := r.Work.Lines().Lines
	if len(all) == 0 {
		return nil
	}
	r.at = min(max(i, 0), len(all)-1)
	r.cursor = all[r.at].ID
	r.walk.on, r.plays.moved = false, true
	if r.OnLine != "" {
		r.OnLine = r.cursor
	}
	r.Beside(rooms.LineTakesPanel).Reset()
	r.Beside(rooms.LineSettingsPanel).Reset()
	return nil
}

// Page is how many lines of the screen the list has.
func (r *Lines) Page() int { return max(1, r.drawn.h/2) }

// Last goes to the end.
func (r *Lines) Last() tea.Cmd { return r.To(len(r.Work.Lines().Lines) - 1) }

// First goes to the start.
func (r *Lines) First() tea.Cmd { return r.To(0) }

// None says why nothing can be done with a line.
func (r *Lines) None() string {
	if len(r.Work.Lines().Lines) == 0 {
		return Say.none
	}
	return ""
}

// host is the one that speaks.
func (r *Lines) host() tts.HostName { return r.Session.Host() }

// free reports whether making costs nothing.
func (r *Lines) free() bool { return r.host() == tts.Sandbox }
