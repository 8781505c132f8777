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
	"voicestudio/tts/takes/disk"
)

// aside is a preset of which nothing but fingerprints was changed here without a
// commit. Nobody has to decide anything about those, so a pull that changes it, too,
// takes them out and puts them into what it brings.
type aside struct {
	file            string
	committed, here presets.Preset
	text            []byte // of here
}

// setAside is what of the lines of `git status` can be put aside, by path.
func (c *checkout) setAside(ctx context.Context, status []string) map[string]aside {
	all := map[string]aside{}
	for _, line := range status {
		path, edited := strings.CutPrefix(line, " M ")
		base, ok := c.inside(path)
		if !edited || !ok || !presets.IsFile(base) {
			continue
		}
		data, found := c.blob(ctx, "HEAD", path)
		text, err := os.ReadFile(c.path(path))
		if !found || err != nil {
			continue
		}
		committed, broken := presets.Parse(data)
		here, also := presets.Parse(text)
		if broken == nil && also == nil && len(presets.Diff(committed, here)) == 0 && committed.Updated.Equal(here.Updated) {
			all[path] = aside{c.path(path), committed, here, text}
		}
	}
	return all
}

// without does something with the files as they are committed, and puts back what
// was aside: as it was, where that fails.
func (j *join) without(ctx context.Context, do func() error) error {
	var paths []string
	for path := range j.aside {
		paths = append(paths, path)
	}
	if len(paths) == 0 {
		return do()
	}
	slices.Sort(paths)
	_, err := git(ctx, j.top, "", append([]string{"--literal-pathspecs", "checkout", "--quiet", "HEAD", "--"}, paths...)...)
	if err == nil {
		err = do()
	}
	root, fault := os.OpenRoot(j.dir)
	if fault != nil {
		if err != nil || errors.Is(fault, fs.ErrNotExist) { // the last preset was deleted there
			return err
		}
		return presets.Cannot(say.cannot.openFolder, j.dir, fault)
	}
	defer root.Close()
	for _, path := range paths {
		if fault := j.aside[path].back(root, err == nil); fault != nil && err == nil {
			err = fault
		}
	}
	return err
}

// back writes the fingerprints into the file again. A preset that was deleted
// there has none any more.
func (a aside) back(root *os.Root, pulled bool) error {
	text := a.text
	if pulled {
		now, err := presets.LoadFile(a.file)
		if errors.Is(err, fs.ErrNotExist) {
			return nil
		}
		if err != nil {
			return err
		}
		both, _ := presets.Merge(a.committed, now.Preset, a.here)
		if text, err = presets.EncodeForDisk(both); err != nil {
			return err
		}
	}
	if err := disk.Replace(root, filepath.Base(a.file), text, 0); err != nil {
		return presets.Cannot(say.cannot.write, a.file, err)
	}
	return nil
}
