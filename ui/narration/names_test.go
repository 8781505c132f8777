package narration

import (
	"path/filepath"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/cases"

	"voicestudio/presets/script"
	"voicestudio/tts"
)

func TestEveryLineHasAFileNameOfItsOwn(t *testing.T) {
	w := work("Good morning, everybody in the house and around it, and far away.", "(laughs) Yes!", "yes", "YES?", "晚安，谢谢大家。", "…", "con", "Our Q3 <#0.5#> revenue: $1,248,300")
	w.Script = w.SetOwn(2, script.Own{Set: tts.Request{TimbreWeights: []tts.TimbreWeight{{VoiceID: "Wise_Woman", Weight: 60}, {VoiceID: "Calm_Man ", Weight: 40}}}})
	w.Script = w.SetOwn(3, script.Own{Set: tts.Request{VoiceSetting: tts.VoiceSetting{VoiceID: "Deep_Voice_Man"}}})
	for pattern, want := range map[string]string{
		"":                     "1-good-morning-everybody-in-the-house-and.wav 2-yes.wav 3-yes.wav 4-yes.wav 5-晚安-谢谢大家.wav 6-line.wav 7-con.wav 8-our-q3-revenue-1-248-300.wav",
		"{text}.FLAC":          "good-morning-everybody-in-the-house-and.flac yes.flac yes-2.flac yes-3.flac 晚安-谢谢大家.flac line.flac line-con.flac our-q3-revenue-1-248-300.flac",
		"Q3":                   "Q3.wav Q3-2.wav Q3-3.wav Q3-4.wav Q3-5.wav Q3-6.wav Q3-7.wav Q3-8.wav",
		"{script} {n} {voice}": "the-q3-call 1 wise-woman.wav the-q3-call 2 wise-woman.wav the-q3-call 3 wise-woman-60-calm-man-40.wav the-q3-call 4 deep-voice-man.wav the-q3-call 5 wise-woman.wav the-q3-call 6 wise-woman.wav the-q3-call 7 wise-woman.wav the-q3-call 8 wise-woman.wav",
	} {
		names, err := Names(pattern, "The Q3 call", w)
		if got := strings.Join(names, " "); err != nil || got != want {
			t.Errorf("%q: %q, want %q, %v", pattern, got, want, err)
		}
	}
	long := work(make([]string, 0)...)
	long.Script = script.New().Follow(strings.Repeat("x\n", 1000))
	if names, _ := Names("{script}.mp3", "", long); names[0] != "script.mp3" || names[1] != "script-2.mp3" {
		t.Error(names[:2])
	}
	w.Request = tts.Request{}
	if names, _ := Names("{voice}", "", w); names[0] != "english-graceful-lady.wav" { // who speaks where nobody was chosen
		t.Error(names[0])
	}
	if names, _ := Names("{n}", "", long); names[0] != "0001.wav" || names[999] != "1000.wav" {
		t.Error(names[0], names[999])
	}
}

func TestAPatternThatNamesNothingSaysWhatItMayName(t *testing.T) {
	w := work("One.")
	for pattern, says := range map[string]string{
		"{title}.wav":  "there is no {title} for names of files; there are {n}, {text}, {script}, {id}, {voice}",
		"{n\x1b[2J}":   "there is no {n[2J} for names of files",
		"{n":           "a { without its }",
		"n}{":          "a { without its }",
		"../{n}":       "has no / and no",
		`c:\{n}`:       "has no / and no",
		"...wav":       "gives files no name",
		".wav":         "gives files no name",
		"\u202e\a .":   "gives files no name",
		"{n}/{text}":   "choose the folder apart",
		"{}":           "there is no {}",
		"{{n}}":        "a { without its }",
		"\xff\xfe.mp3": "gives files no name",
	} {
		names, err := Names(pattern, "", w)
		if e := tts.AsError(err, ""); err == nil || !strings.Contains(err.Error(), says) || e.Field != "names" || strings.ContainsFunc(err.Error(), unicode.IsControl) {
			t.Errorf("%q: %q %v", pattern, names, err)
		}
	}
}

func FuzzNames(f *testing.F) {
	for _, seed := range [][3]string{{UsualNames, "A", "One.\nTwo."}, {"{script}{voice}{id}", "../..", "(laughs)\n<#1#>"}, {"con.{n}", "\x00", "晚安\n\n晚安"}, {strings.Repeat("é", 200), "", "a\na\na"}, {"K{text}", "", "k\nK\nK"}, {"~ {text}.mp3", "", "."}} {
		f.Add(seed[0], seed[1], seed[2])
	}
	f.Fuzz(func(t *testing.T, pattern, title, text string) {
		w := Work{Script: script.New().Follow(text)}
		names, err := Names(pattern, title, w)
		if err != nil {
			return
		}
		seen := map[string]bool{}
		for _, name := range names {
			key := cases.Fold().String(name)
			if seen[key] || len(name) > longestName || !utf8.ValidString(name) || filepath.Base(name) != name || strings.HasPrefix(name, ".") ||
				strings.ContainsFunc(name, func(r rune) bool { return tts.Steers(r) || strings.ContainsRune(`<>:"|?*/\`, r) }) {
				t.Fatalf("%q of %q", name, pattern)
			}
			seen[key] = true
		}
		if len(names) != len(w.Lines) {
			t.Fatalf("%d names for %d lines", len(names), len(w.Lines))
		}
	})
}
