package cli

import (
	"fmt"
	"strings"

	"voicestudio/tts"
	"voicestudio/ui/narration"
)

var englishScript = scriptWords{
	noPlace: func(why string) tts.Said {
		return tts.Said{What: "there is no place for scripts: " + why, Cure: "set HOME or XDG_STATE_HOME"}
	},
	none: func(name string) tts.Said {
		return tts.Said{What: "there is no script " + name, Cure: "name a file that ends in .json, or one of voicestudio script list"}
	},
	isOne: func(name string) tts.Said {
		return tts.Said{What: name + " may be a script already", Cure: "see voicestudio script show, or give --format for what is in it"}
	},
	ending: func(name string) tts.Said {
		return tts.Said{What: name + " does not end in .json, as the file of a script of lines does", Cure: "give it such a name"}
	},
	noFormat: func(said string, all []string) tts.Said {
		return tts.Said{What: "no script is made of " + said, Cure: oneOf(all)}
	},
	sayFormat: func(all []string) tts.Said {
		return tts.Said{What: "standard input has no name that says what is in it", Cure: oneOf(all)}
	},
	tooLarge: func(name string, megabytes int) tts.Said {
		return tts.Said{What: fmt.Sprintf("%s is larger than %d MB", name, megabytes), Cure: "import it in parts"}
	},
	imported: func(id, file string, asFile bool, lines int) string {
		if asFile {
			return fmt.Sprintf("%s: %s", file, count(lines, "line", "lines"))
		}
		return fmt.Sprintf("%s: %s, kept as %s", id, count(lines, "line", "lines"), file)
	},
	columns:     []string{"id", "changed", "made", "script"},
	lineColumns: []string{"", "state", "length", "take", "text"},
	made:        func(made, lines int) string { return fmt.Sprintf("%d of %s", made, count(lines, "line", "lines")) },
	titled: func(name, begins string) string {
		return strings.TrimPrefix(strings.TrimSuffix(name+" · "+begins, " · "), " · ")
	},
	noneKept: "no script is kept; script import makes one",
	states: map[narration.State]string{
		narration.Missing: "missing", narration.Current: "made", narration.Words: "words changed", narration.Settings: "settings changed",
		narration.Elsewhere: "of another host", narration.Refused: "refused",
	},
	noLine: tts.Said{What: "the script has no line", Cure: "write some into it, or make one of a text with voicestudio script import"},
	divides: func(most int) string {
		return fmt.Sprintf("divide it; voicestudio script import does that, so that no line is longer than %d", most)
	},
	noLines: func(said string) tts.Said {
		return tts.Said{What: said + " is no line", Cure: "write lines as 3,7-9"}
	},
	outOfRange: func(said string, lines int) tts.Said {
		return tts.Said{What: fmt.Sprintf("there is no line %s", said), Cure: fmt.Sprintf("the script has %s", count(lines, "line", "lines"))}
	},
	waits: "another voicestudio makes lines of this script; waiting for its end",
	linesOf: func(at []int, all int) string {
		if len(at) == all && all > 1 {
			return "all lines: "
		}
		return linesSaid(at) + ": "
	},
	lines: func(lines int) string { return count(lines, "line", "lines") },
	there: func(lines int) string { return fmt.Sprintf("%d %s made already", lines, pick(lines, "is", "are")) },
	free: func(lines int) string {
		return fmt.Sprintf("%d as %s of the same words, free", lines, pick(lines, "another", "others"))
	},
	halted: func(lines int) string {
		return fmt.Sprintf("%s not sent: every one would meet the same", count(lines, "other line was", "other lines were"))
	},
	stopping: func(spoken, left int) string {
		return fmt.Sprintf("what is being spoken (%d) goes on to its end, %d not sent; ctrl+c again ends at once", spoken, left)
	},
	onDisk: "what was made is among the takes and is found there, so it is not paid for again",
	ended: func(t narratedTotal) string {
		said := englishMade.of(englishMade.lines(t.Made), append([]string{fmt.Sprintf("%d from disk", t.Cached), fmt.Sprintf("%d there before", t.There), fmt.Sprintf("%d failed", t.Failed)}, englishMade.costs(t.Price, t.Unpriced)...))
		if n := len(t.Missing); n > 0 {
			said += fmt.Sprintf("; %s missing: run it again", pick(n, linesSaid(t.Missing)+" is", linesSaid(t.Missing)+" are"))
		}
		return said
	},
	noSound: func(name string) tts.Said {
		return tts.Said{What: name + " has no ending of a sound that a whole is written as", Cure: "choose .wav, .flac or .mp3"}
	},
	othersMissing: func(lines []int) tts.Said {
		return tts.Said{What: "the whole needs " + linesSaid(lines) + ", too", Cure: "leave out --lines, or write it without them: --partial"}
	},
	noWhole: func(missing []int) string {
		return fmt.Sprintf("the whole is not written: %s; --partial writes it from what is there", pick(len(missing), linesSaid(missing)+" is missing", linesSaid(missing)+" are missing"))
	},
	files: func(files int) string { return count(files, "file", "files") },
}

// linesSaid are lines of a script: "line 3", "lines 3, 7 and 12 more".
func linesSaid(at []int) string {
	const most = 5
	if len(at) == 1 {
		return fmt.Sprintf("line %d", at[0])
	}
	some := at[:min(most, len(at))]
	said := "lines " + strings.Trim(strings.Join(strings.Fields(fmt.Sprint(some)), ", "), "[]")
	if more := len(at) - len(some); more > 0 {
		said += fmt.Sprintf(" and %d more", more)
	}
	return said
}

const renderLong = "Speak the lines of a script, or the rows of a CSV file. Everything is checked\n" +
	"and the price is said before anything is sent. A second run does only what is\n" +
	"missing. With --dry-run the characters and the price are an estimate.\n\n" +
	"SCRIPT.json is a file, or the ID of one of the studio's scripts. The lines that\n" +
	"have no take yet, or one of other words or settings, are made at the host of\n" +
	"--host, else the script's own. Each take is kept in the file as it comes, and\n" +
	"what another program changes in it meanwhile stays. A line that fails is told,\n" +
	"and the rest goes on. --out writes the whole as wav, flac or mp3, with the\n" +
	"loudness and the pauses of the script; without it, the file that the script\n" +
	"names. Where a line is missing no whole is written, unless --partial asks for\n" +
	"it. ctrl+c lets what is being spoken come to its end.\n\n" +
	"The first line of FILE.csv names the columns: text, preset, out; others begin\n" +
	"with x_ and are not read. Each row becomes its own file.\n\n" +
	"Exit code 0: all is made; else that of the worst line or row."

var englishScriptHelp = struct{ script, into, list, show help }{
	script: help{
		short: "Look after scripts of lines, each with takes of its own",
		long: "Look after scripts of lines, each with takes of its own. A script is a JSON\n" +
			"file; the studio keeps its own, and render makes any of them without a screen.\n" +
			"SCRIPT is a file (with a / or ending in .json), or the ID of one of the\n" +
			"studio's.",
		example: `  voicestudio script import chapter.md --out chapter.json --preset Storyteller
  voicestudio script show chapter.json
  voicestudio render chapter.json --out chapter.wav`,
	},
	into: help{
		takes: "FILE|-",
		short: "Make a script of a text, Markdown, subtitles or a table",
		long: "Make a script of a file: of plain text a line for each paragraph, of Markdown\n" +
			"the same without its marks, of SRT and WebVTT a line for each cue, of CSV and\n" +
			"TSV a line for each row of the column text (and pause, in seconds). UTF-8, or\n" +
			"UTF-16 with its mark. What is longer than hosts take is divided between\n" +
			"sentences.\n\n" +
			"Without --out the script is one of the studio's, and its ID is printed. With\n" +
			"--replace a script that is there is brought to the text: the lines that are\n" +
			"still in it keep their takes and settings.",
		example: `  voicestudio script import chapter.md --out chapter.json
  voicestudio script import --format txt - < chapter.txt`,
	},
	list: help{
		short: "List the studio's scripts, the one that was changed last first",
		long: "List the studio's scripts, the one that was changed last first. A file that is\n" +
			"no script, or of a newer version, is named on standard error.",
		example: "  voicestudio script list\n  voicestudio script list --json",
	},
	show: help{
		takes: "SCRIPT",
		short: "Say how the lines of a script stand, and what is due",
		long: "Say how the lines of a script stand: whether they are made, of these words and\n" +
			"settings and by this host, how long they are, which take is in the whole; in\n" +
			"which lines a listener would notice something, and what making the rest would\n" +
			"cost.",
		example: "  voicestudio script show chapter.json\n  voicestudio script show --json 3fa9c2d1ab",
	},
}

var englishScriptFlags = scriptFlagWords{
	scriptFile:  "the script's `FILE`, which ends in .json (default one of the studio's)",
	linesPreset: "preset that all lines have: a `NAME`, or a file with / or .json",
	textFormat: func(all []string) string {
		return "the `FORMAT` of FILE: one of " + strings.Join(all, ", ") + " (default its ending)"
	},
	sentences:      "make a line of each sentence",
	replaceScript:  "bring a script that is there to the text; its lines keep their takes",
	wholeFile:      "`FILE` for the whole of a script: .wav, .flac or .mp3",
	wholeSubtitles: "`FILE`, .srt or .vtt, for the subtitles of the whole",
	each:           "write every line to a file of its own, named by a `PATTERN` such as {n}-{text}.wav",
	wholeLoudness:  "integrated loudness of the whole in `LUFS`, 0 as it is (default the script's)",
	partial:        "write the whole from what is there, where lines are missing",
	onlyLines:      "make only these `LINES`, such as 3,7-9",
}
