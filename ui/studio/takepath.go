package studio

import (
	"os"
	"path/filepath"
	"strings"

	tea "charm.land/bubbletea/v2"
)

// shortPath writes a take's path so that it fits on a line and a shell expands
// it.
func shortPath(path string) string {
	dir, name := filepath.Split(path)
	if home, err := os.UserHomeDir(); err == nil {
		if rest, found := strings.CutPrefix(dir, home); found {
			dir = "~" + rest
		}
	}
	if hash, number, found := strings.Cut(name, "-"); found && len(hash) > 8 {
		name = hash[:8] + "*-" + number
	}
	return dir + name
}

// copyPath puts the path of a take's file on the clipboard.
func (r *takesRoom) copyPath() tea.Cmd {
	row := r.meant()
	return tea.Batch(tea.SetClipboard(row.File), r.say(note, say.takes.copied(say.takes.take(row.number), shortPath(row.File))))
}
