package lines

import (
	"context"
	"time"

	tea "charm.land/bubbletea/v2"

	"voicestudio/player"
	"voicestudio/ui/narration"
	"voicestudio/ui/studio/rooms/listen"
)

// PlayOn plays the lines from the one under the cursor on as one sound, as far as
// their takes are there.
func (r *Lines) PlayOn() tea.Cmd { return r.playFrom(r.at, 0) }

// playFrom plays from a place of a line's take on.
func (r *Lines) playFrom(line int, at time.Duration) tea.Cmd {
	s := r.Work.Lines()
	rows := make([]narration.Row, len(s.Lines))
	for i, l := range s.Lines {
		if row := r.row(l.ID); row != nil {
			rows[i] = *row
		}
		rows[i].Line = l
	}
	ctx, cancel := context.WithCancel(r.Ctx)
	w := &whole{Whole: narration.NewWhole(ctx, rows, s, line, at), rows: rows, cancel: cancel}
	if len(w.Lines) == 0 {
		cancel()
		return nil
	}
	first := rows[w.Lines[0]]
	sound := r.Player.Play(ctx, w, w.Format())
	r.sound(playing{sound: sound, whole: w}, listen.Beside{Clip: player.Clip{Timeline: sound}, Title: r.fromTitle(first.ID), Of: first.Take.Request})
	return r.Sound.StartTicking()
}

// fromTitle names several lines where they sound.
func (r *Lines) fromTitle(line string) string {
	return Say.fromLine(1 + r.Work.Lines().Find(line))
}

// NothingOn says why nothing can be played from here on.
func (r *Lines) NothingOn() string {
	if why := r.None(); why != "" {
		return why
	}
	all := r.Work.Lines().Lines
	for _, l := range all[min(r.at, len(all)-1):] {
		if row := r.row(l.ID); row != nil && row.Take != nil {
			return ""
		}
	}
	return Say.noTake
}
