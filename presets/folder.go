package presets

import (
	"cmp"
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"time"

	"voicestudio/tts"
	"voicestudio/tts/takes/disk"
)

// Ending is that of a preset's file.
const Ending = ".json"

// Entry is a preset and where it came from.
type Entry struct {
	Preset
	// File is the path of the file; a starter has none.
	File string
	// Folder is the name of the folder where it lives; only a Library sets it.
	Folder string
	// Preview is the path of the clip beside it, or empty.
	Preview string
	// ReadOnly is true for starters, for files without write permission and
	// for those of a newer version: Save, Rename and Delete refuse them.
	ReadOnly bool
	// Notice is a sentence about the file, or empty.
	Notice  string
	Starter bool
	ModTime time.Time
}

// Folder is a folder of preset files: every *.json in it that does not begin
// with a dot. A file's place in the list is decided by the name inside it.
//
// Several programs may use it at the same time: changes wait for each other,
// and the lock leaves no file.
type Folder struct {
	Dir string
	// Known are other folders into which links may lead.
	Known []string

	// contents replaces reading it.
	contents func() contents
}

// contents is what was read of a folder.
type contents struct {
	all    []stored
	broken []Broken
	err    error
}

// once is the folder as it is when it is first read.
func (f Folder) once() Folder {
	again := f
	f.contents = sync.OnceValue(func() (c contents) {
		c.all, c.broken, c.err = again.read()
		return c
	})
	return f
}

// DefaultDir is the folder of the person's own presets: VOICESTUDIO_PRESETS,
// else $XDG_CONFIG_HOME/voicestudio/presets, else ~/.config/voicestudio/presets.
// It need not exist.
func DefaultDir() (string, error) {
	if dir := os.Getenv("VOICESTUDIO_PRESETS"); dir != "" {
		return dir, nil
	}
	config, err := disk.ConfigHome()
	if err != nil {
		return "", errors.New(say.folder.noHome)
	}
	return filepath.Join(config, "voicestudio", "presets"), nil
}

// List reads the whole folder: its presets sorted by name, case aside, and
// the files that are none. A folder that does not exist is an empty one; err
// is set only where the folder itself cannot be read.
func (f Folder) List() (entries []Entry, broken []Broken, err error) {
	all, broken, err := f.read()
	for _, s := range all {
		entries = append(entries, s.Entry)
	}
	return entries, broken, err
}

// Load finds a preset by its exact name. Without one the error is
// fs.ErrNotExist, or the *Broken of the file that would have held it; where
// several files have the name it lists them.
func (f Folder) Load(name string) (Entry, error) {
	s, err := f.find(name)
	return s.Entry, err
}

func (f Folder) find(name string) (stored, error) {
	name = tts.Plain(name)
	all, broken, err := f.read()
	if err != nil {
		return stored{}, err
	}
	s, found, err := named(all, name)
	if found || err != nil {
		return s, err
	}
	for _, b := range broken {
		if at := tts.Plain(Stem(filepath.Base(b.File))); at == name || at == Slug(name) {
			return stored{}, &b
		}
	}
	return stored{}, Refuse(fs.ErrNotExist, say.folder.none(Quoted(name), tts.Clean(f.Dir)))
}

// named takes a name as tts.Plain has it.
func named(all []stored, name string) (s stored, found bool, err error) {
	var files []string
	for _, each := range all {
		if each.Name == name {
			s = each
			files = append(files, tts.Clean(filepath.Base(each.File)))
		}
	}
	if len(files) > 1 {
		return stored{}, false, Refuse(fs.ErrInvalid, say.folder.several(Quoted(name), files))
	}
	return s, len(files) == 1, nil
}

func (f Folder) read() (all []stored, broken []Broken, err error) {
	if f.contents != nil {
		c := f.contents()
		return c.all, c.broken, c.err
	}
	return f.readWith(context.Background(), func([]Entry, int, int) {})
}

// readWith reads several files at a time. Every few hundred it hands on what
// has been read since, one call at a time. The error is ctx's where it ended
// first.
func (f Folder) readWith(ctx context.Context, arrive func(fresh []Entry, done, total int)) (all []stored, broken []Broken, err error) {
	root, err := os.OpenRoot(f.Dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil, nil
	}
	if err != nil {
		return nil, nil, Cannot(say.cannot.openFolder, f.Dir, err)
	}
	defer root.Close()
	listed, err := fs.ReadDir(root.FS(), ".")
	if err != nil {
		return nil, nil, Cannot(say.cannot.readFolder, f.Dir, err)
	}
	var bases []string
	clips := map[string]bool{}
	for _, file := range listed {
		if name := file.Name(); IsFile(name) && !alias(root, file) {
			bases = append(bases, name)
		} else if strings.HasSuffix(name, ClipEnding) && file.Type().IsRegular() {
			clips[name] = true
		}
	}
	type result struct {
		stored stored
		err    error
	}
	results := make([]result, len(bases))
	var (
		mu    sync.Mutex
		fresh []Entry
		done  int
	)
	finished := func(r result) {
		mu.Lock()
		defer mu.Unlock()
		if done++; r.err == nil {
			fresh = append(fresh, r.stored.Entry)
		}
		if done%256 == 0 {
			arrive(fresh, done, len(bases))
			fresh = nil
		}
	}
	var workers sync.WaitGroup
	count := min(len(bases), 2*runtime.GOMAXPROCS(0))
	for w := range count {
		workers.Go(func() {
			for i := w; i < len(bases) && ctx.Err() == nil; i += count {
				s, err := load(root, bases[i], filepath.Join(f.Dir, bases[i]), f.Known)
				if c := Stem(bases[i]) + ClipEnding; clips[c] {
					s.Preview = filepath.Join(f.Dir, c)
				}
				results[i] = result{s, err}
				finished(results[i])
			}
		})
	}
	workers.Wait()
	if err := ctx.Err(); err != nil {
		return nil, nil, err
	}
	for _, r := range results {
		if b := (*Broken)(nil); errors.As(r.err, &b) {
			broken = append(broken, *b)
		} else if r.err == nil { // else it was deleted since the folder was listed
			all = append(all, r.stored)
		}
	}
	sortByName(all, func(s stored) *Entry { return &s.Entry })
	return all, broken, nil
}

// sortByName sorts by name, case aside, then by file.
func sortByName[T any](all []T, entry func(T) *Entry) {
	type keyed struct {
		lower string
		*Entry
		value T
	}
	keys := make([]keyed, len(all))
	for i, each := range all {
		keys[i] = keyed{strings.ToLower(entry(each).Name), entry(each), each}
	}
	slices.SortFunc(keys, func(a, b keyed) int {
		return cmp.Or(cmp.Compare(a.lower, b.lower), cmp.Compare(a.Name, b.Name), cmp.Compare(a.File, b.File))
	})
	for i, k := range keys {
		all[i] = k.value
	}
}

// IsFile reports whether a file of a folder is called as a preset's is.
func IsFile(base string) bool {
	return strings.HasSuffix(base, Ending) && !strings.HasPrefix(base, ".")
}

// alias reports a link to a preset file of the same folder, which is listed
// without it: one preset must not stand there twice.
func alias(root *os.Root, file fs.DirEntry) bool {
	if file.Type()&fs.ModeSymlink == 0 {
		return false
	}
	target, err := root.Readlink(file.Name())
	if err != nil || target != filepath.Base(target) || !IsFile(target) {
		return false
	}
	info, err := root.Lstat(target)
	return err == nil && info.Mode().IsRegular()
}
