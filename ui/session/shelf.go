package session

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"voicestudio/tts"
	"voicestudio/tts/takes"
)

// OnDisk looks for the takes that answer settled requests without asking the
// host. For each request there are its hash and its whole takes, the newest
// first; Speak would play that one. The error is an *tts.Error where the host
// cannot be prepared.
func (s *Session) OnDisk(requests []tts.Request) (hashes []string, found [][]takes.Take, err error) {
	client, err := s.Connect()
	if err != nil {
		return nil, nil, err
	}
	all, _, err := s.takes.List()
	if err != nil {
		return nil, nil, err
	}
	byHash := map[string][]takes.Take{}
	for _, t := range all {
		hash, _, _ := strings.Cut(t.ID, "-")
		byHash[hash] = append(byHash[hash], t)
	}
	hashes, found = make([]string, len(requests)), make([][]takes.Take, len(requests))
	for i, r := range requests {
		hashes[i] = client.Hash(r)
		for _, t := range byHash[hashes[i]] {
			if answers(t, r) {
				found[i] = append(found[i], t)
			}
		}
	}
	return hashes, found, nil
}

// answers reports whether a take of a request may stand for it. Subtitles
// that are asked for must be there, too.
func answers(t takes.Take, r tts.Request) bool {
	return t.Whole() && (len(t.Subtitles) > 0 || !tts.Or(r.SubtitleEnable, false))
}

// restful is how long the trash stays as it is after the last deletion.
const restful = 24 * time.Hour

// Tidy keeps the folder of takes within its budget, as takes.Folder.Prune
// does, which empties the trash first: so it waits until nothing was deleted
// for a day. It reads the whole folder only where there is too much; what it
// cannot remove stays.
func (s *Session) Tidy(ctx context.Context) {
	trash, err := os.Stat(filepath.Join(s.takes.Dir, "trash"))
	if err == nil && time.Since(trash.ModTime()) < restful || !s.tooMuch(ctx) {
		return
	}
	s.takes.Prune(takes.DefaultBudget, false)
}

// tooMuch reports whether the takes and the trash exceed the budget.
func (s *Session) tooMuch(ctx context.Context) bool {
	var total int64
	err := filepath.WalkDir(s.takes.Dir, func(_ string, e fs.DirEntry, err error) error {
		if err == nil && e.Type().IsRegular() {
			if info, err := e.Info(); err == nil { // else it has gone meanwhile
				total += info.Size()
			}
		}
		return errors.Join(err, ctx.Err())
	})
	return err == nil && total > takes.DefaultBudget
}
