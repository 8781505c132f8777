package plain

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"strings"
	"voicestudio/presets"
	"voicestudio/tts"
	"voicestudio/ui/session"
)

// With the sandbox's real voice: what is switched to goes on with the same word.
func TestAAndBGoOnAtTheSameWord(t *testing.T) {
	t.Parallel()
	for _, tool := range []string{"espeak-ng", "lame"} {
		if _, err := exec.LookPath(tool); err != nil {
			t.Fatalf("%s is not installed", tool)
		}
	}
	s := sit(t)
	library, err := presets.OpenLibrary(filepath.Join(s.home, "presets"), s.home, nil)
	if err != nil {
		t.Fatal(err)
	}
	lines := "text The quick brown fox jumps over the lazy dog.\nspeak\nspeed 0.7\nspeak\nb 2\na 1\na\nwait 0.3\nx\nx\n"
	err = Run(t.Context(), Options{Session: session.Config{Host: tts.Sandbox, Takes: filepath.Join(s.home, "takes")}, Player: s.ear, Library: library, In: strings.NewReader(lines), Out: &s.said, Err: os.Stderr})
	if err != nil {
		t.Fatalf("%v\n%s", err, s.said.String())
	}
	all := s.ear.hears()
	if len(all) != 5 {
		t.Fatalf("heard %+v\n%s", all, s.said.String())
	}
	slow, back := all[3], all[4]
	if want := time.Duration(float64(slow.was) / 0.7); slow.was < 200*time.Millisecond || (slow.from-want).Abs() > 200*time.Millisecond {
		t.Errorf("A was at %v; B goes on at %v, not near %v", slow.was, slow.from, want)
	}
	if want := time.Duration(float64(back.was) * 0.7); (back.from - want).Abs() > 200*time.Millisecond {
		t.Errorf("B was at %v; A goes on at %v, not near %v", back.was, back.from, want)
	}
}
