package tts

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"voicestudio/tts/wording"
)

// The system's reasons are said in the person's language, without its calls.
func TestWhatTheSystemRefusesIsSaidInTheLanguage(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "file")
	os.WriteFile(file, nil, 0o600)
	_, missing := os.Open(filepath.Join(dir, "none"))
	_, below := os.Open(filepath.Join(file, "below"))
	_, folder := os.ReadFile(dir)
	_, long := os.Open(filepath.Join(dir, strings.Repeat("x", 300)))
	defer wording.Speak(wording.English)
	for _, err := range []error{missing, below, folder, long, os.Mkdir(dir, 0o700), os.Remove(dir), os.Rename(filepath.Join(dir, "none"), file)} {
		if err == nil {
			t.Fatal("it was not refused")
		}
		wording.Speak(wording.English)
		if said := Reason(err); strings.Contains(said, dir) || len(said) < 8 {
			t.Errorf("%q", said)
		}
		wording.Speak(wording.Chinese)
		if said := Reason(err); strings.ContainsFunc(said, func(r rune) bool { return unicode.Is(unicode.Latin, r) }) {
			t.Errorf("%q of %v", said, err)
		}
	}
}

func TestWhyATextIsNoJSONIsSaidInPlainWords(t *testing.T) {
	defer wording.Speak(wording.English)
	for text, want := range map[string]string{
		`{"a": 1`:            "it ends in the middle",
		``:                   "it ends in the middle",
		`{"a": 1,}`:          "there is a comma too many before }",
		`[1, 2,]`:            "there is a comma too many before ]",
		`{"a": 1 "b": 2}`:    "a comma is missing before a quotation mark",
		`[1 2]`:              "a comma is missing before 2",
		`{"a" 1}`:            "a colon is missing before 1",
		`{a: 1}`:             "a name in quotation marks is missing before a",
		`{'a': 1}`:           "a name in quotation marks is missing before '",
		`{"a": yes}`:         "y stands where a value belongs",
		`{"a": tru}`:         "} stands where a value belongs",
		"{\"a\": \"b\n\"}":   "a text is not closed: a quotation mark is missing",
		`{"a": "C:\Users"}`:  `\ before U means nothing in a text`,
		`{"a": 1} and`:       "a stands after the end",
		"{\"a\": \x1b[31m1}": "stands where a value belongs",
	} {
		var v any
		err := json.Unmarshal([]byte(text), &v)
		wording.Speak(wording.English)
		if said := NoJSON(err); !strings.HasSuffix(said, want) || strings.Contains(said, "\x1b") {
			t.Errorf("%s: %q", text, said)
		}
		wording.Speak(wording.Chinese)
		if said := NoJSON(err); strings.Contains(said, "is") || !strings.ContainsFunc(said, func(r rune) bool { return unicode.Is(unicode.Han, r) }) {
			t.Errorf("%s: %q", text, said)
		}
	}
}
