package presets

import (
	"context"
	"errors"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"voicestudio/tts"
)

// The names of the folders that everybody has; teams have their own names.
const (
	FolderOwn      = "own"
	FolderProject  = "project"
	FolderStarters = "starters"
)

// FolderInWords is what people call a folder; a team's is called by its name.
func FolderInWords(name string) string {
	if called, known := say.library.folders[name]; known {
		return called
	}
	return tts.Clean(name)
}

// Place is a folder with the name by which people choose it.
type Place struct {
	Name string
	Folder
}

// Library is all the folders whose presets a person sees, the most personal
// first. Links may lead from one into another.
type Library struct{ Places []Place }

// OpenLibrary brings together the person's own folder (empty: DefaultDir), the
// .voicestudio/presets of the project found upwards from work (empty: none)
// and the teams' folders by name. None of them need exist. A folder that is
// reached by two names is listed once. The error names the team whose name
// cannot be used.
func OpenLibrary(own, work string, teams map[string]string) (Library, error) {
	var l Library
	if own == "" {
		dir, err := DefaultDir()
		if err != nil {
			return l, err
		}
		own = dir
	}
	l.add(FolderOwn, own)
	if work != "" {
		if dir, found := FindProject(work); found {
			l.add(FolderProject, dir)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(teams)) {
		if name == "" || strings.ContainsAny(name, ":/\\") || strings.ContainsFunc(name, tts.Steers) || slices.Contains([]string{FolderOwn, FolderProject, FolderStarters}, name) {
			return l, Refuse(fs.ErrInvalid, say.library.teamName(Quoted(name), FolderOwn, FolderProject, FolderStarters))
		}
		l.add(name, teams[name])
	}
	for i := range l.Places {
		for _, other := range l.Places {
			if other.Name != l.Places[i].Name {
				l.Places[i].Known = append(l.Places[i].Known, other.Dir)
			}
		}
	}
	return l, nil
}

func (l *Library) add(name, dir string) {
	info, err := os.Stat(dir)
	for _, p := range l.Places {
		if known, e := os.Stat(p.Dir); filepath.Clean(p.Dir) == filepath.Clean(dir) || err == nil && e == nil && os.SameFile(info, known) {
			return
		}
	}
	l.Places = append(l.Places, Place{name, Folder{Dir: dir}})
}

const projects = ".voicestudio/presets"

// FindProject looks for .voicestudio/presets in work and the folders above.
func FindProject(work string) (dir string, found bool) {
	work, err := filepath.Abs(work)
	if err != nil {
		return "", false
	}
	for {
		dir := filepath.Join(work, filepath.FromSlash(projects))
		if info, err := os.Stat(dir); err == nil && info.IsDir() {
			return dir, true
		}
		up := filepath.Dir(work)
		if up == work {
			return "", false
		}
		work = up
	}
}

// Place finds a folder by its name.
func (l Library) Place(name string) (Place, bool) {
	for _, p := range l.Places {
		if tts.Plain(p.Name) == tts.Plain(name) {
			return p, true
		}
	}
	return Place{}, false
}

// Arrival is what came in since the last one while a Library is being read.
type Arrival struct {
	Folder  string
	Entries []Entry
	// Done of Total files of this folder have been read.
	Done, Total int
}

// Read reads all folders and the starters. arrive, which may be nil, is told
// every few hundred files, one call at a time, so that a list can fill while
// it reads. A folder that cannot be read is listed as broken. The error is
// ctx's.
func (l Library) Read(ctx context.Context, arrive func(Arrival)) (*Shelf, error) {
	var entries []Entry
	var broken []Broken
	for _, p := range l.Places {
		name := func(list []Entry) []Entry {
			for i := range list {
				list[i].Folder = p.Name
			}
			return list
		}
		all, bad, err := p.readWith(ctx, func(fresh []Entry, done, total int) {
			if arrive != nil {
				arrive(Arrival{p.Name, name(fresh), done, total})
			}
		})
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		if err != nil {
			broken = append(broken, Broken{File: p.Dir, Reason: tts.Reason(err)})
		}
		here := make([]Entry, len(all))
		for i, s := range all {
			here[i] = s.Entry
		}
		entries, broken = append(entries, name(here)...), append(broken, bad...)
	}
	return NewShelf(append(entries, Starters()...), broken), nil
}

// Load finds a preset as the command line names it: with a / or ending .json
// it is a file; else the exact name in any folder, a starter only where no
// folder has it; else folder:name. A name that several folders give to
// different presets is an error that lists them.
func (l Library) Load(name string) (Entry, error) {
	// own:a/b is a name in a folder, since names may be any text.
	if place, rest, split := strings.Cut(name, ":"); split && strings.ContainsAny(rest, "/\\.") {
		if p, found := l.Place(place); found {
			e, err := p.Load(rest)
			e.Folder = p.Name
			return e, err
		}
	}
	if strings.Contains(name, "/") || strings.ContainsRune(name, filepath.Separator) || strings.HasSuffix(name, Ending) {
		var known []string
		for _, p := range l.Places {
			known = append(known, p.Dir)
		}
		return LoadFile(name, known...)
	}
	e, err := l.anywhere(name)
	place, rest, split := strings.Cut(name, ":")
	if !errors.Is(err, fs.ErrNotExist) || !split {
		return e, err
	}
	if place == FolderStarters {
		if e, found := starter(rest); found {
			return e, nil
		}
	}
	p, found := l.Place(place)
	if !found {
		return e, err
	}
	e, err = p.Load(rest)
	e.Folder = p.Name
	return e, err
}

// LoadAll is Load for many names; it reads each folder once.
func (l Library) LoadAll(names ...string) (entries []Entry, err error) {
	l.Places = slices.Clone(l.Places)
	for i := range l.Places {
		l.Places[i].Folder = l.Places[i].once()
	}
	for _, name := range names {
		e, err := l.Load(name)
		if err != nil {
			return nil, err
		}
		entries = append(entries, e)
	}
	return entries, nil
}

func (l Library) anywhere(name string) (Entry, error) {
	var found []Entry
	var where []string
	var fault error
	for _, p := range l.Places {
		e, err := p.Load(name)
		if err == nil {
			e.Folder = p.Name
			found = append(found, e)
			where = append(where, tts.Clean(say.library.place(p.Name, name, e.File)))
		} else if !errors.Is(err, fs.ErrNotExist) && fault == nil {
			fault = err
		}
	}
	for _, other := range found[min(1, len(found)):] {
		if len(Diff(found[0].Preset, other.Preset)) > 0 {
			return Entry{}, Refuse(fs.ErrInvalid, say.library.several(Quoted(name), where))
		}
	}
	if len(found) > 0 {
		return found[0], nil
	}
	if e, known := starter(name); known && fault == nil {
		return e, nil
	}
	if fault == nil {
		fault = Refuse(fs.ErrNotExist, say.library.none(Quoted(name)))
	}
	return Entry{}, fault
}

func starter(name string) (Entry, bool) {
	for _, e := range Starters() {
		if e.Name == tts.Plain(name) {
			return e, true
		}
	}
	return Entry{}, false
}
