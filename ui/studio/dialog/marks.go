package dialog

import (
	"cmp"
	"slices"

	"voicestudio/presets"
	"voicestudio/presets/team"
	"voicestudio/tts"
	"voicestudio/ui/studio/paint"
)

// Looked is a closer look at a preset: at which file, for which host, after
// which reading of the folders.
type Looked struct {
	File, Host string
	Reading    int
}

// closer is what such a look has found.
type closer struct {
	Looked
	findings []presets.Finding
	edit     team.Edit
}

// Look is the closer look that the preset under the cursor is due; false where
// it had it.
func (b *Browser) Look(host string, reading int) (at Looked, due bool) {
	e := b.Current()
	if e == nil || e.File == "" {
		return at, false
	}
	at = Looked{e.File, host, reading}
	return at, b.closer[e.File].Looked != at
}

// Found takes in what a closer look has found.
func (b *Browser) Found(at Looked, findings []presets.Finding, edit team.Edit) {
	if b.closer == nil {
		b.closer = map[string]closer{}
	}
	b.closer[at.File] = closer{at, findings, edit}
}

// findings says in at most h lines what is wrong with a preset for the host of
// now.
func (b *Browser) findings(t paint.Theme, e *presets.Entry, w, h int) (lines []string) {
	for _, f := range b.closer[e.File].findings {
		ink := t.Warning
		if f.Level == presets.LintError {
			ink = t.Failure
		}
		lines = append(lines, paint.Wrapped("! "+Wrong(f), w, 2, ink.Render)...)
	}
	return lines[:min(len(lines), h)]
}

// Mark marks the preset under the cursor, or does not any more, and goes on to
// the next.
func (b *Browser) Mark() {
	e := b.Current()
	if e == nil {
		return
	}
	if b.marked == nil {
		b.marked = map[string]bool{}
	}
	if key := Key(*e); b.marked[key] {
		delete(b.marked, key)
	} else {
		b.marked[key] = true
	}
	b.Move(1)
}

// prune takes the marks of presets away that are not there any more.
func (b *Browser) prune() {
	if len(b.marked) == 0 || b.lib.Shelf == nil {
		return
	}
	kept := map[string]bool{}
	for i := range b.lib.Shelf.Entries {
		if key := Key(b.lib.Shelf.Entries[i]); b.marked[key] {
			kept[key] = true
		}
	}
	b.marked = kept
}

// Unmark takes all marks away.
func (b *Browser) Unmark() { b.marked = nil }

// Chosen are the marked presets, by folder and name, else the one under the
// cursor.
func (b *Browser) Chosen() (all []presets.Entry) {
	if b.lib.Shelf != nil {
		for i := range b.lib.Shelf.Entries {
			if e := b.lib.Shelf.Entries[i]; b.marked[Key(e)] {
				all = append(all, e)
			}
		}
	}
	if e := b.Current(); len(all) == 0 && e != nil {
		all = append(all, *e)
	}
	slices.SortStableFunc(all, func(a, b presets.Entry) int { return cmp.Compare(a.Folder, b.Folder) })
	return all
}

// Searching reports whether something is typed to search for.
func (b *Browser) Searching() bool { return b.filter.Value() != "" }

// Seek puts the cursor on the preset in a file, listing more where it must.
func (b *Browser) Seek(file string) {
	has := func() bool {
		return slices.ContainsFunc(b.found, func(e *presets.Entry) bool { return tts.Clean(e.File) == tts.Clean(file) })
	}
	if !has() {
		b.filter.SetValue("")
		b.folder = ""
		b.search()
	}
	for i, e := range b.found {
		if tts.Clean(e.File) == tts.Clean(file) {
			b.To(i)
			return
		}
	}
	for i, broken := range b.broken {
		if tts.Clean(broken.File) == tts.Clean(file) {
			b.List.To(len(b.found) + i)
		}
	}
}
