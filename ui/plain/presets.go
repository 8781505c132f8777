package plain

import (
	"slices"
	"strconv"
	"strings"

	"voicestudio/presets"
	"voicestudio/tts"
)

// shelf are all presets that can be read.
func (d *desk) shelf() (*presets.Shelf, error) {
	shelf, err := d.Library.Read(d.ctx, nil)
	if err != nil {
		return nil, tts.Machine(tts.Said{What: reason(err)}, err)
	}
	return shelf, nil
}

// listPresets lists those in which all words are found; a number opens one.
func listPresets(d *desk, rest string) error {
	shelf, err := d.shelf()
	if err != nil {
		return err
	}
	found := shelf.Search(presets.Query{Text: rest})
	if len(found) == 0 {
		return wrong(say.presets.none(presentable(rest)))
	}
	d.found = found
	items := make([]item, len(found))
	for i, e := range found {
		folder := ""
		if e.Folder != presets.FolderOwn {
			folder = presets.FolderInWords(e.Folder)
		}
		open := ""
		if o := d.work.Opened(); o.Name == e.Name && o.Entry.File == e.File {
			open = say.presets.isOpen
		}
		items[i].text = joined(tts.Clean(e.Name), open, folder, tts.Clean(presets.VoicesInWords(e.Request.Voices())), strings.Join(tagged(e.Tags), " "), presets.Quoted(e.Notes))
		if e.Notes == "" {
			items[i].text = joined(tts.Clean(e.Name), open, folder, tts.Clean(presets.VoicesInWords(e.Request.Voices())), strings.Join(tagged(e.Tags), " "))
		}
	}
	err = d.offer(list{items: numbered(items), hint: say.presets.hint, mute: true, hears: func(n int) error { return hear(d, strconv.Itoa(n)) }, pick: func(n int) error {
		return openPreset(d, strconv.Itoa(n))
	}})
	for _, b := range shelf.Broken {
		d.say(b.Error())
	}
	return err
}

// shelfNumber is the preset of a number, where presets were listed last.
func (d *desk) shelfNumber(said string) (e presets.Entry, found bool) {
	n, err := strconv.Atoi(said)
	if err != nil || d.list == nil || d.list.hint != say.presets.hint || n < 1 || n > len(d.found) {
		return e, false
	}
	return *d.found[n-1], true
}

// findPreset is the preset of a number of the list, of a name, of a file, or of
// words that no other has.
func (d *desk) findPreset(said string) (presets.Entry, error) {
	said = strings.Trim(strings.TrimSpace(said), `"`)
	if said == "" {
		return presets.Entry{}, wrong(say.presets.which)
	}
	if n, err := strconv.Atoi(said); err == nil && n >= 1 && n <= len(d.found) {
		return *d.found[n-1], nil
	}
	e, err := d.Library.Load(said)
	if err == nil {
		return e, nil
	}
	shelf, unread := d.shelf()
	if unread != nil {
		return presets.Entry{}, unread
	}
	found := shelf.Search(presets.Query{Text: said})
	same := slices.DeleteFunc(slices.Clone(found), func(e *presets.Entry) bool { return !strings.EqualFold(e.Name, said) })
	if len(same) == 1 {
		found = same
	}
	if len(found) == 1 {
		return *found[0], nil
	}
	return presets.Entry{}, wrong(tts.Said{What: tts.InWords(err), Cure: say.presets.list})
}

// openPreset takes over all settings and voices; the words stay, unless there are
// none.
func openPreset(d *desk, rest string) error {
	e, err := d.findPreset(rest)
	if err != nil {
		return err
	}
	before := d.doc()
	d.work.Open(e, d.Now())
	d.say(joined(say.presets.opened(tts.Clean(e.Name)), d.changedFrom(before)))
	if e.Notes != "" {
		d.say(e.Notes)
	}
	if e.Notice != "" {
		d.say(e.Notice)
	}
	return nil
}

// diffPreset says in what the settings differ from the preset that is open, or from
// another, or two from each other.
func diffPreset(d *desk, rest string) error {
	if rest == "" && d.work.Opened().Name == "" {
		return wrong(say.presets.noneOpen)
	}
	was := d.work.Opened().Saved.Request()
	if rest != "" {
		e, err := d.findPreset(rest)
		if err != nil {
			return err
		}
		was = d.work.Preview(e.Preset).Request()
	}
	said := presets.Sentences(presets.DiffRequests(was, d.doc().Request()))
	if len(said) == 0 {
		d.say(say.presets.same)
	}
	for _, s := range said {
		d.say(s)
	}
	return nil
}

// place is the folder of a preset that can be changed.
func (d *desk) place(e presets.Entry) (presets.Place, error) {
	p, known := d.Library.Place(e.Folder)
	switch {
	case e.Starter:
		return p, wrong(say.presets.starter)
	case e.ReadOnly || !known:
		return p, wrong(say.presets.readOnly(tts.Clean(e.Name)))
	}
	return p, nil
}

// fromFolder gives an error of a folder of presets its kind.
func fromFolder(err error) error {
	if err == nil {
		return nil
	}
	return tts.Wrong("preset", tts.Said{What: reason(err)}).From(err)
}

// removePreset deletes one; undo brings it back.
func removePreset(d *desk, rest string) error {
	e, err := d.findPreset(rest)
	if err != nil {
		return err
	}
	p, err := d.place(e)
	if err != nil {
		return err
	}
	var back func() error
	remove := func() (err error) {
		back, err = p.Delete(e.Name)
		return fromFolder(err)
	}
	if err := remove(); err != nil {
		return err
	}
	d.did(say.presets.deleting(tts.Clean(e.Name)), func() error { return fromFolder(back()) }, remove)
	d.say(say.presets.deleted(tts.Clean(e.Name)))
	return nil
}

// renamePreset gives the preset that is open, or another, a name.
func renamePreset(d *desk, rest string) error {
	e, name := d.work.Opened().Entry, rest
	for _, to := range strings.Fields(say.presets.to) {
		if old, new, found := strings.Cut(rest, " "+to+" "); found {
			var err error
			if e, err = d.findPreset(old); err != nil {
				return err
			}
			name = new
			break
		}
	}
	name = strings.Trim(strings.TrimSpace(name), `"`)
	if e.Name == "" || name == "" {
		return wrong(say.presets.renameForm)
	}
	p, err := d.place(e)
	if err != nil {
		return err
	}
	now := e
	rename := func(to string) error {
		made, err := p.Rename(now.Name, to)
		if err != nil {
			return fromFolder(err)
		}
		made.Folder = p.Name
		d.work.Follow(now, made)
		now = made
		return nil
	}
	if err := rename(name); err != nil {
		return err
	}
	d.did(say.presets.renaming(tts.Clean(e.Name)), func() error { return rename(e.Name) }, func() error { return rename(name) })
	d.say(say.presets.renamed(tts.Clean(name)))
	return nil
}
