package subtitles

import (
	"bytes"
	"strings"
	"testing"
	"testing/iotest"
)

// titles is a file as MiniMax makes it: fractions of milliseconds, offsets in
// code points, the blank between two words as an entry of its own.
const titles = `[
 {"text":"Hello <you> & me.","pronounce_text":"Hello you and me.","time_begin":0,"time_end":1234.5625,"text_begin":0,"text_end":17,"is_final_segment":false,"timestamped_words":[
   {"word":"Hello","word_begin":0,"word_end":5,"time_begin":0,"time_end":400.2},
   {"word":" ","time_begin":400.2,"time_end":410},
   {"word":"<you>","time_begin":410,"time_end":700},{"word":" & me.","time_begin":700,"time_end":1234.5}]},
 {"text":"你好。","time_begin":3723004,"time_end":3724000.4,"is_final_segment":true,"timestamped_words":null}
]`

func TestSubtitlesAsSRTAndVTT(t *testing.T) {
	cues, err := Parse(iotest.OneByteReader(strings.NewReader(titles)))
	if err != nil {
		t.Fatal(err)
	}
	for format, want := range map[Format]string{
		SRT: "1\n00:00:00,000 --> 00:00:01,235\nHello <you> & me.\n\n2\n01:02:03,004 --> 01:02:04,000\n你好。\n\n",
		VTT: "WEBVTT\n\n00:00:00.000 --> 00:00:01.235\nHello <00:00:00.410>&lt;you&gt;<00:00:00.700> &amp; me.\n\n01:02:03.004 --> 01:02:04.000\n你好。\n\n",
	} {
		var b bytes.Buffer
		if err := Write(&b, format, cues); err != nil || b.String() != want {
			t.Errorf("%s: %v\n%s", format, err, b.String())
		}
	}
}

func TestHostileSubtitlesDoNoHarm(t *testing.T) {
	cues, err := Parse(strings.NewReader(`[{"text":"late\n\n\u001b[31mred\u202e","time_begin":900,"time_end":100},{"text":"  ","time_begin":1},{"text":"early","time_begin":-5,"time_end":1e300}]`))
	if err != nil || len(cues) != 2 || cues[0].Text != "early" || cues[0].Begin != 0 || cues[1].Text != "late  [31mred" || cues[1].End != cues[1].Begin {
		t.Errorf("%+v %v", cues, err)
	}
	for _, bad := range []string{"", "{}", "[1]", `[{"time_begin":"x"}]`, `[{"text":"a","time_begin":"NaN"}]`, `[{"text":"a","time_begin":{}}]`, "<html>"} {
		if _, err := Parse(strings.NewReader(bad)); err == nil {
			t.Errorf("%q was taken for subtitles", bad)
		}
	}
}

func TestSubtitlesAsOtherProgramsWriteThem(t *testing.T) {
	for name, c := range map[string]struct{ file, srt string }{
		"a BOM":           {"\ufeff" + `[{"text":"Hello.","time_begin":0,"time_end":250}]`, "1\n00:00:00,000 --> 00:00:00,250\nHello.\n\n"},
		"times as texts":  {`[{"text":"Hello.","time_begin":"0","time_end":" 250.5 "}]`, "1\n00:00:00,000 --> 00:00:00,251\nHello.\n\n"},
		"no times":        {`[{"text":"Hello.","time_begin":null}]`, "1\n00:00:00,000 --> 00:00:00,001\nHello.\n\n"},
		"an endless time": {`[{"text":"Hello.","time_begin":1e999,"time_end":"Infinity"}]`, "1\n10:00:00,000 --> 10:00:00,001\nHello.\n\n"},
		"a cue of no length": {`[{"text":"A","time_begin":100,"time_end":100},{"text":"B","time_begin":100.4,"time_end":400}]`,
			"1\n00:00:00,100 --> 00:00:00,101\nA\n\n2\n00:00:00,100 --> 00:00:00,400\nB\n\n"},
		"CRLF, a tab, a letter and its accent apart": {`[{"text":"Cafe\u0301\tau\r\nlait","time_end":9}]`, "1\n00:00:00,000 --> 00:00:00,009\nCafé au lait\n\n"},
	} {
		cues, err := Parse(strings.NewReader(c.file))
		var b bytes.Buffer
		Write(&b, SRT, cues)
		if err != nil || b.String() != c.srt {
			t.Errorf("%s: %v\n%s", name, err, b.String())
		}
	}
	for _, empty := range []string{"[]", "null", "\ufeff[]", `[{"text":" \u200e","time_begin":1,"time_end":2}]`} {
		if cues, err := Parse(strings.NewReader(empty)); err != ErrEmpty {
			t.Errorf("%q: %v, %v", empty, cues, err)
		}
	}
}

func TestTheEndingOfAFileTellsItsForm(t *testing.T) {
	if f, ok := FormatOf("a/b.SRT"); f != SRT || !ok {
		t.Error("SRT")
	}
	if f, ok := FormatOf("b.vtt"); f != VTT || !ok {
		t.Error("VTT")
	}
	if _, ok := FormatOf("b.txt"); ok {
		t.Error("txt")
	}
}

// FuzzSubtitles checks that whatever a host sends, the files that are written
// have as many cues as were read, in order of time.
func FuzzSubtitles(f *testing.F) {
	f.Add([]byte(titles))
	f.Add([]byte(`[{"text":"-->\r\n\r\n2\r\n","time_begin":1e9,"time_end":0}]`))
	f.Fuzz(func(t *testing.T, file []byte) {
		cues, err := Parse(bytes.NewReader(file))
		if err != nil {
			return
		}
		for i, c := range cues {
			if c.Begin < 0 || c.End < c.Begin || i > 0 && c.Begin < cues[i-1].Begin {
				t.Errorf("cue %d from %v to %v", i, c.Begin, c.End)
			}
			if strings.ContainsAny(c.Text, "\n\r\x1b") || c.Text == "" {
				t.Errorf("text %q", c.Text)
			}
		}
		var b bytes.Buffer
		Write(&b, VTT, cues)
		for line := range strings.Lines(b.String()) {
			if from, to, is := strings.Cut(strings.TrimSpace(line), " --> "); is && from >= to {
				t.Errorf("no player reads %s", line)
			}
		}
		b.Reset()
		if err := Write(&b, SRT, cues); err != nil || strings.Count(b.String(), "\n\n") != len(cues) {
			t.Errorf("%d cues became\n%s", len(cues), b.String())
		}
	})
}
