package plain

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestPausesAndSoundsAreInsertedByName(t *testing.T) {
	t.Parallel()
	s := sit(t)
	out, err := s.does("text Good evening to all of you.", "insert 0.5 after Good evening", "insert laughs", "marks", "text Wait ＜＃0.5＃＞ a little", "mend", "show", "undo",
		"type", "One.", "Two here.", ".", "line 2 insert pause 1 after Two", "show", "speak")
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	has(t, out, "A pause of 0.5 s is behind: Good evening.", "Laughs is behind: to all of you.", "A pause of 0.5 s behind: Good evening", "Sounds are laughs,", "Wait <#0.5#> a little", "Two <#1#> here.", "Take 1")
	if sent := s.host.asked(); len(sent) != 1 || sent[0].Text != "One.\nTwo <#1#> here." {
		t.Errorf("sent %+v", sent)
	}
	for line, want := range map[string]string{
		"insert":                 "needs the seconds of a pause",
		"insert 200":             "0.01 to 99.99",
		"insert giggle":          `cannot be "giggle"`,
		"insert 1 after no such": "The words have no",
	} {
		if out, err := s.does(line); err == nil || !strings.Contains(out, want) {
			t.Errorf("%s: %v: %s", line, err, out)
		}
	}
}

func TestTheRequestIsShownAsCode(t *testing.T) {
	s := paid(t, nil)
	file := filepath.Join(s.home, "call.py")
	out, err := s.does("text Hello over there", "speed 1.2", "request", "request curl", "request python "+file, "request dashscope json")
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	has(t, out, `"speed": 1.2`, "$MINIMAX_API_KEY", "Wrote ", `"input": {`)
	code, err := os.ReadFile(file)
	if err != nil || !strings.Contains(string(code), "Hello over there") || strings.Contains(string(code)+out, "sk-secret") {
		t.Errorf("%v: %s", err, code)
	}
	if n := len(s.host.asked()); n != 0 {
		t.Errorf("sent %d", n)
	}
}

func TestTheBenchSaysOtherWordsAndShowsWhatHasStars(t *testing.T) {
	t.Parallel()
	s := sit(t)
	out, err := s.does("text Hello over there", "bench add voice Wise_Woman", "bench add voice Abbess", "bench make", "bench star 2", "bench starred", "bench starred", "bench line Good evening", "bench make", "undo", "bench")
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	has(t, out, "1 star", "1. Abbess, 1 star", "1. Wise Woman", "They say: Good evening", "2 not made yet", "2 of 2 made", "Undone: another line", "They say: Hello over there")
	if sent := s.host.asked(); len(sent) != 4 || sent[3].Text != "Good evening" {
		t.Errorf("sent %+v", sent)
	}
	if out, err := s.does("duel use"); err == nil || !strings.Contains(out, "No duel is asked about") {
		t.Errorf("%v: %s", err, out)
	}
}
