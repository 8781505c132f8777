package benches

import (
	"cmp"
	"time"

	tea "charm.land/bubbletea/v2"

	"voicestudio/presets/audition"
	"voicestudio/tts/takes"
	"voicestudio/ui/studio/document"
	"voicestudio/ui/studio/rooms"
	"voicestudio/ui/studio/rooms/lineup"
)

// effect is what a win changes: the winner's stars on the bench and among the
// takes, and the rank of the preset that it came from.
type effect func(on bool, failed func(error) tea.Cmd) tea.Cmd

// win is the effect of a row's win, by what was heard of it: a take's id, or empty
// for the one that it has.
func (r *Bench) win(row *lineup.Row, take string, won document.Win) effect {
	id, stars, preset, starred := row.ID, row.Stars, presetOf(row), false
	take = cmp.Or(take, takeOf(row))
	return func(on bool, failed func(error) tea.Cmd) tea.Cmd {
		var cmds []tea.Cmd
		if stars == 0 {
			cmds = append(cmds, r.change(r.of(id, func(c *audition.Candidate) {
				if c.Stars = 0; on {
					c.Stars = 1
				}
			})))
		}
		if take != "" {
			cmds = append(cmds, r.editTake(failed, func(f takes.Folder) error {
				if on {
					t, err := f.Load(take)
					if err != nil {
						return err
					}
					starred = t.Starred
				}
				if starred {
					return nil // it had one before
				}
				_, err := f.Star(take, on)
				return err
			}))
		}
		if preset != "" {
			cmds = append(cmds, r.Rank(preset, won, on, failed))
		}
		return tea.Batch(cmds...)
	}
}

// hasWon reports that a win has nothing to change any more.
func (r *Bench) hasWon(row *lineup.Row, take string, at time.Time) bool {
	if row.Stars == 0 || !r.starred(take) {
		return false
	}
	preset := presetOf(row)
	return preset == "" || r.wonAt(preset, at) != nil
}

// wonAt is what a preset has won at a time; nil: nothing.
func (r *Bench) wonAt(preset string, at time.Time) *document.Win {
	for _, won := range r.Wins()[preset] {
		if won.At.Equal(at) {
			return &won
		}
	}
	return nil
}

// starred reports whether a take that is listed has a star.
func (r *Bench) starred(take string) bool {
	for _, row := range r.Takes.Rows {
		if row.ID == take {
			return row.Starred
		}
	}
	return false
}

// presetOf is the preset that a row is; of one that merely began with it, none.
func presetOf(row *lineup.Row) string {
	if row.Kind == audition.Preset {
		return row.Preset
	}
	return ""
}

// takeOf is the id of the take that answers a row; empty: none yet.
func takeOf(row *lineup.Row) string {
	if row.Take != nil {
		return row.Take.ID
	}
	return row.Candidate.Take
}

// editTake changes something of a take, in the order of the keys.
func (r *Bench) editTake(failed func(error) tea.Cmd, do func(takes.Folder) error) tea.Cmd {
	folder := r.Session.Takes()
	return r.order.Cmd(func() tea.Msg {
		if err := do(folder); err != nil {
			return rooms.DoMsg{Do: func() tea.Cmd { return failed(err) }}
		}
		return rooms.DoMsg{Do: r.Sound.Reread}
	})
}
