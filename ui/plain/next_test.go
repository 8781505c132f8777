package plain

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"voicestudio/ui/studio/document"
)

func TestListsAreHeardOneAfterTheOther(t *testing.T) {
	t.Parallel()
	s := sit(t)
	out, err := s.does("text Hello over there", "voices english female", "next", "next", "previous", "hear 5", "next", "takes", "next", "next", "presets warm", "next", "type", "One.", "Two.", ".", "lines make", "next", "next", "previous")
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	sent := s.host.asked()
	if len(sent) != 4+1+2 || sent[0].VoiceSetting.VoiceID == sent[1].VoiceSetting.VoiceID {
		t.Errorf("sent %d", len(sent))
	}
	if heard := s.ear.hears(); len(heard) < 11 {
		t.Errorf("heard %d", len(heard))
	}
	has(t, out, "\n1. ", "\n2. ", "\n1. ", "\n6. ")
	for line, want := range map[string]string{"next": "Nothing is listed that could be heard", "previous": "Nothing is listed", "hosts": "", "voices zzz": "No voice"} {
		if out, err := s.does(line); want != "" && (err == nil || !strings.Contains(out, want)) {
			t.Errorf("%s: %v: %s", line, err, out)
		}
	}
	if out, err := s.does("voices english female", "previous"); err != nil || !strings.Contains(out, "1. ") {
		t.Errorf("%v: %s", err, out)
	}
}

func TestAWordIsPutRightInAllLines(t *testing.T) {
	t.Parallel()
	s := sit(t)
	out, err := s.does("type", "The GTC begins.", "Nothing else.", "After the GTC.", ".", "lines make", "lines pronounce GTC as G T C", "lines", "undo", "lines", "lines replace GTC with fair", "show", "lines make")
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	has(t, out, "3 of 3 made", "In 2 lines GTC is spoken as G T C.", "2 takes to be made anew, free", "Undone: putting GTC right", "In 2 lines fair is in the place of GTC.", "2 takes to be made anew", "The fair begins.", "2 of 2 made")
	if out, err := s.does("lines pronounce xyz as x"); err == nil || !strings.Contains(out, `no "xyz"`) {
		t.Errorf("%v: %s", err, out)
	}
}

func TestTheDraftOfAnotherProgramIsTakenUp(t *testing.T) {
	t.Parallel()
	s := sit(t)
	s.does("text What I wrote")
	b, err := os.ReadFile(filepath.Join(s.home, "draft.json"))
	if err == nil {
		err = os.WriteFile(filepath.Join(s.home, "draft-2.json"), []byte(strings.Replace(string(b), "What I wrote", "What another wrote", 1)), 0o600)
	}
	if err != nil {
		t.Fatal(err)
	}
	out, err := s.does("drafts", "1", "show", "undo", "show")
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	has(t, out, "wrote", "A number chooses", "wrote", "Undone: another draft", "wrote")
	if left := document.Drafts(filepath.Join(s.home, "draft.json")); len(left) != 1 {
		t.Errorf("%+v", left)
	}
}
