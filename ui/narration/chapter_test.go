package narration

import (
	"bytes"
	"encoding/binary"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"go.uber.org/goleak"

	"voicestudio/player/export"
	"voicestudio/tts/subtitles"
	"voicestudio/ui/session"
)

// The ferryman's morning, in English and Chinese.
var chapter = []string{
	"The ferryman had not slept. All night the river had been talking to itself under the planks. <#0.8#>",
	"At six he lit the stove, and the smell of coffee went out over the water like a small invitation.",
	"",
	"雾还没有散，对岸的钟声已经响了三下。",
	"Nobody was waiting on the other side, or so it seemed to him.",
	"Then a lantern moved (laughs), twice to the left and once to the right.",
	"",
	"“你好！”老人喊道，“船还走吗？”",
	"He answered that it would, for two coins and a story; the story had to be true.",
	"The old man thought about this for a long while, and so did the dog beside him.",
	"",
	"他们上了船。河水很慢，像在听。",
	"In the middle of the river the story began, with a house, a fire, and a letter that came too late.",
	"When it ended they had been standing on the far bank for an hour.",
	"谢谢你，晚安。",
}

// told is a chapter that was made.
type told struct {
	*session.Session
	Work
	rows []Row
}

func narrated(t *testing.T) *told {
	t.Helper()
	c := &told{Session: session.New(session.Config{Takes: filepath.Join(t.TempDir(), "takes")}), Work: work(chapter...)}
	t.Cleanup(func() { c.Session.Close() })
	c.Request.AudioSetting.SampleRate = new(16000) // which is quick
	c.make(t)
	return c
}

// make makes what is due.
func (c *told) make(t *testing.T) {
	t.Helper()
	made(t, c.Session, &c.Work, session.OnlyFree, nil, Jobs(look(t, c.Session, &c.Work), false)...)
	c.rows = look(t, c.Session, &c.Work)
}

// wav is the whole as samples, and what was said of it.
func (c *told) wav(t *testing.T) ([]int16, int, Exported) {
	t.Helper()
	var b bytes.Buffer
	done, err := Export(t.Context(), &b, c.rows, c.Script, export.Options{Codec: "wav"})
	if err != nil {
		t.Fatal(err)
	}
	return samples(b.Bytes()), int(binary.LittleEndian.Uint32(b.Bytes()[24:])), done
}

func samples(wav []byte) []int16 {
	x := make([]int16, (len(wav)-wavHead)/2)
	for i := range x {
		x[i] = int16(binary.LittleEndian.Uint16(wav[wavHead+2*i:]))
	}
	return x
}

func frame(t time.Duration, rate int) int { return int(t * time.Duration(rate) / time.Second) }

func steepest(x []int16) (most int) {
	for i := 1; i < len(x); i++ {
		most = max(most, int(x[i])-int(x[i-1]), int(x[i-1])-int(x[i]))
	}
	return most
}

func TestAChapterBecomesOneSound(t *testing.T) {
	defer goleak.VerifyNone(t, goleak.IgnoreCurrent())
	c := narrated(t)
	defer c.Session.Close()
	x, rate, done := c.wav(t)
	if n := len(c.Lines); n != 12 || len(done.Places) != n || len(done.Missing)+len(done.Stale)+len(done.Lost)+len(done.Notes) != 0 {
		t.Fatalf("%d lines, %+v", n, done)
	}
	t.Run("no join clicks and every pause is as long as said", func(t *testing.T) {
		inside, joins := 0, 0
		for i, p := range done.Places {
			begin, end := frame(p.Begin, rate), frame(p.End, rate)
			inside = max(inside, steepest(x[begin+rate/50:end-rate/50]))
			joins = max(joins, steepest(x[max(0, begin-5):begin+rate/50]), steepest(x[end-rate/50:min(len(x), end+5)]))
			if p.From == 0 {
				t.Errorf("the silence before line %d is left", i+1)
			}
			if i == len(done.Places)-1 {
				continue
			}
			next := frame(done.Places[i+1].Begin, rate)
			if want := int(math.Round(c.Pause(i) * float64(rate))); next-end != want {
				t.Errorf("%d frames are behind line %d, not %d", next-end, i+1, want)
			}
			if slices.ContainsFunc(x[end:next], func(v int16) bool { return v != 0 }) {
				t.Errorf("the pause behind line %d is not silent", i+1)
			}
		}
		if joins > inside {
			t.Errorf("a step of %d at a join, %d inside", joins, inside)
		}
		if p := []float64{c.Pause(0), c.Pause(1), c.Pause(2)}; !slices.Equal(p, []float64{0.8, 0.6, 0.25}) {
			t.Errorf("pauses are %v", p)
		}
	})
	t.Run("subtitles begin with the speech that is in the file", func(t *testing.T) {
		cues := Titles(done.Places, c.rows, c.spoken(t))
		var srt bytes.Buffer
		if err := subtitles.Write(&srt, subtitles.SRT, cues); err != nil || strings.Contains(srt.String(), "laughs") || strings.Contains(srt.String(), "<#") {
			t.Errorf("%v %s", err, srt.String())
		}
		for i, p := range done.Places {
			var of []subtitles.Cue
			for _, cue := range cues {
				if cue.Begin >= p.Begin.Milliseconds() && cue.End <= p.End.Milliseconds()+1 {
					of = append(of, cue)
				}
			}
			from, to := heard(x[frame(p.Begin, rate):frame(p.End, rate)], rate)
			if len(of) == 0 {
				t.Fatalf("line %d has no subtitle: %s", i+1, srt.String())
			}
			begin, end := of[0].Begin-p.Begin.Milliseconds(), of[len(of)-1].End-p.Begin.Milliseconds()
			if math.Abs(float64(begin-from)) > 80 || math.Abs(float64(end-to)) > 80 {
				t.Errorf("line %d is shown from %d to %d ms, and heard from %d to %d", i+1, begin, end, from, to)
			}
			for k := 1; k < len(of); k++ { // where one ends there is no word in the middle
				if of[k].Begin < of[k-1].End {
					t.Errorf("two at once: %+v", of)
				}
			}
		}
	})
	t.Run("it is as loud as asked and every line as a file as it is in it", func(t *testing.T) {
		var b bytes.Buffer
		o := export.Options{Codec: "wav", Loudness: c.Whole.Loudness, Tags: []export.Tag{{Name: "title", Value: "The ferryman"}}}
		some := slices.Concat(c.rows[:5], make([]Row, 7)) // which is quick
		all, err := Export(t.Context(), &b, some, c.Script, o)
		if err != nil {
			t.Fatal(err)
		}
		if lufs, peak := ebur128(t, b.Bytes()); math.Abs(lufs+16) > 0.5 || peak > -1 {
			t.Errorf("ffmpeg has %.1f LUFS, %.1f dBTP: %+v", lufs, peak, all.Result)
		}
		if said := strings.Join(all.What, ", "); !strings.HasPrefix(said, "wav, 0:2") || !strings.Contains(said, "-16.0 LUFS as asked") {
			t.Error(said)
		}
		dir := filepath.Join(t.TempDir(), "lines")
		filed, err := ExportLines(t.Context(), some, c.Work, Files{Dir: dir, Loudness: -16})
		if err != nil || filed.Gain != all.Gain || len(filed.Names) != 12 || filed.Names[2] != "03-雾还没有散-对岸的钟声已经响.wav" {
			t.Fatalf("%+v %v", filed, err)
		}
		loud := samples(b.Bytes())
		for i, p := range all.Places {
			b, _ := os.ReadFile(filepath.Join(dir, filed.Names[i]))
			if got := samples(b); !slices.Equal(got, loud[frame(p.Begin, rate):frame(p.End, rate)]) {
				t.Errorf("%s is other than in the whole", filed.Names[i])
			}
		}
	})
	t.Run("what is in the place of a file stays", func(t *testing.T) { c.guarded(t) })
	t.Run("a line that is an exception is told and the others are not", func(t *testing.T) { c.remarked(t) })
	t.Run("a line that is spoken again changes its own part only", func(t *testing.T) { c.respoken(t, x, rate, done) })
	t.Run("what is missing or lost is told and the rest goes on", func(t *testing.T) { c.partly(t) })
}

// spoken are the words of the lines, which are all estimated.
func (c *told) spoken(t *testing.T) func(i int) (Spoken, bool) {
	return func(i int) (Spoken, bool) {
		s, err := SpokenIn(t.Context(), *c.rows[i].Take)
		if err != nil || !s.Estimated || len(s.Spans) != len(s.Words) {
			t.Errorf("line %d: %+v %v", i+1, s, err)
		}
		return s, err == nil
	}
}

// heard is from the first frame of 5 ms that is above a fortieth of the loudest to
// the last, in ms.
func heard(x []int16, rate int) (from, to int64) {
	n, loudest := rate/200, 0.0
	var level []float64
	for i := 0; i+n <= len(x); i += n {
		sum := 0.0
		for _, v := range x[i : i+n] {
			sum += float64(v) * float64(v)
		}
		level = append(level, math.Sqrt(sum))
		loudest = max(loudest, math.Sqrt(sum))
	}
	from = -1
	for i, v := range level {
		if v > loudest/40 {
			if to = int64(5 * (i + 1)); from < 0 {
				from = int64(5 * i)
			}
		}
	}
	return from, to
}

// ebur128 is what ffmpeg measures of a file.
func ebur128(t *testing.T, file []byte) (lufs, peak float64) {
	t.Helper()
	cmd := exec.Command("ffmpeg", "-hide_banner", "-i", "-", "-af", "ebur128=peak=true", "-f", "null", "-")
	cmd.Stdin = bytes.NewReader(file)
	text, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("%v: %s", err, text)
	}
	measured := func(what string) float64 {
		_, after, _ := strings.Cut(string(text[bytes.LastIndex(text, []byte("Summary:")):]), what)
		v, _ := strconv.ParseFloat(strings.Fields(after)[0], 64)
		return v
	}
	return measured("I:"), measured("Peak:")
}
