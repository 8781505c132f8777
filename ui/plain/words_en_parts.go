package plain

import (
	"fmt"
	"strings"
	"time"

	"voicestudio/tts"
)

var settingsEnglish = settingWords{
	on: "on yes true 1", off: "off no false 0", unsetting: "off none auto default unset", to: "to", is: "is", as: "as", everything: "all everything",
	all: "all settings", allUnset: "Every setting is unset; the voices stay", answer: "the answer", explained: "What and a name explains one; settings all explains them all",
	noWords: "The dictionary is empty; pronounce GTC as G T C puts a word in", nothingSet: "No setting is set", switchable: "It is on or off", wholeOn: " (whole on)",
	about: map[string]string{
		"voice_setting.speed":              "How fast the voice speaks",
		"voice_setting.pitch":              "How high it speaks, in semitones",
		"voice_setting.vol":                "How loud the take is made",
		"voice_setting.emotion":            "The mood; unset lets the model choose",
		"language_boost":                   "The language to be pronounced",
		"voice_modify.pitch":               "Minus is deeper, plus is brighter",
		"voice_modify.intensity":           "Minus is stronger, plus is softer",
		"voice_modify.timbre":              "Minus is fuller, plus is crisper",
		"voice_modify.sound_effects":       "One effect on the whole voice",
		"audio_setting.format":             "The form of the audio that the host sends",
		"audio_setting.sample_rate":        "Samples a second, in hertz",
		"audio_setting.bitrate":            "Bits a second, of mp3 only",
		"audio_setting.channel":            "1 is mono, 2 is stereo",
		"audio_setting.force_cbr":          "The same bitrate all the way, of mp3",
		"voice_setting.text_normalization": "Whether numbers and dates are read by rules",
		"voice_setting.latex_read":         "Whether formulas in LaTeX are read out",
		"subtitle_enable":                  "Whether subtitles come with the take; needs whole on",
		"subtitle_type":                    "What subtitles are timed by",
		"output_format":                    "Hex comes with the answer; url is a link, and needs whole on",
		"aigc_watermark":                   "Whether the audio is marked as made by a machine; needs whole on",
		"continuous_sound":                 "Whether clauses are joined without a seam",
	},
	unset: func(byDefault string) string {
		if byDefault == "" {
			return "not set"
		}
		return "not set, which is " + byDefault
	},
	onOff: func(on bool) string {
		if on {
			return "on"
		}
		return "off"
	},
	whole: func(on bool) string {
		if on {
			return "The answer comes as a whole"
		}
		return "The answer is streamed"
	},
	isUnset:  func(name string) string { return name + " is not set" },
	already:  func(name, value string) string { return name + " is so already: " + value },
	notSet:   func(names []string) string { return "Not set: " + strings.Join(names, ", ") },
	oneOf:    func(values []string) string { return "It is one of " + listed(values) },
	inSteps:  func(of, step string) string { return "It goes " + of + ", in steps of " + step },
	notHere:  func(value, host, why string) string { return value + " not here: " + why },
	which:    tts.Said{What: "which setting is not said", Cure: "settings lists them"},
	wordForm: tts.Said{What: "pronounce needs a word and how it is spoken", Cure: "write pronounce GTC as G T C; the word alone takes it out"},
	none: func(word, near string) tts.Said {
		said := tts.Said{What: fmt.Sprintf("there is no setting %q", word), Cure: "settings lists them"}
		if near != "" {
			said.Cure = "did you mean " + near + "?"
		}
		return said
	},
	notANumber: func(name, word, allowed string) tts.Said {
		return tts.Said{What: fmt.Sprintf("%s cannot be %q", name, word), Cure: strings.ToLower(allowed[:1]) + allowed[1:]}
	},
	notASwitch: func(name, word string) tts.Said {
		return tts.Said{What: fmt.Sprintf("%s cannot be %q", name, word), Cure: "write on or off"}
	},
	noSteps: func(name string) tts.Said {
		return tts.Said{What: name + " has no steps", Cure: "write its value behind its name"}
	},
	notAValue: func(name, word, near string, values []string) tts.Said {
		said := tts.Said{What: fmt.Sprintf("%s cannot be %q", name, word)}
		switch {
		case near != "":
			said.Cure = "did you mean " + near + "?"
		case len(values) > 12:
			said.Cure = "what " + name + " lists them"
		default:
			said.Cure = "choose " + listed(values)
		}
		return said
	},
}

var takesEnglish = takeWords{
	name: "take", starred: "starred", from: "from", to: "to", loudness: "loudness", subtitles: "subtitles", star: "starred", hint: "A number plays one", sameSettings: "The settings are so already",
	take:      func(n int) string { return fmt.Sprintf("take %d", n) },
	restoring: func(n int) string { return fmt.Sprintf("restoring take %d", n) },
	restored:  func(n int) string { return fmt.Sprintf("as take %d", n) },
	deleting:  func(n int) string { return fmt.Sprintf("deleting take %d", n) },
	starring: func(n int, on bool) string {
		if on {
			return fmt.Sprintf("a star for take %d", n)
		}
		return fmt.Sprintf("no star for take %d", n)
	},
	noting: func(n int, none bool) string {
		if none {
			return fmt.Sprintf("no note on take %d", n)
		}
		return fmt.Sprintf("a note on take %d", n)
	},
	tagging: func(n int, tags []string) string {
		if len(tags) == 0 {
			return fmt.Sprintf("no tags on take %d", n)
		}
		return fmt.Sprintf("take %d tagged %s", n, strings.Join(tags, " "))
	},
	deleted: func(n, benches int) string {
		said := fmt.Sprintf("Take %d is in the trash; undo brings it back", n)
		if benches > 0 {
			said += "; " + count(benches, "bench") + " still names it"
		}
		return said
	},
	wrote:     func(file, what string) string { return "Wrote " + file + ": " + what },
	notListed: func(why string) tts.Said { return tts.Said{What: "the takes cannot be listed: " + why} },
	notFound: func(what string) tts.Said {
		return tts.Said{What: fmt.Sprintf("there is no take %q", what), Cure: "takes lists them"}
	},
	exportAs: func(ending string) tts.Said {
		return tts.Said{What: fmt.Sprintf("a take cannot be exported as %q", ending), Cure: "let the name end in .wav, .flac or .mp3"}
	},
	which: func(command string) tts.Said {
		return tts.Said{What: command + " needs the number of a take", Cure: "takes lists them"}
	},
	noNumber: func(n int) tts.Said {
		return tts.Said{What: fmt.Sprintf("there is no take %d", n), Cure: "takes lists them"}
	},
	empty:        tts.Said{What: "there is no such take yet", Cure: "speak makes one"},
	exportForm:   tts.Said{What: "export needs a file", Cure: "write export 3 hello.wav"},
	noSubtitles:  tts.Said{What: "this take has no subtitles", Cure: "whole on, subtitles on and again make one that has them"},
	loudnessForm: tts.Said{What: "the loudness is a number of LUFS below 0", Cure: "write export 3 hello.wav loudness -16"},
}

var benchEnglish = benchWords{
	settings: "settings", take: "take", preset: "preset", voice: "voice",
	hidden: "name hidden", hint: "A number lets one be heard; bench star and bench use take it, too",
	hintBlind: "The names are hidden; a number lets one be heard, bench reveal tells", blind: "The names are hidden, and the order is drawn by lot",
	blindAlready: "The names are hidden already; bench reveal tells", notBlind: "The names are not hidden", whileBlind: "not while the names of the bench are hidden; bench reveal tells them",
	cannot: "cannot be made as it is", oneFailed: "one of the candidates could not be made", allMade: "All are made", otherWords: "It says other words than the line of the bench",
	line:      func(text string) string { return "They say: " + text },
	begun:     func(text string) string { return "A new bench; they say: " + text },
	putting:   func(label string) string { return "putting " + label + " on the bench" },
	removing:  func(label string) string { return "taking " + label + " off the bench" },
	removed:   func(label string) string { return label + " is off the bench" },
	using:     func(label string) string { return "the settings of " + label },
	used:      func(label string) string { return "as " + label },
	candidate: func(n int) string { return fmt.Sprintf("candidate %d", n) },
	stars:     func(n int) string { return count(n, "star") },
	making:    func(n int) string { return "Making " + count(n, "clip") },
	named:     func(n int, label string) string { return fmt.Sprintf("%d, %s", n, label) },
	missing: func(n int, price string) string {
		return fmt.Sprintf("%d not made yet, %s; bench make makes them", n, price)
	},
	put:    func(label string, n int) string { return fmt.Sprintf("%s is on the bench as number %d", label, n) },
	inList: func(name string, n int) string { return name + ", " + count(n, "candidate") },
	starring: func(called string, stars int) string {
		if stars == 0 {
			return called + ": no star"
		}
		return called + ": " + count(stars, "star")
	},
	noting: func(called string) string { return "a note on " + called },
	sounds: func(label string, matched bool) string {
		if matched {
			return label
		}
		return label + ", levels as they are, since volume differs"
	},
	made:   func(n, of int) string { return fmt.Sprintf("%d of %d made", n, of) },
	called: func(at time.Time, text string) string { return at.Format("2006-01-02 15:04 ") + text },
	gone: func(name string) tts.Said {
		return tts.Said{What: "the bench " + name + " is gone", Cure: "bench add begins another"}
	},
	empty:     tts.Said{What: "nothing is on the bench", Cure: "bench add puts the settings of now there, bench add voice NAME a voice"},
	otherLine: "another line", noStars: tts.Said{What: "no candidate has a star", Cure: "bench star and its number gives one"},
	already: tts.Said{What: "that is on the bench already"},
	which:   tts.Said{What: "which candidate is not said", Cure: "write its number; bench lists them"},
}
