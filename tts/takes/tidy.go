package takes

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"time"
)

// restful is how long the trash stays as it is after the last deletion.
const restful = 24 * time.Hour

// Tidy keeps the folder within DefaultBudget, as Prune does, which empties the
// trash first: so it waits until nothing was deleted for a day. It reads the
// whole folder only where there is too much; what it cannot remove stays.
func (f Folder) Tidy(ctx context.Context, spare Spare) {
	trash, err := os.Stat(f.Trash().Dir)
	if err == nil && time.Since(trash.ModTime()) < restful || !f.tooMuch(ctx) {
		return
	}
	f.Prune(DefaultBudget, false, spare)
}

// tooMuch reports whether the takes and the trash exceed the budget.
func (f Folder) tooMuch(ctx context.Context) bool {
	var total int64
	err := filepath.WalkDir(f.Dir, func(_ string, e fs.DirEntry, err error) error {
		if err == nil && e.Type().IsRegular() {
			if info, err := e.Info(); err == nil { // else it has gone meanwhile
				total += info.Size()
			}
		}
		return errors.Join(err, ctx.Err())
	})
	return err == nil && total > DefaultBudget
}
