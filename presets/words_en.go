package presets

import (
	"fmt"
	"strings"

	"voicestudio/tts"
)

var english = words{
	cannot: cannotWords{
		open:         cannot("open"),
		read:         cannot("read"),
		write:        cannot("write"),
		delete:       cannot("delete"),
		readFolder:   cannot("read the folder"),
		openFolder:   cannot("open the folder"),
		lockFolder:   cannot("lock the folder"),
		createFolder: cannot("create the folder"),
		changeClip:   cannot("change the clip of"),
		moveClip:     cannot("move the clip of"),
		removeOld:    cannot("remove the old file"),
	},

	name: nameWords{
		empty:   "the name is empty",
		notUTF8: "the name is not UTF-8",
		tooLong: "the name is longer than 100 characters",
		control: "the name holds control characters",
	},

	file: fileWords{
		tooLarge:  "larger than 1 MB",
		notUTF8:   "not UTF-8 text",
		notObject: "a preset must be a JSON object",
		noRequest: "request is missing",
		notJSON:   func(why string) string { return "not valid JSON: " + why },
		tooDeep:   func(levels int) string { return fmt.Sprintf("nested deeper than %d levels", levels) },
		twice:     func(key string) string { return "the key " + key + " stands twice in one object" },
		version:   func(want int) string { return fmt.Sprintf("version must be %d", want) },
		newer: func(version, reads int) string {
			return fmt.Sprintf("made by a newer version of voicestudio (file version %d, this one reads %d)", version, reads)
		},
		newerAnd:  func(newer, why string) string { return newer + ", and " + why },
		opensOnly: func(newer string) string { return newer + ": it opens, but only that version can change it" },
		noName:    func(why string) string { return "the file has no name of its own, and of its file name: " + why },

		mustBe:      func(path, what string) string { return path + " must be " + what },
		time:        "a time such as 2026-11-21T10:00:00Z",
		text:        "a text",
		truth:       "true or false",
		number:      "a number",
		smaller:     "a smaller number",
		whole:       "a whole number",
		list:        "a list",
		object:      "an object",
		textUTF8:    "UTF-8 text",
		years:       "in the years 1 to 9999",
		finite:      "a finite number",
		notNull:     func(path string) string { return path + " must not be null" },
		folder:      "a folder, not a regular file",
		pipe:        "a named pipe, not a regular file",
		socket:      "a socket, not a regular file",
		device:      "a device, not a regular file",
		notRegular:  "not a regular file",
		linkOutside: "a link, but not to a regular file inside a known folder of presets",
		cannotRead:  func(why string) string { return "cannot be read: " + why },
		notStorable: func(why string) string { return "the preset cannot be stored: " + why },
	},

	folder: folderWords{
		noHome: "there is no home folder for presets; set VOICESTUDIO_PRESETS",
		none:   func(name, dir string) string { return "no preset is named " + name + " in " + dir },
		several: func(name string, files []string) string {
			return fmt.Sprintf("several files are named %s (%s): change the name in all but one", name, strings.Join(files, ", "))
		},
		another:     func(name, file string) string { return fmt.Sprintf("another preset is named %s (%s)", name, file) },
		readOnly:    func(file string) string { return "the file " + file + " is read-only: save under another name" },
		existsAgain: func(file string) string { return "the file " + file + " exists again" },
		elsewhere: func(name, dir string) string {
			return name + " does not live in " + dir + ": save it there as a new preset"
		},
		gone: func(name string) string {
			return name + " is gone from the disk since it was opened: save it as new, or let it go"
		},
		changed: func(name, changes string) string {
			return fmt.Sprintf("%s was changed on disk since it was opened (%s): keep yours, take theirs, or save yours under a new name", name, changes)
		},
	},

	library: libraryWords{
		folders: map[string]string{FolderOwn: "own", FolderProject: "project", FolderStarters: "starters"},
		teamName: func(name string, taken ...string) string {
			last := len(taken) - 1
			return fmt.Sprintf("no team can be named %s: choose a name without : and / that is not %s or %s", name, strings.Join(taken[:last], ", "), taken[last])
		},
		place: func(folder, name, file string) string { return fmt.Sprintf("%s:%s in %s", folder, name, file) },
		several: func(name string, places []string) string {
			return name + " means different presets: choose " + strings.Join(places, ", or ")
		},
		none: func(name string) string { return "no preset is named " + name + "; preset list shows all" },
	},

	clip: clipWords{
		recorded: "the clip is larger than 4 MB: record a shorter one",
		tooLarge: func(path string) string { return "the clip " + path + " is larger than 4 MB" },
	},

	bundle: bundleWords{
		twice:        func(name string) string { return "two of the presets are named " + name + ": export one of them" },
		cannotExport: func(name, why string) string { return name + " cannot be exported: " + why },
		cannotImport: func(number int, why string) string {
			return fmt.Sprintf("preset %d of the bundle cannot be imported: %s", number, why)
		},
		noName:      "it has no name",
		clip:        "its clip is larger than 4 MB",
		alsoNamed:   func(name string) string { return "another one is named " + name },
		tooLarge:    "the bundle is larger than 256 MB",
		notOne:      func(why string) string { return "this is not a bundle of presets: " + why },
		notExported: "presets are exported into one",
		after:       "something follows it",
		newer: func(version, reads int) string {
			return fmt.Sprintf("the bundle was made by a newer version of voicestudio (bundle version %d, this one reads %d)", version, reads)
		},
		changedMeanwhile: "the folder has changed meanwhile: import again",
		changedSince:     func(name string) string { return name + " was changed since the import: nothing was taken back" },
		collisions: func(names string) string {
			return "there are other presets named " + names + ": replace them, or rename yours"
		},
	},

	merge: mergeWords{
		sides: func(field, mine, theirs string) string { return field + ": yours " + mine + ", theirs " + theirs },
	},

	snippet: snippetWords{
		noBody:    func(why string) string { return "the request has no JSON body: " + why },
		notPython: func(why string) string { return "the body cannot be written as Python: " + why },
		noAddress: func(address string) string { return address + " is not a web address" },
		header:    func(name string) string { return "the header " + name + " cannot be written as code" },
		unknown: func(language string, all []string) string {
			return "there are no snippets in " + language + ": choose one of " + strings.Join(all, ", ")
		},
		method: func(method, variable string) string {
			return method + " with the key in " + variable + " cannot be written as code"
		},
		neverKey: "a snippet never holds a key: name its variable instead",
	},

	lint: lintWords{
		sameName: func(name, file string) tts.Said {
			return tts.Said{What: name + " is also the name in " + file, Cure: "change the name in one of them"}
		},
		correctFile:  "correct the file, or take it back from git",
		correctLine:  func(line int) string { return fmt.Sprintf("correct line %d", line) },
		otherVersion: "check it with that version",
		noVoice:      tts.Said{What: "no voice is chosen, so everybody hears another one", Cure: "set voice_setting.voice_id or timbre_weights"},
		noHost:       func(why []string) string { return "no host can speak it (" + strings.Join(why, "; ") + ")" },
		of:           func(what, message string) string { return what + ": " + message },
		notYoursEither: func(message string) string {
			return message + " and not among the account's voices"
		},
		script: tts.Said{What: "the script is no part of a preset, so it is passed over", Cure: "use sample_text for a line to try"},
		unknownKey: func(key, meant string) tts.Said {
			cure := "a key of your own begins with x_"
			if meant != "" {
				cure = "did you mean " + meant + "? if not, " + cure
			}
			return tts.Said{What: "the key " + key + " is not known", Cure: cure}
		},
		noMark: func(key string) tts.Said {
			return tts.Said{What: "a fingerprint without " + key + " compares with nothing", Cure: "take it anew, or delete it"}
		},
		twoMarks: func(host string) tts.Said {
			return tts.Said{What: "there are two fingerprints of " + host, Cure: "delete the earlier one"}
		},
	},

	formula: formulaWords{
		at:      func(character int, why string) string { return fmt.Sprintf("at character %d %s", character, why) },
		voice:   "there must be a voice; one with blanks or brackets in it stands in quotes",
		quoted:  "the quoted voice is not complete",
		plus:    "there must be a + or the end",
		weight:  "there must be a weight in brackets, as in (50)",
		number:  "the weight must be a whole number from 1 to 100",
		bracket: "the weight must end with )",
		tooMany: func(most int) string { return fmt.Sprintf("it has more than %d voices", most) },
	},

	sentence: sentenceWords{
		labels: map[string]label{
			"name": {name: "name"}, "notes": {name: "notes"}, "tags": {name: "tags"}, "model": {name: "model"},
			"voice_setting.voice_id":           {name: "voice"},
			"timbre_weights":                   {name: "voice"},
			"voice_setting.speed":              {name: "speed", unit: "×", places: 2, evident: true},
			"voice_setting.vol":                {name: "volume", unit: "×", places: 1},
			"voice_setting.pitch":              {name: "pitch", unit: " st", evident: true},
			"voice_setting.emotion":            {name: "emotion", evident: true},
			"voice_setting.text_normalization": {name: "numbers"},
			"voice_setting.latex_read":         {name: "LaTeX"},
			"language_boost":                   {name: "language", evident: true},
			"voice_modify.pitch":               {name: "deep–bright", less: "deep", more: "bright"},
			"voice_modify.intensity":           {name: "strong–soft", less: "strong", more: "soft"},
			"voice_modify.timbre":              {name: "full–crisp", less: "full", more: "crisp"},
			"voice_modify.sound_effects":       {name: "effect", evident: true},
			"audio_setting.sample_rate":        {name: "sample rate", unit: " Hz"},
			"audio_setting.bitrate":            {name: "bitrate", unit: " bit/s"},
			"audio_setting.channel":            {name: "channels"},
			"audio_setting.force_cbr":          {name: "constant bitrate"},
			"pronunciation_dict.tone":          {name: "pronunciation"},
			"subtitle_enable":                  {name: "subtitles"},
			"aigc_watermark":                   {name: "watermark"},
		},
		values:           englishValues,
		on:               "on",
		off:              "off",
		unset:            "unset",
		none:             "–",
		set:              func(label, value string) string { return label + " " + value },
		changed:          func(label, became string) string { return label + " " + became },
		became:           func(from, to string) string { return from + " → " + to },
		changedFurtherOn: func(label, value string) string { return label + " " + value + ", changed further on" },
		restyled:         func(label, value string) string { return label + " " + value + ", written in another way" },
		alone:            "alone",
		added:            func(voice, weight string) string { return "+ " + voice + " " + weight },
		removed:          func(voice string) string { return "− " + voice },
		spokenAs:         func(word string) string { return word + " as" },
		more:             func(n int) string { return fmt.Sprintf(" and %d more", n) },
	},
}

func cannot(doing string) func(path, why string) string {
	return func(path, why string) string { return "cannot " + doing + " " + path + ": " + why }
}
