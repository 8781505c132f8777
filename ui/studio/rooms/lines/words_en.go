package lines

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"voicestudio/ui/narration"
	"voicestudio/ui/session"
)

var english = words{
	listWords: listWords{
		none:     "there is no line yet: write the script first (g s{go-script})",
		noTake:   "there is no take of this line yet: ctrl+r makes it",
		theLines: "the lines",
		howTo: []string{
			"Here the script stands line by line: each is spoken by itself, has its own takes, and can be made again alone.",
			"Write or paste it in Script (g s{go-script}): every row is a line, a blank row begins a paragraph. O{lines-read} reads a text, Markdown, SRT or CSV file.",
		},
		lines: func(lines, due int) string {
			if due == 0 {
				return count(lines, "line", "lines")
			}
			return count(lines, "line", "lines") + " · " + strconv.Itoa(due) + " to make"
		},
		lineOf:   func(n int) string { return fmt.Sprintf("line %d", n) },
		fromLine: func(n int) string { return fmt.Sprintf("from line %d on", n) },
		atLine:   func(n int, what string) string { return fmt.Sprintf("line %d: %s", n, what) },
		pause:    func(seconds float64) string { return "⟨" + strconv.FormatFloat(seconds, 'f', -1, 64) + " s⟩" },
		state: map[narration.State]string{
			narration.Missing: "to make", narration.Current: "made", narration.Words: "words changed",
			narration.Settings: "settings changed", narration.Elsewhere: "made elsewhere", narration.Refused: "refused",
		},
		was:    "was  ",
		takes:  func(n int) string { return count(n, "take", "takes") },
		chosen: func(n, of int) string { return fmt.Sprintf("★%d of %d", n, of) },
		asked:  "asked", coming: "coming", waits: "waits",
		changed: func(what []string) string {
			if len(what) == 1 {
				return what[0]
			}
			return "settings changed"
		},
		length: func(d time.Duration, all bool) string {
			if all {
				return "whole " + session.Clock(d)
			}
			return "so far " + session.Clock(d)
		},
		current: func(current, of int) string { return fmt.Sprintf("%d of %d current", current, of) },
		due: func(lines, characters int, price string) string {
			return fmt.Sprintf("%d to make: %d chars, %s", lines, characters, price)
		},
		stuckLines: func(n int) string { return fmt.Sprintf("%d stuck", n) },
		onlyStuck: func(n int) string {
			return "nothing else is to be made; " + count(n, "line", "lines") + " cannot be made as " + strings.ToLower(one(n, "it is", "they are"))
		},
		allMade: "all lines are made; alt+r makes the one under the cursor again",
		nothing: "there is nothing to change so",
	},
	makingWords: makingWords{
		makingOf: func(at, of, waiting int) string {
			if waiting == 0 {
				return fmt.Sprintf("making line %d of %d", at, of)
			}
			return fmt.Sprintf("making line %d of %d; %d more wait", at, of, waiting)
		},
		lastOnes: func(at, of int) string { return fmt.Sprintf("making line %d of %d, the last", at, of) },
		madeAll: func(made, failed int) string {
			if failed == 0 {
				return count(made, "line was", "lines were") + " made"
			}
			return count(made, "line was", "lines were") + " made, " + strconv.Itoa(failed) + " could not be"
		},
		waitsStill: func(n int) string { return count(n, "line waits", "lines wait") + " still to be made: ctrl+r goes on" },
		free:       "free",
		unknown:    "price not known",
		atLeast:    func(price string) string { return "at least " + price },
	},
	editWords: editWords{
		deeds: deeds{join: "joining lines", divide: "dividing the line", before: "dividing the line", sentences: "dividing into sentences", move: "moving the line", remove: "taking the line out",
			paragraph: "the paragraph", pause: "the pause", usual: "the pause", rewrite: "the words of the line", asAll: "settings of the line", choose: "choosing a take"},
		cannot: deeds{join: "there is no line behind it, or both together are longer than hosts take", divide: "it is one sentence: i{line-words} walks through its words, /{word-divide} divides it before one", before: "before the first word there is nothing to divide",
			sentences: "every line is one sentence already", move: "there is no line on that side", remove: "there is no line", paragraph: "the first line always begins a paragraph",
			pause: "behind the last line there is no pause", usual: "the pause is the usual one", rewrite: "nothing was written", asAll: "the line is as all are", choose: "it is in the whole already"},
		rewriteTitle: func(n int) string { return fmt.Sprintf("Words of line %d", n) },
		notOwn:       "the line has no settings of its own: o{line-only} changes settings of this line only",
		onlyLine:     func(n int) string { return fmt.Sprintf("line %d only", n) },
	},
	spokenWords:  englishSpoken,
	rightWords:   englishRight,
	takeWords:    englishTakes,
	settingWords: englishSettings,
	wholeWords:   englishWhole,
	exportWords:  englishExport,
	queueWords:   englishQueue,
	fileWords: fileWords{
		notRead: func(why string) string {
			return "the lines of the script could not be read, and stay as they are: " + why
		},
		notKept:    func(why string) string { return "the lines of the script cannot be kept: " + why },
		fileTitle:  "Read a script",
		fileHint:   "a text, Markdown, SRT, VTT, CSV or a script; tab{complete-path} completes, enter{accept} reads it, undo brings back what is here",
		noPath:     "no file is named",
		tooLarge:   func(megabytes int) string { return fmt.Sprintf("the file is larger than %d MB", megabytes) },
		read:       func(name string, lines int) string { return name + " was read: " + count(lines, "line", "lines") },
		theScripts: "Scripts", scriptsHint: "enter{accept} opens it; the one that is here is kept",
		noScripts: "no other script is kept", noWords: "without words",
		kept: func(lines, made int) string {
			return count(lines, "line", "lines") + ", " + strconv.Itoa(made) + " with a take"
		},
		another: "another studio works at this script, so this one goes on in a copy of its own",
		setAside: func(why string) string {
			return "the script goes on in a copy of its own, since its file stays as it is now: " + why
		},
	},
}

func count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return strconv.Itoa(n) + " " + many
}

func one(n int, one, many string) string {
	if n == 1 {
		return one
	}
	return many
}
