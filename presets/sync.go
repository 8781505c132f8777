package presets

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

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
	// Skipped are files that were not committed because they are no presets.
	Skipped []Broken `json:"skipped"`
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
	Fields []Conflict `json:"fields"`
	Reason string     `json:"reason"`
}

// Error is one sentence, safe to print.
func (s *SyncConflict) Error() string {
	var parts []string
	for _, f := range s.Files {
		why := []string{}
		for _, c := range f.Fields {
			why = append(why, c.Sentence())
		}
		if f.Reason != "" {
			why = append(why, f.Reason)
		}
		parts = append(parts, quoted(f.label())+" ("+inShort(why)+")")
	}
	return "both sides changed " + inShort(parts) + ": nothing was overwritten; make the fields equal, save yours under a new name, or choose a side, and push again"
}

func (f FileConflict) label() string {
	if f.Name != "" {
		return f.Name
	}
	return filepath.Base(f.File)
}

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
// checkout are not run.
func Push(ctx context.Context, dir string, prefer Side) (s Synced, err error) {
	c, err := openCheckout(ctx, dir)
	if err != nil {
		return s, err
	}
	if err := c.commit(ctx, &s); err != nil {
		return s, err
	}
	for try := 1; ; try++ {
		if err := c.pull(ctx, &s, prefer); err != nil {
			return s, err
		}
		if !c.exists(ctx, "HEAD") {
			return s, nil // nothing was ever committed
		}
		if c.exists(ctx, c.upstream) {
			if ahead, err := c.names(ctx, "rev-list", "-n1", "HEAD", "^"+c.upstream); err != nil || len(ahead) == 0 {
				return s, err
			}
		}
		_, err := git(ctx, c.top, "", "push", "--quiet", "--no-follow-tags", "--set-upstream", c.remote, "HEAD:"+c.target)
		if err == nil {
			s.Pushed = true
			return s, nil
		}
		// Somebody was faster: pull theirs, too.
		if try == 3 || !strings.Contains(err.Error(), "rejected") && !strings.Contains(err.Error(), "fetch first") {
			return s, err
		}
	}
}

// commit commits the preset files that differ, and the clips beside them.
func (c *checkout) commit(ctx context.Context, s *Synced) error {
	unlock, err := disk.Lock(c.dir)
	if err != nil {
		return plain("lock the folder", c.dir, err)
	}
	defer unlock()
	out, err := c.names(ctx, "status", "--porcelain=v1", "-z", "--no-renames", "--untracked-files=all", "--", "./"+strings.TrimSuffix(c.prefix, "/"))
	if err != nil {
		return err
	}
	var paths []string
	for _, line := range out {
		path := line[min(3, len(line)):]
		base, ok := c.inside(path)
		if !ok || !isPresetFile(base) && !strings.HasSuffix(base, clip) {
			continue
		}
		name, b := c.presetName(ctx, path, stem(strings.TrimSuffix(base, clip)))
		if b != nil {
			s.Skipped = append(s.Skipped, *b)
		}
		if name == "" {
			continue
		}
		paths = append(paths, path)
		if !slices.Contains(s.Committed, name) {
			s.Committed = append(s.Committed, name)
		}
	}
	if len(paths) == 0 {
		return nil
	}
	slices.Sort(s.Committed)
	// Through standard input, since ten thousand paths fit no command line.
	list := strings.Join(paths, "\x00")
	if _, err := git(ctx, c.top, list, "add", "--pathspec-from-file=-", "--pathspec-file-nul"); err != nil {
		return err
	}
	if _, err := git(ctx, c.top, list, "commit", "--quiet", "--cleanup=verbatim", "--message="+message(s.Committed), "--only", "--pathspec-from-file=-", "--pathspec-file-nul"); err != nil {
		git(context.WithoutCancel(ctx), c.top, list, "reset", "--quiet", "--pathspec-from-file=-", "--pathspec-file-nul")
		s.Committed = nil
		return err
	}
	return nil
}

// message names the presets of a commit, up to 200 of them.
func message(presets []string) string {
	const most = 200
	var names []string
	for _, name := range presets[:min(most, len(presets))] {
		names = append(names, printable(name))
	}
	if len(presets) > most {
		names = append(names, fmt.Sprintf("and %d more", len(presets)-most))
	}
	return "presets: " + strings.Join(names, ", ")
}

// presetName is the name of the preset that a file, or the clip beside it,
// belongs to; empty where it belongs to none.
func (c *checkout) presetName(ctx context.Context, path, stem string) (string, *Broken) {
	e, err := LoadFile(filepath.Join(c.dir, stem+ending))
	if err == nil {
		return e.Name, nil
	}
	if b := (*Broken)(nil); errors.As(err, &b) {
		if strings.HasSuffix(path, ending) {
			return "", b
		}
		return "", nil
	}
	// Deleted: the name it had.
	data, found := c.blob(ctx, "HEAD", c.prefix+stem+ending)
	if p, err := Parse(data); found && err == nil && p.Name != "" {
		return p.Name, nil
	}
	if found {
		return stem, nil
	}
	return "", nil
}

// pull fetches and rebases.
func (c *checkout) pull(ctx context.Context, s *Synced, prefer Side) error {
	if _, err := git(ctx, c.top, "", "fetch", "--quiet", "--no-recurse-submodules", c.remote); err != nil {
		return err
	}
	if !c.exists(ctx, c.upstream) {
		return nil // the first push makes it
	}
	unlock, err := disk.Lock(c.dir)
	if err != nil {
		return plain("lock the folder", c.dir, err)
	}
	defer unlock()
	if !c.exists(ctx, "HEAD") {
		if _, err := git(ctx, c.top, "", "merge", "--quiet", "--ff-only", c.upstream); err != nil {
			return err
		}
		return c.tell(ctx, s, "4b825dc642cb6eb9a060e54bf8d69288fbee4904", c.upstream) // git's empty tree
	}
	j, err := c.join(ctx, prefer)
	if err != nil || j == nil {
		return err
	}
	if err := j.rebase(ctx); err != nil {
		return err
	}
	return c.tell(ctx, s, j.base, j.theirs)
}

// tell notes the presets that came in.
func (c *checkout) tell(ctx context.Context, s *Synced, from, to string) error {
	paths, err := c.names(ctx, "diff", "--name-only", "-z", "--no-renames", from, to)
	for _, path := range paths {
		base, ok := c.inside(path)
		if !ok || !isPresetFile(base) {
			continue
		}
		name := stem(base)
		if e, err := LoadFile(c.path(path)); err == nil {
			name = e.Name
		}
		if !slices.Contains(s.Pulled, name) {
			s.Pulled = append(s.Pulled, name)
		}
	}
	return err
}

// join is a pull whose outcome for every file that both sides changed is
// known before anything is touched.
type join struct {
	*checkout
	prefer             Side
	base, mine, theirs string // commits
	// merged is the outcome; a nil text is a deleted file.
	merged map[string][]byte
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
		return nil, refuse(fs.ErrInvalid, "the branch %s and the one on %s have no commit in common: clone the repository anew", quoted(c.branch), quoted(c.remote))
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
	for _, line := range uncommitted {
		if path := line[min(3, len(line)):]; slices.Contains(there, path) {
			return nil, refuse(fs.ErrExist, "%s was changed here without a commit and by somebody else, too: preset push commits yours and joins them", quoted(path))
		}
	}
	conflict := &SyncConflict{}
	for _, path := range here {
		base, ok := c.inside(path)
		if !ok || !isPresetFile(base) || !slices.Contains(there, path) {
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
	var sides [3]Preset
	var texts [3][]byte
	var there [3]bool
	fault := &FileConflict{File: j.path(path)}
	for i, rev := range []string{j.mine, j.theirs, j.base} {
		if texts[i], there[i] = j.blob(ctx, rev, path); !there[i] {
			continue
		}
		p, err := Parse(texts[i])
		if err != nil {
			fault.Reason = "one side is not a preset: " + err.Error()
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
		fault.Reason = "deleted here, changed there"
		return nil, fault
	case !there[1]:
		fault.Reason = "changed here, deleted there"
		return nil, fault
	}
	if j.prefer == PreferTheirs {
		mine, theirs = theirs, mine
	}
	p, conflicts := Merge(base, mine, theirs)
	if len(conflicts) > 0 && j.prefer == PreferNone {
		fault.Fields = conflicts
		return nil, fault
	}
	data, err := encodeForDisk(p)
	if err != nil {
		fault.Reason = err.Error()
		return nil, fault
	}
	return data, nil
}

// rebase puts one's own commits on theirs. Where git cannot join the lines of
// a preset, its merged state is taken; anything else ends the rebase, and the
// working copy is as before.
func (j *join) rebase(ctx context.Context) error {
	_, err := git(ctx, j.top, "", "rebase", "--quiet", "--autostash", "--no-verify", j.theirs)
	for err != nil {
		more, fault := j.settle(ctx)
		if fault == nil && !more {
			fault = err
		}
		if fault != nil {
			if _, e := git(context.WithoutCancel(ctx), j.top, "", "rebase", "--abort"); e != nil && !strings.Contains(e.Error(), "o rebase in progress") {
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
		if base, ok := j.inside(path); !known && ok && isPresetFile(base) {
			var fault *FileConflict
			if data, fault = j.resolve(ctx, path); fault != nil {
				return false, &SyncConflict{[]FileConflict{*fault}}
			}
		} else if !known {
			return false, &SyncConflict{[]FileConflict{{File: j.path(path), Reason: "not a preset: git -C " + printable(j.top) + " pull --rebase joins it by hand"}}}
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
		return plain("open the folder", j.dir, err)
	}
	defer root.Close()
	if err := disk.Replace(root, filepath.Base(path), data, 0); err != nil {
		return plain("write", j.path(path), err)
	}
	_, err = git(ctx, j.top, "", "add", "--", path)
	return err
}

// correct repairs what git joined line by line into another preset than the
// fields say, such as a voice beside a blend.
func (j *join) correct(ctx context.Context) error {
	for path, want := range j.merged {
		now, found := j.blob(ctx, "HEAD", path)
		is, err := Parse(now)
		if should, _ := Parse(want); !found && want == nil || found && want != nil && err == nil && len(Diff(is, should)) == 0 {
			continue
		}
		if err := j.write(ctx, path, want); err != nil {
			return err
		}
		if _, err := git(ctx, j.top, "", "commit", "--quiet", "--cleanup=verbatim", "--message="+message([]string{stem(filepath.Base(path))}), "--only", "--", path); err != nil {
			return err
		}
	}
	return nil
}
