package plain

import (
	"fmt"

	"voicestudio/tts"
)

var scriptEnglish = scriptWords{
	to: "to until", usual: "usual off", lineNames: "between lines pause", paragraphNames: "paragraphs paragraph", trimNames: "trim", loudnessNames: "loudness", subtitleNames: "subtitles",
	hint:      "A number lets a line be heard, line and a number tells all of it; help lines tells the rest",
	paragraph: "begins a paragraph", otherWords: "of other words", otherSettings: "of other settings", elsewhere: "of another host", allMade: "All lines are made", chosen: "in the whole",
	joining: "joining lines", dividing: "dividing lines", removing: "taking a line out", paragraphs: "a paragraph", resetting: "a line's own settings", inserting: "another line", moving: "moving a line",
	pausing: "a pause", wholeDeed: "how the lines become one", beginning: "a new script", empty: "no words", noneLeft: "No line is left", noRemarks: "No line sounds unlike the rest",
	another:   "Another program keeps this script; this one goes on in a file of its own",
	wholeHint: "Write lines whole and between, paragraphs, trim, loudness or subtitles with a value",
	notRead:   func(why string) string { return "The script of last time cannot be read: " + why },
	notKept:   func(why string) string { return "the script cannot be kept: " + why },
	due: func(n int, price string) string {
		return count(n, "line") + " to be made, " + price + "; lines make makes them"
	},
	price: func(n, characters int, price string) string {
		return fmt.Sprintf("%s to be made, %s, %s; yes or no", count(n, "line"), count(characters, "character"), price)
	},
	line:     func(n, of int) string { return fmt.Sprintf("line %d of %d", n, of) },
	name:     func(n int) string { return fmt.Sprintf("line %d", n) },
	from:     func(n int) string { return fmt.Sprintf("from line %d on", n) },
	onlyHere: func(n int) string { return fmt.Sprintf("Only line %d has it so; line %d reset makes it as all", n, n) },
	making:   func(n int) string { return "Making " + count(n, "line") },
	wait:     func(n int) string { return count(n, "line") + " wait; lines make goes on" },
	takes:    func(n int) string { return count(n, "take") },
	leftOut:  func(n int) string { return count(n, "line") + " left out, not made yet" },
	count:    func(n int) string { return count(n, "line") },
	takesHint: func(n int) string {
		return fmt.Sprintf("A number lets one be heard; line %d choose and a number puts it into the whole", n)
	},
	progress: func(n, of int) string { return fmt.Sprintf("%d of %d lines made", n, of) },
	isChosen: func(n, line int) string { return fmt.Sprintf("Take %d of line %d is in the whole", n, line) },
	inList:   func(n, made int) string { return fmt.Sprintf("%s, %d made", count(n, "line"), made) },
	choosing: func(n int) string { return fmt.Sprintf("the take of line %d", n) },
	own: func(name, here, all string) string {
		switch {
		case here == "":
			return name + " is not set here; all have " + all
		case all == "":
			return name + " " + here + " here only"
		}
		return name + " " + here + " here; all have " + all
	},
	righting: func(word string) string { return "putting " + word + " right" },
	saidAs: func(word, by string, n int) string {
		return "In " + count(n, "line") + " " + word + " is spoken as " + by
	},
	written: func(word, by string, n int) string {
		if by == "" {
			return "From " + count(n, "line") + " " + word + " is taken out"
		}
		return "In " + count(n, "line") + " " + by + " is in the place of " + word
	},
	anew: func(n int, price string) string {
		return count(n, "take") + " to be made anew, " + price + "; lines make makes them"
	},
	since: func(said string) string { return "Since its take: " + said },
	pause: func(seconds float64, own bool) string {
		said := fmt.Sprintf("%.2f s of silence behind it", seconds)
		if !own {
			said += ", as usual"
		}
		return said
	},
	at:                func(n int, said string) string { return fmt.Sprintf("line %d: %s", n, said) },
	between:           func(x float64) string { return fmt.Sprintf("Between lines %.2f s", x) },
	betweenParagraphs: func(x float64) string { return fmt.Sprintf("Between paragraphs %.2f s", x) },
	loudness: func(x float64) string {
		if x == 0 {
			return "Loudness as it is"
		}
		return fmt.Sprintf("Loudness minus %g LUFS", -x)
	},
	trim: func(on bool) string {
		if on {
			return "Silence at the ends of takes is trimmed"
		}
		return "Silence at the ends of takes stays"
	},
	subtitles: func(form string) string {
		if form == "" {
			return "No subtitles are written"
		}
		return "Subtitles are written, too, as " + form
	},
	reading: func(name string) string { return "reading " + name },
	titles:  func(file string) string { return "Wrote the subtitles " + file },
	read:    func(name string, n int) string { return "Read " + name + ", " + count(n, "line") },
	filed:   func(n int, folder string) string { return "Wrote " + count(n, "file") + " in " + folder },
	replace: func(n int, folder string) string {
		return count(n, "such file") + " in " + folder + " already; yes replaces, no leaves"
	},
	none:        tts.Said{What: "there are no lines yet", Cure: "lines read FILE reads some, text and type write them"},
	which:       tts.Said{What: "which line is not said", Cure: "write its number; lines lists them"},
	noneMade:    tts.Said{What: "no line is made yet", Cure: "lines make makes them"},
	noJoin:      tts.Said{What: "there is no line behind it that it could be joined with"},
	noDivide:    tts.Said{What: "there is only one sentence in it"},
	noParagraph: tts.Said{What: "the first line always begins a paragraph"},
	notOwn:      tts.Said{What: "it is as all lines are already"},
	moveForm:    tts.Said{What: "move needs the number where the line goes", Cure: "write line 5 move to 2"},
	noPause:     tts.Said{What: "there is no line behind it"},
	pauseForm:   tts.Said{What: "the pause is a number of seconds", Cure: "write line 2 pause 0.8, or line 2 pause usual"},
	wholeForm:   tts.Said{What: "that cannot be set", Cure: "write lines whole between 0.3, paragraphs 0.8, trim on or off, loudness -16 or off, subtitles srt, vtt or off"},
	readForm:    tts.Said{What: "a file is needed", Cure: "write lines read chapter.txt"},
	exportForm:  tts.Said{What: "a file is needed", Cure: "write lines export chapter.wav"},
	filesForm:   tts.Said{What: "a folder is needed", Cure: "write lines files FOLDER, or FOLDER/{n}-{text}.wav"},
	noOthers:    tts.Said{What: "no other script is kept", Cure: "lines new begins one"},
	noneHas: func(words string) tts.Said {
		return tts.Said{What: fmt.Sprintf("no line has %q", words), Cure: "lines lists them all"}
	},
	notOfLine: func(name string) tts.Said {
		return tts.Said{What: name + " is not about one line", Cure: "help line tells what is"}
	},
	out: func(n, of int) tts.Said {
		return tts.Said{What: fmt.Sprintf("there is no line %d", n), Cure: fmt.Sprintf("choose 1 to %d", of)}
	},
	chooseForm: func(n, of int) tts.Said {
		return tts.Said{What: fmt.Sprintf("line %d has %s", n, count(of, "take")), Cure: fmt.Sprintf("write line %d choose and the number of one; line %d takes lists them", n, n)}
	},
	noTake: func(n int) tts.Said {
		return tts.Said{What: fmt.Sprintf("line %d is not made yet", n), Cure: fmt.Sprintf("line %d again makes it", n)}
	},
}

var helpScriptEnglish = map[string]about{
	"lines":           {"[WORDS]", "lists the words as lines, each of which is spoken by itself and has takes of its own; a number lets one be heard."},
	"lines make":      {"[NUMBERS]", "makes the lines that are missing or changed; says the price first. NUMBERS are as in 3 5 or 3 to 7."},
	"lines play":      {"[NUMBER]", "plays the lines from one on as one sound."},
	"lines read":      {"FILE", "reads a text, Markdown, subtitles, a table or a script; undo brings back what was there."},
	"lines export":    {"FILE", "writes all lines as one sound: .wav, .flac, .mp3."},
	"lines files":     {"FOLDER or FOLDER/{n}-{text}.wav", "writes each line as a file."},
	"lines whole":     {"[between, paragraphs, trim, loudness or subtitles, and a value]", "says or sets how lines become one sound."},
	"lines pronounce": {"WORD as SPOKEN", "has a word spoken in another way in all lines, and says which takes that changes."},
	"lines replace":   {"OLD with NEW", "writes a word in the place of another in all lines."},
	"lines sentences": {"", "makes a line of each sentence."},
	"lines remarks":   {"", "says which lines sound unlike the rest."},
	"lines open":      {"", "lists the other scripts that are kept; a number opens one."},
	"lines new":       {"", "begins an empty script; this one is kept."},

	"line":           {"NUMBER [SETTING VALUE]", "says all of a line, or sets something for it alone: line 3 speed 1.2, line 3 voice Wise_Woman, line 3 text OTHER WORDS. Without a number it is the one that sounds."},
	"line play":      {"NUMBER", "lets it be heard alone."},
	"line again":     {"NUMBER", "makes another take of it, and lets that be heard."},
	"line takes":     {"NUMBER", "lists its takes, the oldest first."},
	"line choose":    {"NUMBER TAKE", "puts one of its takes into the whole."},
	"line reset":     {"NUMBER", "gives it the settings of all again."},
	"line pause":     {"NUMBER SECONDS or usual", "is the silence behind it."},
	"line paragraph": {"NUMBER", "begins a paragraph with it, or lets it go on."},
	"line add":       {"NUMBER WORDS", "puts another line behind it."},
	"line join":      {"NUMBER", "makes one line of it and the next."},
	"line divide":    {"NUMBER", "makes a line of each of its sentences."},
	"line move":      {"NUMBER to NUMBER", "puts it where another one is."},
	"line delete":    {"NUMBER", "takes it out; its takes stay on disk, undo brings it back."},
}
