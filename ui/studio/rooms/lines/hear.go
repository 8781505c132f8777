package lines

import (
	"context"
	"os"
	"time"

	tea "charm.land/bubbletea/v2"

	"voicestudio/player"
	"voicestudio/tts/speak"
	"voicestudio/tts/takes"
	"voicestudio/ui/narration"
	"voicestudio/ui/session"
	"voicestudio/ui/studio/rooms"
	"voicestudio/ui/studio/rooms/listen"
)

// playing is what of the script sounds, or did last.
type playing struct {
	sound  *player.Timeline
	line   string        // it is one line's
	take   string        // of which take
	whole  *whole        // or several lines'
	speech *speak.Speech // it comes, or came, from
	moved  bool          // somebody has moved the cursor since it began
}

// whole is several lines as one sound.
type whole struct {
	*narration.Whole
	rows   []narration.Row // of all lines, as they were when it began
	cancel context.CancelFunc
}

// Sounds is the line that sounds, or stands still at its place, and how far in its
// take that is; false where it is none of this script's.
func (r *Lines) sounds() (line, take string, at time.Duration, found bool) {
	p := r.plays
	if p.sound == nil || r.Sound.Timeline != p.sound {
		return "", "", 0, false
	}
	at = r.Sound.Position()
	if p.whole == nil {
		return p.line, p.take, at, true
	}
	m, found := p.whole.At(at)
	if !found {
		return "", "", 0, false
	}
	row := p.whole.rows[m.Line]
	return row.ID, row.Take.ID, m.At, true
}

// soundMsg brings the file of a take that is to be heard.
type soundMsg struct {
	of   *Lines
	line string
	take takes.Take
	from time.Duration
	file *os.File
	err  error
}

// NoTake says why the line under the cursor cannot be heard.
func (r *Lines) NoTake() string {
	if why := r.None(); why != "" {
		return why
	}
	if row := r.row(r.cursor); row == nil || row.Take == nil && r.make.coming[r.cursor] == nil {
		return Say.noTake
	}
	return ""
}

// Hear plays the line under the cursor alone.
func (r *Lines) Hear() tea.Cmd {
	if speech := r.make.coming[r.cursor]; speech != nil {
		return r.hearComing(r.cursor, speech)
	}
	return r.hearTake(r.cursor, *r.row(r.cursor).Take, 0)
}

// hearTake plays a take of a line from a place on.
func (r *Lines) hearTake(line string, t takes.Take, from time.Duration) tea.Cmd {
	return r.OnErrand(rooms.Say.Screen.Opening(Say.lineOf(1+r.Work.Lines().Find(line))), func() tea.Msg {
		file, _, err := session.OpenTake(t)
		return soundMsg{r, line, t, from, file, err}
	})
}

// TakeIn lets it sound.
func (m soundMsg) TakeIn() tea.Cmd {
	r := m.of
	if m.err != nil {
		return r.Fail(m.err)
	}
	sound := r.Player.Load(r.Ctx, m.file, session.FormatOf(m.take.Request))
	clip := player.Clip{Timeline: sound, From: m.from}
	r.sound(playing{sound: sound, line: m.line, take: m.take.ID}, listen.Beside{Clip: clip, Title: r.titled(m.line), Of: m.take.Request, Take: m.take.ID})
	r.begins(clip)
	cmds := []tea.Cmd{r.Sound.StartTicking()}
	if r.Heard != nil {
		cmds = append(cmds, r.Heard(m.take.ID))
	}
	return tea.Batch(cmds...)
}

// begins lets a clip sound from its place, which need not have come yet.
func (r *Lines) begins(c player.Clip) {
	if c.From == 0 {
		r.Player.Replay(c.Timeline)
		return
	}
	r.Player.Unloop()
	r.Player.Switch(c, func(time.Duration) time.Duration { return c.From })
	if r.Player.Status().State == player.Paused {
		r.Player.Resume()
	}
}

// hearComing lets a line sound while it comes.
func (r *Lines) hearComing(line string, speech *speak.Speech) tea.Cmd {
	sound := r.Player.Load(r.Ctx, speech.Reader(), session.FormatOf(speech.Request))
	r.sound(playing{sound: sound, line: line, speech: speech}, listen.Beside{Clip: player.Clip{Timeline: sound}, Title: r.titled(line), Of: speech.Request})
	r.Player.Replay(sound)
	return r.Sound.StartTicking()
}

// sound shows what begins to sound, and lets go of what did before.
func (r *Lines) sound(p playing, b listen.Beside) {
	if w := r.plays.whole; w != nil {
		w.cancel()
	}
	r.plays = p
	r.Sound.Reveal(b)
}

// titled names a line where it sounds.
func (r *Lines) titled(line string) string { return Say.lineOf(1 + r.Work.Lines().Find(line)) }
