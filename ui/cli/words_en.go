package cli

import (
	"fmt"
	"strings"
	"time"

	"voicestudio/tts"
)

var english = words{
	manual:       englishManual,
	made:         englishMade,
	voiceColumns: []string{"id", "language", "gender", "name", "source"},
	help:         englishHelp,
	flags:        englishFlags,
	build:        englishBuild,

	usage: usageWords{
		Usage: "Usage", Examples: "Examples", Commands: "Commands", Flags: "Flags", EveryFlags: "Flags that other commands take, too",
		Command: "COMMAND",
		More:    func(command string) string { return command + " COMMAND --help says more." },

		anyFlags:   "[flags]",
		noCommand:  func(name string) string { return "there is no command " + name },
		noFlag:     func(name string) string { return "there is no flag " + name },
		meant:      func(name string) string { return "did you mean " + name + "?" },
		lists:      func(command string) string { return command + " --help lists them" },
		listsFlags: func(command string) string { return command + " --help lists the flags" },
		arguments: func(name, takes string, given int, command string) tts.Said {
			if takes == "" {
				takes = "no arguments"
			}
			was := "nothing was given"
			if given > 0 {
				was = count(given, "argument was", "arguments were") + " given"
			}
			return tts.Said{What: fmt.Sprintf("%s takes %s, and %s", name, takes, was), Cure: command + " --help shows how"}
		},
		oneText: func(given int) tts.Said {
			return tts.Said{What: fmt.Sprintf("say takes one text as its argument, not %d", given), Cure: "put it in quotes, or give - to read it from standard input"}
		},
		assignment: func(said string) tts.Said {
			return tts.Said{What: said + " has no value", Cure: "write --set FIELD=VALUE"}
		},
		noValue: func(flag string) tts.Said {
			return tts.Said{What: flag + " needs a value", Cure: "write it behind the flag"}
		},
		notAmong: func(flag, value string, values []string) tts.Said {
			return tts.Said{What: flag + ": there is no " + value, Cure: oneOf(values)}
		},
		wrongValue: func(flag, value, kind string) string {
			kinds := map[string]string{"int": "a whole number", "float64": "a number", "bool": "true or false", "duration": "a time, such as 10m"}
			return fmt.Sprintf("%s: %s is not %s", flag, value, kinds[kind])
		},
		noHost: func(name string, hosts []string) tts.Said {
			return tts.Said{What: "there is no host " + name, Cure: oneOf(hosts)}
		},
		noTerminal: tts.Said{What: "the studio needs a terminal", Cure: `without one, use voicestudio --plain, or voicestudio say "text"`},
		poorTerminal: func(kind string) tts.Said {
			what := "this terminal (TERM=" + kind + ") has no screen for the studio"
			if kind == "" {
				what = "this terminal does not say what it can do (TERM is not set), so the studio cannot draw"
			}
			return tts.Said{What: what, Cure: `use voicestudio --plain, or voicestudio say "text", or set TERM`}
		},
		libraryOf: "correct the config file, set HOME, or give --presets DIR",
	},

	files: fileWords{
		standardOutput:  "standard output",
		folder:          func(name string) tts.Said { return tts.Said{What: name + " is a folder", Cure: "name a file in it"} },
		cannotWrite:     func(name, why string) string { return name + " cannot be written: " + why },
		cannotRead:      func(why string) string { return "the file cannot be read: " + why },
		cannotReadInput: func(why string) string { return "standard input cannot be read: " + why },
		bothOnOutput:    tts.Said{What: "--json and --out - both want standard output", Cure: "give --out a file"},
		sameFile:        tts.Said{What: "--subtitles and --out name the same file", Cure: "give each a file of its own"},
		noFile:          tts.Said{What: "no file is named", Cure: "give --out FILE"},
		noFileNorOutput: tts.Said{What: "no file is named", Cure: "give --out FILE, or --out - for standard output"},
		notSubtitles: func(name string) tts.Said {
			return tts.Said{What: name + " is neither .srt nor .vtt", Cure: "name it by its form"}
		},
		isThere: func(path string) tts.Said {
			return tts.Said{What: path + " is there already and holds something else", Cure: "name another file, or overwrite it with --replace"}
		},
	},

	sound: soundWords{
		waits: func(why string, pause time.Duration) string {
			return fmt.Sprintf("%s; trying again in %.0f s", why, pause.Seconds())
		},
		goesOn: func(why string, pause time.Duration) string {
			return fmt.Sprintf("%s; going on in %.0f s", why, pause.Seconds())
		},
		otherFormat: func(file, format string) string {
			return fmt.Sprintf("%s will hold %s, the format that is asked of the host; --set audio_setting.format=… asks for another, takes export makes one", file, format)
		},
		fromDisk:    "from disk, free; --again asks the host",
		notKept:     func(why string) string { return "the take could not be kept, so it would be paid for again: " + why },
		has:         func(take string) string { return "the take " + take + " has it all, so saying it again is free" },
		listShows:   "what came is kept as a take; takes list shows it",
		maybeBilled: "the host had the request, so it may be billed; price unknown",
		cut:         func(take, cost string) string { return "what came is kept as the take " + take + ", cut; " + cost },
		silent:      func(why string) string { return why + "; nothing will be heard" },
		cannotPlay:  func(why string) string { return "it cannot be played: " + why },
	},

	render: renderWords{
		jobs: func(n, most int) tts.Said {
			return tts.Said{What: fmt.Sprintf("%d is out of range", n), Cure: fmt.Sprintf("choose 1 to %d", most)}
		},
		noPreset: "fill its cell, or give --preset NAME for all such rows",
		isThere:  "move it away, or overwrite it with --replace",
		ofSheet: func(flag string) tts.Said {
			return tts.Said{What: "--" + flag + " is about the rows of a CSV file, and this is a script of lines", Cure: "leave it out"}
		},
		ofScript: func(flag string) tts.Said {
			return tts.Said{What: "--" + flag + " is about a script of lines, and this is a CSV file", Cure: "leave it out, or make a script of the file with voicestudio script import"}
		},
		wrong:      func(rows int) string { return count(rows, "row is", "rows are") + " wrong; nothing was sent" },
		someFailed: "some rows failed",
		ended: func(t renderTotal, missing int) string {
			var paid []tts.Money
			if t.Price != nil {
				paid = append(paid, *t.Price)
			}
			said := englishMade.of(englishMade.rows(t.Done), append([]string{fmt.Sprintf("%d from disk", t.Cached), fmt.Sprintf("%d there before", t.Skipped), fmt.Sprintf("%d failed", t.Failed)}, englishMade.costs(paid, t.Unpriced)...))
			if missing > 0 {
				said += fmt.Sprintf("; run it again for the %d that %s missing", missing, pick(missing, "is", "are"))
			}
			return said
		},
		mustAsk:     tts.Said{What: "this costs money, and there is no terminal to ask on", Cure: "give --yes, or see the price with --dry-run"},
		ask:         "Go on? [y/N] ",
		yes:         []string{"y", "yes", "是"},
		nothingSent: "nothing was sent",
		takeNotKept: func(why string) string { return "the take cannot be kept: " + why },
		thereBefore: "there before",
		fromDisk:    "from disk, free",
		characters:  func(n string) string { return n + " characters" },
		estimate:    func(n string) string { return "about " + n + " characters" },
		progress:    func(done, total int) string { return fmt.Sprintf("%d of %d", done, total) },

		rows: func(rows int) string { return count(rows, "row", "rows") },
		done: func(rows int) string { return count(rows, "is done", "are done") + " already" },
		free: func(rows int) string { return fmt.Sprintf("%d from disk, free", rows) },
		send: func(rows int, host string, characters int) string {
			return fmt.Sprintf("%d to be made at %s, about %s", rows, host, count(characters, "character", "characters"))
		},
		atNoCost:     "free",
		unknownPrice: "at a price that this program does not know",
		price: func(m tts.Money, unpriced int) string {
			said := "about " + m.String() + " (the host's own count holds)"
			if unpriced > 0 {
				said += fmt.Sprintf(" and %s whose price this program does not know", count(unpriced, "row", "rows"))
			}
			return said
		},
	},

	config: englishConfig,
	doctor: doctorWords{
		unusable: "something is missing or cannot be used",
		cure:     func(what string) string { return "-> " + what },
	},

	sandbox: sandboxWords{
		listens: func(address string) string { return "The sandbox listens on " + address + ". Base URLs:" },
		socket:  func(url string) string { return "MiniMax's WebSocket: " + url },
		noOpus:  func(why tts.Said) string { return "It makes no opus: " + why.What + "; " + why.Cure + "." },
		try:     func(command string) string { return "Try it:\n\n" + command + "\n\nctrl+c ends it." },
	},

	judged:   func(sentence, level string) string { return sentence + " (" + level + ")" },
	noVoice:  "no voice fits; without words, voices shows all",
	preset:   englishPresets,
	trust:    englishTrust,
	sync:     englishSync,
	script:   englishScript,
	takes:    englishTakes,
	export:   englishExport,
	measure:  englishMeasure,
	audition: englishAudition,
	page:     englishPage,
	tune:     englishTune,
}

func oneOf(names []string) string { return "choose one of " + strings.Join(names, ", ") }

func count(n int, one, many string) string { return fmt.Sprintf("%d %s", n, pick(n, one, many)) }

func pick(n int, one, many string) string {
	if n == 1 {
		return one
	}
	return many
}
