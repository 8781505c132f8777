package library

import (
	"strconv"
)

var englishPresets = presetWords{
	ChooseFor:      func(key, what string) string { return "choose a preset, then " + key + ": " + what },
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
	speaks:         func(preset, what string) string { return preset + " speaks " + what + "; enter{open-preset} opens it" },
	script:         "the script",
	sample:         "its sample",
	noFolder:       func(preset string) string { return preset + " lives in no folder of the list" },
	deleted:        func(preset string) string { return "deleted " + preset + "; alt+z brings it back" },
	back:           func(preset string) string { return preset + " is back" },
	renamed:        func(to string) string { return "renamed to " + to },
	rename:         "Rename the preset",
	renameHint:     "enter{accept} renames",
	tags:           func(preset string) string { return "Tags of " + preset },
	tagsHint:       "blanks or commas between tags, enter{accept} keeps them",
	tagsHintUsed:   func(tags string) string { return "blanks or commas between, enter{accept} keeps them; in use: " + tags },
	notes:          func(preset string) string { return "Notes on " + preset },
	notedBefore:    func(preset string) string { return "that stands in the notes of " + preset + " already" },
	copy:           "Copy the preset as",
	copyHint:       func(dir string) string { return "enter{accept} copies it into " + dir },
	copied:         func(preset, dir string) string { return "copied as " + preset + " into " + dir },
	saveHint:       "enter{accept} saves",
	savedIn:        func(preset, file string) string { return "saved " + preset + " in " + file },
	savedOfAll: func(preset string, line int) string {
		return "saved " + preset + " with the settings of all lines; what line " + strconv.Itoa(line) + " has of its own stays with the line"
	},
}

// englishLibrary is what the presets and what others change say in English.
var englishLibrary = words{Presets: englishPresets, team: englishTeam, outside: englishOutside, trust: englishTrust,
	NothingBeside: "before and after are set alike, or one of them is not there"}
