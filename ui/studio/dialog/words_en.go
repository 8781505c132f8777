package dialog

import (
	"fmt"
	"strings"

	"voicestudio/presets"
)

var english = words{
	escCloses: "esc closes",
	tabMore:   func(folders int) string { return fmt.Sprintf("tab{save-folder}: %d more", folders) },
	found:     func(n, all int) string { return fmt.Sprintf("%d of %d", n, all) },
	groups: map[presets.Group]string{
		presets.GroupVoice: "Voice", presets.GroupBlend: "Blend", presets.GroupEffects: "Effects", presets.GroupOutput: "Output",
	},

	overCap: overCapWords{
		title:    "This would pass what the session may cost",
		perhaps:  "This could pass what the session may cost",
		spent:    func(amount, of string) string { return "the session has cost " + amount + " of " + of },
		price:    func(amount, host string) string { return "this costs about " + amount + " at " + host },
		unknown:  func(host string) string { return "what this costs at " + host + " is not known" },
		once:     "send this one",
		raise:    func(to string) string { return "raise the cap for this session to " + to + ", and send it" },
		unpriced: "send what has no known price, for this session",
		not:      "do not send it",
	},
	hearing: hearingWords{
		sample: "sample", moving: "hear while moving", on: "on", off: "off",
		rest:      "after 0.3 s",
		sampleKey: "alt+s", movingKey: "alt+m",
	},
	timing: timingWords{ms: func(n int64) string { return fmt.Sprintf("%d ms", n) }},
	exporter: exporterWords{
		rows: [exportRows]string{"file", "format", "part", "loudness", "subtitles"},
		formats: func(format, ending string) string {
			if format == "original" {
				return "as it came (" + ending + ")"
			}
			return format
		},
		all:         "all of it",
		asItIs:      "as it is",
		unit:        "LUFS",
		other:       "other",
		noTitles:    "none",
		noPart:      "i{loop-from} and o{loop-to} in Sound mark a part",
		write:       "enter{accept} writes it",
		hint:        "tab{export-next} goes to the next row, ←{export-left} and →{export-right} choose, a loudness may be typed",
		noFile:      "name a file",
		noLoudness:  "type a loudness below 0 and above −70 LUFS, such as −19",
		taken:       "the file is there already: enter{accept} again replaces it",
		otherEnding: func(ending string) string { return "a file of this format ends in ." + ending },
	},
	picker: pickerWords{
		filter:    "type to filter",
		noneFits:  "nothing in the list fits; backspace takes letters away",
		noneFound: "nothing found",
	},

	voices: voicesWords{
		search: "a name, an id, a language, female, male",
		all:    "all", favourites: "♥", recent: "recent", yours: "yours",
		noFavourites: "no favourites yet; ctrl+f makes a voice one",
		noRecent:     "no takes yet; their voices will stand here",
		noneYours:    "this account has no voices of its own",
		anyLanguage:  "any language", anyGender: "any gender",
		genders: map[string]string{"female": "female", "male": "male"},
		asTyped: "in no list, as typed",
		heard: func(takes int, last string) string {
			if takes == 1 {
				return "● spoken in one take, " + last
			}
			return fmt.Sprintf("● spoken in %d takes, last %s", takes, last)
		},
		neverHeard: "no take has it",
		usedIn: func(n int) string {
			if n == 1 {
				return "used in one preset:"
			}
			return fmt.Sprintf("used in %d presets:", n)
		},
		andMore: func(n int) string { return fmt.Sprintf("and %d more", n) },
	},

	everywhere: everywhereWords{
		title: func(word string) string { return "“" + word + "” in all lines" },
		write: "write it so", say: "only say it so",
		written: "the words of the script change; with nothing here, the word goes out",
		entered: "the script stays as it is; the pronunciation dictionary gets the word",
		nothing: "nothing: it goes out",
		hint:    "enter{accept} does it, tab{other-remedy} takes the other way",
	},
	notes: notesWords{
		hint:        "enter{accept} keeps them, alt+enter begins a new line",
		placeholder: "what it is for, what somebody said of it",
	},

	browser: browserWords{
		title:     "Presets",
		search:    "a name, #tag, voice or note",
		orders:    []string{presets.Best: "best first", presets.ByName: "by name", presets.ByUpdated: "newest first", presets.ByFolder: "by folder", presets.ByRank: "by duels won"},
		all:       "all",
		reading:   "reading…",
		marked:    func(n int) string { return fmt.Sprintf("%d marked", n) },
		folders:   "the folders are being read",
		noneFits:  "nothing fits; backspace takes letters away, tab{next-folder} looks in other folders",
		none:      "no presets here yet; ctrl+s saves one",
		broken:    "broken",
		playing:   "▶ playing",
		open:      "open",
		readOnly:  "read-only",
		notStored: "not committed",
		differ:    "changed",
		won:       func(duels, of int) string { return fmt.Sprintf("won %d of %d", duels, of) },
	},

	sounded: englishSounded,

	detail: detailWords{
		title: "This preset",
		notes: "notes", spoken: "sample", changed: "history", heard: "heard on", file: "file", check: "check", duels: "votes",
		won: func(duels, of int, when string, finals int) string {
			if finals == 1 {
				return fmt.Sprintf("came out best, %d of %d, %s", duels, of, when)
			}
			return fmt.Sprintf("came out best %d times, the last time %d of %d, %s", finals, duels, of, when)
		},
		nothingWrong: "nothing is wrong with it",
		sample:       func(text string) string { return "sample: " + text },
		same:         "exactly the settings of now",
		changes: func(n int) string {
			if n == 1 {
				return "enter{open-preset} changes one setting:"
			}
			return fmt.Sprintf("enter{open-preset} changes %d settings:", n)
		},
		changesAll: func(n int, sentences []string) string {
			return fmt.Sprintf("enter{open-preset} changes %d: %s", n, strings.Join(sentences, " · "))
		},
		starter:        "a starter of the program; ctrl+d copies it into your folder",
		commit:         func(author, when, subject string) string { return author + ", " + when + ": " + subject },
		changedSince:   func(commit string) string { return "changed since the commit of " + commit },
		notCommitted:   "not committed to git yet",
		saved:          func(when string) string { return "saved " + when },
		place:          func(folder, file string) string { return folder + ": " + file },
		readOnly:       "read-only, ctrl+d copies it",
		heardOn:        func(hosts []string) string { return "heard on " + strings.Join(hosts, ", ") },
		line:           func(n int, reason string) string { return fmt.Sprintf("line %d: %s", n, reason) },
		correctOrLeave: "correct the file, or take it out of the folder; the others are not affected",
	},

	saver: saverWords{
		title:         "Save the preset as",
		hint:          "enter{accept} saves; another name saves a new preset",
		hintOfFolders: "enter{accept} saves; another name saves a new preset; tab{save-folder} chooses the folder",
		in:            "in",
		noOtherFolder: "there is no other folder that can be written to",
		closed:        func(folder, dir string) string { return folder + " cannot be written to: " + dir },
		taken:         "there is one of this name: enter{accept} again replaces it",

		noName:      "type a name",
		itself:      "saves over it; this changes:",
		itselfSame:  "nothing has changed since it was saved",
		over:        "replaces the one that has this name; this changes:",
		overSame:    "replaces the one that has this name; nothing differs",
		taking:      "another preset has this name; replacing it changes:",
		takingSame:  "another preset has this name; nothing differs",
		fresh:       "a new preset",
		freshSame:   "a new preset; nothing differs",
		freshUnlike: func(opened string) string { return "a new preset; it differs from " + opened + " in:" },
		heardOn:     func(host, model string) string { return "heard on " + host + " " + model },
	},

	clash: clashWords{
		changed:      func(preset string) string { return "Somebody else changed " + preset },
		removed:      func(preset string) string { return "Somebody else removed " + preset },
		gone:         "the file is gone, or has another name now",
		notNow:       "esc: not now",
		theyChanged:  "they changed:",
		youChanged:   "you changed:",
		twice:        "both changed:",
		noSuchChoice: "there is no such choice here",
		mergeKey:     "m{clash-merge}", keepKey: "k{clash-keep}", takeKey: "t{clash-take}", renameKey: "n{clash-rename}",

		merge:           "merge: what you changed and what they changed",
		noMerge:         func(why string) string { return "merge: " + why },
		nothingLeft:     "there is nothing left to merge with",
		sameSetting:     "both changed the same setting; choose one of the others",
		keep:            "keep yours in place of theirs",
		mergeHere:       "merge: what you changed and what they changed, to be saved",
		keepHere:        "keep yours on the screen; a save puts it in place of theirs",
		keepOpen:        "keep it open; a save writes it again",
		keepGone:        "keep yours: write it again",
		take:            "take theirs",
		takeGone:        "let it go",
		takeAndBack:     "take theirs; your settings come back with alt+z",
		takeGoneAndStay: "let it go; your settings stay on the screen",
		rename:          "save yours under a new name",
	},

	report: reportWords{
		onlyTells: "this line only tells; esc closes",
		more:      func(n int) string { return fmt.Sprintf("and %d more", n) },
	},

	messages: messagesWords{
		title: "Errors and warnings",
		field: "setting",
		cure:  "what helps",
		trace: "trace id",
		hint:  "c{copy-message} copies it whole, with the trace id",
	},

	parts: partsWords{
		title:          func(preset string) string { return "Apply parts of " + preset },
		changesNothing: "changes nothing",
		nothingOf:      func(part string) string { return part + " would change nothing" },
		hint:           "space{group-toggle} chooses, enter{accept} applies what is chosen, or the one under ▸",
	},

	known: knownWords{
		title:    "Words that your presets know",
		filter:   "a word, how it is spoken, or a preset",
		hint:     "space{mark-word} marks · tab{other-way} another way · enter{accept} adds the marked, or this one",
		inScript: "in your script",
		here:     "here already",
		in:       func(spoken string, presets int) string { return fmt.Sprintf("%s in %d", spoken, presets) },
		usedBy: func(n int, presets string) string {
			if n == 1 {
				return "in 1 preset: " + presets
			}
			return fmt.Sprintf("in %d presets: %s", n, presets)
		},
		replaces: func(spoken string) string { return "enter{accept} takes it in place of " + spoken },
		isThere:  func(word string) string { return word + " is spoken so here already" },
		oneWay:   func(word string) string { return "every preset speaks " + word + " so" },
		reading:  "reading your presets…",
		none:     "no preset has a word in Pronunciation yet; what you add here and save, others find in this list",
	},
}
