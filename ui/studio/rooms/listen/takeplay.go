package listen

import (
	"os"
	"slices"

	tea "charm.land/bubbletea/v2"

	"voicestudio/tts"
	"voicestudio/ui/session"
	"voicestudio/ui/studio/document"
	"voicestudio/ui/studio/rooms"
)

// OpenedMsg brings the files of takes whose sound is wanted.
type OpenedMsg struct {
	files map[*takeRow]*os.File
	err   error
	then  func() tea.Cmd
}

// withSound has the sound of takes ready, decoding what is not in memory, and
// goes on.
func (r *Takes) withSound(then func() tea.Cmd, rows ...*takeRow) tea.Cmd {
	rows = slices.DeleteFunc(rows, func(r *takeRow) bool { return r.timeline != nil })
	if len(rows) == 0 {
		return then()
	}
	paths := make([]string, len(rows)) // a row may change until its file is open
	for i, r := range rows {
		paths[i] = r.File
	}
	return r.OnErrand(rooms.Say.Screen.Opening(Say.Takes.Take(rows[0].Number)), func() tea.Msg {
		msg := OpenedMsg{files: map[*takeRow]*os.File{}, then: then}
		for i, path := range paths {
			file, err := os.Open(path)
			if err != nil {
				msg.err = err
				continue
			}
			msg.files[rows[i]] = file
		}
		return msg
	})
}

// SoundOpened decodes the files that were opened, and goes on.
func (r *Takes) SoundOpened(msg OpenedMsg) tea.Cmd {
	for row, file := range msg.files {
		r.hold(row, r.Player.Load(r.Ctx, file, session.FormatOf(row.Request)))
	}
	if msg.err != nil {
		return r.Say(rooms.Warning, Say.Takes.cannotPlay(tts.Reason(msg.err)))
	}
	return msg.then()
}

// Play plays the take under the cursor from its start, from disk. One that
// is being made is made to its end meanwhile.
func (r *Takes) Play() tea.Cmd {
	row := r.current()
	return r.withSound(func() tea.Cmd {
		r.sounds(row)
		r.Sound.loop = loop{}
		r.Player.Replay(row.timeline)
		return tea.Batch(r.Sound.StartTicking(), r.heard(row), r.measure(row))
	}, row)
}

// sounds makes a take the one that the Sound panel shows.
func (r *Takes) sounds(row *takeRow) {
	r.Sound.show(row, row.timeline)
	r.Work.Hear(document.Of(row.Request, row.Request.Text))
}

// heard notes on disk that a take was played, for the order in which old ones
// are removed.
func (r *Takes) heard(row *takeRow) tea.Cmd {
	folder, id := r.Session.Takes(), row.ID
	return func() tea.Msg {
		folder.Heard(id)
		return nil
	}
}

// NotPlayable says why the take under the cursor can be neither played nor
// compared.
func (r *Takes) NotPlayable() string {
	if row := r.current(); row != nil {
		return row.notPlayable()
	}
	return r.NoTakes()
}

func (r *takeRow) notPlayable() string {
	if session.Playable(r.Request) {
		return ""
	}
	return Say.Takes.unplayable(Say.Takes.Take(r.Number), r.Request.AudioFormat(), ShortPath(r.File))
}
