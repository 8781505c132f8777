package takes

import (
	"time"

	"voicestudio/tts"
	"voicestudio/tts/takes/disk"
)

// Star marks a take that matters, or takes the mark off; starred takes are
// never pruned. The edits take what Load takes and return the take after it.
func (f Folder) Star(ref string, starred bool) (Take, error) {
	return f.edit(ref, disk.Patience, func(d *document) { d.set("starred", starred) })
}

// Note says something about a take; an empty text says nothing again.
func (f Folder) Note(ref, text string) (Take, error) {
	return f.edit(ref, disk.Patience, func(d *document) { d.set("note", tts.Plain(text)) })
}

// Tag replaces the tags of a take.
func (f Folder) Tag(ref string, tags ...string) (Take, error) {
	var plain []string
	for _, tag := range tags {
		plain = append(plain, tts.Plain(tag))
	}
	return f.edit(ref, disk.Patience, func(d *document) { d.set("tags", plain) })
}

// Heard says that a take is played now. Somebody is listening, so it waits
// for no other program.
func (f Folder) Heard(ref string) (Take, error) {
	return f.edit(ref, sealing/4, func(d *document) { d.set("heard", time.Now().UTC().Truncate(time.Second)) })
}

// Audible says how long after sending the take's first sound was heard.
func (f Folder) Audible(ref string, after time.Duration) (Take, error) {
	return f.edit(ref, sealing/4, func(d *document) { d.set("audible_ms", tts.Milliseconds(after)) })
}

// Measured keeps what a take sounds like, of which this package knows nothing but
// that it has a JSON form.
func (f Folder) Measured(ref string, measures any) (Take, error) {
	return f.edit(ref, disk.Patience, func(d *document) { d.set("measures", measures) })
}

// edit changes the JSON file as it is on disk at that moment, so that two
// programs' edits of different things both stay.
func (f Folder) edit(ref string, patience time.Duration, change func(*document)) (Take, error) {
	p, err := f.resolve(ref)
	if err != nil {
		return Take{}, err
	}
	unlock, err := disk.LockWithin(f.Dir, patience)
	if err != nil {
		return Take{}, err
	}
	defer unlock()
	if _, err := f.load(p); err != nil { // what cannot be read is not written
		return Take{}, err
	}
	doc, err := f.document(p.id)
	if err != nil {
		return Take{}, &Broken{ID: p.id, File: f.path(p.id, description), Reason: tts.Reason(err)}
	}
	change(&doc)
	if err := f.store(p.id, doc); err != nil {
		return Take{}, err
	}
	return f.load(p)
}
