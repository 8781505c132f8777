package team

import (
	"context"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"voicestudio/presets"
)

// Edit is what one person did to one preset of a team's folder. What it says
// is safe to print; Name is not.
type Edit struct {
	Name string
	File string // its path here
	// By is who committed it; empty where nobody has yet.
	By   string
	Deed Deed
	// Was is the name before, of a preset that was renamed, and WasFile its path.
	Was, WasFile string
	// Changes are those of an edited preset, and Retaken its fingerprints that
	// differ. Without any of both its clip was changed.
	Changes []presets.Change
	Retaken []presets.Retaken

	preset presets.Preset // as it is now, or was last
}

// Deed is what became of a preset.
type Deed string

// The deeds.
const (
	Added   Deed = "added"
	Edited  Deed = "edited"
	Renamed Deed = "renamed"
	Deleted Deed = "deleted"
)

// emptyTree is what git calls a commit's files where there are none.
const emptyTree = "4b825dc642cb6eb9a060e54bf8d69288fbee4904"

// edit compares two states of a preset's file, of which either may be none;
// ok is false where nothing became of a preset.
func (c *checkout) edit(path string, before, after []byte) (e Edit, ok bool) {
	e = Edit{File: c.path(path), Name: presets.Stem(filepath.Base(path))}
	was, faultBefore := presets.Parse(before)
	now, faultAfter := presets.Parse(after)
	was.Name, now.Name = nameOr(was, e.Name), nameOr(now, e.Name)
	switch there, here := before != nil && faultBefore == nil, after != nil && faultAfter == nil; {
	case there && here:
		e.Deed, e.Name, e.preset, e.Changes, e.Retaken = Edited, now.Name, now, presets.Diff(was, now), presets.Retakes(was, now)
		if i := slices.IndexFunc(e.Changes, func(c presets.Change) bool { return c.Field == "name" }); i >= 0 {
			e.Deed, e.Was, e.WasFile, e.Changes = Renamed, was.Name, e.File, slices.Delete(e.Changes, i, i+1)
		}
		return e, e.Deed == Renamed || len(e.Changes)+len(e.Retaken) > 0
	case here:
		e.Deed, e.Name, e.preset = Added, now.Name, now
		return e, true
	case there:
		e.Deed, e.Name, e.preset = Deleted, was.Name, was
		return e, true
	}
	return e, false
}

func nameOr(p presets.Preset, name string) string {
	if p.Name != "" {
		return p.Name
	}
	return name
}

// renamed makes one edit of a preset that somebody deleted and added under
// another name, since a name decides the file's.
func renamed(edits []Edit) []Edit {
	for i := 0; i < len(edits); i++ {
		gone := edits[i]
		if gone.Deed != Deleted {
			continue
		}
		k := slices.IndexFunc(edits, func(e Edit) bool {
			p := e.preset
			p.Name = gone.preset.Name
			return e.Deed == Added && e.By == gone.By && len(presets.Diff(p, gone.preset)) == 0
		})
		if k < 0 {
			continue
		}
		edits[k].Deed, edits[k].Was, edits[k].WasFile = Renamed, gone.Name, gone.File
		edits = slices.Delete(edits, i, i+1)
		i--
	}
	return edits
}

// news tells what the commits from one to another did, by person and preset,
// the oldest first; from may be emptyTree. Of a long history it tells the end.
func (c *checkout) news(ctx context.Context, from, to string) ([]Edit, error) {
	const mostCommits, mostSteps = "200", 500
	args := []string{"log", "--reverse", "--topo-order", "--no-merges", "--no-mailmap", "--no-renames", "--name-only", "--max-count=" + mostCommits, "--format=%x01%H%x01%an", to}
	if from != emptyTree {
		args = append(args, "^"+from)
	}
	out, err := git(ctx, c.top, "", append(args, "--", "./"+strings.TrimSuffix(c.prefix, "/"))...)
	if err != nil {
		return nil, err
	}
	// step is one person's work on one file, from before the first commit up to
	// the last one before somebody else's.
	type step struct{ by, path, from, to string }
	var steps []*step
	last := map[string]*step{} // by path
	var commit, by string
	for line := range strings.Lines(out) {
		line = strings.TrimSuffix(line, "\n")
		if parts := strings.Split(line, "\x01"); len(parts) == 3 {
			commit, by = parts[1], presets.Safe(parts[2])
			continue
		}
		path := unquotePath(line)
		base, ok := c.inside(path)
		if !ok || !presets.IsFile(base) || strings.Contains(path, "\n") {
			continue
		}
		if s := last[path]; s != nil && s.by == by {
			s.to = commit
			continue
		}
		last[path] = &step{by, path, commit + "^", commit}
		steps = append(steps, last[path])
	}
	steps = steps[max(0, len(steps)-mostSteps):]
	var specs []string
	for _, s := range steps {
		specs = append(specs, s.from+":"+s.path, s.to+":"+s.path)
	}
	blobs, err := c.blobs(ctx, specs)
	if err != nil {
		return nil, err
	}
	var edits []Edit
	for i, s := range steps {
		if e, ok := c.edit(s.path, blobs[2*i], blobs[2*i+1]); ok {
			e.By = s.by
			edits = append(edits, e)
		}
	}
	return renamed(edits), nil
}

// blobs are the contents of files as commits have them, "COMMIT:PATH" each;
// nil where there is none.
func (c *checkout) blobs(ctx context.Context, specs []string) ([][]byte, error) {
	all := make([][]byte, len(specs))
	if len(specs) == 0 {
		return all, nil
	}
	out, err := git(ctx, c.top, strings.Join(specs, "\n")+"\n", "cat-file", "--batch")
	for i := range specs {
		head, rest, found := strings.Cut(out, "\n")
		if !found {
			break
		}
		out = rest
		parts := strings.Fields(head)
		if len(parts) != 3 || !objectID.MatchString(parts[0]) { // missing
			continue
		}
		size, _ := strconv.Atoi(parts[2])
		if size < 0 || size > len(out) {
			break
		}
		if parts[1] == "blob" {
			all[i] = []byte(out[:size])
		}
		out = strings.TrimPrefix(out[size:], "\n")
	}
	return all, err
}
