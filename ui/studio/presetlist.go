package studio

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"voicestudio/presets"
	"voicestudio/tts"
	"voicestudio/ui/session"
	"voicestudio/ui/studio/dialog"
	"voicestudio/ui/studio/document"
)

// openPresets shows the list as it was read last and reads it anew.
func (r *presetsRoom) openPresets() tea.Cmd {
	if r.browser() != nil {
		return r.say(note, say.presets.openAlready)
	}
	r.push(dialog.NewBrowser(r.Library, r.present()), inPresets)
	return r.read()
}

// inBrowserDo does something with the list of presets.
func inBrowserDo(do func(*dialog.Browser)) func(*Model) tea.Cmd {
	return func(m *Model) tea.Cmd {
		do(m.browser())
		return nil
	}
}

// noPreset says why there is none under the cursor of the list.
func noPreset(m *Model) string {
	b := m.browser()
	switch {
	case b == nil:
		return say.presets.openFirst
	case b.Current() != nil:
		return ""
	}
	if broken := b.Broken(); broken != nil {
		return broken.Error()
	}
	return say.presets.none
}

// noOwnPreset says why the preset under the cursor cannot be changed.
func noOwnPreset(m *Model) string {
	if why := noPreset(m); why != "" {
		return why
	}
	switch e := m.browser().Current(); {
	case e.Starter:
		return say.presets.starter
	case e.Notice != "":
		return e.Notice
	case e.ReadOnly:
		return say.presets.readOnly(e.Name)
	}
	return ""
}

// open shows a preset.
func (r *presetsRoom) open(e presets.Entry) {
	r.work.Open(e, r.now())
}

// openPreset takes over all settings and voices. The script stays, unless it
// is empty.
func (r *presetsRoom) openPreset() tea.Cmd {
	e := *r.browser().Current()
	r.pop()
	r.open(e)
	if e.Notice != "" {
		return r.say(note, e.Notice)
	}
	return r.say(note, say.presets.opened(e.Name))
}

// applyGroups asks which parts of the preset to take over.
func (r *presetsRoom) applyGroups() tea.Cmd {
	e := *r.browser().Current()
	g := dialog.NewGroups(e, r.doc().Request(), r.groups)
	if g == nil {
		return r.say(note, say.presets.same(e.Name))
	}
	r.push(g, inGroups)
	return nil
}

func (r *presetsRoom) applied(a dialog.Apply) tea.Cmd {
	r.groups = a.Chosen
	r.pop()
	r.pop() // the list
	what := say.presets.partsOf(a.Names, a.Entry.Name)
	r.change(r.doc().Apply(a.Entry.Request, a.Groups...), what)
	return r.say(note, say.presets.applied(what))
}

// hearPreset speaks the script, or where there is none the preset's own
// sample, without opening the preset.
func (r *presetsRoom) hearPreset() tea.Cmd {
	e := *r.browser().Current()
	r.hearing = dialog.Key(e)
	doc := r.work.Preview(e.Preset)
	what := say.presets.script
	if r.doc().Text == "" {
		what = say.presets.sample
		if doc.Text == "" {
			what = say.screen.quoted(session.Placeholder)
		}
	}
	return r.sound.speakAs(doc, false, say.presets.speaks(e.Name, what))
}

func (r *presetsRoom) deletePreset() tea.Cmd {
	e := *r.browser().Current()
	place, known := r.PlaceOf(e)
	if !known {
		return r.say(warning, say.presets.noFolder(e.Name))
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
				return r.say(note, say.presets.deleted(e.Name))
			}})
	}
	return remove(nil, func() {
		r.did(say.deeds.deleting(e.Name),
			func(d *document.Deed) tea.Cmd {
				return r.alter(alteration{place: place, fault: r.failed(d),
					do:   func(presets.Place) (presets.Entry, error) { return e, back() },
					then: func(presets.Entry) tea.Cmd { return r.say(note, say.presets.back(e.Name)) }})
			},
			func(d *document.Deed) tea.Cmd { return remove(r.failed(d), func() {}) })
	})
}

func (r *presetsRoom) renamePreset() tea.Cmd {
	e := *r.browser().Current()
	r.push(dialog.NewPrompt(say.presets.rename, say.presets.renameHint, tts.Clean(e.Name), func(name string) dialog.Action { return dialog.RenamePreset{Entry: e, Name: name} }), inPrompt)
	return nil
}

func (r *presetsRoom) renamed(e presets.Entry, name string) tea.Cmd {
	place, known := r.PlaceOf(e)
	if !known || name == tts.Clean(e.Name) {
		r.pop()
		return nil
	}
	now := e
	rename := func(to string, fault func(error) tea.Cmd, then func()) tea.Cmd {
		was := now
		return r.alter(alteration{place: place, gone: was, fault: fault,
			do: func(in presets.Place) (presets.Entry, error) { return in.Rename(was.Name, to) },
			then: func(made presets.Entry) tea.Cmd {
				now = made
				r.work.Follow(was, made)
				then()
				return r.say(note, say.presets.renamed(to))
			}})
	}
	return rename(name, nil, func() {
		r.did(say.deeds.renaming(e.Name),
			func(d *document.Deed) tea.Cmd { return rename(e.Name, r.failed(d), func() {}) },
			func(d *document.Deed) tea.Cmd { return rename(name, r.failed(d), func() {}) })
	})
}

// longestTags bounds what can be typed of a preset's tags, in code points.
const longestTags = 500

func (r *presetsRoom) editTags() tea.Cmd {
	e := *r.browser().Current()
	var used []string
	for _, tag := range r.Shelf.Tags() {
		used = append(used, tag.Name)
	}
	hint := say.presets.tagsHint
	if len(used) > 0 {
		hint = say.presets.tagsHintUsed(dialog.TagLine(used[:min(len(used), 8)]))
	}
	r.push(dialog.NewPrompt(say.presets.tags(tts.Clean(e.Name)), hint, tts.Clean(strings.Join(e.Tags, ", ")), func(line string) dialog.Action {
		return dialog.TagPreset{Entry: e, Tags: presets.Tags(line)}
	}).Adding(longestTags), inPrompt)
	return nil
}

func (r *presetsRoom) editNotes() tea.Cmd {
	e := *r.browser().Current()
	r.push(dialog.NewNotes(say.presets.notes(tts.Clean(e.Name)), e.Notes, func(text string) dialog.Action { return dialog.NotePreset{Entry: e, Notes: text} }), inNotes)
	return nil
}

// editPreset changes something of a stored preset beside its settings.
func (r *presetsRoom) editPreset(e presets.Entry, what string, edit func(*presets.Preset)) tea.Cmd {
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
				r.work.Follow(was, made)
				then()
				return r.say(note, say.presets.saved(made.Name))
			}})
	}
	p := e.Preset
	edit(&p)
	return store(p, nil, func() {
		r.did(what,
			func(d *document.Deed) tea.Cmd { return store(e.Preset, r.failed(d), func() {}) },
			func(d *document.Deed) tea.Cmd { return store(p, r.failed(d), func() {}) })
	})
}

// copyPreset stores the preset under the cursor in the person's own folder.
func (r *presetsRoom) copyPreset() tea.Cmd {
	e := *r.browser().Current()
	own := r.Places[0]
	r.push(dialog.NewPrompt(say.presets.copy, say.presets.copyHint(dialog.Homely(own.Dir)), tts.Clean(r.FreeName(own.Name, e.Name)),
		func(name string) dialog.Action { return dialog.CopyPreset{Entry: e, Name: name} }), inPrompt)
	return nil
}

func (r *presetsRoom) copied(e presets.Entry, name string) tea.Cmd {
	own := r.Places[0]
	return r.alter(alteration{place: own,
		do: func(in presets.Place) (presets.Entry, error) { return in.Copy(e, name) },
		then: func(made presets.Entry) tea.Cmd {
			if b := r.browser(); b != nil && b.Folder() != "" && b.Folder() != own.Name {
				b.Show(own.Name)
			}
			return r.say(note, say.presets.copied(made.Name, dialog.Homely(own.Dir)))
		}})
}
