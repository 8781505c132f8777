// Package tuner is where a voice is tuned by ear: one question after another, of
// which the answers move the settings. The search is tts/tune's, its file is
// ui/tuning's, and what is heard beside each other is a lineup.
package tuner

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"voicestudio/player"
	"voicestudio/presets"
	"voicestudio/tts"
	"voicestudio/tts/tune"
	"voicestudio/ui/session"
	"voicestudio/ui/studio/dialog"
	"voicestudio/ui/studio/document"
	"voicestudio/ui/studio/rooms"
	"voicestudio/ui/studio/rooms/lineup"
	"voicestudio/ui/studio/rooms/listen"
	"voicestudio/ui/tuning"
)

// Tuner is the panel of questions, with the axes beside it.
type Tuner struct {
	*lineup.Lineup
	// Seed is what the order of starts is drawn by.
	Seed func() uint64
	// Presets reads all presets, and what they have won. It blocks.
	Presets func() ([]presets.Entry, document.Wins)

	course  tuning.Course
	search  *tune.Search // nil: no course is open
	file    *kept
	filed   bool // it is there, or is being written
	order   rooms.InTurn
	shown   bool  // the stage was this one
	reading bool  // the folder
	fault   error // why none is open

	question tune.Question
	asked    bool // there is one
	told     []told
	heard    map[string]bool // ids of candidates
	cursor   int             // a clip of the question
	axis     int             // the cursor among the axes
	ending   bool            // the end is in sight before it has come
	began    origin
	looped   *player.Timeline // that repeats

	agreed  bool // the clips of the course may be paid for
	early   bool // also those of the questions after this one
	stop    stop
	counted int    // clips, as the file has it
	offered string // what a key was said to do, which does it once more
	spots   []spot // of what can be pressed, as it was drawn
}

// New is one without a course.
func New(all *rooms.Shared, sound *listen.Sound) *Tuner {
	r := &Tuner{Lineup: &lineup.Lineup{Shared: all, Sound: sound, Payer: dialog.ForTune}, Seed: tuning.Seed}
	r.Title, r.Changed, r.Begun, r.Ended = r.titleOf, r.follow, r.begun, r.paid
	return r
}

// Follow begins, or goes on, where the stage has come, and is silent once it has
// gone.
func (r *Tuner) Follow() tea.Cmd {
	on := r.Stage == rooms.TuneStage
	if on == r.shown {
		return nil
	}
	if r.shown = on; on {
		return r.arrive()
	}
	return r.leave()
}

// arrive shows the course that is open, or the one that was last, or begins one.
func (r *Tuner) arrive() tea.Cmd {
	switch {
	case r.reading:
		return nil
	case r.search != nil && !r.worth() && len(r.apart()) > 0:
		return r.begin(fromNow, r.startsOf())
	case r.search != nil:
		return tea.Batch(r.reread(), r.ask())
	}
	return r.read()
}

// leave keeps the course for another time.
func (r *Tuner) leave() tea.Cmd {
	r.drop()
	r.Wanted, r.offered, r.ending = nil, "", false
	if r.Sounding() != nil {
		r.Silence()
	}
	r.looped = nil
	if r.search == nil || !r.worth() {
		return nil
	}
	if r.Stage != rooms.MainStage { // what is shown there has its own to say
		return r.keep()
	}
	return r.keepAnd(Say.left(len(r.told)))
}

// Back goes from the end to the question that it was called from; false: there is
// none.
func (r *Tuner) Back() bool {
	if !r.ending {
		return false
	}
	r.ending = false
	return true
}

// Reask shows the question again after Back.
func (r *Tuner) Reask() tea.Cmd { return r.ask() }

// host is the one that the course is spoken at.
func (r *Tuner) host() tts.HostName { return r.course.Session.Host }

// free reports whether its clips cost nothing.
func (r *Tuner) free() bool { return r.host() == tts.Sandbox }

// begin opens a new course that starts from the settings of now, or from the best
// of several.
func (r *Tuner) begin(from origin, starts []tuning.Start) tea.Cmd {
	r.drop()
	c, err := tuning.Begin(r.Seed(), r.Session.Host(), lineOf(r.Request().Text), starts)
	if err != nil {
		r.fault, r.search = err, nil
		return nil
	}
	r.began = from
	return r.open(c)
}

// now is the start from the settings of now.
func (r *Tuner) now() tuning.Start {
	return tuning.Start{Label: Say.settingsOfNow, Request: session.Voiced(r.Doc().Request())}
}

// open shows a course.
func (r *Tuner) open(c tuning.Course) tea.Cmd {
	search, err := tune.Open(c.Session)
	if err != nil {
		r.fault, r.search = err, nil
		return nil
	}
	r.course, r.search, r.fault = c, search, nil
	r.file, r.filed, r.counted = &kept{id: c.ID, created: c.Created, updated: c.Updated}, c.ID != "", c.Clips
	r.heard, r.axis, r.ending = map[string]bool{}, 0, false
	r.agreed, r.early, r.stop, r.offered = false, false, stop{}, ""
	r.Silence()
	asked := r.ask()
	if !r.free() { // by the question, which may need more than others
		r.stop = r.usualStop()
	}
	return asked
}

// titleOf names a clip where it sounds.
func (r *Tuner) titleOf(row *lineup.Row) string {
	return Say.titled(slices.Index(r.Rows, row)+1, row.Label)
}

// begun takes in that a clip is heard.
func (r *Tuner) begun(row *lineup.Row) {
	if i := slices.Index(r.cards(), row); i >= 0 {
		r.cursor = i
	}
	r.heard[row.ID] = true
	if row.Take != nil {
		r.course.Heard(*row.Take)
	}
}
