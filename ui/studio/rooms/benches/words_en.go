package benches

import (
	"fmt"
	"time"

	"voicestudio/presets/audition"
)

var english = words{mix: englishMix, ladder: englishLadder, pad: englishPad, PresetKey: "ctrl+k puts the preset under the cursor on the bench", benchWords: benchWords{
	columns: columnWords{label: "on the bench", what: "what", sound: "sound", length: "length", level: "level"},
	what: map[audition.Kind]string{audition.Voice: "voice", audition.Preset: "preset", audition.Take: "take", audition.Settings: "settings of now",
		audition.Other: "other model", audition.Step: "step of a ladder"},
	otherHost:   "other host",
	presetIn:    func(folder string) string { return "preset, " + folder },
	ready:       func(n, of int) string { return fmt.Sprintf("%d of %d ready", n, of) },
	sortedBy:    map[string]string{"stars": "sorted by ★", "name": "sorted by name", "level": "loudest first"},
	only:        "only ★",
	byLot:       "names hidden, order by lot",
	page:        func(at, of int) string { return fmt.Sprintf("page %d of %d", at, of) },
	addMore:     "a voice, a preset, a take, the settings of now",
	empty:       "nothing is on the bench yet",
	howToPut:    "+{bench-add} puts something on it; so do ctrl+k in the list of voices and in the presets, and c{take-on-bench} in Takes",
	faultCure:   "a{benches} opens another one; nothing in that file was changed",
	noneStarred: "none has a star; o{only-starred} shows all again",
	noStars:     "none has a star yet: s{star-candidate} gives one",
	line:        "line",
	lineKey: func(n int) string {
		if n == 1 {
			return "t{bench-line} types another line"
		}
		return fmt.Sprintf("t{bench-line} types another line for all %d", n)
	},
	between:        func() string { return " " },
	matched:        "One line, one place, levels matched to −18 LUFS.",
	digits:         "1-9 switch at once.",
	unmatched:      "One line, one place; levels are left as they are, because volume is what differs.",
	unmatchedShort: "Volume is what differs: levels are left as they are.",
	makes: func(n int, price string) string {
		if n == 1 {
			return "One is not made yet: " + price + "; enter{take-candidate} makes it."
		}
		return fmt.Sprintf("%d are not made yet: %s; m{make-candidates} makes them.", n, price)
	},
	notMadeYet: func(price string) string { return "Not made yet: " + price + "; enter{take-candidate} makes it." },
	makesAll:   func(n int, price string) string { return fmt.Sprintf("m{make-candidates} makes all %d: %s.", n, price) },
	beingMade:  "making it",
	again:      "enter{take-candidate} tries again",
	againFor:   func(price string) string { return "enter{take-candidate} tries again: " + price },
	cut:        "cut",
	comes:      "it comes",
	missing:    "not made yet",
	hiddenName: "· · ·",
	failed:     "it could not be made",
	candidate:  func(n, of int) string { return fmt.Sprintf("%d of %d", n, of) },
	titled:     func(n int, label string) string { return fmt.Sprintf("%d · %s", n, label) },
	isMade:     func(n int) string { return fmt.Sprintf("%d is being made; it is heard as soon as it comes", n) },
	notMade:    func(n int) string { return fmt.Sprintf("%d is not made yet", n) },
	allMade:    "all that can be made is there",
	makeFirst:  "it is not made yet: m{make-candidates} makes all that is missing",
	offer: func(n int, price string) string {
		return fmt.Sprintf("m{make-candidates} makes %d: %s; m{make-candidates} again sends them", n, price)
	},
	enterMakes: func(n int, price string) string {
		return fmt.Sprintf("%d is not made yet: enter{take-candidate} makes it, %s", n, price)
	},
	tryAgain: func(n int, why string) string {
		return fmt.Sprintf("%d failed: %s; enter{take-candidate} tries again", n, why)
	},
	noRow:      func(n, of int) string { return fmt.Sprintf("there is no %d: %d are on this page", n, of) },
	takingOver: func(label string) string { return "taking over " + label },
	takenOver: func(n int, label, host string) string {
		said := fmt.Sprintf("the settings are those of %d, %s", n, label)
		if host != "" {
			said += ", which was made by " + host
		}
		return said + "; u{undo-letter} goes back"
	},
	starring:  func(label string) string { return "the stars of " + label },
	noting:    func(label string) string { return "the note on " + label },
	takingOut: func(label string) string { return "taking out " + label },
	out:       func(label string) string { return label + " is out; u{undo-letter} brings it back" },
	noteOn:    func(label string) string { return "Note on " + label },
	noteHint:  "enter{accept} keeps it",
	lineTitle: "Another line for all",
	lineHint:  "enter{accept} makes it the line of this bench",
	lineSet:   "that is the line now; m{make-candidates} makes what is missing",
	linePrice: func(n int, price string) string {
		return fmt.Sprintf("enter{accept} sends nothing yet; to make it for all %d: %s", n, price)
	},
	loops:      "it repeats; l{loop-bench} lets it go on",
	hidden:     "names, lengths and levels are hidden until b{bench-blind} tells; the order is by lot",
	hiddenBut:  "hidden until b{bench-blind} tells; what is not made yet is known by that until m{make-candidates} makes it",
	drawnAnew:  "all are there now, and the order is drawn anew",
	whileBlind: "it would tell which is which: b{bench-blind} shows the names",
	decided: func(best string) string {
		if best == "" {
			return "decided: the names are back"
		}
		return "decided: the names are back; " + best + " has the most stars"
	},
}, addWords: addWords{
	addTitle: "Put on the bench",
	addHint:  "enter{accept} chooses",
	pickHint: "enter{accept} puts it on the bench",
	adds: []addWay{
		{"a voice…", "from the list, with the settings of now", "bench-voice"},
		{"a preset…", "ctrl+k there puts one on the bench", "bench-preset"},
		{"a take…", "one of the latest", "bench-take"},
		{"the settings of now", "", "bench-settings"},
		{"another model…", "for the row under the cursor", "bench-model"},
		{"another host…", "for the row under the cursor", "bench-host"},
	},
	putting: func(label string) string { return "putting " + label + " on the bench" },
	put:     func(label string, n int) string { return fmt.Sprintf("%s is on the bench as %d", label, n) },
	putAway: func(label string, n int) string {
		return fmt.Sprintf("%s is on the bench as %d; g c{go-bench} goes there", label, n)
	},
	alreadyBlind: "it is on the bench already",
	onBlind:      "it is on the bench, at a place by lot",
	already:      func(label string, n int) string { return fmt.Sprintf("%s is on the bench already, as %d", label, n) },
	takeLabel:    func(take, brief string) string { return take + ": " + brief },
	otherWords: func(label string) string {
		return label + " says other words than the bench: its settings can be made for this line"
	},
	takeTitle:  "Put a take on the bench",
	modelTitle: func(label string) string { return label + " by another model" },
	hostTitle:  func(label string) string { return label + " by another host" },
	thisModel:  "it is spoken by this one",
	thisHost:   "it is spoken there",
}, fileWords: fileWords{
	benches:      "the benches",
	benchesTitle: "Benches",
	benchesHint:  "enter{accept} opens one",
	newBench:     "a new bench…",
	newHint:      "its name; the line is that of this bench",
	renameBench:  "another name for this bench…",
	renameHint:   "enter{accept} renames it",
	removeBench:  func(name string) string { return "remove " + name },
	removing:     func(name string) string { return "removing the bench " + name },
	candidates: func(n int) string {
		if n == 1 {
			return "1 candidate"
		}
		return fmt.Sprintf("%d candidates", n)
	},
	thisOne:    "this one",
	cannotOpen: "cannot be opened",
	benchName:  func(at time.Time, text string) string { return at.Format("2 Jan 15:04") + " " + text },
	change:     "a change of the bench",
	gone:       func(name string) string { return "the bench " + name + " is not there any more" },
	otherBench: func(name string) string { return "that was on the bench " + name + ", which is not open" },
	renamed:    func(name string) string { return "the bench is called " + name },
	removed:    func(name string) string { return name + " is in the trash; u{undo-letter} brings it back" },
	isBack:     func(name string) string { return "the bench " + name + " is back" },
}, duels: englishDuels, listeners: englishListeners}
