package plain

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"voicestudio/presets/script"
	"voicestudio/tts"
	"voicestudio/ui/studio/document"
)

// lines is the script that is kept.
func (s *seat) script() script.File {
	s.t.Helper()
	d, err := document.ReadDraft(filepath.Join(s.home, "draft.json"))
	if err != nil {
		s.t.Fatal(err)
	}
	f, err := script.Folder{Dir: filepath.Join(s.home, "scripts")}.Load(d.Script)
	if err != nil {
		all, _ := filepath.Glob(filepath.Join(s.home, "*"))
		s.t.Fatalf("%v: %q: %v", err, d.Script, all)
	}
	return f
}

func TestALongScriptIsSpokenLineByLine(t *testing.T) {
	t.Parallel()
	s := sit(t)
	out, err := s.does("type", "The first line.", "The second line, a little longer.", "", "A third one opens a paragraph.", ".",
		"lines", "line 2 speed 1.5", "line 2 emotion sad", "line 3 voice Deep_Voice_Man", "line 2", "lines make", "lines", "2", "where", "lines play 2", "line 2 pause 0.8", "lines remarks")
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	has(t, out, `1. "The first line.", not made yet`, `not made yet, begins a paragraph`)
	has(t, out, "A number lets a line be heard", "3 lines to be made, free; lines make makes them",
		"Speed 1.50 times.", "Only line 2 has it so; line 2 reset makes it as all.", "Only line 3 has it so", "The second line, a little longer.", "Line 2 of 3", "Speed 1.50 times here only",
		"0.60 s of silence behind it, as usual", "3 of 3 made", "Line 2.", "From line 2 on.", "0.80 s of silence behind it.")
	sent := s.host.asked()
	slices.SortFunc(sent, func(a, b tts.Request) int { return strings.Compare(a.Text, b.Text) })
	if len(sent) != 3 || sent[0].VoiceSetting.VoiceID != "Deep_Voice_Man" || sent[0].VoiceSetting.Speed != nil || sent[1].VoiceSetting.Speed != nil || *sent[2].VoiceSetting.Speed != 1.5 || sent[2].VoiceSetting.Emotion != "sad" {
		t.Errorf("sent %+v", sent)
	}
	f := s.script()
	if len(f.Rows) != 3 || f.Rows[1].Own.VoiceSetting.Emotion != "sad" || *f.Rows[1].Pause != 0.8 || f.Rows[0].Chosen == "" || f.Rows[2].Chosen == "" || !f.Rows[2].Opens {
		t.Errorf("kept %+v", f.Rows)
	}
	if heard := s.ear.hears(); len(heard) != 2 {
		t.Errorf("heard %+v", heard)
	}
	// All of it is there again; what is changed is told, and only that is made.
	out, err = s.does("lines", "line 1 text The very first line.", "line 2 unset emotion", "lines", "lines make 1", "line 2 takes", "line 2 reset", "undo", "line 3 again", "line 3 takes", "1", "line 3 choose 1", "lines", "status")
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	has(t, out, "speed", "of other words", "of other settings", "2 lines to be made", "Undone: a line's own settings", "Line 3.", "1. today", "2. in the whole", "Take 1 of line 3 is in the whole", "No setting is set")
	if sent := s.host.asked(); len(sent) != 5 || sent[3].Text != "The very first line." || sent[4].VoiceSetting.VoiceID != "Deep_Voice_Man" {
		t.Errorf("sent %+v", sent[3:])
	}
	if f := s.script(); len(f.Rows[2].Takes) != 2 || f.Rows[2].Chosen != f.Rows[2].Takes[0] {
		t.Errorf("kept %+v", f.Rows[2])
	}
}

func TestLinesAreEditedReadAndExported(t *testing.T) {
	t.Parallel()
	s := sit(t)
	chapter, wav := filepath.Join(s.home, "chapter.md"), filepath.Join(s.home, "chapter.wav")
	if err := os.WriteFile(chapter, []byte("# One\n\nFirst this. And that.\n\nThen **that**.\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	out, err := s.does("text What was here", "lines read "+chapter, "line 2 divide", "line 1 add Between them.", "line 4 move to 2", "line 1 join", "undo", "line 2 delete", "lines whole loudness -18", "lines whole subtitles srt", "lines whole",
		"lines make", "lines export "+wav, "lines files "+s.home, "lines files "+s.home, "yes", "lines sentences")
	if err == nil {
		t.Error("there is nothing to divide any more")
	}
	has(t, out, "Read chapter.md, 3 lines.", "First this.", "Line 2 of 4.", "Between them.", "Line 2 of 5.", "And that.", "Line 2 of 5.", "Undone: joining lines", "Line 2 of 4", "Loudness minus 18 LUFS.", "Subtitles are written, too, as srt.",
		"Between lines 0.25 s.", "4 of 4 made", "Wrote ", "chapter.wav", "Wrote the subtitles ", "chapter.srt", "Wrote 4 files in ", "4 such files in ", "Wrote 4 files in ", "only one sentence")
	if b, err := os.ReadFile(wav); err != nil || !bytes.HasPrefix(b, []byte("RIFF")) {
		t.Error(err)
	}
	if b, err := os.ReadFile(filepath.Join(s.home, "chapter.srt")); err != nil || !strings.Contains(string(b), "Between them.") {
		t.Errorf("%v: %s", err, b)
	}
	out, err = s.does("lines new", "text Another script", "lines make", "lines open", "1", "lines", "lines open")
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	has(t, out, "1 of 1 made", "1. One, 4 lines, 4 made", "4 lines", "Between them.")
}

func TestLinesSayTheirPriceFirstAndCanBeStopped(t *testing.T) {
	s := paid(t, nil)
	out, _ := s.does("type", "The first line.", "The second line.", ".", "lines make", "no", "lines make", "yes", "line 1 again", "yes")
	has(t, out, "2 lines to be made, 31 characters, about $0.0019; yes or no", "Nothing was sent", "2 of 2 made", "1 line to be made, 15 characters", "Line 1.")
	if n := len(s.host.asked()); n != 3 {
		t.Errorf("sent %d", n)
	}
	s = sit(t)
	s.host.gate = make(chan struct{})
	k := s.types()
	for _, line := range []string{"type", "One.", "Two.", "Three.", "Four.", ".", "lines make"} {
		k.line(line)
	}
	k.says("Making 4 lines")
	k.until("the host is asked", func() bool { return len(s.host.asked()) == 2 })
	k.line("where")
	k.says("0 of 4 lines made")
	k.line("stop")
	k.says("Stopped.")
	k.line("quit")
	if err := k.leaves(); err != nil {
		t.Error(err)
	}
	if n := len(s.host.asked()); n != 2 {
		t.Errorf("sent %d", n)
	}
}

func TestALineSaysWhatIsWrong(t *testing.T) {
	t.Parallel()
	s := sit(t)
	s.does("type", "One.", "Two.", ".")
	for line, want := range map[string]string{
		"line 3":             "There is no line 3; choose 1 to 2",
		"line":               "Which line is not said",
		"line 1 duel":        "Duel is not about one line",
		"line 1 speed 9":     "0.5 to 2",
		"line 2 join":        "no line behind it",
		"line 1 paragraph":   "always begins a paragraph",
		"line 1 reset":       "as all lines are already",
		"line 1 choose 2":    "Line 1 has 0 takes",
		"line 1 move up":     "Move needs the number",
		"line 1 pause long":  "a number of seconds",
		"lines play":         "No line is made yet",
		"lines export":       "A file is needed",
		"lines export x.doc": "cannot be exported",
		"lines read":         "A file is needed",
		"lines whole loud":   "That cannot be set",
		"lines xyzzy":        `No line has "xyzzy"`,
		"lines open":         "No other script is kept",
	} {
		if out, err := s.does(line); err == nil || !strings.Contains(out, want) {
			t.Errorf("%s: %v: %s", line, err, out)
		}
	}
}
