package config

import (
	"cmp"
	"os"
	"os/exec"
	"runtime"
	"strings"
)

// Editor is the program with which the person writes: VISUAL, else EDITOR, and
// on Windows notepad where neither is set; empty where there is none.
func Editor() string {
	usual := ""
	if runtime.GOOS == "windows" {
		usual = "notepad"
	}
	return cmp.Or(strings.TrimSpace(os.Getenv("VISUAL")), strings.TrimSpace(os.Getenv("EDITOR")), usual)
}

// EditorCommand opens a file in an editor, whose name may hold arguments, as git
// has it.
func EditorCommand(editor, file string) *exec.Cmd {
	if runtime.GOOS == "windows" {
		words := append(strings.Fields(editor), file)
		return exec.Command(words[0], words[1:]...)
	}
	return exec.Command("sh", "-c", editor+` "$@"`, editor, file)
}
