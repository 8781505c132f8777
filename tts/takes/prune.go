package takes

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"time"

	"voicestudio/tts/takes/disk"
)

// DefaultBudget is about 35 hours of 128 kbit/s mp3.
const DefaultBudget = 2 << 30

// abandoned is the age at which a temporary file belongs to nobody.
const abandoned = time.Hour

// Pruned is what Prune removed, or would remove. Sizes are in bytes.
type Pruned struct {
	// Takes are those removed, the one that was not heard longest first.
	Takes []Take
	// Trash is how many deleted takes are gone for good.
	Trash int
	// Freed is the room they all took; Left is what the folder holds now.
	Freed, Left int64
	// Over is by how much the rest, which is spared, exceeds the budget.
	Over int64
}

// Spare says which takes something holds, by their ids: what is held is never
// removed for good. Where it cannot be known, nothing is. nil: none is held.
type Spare func() (held map[string]bool, err error)

func (s Spare) ids() (map[string]bool, error) {
	if s == nil {
		return nil, nil
	}
	return s()
}

// Prune empties the trash, then removes takes for good until all take at most
// budget bytes: first the one whose last hearing is longest ago. It spares
// takes with a star, a note or a tag, those that are held, those that a program
// is writing, and files that it cannot read. dry only says what would go.
func (f Folder) Prune(budget int64, dry bool, spare Spare) (p Pruned, err error) {
	all, _, err := f.list()
	if err != nil {
		return p, err
	}
	held, err := spare.ids() // after the list: who holds a take has it there already
	if err != nil {
		return p, err
	}
	if p.Left, err = size(f.Dir); err != nil {
		return p, err
	}
	if err := f.emptyTrash(&p, dry, held); err != nil {
		return p, err
	}
	slices.SortStableFunc(all, func(a, b Take) int { return a.LastHeard().Compare(b.LastHeard()) })
	for _, t := range all {
		if p.Left <= budget {
			break
		}
		if t.kept() || t.Live || held[t.ID] {
			continue
		}
		t, freed, err := f.remove(t, dry)
		if err != nil {
			return p, err
		}
		if freed == 0 {
			continue
		}
		p.Freed, p.Left = p.Freed+freed, p.Left-freed
		p.Takes = append(p.Takes, t)
	}
	p.Over = max(0, p.Left-budget)
	return p, nil
}

// remove takes a take away, unless somebody has starred, played or restored
// it since it was listed. It returns the take as it was and the room that is
// free now, 0 if spared.
func (f Folder) remove(t Take, dry bool) (now Take, freed int64, err error) {
	unlock, err := disk.Lock(f.Dir)
	if err != nil {
		return t, 0, err
	}
	defer unlock()
	audio := ""
	if t.File != "" {
		audio = filepath.Base(t.File)
	}
	now, err = f.load(pair{t.ID, true, audio})
	if err != nil || now.kept() || now.Live || now.LastHeard().After(t.LastHeard()) {
		return t, 0, nil
	}
	// The audio goes first: what a crash leaves is then a small file that
	// says that its audio is missing, and the next Prune removes it.
	for _, path := range []string{t.File, filepath.Join(f.Dir, sealOf(t.ID)), f.path(t.ID, description)} {
		info, err := os.Lstat(path)
		if err != nil {
			continue // a faulty take has no audio, and hardly any a seal
		}
		if !dry {
			if err := os.Remove(path); err != nil {
				return now, freed, err
			}
		}
		freed += info.Size()
	}
	return now, freed, nil
}

// emptyTrash removes deleted takes, and temporary files of killed programs.
func (f Folder) emptyTrash(p *Pruned, dry bool, held map[string]bool) error {
	unlock, err := disk.Lock(f.Dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	defer unlock()
	ids := map[string]bool{}
	for _, dir := range []string{f.Dir, f.Trash().Dir} {
		err := files(dir, func(name string, info fs.FileInfo) error {
			id, _, isTake := split(name)
			seal, isSeal := sealed(name)
			switch {
			case disk.IsTemp(name) && time.Since(info.ModTime()) > abandoned:
			case held[id], held[seal]:
				return nil
			case isSeal && (dir != f.Dir || !f.partial(seal)): // what it says is written
			case dir != f.Dir && isTake:
			default:
				return nil
			}
			if isTake {
				ids[id] = true
			}
			p.Freed, p.Left = p.Freed+info.Size(), p.Left-info.Size()
			if dry {
				return nil
			}
			return os.Remove(filepath.Join(dir, name))
		})
		if err != nil {
			return err
		}
	}
	p.Trash = len(ids)
	return nil
}

// partial reports whether the description of a take, without its seal, says
// that it is not whole.
func (f Folder) partial(id string) bool {
	data, err := readDescription(f.path(id, description))
	if err != nil {
		return !errors.Is(err, fs.ErrNotExist)
	}
	doc, err := parseDocument(data)
	return err != nil || string(doc.values["partial"]) != "false"
}

// size is the room that a folder of takes and its trash need.
func size(dir string) (total int64, err error) {
	for _, dir := range []string{dir, Folder{dir}.Trash().Dir} {
		err := files(dir, func(_ string, info fs.FileInfo) error { total += info.Size(); return nil })
		if err != nil {
			return total, err
		}
	}
	return total, nil
}

// files visits the regular files of a folder; a missing one has none.
func files(dir string, visit func(name string, info fs.FileInfo) error) error {
	list, err := os.ReadDir(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	for _, e := range list {
		info, err := e.Info()
		if err != nil || !info.Mode().IsRegular() {
			continue
		}
		if err := visit(e.Name(), info); err != nil {
			return err
		}
	}
	return err
}
