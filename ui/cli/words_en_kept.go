package cli

import (
	"fmt"
	"strings"

	"voicestudio/presets/team"
	"voicestudio/tts"
)

const ownCopy = "preset copy makes one of your own"

var englishPresets = presetWords{
	columns:   []string{"name", "folder", "tags", "changed"},
	noProject: tts.Said{What: "there is no project here", Cure: "mkdir -p .voicestudio/presets begins one"},
	noFolder: func(name string, known []string) tts.Said {
		return tts.Said{What: "there is no folder " + name, Cure: oneOf(known) + ", or a path with /"}
	},
	notListed: func(name string) tts.Said {
		return tts.Said{What: name + " is none of the folders that are listed", Cure: "name it under teams in the config file"}
	},
	starter: func(name string) tts.Said {
		return tts.Said{What: name + " is a starter, which stays as it is", Cure: ownCopy}
	},
	readOnly:  func(file string) tts.Said { return tts.Said{What: "the file " + file + " is read-only", Cure: ownCopy} },
	readsOnly: func(folder string) string { return strings.TrimPrefix(folder+", read-only", ", ") },
	noneFits:  "no preset fits; without words, preset list shows all",

	notCommitted: "not committed",
	changedSince: func(who string) string { return who + ", changed since" },
	labels: labelWords{voices: "voices", tags: "tags", sample: "sample", heardOn: "heard on", fingerprints: "fingerprints", folder: "folder", file: "file",
		clip: "clip", changed: "changed", note: "note"},

	noEditor: tts.Said{What: "no editor is set", Cure: "set VISUAL or EDITOR in the environment, or give --set FIELD=VALUE"},
	editorFailed: func(editor, why string) string {
		return "the editor " + editor + " ended with a fault (" + why + "), so nothing was saved"
	},
	draftKept:      func(command string) string { return "what you wrote is kept: " + command },
	nothingChanged: "nothing was changed",
	saved:          func(name, file string) string { return "saved " + name + " as " + file },
	savedWith: func(name string, changes []string) string {
		return "saved " + name + ": " + strings.Join(changes, ", ")
	},
	copied:     func(name, file string) string { return "copied " + name + " as " + file },
	renamed:    func(from, to, file string) string { return "renamed " + from + " to " + to + ", " + file },
	removed:    func(name, dir string) string { return "removed " + name + " from " + dir },
	toHaveBack: func(command string) string { return "to have it back: " + command },
	notRemoved: func(why string) string { return "nothing was removed, since it could not be kept: " + why },
	imported:   func(dir string) string { return "imported into " + dir },
	collides:   "nothing was imported: --replace takes the file's presets, or rename yours",
	dryRun:     "nothing was imported: this was a dry run",
	noLanguage: func(name string, all []string) tts.Said {
		return tts.Said{What: "there are no snippets in " + name, Cure: oneOf(all)}
	},
	snippetOfSandbox: func(variable string) string {
		return "this is for the sandbox: start voicestudio sandbox, and set " + variable + " to any word"
	},
}

var englishSync = syncWords{
	noSide: func(name string) tts.Said {
		return tts.Said{What: "there is no side " + name, Cure: "choose mine or theirs"}
	},
	noFolder: func(name string) tts.Said {
		return tts.Said{What: "there is no folder " + name, Cure: "git clone the team's repository there"}
	},
	notFolder: func(name string) tts.Said {
		return tts.Said{What: name + " is not a folder", Cure: "name the folder of presets"}
	},
	notCommitted: func(why string) string { return "not committed: " + why },
	committed:    func(names []string) string { return "committed " + strings.Join(names, ", ") },
	pulled:       func(names []string) string { return "pulled " + strings.Join(names, ", ") },
	did: func(by string, e team.Edit) string {
		verbs := map[team.Deed]string{team.Added: "added", team.Edited: "changed", team.Renamed: "renamed", team.Deleted: "deleted"}
		if e.Deed == team.Renamed {
			return by + " renamed " + quote(e.Was) + " to " + quote(e.Name)
		}
		return by + " " + verbs[e.Deed] + " " + quote(e.Name)
	},
	what: func(did string, sentences []string) string { return did + ": " + strings.Join(sentences, "; ") },
	retaken: func(host string, gone bool, words []string) string {
		switch {
		case gone:
			return "its fingerprint of " + host + " is gone"
		case len(words) > 0:
			return "a new fingerprint of " + host + ", " + strings.Join(words, ", ")
		}
		return "a new fingerprint of " + host
	},
	clip:               "its recording",
	bothChanged:        func(name, what string) string { return "both changed " + name + ": " + what },
	nothingOverwritten: "nothing was overwritten, here or there: make the fields equal, save yours under a new name, or choose with --prefer mine or --prefer theirs",
	pushed:             "pushed",
	nothingNew:         "nothing new",
	noPresets: func(dir string) string {
		return "there are no presets in " + dir + " itself; name the folder that holds them"
	},
}

var englishTakes = takeWords{
	columns: []string{"id", "made", "host", "model", "length", "chars", "cost", "", "text"},
	noPlace: func(why string) tts.Said {
		return tts.Said{What: "there is no place for takes: " + why, Cure: "set HOME or XDG_DATA_HOME"}
	},
	listShows: "voicestudio takes list shows all",
	inTrash: func(ids []string) string {
		return fmt.Sprintf("%s in the trash now; voicestudio takes restore %s brings %s back",
			count(len(ids), "take is", "takes are"), strings.Join(ids, " "), pick(len(ids), "it", "them"))
	},
	back: func(ids []string) string {
		return count(len(ids), "take is", "takes are") + " back: " + strings.Join(ids, " ")
	},
	notInTrash: tts.Said{What: "not every one of these takes is in the trash", Cure: "voicestudio takes list --trash shows what is"},
	pruned: func(takes, trash int, freed, left string, dry bool) string {
		verb := "removed"
		if dry {
			verb = "would remove"
		}
		return fmt.Sprintf("%s %s and %d from the trash: %s; %s left", verb, count(takes, "take", "takes"), trash, freed, left)
	},
	over: func(size string) string {
		return "what has a star, a note or a tag, is in an audition or broken, exceeds the budget by " + size
	},
	noSize: func(said string) tts.Said {
		return tts.Said{What: said + " is no size", Cure: "write it as 500MB or 2GB"}
	},
	unknown:      "?",
	unknownPrice: "unknown",
	units: map[string]string{
		"audio_ms":         "ms",
		"bytes":            "bytes",
		"usage_characters": "characters",
		"first_chunk_ms":   "ms",
		"audible_ms":       "ms",
		"lookup_ms":        "ms",
		"connect_ms":       "ms",
		"tls_ms":           "ms",
		"first_byte_ms":    "ms",
		"subtitles":        "cues",
	},
	stillArriving: "true: it is still arriving",
	notWhole:      "true: the answer did not come whole",
	notPlayed: func(format, file string) tts.Said {
		return tts.Said{What: format + " is kept, but cannot be played here", Cure: "play the file " + file + " with another program, or speak it again as mp3"}
	},
	fileIs: func(file string) string { return "its file is " + file },
}

var englishExport = exportWords{
	noSubtitles: func(take string) tts.Said {
		return tts.Said{What: "the take " + take + " has none", Cure: "voicestudio say --no-stream --subtitles FILE asks the host for them"}
	},
	subtitles: "subtitles",
	endsFirst: tts.Said{What: "the part ends before it begins", Cure: "let --to be later than --from"},
	onlySoLong: func(length string) tts.Said {
		return tts.Said{What: "the take is only " + length + " long", Cure: "begin earlier"}
	},
	loudness: func(lufs float64) tts.Said {
		return tts.Said{What: fmt.Sprintf("%v LUFS is out of range", lufs), Cure: "choose a value from -70 to 0, such as -16"}
	},
	madeOnly: tts.Said{What: "a part, or another loudness, is written as wav or flac only", Cure: "choose --format wav or flac"},
	noFormat: func(said string) tts.Said {
		return tts.Said{What: "there is no format " + said, Cure: "choose wav, flac or original"}
	},
	noTime: func(said string) tts.Said {
		return tts.Said{What: said + " is no time", Cure: "write seconds, such as 1.5, or 1m2s"}
	},
	otherFormat: func(own string, endings []string, wanted string) tts.Said {
		becomes := strings.Join(endings, ", ")
		if i := strings.LastIndex(becomes, ", "); i >= 0 {
			becomes = becomes[:i] + " or" + becomes[i+1:]
		}
		return tts.Said{What: fmt.Sprintf("a take in %s becomes %s, not %s", own, becomes, wanted), Cure: "choose such an ending, or --format"}
	},
	notDecoded: func(format, ending string) tts.Said {
		return tts.Said{What: format + " is kept, but cannot be decoded here", Cure: "export it as it came, --out NAME." + ending + ", and convert it with another program"}
	},
}

var englishMeasure = measureWords{
	columns: []string{"", "length", "pitch", "range", "syllables", "pauses", "loudness", "peak", "middle", "slope", "fade"},
	none:    "–",
	noFile: func(path string) tts.Said {
		return tts.Said{What: "there is no file " + path, Cure: "name a file, or a take's id: voicestudio takes list shows all"}
	},
	notAFile: func(path string) tts.Said {
		return tts.Said{What: path + " is no file", Cure: "name a file of sound"}
	},
	noEnding: func(path string, endings []string) tts.Said {
		return tts.Said{What: path + " has no ending that says how its sound is written", Cure: "give it one of " + strings.Join(endings, ", ")}
	},
	notDecoded: func(name, format string) tts.Said {
		return tts.Said{What: name + " cannot be measured: " + format + " is kept, but cannot be decoded here", Cure: "speak it again as mp3, or convert the file with another program"}
	},
	cannotRead: func(name, why string) string { return name + " cannot be read: " + why },
	damaged:    func(name, why string) string { return name + " is measured without its damaged part: " + why },
	alike:      "the two are hardly told apart",
	sounds:     "sound", settings: "settings", words: "words",
	apart: func(ms int64) string {
		if ms < 50 {
			return "at the same time"
		}
		return fmt.Sprintf("up to %.1f s apart", float64(ms)/1000)
	},
}
