// Package takes keeps every take on disk while it streams: the audio as the
// host sent it, and a JSON file beside it that says how it was made.
package takes

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"voicestudio/tts"
)

// Take is one answer of a host, whole or cut short.
type Take struct {
	// ID is the stem of both files: the request's hash and a number.
	ID      string       `json:"id"`
	Time    time.Time    `json:"time"`
	Host    tts.HostName `json:"host"`
	Model   string       `json:"model"`
	Request tts.Request  `json:"request"`
	tts.Info
	// Partial is true until the host has said that all has come.
	Partial bool   `json:"partial"`
	Starred bool   `json:"starred"`
	Note    string `json:"note"`
	// File is the audio's path; it is not in the file, which may be moved.
	File string `json:"-"`
}

// Folder is where takes are kept.
type Folder struct{ Dir string }

// DefaultDir is $XDG_DATA_HOME/voicestudio/takes, by default under
// ~/.local/share.
func DefaultDir() (string, error) {
	if data := os.Getenv("XDG_DATA_HOME"); filepath.IsAbs(data) {
		return filepath.Join(data, "voicestudio", "takes"), nil
	}
	home, err := os.UserHomeDir()
	if err != nil {
		return "", err
	}
	return filepath.Join(home, ".local", "share", "voicestudio", "takes"), nil
}

// Recording is a take that is being written. It is used by one goroutine.
type Recording struct {
	folder Folder
	take   Take
	audio  *os.File
	err    error // the first fault of writing; later writes are dropped
}

// Begin starts the next take of a request. hash is 64 hex digits; ext is the
// audio's ending without a dot. Whatever happens from here on, what has been
// written stays, marked partial.
func (f Folder) Begin(hash, ext string, t Take) (*Recording, error) {
	if err := os.MkdirAll(f.Dir, 0o700); err != nil {
		return nil, err
	}
	for n := 1; ; n++ {
		t.ID = fmt.Sprintf("%s-%d", hash, n)
		meta := f.path(t.ID, "json")
		claim, err := os.OpenFile(meta, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
		if errors.Is(err, fs.ErrExist) {
			continue
		}
		if err != nil {
			return nil, err
		}
		claim.Close()
		t.Partial, t.File = true, f.path(t.ID, ext)
		audio, err := os.OpenFile(t.File, os.O_CREATE|os.O_TRUNC|os.O_WRONLY, 0o600)
		if err != nil {
			os.Remove(meta)
			return nil, err
		}
		r := &Recording{folder: f, take: t, audio: audio}
		if err := r.save(); err != nil {
			audio.Close()
			return nil, err
		}
		return r, nil
	}
}

func (f Folder) path(id, ext string) string { return filepath.Join(f.Dir, id+"."+ext) }

// Take is the take as it stands.
func (r *Recording) Take() Take { return r.take }

// Write stores a piece of encoded audio. It never fails its caller, who is
// playing: a full disk must not stop the sound. Finish tells the fault.
func (r *Recording) Write(p []byte) (int, error) {
	if r.err == nil {
		_, r.err = r.audio.Write(p)
	}
	return len(p), nil
}

// Finish closes the take. An answer that did not come whole stays partial; one
// of which nothing came leaves no files.
func (r *Recording) Finish(p tts.Progress) (Take, error) {
	r.take.Info = p.Info
	r.take.Partial = !p.Complete || r.err != nil
	err := errors.Join(r.err, r.audio.Close())
	if p.Bytes == 0 {
		return Take{}, errors.Join(os.Remove(r.take.File), os.Remove(r.folder.path(r.take.ID, "json")))
	}
	return r.take, errors.Join(err, r.save())
}

func (r *Recording) save() error {
	b, err := json.MarshalIndent(r.take, "", "  ")
	if err != nil {
		return err
	}
	path := r.folder.path(r.take.ID, "json")
	temp := path + ".new"
	if err := os.WriteFile(temp, append(b, '\n'), 0o600); err != nil {
		return err
	}
	return os.Rename(temp, path)
}
