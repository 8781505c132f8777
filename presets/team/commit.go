package team

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"

	"voicestudio/presets"
	"voicestudio/tts"
	"voicestudio/tts/takes/disk"
)

// commit commits the preset files that differ, and the clips beside them.
func (c *checkout) commit(ctx context.Context, s *Synced) error {
	unlock, err := disk.Lock(c.dir)
	if err != nil {
		return presets.Cannot(say.cannot.lockFolder, c.dir, err)
	}
	defer unlock()
	out, err := c.names(ctx, "status", "--porcelain=v1", "-z", "--no-renames", "--untracked-files=all", "--", "./"+strings.TrimSuffix(c.prefix, "/"))
	if err != nil {
		return err
	}
	names := map[string]string{} // by path
	var paths, called []string
	for _, line := range out {
		path := line[min(3, len(line)):]
		base, ok := c.inside(path)
		if !ok || !presets.IsFile(base) && !strings.HasSuffix(base, presets.ClipEnding) {
			continue
		}
		name, b := c.presetName(ctx, path, presets.Stem(strings.TrimSuffix(base, presets.ClipEnding)))
		if b != nil {
			s.Skipped = append(s.Skipped, *b)
		}
		if name == "" {
			continue
		}
		names[path], paths, called = name, append(paths, path), append(called, name)
	}
	if len(paths) == 0 {
		return nil
	}
	slices.Sort(called)
	called = slices.Compact(called)
	// Through standard input, since ten thousand paths fit no command line.
	list := strings.Join(paths, "\x00")
	if _, err := git(ctx, c.top, list, "add", "--pathspec-from-file=-", "--pathspec-file-nul"); err != nil {
		return err
	}
	if _, err := git(ctx, c.top, list, "commit", "--quiet", "--cleanup=verbatim", "--message="+message(called), "--only", "--pathspec-from-file=-", "--pathspec-file-nul"); err != nil {
		git(context.WithoutCancel(ctx), c.top, list, "reset", "--quiet", "--pathspec-from-file=-", "--pathspec-file-nul")
		return err
	}
	// What the commit holds, not what was asked for.
	made, err := c.names(ctx, "diff-tree", "--root", "--no-commit-id", "--name-only", "-r", "-z", "--no-renames", "HEAD")
	for _, path := range made {
		if name := names[path]; name != "" {
			s.Committed = append(s.Committed, name)
		}
	}
	slices.Sort(s.Committed)
	s.Committed = slices.Compact(s.Committed)
	return err
}

// overlooked notes the presets that no commit holds because git was told not
// to see them, or not to see that they changed.
func (c *checkout) overlooked(ctx context.Context, s *Synced) error {
	files, err := os.ReadDir(c.dir)
	if err != nil {
		return presets.Cannot(say.cannot.readFolder, c.dir, err)
	}
	var paths []string
	for _, f := range files {
		if presets.IsFile(f.Name()) && f.Type()&fs.ModeType&^fs.ModeSymlink == 0 {
			paths = append(paths, c.prefix+f.Name())
		}
	}
	if len(paths) == 0 {
		return nil
	}
	skip := func(path, reason string) {
		if _, err := presets.LoadFile(c.path(path)); err != nil {
			return // no preset: it is told as such, or meant to be ignored
		}
		s.Skipped = append(s.Skipped, presets.Broken{File: filepath.Join(c.dir, strings.TrimPrefix(path, c.prefix)), Reason: reason})
	}
	// It knows no literal names, but takes all as such behind ./
	out, err := git(ctx, c.top, "./"+strings.Join(paths, "\x00./"), "--no-literal-pathspecs", "check-ignore", "--verbose", "-z", "--stdin")
	if e, exited := errors.AsType[*exec.ExitError](err); err != nil && (!exited || e.ExitCode() != 1) { // 1: none is ignored
		return err
	}
	for rule := range slices.Chunk(strings.Split(strings.TrimSuffix(out, "\x00"), "\x00"), 4) {
		if len(rule) == 4 && !strings.HasPrefix(rule[2], "!") {
			path := strings.TrimPrefix(rule[3], "./")
			skip(path, say.git.ignored(presets.Quoted(rule[2]), rule[1], presets.Safe(rule[0]), presets.ShellWord(presets.Safe(c.top)), presets.ShellWord(presets.Safe(path))))
		}
	}
	marked, err := c.names(ctx, "ls-files", "-v", "-z", "--", "./"+strings.TrimSuffix(c.prefix, "/"))
	if err != nil {
		return err
	}
	marked = slices.DeleteFunc(marked, func(entry string) bool { return strings.HasPrefix(entry, "H ") })
	if len(marked) == 0 {
		return nil
	}
	known, err := Git(ctx, c.dir)
	for _, entry := range marked {
		path := entry[min(2, len(entry)):]
		base, ok := c.inside(path)
		if t, told := known[base]; ok && told && !t.Committed && slices.Contains(paths, path) {
			skip(path, say.git.unseen(presets.ShellWord(presets.Safe(c.top)), presets.ShellWord(presets.Safe(path))))
		}
	}
	return err
}

// message names the presets of a commit, up to 200 of them. A team reads it in
// one language, whatever language each of them uses.
func message(called []string) string {
	const most = 200
	var names []string
	for _, name := range called[:min(most, len(called))] {
		names = append(names, tts.Clean(name))
	}
	if len(called) > most {
		names = append(names, fmt.Sprintf("and %d more", len(called)-most))
	}
	return "presets: " + strings.Join(names, ", ")
}

// presetName is the name of the preset that a file, or the clip beside it,
// belongs to; empty where it belongs to none.
func (c *checkout) presetName(ctx context.Context, path, stem string) (string, *presets.Broken) {
	e, err := presets.LoadFile(filepath.Join(c.dir, stem+presets.Ending))
	if err == nil {
		return e.Name, nil
	}
	if b := (*presets.Broken)(nil); errors.As(err, &b) {
		if strings.HasSuffix(path, presets.Ending) {
			return "", b
		}
		return "", nil
	}
	// Deleted: the name it had.
	data, found := c.blob(ctx, "HEAD", c.prefix+stem+presets.Ending)
	if p, err := presets.Parse(data); found && err == nil && p.Name != "" {
		return p.Name, nil
	}
	if found {
		return stem, nil
	}
	return "", nil
}
