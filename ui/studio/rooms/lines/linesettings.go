package lines

import (
	tea "charm.land/bubbletea/v2"

	"voicestudio/presets"
	"voicestudio/presets/script"
	"voicestudio/tts"
	"voicestudio/ui/studio/paint"
	"voicestudio/ui/studio/rooms"
)

// differing are the settings in which the line under the cursor differs from all: A is
// what all have, B what it has.
func (r *Lines) differing() []presets.Difference {
	l, _, found := r.current()
	if !found || l.Own.None() {
		return nil
	}
	return presets.Differences(l.Own.Changes(r.Work.Requested()))
}

// DrawSettings draws in which settings the line differs, and what else is to be said of
// how it sounds.
func (r *Lines) DrawSettings(at rooms.Rect) string {
	t, w := r.Theme, at.Inner().W
	s := sheet{title: rooms.Say.Panels[rooms.LineSettingsPanel]}
	l, i, found := r.current()
	if !found {
		s.head = r.dim(Say.none, w, 3)
		return r.sheet(rooms.LineSettingsPanel, at, s)
	}
	s.title = Say.settingsOf(i + 1)
	all := r.differing()
	s.rows = len(all)
	if s.rows == 0 {
		s.head = r.dim(Say.nothingDiffers, w, 3)
	} else {
		s.badge = Say.differ(s.rows)
		name, own := settingColumns(all, w)
		s.head = []string{t.Dim.Render(paint.Fit("  "+paint.Fit("", name)+"  "+paint.Fit(Say.ofLine, own)+"  "+Say.ofAll, w))}
		s.row = func(k int) []string {
			d := all[k]
			mark, ink := t.Row(r.has(rooms.LineSettingsPanel) && k == r.Beside(rooms.LineSettingsPanel).Cursor())
			return []string{mark + ink.Render(paint.Fit(d.Name, name)) + "  " + t.Text.Render(paint.Fit(set(d.B), own)) + "  " + t.Dim.Render(paint.Cut(set(d.A), w-2-name-own-4))}
		}
	}
	s.foot = r.settingsFoot(l, w)
	return r.sheet(rooms.LineSettingsPanel, at, s)
}

// settingColumns are how wide names are and what the line has.
func settingColumns(all []presets.Difference, w int) (name, own int) {
	own = paint.Width(Say.ofLine)
	for _, d := range all {
		name, own = max(name, paint.Width(d.Name)), max(own, paint.Width(set(d.B)))
	}
	name = min(name, w/3)
	return name, min(own, (w-2-name-4)*3/5)
}

// set is a value, or that there is none.
func set(value string) string {
	if value == "" {
		return Say.notSet
	}
	return value
}

// settingsFoot says what is unlike in how the line sounds, what its take has not, and
// what keys do.
func (r *Lines) settingsFoot(l script.Line, w int) (foot []string) {
	if said := r.marks.lines[l.ID]; said != "" {
		foot = append(foot, paint.Wrapped(Say.sounds(said), w, 2, r.Theme.Warning.Render)...)
	}
	if row := r.row(l.ID); row != nil && len(row.Changes) > 0 {
		foot = append(foot, r.dim(Say.sinceTake(presets.InShort(presets.Sentences(row.Changes))), w, 2)...)
	}
	keys := Say.settingKeys
	if l.Own.None() {
		keys = keys[:1]
	}
	return append(foot, r.keys(keys, w))
}

// NotDiffering says why there is no setting to make that of all again.
func (r *Lines) NotDiffering() string {
	if why := r.None(); why != "" {
		return why
	}
	if len(r.differing()) == 0 {
		return Say.notOwn
	}
	return ""
}

// BackToAll gives the line of one setting what all have.
func (r *Lines) BackToAll() tea.Cmd {
	all := r.differing()
	field := all[min(r.Beside(rooms.LineSettingsPanel).Cursor(), len(all)-1)].Field
	return r.change(Say.deeds.asAll, Say.notOwn, func(s script.Script, i int) (script.Script, bool) {
		return s.SetOwn(i, s.Lines[i].Own.Back(wordless(r.Work.Requested()), field)), true
	})
}

func wordless(r tts.Request) tts.Request {
	r.Text = ""
	return r
}
