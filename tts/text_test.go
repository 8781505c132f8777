package tts

import (
	"testing"
	"unicode/utf16"
)

func TestWordsOfAnyEditorComeInAsPlainText(t *testing.T) {
	for in, want := range map[string]string{
		"\ufeffHello":               "Hello",
		"one\r\ntwo\r\n\r\nthree\r": "one\ntwo\n\nthree\n",
		"a\tb":                      "a b",
		"e\u0301te\u0301":           "été",
		"\u1112\u1161\u11ab":        "한",
		"Santa_Claus ":              "Santa_Claus ",
		"":                          "",
	} {
		if got := Plain(in); got != want || Plain(got) != got {
			t.Errorf("%q came in as %q, not %q", in, got, want)
		}
	}
	if got := TrimBOM([]byte("\ufeff{}")); string(got) != "{}" {
		t.Errorf("%q", got)
	}
}

func TestATextFileIsReadWhateverSavedIt(t *testing.T) {
	utf16File := func(text string, high int) []byte {
		var b []byte
		for _, unit := range utf16.Encode([]rune(text)) {
			pair := []byte{byte(unit), byte(unit >> 8)}
			b = append(b, pair[high], pair[1-high])
		}
		return b
	}
	const want = "Hé, 好 👍\nbye"
	for name, b := range map[string][]byte{
		"UTF-8": []byte(want), "UTF-8 of Windows": []byte("\ufeffHe\u0301, 好 👍\r\nbye"),
		"UTF-16 of Windows": utf16File("\ufeffHé, 好 👍\r\nbye", 0), "UTF-16, big end first": utf16File("\ufeffHé, 好 👍\nbye", 1),
	} {
		if got, err := Decode(b); got != want || err != nil {
			t.Errorf("%s: %q, %v", name, got, err)
		}
	}
	for name, b := range map[string][]byte{"Latin-1": []byte("H\xe9"), "a picture": []byte("\x89PNG\x00\x01"), "half of UTF-16": []byte("\xff\xfeH\x00\x01")} {
		if got, err := Decode(b); err == nil || AsError(err, "").Cure == "" {
			t.Errorf("%s: %q, %v", name, got, err)
		}
	}
	if got, err := Decode(nil); got != "" || err != nil {
		t.Errorf("%q, %v", got, err)
	}
}
