package player

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"

	"voicestudio/player/lab/vcard"
)

func startCard(t testing.TB) *vcard.Card {
	t.Helper()
	need(t, append(vcard.Programs, "lame")...)
	card, err := vcard.Start()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(card.Stop)
	return card
}

func record(t testing.TB, card *vcard.Card) *vcard.Recording {
	t.Helper()
	rec, err := card.Record()
	if err != nil {
		t.Fatal(err)
	}
	return rec
}

// child runs a part of a test in a process of its own: a process has one sound
// device, once.
func child(t testing.TB, part string, env ...string) *exec.Cmd {
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := vcard.Command(exe)
	cmd.Env = append(append(os.Environ(), partEnv+"="+part), env...)
	cmd.Stderr = new(bytes.Buffer)
	return cmd
}

func output(t testing.TB, cmd *exec.Cmd) string {
	t.Helper()
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("%v: %s%s", err, out, cmd.Stderr)
	}
	return string(out)
}

// chirp sweeps from 200 to 1500 Hz, so that every place sounds its own.
func encodedChirp(t testing.TB, rate int, d time.Duration) []byte {
	need(t, "lame")
	pcm := chirp(rate, d)
	khz := fmt.Sprint(float64(rate) / 1000)
	cmd := exec.Command("lame", "--flush", "-r", "-s", khz, "--resample", khz, "--bitwidth", "16", "--signed", "--little-endian",
		"-m", "m", "--cbr", "-b", "128", "-t", "--quiet", "-", "-")
	cmd.Stdin = bytes.NewReader(pcm)
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func fields(out string) map[string]string {
	m := map[string]string{}
	for line := range strings.Lines(out) {
		k, v, _ := strings.Cut(strings.TrimSpace(line), "=")
		m[k] = v
	}
	return m
}
