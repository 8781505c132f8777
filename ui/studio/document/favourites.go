package document

import (
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"voicestudio/tts"
	"voicestudio/tts/takes/disk"
)

// Favourites is the path of the file of a person's favourite voices, and of what
// voices are heard by, and of what presets have won and sounded like when they were
// checked: {"voices": {"<voice_id>": {"favourite": true}}, "sample": "short",
// "presets": {"<name>": {"won": [{"won": 9, "of": 10, "at": "..."}], "checked":
// {"<host>": {"at": "...", "of": "...", "words": [...]}}}}}. What else is in it stays. Several studios may
// write it: of each voice the last word counts.
type Favourites string

// FavouritesIn is the file of a folder: of the one that keeps the draft.
func FavouritesIn(dir string) Favourites { return Favourites(filepath.Join(dir, "favourites.json")) }

// Favoured is what that file says.
type Favoured struct {
	Voices map[string]bool // the ids of the favourites
	Sample string          // empty: it does not say
	Wins   Wins
	Checks Checks
}

type favouritesFile struct {
	voices map[string]map[string]json.RawMessage
	rest   map[string]json.RawMessage
}

const favourite, sample = "favourite", "sample"

// Read returns what the file says. One that cannot be understood is put aside,
// and aside is its path from then on.
func (f Favourites) Read() (now Favoured, aside string, err error) {
	defer lockSoon(filepath.Dir(string(f)))()
	file, aside, err := f.read()
	return file.favoured(), aside, err
}

// Set makes a voice a favourite, or no longer one, and returns what the file
// says then.
func (f Favourites) Set(id string, on bool) (now Favoured, aside string, err error) {
	return f.change(func(file *favouritesFile) { file.set(id, on) })
}

// HearBy keeps what voices are heard by, and returns what the file says then.
func (f Favourites) HearBy(name string) (now Favoured, aside string, err error) {
	return f.change(func(file *favouritesFile) {
		b, _ := json.Marshal(name) // any text can be written
		file.put(sample, b)
	})
}

func (f Favourites) change(do func(*favouritesFile)) (now Favoured, aside string, err error) {
	dir := filepath.Dir(string(f))
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return now, "", err
	}
	defer lockSoon(dir)()
	file, aside, err := f.read()
	if err != nil {
		return now, aside, err
	}
	do(&file)
	b, err := file.encode()
	if err != nil {
		return now, aside, err
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return now, aside, err
	}
	defer root.Close()
	return file.favoured(), aside, disk.Replace(root, filepath.Base(string(f)), b, 0o600)
}

// Presets is what the file says of them; nothing where it cannot be understood. It
// stays where it is then: whoever reads the favourites puts it aside, and says so.
func (f Favourites) Presets() (Wins, Checks) {
	file, err := f.parsed()
	if err != nil {
		return nil, nil
	}
	return file.wins(), file.checks()
}

func (f Favourites) read() (file favouritesFile, aside string, err error) {
	file, err = f.parsed()
	if !errors.Is(err, errBroken) {
		return file, "", err
	}
	ext := filepath.Ext(string(f))
	aside = strings.TrimSuffix(string(f), ext) + "-broken" + ext
	if _, err := os.Lstat(aside); !errors.Is(err, fs.ErrNotExist) {
		aside = freeDraft(aside)
	}
	return favouritesFile{}, aside, os.Rename(string(f), aside)
}

// errBroken is a file that cannot be understood.
var errBroken = errors.New("broken")

// parsed is what the file holds, nothing where there is none.
func (f Favourites) parsed() (file favouritesFile, err error) {
	b, err := os.ReadFile(string(f))
	if errors.Is(err, fs.ErrNotExist) {
		return file, nil
	}
	if err != nil {
		return file, err
	}
	broken := json.Unmarshal(tts.TrimBOM(b), &file.rest)
	if voices := file.rest["voices"]; broken == nil && voices != nil {
		broken = json.Unmarshal(voices, &file.voices)
	}
	if broken != nil {
		return favouritesFile{}, errBroken
	}
	return file, nil
}

func (file favouritesFile) favoured() Favoured {
	now := Favoured{Voices: map[string]bool{}, Wins: file.wins(), Checks: file.checks()}
	for id, about := range file.voices {
		if string(about[favourite]) == "true" {
			now.Voices[id] = true
		}
	}
	json.Unmarshal(file.rest[sample], &now.Sample) // another version's is none
	return now
}

func (file *favouritesFile) put(key string, value json.RawMessage) {
	if file.rest == nil {
		file.rest = map[string]json.RawMessage{}
	}
	file.rest[key] = value
}

const ofPresets = "presets"

// presets is what is said of each.
func (file *favouritesFile) presets() map[string]map[string]json.RawMessage {
	all := map[string]map[string]json.RawMessage{}
	for name, about := range rawOf(file.rest[ofPresets]) {
		all[name] = rawOf(about)
	}
	return all
}

// about changes what the file says of a preset; one of which nothing is said is not
// in it.
func (file *favouritesFile) about(preset string, do func(about map[string]json.RawMessage)) {
	all := rawOf(file.rest[ofPresets])
	about := rawOf(all[preset])
	do(about)
	if all[preset], _ = json.Marshal(about); len(about) == 0 {
		delete(all, preset)
	}
	b, _ := json.Marshal(all)
	if file.put(ofPresets, b); len(all) == 0 {
		delete(file.rest, ofPresets)
	}
}

// rawOf are the values of an object; another version's is empty.
func rawOf(object json.RawMessage) map[string]json.RawMessage {
	var all map[string]json.RawMessage
	if json.Unmarshal(object, &all) != nil || all == nil {
		return map[string]json.RawMessage{}
	}
	return all
}

func (file *favouritesFile) set(id string, on bool) {
	if file.voices == nil {
		file.voices = map[string]map[string]json.RawMessage{}
	}
	if file.voices[id] == nil {
		file.voices[id] = map[string]json.RawMessage{}
	}
	if on {
		file.voices[id][favourite] = json.RawMessage("true")
	} else if delete(file.voices[id], favourite); len(file.voices[id]) == 0 {
		delete(file.voices, id)
	}
}

func (file *favouritesFile) encode() (b []byte, err error) {
	voices, err := json.Marshal(file.voices)
	if err != nil {
		return nil, err
	}
	file.put("voices", voices)
	b, err = json.MarshalIndent(file.rest, "", "  ")
	return append(b, '\n'), err
}
