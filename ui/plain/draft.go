package plain

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"

	"voicestudio/tts"
	"voicestudio/ui/studio/document"
)

// restore takes up what was being edited when the studio, or this, ended. A draft
// that cannot be read is put aside, not overwritten.
func (d *desk) restore() {
	if d.Draft == "" {
		return
	}
	path := d.Draft
	if left := document.Drafts(d.Draft); len(left) > 0 {
		path = left[0].File
		if len(left) > 1 {
			d.say(say.draft.others(len(left) - 1))
		}
	}
	b, err := os.ReadFile(path)
	defer func() { d.draft.Begin(d.Draft, path, b, d.work.Draft()) }()
	if errors.Is(err, fs.ErrNotExist) {
		return
	}
	var kept document.Draft
	if err == nil {
		err = json.Unmarshal(tts.TrimBOM(b), &kept)
	}
	if err != nil {
		aside, moved := document.PutAside(path)
		if b = nil; moved == nil {
			d.say(say.draft.aside(homely(aside)))
		} else {
			d.say(say.draft.unreadable(homely(path), reason(err)))
		}
		return
	}
	d.work.Restore(kept)
}

// changed reports that there is something to keep.
func (d *desk) changed() bool {
	if d.Draft == "" {
		return false
	}
	if now := fmt.Sprint(d.work.Revision(), d.work.Script()); now != d.noted {
		d.noted = now
		d.draft.Note(d.work.Draft())
		return true
	}
	return false
}

// keep writes the draft. Where it has become that of another studio meanwhile, it
// goes on in a file of its own.
func (d *desk) keep() {
	aside, err := d.draft.Write()
	switch {
	case err != nil && !d.broken:
		d.broken = true
		d.say(say.draft.notKept(reason(err)))
	case err == nil && aside != "":
		d.say(say.draft.another(homely(aside)))
	}
	d.noteScreen()
	d.screen.Write() // where that cannot be done the draft cannot be kept either
}

// flush writes what is kept between two runs, at the end.
func (d *desk) flush() error {
	if d.Draft == "" {
		return nil
	}
	d.changed()
	d.noteScreen()
	d.screen.Write()
	if _, err := d.draft.Write(); err != nil {
		return tts.Machine(tts.Said{What: say.draft.notKept(reason(err))}, err)
	}
	return nil
}
