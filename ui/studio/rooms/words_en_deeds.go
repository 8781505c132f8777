package rooms

import "fmt"

var englishDrafts = draftWords{
	noOther:    "there is no draft of another studio",
	noWords:    "no words",
	title:      "Drafts of other studios",
	hint:       "enter{accept} shows it in place of this one; alt+z comes back",
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
	Typing:        "typing",
	NewScript:     "new script",
	Pause:         "the length of a pause",
	Voice:         "voice",
	Mute:          "mute",
	Solo:          "solo",
	Lock:          "lock",
	Equalising:    "equal weights",
	Swapping:      "swapping weights",
	Pasting:       "pasting a blend",
	Reset:         "reset",
	openingDraft:  "opening another draft",
	Inserting:     func(marker string) string { return "inserting " + marker },
	Word:          func(word string) string { return "how " + word + " is spoken" },
	Importing:     "importing presets",
	Favourite:     func(voice string) string { return "the heart of " + voice },
	DropWord:      func(word string) string { return "taking out " + word },
	Mending:       func(written string) string { return "writing " + written + " as it was meant" },
	TakingOut:     func(voice string) string { return "taking out " + voice },
	Restoring:     func(take string) string { return "restoring " + take },
	Star:          func(take string) string { return "the star of " + take },
	Vote:          func(take string) string { return "the vote for " + take },
	Note:          func(take string) string { return "the note on " + take },
	Tag:           func(take string) string { return "the tags of " + take },
	Deleting:      func(name string) string { return "deleting " + name },
	Renaming:      func(preset string) string { return "renaming " + preset },
	Tags:          func(preset string) string { return "the tags of " + preset },
	Notes:         func(preset string) string { return "the notes of " + preset },
	Sounding:      func(name string) string { return "the fingerprint of " + name },
	Undone:        func(deed string) string { return "undone: " + deed },
	Again:         func(deed string) string { return "done again: " + deed },
	NothingToUndo: "nothing to undo",
	NothingToRedo: "nothing to redo",
}
