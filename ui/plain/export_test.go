package plain

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestATakeIsExportedInPartAndAsLoudAsSaid(t *testing.T) {
	t.Parallel()
	s := sit(t)
	whole, part := filepath.Join(s.home, "the whole.wav"), filepath.Join(s.home, "part.wav")
	out, err := s.does("say The quick brown fox jumps over the lazy dog", "export 1 "+whole, "export 1 "+part+" from 0.5 to 1.5 loudness -23", "export "+part+" loudness -20", "no")
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	has(t, out, "the whole.wav", "part.wav", "0:01.0", "minus 23.0 LUFS", "is there already; yes replaces it")
	long, err := os.ReadFile(whole)
	if err != nil || !bytes.HasPrefix(long, []byte("RIFF")) {
		t.Fatal(err)
	}
	short, err := os.ReadFile(part)
	if err != nil || len(short) > len(long)/2 {
		t.Errorf("%v: %d of %d bytes", err, len(short), len(long))
	}
	for line, want := range map[string]string{
		"export 1 " + filepath.Join(s.home, "x.wav") + " loudness 3":  "number of LUFS below 0",
		"export 1 " + filepath.Join(s.home, "x.wav") + " from 2 to 1": "a beginning and an end",
		"export 1 " + filepath.Join(s.home, "x.wav") + " subtitles":   "has no subtitles",
		"export 1 " + filepath.Join(s.home, "x.ogg") + " from 1":      "cannot be exported",
	} {
		if out, err := s.does(line); err == nil || !strings.Contains(out, want) {
			t.Errorf("%s: %v: %s", line, err, out)
		}
	}
}

func TestTheAccountsOwnVoicesAreListedWhenAskedFor(t *testing.T) {
	s := paid(t, nil)
	s.host.own = `{"voice_id":"anna_2026","voice_name":"Anna of ours"}`
	out, err := s.does("voices mine", "1", "voice anna of ours", "text Hello", "speak", "yes")
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	has(t, out, "1. Anna of ours, anna_2026", "anna_2026 speaks")
	if sent := s.host.asked(); len(sent) != 1 || sent[0].VoiceSetting.VoiceID != "anna_2026" {
		t.Errorf("sent %+v", sent)
	}
	s.ear.held = true // whoever types has them from the start
	k := s.types()
	k.says("The account has 1 voice of its own")
	k.line("quit")
	k.leaves()
}
