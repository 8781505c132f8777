package lines

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"voicestudio/ui/session"
	"voicestudio/ui/studio/paint"
)

var englishTakes = takeWords{
	takesOf:    func(line int) string { return fmt.Sprintf("Takes of line %d", line) },
	otherWords: "other words",
	madeAt:     func(host string) string { return "by " + host },
	had: func(name, value string) string {
		if value == "" {
			return "no " + name
		}
		return name + " " + value
	},
	sameAgain:   "the same again",
	asWanted:    "as wanted now",
	more:        func(n int) string { return fmt.Sprintf(" +%d", n) },
	made:        func(when, how string) string { return "made " + when + ": " + how },
	soundsAlike: "sounds like the one in the whole",
	besideWhole: func(how string) string { return how + " than the one in the whole" },
	isInWhole:   func(take int) string { return fmt.Sprintf("take %d is in the whole now", take) },
	oneTake:     "there is one take of these words: alt+r makes another",
	takeLabel:   func(take int, how string) string { return fmt.Sprintf("take %d: %s", take, how) },
	benchOf:     func(line int, when string) string { return fmt.Sprintf("line %d, %s", line, when) },
	benchKeys:   "these are the takes of the line: digits switch, esc goes back to the lines",
	takeKeys:    []paint.Phrase{{Full: "s{line-take-choose} puts it into the whole ★", Short: "s{line-take-choose} into the whole"}, {Full: "alt+r makes another", Short: "alt+r another"}, {Full: "c{line-takes-compare} compares them", Short: "c{line-takes-compare} compares"}},
}

var englishSettings = settingWords{
	settingsOf:     func(line int) string { return fmt.Sprintf("Settings of line %d", line) },
	nothingDiffers: "The line is spoken as all are: o{setting-only} changes settings of this line only.",
	differ: func(n int) string {
		return count(n, "differs", "differ")
	},
	ofLine:      "this line",
	ofAll:       "all lines",
	notSet:      "–",
	sounds:      func(how string) string { return "≈ " + how },
	sinceTake:   func(changes string) string { return "since its take: " + changes },
	settingKeys: []paint.Phrase{{Full: "o{setting-only} this line only"}, {Full: "backspace{setting-as-all} as all lines", Short: "backspace{setting-as-all} as all"}},
}

var englishWhole = wholeWords{
	wholeNames: [wholeRows]string{"between lines", "paragraphs", "ends", "levels", "file", "subtitles", "every line"},
	wholeDeeds: [wholeRows]string{"the pause between lines", "the pause between paragraphs", "the ends of lines", "the levels of the whole", "the file of the whole", "subtitles beside the whole", "the names of single files"},
	wholeHints: [wholeRows]string{
		betweenLines: "seconds of silence behind a line, 0 to 99.99", betweenParagraphs: "seconds of silence behind a paragraph, 0 to 99.99",
		wholeEnds:   "silence at the ends of takes is left out, or stays",
		wholeLevels: "LUFS of the whole, −30 to −9 (podcasts −16, broadcast −23); 0 leaves it as it is",
		wholeFile:   "its ending says the form: wav, flac or mp3",
		wholeTitles: "a file beside the whole",
		wholeNames:  "{n} is the line's number, {text} how it begins, {script} the title, {voice} the voice, {id} the line's own; the ending says the form",
	},
	wholeKeys: []paint.Phrase{{Full: "e{whole-export} exports"}, {Full: "E{whole-export-lines} every line a file", Short: "E{whole-export-lines} lines"}, {Full: "←{whole-less}→{whole-more} change", Short: "←{whole-less}→{whole-more}"}, {Full: "backspace{whole-usual} usual"}},
	sum: func(d time.Duration, all bool) string {
		if all {
			return session.Clock(d)
		}
		return "so far " + session.Clock(d)
	},
	seconds:  func(s float64) string { return fmt.Sprintf("%.2f s", s) },
	trimmed:  "trimmed",
	asSpoken: "as spoken",
	levels: func(lufs float64) string {
		return strings.Replace(strconv.FormatFloat(lufs, 'f', -1, 64), "-", "−", 1) + " LUFS"
	},
	peaks:        "peaks below −1 dB",
	asTheyAre:    "as they are",
	noTitles:     "none",
	titlesBeside: func(form string) string { return form + " beside it" },
	standOut: func(lines []int) string {
		const most = 5
		var all []string
		for _, n := range lines[:min(len(lines), most)] {
			all = append(all, strconv.Itoa(n))
		}
		said := one(len(lines), "line ", "lines ") + strings.Join(all, ", ")
		if more := len(lines) - most; more > 0 {
			said += fmt.Sprintf(" and %d more", more)
		}
		return said + one(len(lines), " does", " do") + " not sound like the rest"
	},
	usualAlready: "it is as usual already",
	noSeconds:    "write seconds from 0 to 99.99, such as 0.4",
	noLevel:      "write LUFS from −30 to −9, or 0 for as it is",
	lacks: func(missing, words, settings, elsewhere int) string {
		var said []string
		add := func(n int, is, are string) {
			switch {
			case n == 0:
			case len(said) == 0:
				said = append(said, count(n, "line ", "lines ")+one(n, is, are))
			default:
				said = append(said, strconv.Itoa(n)+" "+one(n, is, are))
			}
		}
		add(missing, "is missing", "are missing")
		add(words, "has changed words", "have changed words")
		add(settings, "has changed settings", "have changed settings")
		add(elsewhere, "was made elsewhere", "were made elsewhere")
		return strings.Join(said, ", ")
	},
}

var englishExport = exportWords{
	script:       "script",
	exportTitle:  "Export the whole",
	linesTitle:   "Every line a file",
	wholeHint:    "the ending says the form: wav, flac or mp3; tab{complete-path} completes",
	entersExport: "enter{accept} exports; the ending says the form: wav, flac or mp3",
	exportsSome:  func(lacks string) string { return lacks + ": enter{accept} exports what is there" },
	noFile:       "write where the file goes",
	otherEnding:  func(forms []string) string { return "the ending has to be one of " + strings.Join(forms, ", ") },
	noFolder:     func(folder string) string { return "there is no folder " + folder },
	isThere: func(files int, first string) string {
		if files == 1 {
			return first + " is there already: enter{accept} replaces it"
		}
		return fmt.Sprintf("%s and %d more are there already: enter{accept} replaces them", first, files-1)
	},
	writing:       func(what string) string { return "writing " + what },
	writesAlready: "an export is under way: esc stops it",
	nothingMade:   "no line is made yet: ctrl+r makes them",
	withTitles:    func(file, titles string) string { return file + " and " + titles },
	wrote:         func(what, how string) string { return "wrote " + what + ": " + how },
	butNotes:      func(said string, notes []string) string { return said + "; " + strings.Join(notes, "; ") },
	allLines:      "a file of each line",
	linesIn:       func(files int, folder string) string { return count(files, "file", "files") + " in " + folder },
	wereThere:     func(files int) string { return count(files, "was", "were") + " there just so" },
}

var englishQueue = queueWords{
	queueBadge: func(n [doubted + 1]int) (said []paint.Phrase) {
		for i, what := range []string{"now", one(n[waiting], "waits", "wait"), "stuck", "to check"} {
			if n[i] > 0 {
				said = append(said, paint.Phrase{Full: strconv.Itoa(n[i]) + " " + what})
			}
		}
		return said
	},
	emptyQueue: func(lines bool) string {
		if !lines {
			return "There is no line yet: write the script first (g s{go-script})."
		}
		return "Nothing is made now, and nothing is stuck: ctrl+r makes what is missing or has changed."
	},
	speaking: "speaking",
	turn: func(nth int) string {
		switch nth {
		case 0:
			return "next"
		case 1:
			return "then"
		}
		return strconv.Itoa(nth + 1)
	},
	queueBill: func(characters int, price string, perMinute int) string {
		said := fmt.Sprintf("%d chars, %s", characters, price)
		if perMinute > 0 {
			said += fmt.Sprintf("; at most %d in a minute", perMinute)
		}
		return said
	},
	dueBill: func(lines, characters int, price string) string {
		return fmt.Sprintf("%d to make: %d chars, %s; ctrl+r makes them", lines, characters, price)
	},
	stopsKey:   paint.Phrase{Full: "esc stops after this one", Short: "esc stops"},
	lineKey:    paint.Phrase{Full: "enter{queue-cure} corrects it, or goes to the line", Short: "enter{queue-cure} to the line"},
	dropKey:    paint.Phrase{Full: "delete{queue-drop} takes it out", Short: "delete{queue-drop}"},
	notWaiting: "only a line that waits can be taken out",
	dropped:    func(line int) string { return fmt.Sprintf("line %d does not wait any more", line) },
	dividesIt:  "enter{queue-cure} divides it",
	writes:     func(marks []string) string { return "enter{queue-cure} writes " + strings.Join(marks, ", ") },
	mendedLine: func(line int) string { return fmt.Sprintf("line %d is corrected: ctrl+r makes it", line) },
}
