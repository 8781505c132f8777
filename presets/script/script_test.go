package script

import (
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"voicestudio/tts"
)

// of is a script of a text.
func of(text string) Script { return New().Follow(text) }

func texts(s Script) string {
	var all []string
	for _, l := range s.Lines {
		all = append(all, l.Text)
	}
	return strings.Join(all, "|")
}

func TestALineStaysTheSameWhateverIsWrittenAroundIt(t *testing.T) {
	s := of("One here.\nTwo here.\n\nThree here.")
	ids := func(s Script) (all []string) {
		for _, l := range s.Lines {
			all = append(all, l.ID)
		}
		return all
	}
	was := ids(s)
	s = s.SetOwn(1, Own{Set: tts.Request{VoiceSetting: tts.VoiceSetting{Speed: new(0.9)}}})
	next := s.Follow("A new one.\nOne here.\nTwo there.\n\nThree here.\nFour.")
	now := ids(next)
	if now[1] != was[0] || now[2] != was[1] || now[3] != was[2] || next.Lines[2].Own.None() || !next.Lines[1].Own.None() {
		t.Errorf("%v became %v", was, now)
	}
	if back := next.Follow(s.Text()); back.Lines[1].ID != was[1] || back.Text() != s.Text() {
		t.Error("what was undone is another line")
	}
}

func TestLinesAreJoinedDividedMovedAndTakenOut(t *testing.T) {
	s := of("Good morning. How are you?\nFine.\n\n晚安，谢谢大家。")
	divided, _ := s.Sentences(0)
	if texts(divided) != "Good morning.|How are you?|Fine.|晚安，谢谢大家。" || divided.Lines[0].ID != s.Lines[0].ID || divided.Lines[1].Opens {
		t.Errorf("sentences: %q", divided.Text())
	}
	joined, _ := divided.Join(0)
	if joined.Text() != s.Text() || joined.Lines[0].ID != s.Lines[0].ID {
		t.Errorf("joined: %q", joined.Text())
	}
	at := strings.Index(s.Lines[0].Text, "How")
	if two, did := s.Divide(0, at); !did || texts(two) != texts(divided) {
		t.Errorf("divided: %q", texts(two))
	}
	if _, did := s.Divide(0, 0); did {
		t.Error("a line of nothing was made")
	}
	if moved, _ := s.Move(1, 1); moved.Text() != "Good morning. How are you?\n晚安，谢谢大家。\n\nFine." {
		t.Errorf("moved: %q", moved.Text())
	}
	if less, _ := s.Remove(2); less.Text() != "Good morning. How are you?\nFine." {
		t.Errorf("taken out: %q", less.Text())
	}
	if more, _ := s.Rewrite(1, "Fine.\nThanks."); texts(more) != "Good morning. How are you?|Fine.|Thanks.|晚安，谢谢大家。" {
		t.Errorf("rewritten: %q", texts(more))
	}
	if p := s.SetPause(0, new(0.4)); p.Text() != "Good morning. How are you? <#0.4#>\nFine.\n\n晚安，谢谢大家。" || p.Pause(0) != 0.4 || p.Pause(1) != 0.6 || p.Pause(2) != 0 {
		t.Errorf("a pause: %q", p.Text())
	}
}

func TestAWordIsPutRightInAllLinesAndNotInsideOthers(t *testing.T) {
	s := of("The NVMe team. NVMe!\nNVMes stay.\n\n看NVMe盘。")
	next, in := s.Replace("NVMe", "en vee em ee")
	if texts(next) != "The en vee em ee team. en vee em ee!|NVMes stay.|看en vee em ee盘。" || len(in) != 2 || in[1] != 2 {
		t.Errorf("%q in %v", texts(next), in)
	}
	if gone, in := of("Um, well.\nUm").Replace("Um", ""); texts(gone) != ", well.|Um" || len(in) != 1 {
		t.Errorf("%q in %v", texts(gone), in)
	}
}

func TestALinesOwnSettingsAreWhatDiffers(t *testing.T) {
	var all tts.Request
	all.SetVoices([]tts.TimbreWeight{{VoiceID: "Wise_Woman"}})
	all.Set("voice_setting.speed", 0.9)
	all.Set("voice_setting.emotion", "calm")
	line := all
	line.Set("voice_setting.speed", 0.95)
	line.Set("voice_setting.emotion", nil)
	line.SetVoices([]tts.TimbreWeight{{VoiceID: "Wise_Woman", Weight: 50}, {VoiceID: "Deep_Voice_Man", Weight: 50}})
	own := Between(all, line)
	if !own.On(all).Equal(line) {
		t.Errorf("%+v on all is %+v", own, own.On(all))
	}
	all.Set("voice_setting.pitch", 2) // what the line does not differ in goes along
	if got := own.On(all); got.Get("voice_setting.pitch") != 2 || got.Get("voice_setting.speed") != 0.95 || len(got.Voices()) != 2 {
		t.Errorf("%+v", got)
	}
	if len(own.Changes(all)) != 4 { // speed, emotion, voice_id and weights
		t.Errorf("%+v", own.Changes(all))
	}
	for _, path := range []string{"voice_setting.speed", "voice_setting.emotion", "timbre_weights"} {
		own = own.Back(all, path)
	}
	if !own.None() {
		t.Errorf("left is %+v", own)
	}
}

func TestAnotherWordOfTheDictionaryIsNoOtherRequest(t *testing.T) {
	s := of("The GTC is near.\nNothing here.")
	var all tts.Request
	all.PronunciationDict.Tone = []string{"gtc/G T C", "NVMe/en vee"}
	a, b := s.Lines[0].Wanted(all), s.Lines[1].Wanted(all)
	if len(a.PronunciationDict.Tone) != 1 || len(b.PronunciationDict.Tone) != 0 || a.Text != "The GTC is near." {
		t.Errorf("%+v %+v", a, b)
	}
}

func TestAScriptIsKeptWithItsTakesAndFoundAgain(t *testing.T) {
	f := Folder{filepath.Join(t.TempDir(), "scripts")}
	s := of("One.\nTwo. <#0.5#>\n\nThree.").SetOwn(0, Own{Set: tts.Request{VoiceSetting: tts.VoiceSetting{Speed: new(0.9)}}, Without: []string{"voice_setting.emotion"}})
	kept := Kept{s.Lines[1].ID: Takes{}.Made("0123abcd-1").Made("0123abcd-2").Choose("0123abcd-1", "x")}
	file, err := f.Create(File{Name: "q3"}.Of(s, kept))
	if err != nil {
		t.Fatal(err)
	}
	read, err := f.Load(file.ID)
	if err != nil {
		t.Fatal(err)
	}
	again, takes := read.Script()
	if !again.Equal(s) || takes[s.Lines[1].ID].Chosen != "0123abcd-1" || len(takes[s.Lines[1].ID].All) != 2 {
		t.Errorf("%+v %+v", again, takes)
	}
	if held, err := f.Takes(); err != nil || !held["0123abcd-2"] {
		t.Errorf("%v %v", held, err)
	}
	here, there := read, read
	if _, err = f.Save(here.Of(s, Kept{})); err != nil {
		t.Fatal(err)
	}
	if _, err := f.Save(there); !errors.Is(err, fs.ErrExist) || !strings.Contains(err.Error(), "another program has changed this script") {
		t.Errorf("two on one script: %v", err)
	}
}

func TestWhatAnotherVersionKnowsOfAScriptStays(t *testing.T) {
	f := Folder{t.TempDir()}
	file, err := f.Create(File{}.Of(of("One.\nTwo."), nil))
	if err != nil {
		t.Fatal(err)
	}
	data, _ := os.ReadFile(f.Path(file.ID))
	os.WriteFile(f.Path(file.ID), []byte(strings.NewReplacer(`"text": "Two."`, `"text": "Two.", "x_mood": [1, 2.50]`, `"whole": {`, `"x_top": "a", "whole": {`).Replace(string(data))), 0o600)
	file, _ = f.Load(file.ID)
	s, kept := file.Script()
	s, _ = s.Move(0, 1)
	if _, err := f.Save(file.Of(s, kept)); err != nil {
		t.Fatal(err)
	}
	data, _ = os.ReadFile(f.Path(file.ID))
	if text := strings.NewReplacer(" ", "", "\n", "").Replace(string(data)); !strings.Contains(text, `"text":"Two.","x_mood":[1,2.50]`) || !strings.Contains(text, `"x_top":"a"`) {
		t.Errorf("lost:\n%s", data)
	}
}

func TestWhatIsNotKnownOfLinesWithoutIDsStays(t *testing.T) {
	f := Folder{t.TempDir()}
	os.WriteFile(f.Path("by-hand"), []byte(`{"version":1,"lines":[{"text":"One.","x_a":1},{"text":""},{"text":"One.","x_b":"<2>"},{"text":"Three."},{"id":"a<\u665a","text":"Four.","x_d":4}]}`), 0o600)
	file, err := f.Load("by-hand")
	if err != nil {
		t.Fatal(err)
	}
	s, kept := file.Script()
	s, _ = s.Move(0, 1)
	if _, err := f.Save(file.Of(s, kept)); err != nil {
		t.Fatal(err)
	}
	var now struct{ Lines []map[string]any }
	data, _ := os.ReadFile(f.Path("by-hand"))
	json.Unmarshal(data, &now)
	if len(now.Lines) != 4 || now.Lines[0]["x_b"] != "<2>" || now.Lines[1]["x_a"] != 1.0 || now.Lines[2]["x_a"] != nil || now.Lines[3]["x_d"] != 4.0 || !strings.Contains(string(data), `"<2>"`) {
		t.Errorf("lost:\n%s", data)
	}
}

func TestAFileThatIsNoScriptIsToldAndNeverOverwritten(t *testing.T) {
	f := Folder{t.TempDir()}
	file, err := f.Create(File{}.Of(of("One."), nil))
	if err != nil {
		t.Fatal(err)
	}
	data, _ := os.ReadFile(f.Path(file.ID))
	for text, says := range map[string]string{
		"": "empty, as after a power cut",
		strings.Replace(string(data), `"version": 1`, `"version": 2`, 1):                "made by a newer voicestudio",
		strings.Replace(string(data), `"version": 1`, `"version": 1,"host": "moon"`, 1): `there is no host "moon"`,
		strings.Replace(string(data), `"lines": [`, `"lines": "many", "x": [`, 1):       "lines is of the wrong kind",
		strings.Replace(string(data), `"text": "One."`, `"text": 7`, 1):                 "text is of the wrong kind",
		"\xff\xfe{\x00}\x00":                            "UTF-8",
		`{"version": 1, "name": "Warm", "request": {}}`: "it has no lines, so it is no script",
	} {
		os.WriteFile(f.Path(file.ID), []byte(text), 0o600)
		_, loaded := f.Load(file.ID)
		_, saved := f.Save(file)
		now, _ := os.ReadFile(f.Path(file.ID))
		if loaded == nil || !strings.Contains(loaded.Error(), says) || saved == nil || string(now) != text {
			t.Errorf("%s: %v, saved %v, %q", says, loaded, saved, now)
		}
	}
	for _, id := range []string{"nothing", "../" + file.ID, ""} {
		if _, err := f.Load(id); !errors.Is(err, fs.ErrNotExist) {
			t.Errorf("%q: %v", id, err)
		}
	}
}

func TestSubtitlesBesideAWholeAreOfAFormThatThereIs(t *testing.T) {
	for kept, want := range map[string]string{"srt": "srt", "vtt": "vtt", "docx": "", "": ""} {
		f, err := Parse([]byte(`{"version":1,"lines":[],"whole":{"subtitles":"` + kept + `"}}`))
		if err != nil || f.Whole.Subtitles != want {
			t.Errorf("%q is read as %q, %v", kept, f.Whole.Subtitles, err)
		}
		again, _ := json.Marshal(f.Whole)
		if strings.Contains(string(again), "subtitles") != (want != "") {
			t.Errorf("%q is kept as %s", want, again)
		}
	}
}

func TestAScriptKeepsThePermissionsOfItsFile(t *testing.T) {
	f := Folder{t.TempDir()}
	file, err := f.Create(File{}.Of(of("One."), nil))
	if err != nil {
		t.Fatal(err)
	}
	os.Chmod(f.Path(file.ID), 0o640)
	if file, err = f.Save(file); err != nil {
		t.Fatal(err)
	}
	if info, _ := os.Stat(f.Path(file.ID)); info.Mode().Perm() != 0o640 {
		t.Error(info.Mode())
	}
	os.Chmod(f.Path(file.ID), 0o440)
	was, _ := os.ReadFile(f.Path(file.ID))
	_, err = f.Save(file)
	if now, _ := os.ReadFile(f.Path(file.ID)); !errors.Is(err, fs.ErrPermission) || string(now) != string(was) {
		t.Errorf("a file that may not be written was: %v", err)
	}
}

func TestAScriptByHandNeedsOnlyItsWords(t *testing.T) {
	f, err := Parse([]byte(`{"version":1,"lines":[{"text":" One\nhere. "},{"text":""},{"text":"Two.","opens":true,"pause":-3}]}`))
	if err != nil {
		t.Fatal(err)
	}
	if again, _ := Parse([]byte(`{"version":1,"lines":[{"text":"One here."},{"text":"Two."}]}`)); again.Rows[1].ID != f.Rows[1].ID {
		t.Error("two who read it do not speak of the same lines")
	}
	if s, _ := f.Script(); texts(s) != "One here.|Two." || s.Lines[0].ID == "" || s.Pause(0) != Usual.BetweenParagraphs || s.Whole != Usual {
		t.Errorf("%+v", s)
	}
}

func TestHoweverAScriptIsEditedItsTextIsItsLines(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := of(strings.Join(rapid.SliceOfN(rapid.SampledFrom([]string{"One. Two.", "three", "晚安，谢谢。再见。", "", "(laughs)", "a <#0.5#>", "Mr. X went. \"Oh!\""}), 1, 8).Draw(t, "rows"), "\n"))
		for range rapid.IntRange(1, 8).Draw(t, "edits") {
			i, before := rapid.IntRange(-1, len(s.Lines)).Draw(t, "line"), s
			text := s.Text()
			switch rapid.IntRange(0, 6).Draw(t, "edit") {
			case 0:
				s, _ = s.Join(i)
			case 1:
				s, _ = s.Divide(i, rapid.IntRange(0, 20).Draw(t, "at"))
			case 2:
				s, _ = s.Sentences(i)
			case 3:
				s, _ = s.Move(i, rapid.SampledFrom([]int{-1, 1}).Draw(t, "by"))
			case 4:
				s, _ = s.Remove(i)
			case 5:
				s, _ = s.Rewrite(i, rapid.SampledFrom([]string{"x", "a\n\nb", ""}).Draw(t, "text"))
			case 6:
				s, _ = s.Paragraph(i)
			}
			if before.Text() != text {
				t.Fatal("what can be brought back was changed")
			}
			seen := map[string]bool{}
			for _, l := range s.Lines {
				if seen[l.ID] || l.ID == "" {
					t.Fatalf("an id twice: %+v", s.Lines)
				}
				seen[l.ID] = true
			}
			if read := of(s.Text()); texts(read) != texts(s) {
				t.Fatalf("%q is read as %q", texts(s), texts(read))
			}
		}
	})
}

func FuzzParse(f *testing.F) {
	f.Add([]byte(`{"version":1,"request":{"voice_setting":{"speed":0.9}},"lines":[{"id":"a","text":"One.","own":{"voice_setting":{"speed":1}},"takes":["0123abcd-1"],"chosen":"0123abcd-2"},{"id":"a","text":"\u202eTwo","opens":true,"pause":1e9}],"whole":{"loudness":-300},"queue":[{"line":"a"}]}`))
	f.Add([]byte(`{"version":1,"lines":[{"text":"x\u0000\n\ny"}]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		file, err := Parse(data)
		if err != nil {
			return
		}
		s, kept := file.Script()
		again, keptAgain := file.Of(s, kept).Script()
		if !again.Equal(s) || len(keptAgain) != len(kept) {
			t.Errorf("%+v is kept as %+v", s, again)
		}
		for i := range s.Lines {
			if p := s.Pause(i); p < 0 || p > LongestPause {
				t.Errorf("a pause of %v", p)
			}
		}
	})
}
