package library

import (
	"path/filepath"
	"slices"

	tea "charm.land/bubbletea/v2"

	"voicestudio/presets"
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

// Contest reads all presets, and what they have won. It blocks.
func (r *Presets) Contest() (all []presets.Entry, wins document.Wins) {
	all = presets.Starters() // in the order in which they are best tried
	if shelf, err := r.Library.Library.Read(r.Ctx, nil); err == nil {
		all = append(all, slices.DeleteFunc(slices.Clone(shelf.Entries), func(e presets.Entry) bool { return e.Starter })...)
	}
	if r.kept != "" {
		wins, _ = r.kept.Presets()
	}
	return all, wins
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
	r.ranked++
	r.refresh()
	return nil
}
