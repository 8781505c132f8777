package plain

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"

	"voicestudio/presets/script"
	"voicestudio/tts"
	"voicestudio/ui/studio/document"
)

// restore takes up what was being edited when the studio, or this, ended. A draft
// that cannot be read is put aside, not overwritten.
func (d *desk) restore() {
	d.script.kept = script.Kept{}
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
	d.openScript()
}

// changed reports that there is something to keep.
func (d *desk) changed() bool {
	if d.Draft == "" {
		return false
	}
	if now := fmt.Sprint(d.work.Revision(), d.work.Script()); now != d.noted || d.script.touched {
		d.noted = now
		d.draft.Note(d.work.Draft())
		return true
	}
	return false
}

// keep writes the draft. Where it has become that of another studio meanwhile, it
// goes on in a file of its own.
func (d *desk) keep() {
	if err := d.keepScript(); err != nil && !d.script.broken {
		d.script.broken = true
		d.say(say.script.notKept(reason(err)))
	}
	d.draft.Note(d.work.Draft())
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
	unkept := d.keepScript()
	d.draft.Note(d.work.Draft())
	d.noteScreen()
	d.screen.Write()
	if unkept != nil {
		return tts.Machine(tts.Said{What: say.script.notKept(reason(unkept))}, unkept)
	}
	if _, err := d.draft.Write(); err != nil {
		return tts.Machine(tts.Said{What: say.draft.notKept(reason(err))}, err)
	}
	return nil
}
