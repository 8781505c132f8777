package doctor

import (
	"context"
	"os"
	"os/exec"
	"strings"
	"time"

	"github.com/charmbracelet/x/term"

	"voicestudio/player/decode"
	"voicestudio/tts/install"
)

// Here is this machine, without what only the caller knows: the session, the sound
// device and the config file.
func Here() *Machine {
	m := &Machine{
		System: install.Here(), Getenv: os.Getenv, LookPath: exec.LookPath, Version: firstLine,
		MP3: decode.MP3Decoder, Opus: decode.OpusDecoder, Free: free, Now: time.Now,
		Asking: func(string) {},
	}
	if width, height, err := term.GetSize(os.Stdout.Fd()); err == nil {
		m.Width, m.Height = width, height
	}
	return m
}

// firstLine is the first line that a program prints.
func firstLine(ctx context.Context, program string, args ...string) (string, error) {
	ctx, cancel := context.WithTimeout(ctx, 5*time.Second)
	defer cancel()
	b, err := exec.CommandContext(ctx, program, args...).Output()
	line, _, _ := strings.Cut(string(b), "\n")
	return strings.TrimSpace(line), err
}
