package library

import (
	"path/filepath"

	tea "charm.land/bubbletea/v2"

	"voicestudio/ui/studio/document"
)

// KeepWins says where it is kept what presets have won in duels: beside the draft,
// with the favourites.
func (r *Presets) KeepWins(draft string) {
	if draft != "" {
		r.kept = document.FavouritesIn(filepath.Dir(draft))
	}
}

// WonMsg brings what presets have won.
type WonMsg struct {
	wins   document.Wins
	err    error
	failed func(error) tea.Cmd
}

// Won ranks a preset by a final that it has won, or takes that back; failed says
// why it could not be kept.
func (r *Presets) Won(preset string, won document.Win, on bool, failed func(error) tea.Cmd) tea.Cmd {
	file := r.kept
	if file == "" {
		return nil
	}
	return r.wins.Cmd(func() tea.Msg {
		now, _, err := file.Win(preset, won, on)
		return WonMsg{now.Wins, err, failed}
	})
}

// Ranked shows it.
func (r *Presets) Ranked(msg WonMsg) tea.Cmd {
	if msg.err != nil {
		return msg.failed(msg.err)
	}
	r.Library.Wins = msg.wins
	r.refresh()
	return nil
}
