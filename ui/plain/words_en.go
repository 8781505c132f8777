package plain

import (
	"fmt"
	"regexp"
	"strings"
	"time"

	"voicestudio/tts"
)

var english = words{
	greeting:  "Voice studio, line by line; help lists the commands, quit leaves",
	leave:     "Nothing sounds; control C once more leaves",
	prompt:    "> ",
	noPrompt:  "There is no prompt any more; prompt on brings it back",
	aPrompt:   "There is a prompt",
	noErrors:  "There was no error",
	fullStop:  ".",
	comma:     ", ",
	semicolon: "; ",
	semitones: " semitones",
	spoken:    spokenEnglish,
	names:     func(string) []string { return nil },

	help: helpEnglish,
	usage: usageWords{
		atLine: func(n int, said string) string { return fmt.Sprintf("Line %d: %s", n, said) },
		noCommand: func(word, near string) tts.Said {
			said := tts.Said{What: fmt.Sprintf("there is no command %q", word), Cure: "help lists them"}
			if near != "" {
				said.Cure = "did you mean " + near + "?"
			}
			return said
		},
		several: func(word string, names []string) tts.Said {
			return tts.Said{What: fmt.Sprintf("%q can mean %s", word, listed(names)), Cure: "write more of it"}
		},
		notANumber: func(word string) tts.Said {
			return tts.Said{What: fmt.Sprintf("%q is not a number that fits here", word)}
		},
		notUTF8: tts.Said{What: "the line is not text in UTF-8", Cure: "save it as UTF-8"},
		tooLong: tts.Said{What: "the line is too long", Cure: "a script may have 9,999 characters"},
	},
	ask: askWords{
		yes: "yes y ok", no: "no n", always: "always", once: "once", raise: "raise", unpriced: "unpriced", mine: "mine", theirs: "theirs", both: "both",
		notDone:    "Nothing was done",
		notSent:    "Nothing was sent",
		unanswered: tts.Said{What: "the question had no answer, and nothing was done", Cure: "write the answer on the next line"},
		nothing:    tts.Said{What: "nothing is asked"},
		price: func(host, price string, characters int, capped bool) string {
			always := "always"
			if capped {
				always += " (up to the cap)"
			}
			return fmt.Sprintf("%s asks %s for %s; yes sends it, no does not, %s sends without asking until you leave", host, price, count(characters, "character"), always)
		},
		rows: func(n int, price string) string {
			return fmt.Sprintf("%s to be made, %s; yes or no", count(n, "clip"), price)
		},
		cap: func(to string) string {
			if to == "" {
				return "once sends this one, unpriced sends what has no known price from now on, no sends nothing"
			}
			return "once sends this one, raise makes the cap " + to + ", no sends nothing"
		},
		replace: func(file string) string { return file + " is there already; yes replaces it, no leaves it" },
	},
	lists: listWords{
		point: ". ", chooses: "A number chooses", notMadeYet: "not made yet",
		more: func(left int) string { return fmt.Sprintf("%d more; more lists them", left) },
		none: func(n int) tts.Said {
			return tts.Said{What: fmt.Sprintf("there is no list that %d could answer", n), Cure: "list something first: voices, takes, presets, hosts, bench"}
		},
		out: func(n, of int) tts.Said {
			return tts.Said{What: fmt.Sprintf("there is no number %d", n), Cure: fmt.Sprintf("choose 1 to %d", of)}
		},
		noMore:    tts.Said{What: "there is no more"},
		noneHeard: tts.Said{What: "nothing is listed that could be heard", Cure: "list something first: voices, takes, presets, bench, lines"},
		notMade:   tts.Said{What: "it is not made yet", Cure: "bench make makes what is missing"},
	},
	text: textWords{
		deed: "typing", none: "There are no words yet; text and what is to be spoken sets them",
		typing:   "The lines that follow are the words, up to a line that is only a dot",
		notTaken: "The lines were not taken",
		areWords: "That is no command; yes makes it the words, no leaves them",
		with:     "with by",
		counted:  func(n int, price string) string { return count(n, "character") + ", " + price },
		draft:    func(text string) string { return "The words of last time: " + text },
		empty:    func(text string) string { return "There are no words yet; speak says: " + text },
		fine:     func(host string) string { return host + " takes the words and settings as they are" },
		replaced: func(n int) string { return "Replaced " + times(n) },
		nothing: func(command string) tts.Said {
			if command == "read" {
				return tts.Said{What: "read needs a file", Cure: "write read and its name"}
			}
			return tts.Said{What: command + " needs some words behind it"}
		},
		notThere: func(what string) tts.Said {
			return tts.Said{What: fmt.Sprintf("the words have no %q", what), Cure: "show lists them"}
		},
		cannotEdit: func(why string) tts.Said {
			return tts.Said{What: "the words cannot be edited: " + why, Cure: "set EDITOR to a program that is there, or use type"}
		},
		notAFile: func(file string) tts.Said {
			return tts.Said{What: file + " is no file that can be used here", Cure: "name another one"}
		},
		cannotRead: func(file, why string) tts.Said {
			return tts.Said{What: file + " cannot be read: " + why, Cure: "check its name"}
		},
		replaceForm: tts.Said{What: "replace needs what is there and what takes its place", Cure: "write replace OLD with NEW"},
		noEditor:    tts.Said{What: "there is no terminal for an editor", Cure: "use text, type or read"},
	},
	draft: draftWords{
		opening: "another draft", noOthers: tts.Said{What: "no other draft is left"},
		others:     func(n int) string { return count(n, "other draft") + " of other programs left" },
		aside:      func(file string) string { return "The draft of last time cannot be read; it is in " + file + " now" },
		notKept:    func(why string) string { return "the draft cannot be kept: " + why },
		another:    func(file string) string { return "Another program keeps the draft; this one goes on in " + file },
		unreadable: func(file, why string) string { return "the draft " + file + " cannot be read: " + why },
	},
	settings: settingsEnglish,
	voices: voiceWords{
		favourites: "favourites favorites favourite", mine: "mine own", preset: "preset",
		deed: "voice", hint: "A number chooses; hear and a number lets one be heard",
		genders: map[string]string{"female": "female", "male": "male"},
		count:   func(n int) string { return count(n, "voice") },
		own: func(n int) string {
			return "The account has " + count(n, "voice") + " of its own; voices mine lists them"
		},
		several:  func(word string, n int) string { return fmt.Sprintf("%q fits %d voices", word, n) },
		unlisted: func(id string) string { return "No list has " + id + "; it is sent as it is, as a cloned voice" },
		noOwn:    func(why string) string { return "the account's own voices cannot be listed: " + why },
		favoured: func(name string, on bool) string {
			if on {
				return name + " is a favourite"
			}
			return name + " is no favourite any more"
		},
		none: func(words string) tts.Said {
			if words == "" {
				return tts.Said{What: "there is none yet"}
			}
			return tts.Said{What: fmt.Sprintf("no voice has %q", words), Cure: "try a language, female, male, or a part of a name"}
		},
		noNumber: func(n int) tts.Said {
			return tts.Said{What: fmt.Sprintf("no list of voices has a number %d", n), Cure: "voices lists them"}
		},
		unknown: func(word, near string) tts.Said {
			said := tts.Said{What: fmt.Sprintf("there is no voice %q", word), Cure: "voices and a word finds some"}
			if near != "" {
				said.Cure = "did you mean " + near + "?"
			}
			return said
		},
		which:     tts.Said{What: "which voice is not said", Cure: "write its name, or its number in the list"},
		chooseOne: tts.Said{What: "several voices fit", Cure: "write more of the name"},
		notKept:   tts.Said{What: "favourites cannot be kept here"},
	},
	blend: blendWords{
		and: "and with plus", deed: "blend", empty: "No voice speaks", same: "It is so already",
		how:  "Blend and two to four voices with their weights mixes them, as in: blend Graceful_Lady 60 Wise_Woman 40",
		hint: "Weight, mute, solo, lock and remove take such a number",
		one:  func(name string) string { return name + " speaks" },
		row: func(n int, name string, weight, share int, muted, solo, locked bool) string {
			return fmt.Sprintf("%d %s", n, shareEnglish(name, weight, share, muted, solo, locked))
		},
		share: shareEnglish,
		weight: func(n int) tts.Said {
			return tts.Said{What: fmt.Sprintf("a weight of %d is not possible", n), Cure: "choose a whole number from 1 to 100"}
		},
		full: func(most int) tts.Said {
			return tts.Said{What: fmt.Sprintf("a blend has %d voices at most", most), Cure: "take one out with blend remove"}
		},
		twice: func(name string) tts.Said {
			return tts.Said{What: name + " is in the blend already", Cure: "change its weight"}
		},
		out: func(n, of int) tts.Said {
			return tts.Said{What: fmt.Sprintf("the blend has no voice %d", n), Cure: fmt.Sprintf("it has %d", of)}
		},
		form:      tts.Said{What: "each voice of a blend needs its weight", Cure: "write blend NAME 60 NAME 40"},
		last:      tts.Said{What: "the last voice stays", Cure: "choose another with voice"},
		which:     tts.Said{What: "which voice of the blend is not clear", Cure: "use its number; blend lists them"},
		weighForm: tts.Said{What: "weight needs a voice and a number from 1 to 100", Cure: "write weight 2 40"},
		alone:     tts.Said{What: "one voice speaks alone", Cure: "blend add and a name puts a second beside it"},
		locked:    tts.Said{What: "the weight is locked", Cure: "lock and its number lets it go"},
		swapForm:  tts.Said{What: "swap needs two voices", Cure: "write swap 1 2"},
	},
	marks: marksEnglish, script: scriptEnglish, listeners: listenersEnglish,
	mixes: mixesEnglish, ladder: ladderEnglish, pad: padEnglish,
	host: hostWords{
		speaks: "speaks now", noCap: "No cap is set; cap 1 USD asks once the session has cost one dollar",
		now:      func(host, price string) string { return "Host " + host + ", " + price },
		keyThere: func(key, host string) string { return key + " is set; host " + host + " speaks with the real voices" },
		gains:    func(field, effect string) string { return field + " would be " + effect },
		loses:    func(field, effect string) string { return field + " would not be " + effect + " any more" },
		at:       func(price, host string) string { return price + " at " + host },
		price10k: func(price string) string { return price + " for 10,000 characters" },
		about:    func(price string) string { return "about " + price },
		needsKey: func(key string) string { return "needs a key in " + key },
		cap:      func(cap string) string { return "The session asks before it costs more than " + cap },
		andMore:  func(n int) string { return fmt.Sprintf("and %d more", n) },
		wouldCost: func(host, price string, characters int) string {
			return fmt.Sprintf("Speaking this at %s: %s, %s", host, price, count(characters, "character"))
		},
		spent: func(sum string, known bool) string {
			if !known {
				return "Spent so far: more than " + sum + ", since not all prices are known"
			}
			return "Spent so far: " + sum
		},
		notBack: func(host, instead, why string) string {
			return instead + " speaks, and not " + host + " as last time: " + why
		},
		capForm: tts.Said{What: "the cap needs an amount and a currency", Cure: "write cap 2 USD or cap 10 CNY"},
	},
	sound: soundWords{
		stopped: "Stopped", nothing: "Nothing sounds", already: "That is being spoken already; again makes another take",
		fromDisk: "from disk, free", unbilled: "what was billed is not known", noLoop: "No loop",
		noDevice:   func(why string) string { return "No sound: " + why },
		notKept:    func(why string) string { return "the take cannot be kept: " + why },
		wholeFirst: func(why string) tts.Said { return tts.Said{What: why, Cure: "whole on asks for a whole answer"} },
		unplayable: func(what string) tts.Said {
			return tts.Said{What: what + " cannot be played here", Cure: "export it, or set format mp3"}
		},
		noTime: func(what string) tts.Said {
			return tts.Said{What: fmt.Sprintf("%q is not a time", what), Cure: "write seconds, as in 2.5"}
		},
		heardAfter: func(d time.Duration) string { return fmt.Sprintf("heard %s s after", tenths(d)) },
		seconds:    func(d time.Duration) string { return tenths(d) + " s" },
		paused:     func(d time.Duration) string { return "Paused at " + tenths(d) + " s; pause goes on" },
		gaps:       func(n int) string { return count(n, "gap") },
		characters: func(n int) string { return count(n, "character") },
		notHeard: func(why, file string) string {
			if why == "" {
				return "no sound; the take is " + file
			}
			return "no sound: " + why + "; the take is " + file
		},
		retries: func(why string, pause time.Duration) string {
			return fmt.Sprintf("%s; asking again in %s s", why, tenths(pause))
		},
		waiting: func(host string, since time.Duration) string {
			return fmt.Sprintf("Waiting for %s since %.0f s; stop leaves it", host, since.Seconds())
		},
		place: func(name string, at, of time.Duration, paused bool) string {
			said := fmt.Sprintf("at %s of %s s", tenths(at), tenths(of))
			if name != "" {
				said = name + " " + said
			}
			if paused {
				said += ", paused"
			}
			return said
		},
		volume:    func(db float64) string { return fmt.Sprintf("Heard at %.0f decibels", db) },
		tempo:     func(x float64) string { return fmt.Sprintf("Heard at %.2g times the tempo", x) },
		none:      tts.Said{What: "nothing was heard yet", Cure: "speak, or play a take"},
		loopForm:  tts.Said{What: "a loop needs a beginning and an end in seconds", Cure: "write loop 1 2.5, or loop off"},
		tempoForm: tts.Said{What: "the tempo is a number from 0.5 to 2", Cure: "write tempo 0.8"},
	},
	takes: takesEnglish,
	compare: compareWords{
		sides: [2]string{"A", "B"}, setSame: "Nothing is set otherwise", soundsSame: "No difference in sound that people notice",
		marked: func(n int, side string, both bool) string {
			if both {
				return fmt.Sprintf("Take %d is %s; x switches between A and B", n, side)
			}
			return fmt.Sprintf("Take %d is %s; mark the other one, too", n, side)
		},
		sounds: func(side string, n int, matched, told bool) string {
			said := fmt.Sprintf("%s, take %d", side, n)
			switch {
			case told:
			case matched:
				said += ", levels matched"
			default:
				said += ", levels as they are, since volume differs"
			}
			return said
		},
		secondIs:  func(words string) string { return "B is " + words },
		onlyFirst: func(name, value string) string { return name + " " + value + " in A only" },
		hosts:     func(a, b string) string { return "host " + a + ", then " + b },
		words:     func(a, b string) string { return "words " + a + ", then " + b },
		mark: func(side string) tts.Said {
			return tts.Said{What: "no take is " + side, Cure: "write " + strings.ToLower(side) + " and the number of a take"}
		},
		gone: func(side string) tts.Said {
			return tts.Said{What: "the take " + side + " is gone", Cure: "mark another one"}
		},
	},
	bench: benchEnglish,
	duels: duelWords{
		sides: [2]string{"left", "right"}, deed: "the beginning of duels", answer: "an answer", left: "one that has left the bench",
		again: "The same two once more, since there was no difference",
		begun: func(n int) string { return fmt.Sprintf("%d candidates duel, their names hidden", n) },
		asks: func(n, of int, final bool) string {
			what := "Duel"
			if final {
				what = "Final duel"
			}
			return fmt.Sprintf("%s %d of %d: 1 is left, 2 is right; hear both, then left, right or same", what, n, of)
		},
		lot:    func(letter string) string { return letter + " went on by lot" },
		letter: func(letter string) string { return "candidate " + letter },
		score: func(name string, won, of int, out bool) string {
			said := fmt.Sprintf("%s won %d of %d", name, won, of)
			if out {
				said += ", out"
			}
			return said
		},
		tooFew:   tts.Said{What: "duels need two candidates that are made", Cure: "bench add puts one there, bench make makes them"},
		noWinner: tts.Said{What: "the duels have no winner", Cure: "standing tells how they stand"},
		none:     tts.Said{What: "no duel is asked about", Cure: "duel begins them"},
	},
	tune:    tuneEnglish,
	presets: presetsEnglish, trust: trustEnglish,
	team: teamWords{
		somebody: "somebody", pushed: "Pushed", nothing: "Nothing is new",
		committed: func(names string) string { return "Committed " + names },
		pulled:    func(names string) string { return "Pulled " + names },
		did:       func(by, name, deed string) string { return by + " " + deed + " " + name },
		both:      func(name, what string) string { return name + " was changed on both sides: " + what },
		which: func(verb string, folders []string) tts.Said {
			if len(folders) == 0 {
				return tts.Said{What: "no folder of presets is shared by git", Cure: "name a team's folder under teams in the config file"}
			}
			return tts.Said{What: verb + " needs the folder", Cure: "write " + verb + " and one of " + listed(folders)}
		},
		differ: tts.Said{What: "nothing was overwritten", Cure: "agree on one of the two, or use voicestudio preset pull --prefer mine or theirs"},
	},
	deeds: deedWords{
		nothing: "There is nothing to undo", nothingAgain: "There is nothing to do again", something: "a change",
		undone: func(what string) string { return "Undone: " + what },
		again:  func(what string) string { return "Done again: " + what },
	},
}

var (
	ofNumber  = regexp.MustCompile(`−(\d)`)
	signsHere = strings.NewReplacer(" → ", " to ", "× ", " times ", "×", " times", "≈ ", "about ", " · ", ", ", "–", " to ", "…", "...", "≥ ", "at least ", "≤ ", "at most ")
)

// spokenEnglish says the signs of a sentence in words.
func spokenEnglish(s string) string {
	return signsHere.Replace(ofNumber.ReplaceAllString(s, "minus $1"))
}

func shareEnglish(name string, weight, share int, muted, solo, locked bool) string {
	said := fmt.Sprintf("%s, weight %d, %d percent", name, weight, share)
	for _, mark := range []struct {
		on   bool
		said string
	}{{muted && !solo, "not heard"}, {solo, "solo"}, {locked, "locked"}} {
		if mark.on {
			said += ", " + mark.said
		}
	}
	return said
}

func count(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}

func times(n int) string {
	if n == 1 {
		return "once"
	}
	return fmt.Sprintf("%d times", n)
}

func tenths(d time.Duration) string { return fmt.Sprintf("%.1f", d.Seconds()) }

// listed are names of which one is to be chosen.
func listed(names []string) string {
	if len(names) < 2 {
		return strings.Join(names, "")
	}
	return strings.Join(names[:len(names)-1], ", ") + " or " + names[len(names)-1]
}
