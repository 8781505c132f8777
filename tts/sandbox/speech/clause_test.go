package speech

import (
	"bytes"
	"os/exec"
	"strings"
	"testing"
	"unicode/utf8"

	"voicestudio/tts"
)

// Every clause is where the speech is loud, and nothing is loud between them.
func TestClausesAreWhereTheSoundIs(t *testing.T) {
	r := says(woman, "One two three.<#1#>Four five (laughs)<#0.8#>六七八，九。\r\nTen!")
	r.AudioSetting = tts.AudioSetting{Format: "pcm"}
	var pcm bytes.Buffer
	result, err := engine(t).Speak(t.Context(), r, &pcm)
	if err != nil {
		t.Fatal(err)
	}
	written := []rune(r.Text)
	var read strings.Builder
	end, endHeard := 0, int64(0)
	x := measure(pcm.Bytes(), result.SampleRate).x
	for _, c := range result.Clauses {
		stretch := string(written[c.Begin:c.End])
		read.WriteString(strings.TrimSpace(stretch) + "|")
		if c.Begin < end || c.From < endHeard || c.To > result.Samples {
			t.Errorf("%q is out of order: %+v", stretch, c)
		}
		if level := rms(x[c.From:c.To]); level < 0.01 {
			t.Errorf("%q is silent: %.4f", stretch, level)
		}
		if between := x[endHeard:c.From]; len(between) > 0 && rms(between) > 0.002 {
			t.Errorf("there is sound before %q: %.4f", stretch, rms(between))
		}
		end, endHeard = c.End, c.To
	}
	if want := "One two three.|Four five|(laughs)|六七八，|九。|Ten!|"; read.String() != want {
		t.Errorf("heard %q, want %q", read.String(), want)
	}
}

func TestAClauseIsFoundBehindAReplacement(t *testing.T) {
	r := says("Japanese_KindLady", "今日は omg 雨。Bye.")
	r.PronunciationDict.Tone = []string{"omg/oh my goodness"}
	list, text := readScript(r)
	var written, pronounced, words []string
	for _, p := range list {
		c := text.clause(p, 0, 1000)
		written = append(written, string([]rune(r.Text)[c.Begin:c.End]))
		pronounced = append(pronounced, c.Pronounced)
		for _, w := range c.Words {
			words = append(words, string([]rune(r.Text)[w.Begin:w.End])+"="+w.Pronounced)
		}
		if last := c.Words[len(c.Words)-1]; last.To != 1000 {
			t.Errorf("the words of %q end at %d", c.Pronounced, last.To)
		}
	}
	if got, want := strings.Join(written, "|"), "今日は |omg |雨。|Bye."; got != want {
		t.Errorf("written %q, want %q", got, want)
	}
	if got, want := strings.Join(pronounced, "|"), "今日は |oh my goodness |雨。|Bye."; got != want {
		t.Errorf("pronounced %q, want %q", got, want)
	}
	if got, want := strings.Join(words, "|"), "今=今|日=日|は=は| = |omg=oh my goodness| = |雨。=雨。|Bye.=Bye."; got != want {
		t.Errorf("words %q, want %q", got, want)
	}
}

func FuzzClausesStayInTheText(f *testing.F) {
	f.Add("a b. c, 今日は雨。(laughs)<#1#>x\r\n\x00y", "b/long words")
	f.Fuzz(func(t *testing.T, text, tone string) {
		r := says("Japanese_KindLady", text)
		r.PronunciationDict.Tone = []string{tone}
		list, m := readScript(r)
		end := 0
		for _, p := range list {
			if p.begin == p.end {
				continue
			}
			c := m.clause(p, 0, 1000)
			if c.Begin < end || c.End < c.Begin || c.End > utf8.RuneCountInString(text) {
				t.Fatalf("%+v after %d", c, end)
			}
			if len(c.Words) == 0 || c.Words[0].Begin != c.Begin || c.Words[len(c.Words)-1].End != c.End {
				t.Fatalf("the words of %+v", c)
			}
			end = c.End
		}
	})
}

// The library that encodes is not the one that judges.
func TestFLACHoldsTheSameSamplesAsPCM(t *testing.T) {
	for _, rate := range []int{8000, 32000, 44100} {
		for _, channels := range []int{1, 2} {
			r := says(woman, "One two three.<#0.5#>Four.")
			r.AudioSetting = tts.AudioSetting{Format: "flac", SampleRate: &rate, Channel: &channels}
			var flac, pcm bytes.Buffer
			result, err := engine(t).Speak(t.Context(), r, &flac)
			if err != nil {
				t.Fatal(err)
			}
			r.AudioSetting.Format = "pcm"
			if _, err := engine(t).Speak(t.Context(), r, &pcm); err != nil {
				t.Fatal(err)
			}
			decode := exec.Command("flac", "-s", "-d", "-c", "--force-raw-format", "--endian=little", "--sign=signed", "-")
			decode.Stdin = bytes.NewReader(flac.Bytes())
			got, err := decode.Output()
			if err != nil {
				t.Fatal(err)
			}
			if !bytes.Equal(got, pcm.Bytes()) || int64(len(got)) != result.Samples*int64(2*channels) {
				t.Errorf("%d Hz, %d channels: %d bytes decoded, pcm has %d", rate, channels, len(got), pcm.Len())
			}
			if share := float64(flac.Len()) / float64(pcm.Len()); share > 0.8/float64(channels) {
				t.Errorf("%d Hz, %d channels: flac is %.2f of pcm", rate, channels, share)
			}
			t.Logf("%d Hz, %d channels: %.2f of pcm", rate, channels, float64(flac.Len())/float64(pcm.Len()))
		}
	}
}
