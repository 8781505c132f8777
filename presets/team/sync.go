package team

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"voicestudio/presets"
	"voicestudio/tts/takes/disk"
)

// Side says who is right where both sides changed the same field.
type Side int

// The sides. PreferNone changes nothing and returns the conflicts.
const (
	PreferNone Side = iota
	PreferMine
	PreferTheirs
)

// Synced is what a Pull or Push did; the names are those of presets.
type Synced struct {
	Committed []string `json:"committed"`
	Pulled    []string `json:"pulled"`
	Pushed    bool     `json:"pushed"`
	// News are the commits that came in, by person and field.
	News []Edit `json:"-"`
	// Before are the presets that were pulled as they were here, by their files.
	Before map[string]presets.Preset `json:"-"`
	// Skipped are files that were not committed because they are no presets, or
	// because git was told not to look at them.
	Skipped []presets.Broken `json:"skipped"`
}

// SyncConflict is what two people changed differently. Nothing was changed
// here or there, and the working copy is as it was; a Push has committed.
type SyncConflict struct{ Files []FileConflict }

// FileConflict is one file of a SyncConflict.
type FileConflict struct {
	File string `json:"file"`
	// Name is the preset's; empty where the file is none.
	Name string `json:"name"`
	// Fields are those in conflict; where there are none, Reason says why.
	Fields []presets.Conflict `json:"fields"`
	Reason string             `json:"reason"`
}

// Error is one sentence, safe to print.
func (s *SyncConflict) Error() string {
	var parts []string
	for _, f := range s.Files {
		why := presets.ConflictsInWords(f.Fields)
		if f.Reason != "" {
			why = append(why, f.Reason)
		}
		parts = append(parts, presets.Quoted(f.label())+" ("+presets.InShort(why)+")")
	}
	return say.merge.bothChanged(presets.InShort(parts))
}

func (f FileConflict) label() string {
	if f.Name != "" {
		return f.Name
	}
	return filepath.Base(f.File)
}

// Uncommitted is a file that is changed here without a commit, and there, too:
// a Push, which commits first, joins both.
type Uncommitted struct {
	error
	File string
}

func (u *Uncommitted) Unwrap() error { return u.error }

// Pull fetches the team's presets and puts one's own commits on top. Fields
// that only one side changed are joined. What is not committed yet stays; a
// file that is changed here without a commit, and there, too, is refused.
func Pull(ctx context.Context, dir string, prefer Side) (s Synced, err error) {
	c, err := openCheckout(ctx, dir)
	if err != nil {
		return s, err
	}
	return s, c.pull(ctx, &s, prefer)
}

// Push commits the presets of the folder, and nothing else, as "presets: NAME,
// NAME", pulls as Pull does, and pushes. It never forces. Hooks of the
// checkout are not run; other programs that its config names are, as git does.
func Push(ctx context.Context, dir string, prefer Side) (s Synced, err error) {
	c, err := openCheckout(ctx, dir)
	if err != nil {
		return s, err
	}
	if err := c.commit(ctx, &s); err != nil {
		return s, err
	}
	if err := c.overlooked(ctx, &s); err != nil {
		return s, err
	}
	for try := 1; ; try++ {
		if err := c.pull(ctx, &s, prefer); err != nil {
			return s, err
		}
		if !c.exists(ctx, "HEAD") {
			return s, nil // nothing was ever committed
		}
		if !c.absent {
			if ahead, err := c.names(ctx, "rev-list", "-n1", "HEAD", "^"+c.upstream); err != nil || len(ahead) == 0 {
				return s, err
			}
		}
		err := c.speak(ctx, "push", "--quiet", "--progress", "--no-follow-tags", "--set-upstream", "--", c.remote, "HEAD:"+c.target)
		if err == nil {
			s.Pushed = true
			return s, nil
		}
		// Somebody was faster: pull theirs, too.
		if try == 3 || !gitSays(err, "rejected", "fetch first") {
			return s, err
		}
	}
}

// pull fetches and rebases.
func (c *checkout) pull(ctx context.Context, s *Synced, prefer Side) error {
	// By name, since a clone of a single branch follows no other one.
	err := c.speak(ctx, "fetch", "--quiet", "--progress", "--no-recurse-submodules", "--", c.remote, "+"+c.target+":"+c.upstream)
	if c.absent = gitSays(err, "couldn't find remote ref"); c.absent {
		return nil // the first push makes it
	}
	if err != nil {
		return err
	}
	unlock, err := disk.Lock(c.dir)
	if err != nil {
		return presets.Cannot(say.cannot.lockFolder, c.dir, err)
	}
	defer unlock()
	if !c.exists(ctx, "HEAD") {
		if _, err := git(ctx, c.top, "", "merge", "--quiet", "--ff-only", c.upstream); err != nil {
			return err
		}
		return c.tell(ctx, s, emptyTree, c.upstream, emptyTree)
	}
	j, err := c.join(ctx, prefer)
	if err != nil || j == nil {
		return err
	}
	err = j.rebase(ctx)
	os.MkdirAll(c.dir, 0o755) // git removes it with its last file
	if err != nil {
		return err
	}
	return c.tell(ctx, s, j.base, j.theirs, j.mine)
}

// tell notes the presets that came in, and how they were in the commit that was
// here.
func (c *checkout) tell(ctx context.Context, s *Synced, from, to, here string) error {
	paths, err := c.names(ctx, "diff", "--name-only", "-z", "--no-renames", from, to)
	for _, path := range paths {
		base, ok := c.inside(path)
		if !ok || !presets.IsFile(base) {
			continue
		}
		name := presets.Stem(base)
		if e, err := presets.LoadFile(c.path(path)); err == nil {
			name = e.Name
		} else if data, was := c.blob(ctx, from, path); was { // deleted there
			if p, err := presets.Parse(data); err == nil && p.Name != "" {
				name = p.Name
			}
		}
		if !slices.Contains(s.Pulled, name) {
			s.Pulled = append(s.Pulled, name)
		}
	}
	if err != nil || len(s.Pulled) == 0 {
		return err
	}
	if s.Before, err = c.presetsAt(ctx, here, paths); err != nil {
		return err
	}
	news, err := c.news(ctx, from, to)
	s.News = append(s.News, news...)
	return err
}

// presetsAt are those of paths as a commit has them, by their files.
func (c *checkout) presetsAt(ctx context.Context, commit string, paths []string) (map[string]presets.Preset, error) {
	paths = slices.DeleteFunc(slices.Clone(paths), func(path string) bool {
		base, ok := c.inside(path)
		return !ok || !presets.IsFile(base) || strings.Contains(path, "\n")
	})
	var specs []string
	for _, path := range paths {
		specs = append(specs, commit+":"+path)
	}
	blobs, err := c.blobs(ctx, specs)
	all := map[string]presets.Preset{}
	for i, path := range paths {
		if p, broken := presets.Parse(blobs[i]); blobs[i] != nil && broken == nil {
			p.Name = nameOr(p, presets.Stem(filepath.Base(path)))
			all[c.path(path)] = p
		}
	}
	return all, err
}
