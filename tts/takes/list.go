package takes

import (
	"cmp"
	"encoding/json"
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

// List reads the whole folder, the newest take first, and the files that
// belong to no readable take. A folder that does not exist is an empty one;
// err is set only where the folder itself cannot be read.
func (f Folder) List() ([]Take, []Broken, error) {
	takes, broken, err := f.list()
	var sealed []string
	for _, t := range takes {
		if t.sealed {
			sealed = append(sealed, t.ID)
		}
	}
	if sealed != nil {
		f.unseal(sealed)
	}
	f.sweep()
	return takes, broken, err
}

// sweep removes the temporary files of programs that were killed.
func (f Folder) sweep() {
	left, _ := filepath.Glob(filepath.Join(f.Dir, disk.TempPattern))
	for _, path := range left {
		if info, err := os.Lstat(path); err == nil && info.Mode().IsRegular() && time.Since(info.ModTime()) > abandoned {
			os.Remove(path)
		}
	}
}

func (f Folder) list() ([]Take, []Broken, error) {
	found, err := f.scan(isID)
	if err != nil {
		return nil, nil, err
	}
	takes, broken := f.loadAll(found)
	if len(broken) == 0 && !slices.ContainsFunc(takes, func(t Take) bool { return t.Fault != "" }) {
		return takes, broken, nil
	}
	return f.lookAgain(takes, broken)
}

// pair is a take's files as the folder lists them.
type pair struct {
	id        string
	described bool
	audio     string // the file's name; empty where there is none
}

// scan lists the takes whose ids are wanted.
func (f Folder) scan(wanted func(id string) bool) ([]pair, error) {
	dir, err := os.Open(f.Dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	defer dir.Close()
	names, err := dir.Readdirnames(-1)
	if err != nil {
		return nil, err
	}
	at := map[string]int{}
	var pairs []pair
	for _, name := range names {
		// wanted comes first: it is cheaper, and nearly always false.
		id, ext, _ := strings.Cut(name, ".")
		if !wanted(id) || !isID(id) || !isEnding(ext) {
			continue
		}
		i, known := at[id]
		if !known {
			i = len(pairs)
			at[id], pairs = i, append(pairs, pair{id: id})
		}
		if ext == description {
			pairs[i].described = true
		} else {
			pairs[i].audio = name
		}
	}
	return pairs, nil
}

// loadAll reads the takes, several at a time.
func (f Folder) loadAll(pairs []pair) (takes []Take, broken []Broken) {
	type result struct {
		take Take
		err  error
	}
	results := make([]result, len(pairs))
	var workers sync.WaitGroup
	count := min(len(pairs), 2*runtime.GOMAXPROCS(0))
	for w := range count {
		workers.Go(func() {
			for i := w; i < len(pairs); i += count {
				results[i].take, results[i].err = f.load(pairs[i])
			}
		})
	}
	workers.Wait()
	for _, r := range results {
		if b := (*Broken)(nil); errors.As(r.err, &b) {
			broken = append(broken, *b)
		} else if r.err == nil { // else it was deleted since the folder was listed
			takes = append(takes, r.take)
		}
	}
	slices.SortFunc(takes, newest)
	slices.SortFunc(broken, func(a, b Broken) int { return cmp.Compare(a.ID, b.ID) })
	return takes, broken
}

// lookAgain reads what seemed wrong once more while nobody moves files: a
// take on its way into the trash is neither broken nor faulty.
func (f Folder) lookAgain(takes []Take, broken []Broken) ([]Take, []Broken, error) {
	unlock, err := disk.LockWithin(f.Dir, sealing)
	if err != nil {
		return takes, broken, nil
	}
	defer unlock()
	wrong := map[string]bool{}
	for _, b := range broken {
		wrong[b.ID] = true
	}
	for _, t := range takes {
		wrong[t.ID] = wrong[t.ID] || t.Fault != ""
	}
	again, err := f.scan(func(id string) bool { return wrong[id] })
	if err != nil {
		return nil, nil, err
	}
	more, broken := f.loadAll(again)
	takes = append(slices.DeleteFunc(takes, func(t Take) bool { return wrong[t.ID] }), more...)
	slices.SortFunc(takes, newest)
	return takes, broken, nil
}

// load reads one take. The error is a *Broken, or fs.ErrNotExist.
func (f Folder) load(p pair) (t Take, err error) {
	if !p.described {
		audio := filepath.Join(f.Dir, p.audio)
		if !exists(audio) {
			return t, fs.ErrNotExist
		}
		return t, &Broken{ID: p.id, File: audio, Reason: say.audio.undescribed(description)}
	}
	if t, err = f.describe(p); err == nil && t.Partial && !t.Live {
		// It may have been finished between the two looks. A recording releases
		// its lock after its end is written, so the second look is right.
		return f.describe(p)
	}
	return t, err
}

func (f Folder) describe(p pair) (t Take, err error) {
	path := f.path(p.id, description)
	data, err := readDescription(path)
	if errors.Is(err, fs.ErrNotExist) {
		return t, err
	}
	if err == nil && !json.Valid(data) {
		err = errors.New(say.file.half)
	}
	if err == nil {
		err = json.Unmarshal(data, &t)
	}
	if err != nil {
		return Take{}, &Broken{ID: p.id, File: path, Reason: tts.Clean(tts.SystemSays(err))}
	}
	t.ID = p.id
	if t.Partial {
		f.readSeal(&t)
	}
	if t.Partial && tts.Or(t.UsageCharacters, -1) == 0 {
		t.UsageCharacters, t.Price = nil, nil // once taken for a bill
	}
	f.attach(&t, p.audio)
	return t, nil
}

// attach compares the take with its audio.
func (f Folder) attach(t *Take, audio string) {
	if audio == "" {
		t.Fault = say.audio.missing
		return
	}
	t.File = filepath.Join(f.Dir, audio)
	info, err := os.Lstat(t.File)
	switch {
	case err != nil:
		t.Fault = say.audio.missing
	case !info.Mode().IsRegular():
		t.Fault = say.audio.notRegular
	case t.Partial:
		t.Bytes = info.Size()
		t.Live = live(t.File)
	case info.Size() == 0:
		t.Fault = say.audio.empty
	case t.Bytes == 0: // the first version did not count
		t.Bytes = info.Size()
	case t.Bytes != info.Size():
		t.Fault = say.audio.size(info.Size(), t.Bytes)
	}
	if t.sealed && err == nil { // its recording may still write it in
		t.Live = live(t.File)
	}
}

// live reports whether some program is recording into the file.
func live(audio string) bool {
	if info, err := os.Lstat(audio); err != nil || !info.Mode().IsRegular() { // opening a pipe would wait
		return false
	}
	unlock, err := disk.TryLock(audio)
	if unlock != nil {
		unlock()
	}
	return err == nil && unlock == nil
}

// Find lists the whole takes of a request, by all the hashes that it has, the
// newest first. A partial take is none, and neither is one whose audio is
// missing or not as long as it was.
func (f Folder) Find(hashes ...string) ([]Take, error) {
	pairs, err := f.scan(func(id string) bool {
		hash, _, _ := strings.Cut(id, "-")
		return slices.Contains(hashes, hash)
	})
	if err != nil {
		return nil, err
	}
	takes, _ := f.loadAll(pairs)
	return slices.DeleteFunc(takes, func(t Take) bool { return !t.Whole() }), nil
}

// Load finds a take by its id, by a beginning of it that no other take has,
// or by such a beginning and the number ("3fa9-2"). The error is one sentence,
// fs.ErrNotExist where there is no such take, or the take's *Broken.
func (f Folder) Load(ref string) (Take, error) {
	p, err := f.resolve(ref)
	if err != nil {
		return Take{}, err
	}
	return f.load(p)
}

func (f Folder) resolve(ref string) (pair, error) {
	hash, n, numbered := strings.Cut(ref, "-")
	pairs, err := f.scan(func(id string) bool {
		return ref != "" && (strings.HasPrefix(id, ref) || numbered && strings.HasPrefix(id, hash) && strings.HasSuffix(id, "-"+n))
	})
	if err != nil {
		return pair{}, err
	}
	if i := slices.IndexFunc(pairs, func(p pair) bool { return p.id == ref }); i >= 0 {
		return pairs[i], nil
	}
	// "3fa9-1" is number 1, although 10 begins with it.
	if exact := slices.DeleteFunc(slices.Clone(pairs), func(p pair) bool { return !strings.HasSuffix(p.id, "-"+n) }); numbered && len(exact) > 0 {
		pairs = exact
	}
	switch len(pairs) {
	case 0:
		return pair{}, &tts.Refusal{Sentence: say.take.none(tts.Clean(ref)), Kind: fs.ErrNotExist}
	case 1:
		return pairs[0], nil
	}
	var ids []string
	for _, p := range pairs[:min(3, len(pairs))] {
		ids = append(ids, Take{ID: p.id}.Short())
	}
	if len(pairs) > 3 {
		ids = append(ids, "…")
	}
	slices.Sort(ids)
	return pair{}, errors.New(say.take.several(len(pairs), tts.Clean(ref), ids))
}
