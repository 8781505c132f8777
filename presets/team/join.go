package team

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"voicestudio/presets"
	"voicestudio/tts"
	"voicestudio/tts/takes/disk"
)

// join is a pull whose outcome for every file that both sides changed is
// known before anything is touched.
type join struct {
	*checkout
	prefer             Side
	base, mine, theirs string // commits
	// merged is the outcome; a nil text is a deleted file.
	merged map[string][]byte
	aside  map[string]aside // by path
}

// join returns nil where there is nothing to pull.
func (c *checkout) join(ctx context.Context, prefer Side) (*join, error) {
	rev := func(args ...string) (string, error) {
		out, err := git(ctx, c.top, "", args...)
		return strings.TrimSpace(out), err
	}
	j := &join{checkout: c, prefer: prefer, merged: map[string][]byte{}}
	var err error
	if j.mine, err = rev("rev-parse", "HEAD"); err != nil {
		return nil, err
	}
	if j.theirs, err = rev("rev-parse", c.upstream); err != nil {
		return nil, err
	}
	if j.base, err = rev("merge-base", j.mine, j.theirs); err != nil {
		return nil, presets.Refuse(fs.ErrInvalid, say.git.unrelated(presets.Quoted(c.branch), presets.Quoted(c.remote)))
	}
	if j.base == j.theirs {
		return nil, nil
	}
	here, err := c.names(ctx, "diff", "--name-only", "-z", "--no-renames", j.base, j.mine)
	if err != nil {
		return nil, err
	}
	there, err := c.names(ctx, "diff", "--name-only", "-z", "--no-renames", j.base, j.theirs)
	if err != nil {
		return nil, err
	}
	uncommitted, err := c.names(ctx, "status", "--porcelain=v1", "-z", "--no-renames", "--untracked-files=all")
	if err != nil {
		return nil, err
	}
	uncommitted = slices.DeleteFunc(uncommitted, func(line string) bool { return !slices.Contains(there, line[min(3, len(line)):]) })
	j.aside = c.setAside(ctx, uncommitted)
	for _, line := range uncommitted {
		path := line[min(3, len(line)):]
		if _, known := j.aside[path]; !known {
			return nil, &Uncommitted{presets.Refuse(fs.ErrExist, say.git.uncommitted(presets.Quoted(path))), c.path(path)}
		}
	}
	conflict := &SyncConflict{}
	for _, path := range here {
		base, ok := c.inside(path)
		if !ok || !presets.IsFile(base) || !slices.Contains(there, path) {
			continue
		}
		data, fault := j.resolve(ctx, path)
		if fault != nil {
			conflict.Files = append(conflict.Files, *fault)
		}
		j.merged[path] = data
	}
	if len(conflict.Files) > 0 {
		return nil, conflict
	}
	return j, nil
}

// resolve merges the last states of a preset that both sides have changed, so
// that making it equal to theirs and committing that ends a conflict.
func (j *join) resolve(ctx context.Context, path string) ([]byte, *FileConflict) {
	var sides [3]presets.Preset
	var texts [3][]byte
	var there [3]bool
	fault := &FileConflict{File: j.path(path)}
	for i, rev := range []string{j.mine, j.theirs, j.base} {
		if texts[i], there[i] = j.blob(ctx, rev, path); !there[i] {
			continue
		}
		p, err := presets.Parse(texts[i])
		if err != nil {
			fault.Reason = say.merge.oneSide(tts.Reason(err))
		}
		if sides[i] = p; p.Name != "" {
			fault.Name = p.Name
		}
	}
	mine, theirs, base := sides[0], sides[1], sides[2]
	switch {
	case j.prefer == PreferMine && (fault.Reason != "" || !there[0] || !there[1]):
		return texts[0], nil
	case j.prefer == PreferTheirs && (fault.Reason != "" || !there[0] || !there[1]):
		return texts[1], nil
	case fault.Reason != "":
		return nil, fault
	case !there[0] && !there[1]:
		return nil, nil
	case !there[0]:
		fault.Reason = say.merge.deletedHere
		return nil, fault
	case !there[1]:
		fault.Reason = say.merge.deletedOut
		return nil, fault
	}
	if j.prefer == PreferTheirs {
		mine, theirs = theirs, mine
	}
	p, conflicts := presets.Merge(base, mine, theirs)
	if len(conflicts) > 0 && j.prefer == PreferNone {
		fault.Fields = conflicts
		return nil, fault
	}
	data, err := presets.EncodeForDisk(p)
	if err != nil {
		fault.Reason = tts.Reason(err)
		return nil, fault
	}
	return data, nil
}

// rebase puts one's own commits on theirs. Where git cannot join the lines of
// a preset, its merged state is taken; anything else ends the rebase, and the
// working copy is as before.
func (j *join) rebase(ctx context.Context) error {
	return j.without(ctx, func() error { return j.rebased(ctx) })
}

func (j *join) rebased(ctx context.Context) error {
	_, err := git(ctx, j.top, "", "rebase", "--quiet", "--autostash", "--no-verify", j.theirs)
	for err != nil {
		more, fault := j.settle(ctx)
		if fault == nil && !more {
			fault = err
		}
		if fault != nil {
			if _, e := git(context.WithoutCancel(ctx), j.top, "", "rebase", "--abort"); e != nil && !gitSays(e, "o rebase in progress") {
				fault = errors.Join(fault, e)
			}
			return fault
		}
		_, err = git(ctx, j.top, "", "rebase", "--continue")
	}
	return j.correct(ctx)
}

// settle resolves what git could not; more is false where git stopped for
// another reason.
func (j *join) settle(ctx context.Context) (more bool, err error) {
	unmerged, err := j.names(ctx, "diff", "--name-only", "-z", "--diff-filter=U")
	if err != nil {
		return false, err
	}
	for _, path := range unmerged {
		data, known := j.merged[path]
		if base, ok := j.inside(path); !known && ok && presets.IsFile(base) {
			var fault *FileConflict
			if data, fault = j.resolve(ctx, path); fault != nil {
				return false, &SyncConflict{[]FileConflict{*fault}}
			}
		} else if !known {
			return false, &SyncConflict{[]FileConflict{{File: j.path(path), Reason: say.merge.noPreset(tts.Clean(j.top))}}}
		}
		if err := j.write(ctx, path, data); err != nil {
			return false, err
		}
	}
	return len(unmerged) > 0, nil
}

// write stores the outcome for a file and stages it.
func (j *join) write(ctx context.Context, path string, data []byte) error {
	if data == nil {
		_, err := git(ctx, j.top, "", "rm", "--quiet", "--force", "--ignore-unmatch", "--", path)
		return err
	}
	root, err := os.OpenRoot(j.dir)
	if err != nil {
		return presets.Cannot(say.cannot.openFolder, j.dir, err)
	}
	defer root.Close()
	if err := disk.Replace(root, filepath.Base(path), data, 0); err != nil {
		return presets.Cannot(say.cannot.write, j.path(path), err)
	}
	_, err = git(ctx, j.top, "", "add", "--", path)
	return err
}

// correct repairs what git joined line by line into another preset than the
// fields say, such as a voice beside a blend.
func (j *join) correct(ctx context.Context) error {
	for path, want := range j.merged {
		now, found := j.blob(ctx, "HEAD", path)
		is, err := presets.Parse(now)
		if should, _ := presets.Parse(want); !found && want == nil || found && want != nil && err == nil && len(presets.Diff(is, should)) == 0 && len(presets.Retakes(is, should)) == 0 {
			continue
		}
		if err := j.write(ctx, path, want); err != nil {
			return err
		}
		if _, err := git(ctx, j.top, "", "commit", "--quiet", "--cleanup=verbatim", "--message="+message([]string{presets.Stem(filepath.Base(path))}), "--only", "--", path); err != nil {
			return err
		}
	}
	return nil
}
