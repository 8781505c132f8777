package presets

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"voicestudio/tts"
)

func TestAFormulaIsReadAsItWasWritten(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		id := rapid.OneOf(rapid.StringMatching(`[A-Za-z0-9_-]{1,12}`), rapid.String().Filter(func(s string) bool { return strings.TrimSpace(s) != "" }))
		voices := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) tts.TimbreWeight {
			return tts.TimbreWeight{VoiceID: id.Draw(t, "id"), Weight: rapid.IntRange(1, 100).Draw(t, "weight")}
		}), 1, tts.MaxVoices).Draw(t, "voices")
		if len(voices) == 1 {
			voices[0].Weight = 0
		}
		written := Formula(voices)
		read, err := ParseFormula(" " + written + "\n")
		if err != nil || !slices.Equal(read, voices) {
			t.Fatalf("%s: %+v, %v", written, read, err)
		}
	})
}

func TestAWrongFormulaSaysWhereItIsWrong(t *testing.T) {
	for formula, want := range map[string]string{
		"":                            "at character 1 there must be a voice",
		"Wise_Woman(60)+":             "at character 16 there must be a voice",
		"Wise_Woman(60) Calm(40)":     "at character 16 there must be a +",
		"Wise_Woman(0)":               "at character 12 the weight must be",
		"Wise_Woman(101)+A(1)":        "at character 12 the weight must be",
		"Wise_Woman(60":               "at character 12 the weight must be",
		"Wise_Woman(60.5)+A(1)":       "at character 14 the weight must end with )",
		"Wise_Woman+A(40)":            "at character 11 there must be a weight",
		`"新闻女声"(60)+"open`:            "at character 12 the quoted voice is not complete",
		`""`:                          "at character 1 the quoted voice",
		"a(1)+b(1)+c(1)+d(1)+e(1)":    "at character 21 it has more than 4 voices",
		"Chinese (Mandarin)_News(40)": "at character 10 the weight must be",
	} {
		if read, err := ParseFormula(formula); err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("%s: %+v, %v, not %s", formula, read, err, want)
		}
	}
}

func FuzzFormula(f *testing.F) {
	f.Add(`Wise_Woman(60)+"Chinese (Mandarin)_News_Anchor"(40)`)
	f.Add(`"Santa_Claus "`)
	f.Fuzz(func(t *testing.T, formula string) {
		voices, err := ParseFormula(formula)
		if err != nil {
			return
		}
		again, err := ParseFormula(Formula(voices))
		if len(voices) == 1 {
			voices[0].Weight = 0
		}
		if err != nil || !slices.Equal(again, voices) {
			t.Errorf("%q: %+v, then %+v, %v", formula, voices, again, err)
		}
	})
}
