package listen

import (
	"fmt"
	"strings"
	"time"

	"voicestudio/tts"
	"voicestudio/ui/studio/paint"
)

var englishSound = soundWords{
	empty:    "press ctrl+r to speak the script",
	blind:    "nothing tells which one sounds",
	begins:   "it sounds as soon as something comes",
	unplayed: func(format string) string { return format + " is kept, but cannot be played here" },
	firstSound: func(after time.Duration) paint.Phrase {
		took := fmt.Sprintf("%d ms", after.Milliseconds())
		if after >= 2*time.Second {
			took = fmt.Sprintf("%.1f s", after.Seconds())
		}
		return paint.Phrase{Full: "first sound " + took, Short: "sound " + took}
	},
	underruns: func(n int) string { return counted(n, "underrun") },
	speed: func(times float64) string {
		if times >= 10 {
			return fmt.Sprintf("%.0f× real time", times)
		}
		return fmt.Sprintf("%.2f× real time", times)
	},
	cached:   paint.Phrase{Full: "from disk, free; alt+r makes another take", Short: "from disk, free"},
	unbilled: func(cost string) paint.Phrase { return paint.Phrase{Full: "characters unknown, " + cost, Short: cost} },
	charactersFree: func(n int) paint.Phrase {
		return paint.Phrase{Full: counted(n, "character") + ", free", Short: "free"}
	},
	charactersFor: func(n int, cost string) paint.Phrase {
		return paint.Phrase{Full: counted(n, "character") + " billed, " + cost, Short: cost}
	},
	take: func(number int) paint.Phrase {
		return paint.Phrase{Full: fmt.Sprintf("take %d, from disk, free", number), Short: fmt.Sprintf("take %d, free", number)}
	},
	matched:       "levels matched",
	unmatched:     "levels as they are",
	sameWord:      "at the same word",
	byLength:      "same place by length",
	arriving:      "arriving",
	noTake:        "nothing has been spoken yet; ctrl+r speaks",
	again:         "another take is made already",
	asked:         "this has been asked for already; esc stops it",
	paused:        "this is being spoken, and paused: f7 goes on; alt+r makes another take",
	arrives:       "this arrives already; alt+r makes another take",
	spoken:        "this is being spoken already; alt+r makes another take",
	notKept:       func(why string) string { return "the take could not be kept: " + why },
	audible:       "there is sound now",
	notHeard:      func(file string) string { return "not heard; the take is " + file },
	notHeardSince: func(why, file string) string { return "not heard, " + why + "; the take is " + file },
	unplayable:    func(why string) string { return "not all that came can be played: " + why },
	speakAgain:    "alt+r speaks it again",
	askingAgain:   func(seconds float64) string { return fmt.Sprintf("asking again in %.0f s", seconds) },
	waitingFor:    func(d time.Duration) string { return fmt.Sprintf("waiting for the host · %d s", int(d.Seconds())) },
}

var englishListen = listenWords{
	volume: func(db string) string {
		return fmt.Sprintf("listening at %s dB; the voice's own volume is in Voice", db)
	},
	tempo: func(times float64) string {
		return fmt.Sprintf("listening at %.2f×, at its own pitch; the voice's own speed is in Voice", times)
	},
	on:         "sound is on",
	off:        "muted; m{mute-sound} turns the sound on",
	muted:      "muted",
	loopBegins: "the loop begins here; o{loop-to} ends it",
	loopEnds:   "no loop any more",
	loops: func(from, to string) string {
		return fmt.Sprintf("%s to %s repeats; o{loop-to} lets it go on", from, to)
	},
}

var englishTakes = takeWords{
	empty:      "every ctrl+r makes a take",
	kept:       "nothing heard is lost",
	Take:       func(number int) string { return fmt.Sprintf("take %d", number) },
	sideA:      func(take string) string { return take + ", the A of A│B" },
	sideB:      func(take string) string { return take + ", the B of A│B" },
	same:       "the same again",
	notListed:  func(why string) string { return "the takes cannot be listed: " + why },
	cannotPlay: func(why string) string { return "the take cannot be played: " + why },
	notWhole:   func(take string) string { return take + " is cut: only a whole take can be compared" },
	unplayable: func(take, format, file string) string {
		return take + " is " + format + ", which is kept but cannot be played here; play the file " + file + " with another program, or speak it with audio_setting.format mp3"
	},
	none:    "there is no take yet; ctrl+r makes one",
	notKept: "this take could not be kept",
	gone:    "the take is gone",
	deleted: func(take string) string { return "deleted " + take + "; u{undo-letter} brings it back" },
	held: func(auditions []string) string {
		if len(auditions) == 0 {
			return ""
		}
		return "; it is on the bench of " + strings.Join(auditions, ", ")
	},
	back:     func(take string) string { return take + " is back" },
	restored: func(take string) string { return "words and settings are those of " + take + "; u{undo-letter} undoes" },
	starred:  func(take string) string { return take + " has a star, and is never removed by itself" },
	starless: func(take string) string { return take + " has no star any more" },
	note:     func(take string) string { return "Note on " + take },
	noteHint: "enter{accept} keeps it; a noted take is never removed by itself",
	tag:      func(take string) string { return "Tags of " + take },
	tagHint:  "blanks or commas between, enter{accept} keeps them; a tagged take is never removed by itself",
	filters:  [foundTakes]string{"all", "starred", "this script", "this preset"},
	all:      func(n int) string { return fmt.Sprintf("all · %d", n) },
	of:       func(filter string, n, all int) string { return fmt.Sprintf("%s · %d of %d", filter, n, all) },
	some:     func(filter string, n int) string { return fmt.Sprintf("%s · %d", filter, n) },
	hidden:   "hidden until it is decided; b{bench-blind} on the bench tells",
	noneFits: "no take fits the filter; f{filter-takes} shows all",
	find:     "Show takes with",
	findHint: "words of the script, a note, #tag, voice or setting; nothing shows all",
	export:   func(take string) string { return "Export " + take },
	notAFile: func(path string) tts.Said { return tts.Said{What: path + " is a folder", Cure: "name a file in it"} },
	noFolder: func(path string) tts.Said {
		return tts.Said{What: "there is no folder " + path, Cure: "name another one"}
	},
	withTitles:  func(file, titles string) string { return file + " and " + titles },
	spokenAgain: func(cost string) string { return "spoken again for them, " + cost },
	another:     tts.Said{What: "another take is still being spoken for its subtitles", Cure: "wait for it, or stop it with esc behind this"},
	speaking:    "speaking it once more, for the subtitles…",
	writing:     func(file string) string { return "writing " + file + "…" },
	wrote:       func(file, what string) string { return "wrote " + file + ": " + what },
	came: func(takes int) string {
		if takes == 1 {
			return "a take was made outside this studio: it is in Takes"
		}
		return fmt.Sprintf("%d takes were made outside this studio: they are in Takes", takes)
	},
	news: func(takes int) string {
		if takes == 1 {
			return "1 new take"
		}
		return fmt.Sprintf("%d new takes", takes)
	},
	noNews: "no take was made outside this studio",
	day: func(ago int, day time.Time) string {
		switch {
		case ago == 0:
			return "today"
		case ago == 1:
			return "yesterday"
		case ago > 1 && ago < 7:
			return day.Format("Monday")
		}
		return day.Format("2 January 2006")
	},
	copied: func(take, path string) string { return "copied the path of " + take + ": " + path },
}

var englishCompare = compareWords{
	title:     "Compare",
	switches:  "switches, same place",
	switchKey: "x{compare-letter}", takeKey: "r{restore-take}", voteKey: "v{vote-take}",
	takes:  func(side string) string { return "takes what sounds: " + side },
	host:   "host",
	words:  "words",
	levels: "levels",
	unset:  "–",
	marked: func(take, side string) string {
		return take + " is " + side + "; x{compare-letter} switches between A and B"
	},
	markedFirst: func(take, side string) string {
		return take + " is " + side + "; mark the other one, then x{compare-letter} switches"
	},
	rest:        "the rest is the same",
	markBoth:    "mark two takes with a{mark-a} and b{mark-b} in Takes; then x{compare-letter} switches between them",
	markA:       "mark the other take with a{mark-a} in Takes",
	markB:       "mark the other take with b{mark-b} in Takes",
	voted:       func(take string) string { return take + " has your vote, and a star; r{restore-take} restores it" },
	votedBefore: func(take string) string { return take + " has a star already" },
	hearFirst:   "x{compare-letter} switches between A and B; then v{vote-take} votes for what sounds",
	votes:       func(side string) string { return "votes for what sounds: " + side },
	same:        "nothing differs",
	sideB:       "B: ",
	alike:       "hardly told from A by ear",
}

// counted is a number of things: "1 underrun", "2 underruns".
func counted(n int, what string) string {
	if n != 1 {
		return fmt.Sprintf("%d %ss", n, what)
	}
	return fmt.Sprintf("%d %s", n, what)
}

// englishRoom is what the takes and the sound say in English.
var englishRoom = words{sound: englishSound, listen: englishListen, Takes: englishTakes, compare: englishCompare, card: englishCard, timing: englishTiming, Hearing: englishHearing}
