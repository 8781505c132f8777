package config

import (
	"fmt"
	"strings"

	"voicestudio/tts"
)

var english = words{
	places: placeWords{
		none: func(why string) tts.Said {
			return tts.Said{What: "there is no place for the draft and the log: " + why, Cure: "set HOME or XDG_STATE_HOME"}
		},
		noLog: func(why string) string { return "the log cannot be written: " + why },
		noConfig: func(why string) tts.Said {
			return tts.Said{What: "the config file cannot be made: " + why, Cure: "set HOME or XDG_CONFIG_HOME to a folder of yours"}
		},
	},

	settings: englishSettings,
	file:     englishFile,
}

var englishSettings = settingsWords{
	unreadable:  func(why string) tts.Said { return tts.Said{What: why, Cure: "make it readable"} },
	notJSON:     func(why string) tts.Said { return tts.Said{What: why, Cure: "correct it, or move the file away"} },
	openComment: tts.Said{What: "a comment begins here and never ends", Cure: "close it with */, or begin each of its lines with //"},
	noGroup:     tts.Said{What: "the settings are not in a group", Cure: "begin the file with { and end it with }"},
	bom:         tts.Said{What: "the file begins with a byte order mark, which other programs may stumble over", Cure: "save it as UTF-8 without a byte order mark"},
	noHost: func(name string, hosts []string) tts.Said {
		return tts.Said{What: "there is no host " + name, Cure: "choose one of " + strings.Join(hosts, ", ")}
	},
	noRate: func(path string, requests int) tts.Said {
		return tts.Said{What: fmt.Sprintf("%s: %d requests in a minute cannot be", path, requests), Cure: "write 1 or more, or take it out"}
	},
	noCap: tts.Said{What: "spend_cap is no amount of money", Cure: `write it as {"amount": 1.50, "currency": "USD"}; hosts ask for USD or CNY`},
	notOneOf: func(path, value string, values []string) tts.Said {
		return tts.Said{What: path + " is " + value + ", which is none of its values", Cure: "write one of " + strings.Join(values, ", ")}
	},
	twice: func(path string, line int) tts.Said {
		return tts.Said{What: fmt.Sprintf("%s stands in line %d already, and only this one counts", path, line), Cure: "take one of them out"}
	},
	unknown: func(path, meant string) tts.Said {
		said := tts.Said{What: path + " means nothing to this version", Cure: "take it out"}
		if meant != "" {
			said.Cure = "did you mean " + meant + "?"
		}
		return said
	},
	apiKey: func(path string, variables []string) tts.Said {
		return tts.Said{What: path + " is not read; API keys belong in the environment, not in a file",
			Cure: "take it out, and set one of " + strings.Join(variables, ", ")}
	},
	line: func(n int, what string) string { return fmt.Sprintf("line %d: %s", n, what) },
	notOfKind: func(path string, kind byte) tts.Said {
		kinds := map[byte]string{'"': "text", '1': "a whole number", '0': "a number, without quotes", 't': "true or false, without quotes", '{': "a group", '[': "a list of texts"}
		forms := map[byte]string{'"': `"…"`, '1': "10", '0': "1.50", 't': "true or false", '{': `{"name": …}`, '[': `["f5", "ctrl+r"]`}
		return tts.Said{What: path + " is not " + kinds[kind], Cure: "write it as " + forms[kind]}
	},
	dashScopeEnds: func(address string) tts.Said {
		return tts.Said{What: "DashScope's address ends in /api/v1, and this is " + address, Cure: "write https://dashscope.aliyuncs.com/api/v1, or take it out"}
	},
	onlyOrigin: func(address string) tts.Said {
		return tts.Said{What: address + " has the path of speech in it, which is added to it", Cure: "write only what stands before it, as https://api.minimax.io"}
	},
	relative: func(dir string) tts.Said {
		return tts.Said{What: "the folder " + dir + " is another one wherever the program is started", Cure: "begin it with / or ~/"}
	},
	noFolder: func(dir string) tts.Said {
		return tts.Said{What: "there is no folder " + dir, Cure: "clone the team's presets there, or correct the path"}
	},
	notFolder: func(dir string) tts.Said {
		return tts.Said{What: dir + " is a file", Cure: "name the folder that it is in"}
	},
}

var englishFile = fileWords{
	head: []string{
		"The settings of voicestudio. Everything here is optional.",
		"Lines that begin with // are not read: take the // away from a setting to have it.",
		"voicestudio config check says what is wrong here, voicestudio config show what holds.",
		"API keys do not belong here; they are read from the environment.",
	},
	settings: map[string][]string{
		"host":             {"Who speaks where nobody was named at the start."},
		"lang":             {"The language of the program. Without it, the one of your system."},
		"theme":            {"The colours: light or dark, contrast for the strongest, terminal for the terminal's own; auto goes by its background."},
		"ascii":            {"Draw with plain letters only: no lines, no blocks."},
		"motion":           {"What moves on the screen; with reduced, nothing moves that tells nothing."},
		"warm":             {"Make the connection to a host before you speak, so that the first take comes sooner. It bills nothing."},
		"spend_cap":        {"What one session may cost before it asks. Without it, it never asks.", "currency is USD or CNY, as your host has its prices."},
		"hosts":            {"Each host as you use it:"},
		"hosts.*.base_url": {"another address; DashScope's ends in /api/v1, any other is only the beginning, as https://api.minimax.io"},
		"hosts.*.group_id": {"the group of an older MiniMax account"},
		"hosts.*.rpm":      {"requests in any minute at most; without it, what the host publishes"},
		"teams":            {"Folders of presets that a team shares, each perhaps a git checkout: its name, and where it is."},
		"keys":             {"Your own keys, in place of those that a command comes with. [] takes all keys from it; it stays among the commands."},
	},
	values: func(values []string, usual string) string {
		said := "One of " + strings.Join(values, ", ")
		if usual != "" {
			said += "; without it " + usual
		}
		return said + "."
	},
	commands: []string{
		"A key is written as f5, ctrl+r, alt+x, shift+tab, space, or as the letter that it types.",
		"Where texts are typed, letters are text: a command that works there needs ctrl, alt or a function key.",
		"These are all commands, where they work, and the keys that they come with:",
	},
	command: func(title, where string) string { return title + ", " + where },
}
