package lines

import (
	"context"
	"io"
	"time"

	tea "charm.land/bubbletea/v2"

	"voicestudio/player"
	"voicestudio/tts/takes"
	"voicestudio/ui/session"
	"voicestudio/ui/studio/rooms/listen"
)

// PlayOn plays the lines from the one under the cursor on as one sound, as far as
// their takes are there.
func (r *Lines) PlayOn() tea.Cmd { return r.playFrom(r.at, 0) }

// playFrom plays from a place of a line's take on.
func (r *Lines) playFrom(at int, from time.Duration) tea.Cmd {
	s := r.Work.Lines()
	w := &whole{}
	var parts []player.Part
	var formats []player.Format
	for i := at; i < len(s.Lines); i++ {
		row := r.row(s.Lines[i].ID)
		if row == nil || row.Take == nil {
			continue
		}
		take := *row.Take
		formats = append(formats, session.FormatOf(take.Request))
		parts = append(parts, player.Part{Open: opened(take), Trim: s.Whole.Trim && from == 0, From: from, Pause: time.Duration(s.Pause(i) * float64(time.Second))})
		w.lines, w.takes = append(w.lines, s.Lines[i].ID), append(w.takes, take.ID)
		from = 0
	}
	if len(parts) == 0 {
		return nil
	}
	ctx, cancel := context.WithCancel(r.Ctx)
	rate, channels := player.Common(formats...)
	w.Whole, w.cancel = player.NewWhole(ctx, rate, channels, parts...), cancel
	sound := r.Player.Play(ctx, w.Whole, w.Format())
	r.sound(playing{sound: sound, whole: w}, listen.Beside{Clip: player.Clip{Timeline: sound}, Title: r.fromTitle(w.lines[0]), Of: r.row(w.lines[0]).Take.Request})
	return r.Sound.StartTicking()
}

// opened opens a take when its turn comes.
func opened(t takes.Take) func(context.Context) (io.ReadCloser, player.Format, error) {
	return func(context.Context) (io.ReadCloser, player.Format, error) {
		file, format, err := session.OpenTake(t)
		return file, format, err
	}
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
