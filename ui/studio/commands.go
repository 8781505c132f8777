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
		{id: "speak", keys: []string{"ctrl+r", "f5", "ctrl+enter"}, title: "Speak the script", short: "speak", run: bySound((*soundRoom).speak)},
		{id: "speak-again", keys: []string{"alt+r", "f9"}, title: "Speak it again: another take of the same", run: func(m *Model) tea.Cmd { return m.sound.speakAgain(m.keys.repeated) }},
		{id: "pause", keys: []string{"space"}, title: "Pause, go on, or play again", short: "pause", scope: outsideText, off: noTake, run: bySound((*soundRoom).pause)},
		{id: "pause-anywhere", keys: []string{"f7"}, title: "Pause, go on, or play again", hidden: true, off: noTake, run: bySound((*soundRoom).pause)},
		{id: "escape", keys: []string{"esc"}, title: "Close; else stop; else leave the editor", hidden: true, run: (*Model).escape},
		{id: "next-panel", keys: []string{"tab"}, title: "Next panel", short: "next panel", hidden: true, run: func(m *Model) tea.Cmd { return m.move(1) }},
		{id: "previous-panel", keys: []string{"shift+tab"}, title: "Previous panel", hidden: true, run: func(m *Model) tea.Cmd { return m.move(-1) }},
		{id: "save", keys: []string{"ctrl+s", "f3"}, title: "Save as a preset", short: "save preset", run: byPresets((*presetsRoom).save)},
		{id: "open", keys: []string{"ctrl+o", "f4"}, title: "Presets of all folders", short: "presets", run: byPresets((*presetsRoom).openPresets)},
		{id: "palette", keys: []string{"ctrl+p", "f2"}, title: "Commands", short: "commands", hidden: true, run: (*Model).palette},
		{id: "help", keys: []string{"f1"}, title: "Every key", hidden: true, run: (*Model).help},
		{id: "help-letter", keys: []string{"?"}, title: "Every key", short: "help", scope: outsideText, hidden: true, run: (*Model).help},
		{id: "compare", keys: []string{"f6"}, title: "Switch between the takes A and B", off: notMarked, run: byTakes((*takesRoom).compare)},
		{id: "compare-letter", keys: []string{"x"}, title: "Switch between the takes A and B", scope: outsideText, hidden: true, off: notMarked, run: byTakes((*takesRoom).compare)},
		{id: "undo", keys: []string{"alt+z"}, title: "Undo", run: (*Model).undo},
		{id: "redo", keys: []string{"alt+shift+z", "alt+Z"}, title: "Redo", run: (*Model).redo},
		{id: "undo-letter", keys: []string{"u"}, title: "Undo", scope: outsideText, hidden: true, run: (*Model).undo},
		{id: "redo-letter", keys: []string{"U", "shift+u"}, title: "Redo", scope: outsideText, hidden: true, run: (*Model).redo},

		{id: "voice", title: "Choose the voice…", run: func(m *Model) tea.Cmd { return m.forms.pickVoice(0) }},
		{id: "add-voice", keys: []string{"+", "insert"}, title: "Add a voice to the blend…", short: "add", scope: inBlend, off: blendFull, run: func(m *Model) tea.Cmd { return m.forms.pickVoice(len(m.doc().Voices)) }},
		{id: "mute", keys: []string{"m"}, title: "Mute the voice", short: "mute", scope: inBlend, hidden: true, off: noVoice, run: byForms((*formsRoom).mute)},
		{id: "solo", keys: []string{"s"}, title: "Hear the voice alone", short: "solo", scope: inBlend, hidden: true, off: noVoice, run: byForms((*formsRoom).solo)},
		{id: "formula", title: "Copy the blend as a formula", off: noVoices, run: byForms((*formsRoom).copyFormula)},
		{id: "host", title: "Choose the host…", run: func(m *Model) tea.Cmd { return m.hosts.pick() }},
		{id: "model", title: "Choose the model…", run: byForms((*formsRoom).pickModel)},
		{id: "language", title: "Choose the language…", run: byForms((*formsRoom).pickLanguage)},
		{id: "insert-pause", title: "Insert a pause at the caret", run: func(m *Model) tea.Cmd { return m.script.insert("<#0.5#>") }},
		{id: "insert-sound", title: "Insert a sound such as (laughs)…", run: byForms((*formsRoom).pickSound)},
		{id: "reset", title: "Reset every setting to the host's default", run: byForms((*formsRoom).reset)},
		{id: "new", title: "Start with an empty script", run: func(m *Model) tea.Cmd { return m.script.clear() }},
		{id: "stop", title: "Stop", off: noTake, run: bySound((*soundRoom).stop)},
		{id: "again", title: "Play the take again from its start", off: noTake, run: bySound((*soundRoom).replay)},

		{id: "copy-path", title: "Copy the path of the take's file", off: noTakeMeant, run: byTakes((*takesRoom).copyPath)},

		{id: "up", keys: []string{"up", "k"}, title: "The row above", scope: inForm, hidden: true, run: func(m *Model) tea.Cmd { return m.forms.row(-1) }},
		{id: "down", keys: []string{"down", "j"}, title: "The row below", scope: inForm, hidden: true, run: func(m *Model) tea.Cmd { return m.forms.row(1) }},
		{id: "less", keys: []string{"left", "h"}, title: "One step less", scope: inForm, hidden: true, run: func(m *Model) tea.Cmd { return m.forms.nudge(-1) }},
		{id: "more", keys: []string{"right", "l"}, title: "One step more", short: "change", scope: inForm, hidden: true, run: func(m *Model) tea.Cmd { return m.forms.nudge(1) }},
		{id: "much-less", keys: []string{"shift+left", "H"}, title: "Ten steps less", scope: inForm, hidden: true, run: func(m *Model) tea.Cmd { return m.forms.nudge(-10) }},
		{id: "much-more", keys: []string{"shift+right", "L"}, title: "Ten steps more", scope: inForm, hidden: true, run: func(m *Model) tea.Cmd { return m.forms.nudge(10) }},
		{id: "enter", keys: []string{"enter"}, title: "Choose, or type a value", scope: inForm, hidden: true, run: byForms((*formsRoom).activate)},
		{id: "type", keys: []string{"0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "-", ".", "="}, title: "Type a value", scope: inForm, hidden: true, run: func(m *Model) tea.Cmd { return m.forms.startEntry(m.keys.pressed.String()) }},
		{id: "unset", keys: []string{"backspace", "delete"}, title: "Unset: leave it to the host; take the voice out", short: "unset", scope: inForm, hidden: true, run: byForms((*formsRoom).unset)},

		{id: "back", keys: []string{"left", "h"}, title: "Back one second", scope: inSound, hidden: true, off: noTake, run: func(m *Model) tea.Cmd { return m.sound.seek(-1) }},
		{id: "forward", keys: []string{"right", "l"}, title: "On one second", short: "seek", scope: inSound, hidden: true, off: noTake, run: func(m *Model) tea.Cmd { return m.sound.seek(1) }},
		{id: "far-back", keys: []string{"shift+left", "H"}, title: "Back ten seconds", scope: inSound, hidden: true, off: noTake, run: func(m *Model) tea.Cmd { return m.sound.seek(-10) }},
		{id: "far-forward", keys: []string{"shift+right", "L"}, title: "On ten seconds", scope: inSound, hidden: true, off: noTake, run: func(m *Model) tea.Cmd { return m.sound.seek(10) }},
		{id: "louder", keys: []string{"up", "k"}, title: "Listen 1 dB louder", scope: inSound, hidden: true, run: func(m *Model) tea.Cmd { return m.sound.louder(1) }},
		{id: "quieter", keys: []string{"down", "j"}, title: "Listen 1 dB quieter", scope: inSound, hidden: true, run: func(m *Model) tea.Cmd { return m.sound.louder(-1) }},
		{id: "mute-sound", keys: []string{"m"}, title: "Mute", short: "mute", scope: inSound, run: bySound((*soundRoom).muteSound)},
		{id: "faster", keys: []string{"]"}, title: "Listen faster, at the same pitch", short: "faster", scope: inSound, run: func(m *Model) tea.Cmd { return m.sound.faster(0.1) }},
		{id: "slower", keys: []string{"["}, title: "Listen slower, at the same pitch", short: "slower", scope: inSound, run: func(m *Model) tea.Cmd { return m.sound.faster(-0.1) }},
		{id: "loop-from", keys: []string{"i"}, title: "Loop from here", short: "loop from", scope: inSound, off: noTake, run: bySound((*soundRoom).loopFrom)},
		{id: "loop-to", keys: []string{"o"}, title: "Loop up to here, or all; again lets it go on", short: "to", scope: inSound, off: noTake, run: bySound((*soundRoom).loopTo)},
		{id: "from-start", keys: []string{"enter", "home"}, title: "Play from the start", scope: inSound, hidden: true, off: noTake, run: bySound((*soundRoom).replay)},

		{id: "take-up", keys: []string{"up", "k"}, title: "The newer take", scope: inTakes, hidden: true, run: func(m *Model) tea.Cmd { return m.takes.move(-1) }},
		{id: "take-down", keys: []string{"down", "j"}, title: "The older take", scope: inTakes, hidden: true, run: func(m *Model) tea.Cmd { return m.takes.move(1) }},
		{id: "take-page-up", keys: []string{"pgup", "shift+up", "K"}, title: "Ten takes newer", scope: inTakes, hidden: true, run: func(m *Model) tea.Cmd { return m.takes.move(-10) }},
		{id: "take-page-down", keys: []string{"pgdown", "shift+down", "J"}, title: "Ten takes older", scope: inTakes, hidden: true, run: func(m *Model) tea.Cmd { return m.takes.move(10) }},
		{id: "play-take", keys: []string{"enter"}, title: "Play the take, from disk", short: "play", scope: inTakes, off: noTakes, run: byTakes((*takesRoom).play)},
		{id: "mark-a", keys: []string{"a"}, title: "Mark the take as A", short: "A", scope: inTakes, off: noTakes, run: byTakes((*takesRoom).markA)},
		{id: "mark-b", keys: []string{"b"}, title: "Mark the take as B", short: "B", scope: inTakes, off: noTakes, run: byTakes((*takesRoom).markB)},
		{id: "restore-take", keys: []string{"r"}, title: "Restore the take's words and settings; during A│B, of the one that sounds", short: "restore", scope: inTakes, off: noTakes, run: byTakes((*takesRoom).restoreTake)},
		{id: "star-take", keys: []string{"s"}, title: "Star the take; during A│B, the one that sounds", short: "star", scope: inTakes, off: noTakes, run: byTakes((*takesRoom).starTake)},
		{id: "note-take", keys: []string{"n"}, title: "Note something about the take; during A│B, the one that sounds", short: "note", scope: inTakes, off: noTakes, run: byTakes((*takesRoom).noteTake)},
		{id: "delete-take", keys: []string{"delete", "backspace"}, title: "Delete the take; u brings it back", scope: inTakes, off: noTakes, run: byTakes((*takesRoom).deleteTake)},

		{id: "audition", keys: []string{"ctrl+r", "f5", "ctrl+enter"}, title: "Hear the voice without choosing it", short: "hear it", scope: inVoices, hidden: true, run: byForms((*formsRoom).audition)},
		{id: "open-preset", keys: []string{"enter"}, title: "Open the preset: all of its settings", short: "opens", scope: inPresets, off: noPreset, run: byPresets((*presetsRoom).openPreset)},
		{id: "apply-groups", keys: []string{"ctrl+g", "f10"}, title: "Apply only parts of the preset…", short: "parts", scope: inPresets, off: noPreset, run: byPresets((*presetsRoom).applyGroups)},
		{id: "hear-preset", keys: []string{"ctrl+r", "f5", "ctrl+enter"}, title: "Hear the preset without opening it", short: "hear", scope: inPresets, off: noPreset, run: byPresets((*presetsRoom).hearPreset)},
		{id: "next-folder", keys: []string{"tab"}, title: "List the next folder only", short: "folder", scope: inPresets, run: inBrowserDo(func(b *dialog.Browser) { b.NextFolder(1) })},
		{id: "previous-folder", keys: []string{"shift+tab"}, title: "List the previous folder only", scope: inPresets, hidden: true, run: inBrowserDo(func(b *dialog.Browser) { b.NextFolder(-1) })},
		{id: "sort-presets", keys: []string{"alt+s", "f12"}, title: "Sort the list: best, name, newest, folder", scope: inPresets, run: inBrowserDo((*dialog.Browser).NextOrder)},
		{id: "tag-preset", keys: []string{"ctrl+t"}, title: "Tags of the preset…", short: "tags", scope: inPresets, off: noOwnPreset, run: byPresets((*presetsRoom).editTags)},
		{id: "note-preset", keys: []string{"ctrl+e"}, title: "Notes on the preset…", short: "notes", scope: inPresets, off: noOwnPreset, run: byPresets((*presetsRoom).editNotes)},
		{id: "rename-preset", keys: []string{"ctrl+n", "f8"}, title: "Rename the preset…", short: "rename", scope: inPresets, off: noOwnPreset, run: byPresets((*presetsRoom).renamePreset)},
		{id: "copy-preset", keys: []string{"ctrl+d"}, title: "Copy the preset into your own folder…", short: "copy", scope: inPresets, off: noPreset, run: byPresets((*presetsRoom).copyPreset)},
		{id: "delete-preset", keys: []string{"ctrl+x", "delete"}, title: "Delete the preset; alt+z brings it back", short: "delete", scope: inPresets, off: noOwnPreset, run: byPresets((*presetsRoom).deletePreset)},

		{id: "value", keys: []string{"enter"}, title: "Keep the value", short: "keeps it", scope: inValue, hidden: true, run: byForms((*formsRoom).acceptValue)},
		{id: "value-drop", keys: []string{"esc"}, title: "Drop the value", scope: inValue, hidden: true, run: byForms((*formsRoom).dropValue)},
		{id: "value-erase", keys: []string{"backspace"}, title: "Erase a digit", scope: inValue, hidden: true, run: byForms((*formsRoom).eraseValue)},
		{id: "value-leave", keys: []string{"up", "down", "tab", "shift+tab"}, title: "Keep the value and go on", scope: inValue, hidden: true, run: (*Model).leaveValue},

		{id: "accept", keys: []string{"enter"}, title: "Choose, or answer", scope: inDialog, hidden: true, run: (*Model).accept},
		{id: "list-up", keys: []string{"up", "ctrl+k"}, title: "The row above", scope: inList, hidden: true, run: inListDo(func(l dialog.Lister) { l.Move(-1) })},
		{id: "list-down", keys: []string{"down", "ctrl+j"}, title: "The row below", scope: inList, hidden: true, run: inListDo(func(l dialog.Lister) { l.Move(1) })},
		{id: "list-page-up", keys: []string{"pgup"}, title: "A page up", scope: inList, hidden: true, run: inListDo(func(l dialog.Lister) { l.Move(-l.Page()) })},
		{id: "list-page-down", keys: []string{"pgdown"}, title: "A page down", scope: inList, hidden: true, run: inListDo(func(l dialog.Lister) { l.Move(l.Page()) })},
		{id: "list-first", keys: []string{"ctrl+home"}, title: "The first row", scope: inList, hidden: true, run: inListDo(func(l dialog.Lister) { l.To(0) })},
		{id: "list-last", keys: []string{"ctrl+end"}, title: "The last row", scope: inList, hidden: true, run: inListDo(func(l dialog.Lister) { l.To(math.MaxInt) })},

		{id: "group-up", keys: []string{"k"}, title: "The part above", scope: inGroups, hidden: true, run: inListDo(func(l dialog.Lister) { l.Move(-1) })},
		{id: "group-down", keys: []string{"j"}, title: "The part below", scope: inGroups, hidden: true, run: inListDo(func(l dialog.Lister) { l.Move(1) })},
		{id: "group-toggle", keys: []string{"space", "x"}, title: "Choose the part, or not any more", short: "chooses", scope: inGroups, hidden: true, run: inGroupsDo((*dialog.Groups).Toggle)},
		{id: "group-voice", keys: []string{"v"}, title: "Choose Voice", scope: inGroups, hidden: true, run: toggleGroup(presets.GroupVoice)},
		{id: "group-blend", keys: []string{"b"}, title: "Choose Blend", scope: inGroups, hidden: true, run: toggleGroup(presets.GroupBlend)},
		{id: "group-effects", keys: []string{"e"}, title: "Choose Effects", scope: inGroups, hidden: true, run: toggleGroup(presets.GroupEffects)},
		{id: "group-output", keys: []string{"o"}, title: "Choose Output", scope: inGroups, hidden: true, run: toggleGroup(presets.GroupOutput)},

		{id: "clash-merge", keys: []string{"m"}, title: "Merge both sides' changes", scope: inClash, hidden: true, run: choose(dialog.Merge)},
		{id: "clash-keep", keys: []string{"k"}, title: "Keep yours in place of theirs", scope: inClash, hidden: true, run: choose(dialog.Keep)},
		{id: "clash-take", keys: []string{"t"}, title: "Take theirs", scope: inClash, hidden: true, run: choose(dialog.Take)},
		{id: "clash-rename", keys: []string{"n"}, title: "Save yours under a new name", scope: inClash, hidden: true, run: choose(dialog.Rename)},

		{id: "new-line", keys: []string{"enter", "shift+enter", "ctrl+j", "ctrl+m"}, title: "New line", scope: inScript, hidden: true, run: (*Model).newLine},
		{id: "note-line", keys: []string{"alt+enter", "shift+enter", "ctrl+j"}, title: "New line", scope: inNotes, hidden: true, run: (*Model).newLine},

		{id: "save-folder", keys: []string{"tab"}, title: "Save into the next folder", short: "folder", scope: inSaving, hidden: true, run: func(m *Model) tea.Cmd { return m.nextPlace(1) }},
		{id: "save-folder-back", keys: []string{"shift+tab"}, title: "Save into the previous folder", scope: inSaving, hidden: true, run: func(m *Model) tea.Cmd { return m.nextPlace(-1) }},

		{id: "drafts", title: "Show a draft that another studio left…", off: noOtherDraft, run: func(m *Model) tea.Cmd { return m.drafts.pick() }},
		{id: "unfold", title: "Show the error in full", off: nothingSaid, run: func(m *Model) tea.Cmd { return m.unfold() }},

		{id: "suspend", keys: []string{"ctrl+z"}, title: "Suspend to the shell", run: (*Model).suspend},
		{id: "quit", keys: []string{"ctrl+q", "ctrl+c"}, title: "Quit", run: (*Model).quit},
	}
	for i, b := range edit.Keys() {
		commands = append(commands, command{id: fmt.Sprintf("text-%d", i), keys: b.Keys(), title: b.Help().Desc, scope: inText, hidden: true, run: (*Model).editText})
	}
}

func noTake(m *Model) string {
	if m.sound.timeline == nil {
		return "nothing has been spoken yet; ctrl+r speaks"
	}
	return ""
}

func noVoices(m *Model) string {
	if len(m.doc().Voices) == 0 {
		return "no voice is chosen"
	}
	return ""
}

func noVoice(m *Model) string {
	switch c, found := m.forms.control(); {
	case !found || c.kind != weightControl:
		return "put the cursor on a voice first"
	case len(m.doc().Voices) < 2:
		return "a voice alone is always heard; + adds another"
	}
	return ""
}

func blendFull(m *Model) string {
	if len(m.doc().Voices) >= tts.MaxVoices {
		return "a blend holds at most four voices; backspace takes one out"
	}
	return ""
}
