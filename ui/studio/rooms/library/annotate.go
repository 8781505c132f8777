package library

import (
	"cmp"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"voicestudio/presets"
	"voicestudio/tts"
	"voicestudio/ui/studio/rooms"
)

// Annotate adds a line to the notes of a preset, which it finds by its folder and
// its name.
func (r *Presets) Annotate(folder, name, line string) tea.Cmd {
	if place, known := r.Library.Library.Place(cmp.Or(folder, r.Places[0].Name)); known {
		return func() tea.Msg {
			e, err := place.Load(name)
			e.Folder = place.Name
			return FoundMsg{e, line, err}
		}
	}
	return r.Say(rooms.Caution, Say.Presets.noFolder(name))
}

// FoundMsg brings the preset that a line is for.
type FoundMsg struct {
	entry presets.Entry
	line  string
	err   error
}

// Annotated writes it.
func (r *Presets) Annotated(msg FoundMsg) tea.Cmd {
	switch e := msg.entry; {
	case msg.err != nil:
		return r.Say(rooms.Caution, tts.Reason(msg.err))
	case e.ReadOnly:
		return r.Say(rooms.Caution, Say.Presets.readOnly(e.Name))
	case slices.Contains(strings.Split(e.Notes, "\n"), msg.line):
		return r.Say(rooms.Note, Say.Presets.notedBefore(e.Name))
	default:
		return r.EditPreset(e, rooms.Say.Deeds.Notes(e.Name), func(p *presets.Preset) {
			p.Notes = strings.TrimPrefix(p.Notes+"\n"+msg.line, "\n")
		})
	}
}
