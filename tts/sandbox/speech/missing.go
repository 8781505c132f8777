package speech

import (
	"os/exec"

	"voicestudio/tts"
	"voicestudio/tts/install"
)

// Purpose is what a program is for.
type Purpose int

// The purposes of the programs that speech is made with.
const (
	Speaking Purpose = iota
	MakingMP3
	MakingOpus
)

// Missing is a program that the sandbox needs and this machine does not have.
type Missing struct {
	Program string // as install knows it
	Purpose Purpose
	// Besides are other programs that are missing, too: one command installs all.
	Besides []string
}

func (m *Missing) Error() string { return m.Program + " is not installed" }

// Lacking is the program that an audio format needs beside those of Open and
// that is not there, or nil. It is looked for each time, so that one which is
// installed later is found.
func Lacking(format string) *Missing {
	if format != tts.Opus {
		return nil
	}
	_, missing := findOpus()
	return missing
}

func findOpus() (path string, missing *Missing) {
	path, err := exec.LookPath("opusenc")
	if err != nil {
		return "", &Missing{Program: install.Opusenc, Purpose: MakingOpus}
	}
	return path, nil
}
