package document

import (
	"errors"
	"io/fs"
	"sync"

	"voicestudio/presets/script"
	"voicestudio/tts"
)

// ScriptFiles are scripts on disk: as they were read or written last, and as they are
// to be. Its methods may be called from any goroutine.
type ScriptFiles struct {
	mu    sync.Mutex
	known map[string]script.File // by their IDs
	due   map[string]script.File
}

// Open reads the file of the draft's script; nil: there is none, or it cannot be read.
// Then another one is begun, and that stays as it is.
func (f *ScriptFiles) Open(folder script.Folder, w *Work) (script.Kept, []script.Wish, error) {
	if w.script == "" {
		return nil, nil, nil
	}
	file, err := folder.Load(w.script)
	if err != nil {
		w.KeptAs("")
		if errors.Is(err, fs.ErrNotExist) {
			err = nil
		}
		return nil, nil, err
	}
	s, kept := file.Script()
	w.RestoreLines(s)
	f.Know(file)
	return kept, file.Queue, nil
}

// Know takes a file for what is on disk.
func (f *ScriptFiles) Know(s script.File) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.known == nil {
		f.known = map[string]script.File{}
	}
	f.known[s.ID] = s
}

// Note says how a script is to be.
func (f *ScriptFiles) Note(next script.File) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.due == nil {
		f.due = map[string]script.File{}
	}
	f.due[next.ID] = next
}

// Write keeps what is due. moved are the IDs under which those go on whose files have
// become another program's; why is set where such a one cannot be read here.
func (f *ScriptFiles) Write(folder script.Folder) (moved map[string]string, why *script.Broken, err error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	moved = map[string]string{}
	for id, next := range f.due {
		was, known := f.known[id]
		next.Name, next.Created, next.Updated = was.Name, was.Created, was.Updated
		now, fault := script.File{}, fs.ErrNotExist
		if known {
			now, fault = folder.Save(next)
		}
		if errors.Is(fault, fs.ErrNotExist) {
			now, fault = folder.CreateAs(next, id)
		}
		broken, unread := errors.AsType[*script.Broken](fault)
		if unread || errors.Is(fault, fs.ErrExist) {
			if now, fault = folder.Create(next); fault == nil {
				moved[id], why = now.ID, broken
			}
		}
		if fault != nil {
			err = fault
			continue
		}
		delete(f.due, id)
		if f.known == nil {
			f.known = map[string]script.File{}
		}
		f.known[now.ID] = now
	}
	return moved, why, err
}

// Name is what the script is called in its file; empty: nobody has said.
func (f *ScriptFiles) Name(id string) string {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.known[id].Name
}

// Worth reports whether a script has anything to keep that the text does not say.
func (w *Work) Worth(kept script.Kept) bool {
	s := w.Lines()
	if w.script != "" || s.Whole != script.Usual {
		return true
	}
	for _, l := range s.Lines {
		if len(kept[l.ID].All) > 0 || !l.Own.None() {
			return true
		}
	}
	return false
}

// ScriptFile is the script as it would be kept now, in a file of its own; waits are the
// lines that are still to be made.
func (w *Work) ScriptFile(host tts.HostName, kept script.Kept, waits []script.Wish) script.File {
	if w.script == "" {
		w.KeptAs(script.NewID())
	}
	next := script.File{ID: w.script, Request: w.Requested(), Host: host, Preset: w.opened.Name, Queue: waits}
	return next.Of(w.Lines(), kept)
}
