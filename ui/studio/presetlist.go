package studio

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"voicestudio/presets"
	"voicestudio/tts"
	"voicestudio/ui/session"
)

func voiceNames(r tts.Request) string {
	var names []string
	for _, v := range r.Voices() {
		names = append(names, voiceTitle(v.VoiceID))
	}
	return strings.Join(names, " + ")
}

// noPreset says why there is none under the cursor of the list.
func noPreset(m *Model) string {
	b := m.browser()
	switch {
	case b == nil:
		return "open the list of presets first: ctrl+o"
	case b.current() != nil:
		return ""
	case b.cursor < b.rows():
		broken := b.broken[b.cursor-len(b.found)]
		return broken.Error()
	}
	return "there is no preset here"
}

// noOwnPreset says why the preset under the cursor cannot be changed.
func noOwnPreset(m *Model) string {
	if why := noPreset(m); why != "" {
		return why
	}
	switch e := m.browser().current(); {
	case e.Starter:
		return "starters stay as they are; ctrl+d copies it into your folder"
	case e.Notice != "":
		return e.Notice
	case e.ReadOnly:
		return e.Name + " is read-only; ctrl+d copies it into your folder"
	}
	return ""
}

// openPreset takes over all settings and voices. The script stays, unless it
// is empty.
func (m *Model) openPreset() tea.Cmd {
	if why := noPreset(m); why != "" {
		return m.say(warning, why)
	}
	e := *m.browser().current()
	m.pop()
	m.open(e)
	said := "opened " + e.Name + "; ctrl+r speaks, alt+z goes back"
	if e.Notice != "" {
		said = e.Notice
	}
	return tea.Batch(m.say(note, said), m.keepDraft())
}

// hearPreset speaks the script, or where there is none the preset's own
// sample, without opening the preset.
func (m *Model) hearPreset() tea.Cmd {
	b := m.browser()
	e := b.current()
	b.hearing = keyOf(*e)
	doc := m.documentOf(e.Preset)
	return m.speakAs(doc, false, m.hearingNote(*e, doc))
}

func (m *Model) hearingNote(e presets.Entry, doc document) string {
	what := "the script"
	if m.doc.text == "" {
		what = "its sample"
		if doc.text == "" {
			what = "“" + session.Placeholder + "”"
		}
	}
	return fmt.Sprintf("%s speaks %s; enter opens it", e.Name, what)
}

// deletion is a preset that was deleted, for undo.
type deletion struct {
	at    time.Time
	entry presets.Entry
	place presets.Place
	back  func() error
}

// deletions are those that can be undone, the latest last.
type deletions []deletion

// last is when the latest was; zero where there is none.
func (d deletions) last() time.Time {
	if len(d) == 0 {
		return time.Time{}
	}
	return d[len(d)-1].at
}

func (m *Model) deletePreset() tea.Cmd {
	e := *m.browser().current()
	place, known := m.library.placeOf(e)
	if !known {
		return m.say(warning, e.Name+" lives in no folder of the list")
	}
	var back func() error
	return m.alter(alteration{place: place, gone: e,
		do: func(p presets.Place) (_ presets.Entry, err error) {
			back, err = p.Delete(e.Name)
			return presets.Entry{}, err
		},
		then: func(m *Model, _ presets.Entry) tea.Cmd {
			m.deleted = append(m.deleted, deletion{m.now(), e, place, back})
			return m.say(note, "deleted "+e.Name+"; alt+z brings it back")
		}})
}

func (m *Model) restorePreset() tea.Cmd {
	last := len(m.deleted) - 1
	d := m.deleted[last]
	return m.alter(alteration{place: d.place,
		do: func(presets.Place) (presets.Entry, error) { return d.entry, d.back() },
		then: func(m *Model, _ presets.Entry) tea.Cmd {
			m.deleted = m.deleted[:last]
			return m.say(note, d.entry.Name+" is back")
		}})
}

func (m *Model) renamePreset() tea.Cmd {
	e := *m.browser().current()
	place, known := m.library.placeOf(e)
	if !known {
		return nil
	}
	m.push(newPrompt("Rename the preset", "enter renames", tts.Clean(e.Name), func(m *Model, p *prompt, name string) tea.Cmd {
		if name == tts.Clean(e.Name) {
			m.closePrompt(p)
			return nil
		}
		return m.alter(alteration{place: place, gone: e,
			do:    func(in presets.Place) (presets.Entry, error) { return in.Rename(e.Name, name) },
			fault: p.refuse,
			then: func(m *Model, made presets.Entry) tea.Cmd {
				m.closePrompt(p)
				m.followed(e, made)
				return m.say(note, "renamed to "+name)
			}})
	}))
	return nil
}

// followed keeps the open preset in step with what was done to its file
// beside its settings.
func (m *Model) followed(was, now presets.Entry) {
	if m.preset == "" || m.entry.File == "" || m.entry.File != was.File {
		return
	}
	m.preset, m.entry.File = now.Name, now.File
	m.entry.Name, m.entry.Tags, m.entry.Notes = now.Name, now.Tags, now.Notes
}

func (m *Model) editTags() tea.Cmd {
	e := *m.browser().current()
	var used []string
	for _, tag := range m.library.shelf.Tags() {
		used = append(used, tag.Name)
	}
	hint := "commas between tags, enter keeps them"
	if len(used) > 0 {
		hint += "; in use: " + tagLine(used[:min(len(used), 8)])
	}
	p := newPrompt("Tags of "+tts.Clean(e.Name), hint, tts.Clean(strings.Join(e.Tags, ", ")), func(m *Model, p *prompt, value string) tea.Cmd {
		return m.editPreset(e, p, func(preset *presets.Preset) { preset.Tags = presets.Tags(value) })
	})
	p.input.Limit = 500
	p.input.Set(p.input.Value()) // to be added to, not replaced
	m.push(p)
	return nil
}

func (m *Model) editNotes() tea.Cmd {
	e := *m.browser().current()
	m.push(newNotes("Notes on "+tts.Clean(e.Name), e.Notes, func(m *Model, n *notes, text string) tea.Cmd {
		return m.editPreset(e, n, func(preset *presets.Preset) { preset.Notes = text })
	}))
	return nil
}

// editPreset changes something of a stored preset beside its settings, from
// an overlay that closes when that is done.
func (m *Model) editPreset(e presets.Entry, from interface {
	overlay
	refuse(*Model, error) tea.Cmd
}, edit func(*presets.Preset)) tea.Cmd {
	place, known := m.library.placeOf(e)
	if !known {
		return nil
	}
	p := e.Preset
	edit(&p)
	return m.alter(alteration{place: place, gone: e, prompt: from,
		do:    func(in presets.Place) (presets.Entry, error) { return in.Update(e, p) },
		fault: from.refuse,
		then: func(m *Model, made presets.Entry) tea.Cmd {
			m.closePrompt(from)
			m.followed(e, made)
			return m.say(note, "saved "+made.Name)
		}})
}

// copyPreset stores the preset under the cursor in the person's own folder.
func (m *Model) copyPreset() tea.Cmd {
	e := *m.browser().current()
	own := m.library.Places[0]
	hint := "enter copies it into " + homely(own.Dir)
	m.push(newPrompt("Copy the preset as", hint, tts.Clean(m.library.freeName(own.Name, e.Name)), func(m *Model, p *prompt, name string) tea.Cmd {
		return m.alter(alteration{place: own,
			do:    func(in presets.Place) (presets.Entry, error) { return in.Copy(e, name) },
			fault: p.refuse,
			then: func(m *Model, made presets.Entry) tea.Cmd {
				m.closePrompt(p)
				if b := m.browser(); b != nil && b.folder != "" && b.folder != own.Name {
					b.show(own.Name)
				}
				return m.say(note, "copied as "+made.Name+" into "+homely(own.Dir))
			}})
	}))
	return nil
}

// taken reports whether an error says that a name belongs to another preset.
func taken(err error) bool { return errors.Is(err, fs.ErrExist) }
