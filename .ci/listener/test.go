package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"voicestudio/presets/audition/page"
)

// test is an exported page and what only its maker knows.
type test struct {
	file  string
	id    string
	clips []clip
}

// export writes a page of p's name, text, kind and language.
func export(folder string, p page.Page, clips []clip) (test, error) {
	t := test{
		file:  filepath.Join(folder, p.Kind+"-"+p.Lang+".html"),
		id:    strings.Repeat(fmt.Sprintf("%x", p.Kind[0]), 32),
		clips: clips,
	}
	p.Test, p.Maps = t.id, trueMaps(clips)
	for _, c := range clips {
		p.Clips = append(p.Clips, c.Clip)
	}
	var file bytes.Buffer
	if err := page.Write(&file, p); err != nil {
		return t, err
	}
	return t, os.WriteFile(t.file, file.Bytes(), 0o600)
}

// index is which clip has an id.
func (t test) index(id string) int {
	return slices.IndexFunc(t.clips, func(c clip) bool { return c.ID == id })
}
