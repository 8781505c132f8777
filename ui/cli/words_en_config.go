package cli

import (
	"fmt"

	"voicestudio/tts"
)

var englishConfig = configWords{
	noEditor: func(file string) tts.Said {
		return tts.Said{What: "no editor is set", Cure: "set EDITOR, as in EDITOR=nano voicestudio config, or open " + file + " in any editor"}
	},
	made:      func(file string) string { return "made " + file + ", with every setting explained" },
	clean:     func(file string) string { return file + ": nothing is wrong" },
	noFile:    func(file string) string { return file + " is not there, and need not be; voicestudio config makes it" },
	openAgain: "open it again? [Y/n] ",
	unset:     "not set", noKeys: "no key",
	from: func(where, name string, line int) string {
		switch where {
		case "file":
			return fmt.Sprintf("file, line %d", line)
		case "flag", "environment":
			return where + ", " + name
		}
		return where
	},
}

var englishConfigHelp = struct{ config, path, show, check help }{
	config: help{
		short: "Change your settings in your editor",
		long: "Open the config file in $VISUAL or $EDITOR. At first use it is made, with every setting and every command that\n" +
			"keys can be given to explained in it. When the editor ends the file is checked.",
		example: "  voicestudio config\n  voicestudio config check\n  voicestudio config show --json",
	},
	path: help{short: "Print where the config file is", long: "Print the path of the config file, whether it is there or not."},
	show: help{
		short:   "Show what holds, and where it comes from",
		long:    "Show every setting that holds, and whether it comes from a flag, the environment, the config file or by default.",
		example: "  voicestudio config show\n  voicestudio config show --commands",
	},
	check: help{
		short: "Check the config file",
		long: "Name all that is wrong in the config file, each with its line and what to do. The exit code is 0 where nothing\n" +
			"is wrong, else 1.",
		example: "  voicestudio config check --json",
	},
}
