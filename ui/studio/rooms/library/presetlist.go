package library

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"voicestudio/presets"
	"voicestudio/tts"
	"voicestudio/ui/session"
	"voicestudio/ui/studio/dialog"
	"voicestudio/ui/studio/document"
	"voicestudio/ui/studio/rooms"
	"voicestudio/ui/studio/rooms/listen"
)

// OpenPresets shows the list as it was read last and reads it anew.
func (r *Presets) OpenPresets() tea.Cmd {
	if r.Browser() != nil {
		return r.Say(rooms.Note, Say.Presets.openAlready)
	}
	r.Push(dialog.NewBrowser(r.Library, r.Present()), rooms.InPresets)
	return r.Read()
}

// Show goes to the preset in a file.
func (r *Presets) Show(file string) tea.Cmd {
	var cmd tea.Cmd
	if r.Browser() == nil {
		cmd = r.OpenPresets()
	}
	r.Browser().Seek(file)
	return cmd
}

// open shows a preset.
func (r *Presets) open(e presets.Entry) {
	r.Work.Open(e, r.Now())
}

// OpenPreset takes over all settings and voices. The script stays, unless it
// is empty.
func (r *Presets) OpenPreset() tea.Cmd {
	e := *r.Browser().Current()
	r.Pop()
	r.open(e)
	if e.Notice != "" {
		return r.Say(rooms.Note, e.Notice)
	}
	return r.Say(rooms.Note, Say.Presets.opened(e.Name))
}

// ApplyGroups asks which parts of the preset to take over.
func (r *Presets) ApplyGroups() tea.Cmd {
	e := *r.Browser().Current()
	g := dialog.NewGroups(e, r.Doc().Request(), r.groups)
	if g == nil {
		return r.Say(rooms.Note, Say.Presets.same(e.Name))
	}
	r.Push(g, rooms.InGroups)
	return nil
}

// Applied takes over the parts that were chosen.
func (r *Presets) Applied(a dialog.Apply) tea.Cmd {
	r.groups = a.Chosen
	r.Pop()
	r.Pop() // the list
	what := Say.Presets.partsOf(a.Names, a.Entry.Name)
	r.Change(r.Doc().Apply(a.Entry.Request, a.Groups...), what)
	return r.Say(rooms.Note, Say.Presets.applied(what))
}

// HearPreset speaks the script, or where there is none the preset's own
// sample, without opening the preset.
func (r *Presets) HearPreset() tea.Cmd { return r.hearPreset(false) }

// Point lets it be heard where that costs nothing, as a click does.
func (r *Presets) Point() tea.Cmd {
	if r.Browser().Current() == nil {
		return nil
	}
	return r.hearPreset(true)
}

func (r *Presets) hearPreset(clicked bool) tea.Cmd {
	e := *r.Browser().Current()
	doc := r.Work.Preview(e.Preset)
	what := Say.Presets.script
	if r.Doc().Text == "" {
		what = Say.Presets.sample
		if doc.Text == "" {
			what = rooms.Say.Screen.Quoted(session.Placeholder())
		}
	}
	return r.Sound.Hear(listen.Utterance{Doc: doc, Preset: e.Name, Listed: dialog.Key(e), Said: Say.Presets.speaks(e.Name, what), What: e.Name, Clicked: clicked})
}

// DeletePreset deletes the preset under the cursor; undo brings it back.
func (r *Presets) DeletePreset() tea.Cmd {
	e := *r.Browser().Current()
	place, known := r.PlaceOf(e)
	if !known {
		return r.Say(rooms.Warning, Say.Presets.noFolder(e.Name))
	}
	var back func() error
	remove := func(fault func(error) tea.Cmd, then func()) tea.Cmd {
		return r.alter(alteration{place: place, gone: e, fault: fault,
			do: func(p presets.Place) (_ presets.Entry, err error) {
				back, err = p.Delete(e.Name)
				return presets.Entry{}, err
			},
			then: func(presets.Entry) tea.Cmd {
				then()
				return r.Say(rooms.Note, Say.Presets.deleted(e.Name))
			}})
	}
	return remove(nil, func() {
		r.Did(rooms.Say.Deeds.Deleting(e.Name),
			func(d *document.Deed) tea.Cmd {
				return r.alter(alteration{place: place, fault: r.Failed(d),
					do:   func(presets.Place) (presets.Entry, error) { return e, back() },
					then: func(presets.Entry) tea.Cmd { return r.Say(rooms.Note, Say.Presets.back(e.Name)) }})
			},
			func(d *document.Deed) tea.Cmd { return remove(r.Failed(d), func() {}) })
	})
}

// RenamePreset asks for another name.
func (r *Presets) RenamePreset() tea.Cmd {
	e := *r.Browser().Current()
	r.Push(dialog.NewPrompt(Say.Presets.rename, Say.Presets.renameHint, tts.Clean(e.Name), func(name string) dialog.Action { return dialog.RenamePreset{Entry: e, Name: name} }), rooms.InPrompt)
	return nil
}

// Renamed gives a preset the name that was answered.
func (r *Presets) Renamed(e presets.Entry, name string) tea.Cmd {
	place, known := r.PlaceOf(e)
	if !known || name == tts.Clean(e.Name) {
		r.Pop()
		return nil
	}
	now := e
	rename := func(to string, fault func(error) tea.Cmd, then func()) tea.Cmd {
		was := now
		return r.alter(alteration{place: place, gone: was, fault: fault,
			do: func(in presets.Place) (presets.Entry, error) { return in.Rename(was.Name, to) },
			then: func(made presets.Entry) tea.Cmd {
				now = made
				r.Work.Follow(was, made)
				then()
				return r.Say(rooms.Note, Say.Presets.renamed(to))
			}})
	}
	return rename(name, nil, func() {
		r.Did(rooms.Say.Deeds.Renaming(e.Name),
			func(d *document.Deed) tea.Cmd { return rename(e.Name, r.Failed(d), func() {}) },
			func(d *document.Deed) tea.Cmd { return rename(name, r.Failed(d), func() {}) })
	})
}

// EditTags asks for the tags.
func (r *Presets) EditTags() tea.Cmd {
	e := *r.Browser().Current()
	var used []string
	for _, tag := range r.Shelf.Tags() {
		used = append(used, tag.Name)
	}
	hint := Say.Presets.tagsHint
	if len(used) > 0 {
		hint = Say.Presets.tagsHintUsed(dialog.TagLine(used[:min(len(used), 8)]))
	}
	r.Push(dialog.NewPrompt(Say.Presets.tags(tts.Clean(e.Name)), hint, tts.Clean(strings.Join(e.Tags, ", ")), func(line string) dialog.Action {
		return dialog.TagPreset{Entry: e, Tags: presets.Tags(line)}
	}).Adding(listen.LongestTags), rooms.InPrompt)
	return nil
}

// EditNotes asks for the notes.
func (r *Presets) EditNotes() tea.Cmd {
	e := *r.Browser().Current()
	r.Push(dialog.NewNotes(Say.Presets.notes(tts.Clean(e.Name)), e.Notes, func(text string) dialog.Action { return dialog.NotePreset{Entry: e, Notes: text} }), rooms.InNotes)
	return nil
}

// EditPreset changes something of a stored preset beside its settings.
func (r *Presets) EditPreset(e presets.Entry, what string, edit func(*presets.Preset)) tea.Cmd {
	place, known := r.PlaceOf(e)
	if !known {
		return nil
	}
	now := e
	store := func(p presets.Preset, fault func(error) tea.Cmd, then func()) tea.Cmd {
		was := now
		return r.alter(alteration{place: place, gone: was, fault: fault,
			do: func(in presets.Place) (presets.Entry, error) { return in.Update(was, p) },
			then: func(made presets.Entry) tea.Cmd {
				now = made
				r.Work.Follow(was, made)
				then()
				return r.Say(rooms.Note, Say.Presets.saved(made.Name))
			}})
	}
	p := e.Preset
	edit(&p)
	return store(p, nil, func() {
		r.Did(what,
			func(d *document.Deed) tea.Cmd { return store(e.Preset, r.Failed(d), func() {}) },
			func(d *document.Deed) tea.Cmd { return store(p, r.Failed(d), func() {}) })
	})
}

// CopyPreset stores the preset under the cursor in the person's own folder.
func (r *Presets) CopyPreset() tea.Cmd {
	e := *r.Browser().Current()
	own := r.Places[0]
	r.Push(dialog.NewPrompt(Say.Presets.copy, Say.Presets.copyHint(dialog.Homely(own.Dir)), tts.Clean(r.FreeName(own.Name, e.Name)),
		func(name string) dialog.Action { return dialog.CopyPreset{Entry: e, Name: name} }), rooms.InPrompt)
	return nil
}

// Copied stores a copy under the name that was answered.
func (r *Presets) Copied(e presets.Entry, name string) tea.Cmd {
	own := r.Places[0]
	return r.alter(alteration{place: own,
		do: func(in presets.Place) (presets.Entry, error) { return in.Copy(e, name) },
		then: func(made presets.Entry) tea.Cmd {
			if b := r.Browser(); b != nil && b.Folder() != "" && b.Folder() != own.Name {
				b.Show(own.Name)
			}
			return r.Say(rooms.Note, Say.Presets.copied(made.Name, dialog.Homely(own.Dir)))
		}})
}

// NoPreset says why there is none under the cursor of the list.
func (r *Presets) NoPreset() string {
	b := r.Browser()
	switch {
	case b == nil:
		return Say.Presets.openFirst
	case b.Current() != nil:
		return ""
	}
	if broken := b.Broken(); broken != nil {
		return broken.Error()
	}
	return Say.Presets.none
}

// NoOwnPreset says why the preset under the cursor cannot be changed.
func (r *Presets) NoOwnPreset() string {
	if why := r.NoPreset(); why != "" {
		return why
	}
	return notOwn(*r.Browser().Current())
}

// notOwn says why a preset cannot be changed.
func notOwn(e presets.Entry) string {
	switch {
	case e.Starter:
		return Say.Presets.starter
	case e.Notice != "":
		return e.Notice
	case e.ReadOnly:
		return Say.Presets.readOnly(e.Name)
	}
	return ""
}
