package cli

import (
	"os"
	"runtime"
	"slices"
	"strings"

	"voicestudio/ui/charset"
	"voicestudio/ui/config"
)

const asciiFlag = "ascii"

// lettersOf is what the terminal shows, before the command line is read: what is
// wrong in it is said with those letters, too. Names for the shell to complete are
// for no terminal.
func lettersOf(args []string) charset.Charset {
	if len(args) > 0 && strings.HasPrefix(args[0], "__complete") {
		return charset.Unicode
	}
	own, asked := charset.Of(os.Getenv, runtime.GOOS), slices.Contains(upTo(args, "--"), "--"+asciiFlag)
	if !asked {
		settings, err := config.Load()
		asked = err == nil && settings.ASCII
	}
	if asked && own.Others() {
		return charset.ASCII
	}
	return own
}

func upTo(args []string, end string) []string {
	if at := slices.Index(args, end); at >= 0 {
		return args[:at]
	}
	return args
}
