package rooms

import "fmt"

var englishPresets = presetWords{
	OneMoment:      "one moment: the last change is still being written",
	nothingWritten: "nothing was written",
	openAlready:    "the presets are open already",
	openFirst:      "open the list of presets first: ctrl+o",
	none:           "there is no preset here",
	starter:        "starters stay as they are; ctrl+d copies it into your folder",
	readOnly:       func(preset string) string { return preset + " is read-only; ctrl+d copies it into your folder" },
	opened:         func(preset string) string { return "opened " + preset + "; ctrl+r speaks, alt+z goes back" },
	saved:          func(preset string) string { return "saved " + preset },
	same:           func(preset string) string { return preset + " has exactly the settings of now" },
	partsOf:        func(parts, preset string) string { return parts + " of " + preset },
	applied:        func(parts string) string { return "applied " + parts + "; alt+z takes it back" },
	speaks:         func(preset, what string) string { return preset + " speaks " + what + "; enter opens it" },
	script:         "the script",
	sample:         "its sample",
	noFolder:       func(preset string) string { return preset + " lives in no folder of the list" },
	deleted:        func(preset string) string { return "deleted " + preset + "; alt+z brings it back" },
	back:           func(preset string) string { return preset + " is back" },
	renamed:        func(to string) string { return "renamed to " + to },
	rename:         "Rename the preset",
	renameHint:     "enter renames",
	tags:           func(preset string) string { return "Tags of " + preset },
	tagsHint:       "commas between tags, enter keeps them",
	tagsHintUsed:   func(tags string) string { return "commas between tags, enter keeps them; in use: " + tags },
	notes:          func(preset string) string { return "Notes on " + preset },
	copy:           "Copy the preset as",
	copyHint:       func(dir string) string { return "enter copies it into " + dir },
	copied:         func(preset, dir string) string { return "copied as " + preset + " into " + dir },
	saveHint:       "enter saves",
	savedIn:        func(preset, file string) string { return "saved " + preset + " in " + file },
}

var englishDrafts = draftWords{
	noOther:    "there is no draft of another studio",
	noWords:    "no words",
	title:      "Drafts of other studios",
	hint:       "enter shows it in place of this one; alt+z comes back",
	shown:      "this is the other draft; alt+z comes back",
	cannotRead: func(file, why string) string { return file + " cannot be read: " + why },
	another: func(file string) string {
		return "another studio has written the draft meanwhile; this one is kept beside it, in " + file
	},
	NotKept: func(why string) string { return "the draft cannot be kept: " + why },
	Others: func(n int) string {
		return fmt.Sprintf("drafts of other studios are kept, too: %d; ctrl+p, draft shows them", n)
	},
	Unreadable:         "the draft could not be read",
	Undrawable:         "the draft, words and settings, cannot be drawn",
	UndrawableSettings: "the draft's settings cannot be drawn; your words are here",
	FailedTwice:        "the studio failed twice; your words are here, the settings are as at the first start. The draft may be the reason",
	moved:              func(why, to string) string { return why + "; it is now in " + to },
	notMoved:           func(why, fault string) string { return why + "; it cannot be moved away: " + fault },
}

var englishDeeds = deedWords{
	typing:        "typing",
	newScript:     "new script",
	pause:         "the length of a pause",
	voice:         "voice",
	mute:          "mute",
	solo:          "solo",
	reset:         "reset",
	openingDraft:  "opening another draft",
	inserting:     func(marker string) string { return "inserting " + marker },
	mending:       func(written string) string { return "writing " + written + " as it was meant" },
	takingOut:     func(voice string) string { return "taking out " + voice },
	restoring:     func(take string) string { return "restoring " + take },
	star:          func(take string) string { return "the star of " + take },
	note:          func(take string) string { return "the note on " + take },
	tag:           func(take string) string { return "the tags of " + take },
	deleting:      func(name string) string { return "deleting " + name },
	renaming:      func(preset string) string { return "renaming " + preset },
	Tags:          func(preset string) string { return "the tags of " + preset },
	Notes:         func(preset string) string { return "the notes of " + preset },
	Undone:        func(deed string) string { return "undone: " + deed },
	Again:         func(deed string) string { return "done again: " + deed },
	NothingToUndo: "nothing to undo",
	NothingToRedo: "nothing to redo",
}
