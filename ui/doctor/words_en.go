package doctor

import (
	"fmt"
	"strings"
	"time"
)

var english = words{
	titles: map[Group]string{Programs: "programs", Sound: "sound", Hosts: "hosts", Asked: "hosts that were asked", Network: "network",
		Terminal: "terminal", Settings: "settings", Folders: "folders", Teams: "teams"},
	states:  map[State]string{OK: "ok", Warning: "warning", Fault: "fault"},
	labels:  map[string]string{"editor": "editor", "device": "device", "hosts": "hosts", "clock": "clock", "proxy": "proxy", "authorities": "authorities", "terminal": "terminal", "size": "size", "colour": "colours", "locale": "locale", "config": "config file", "presets": "presets", "takes": "takes", "drafts": "draft, log"},
	between: ": ",
	none:    "none",

	programWords: programWords{
		speaks: "speaks in the sandbox", makesMP3: "makes the sandbox's MP3", makesOpus: "makes the sandbox's opus",
		playsMP3: "plays MP3", playsOpus: "plays opus", keepsTeams: "shares folders with a team",
		missing:   func(purpose string) string { return "not installed; " + purpose },
		notNeeded: func(purpose, how string) string { return "not installed, " + purpose + "; if wanted: " + how },
		notEveryMP3: func(decoder string) string {
			return "not installed; without it " + decoder + " plays MP3, but not every one"
		},
		noEditor:   "none is chosen; preset edit and config open one",
		setEditor:  "set EDITOR, such as EDITOR=nano",
		editorGone: func(editor string) string { return editor + " is chosen, and not installed" },
		notLooked:  "not looked at",
		noDevice:   "nothing can be heard",
		device:     map[string]string{"speaker": "speaker"},
	},
	hostWords: hostWords{
		noHost:        "there is no host of that name",
		oneOf:         func(names []string) string { return "choose one of " + strings.Join(names, ", ") },
		needsNoKey:    "needs no key",
		isSet:         func(variable string) string { return variable + " is set" },
		notSet:        func(variable string) string { return variable + " is not set" },
		badProxy:      "HTTPS_PROXY is not an address: hosts are asked directly",
		noAuthorities: "no certificate (PEM) can be read from it",
		notRead:       func(variable string) string { return variable + " is not read" },
		directlyTo:    func(names string) string { return "directly to " + names },
		setVariable: func(variable, example string) string {
			if example != "" {
				return "set " + variable + ", such as " + variable + "=" + example
			}
			return "set " + variable
		},
		mendVariable: func(variable string) string { return "correct " + variable + ", or unset it" },
		sendsKey: func(host, variable, address string) string {
			return "asking " + host + " for the list of voices: the key in " + variable + " goes to " + address + "; nothing is billed"
		},
		sendsNoKey: func(host, address string) string {
			return "asking " + host + " at " + address + " whether it is there, without a key; nothing is billed"
		},
		answers:     "it answers; whether it takes the key only a paid request would tell",
		takesKey:    func(voices int) string { return fmt.Sprintf("it takes the key, and has %d voices for it", voices) },
		here:        "speaks on this machine, so there is nothing to ask",
		noneAsked:   "no host has a key, so none was asked",
		setAKey:     "set the key of a host, see above",
		otherRegion: func(host string) string { return "the key is one of the other region, of " + host },
		useHost: func(name string) string {
			return `give --host ` + name + `, or put "host": "` + name + `" into the config file`
		},
		noDate:     "no host has told the time",
		clockRight: "right",
		clock: func(ahead time.Duration) string {
			if ahead < 0 {
				return fmt.Sprintf("%v behind the host's", (-ahead).Round(time.Second))
			}
			return fmt.Sprintf("%v ahead of the host's", ahead.Round(time.Second))
		},
	},
	placeWords: placeWords{
		noPlace:    "nobody knows where: HOME is not set",
		notYet:     "made when it is needed",
		notFolder:  func(dir string) string { return dir + " is not a folder" },
		notWritten: func(dir string) string { return dir + " cannot be written" },
		mayWrite: func(dir, variable, chown string) string {
			if chown == "" {
				return "give yourself the right to write to " + dir + ", or set " + variable + " to another folder"
			}
			return chown + ", or set " + variable + " to another folder"
		},
		moveAway:    func(file string) string { return "move " + file + " away" },
		littleSpace: func(free uint64) string { return fmt.Sprintf("only %d MB are free", free>>20) },
		makeRoom:    "voicestudio takes prune --budget 500MB, or free some space",
		notThere:    "is not there",
		noCheckout:  "is no git checkout, so it cannot be pulled or pushed",
		clone:       func(dir string) string { return "git clone the team's repository to " + dir },
		mendTeam:    func(name string) string { return "correct teams." + name + " in the config file" },
	},
	terminalWords: terminalWords{
		noTerminal: "none",
		usePlain:   "use another terminal, or voicestudio --plain",
		dumb: func(name string) string {
			if name == "" {
				return "TERM is not set, so no screen can be drawn"
			}
			return "TERM=" + name + ": no screen can be drawn"
		},
		size: func(width, height int) string { return fmt.Sprintf("%d x %d", width, height) },
		larger: func(width, height int) string {
			return fmt.Sprintf("make the window larger: %d x %d is good", width, height)
		},
		noColour: func(because string) string { return "none, by " + because },
		colours:  func(n string) string { return n },
		notUTF8:  func(locale string) string { return locale + ": other letters than ASCII may be wrong" },
		inLine: func(file string, line int, message string) string {
			return fmt.Sprintf("%s:%d: %s", file, line, message)
		},
		mendConfig: func(cure string) string {
			return strings.TrimPrefix(cure+"; ", "; ") + "voicestudio config opens the file"
		},
		nothingWrong: "nothing is wrong in it",
	},
}
