package plain

import (
	"encoding/json"
	"errors"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"voicestudio/tts"
	"voicestudio/ui/studio/document"
)

func TestAWholeSessionByStandardInput(t *testing.T) {
	t.Parallel()
	s := sit(t)
	out, err := s.does(
		"# a comment, and an empty line", "",
		"type", "The quick brown fox jumps over the lazy dog,", "and comes back.", ".",
		"set speed to 1.1", "emotion sa", "softness 20",
		"blend Graceful_Lady 60 Wise_Woman 40",
		"weight 2 50",
		"speak",
		"speed 0.9", "intensity 60",
		"s",
		"takes",
		"a 1", "b 2", "x", "wait 0.2", "x", "difference",
		"bench add", "bench add take 1", "bench add voice Wise_Woman", "bench make", "bench", "3", "2", "bench star 2", "stop",
		"restore 1", "star 1", "note 1 the slow one, no: the fast one",
		"save My fast voice",
		"status",
	)
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	has(t, out, "60 characters, free.", "Speed 1.10 times.", "Emotion sad.", "Soft 20.",
		"1 Graceful Lady, weight 60, 60 percent; 2 Wise Woman, weight 40, 40 percent.", "weight 50, 45 percent",
		"Take 1, heard 0.", "s after, 3.3 s, 60 characters, free.", "Speed 1.10 to 0.90 times.", "Take 2,",
		"2. ", "1. ", "A number plays one.",
		"Take 1 is A; mark the other one, too.", "Take 2 is B;", "A, take 1, levels matched.", "B, take 2.", "Speed 1.10 to 0.90 times.",
		"is on the bench as number 1.", "as number 2.", "Wise Woman is on the bench as number 3.", "1 of 1 made.", "They say: The quick brown fox",
		"3, Wise Woman.", "2, take 1", "1 star.",
		"A star for take 1.", "A note on take 1.", "Saved My fast voice in ", "Preset My fast voice.")

	sent := s.host.asked()
	if len(sent) != 3 {
		t.Fatalf("sent %d requests", len(sent))
	}
	first, second, third := sent[0], sent[1], sent[2]
	if first.Text != "The quick brown fox jumps over the lazy dog,\nand comes back." || *first.VoiceSetting.Speed != 1.1 || first.VoiceSetting.Emotion != "sad" ||
		len(first.TimbreWeights) != 2 || first.TimbreWeights[1] != (tts.TimbreWeight{VoiceID: "Wise_Woman", Weight: 50}) || *second.VoiceSetting.Speed != 0.9 || third.VoiceSetting.VoiceID != "Wise_Woman" {
		t.Errorf("sent %+v", sent)
	}

	// What was heard: both takes, A, B at the same word, the bench.
	all := s.ear.hears()
	var order []int
	for _, h := range all {
		order = append(order, h.answer)
	}
	if want := []int{0, 1, 0, 1, 2, 0}; len(order) != len(want) || order[0] != 0 || order[3] != 1 || order[5] != 0 {
		t.Fatalf("heard %v, not %v", order, want)
	}
	a, b := all[2], all[3]
	if math.Abs(a.level-b.level) > 0.3 {
		t.Errorf("A is heard at %.1f LUFS, B at %.1f", a.level, b.level)
	}

	// What is stored.
	takes := s.takes()
	if len(takes) != 3 || !takes[2].Starred || takes[2].Note != "the slow one, no: the fast one" || takes[2].AudibleMS != nil {
		t.Errorf("%d takes: %+v", len(takes), takes[len(takes)-1])
	}
	file, err := os.ReadFile(filepath.Join(s.home, "presets", "my-fast-voice.json"))
	var preset struct {
		Name    string
		Request tts.Request
	}
	if err == nil {
		err = json.Unmarshal(file, &preset)
	}
	if err != nil || preset.Name != "My fast voice" || *preset.Request.VoiceSetting.Speed != 1.1 || *preset.Request.VoiceModify.Intensity != 20 || len(preset.Request.TimbreWeights) != 2 {
		t.Errorf("%v: %s", err, file)
	}
	draft, err := document.ReadDraft(filepath.Join(s.home, "draft.json"))
	if err != nil || draft.Preset != "My fast voice" || !strings.HasPrefix(draft.Text, "The quick") || draft.A != takes[2].ID || draft.B != takes[1].ID {
		t.Errorf("%v: %+v", err, draft)
	}

	// It is all there again, and free.
	out, err = s.does("speak", "bench", "undo", "price")
	if err != nil || len(s.host.asked()) != 3 {
		t.Errorf("%v; sent %d", err, len(s.host.asked()))
	}
	has(t, out, "Take 1, from disk, free", "1 star", "There is nothing to undo")
}

func TestALineThatIsNotUnderstoodSaysHowItGoes(t *testing.T) {
	t.Parallel()
	s := sit(t)
	for line, want := range map[string]string{
		"spek":                            `There is no command "spek"; did you mean speak?`,
		"xyzzy plugh":                     `There is no command "xyzzy"; help lists them.`,
		"p":                               "",
		"re":                              `"re" can mean replace, read, pause`,
		"speed 9":                         "0.5 to 2",
		"speed fast":                      `Speed cannot be "fast"; it goes from 0.5 to 2, in steps of 0.05.`,
		"emotion hapy":                    `did you mean happy?`,
		"set":                             "Which setting is not said",
		"set colour blue":                 `There is no setting "colour"`,
		"7":                               "There is no list that 7 could answer",
		"voice Grateful_Ladyy":            "",
		"voice no such voice":             `There is no voice "no such voice"`,
		"voices klingon":                  `No voice has "klingon"`,
		"blend Wise_Woman":                "Each voice of a blend needs its weight",
		"blend Wise_Woman 500 Graceful 1": "A weight of 500 is not possible",
		"weight 3 40":                     "The blend has no voice 3",
		"play 4":                          "There is no such take yet",
		"a 9":                             "There is no such take yet",
		"x":                               "No take is A",
		"bench":                           "Nothing is on the bench",
		"left":                            "Nothing is on the bench",
		"tune use":                        "Nothing is asked about",
		"open Nobody's":                   "Nobody",
		"save":                            "Save needs a name",
		"diff":                            "No preset is open",
		"host mars":                       `Host cannot be "mars"`,
		"host minimax":                    "MINIMAX_API_KEY",
		"model whisper-1":                 `Model cannot be "whisper-1"`,
		"cap lots":                        "The cap needs an amount",
		"loop 3 1":                        "Nothing was heard yet",
		"tempo 9":                         "The tempo is a number from 0.5 to 2",
		"replace this":                    "Replace needs what is there",
		"read /nowhere/at/all":            "/nowhere/at/all cannot be read",
		"edit":                            "There is no terminal for an editor",
		"export":                          "There is no such take yet",
		"subtitles on":                    "whole on",
		"pull":                            "No folder of presets is shared by git",
		"bad \xff\xfe bytes":              "not text in UTF-8",
		"help flurb":                      `There is no command "flurb"`,
		"rename":                          "Rename needs the new name",
		"loud":                            "",
	} {
		out, err := s.does(line)
		fault := tts.AsError(err, tts.KindMachine)
		if want == "" {
			continue
		}
		if fault == nil || !strings.Contains(out, want) || !strings.HasPrefix(out, "Line 1: ") {
			t.Errorf("%s: %v: %s", line, err, out)
		}
	}
	if n := len(s.host.asked()); n != 0 {
		t.Errorf("%d requests were sent", n)
	}
}

func TestWhatAHostSaysSteersNoTerminal(t *testing.T) {
	t.Parallel()
	s := sit(t)
	s.host.refuses = 2013
	out, err := s.does("say Hello", "errors", "text \x1b[2J\u202eevil\x07", "show", "save \x1b]0;x\x07name")
	if e, is := errors.AsType[*tts.Error](err); !is || e.Kind != tts.KindRefused || e.TraceID != "0123456789" {
		t.Errorf("%v", err)
	}
	has(t, out, "Line 1: ", "0123456789", "0123456789")
}

func TestTheInputMayEndAnywhere(t *testing.T) {
	t.Parallel()
	s := sit(t)
	if out, err := s.does("type", "half a script", "and a half"); err != nil || !strings.Contains(out, "24 characters") {
		t.Errorf("%v: %s", err, out)
	}
	out, err := s.does("speak")
	if err != nil || !strings.Contains(out, "Take 1, heard") {
		t.Errorf("what is being made is waited for: %v: %s", err, out)
	}
	s.does("save Mine", "unset all", "speed 1.5", "save Mine") // which asks, and nobody answers
	s.does("text other words", "voice Wise_Woman")
	out, err = s.does("save Mine", "speed 1.2", "save Starter", "save Starter") // what is no answer is a command
	if err == nil && !strings.Contains(out, "Saved") {
		t.Errorf("%v: %s", err, out)
	}
	if out, err := s.does(""); err != nil || out != "" {
		t.Errorf("%v: %q", err, out)
	}
}
