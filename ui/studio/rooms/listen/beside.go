package listen

import (
	"slices"
	"time"

	tea "charm.land/bubbletea/v2"

	"voicestudio/player"
	"voicestudio/tts"
	"voicestudio/tts/takes"
	"voicestudio/ui/studio/document"
	"voicestudio/ui/studio/paint"
)

// Beside is one of several that are heard beside each other: at the same place
// and the same level.
type Beside struct {
	Clip  player.Clip
	Title string      // what it is, for the panel's title
	How   string      // the place was found, or its words; empty: it begins
	Of    tts.Request // that it was made of
	Take  string      // the id of its take; empty: there is none yet
	// Blind is true while nobody shall know which it is.
	Blind bool
	// Levels says whether all are heard equally loud, as LevelsOf does; empty: it is
	// heard beside none.
	Levels string
}

// said is what sounds, whether it is as loud as the others, and how its place was
// found, in w cells: the name gives way, then the place.
func (b *Beside) said(w int) string {
	level, how := "", ""
	if b.Levels != "" {
		level = " · " + b.Levels
	}
	if b.How != "" {
		how = " · " + b.How
	}
	least := min(paint.Width(b.Title), leastName)
	if paint.Width(how+level)+least > w {
		how = ""
	}
	if paint.Width(level)+least > w {
		level = ""
	}
	return paint.Cut(b.Title, max(0, w-paint.Width(how+level))) + how + level
}

// Switch lets one sound in the place of what sounds. Where that is one of its
// kind it goes on at the same place: same tells where that is; nil: at the same
// time or fraction. Else it begins.
func (r *Sound) Switch(to Beside, same func(time.Duration) time.Duration) tea.Cmd {
	if r.beside == nil {
		same = func(time.Duration) time.Duration { return to.Clip.From }
		r.loop = loop{}
		r.Player.Unloop()
	}
	r.Player.Switch(to.Clip, same)
	if r.loop.set || r.loop.on {
		r.loop = r.loop.moved(r.Timeline, to.Clip.Timeline, same)
	}
	if r.Player.Status().State == player.Paused {
		r.Player.Resume()
	}
	r.Reveal(to)
	r.follow()
	return r.StartTicking()
}

// Reveal shows what sounds, and what it is unless nobody shall know.
func (r *Sound) Reveal(b Beside) {
	r.show(nil, b.Clip.Timeline)
	if r.beside = &b; !b.Blind {
		r.take = r.Takes.find(b.Take)
		r.Work.Hear(document.Of(b.Of, b.Of.Text))
	}
}

// show makes a take what the panel shows.
func (r *Sound) show(take *takeRow, sound *player.Timeline) {
	r.take, r.Timeline, r.beside = take, sound, nil
	r.Takes.Side = nil
	r.Takes.Rev++
}

// Gain says how loud what sounds is heard among the others now, in dB more than
// it is.
func (r *Sound) Gain(gain float64, matched bool) {
	if r.beside != nil {
		r.beside.Clip.Gain, r.beside.Levels = gain, LevelsOf(matched)
	}
	r.Player.SetGain(gain)
}

// again lets it begin once more.
func (r *Sound) again(b *Beside) tea.Cmd {
	from := b.Clip.From
	r.loop = loop{}
	r.Player.Unloop()
	r.Player.Switch(b.Clip, func(time.Duration) time.Duration { return from })
	if r.Player.Status().State == player.Paused {
		r.Player.Resume()
	}
	return r.StartTicking()
}

// Hides reports whether nobody shall know what sounds.
func (r *Sound) Hides() bool { return r.beside != nil && r.beside.Blind }

// Clear shows nothing, as at the start.
func (r *Sound) Clear() {
	r.Player.Stop()
	r.loop = loop{}
	r.show(nil, nil)
}

// Loops reports whether a part repeats.
func (r *Sound) Loops() bool { return r.loop.on }

// Mask says which takes must not be shown, because nobody shall know what was heard
// where; nil: all may. Their marks go.
func (r *Takes) Mask(hides func(takes.Take) bool) {
	if hides == nil && r.masked == nil {
		return
	}
	r.masked = hides
	r.Rev++
	for _, mark := range []**takeRow{&r.a, &r.b} {
		if *mark != nil && r.Masked((*mark).Take) {
			*mark, r.Side = nil, nil
		}
	}
}

// Masked reports a take that must not be shown now.
func (l *TakeList) Masked(t takes.Take) bool { return l.masked != nil && l.masked(t) }

// Latest is the newest take that may be shown; nil: there is none.
func (l *TakeList) Latest() *takeRow {
	i := slices.IndexFunc(l.Rows, func(row *takeRow) bool { return !l.Masked(row.Take) })
	if i < 0 {
		return nil
	}
	return l.Rows[i]
}

// Meant is the take that a key is about, and its number; a zero take where there
// is none.
func (r *Takes) Meant() (t takes.Take, number int) {
	if row := r.meant(); row != nil {
		return row.Take, row.Number
	}
	return t, 0
}

// NotWhole says why the take that is meant cannot be put beside others.
func (r *Takes) NotWhole() string {
	if why := r.NoneMeant(); why != "" {
		return why
	}
	row := r.meant()
	switch {
	case row.notPlayable() != "":
		return row.notPlayable()
	case !row.Whole():
		return Say.Takes.notWhole(Say.Takes.Take(row.Number))
	}
	return ""
}

// Tell says of what sounds how it is known where it is.
func (r *Sound) Tell(how string) {
	if r.beside != nil {
		r.beside.How = how
	}
}

// Over reports whether it has come to its end, or was stopped, as it was drawn last.
func (r *Sound) Over() bool {
	return r.playing.State == player.Ended || r.playing.State == player.Idle
}

// Position is the place that sounds, as it was drawn last.
func (r *Sound) Position() time.Duration { return r.playing.Position }

// moved is where a loop is in another sound, as the player moves it.
func (l loop) moved(from, to *player.Timeline, same func(time.Duration) time.Duration) loop {
	was, is := from.Duration(), to.Duration()
	if same == nil {
		same = func(at time.Duration) time.Duration {
			if d := was - is; max(d, -d) <= max(was, is)*3/100 {
				return at
			}
			return time.Duration(float64(at) / float64(max(1, was)) * float64(is))
		}
	}
	l.from, l.to = same(l.from), same(l.to)
	return l
}
