package plain

import (
	"fmt"
	"strings"

	"voicestudio/presets"
	"voicestudio/tts"
	"voicestudio/ui/trust"
)

var presetsEnglish = presetWords{
	as: "as", to: "to as", hint: "A number opens one; hear and a number lets one be heard", isOpen: "open", same: "No setting differs", list: "presets lists them",
	opened:   func(name string) string { return "Opened " + name },
	deleting: func(name string) string { return "deleting the preset " + name },
	deleted:  func(name string) string { return name + " is deleted; undo brings it back" },
	renaming: func(name string) string { return "renaming " + name },
	renamed:  func(name string) string { return "It is called " + name + " now" },
	saved:    func(name, file string) string { return "Saved " + name + " in " + file },
	replace: func(name, diff string) string {
		if diff == "" {
			return name + " is there already with the same settings; yes replaces it, no leaves it"
		}
		return name + " is there already, with " + diff + "; yes replaces it, no leaves it"
	},
	open: func(name string, dirty bool) string {
		if dirty {
			return "Preset " + name + ", changed"
		}
		return "Preset " + name
	},
	gone: func(name string) string {
		return name + " was deleted by somebody else; yes saves it again, no does not"
	},
	clash: func(name, changes string, merges bool) string {
		said := "Somebody else has changed " + name + ": " + changes + "; mine keeps yours, theirs takes the other"
		if merges {
			said += ", both joins them"
		}
		return said + ", no writes nothing"
	},
	none: func(words string) tts.Said {
		return tts.Said{What: fmt.Sprintf("no preset has %q", words), Cure: "presets lists them all"}
	},
	readOnly: func(name string) tts.Said {
		return tts.Said{What: name + " cannot be changed", Cure: "save it under another name"}
	},
	which:      tts.Said{What: "which preset is not said", Cure: "write its name, or its number in the list"},
	noneOpen:   tts.Said{What: "no preset is open", Cure: "write diff and the name of one"},
	starter:    tts.Said{What: "the presets that come with the program stay as they are", Cure: "save it under another name"},
	renameForm: tts.Said{What: "rename needs the new name", Cure: "write rename OLD to NEW"},
	saveForm:   tts.Said{What: "save needs a name", Cure: "write save Warm narrator"},
	of:         "of from", parts: [4]string{"voice settings", "blend voices", "effects effect", "output"},
	noting:   func(name string) string { return "a note on " + name },
	noNotes:  func(name string) string { return name + " has no note" },
	copying:  func(name string) string { return "a copy of " + name },
	applying: func(name string) string { return "a part of " + name },
	allFine:  func(host string) string { return "Nothing is wrong with the presets for " + host },
	tagged: func(name string, tags []string) string {
		if len(tags) == 0 {
			return name + " has no tags"
		}
		return name + " has the tags " + strings.Join(tags, " ")
	},
	copied:     func(name, as string) string { return name + " is copied as " + as },
	exported:   func(n int, file string) string { return "Wrote " + count(n, "preset") + " to " + file },
	imported:   func(n int) string { return count(n, "preset") + " came in" },
	collides:   func(n int) string { return count(n, "preset") + " would be replaced; yes replaces, no takes none" },
	outcomes:   map[presets.Outcome]string{presets.ImportNew: "new", presets.ImportSame: "the same is there", presets.ImportClip: "there without its clip", presets.ImportCollides: "another one has the name"},
	copyForm:   tts.Said{What: "a copy needs a name", Cure: "write presets copy OLD to NEW"},
	partForm:   tts.Said{What: "which part of which preset is not said", Cure: "write presets take voice, blend, effects or output of NAME"},
	exportForm: tts.Said{What: "a file and presets are needed", Cure: "write presets export voices.json Fox, Storyteller"},
	importForm: tts.Said{What: "a file is needed", Cure: "write presets import voices.json"},
}

var trustEnglish = trustWords{
	times: "times",
	cure: func(of trust.Standing, name string) string {
		switch of {
		case trust.NoSample:
			return "open it and save it with some words, which become its sample"
		case trust.Fresh, trust.Reset, trust.Untaken, trust.OtherText, trust.OtherEngine, trust.OtherMeasures:
		}
		return "presets fingerprint " + name + " keeps what it sounds like"
	},
	timesForm: func(most int) tts.Said {
		return tts.Said{What: "it speaks a number of times", Cure: fmt.Sprintf("write times 1 to %d", most)}
	},
	kept: func(name, host string, seconds float64) string {
		return fmt.Sprintf("What %s sounds like at %s is kept, %.1f s; presets verify compares with it", name, host, seconds)
	},
	verdict: func(name string, state trust.State, words []string, when string) string {
		apart := strings.Join(words, ", ")
		switch state {
		case trust.Drifted:
			return name + " is " + apart + " than " + when
		case trust.Changed:
			if apart == "" {
				return name + " is set otherwise than " + when + ", and sounds the same"
			}
			return name + " is set otherwise than " + when + ", and is " + apart
		case trust.Same, trust.Uncomparable, trust.Failed:
		}
		return name + " sounds as it did " + when
	},
}

var helpPresetsEnglish = map[string]about{
	"presets tag":         {"[NAME as] TAGS", "gives the preset that is open, or another, tags; none takes them."},
	"presets note":        {"[NAME as] WORDS", "says something about a preset, or shows what is said."},
	"presets copy":        {"[OLD to] NEW", "copies a preset into your own folder."},
	"presets take":        {"voice, blend, effects or output of NAME", "takes over only these of a preset."},
	"presets fingerprint": {"[NAMES] [times NUMBER]", "keeps what presets sound like at this host; says the price first. Hosts do not speak twice alike: times 5 measures by how much."},
	"presets verify":      {"[NAMES]", "says whether they still sound so; says the price first."},
	"presets check":       {"[FOLDER]", "says what is wrong with presets for this host."},
	"presets export":      {"FILE NAMES", "writes presets into one file for others."},
	"presets import":      {"FILE", "takes presets over from such a file."},
}
