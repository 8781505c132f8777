package document

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"sync"

	"voicestudio/tts"
	"voicestudio/tts/takes/disk"
)

// Screen is what of the studio's screen is there again at the next start. Rooms
// go by names that do not change with the language.
type Screen struct {
	// Host was chosen in the studio in place of Instead, which the config file
	// said, or nobody; empty: none was.
	Host    tts.HostName `json:"host,omitempty"`
	Instead tts.HostName `json:"instead_of,omitempty"`
	// Room had the keys beside the script; Form of the rooms of settings is the
	// one that is unfolded.
	Room string `json:"room,omitempty"`
	Form string `json:"form,omitempty"`
	// Takes is the filter of the list of takes, Find the text of it.
	Takes string `json:"takes,omitempty"`
	Find  string `json:"find,omitempty"`
	// Bench is the name of the audition that is on the bench.
	Bench string `json:"bench,omitempty"`
	// Ladder and Pad are the ones that were open last, with their stars.
	Ladder Raw `json:"ladder,omitempty"`
	Pad    Raw `json:"pad,omitempty"`
}

// Raw is JSON of a room's own, in one line; empty: there is none.
type Raw string

// MarshalJSON writes it as it is.
func (k Raw) MarshalJSON() ([]byte, error) { return []byte(k), nil }

// UnmarshalJSON takes whatever is there.
func (k *Raw) UnmarshalJSON(b []byte) error {
	var line bytes.Buffer
	err := json.Compact(&line, b)
	*k = Raw(line.String())
	return err
}

// screenVersion is that of the file: {"version": 1, ...}.
const screenVersion = 1

type screenFile struct {
	Version int `json:"version"`
	Screen
}

// ScreenFile is where the screen is kept. Of several studios the last to change
// something has its way; a file of a later version stays as it is. Its methods
// may be called from any goroutine.
type ScreenFile struct {
	mu         sync.Mutex
	path       string // empty: nothing is kept
	kept, next Screen
	later      bool // the file is of a later version
}

// Read begins with what is in the file. One that cannot be read is as none: what
// it says is soon said again.
func (f *ScreenFile) Read(path string) Screen {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.path = path
	f.kept, f.later = readScreen(path)
	f.next = f.kept
	return f.kept
}

func readScreen(path string) (s Screen, later bool) {
	b, err := os.ReadFile(path)
	var file screenFile
	if err != nil || json.Unmarshal(tts.TrimBOM(b), &file) != nil && file.Version <= screenVersion {
		return Screen{}, false
	}
	if file.Version > screenVersion {
		return Screen{}, true
	}
	return file.Screen, false
}

// Note says what is to be kept from now on, and whether that is news.
func (f *ScreenFile) Note(s Screen) (news bool) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.next = s
	return f.path != "" && !f.later && s != f.kept
}

// Write keeps it, if something has changed.
func (f *ScreenFile) Write() error {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.path == "" || f.next == f.kept {
		return nil
	}
	dir := filepath.Dir(f.path)
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return err
	}
	defer lockSoon(dir)()
	if _, f.later = readScreen(f.path); f.later {
		return nil
	}
	b, err := json.MarshalIndent(screenFile{screenVersion, f.next}, "", "  ")
	if err != nil {
		return err
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return err
	}
	defer root.Close()
	if err := disk.Replace(root, filepath.Base(f.path), append(b, '\n'), 0o600); err != nil {
		return err
	}
	f.kept = f.next
	return nil
}
