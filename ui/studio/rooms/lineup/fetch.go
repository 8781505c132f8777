package lineup

import (
	"os"

	tea "charm.land/bubbletea/v2"

	"voicestudio/player"
	"voicestudio/ui/bench"
	"voicestudio/ui/session"
)

// soundMsg brings the files of takes.
type soundMsg struct {
	of    *Lineup
	files map[*Row]*os.File
	fault map[*Row]error
}

// Fetch gets the sound of rows from disk, where that is not here yet.
func (l *Lineup) Fetch(rows ...*Row) tea.Cmd {
	paths := map[*Row]string{}
	for _, r := range rows {
		if r.Take != nil && r.Timeline == nil && !r.opening && session.Playable(r.Take.Request) {
			r.opening = true
			paths[r] = r.Take.File
		}
	}
	if len(paths) == 0 {
		return nil
	}
	return func() tea.Msg {
		msg := soundMsg{l, map[*Row]*os.File{}, map[*Row]error{}}
		for row, path := range paths {
			file, err := os.Open(path)
			if err != nil {
				msg.fault[row] = err
				continue
			}
			msg.files[row] = file
		}
		return msg
	}
}

// TakeIn decodes them, and lets the one be heard that is waited for.
func (m soundMsg) TakeIn() tea.Cmd {
	l := m.of
	var cmds []tea.Cmd
	for row, file := range m.files {
		row.opening = false
		cmds = append(cmds, l.load(row, l.Player.Load(l.Ctx, file, session.FormatOf(row.Take.Request))))
	}
	for row, err := range m.fault {
		row.opening = false
		row.Take, row.Err = nil, err // it has gone from the disk
	}
	return tea.Batch(append(cmds, l.satisfy())...)
}

// load takes in a row's sound, and its level once it is whole.
func (l *Lineup) load(row *Row, sound *player.Timeline) tea.Cmd {
	row.Timeline = sound
	row.Clip = bench.Clip(sound, 0)
	return func() tea.Msg {
		<-sound.Done()
		return wholeMsg{l, row}
	}
}

// satisfy lets the row be heard that is waited for.
func (l *Lineup) satisfy() tea.Cmd {
	row := l.Wanted
	if row == nil || row.Timeline == nil {
		return nil
	}
	l.Wanted = nil
	return l.hear(row)
}

// wholeMsg tells that the sound of a row is whole.
type wholeMsg struct {
	of  *Lineup
	row *Row
}

// TakeIn levels it with the others.
func (m wholeMsg) TakeIn() tea.Cmd { return m.of.changed() }
