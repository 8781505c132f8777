package cli

import (
	"os"
	"slices"
	"strings"

	"voicestudio/tts/wording"
	"voicestudio/ui/config"
)

// language is the one that the program speaks: that of --lang, else the config
// file's, else the locale's. It is asked before the commands are made, which
// are made of words; what is wrong with either is said later.
func language(args []string) wording.Language {
	asked := ""
	for i, arg := range args {
		if arg == "--" {
			break
		}
		if value, found := strings.CutPrefix(arg, "--lang="); found {
			asked = value
		} else if arg == "--lang" && i+1 < len(args) {
			asked = args[i+1]
		}
	}
	if asked == "" {
		if settings, err := config.Load(); err == nil {
			asked = settings.Lang
		}
	}
	if slices.Contains(config.Languages, asked) {
		return wording.Language(asked)
	}
	return wording.Locale(os.Getenv)
}
