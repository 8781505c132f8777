package tts

import "testing"

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
