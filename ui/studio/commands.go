package studio

import (
	"fmt"
	"math"

	tea "charm.land/bubbletea/v2"

	"voicestudio/presets"
	"voicestudio/tts"
	"voicestudio/ui/studio/dialog"
	"voicestudio/ui/studio/edit"
)

// commands is the table of everything that keys do.
var commands []command

// The table is filled in init because commands that list commands would
// otherwise refer to it while it is made.
func init() {
	commands = []command{
		{id: "speak", keys: []string{"ctrl+r", "f5", "ctrl+enter"}, bar: true, run: bySound((*soundRoom).speak)},
		{id: "speak-again", keys: []string{"alt+r", "f9"}, run: func(m *Model) tea.Cmd { return m.sound.speakAgain(m.keys.repeated) }},
		{id: "pause", keys: []string{"space"}, bar: true, scope: outsideText, off: noTake, run: bySound((*soundRoom).pause)},
		{id: "pause-anywhere", keys: []string{"f7"}, hidden: true, off: noTake, run: bySound((*soundRoom).pause)},
		{id: "escape", keys: []string{"esc"}, hidden: true, run: (*Model).escape},
		{id: "next-panel", keys: []string{"tab"}, bar: true, hidden: true, run: func(m *Model) tea.Cmd { return m.move(1) }},
		{id: "previous-panel", keys: []string{"shift+tab"}, hidden: true, run: func(m *Model) tea.Cmd { return m.move(-1) }},
		{id: "save", keys: []string{"ctrl+s", "f3"}, bar: true, run: byPresets((*presetsRoom).save)},
		{id: "open", keys: []string{"ctrl+o", "f4"}, bar: true, run: byPresets((*presetsRoom).openPresets)},
		{id: "palette", keys: []string{"ctrl+p", "f2"}, bar: true, hidden: true, run: (*Model).palette},
		{id: "help", keys: []string{"f1"}, hidden: true, run: (*Model).help},
		{id: "help-letter", keys: []string{"?"}, bar: true, scope: outsideText, hidden: true, run: (*Model).help},
		{id: "compare", keys: []string{"f6"}, off: notMarked, run: byTakes((*takesRoom).compare)},
		{id: "compare-letter", keys: []string{"x"}, scope: outsideText, hidden: true, off: notMarked, run: byTakes((*takesRoom).compare)},
		{id: "undo", keys: []string{"alt+z"}, run: (*Model).undo},
		{id: "redo", keys: []string{"alt+shift+z", "alt+Z"}, run: (*Model).redo},
		{id: "undo-letter", keys: []string{"u"}, scope: outsideText, hidden: true, run: (*Model).undo},
		{id: "redo-letter", keys: []string{"U", "shift+u"}, scope: outsideText, hidden: true, run: (*Model).redo},

		{id: "voice", run: func(m *Model) tea.Cmd { return m.forms.pickVoice(0) }},
		{id: "add-voice", keys: []string{"+", "insert"}, bar: true, scope: inBlend, off: blendFull, run: func(m *Model) tea.Cmd { return m.forms.pickVoice(len(m.doc().Voices)) }},
		{id: "mute", keys: []string{"m"}, bar: true, scope: inBlend, hidden: true, off: noVoice, run: byForms((*formsRoom).mute)},
		{id: "solo", keys: []string{"s"}, bar: true, scope: inBlend, hidden: true, off: noVoice, run: byForms((*formsRoom).solo)},
		{id: "formula", off: noVoices, run: byForms((*formsRoom).copyFormula)},
		{id: "host", run: func(m *Model) tea.Cmd { return m.hosts.pick() }},
		{id: "model", run: byForms((*formsRoom).pickModel)},
		{id: "language", run: byForms((*formsRoom).pickLanguage)},
		{id: "insert-pause", run: func(m *Model) tea.Cmd { return m.script.insert("<#0.5#>") }},
		{id: "insert-sound", run: byForms((*formsRoom).pickSound)},
		{id: "reset", run: byForms((*formsRoom).reset)},
		{id: "new", run: func(m *Model) tea.Cmd { return m.script.clear() }},
		{id: "stop", off: noTake, run: bySound((*soundRoom).stop)},
		{id: "again", off: noTake, run: bySound((*soundRoom).replay)},

		{id: "copy-path", off: noTakeMeant, run: byTakes((*takesRoom).copyPath)},

		{id: "up", keys: []string{"up", "k"}, scope: inForm, hidden: true, run: func(m *Model) tea.Cmd { return m.forms.row(-1) }},
		{id: "down", keys: []string{"down", "j"}, scope: inForm, hidden: true, run: func(m *Model) tea.Cmd { return m.forms.row(1) }},
		{id: "less", keys: []string{"left", "h"}, scope: inForm, hidden: true, run: func(m *Model) tea.Cmd { return m.forms.nudge(-1) }},
		{id: "more", keys: []string{"right", "l"}, bar: true, scope: inForm, hidden: true, run: func(m *Model) tea.Cmd { return m.forms.nudge(1) }},
		{id: "much-less", keys: []string{"shift+left", "H"}, scope: inForm, hidden: true, run: func(m *Model) tea.Cmd { return m.forms.nudge(-10) }},
		{id: "much-more", keys: []string{"shift+right", "L"}, scope: inForm, hidden: true, run: func(m *Model) tea.Cmd { return m.forms.nudge(10) }},
		{id: "enter", keys: []string{"enter"}, scope: inForm, hidden: true, run: byForms((*formsRoom).activate)},
		{id: "type", keys: []string{"0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "-", ".", "="}, scope: inForm, hidden: true, run: func(m *Model) tea.Cmd { return m.forms.startEntry(m.keys.pressed.String()) }},
		{id: "unset", keys: []string{"backspace", "delete"}, bar: true, scope: inForm, hidden: true, run: byForms((*formsRoom).unset)},

		{id: "back", keys: []string{"left", "h"}, scope: inSound, hidden: true, off: noTake, run: func(m *Model) tea.Cmd { return m.sound.seek(-1) }},
		{id: "forward", keys: []string{"right", "l"}, bar: true, scope: inSound, hidden: true, off: noTake, run: func(m *Model) tea.Cmd { return m.sound.seek(1) }},
		{id: "far-back", keys: []string{"shift+left", "H"}, scope: inSound, hidden: true, off: noTake, run: func(m *Model) tea.Cmd { return m.sound.seek(-10) }},
		{id: "far-forward", keys: []string{"shift+right", "L"}, scope: inSound, hidden: true, off: noTake, run: func(m *Model) tea.Cmd { return m.sound.seek(10) }},
		{id: "louder", keys: []string{"up", "k"}, scope: inSound, hidden: true, run: func(m *Model) tea.Cmd { return m.sound.louder(1) }},
		{id: "quieter", keys: []string{"down", "j"}, scope: inSound, hidden: true, run: func(m *Model) tea.Cmd { return m.sound.louder(-1) }},
		{id: "mute-sound", keys: []string{"m"}, bar: true, scope: inSound, run: bySound((*soundRoom).muteSound)},
		{id: "faster", keys: []string{"]"}, bar: true, scope: inSound, run: func(m *Model) tea.Cmd { return m.sound.faster(0.1) }},
		{id: "slower", keys: []string{"["}, bar: true, scope: inSound, run: func(m *Model) tea.Cmd { return m.sound.faster(-0.1) }},
		{id: "loop-from", keys: []string{"i"}, bar: true, scope: inSound, off: noTake, run: bySound((*soundRoom).loopFrom)},
		{id: "loop-to", keys: []string{"o"}, bar: true, scope: inSound, off: noTake, run: bySound((*soundRoom).loopTo)},
		{id: "from-start", keys: []string{"enter", "home"}, scope: inSound, hidden: true, off: noTake, run: bySound((*soundRoom).replay)},

		{id: "take-up", keys: []string{"up", "k"}, scope: inTakes, hidden: true, run: func(m *Model) tea.Cmd { return m.takes.move(-1) }},
		{id: "take-down", keys: []string{"down", "j"}, scope: inTakes, hidden: true, run: func(m *Model) tea.Cmd { return m.takes.move(1) }},
		{id: "take-page-up", keys: []string{"pgup", "shift+up", "K"}, scope: inTakes, hidden: true, run: func(m *Model) tea.Cmd { return m.takes.move(-10) }},
		{id: "take-page-down", keys: []string{"pgdown", "shift+down", "J"}, scope: inTakes, hidden: true, run: func(m *Model) tea.Cmd { return m.takes.move(10) }},
		{id: "play-take", keys: []string{"enter"}, bar: true, scope: inTakes, off: noTakes, run: byTakes((*takesRoom).play)},
		{id: "mark-a", keys: []string{"a"}, bar: true, scope: inTakes, off: noTakes, run: byTakes((*takesRoom).markA)},
		{id: "mark-b", keys: []string{"b"}, bar: true, scope: inTakes, off: noTakes, run: byTakes((*takesRoom).markB)},
		{id: "restore-take", keys: []string{"r"}, bar: true, scope: inTakes, off: noTakes, run: byTakes((*takesRoom).restoreTake)},
		{id: "star-take", keys: []string{"s"}, bar: true, scope: inTakes, off: noTakes, run: byTakes((*takesRoom).starTake)},
		{id: "note-take", keys: []string{"n"}, bar: true, scope: inTakes, off: noTakes, run: byTakes((*takesRoom).noteTake)},
		{id: "delete-take", keys: []string{"delete", "backspace"}, scope: inTakes, off: noTakes, run: byTakes((*takesRoom).deleteTake)},

		{id: "audition", keys: []string{"ctrl+r", "f5", "ctrl+enter"}, bar: true, scope: inVoices, hidden: true, run: byForms((*formsRoom).audition)},
		{id: "open-preset", keys: []string{"enter"}, bar: true, scope: inPresets, off: noPreset, run: byPresets((*presetsRoom).openPreset)},
		{id: "apply-groups", keys: []string{"ctrl+g", "f10"}, bar: true, scope: inPresets, off: noPreset, run: byPresets((*presetsRoom).applyGroups)},
		{id: "hear-preset", keys: []string{"ctrl+r", "f5", "ctrl+enter"}, bar: true, scope: inPresets, off: noPreset, run: byPresets((*presetsRoom).hearPreset)},
		{id: "next-folder", keys: []string{"tab"}, bar: true, scope: inPresets, run: inBrowserDo(func(b *dialog.Browser) { b.NextFolder(1) })},
		{id: "previous-folder", keys: []string{"shift+tab"}, scope: inPresets, hidden: true, run: inBrowserDo(func(b *dialog.Browser) { b.NextFolder(-1) })},
		{id: "sort-presets", keys: []string{"alt+s", "f12"}, scope: inPresets, run: inBrowserDo((*dialog.Browser).NextOrder)},
		{id: "tag-preset", keys: []string{"ctrl+t"}, bar: true, scope: inPresets, off: noOwnPreset, run: byPresets((*presetsRoom).editTags)},
		{id: "note-preset", keys: []string{"ctrl+e"}, bar: true, scope: inPresets, off: noOwnPreset, run: byPresets((*presetsRoom).editNotes)},
		{id: "rename-preset", keys: []string{"ctrl+n", "f8"}, bar: true, scope: inPresets, off: noOwnPreset, run: byPresets((*presetsRoom).renamePreset)},
		{id: "copy-preset", keys: []string{"ctrl+d"}, bar: true, scope: inPresets, off: noPreset, run: byPresets((*presetsRoom).copyPreset)},
		{id: "delete-preset", keys: []string{"ctrl+x", "delete"}, bar: true, scope: inPresets, off: noOwnPreset, run: byPresets((*presetsRoom).deletePreset)},

		{id: "value", keys: []string{"enter"}, bar: true, scope: inValue, hidden: true, run: byForms((*formsRoom).acceptValue)},
		{id: "value-drop", keys: []string{"esc"}, scope: inValue, hidden: true, run: byForms((*formsRoom).dropValue)},
		{id: "value-erase", keys: []string{"backspace"}, scope: inValue, hidden: true, run: byForms((*formsRoom).eraseValue)},
		{id: "value-leave", keys: []string{"up", "down", "tab", "shift+tab"}, scope: inValue, hidden: true, run: (*Model).leaveValue},

		{id: "accept", keys: []string{"enter"}, scope: inDialog, hidden: true, run: (*Model).accept},
		{id: "list-up", keys: []string{"up", "ctrl+k"}, scope: inList, hidden: true, run: inListDo(func(l dialog.Lister) { l.Move(-1) })},
		{id: "list-down", keys: []string{"down", "ctrl+j"}, scope: inList, hidden: true, run: inListDo(func(l dialog.Lister) { l.Move(1) })},
		{id: "list-page-up", keys: []string{"pgup"}, scope: inList, hidden: true, run: inListDo(func(l dialog.Lister) { l.Move(-l.Page()) })},
		{id: "list-page-down", keys: []string{"pgdown"}, scope: inList, hidden: true, run: inListDo(func(l dialog.Lister) { l.Move(l.Page()) })},
		{id: "list-first", keys: []string{"ctrl+home"}, scope: inList, hidden: true, run: inListDo(func(l dialog.Lister) { l.To(0) })},
		{id: "list-last", keys: []string{"ctrl+end"}, scope: inList, hidden: true, run: inListDo(func(l dialog.Lister) { l.To(math.MaxInt) })},

		{id: "group-up", keys: []string{"k"}, scope: inGroups, hidden: true, run: inListDo(func(l dialog.Lister) { l.Move(-1) })},
		{id: "group-down", keys: []string{"j"}, scope: inGroups, hidden: true, run: inListDo(func(l dialog.Lister) { l.Move(1) })},
		{id: "group-toggle", keys: []string{"space", "x"}, bar: true, scope: inGroups, hidden: true, run: inGroupsDo((*dialog.Groups).Toggle)},
		{id: "group-voice", keys: []string{"v"}, scope: inGroups, hidden: true, run: toggleGroup(presets.GroupVoice)},
		{id: "group-blend", keys: []string{"b"}, scope: inGroups, hidden: true, run: toggleGroup(presets.GroupBlend)},
		{id: "group-effects", keys: []string{"e"}, scope: inGroups, hidden: true, run: toggleGroup(presets.GroupEffects)},
		{id: "group-output", keys: []string{"o"}, scope: inGroups, hidden: true, run: toggleGroup(presets.GroupOutput)},

		{id: "clash-merge", keys: []string{"m"}, scope: inClash, hidden: true, run: choose(dialog.Merge)},
		{id: "clash-keep", keys: []string{"k"}, scope: inClash, hidden: true, run: choose(dialog.Keep)},
		{id: "clash-take", keys: []string{"t"}, scope: inClash, hidden: true, run: choose(dialog.Take)},
		{id: "clash-rename", keys: []string{"n"}, scope: inClash, hidden: true, run: choose(dialog.Rename)},

		{id: "new-line", keys: []string{"enter", "shift+enter", "ctrl+j", "ctrl+m"}, scope: inScript, hidden: true, run: (*Model).newLine},
		{id: "note-line", keys: []string{"alt+enter", "shift+enter", "ctrl+j"}, scope: inNotes, hidden: true, run: (*Model).newLine},

		{id: "save-folder", keys: []string{"tab"}, bar: true, scope: inSaving, hidden: true, run: func(m *Model) tea.Cmd { return m.nextPlace(1) }},
		{id: "save-folder-back", keys: []string{"shift+tab"}, scope: inSaving, hidden: true, run: func(m *Model) tea.Cmd { return m.nextPlace(-1) }},

		{id: "drafts", off: noOtherDraft, run: func(m *Model) tea.Cmd { return m.drafts.pick() }},
		{id: "unfold", off: nothingSaid, run: func(m *Model) tea.Cmd { return m.unfold() }},

		{id: "suspend", keys: []string{"ctrl+z"}, run: (*Model).suspend},
		{id: "quit", keys: []string{"ctrl+q", "ctrl+c"}, run: (*Model).quit},
	}
	for i := range commands {
		c := &commands[i]
		c.title, c.short = say.commands[c.id].title, say.commands[c.id].short
	}
	for i, b := range edit.Keys() {
		commands = append(commands, command{id: fmt.Sprintf("text-%d", i), keys: b.Keys(), title: b.Help().Desc, scope: inText, hidden: true, run: (*Model).editText})
	}
}

func noTake(m *Model) string {
	if m.sound.timeline == nil {
		return say.sound.noTake
	}
	return ""
}

func noVoices(m *Model) string {
	if len(m.doc().Voices) == 0 {
		return say.form.noVoices
	}
	return ""
}

func noVoice(m *Model) string {
	switch c, found := m.forms.control(); {
	case !found || c.kind != weightControl:
		return say.form.noVoice
	case len(m.doc().Voices) < 2:
		return say.form.aloneHeard
	}
	return ""
}

func blendFull(m *Model) string {
	if len(m.doc().Voices) >= tts.MaxVoices {
		return say.form.fourAtMost
	}
	return ""
}
