package team

import (
	"context"
	"errors"
	"os"
	"slices"
	"strings"

	"voicestudio/presets"
)

// Outgoing is what a Push of a folder would bring to the others, by preset:
// what is not committed yet, and what is but was not pushed, as far as can be
// told without asking the remote. Broken are files that would stay behind.
func Outgoing(ctx context.Context, dir string) (edits []Edit, broken []presets.Broken, err error) {
	c, err := openCheckout(ctx, dir)
	if err != nil {
		return nil, nil, err
	}
	base := emptyTree
	if c.exists(ctx, "HEAD") && c.exists(ctx, c.upstream) {
		out, err := git(ctx, c.top, "", "merge-base", "HEAD", c.upstream)
		if err != nil {
			return nil, nil, err
		}
		base = strings.TrimSpace(out)
	}
	folder := "./" + strings.TrimSuffix(c.prefix, "/")
	paths, err := c.names(ctx, "status", "--porcelain=v1", "-z", "--no-renames", "--untracked-files=all", "--", folder)
	if err != nil {
		return nil, nil, err
	}
	for i, line := range paths {
		paths[i] = line[min(3, len(line)):]
	}
	if c.exists(ctx, "HEAD") {
		committed, err := c.names(ctx, "diff", "--name-only", "-z", "--no-renames", base, "HEAD", "--", folder)
		if err != nil {
			return nil, nil, err
		}
		paths = append(paths, committed...)
	}
	clips := map[string]bool{} // whose clip differs, by the preset's path
	var files, specs []string
	for _, path := range paths {
		base, ok := c.inside(path)
		switch {
		case !ok || strings.Contains(path, "\n"):
			continue
		case strings.HasSuffix(base, presets.ClipEnding):
			path = c.prefix + strings.TrimSuffix(base, presets.ClipEnding) + presets.Ending
			clips[path] = true
		case !presets.IsFile(base):
			continue
		}
		files = append(files, path)
	}
	slices.Sort(files)
	files = slices.Compact(files)
	for _, path := range files {
		specs = append(specs, base+":"+path)
	}
	before, err := c.blobs(ctx, specs)
	if err != nil {
		return nil, nil, err
	}
	for i, path := range files {
		var after []byte
		entry, err := presets.LoadFile(c.path(path))
		if b, is := errors.AsType[*presets.Broken](err); is {
			broken = append(broken, *b)
			continue
		}
		if err == nil {
			if after, err = os.ReadFile(entry.File); err != nil {
				continue // it went away meanwhile
			}
		}
		e, differs := c.edit(path, before[i], after)
		if !differs && clips[path] && after != nil {
			e.Deed, e.Name, differs = Edited, entry.Name, true
		}
		if differs {
			edits = append(edits, e)
		}
	}
	return renamed(edits), broken, nil
}
