package cli

import "voicestudio/tts"

// configWords are about the config file.
type configWords struct {
	noEditor      func(file string) tts.Said
	made          func(file string) string
	clean, noFile func(file string) string
	openAgain     string // a question; enter is yes
	unset, noKeys string // in place of a value
	// from says where a value comes from: flag, environment, file, default. name is
	// that of the flag or the variable, line that of the file.
	from func(where, name string, line int) string
}
