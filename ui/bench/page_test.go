package bench

import (
	"bytes"
	"context"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"voicestudio/player/decode"
	"voicestudio/player/export"
	"voicestudio/player/loudness"
	"voicestudio/player/measure"
	"voicestudio/presets/audition"
	"voicestudio/tts"
	"voicestudio/tts/takes"
)

// listening is a person with takes and auditions, without a host.
type listening struct {
	t       *testing.T
	kept    takes.Folder
	folder  audition.Folder
	entries []audition.Candidate
}

const pageLine = "The ship was ready. <#0.3#> All hands were on deck, and nobody spoke."

func newListening(t *testing.T) *listening {
	dir := t.TempDir()
	return &listening{t: t, kept: takes.Folder{Dir: filepath.Join(dir, "takes")}, folder: audition.Folder{Dir: filepath.Join(dir, "auditions")}}
}

// take keeps audio as a host's answer to a request; ms is how long that says it is.
func (l *listening) take(r tts.Request, audio []byte, ms *int64, whole bool) takes.Take {
	l.t.Helper()
	r.Text = pageLine
	rec, err := l.kept.Begin(fmt.Sprintf("%08x", 0xabcd0000+len(l.entries)), tts.Ending(r.AudioFormat()), takes.Take{Host: tts.MiniMax, Request: r, Preset: "Storyteller", Time: time.Now()})
	if err != nil {
		l.t.Fatal(err)
	}
	rec.Write(audio)
	t, err := rec.Finish(tts.Progress{Info: tts.Info{AudioMS: ms}, Bytes: int64(len(audio)), Complete: whole})
	if err != nil {
		l.t.Fatal(err)
	}
	return t
}

// candidate is one whose take is audio of a format.
func (l *listening) candidate(format string, rate int, audio []byte) *audition.Candidate {
	r := tts.Request{VoiceSetting: tts.VoiceSetting{VoiceID: fmt.Sprintf("Wise_Woman_%d", len(l.entries))}, AudioSetting: tts.AudioSetting{Format: format, SampleRate: &rate}}
	t := l.take(r, audio, nil, true)
	l.entries = append(l.entries, audition.Candidate{Label: fmt.Sprintf("Wise Woman %d", len(l.entries)), Kind: audition.Preset, Preset: "Storyteller", Note: "Wise of her", Request: r, Host: tts.MiniMax, Take: t.ID})
	return &l.entries[len(l.entries)-1]
}

// makes keeps the candidates as an audition and makes its page.
func (l *listening) makes(name string, o PageOptions) (Page, error) {
	l.t.Helper()
	a, err := l.folder.Create(audition.Audition{Name: name, Text: pageLine, Candidates: l.entries})
	if err != nil {
		l.t.Fatal(err)
	}
	if o.Kind == "" {
		o.Kind = audition.Pairs
	}
	return MakePage(l.t.Context(), l.kept, l.folder, a.Name, o)
}

// pageData is what a browser reads out of a page.
type pageData struct {
	Test, Text, Kind string
	Clips            []struct {
		ID                 string
		Audio              []byte
		Gain, From, Length float64
		Mark               struct {
			At    float64
			Shape []byte
		}
	}
	Maps [][][][2]float64
}

func dataOf(t *testing.T, p Page) (d pageData) {
	t.Helper()
	_, data, _ := strings.Cut(string(p.HTML), `<script type="application/json" id="page">`)
	data, _, _ = strings.Cut(data, "</script>")
	if err := json.Unmarshal([]byte(data), &d); err != nil {
		t.Fatal(err)
	}
	return d
}

// heard decodes a clip of a page.
func heard(t *testing.T, audio []byte) (s measure.Sound) {
	t.Helper()
	codec := "mp3"
	if bytes.HasPrefix(audio, []byte("RIFF")) {
		codec = "wav"
	}
	err := decode.Whole(bytes.NewReader(audio), decode.Format{Codec: codec}, func(x []float32, rate, channels int) error {
		s.Samples, s.Rate, s.Channels = append(s.Samples, x...), rate, channels
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

const espeakRate = 22050

// twoSentences are the two sentences of the line, without silence around them.
func twoSentences(t *testing.T) (sentences [2][]float32) {
	t.Helper()
	for i, text := range []string{"The ship was ready.", "All hands were on deck, and nobody spoke."} {
		wav, err := exec.Command("espeak-ng", "-v", "en", "--stdout", text).Output()
		if err != nil {
			t.Fatal(err)
		}
		x := heard(t, wav).Samples
		loud := func(v float32) bool { return math.Abs(float64(v)) > 0.02 }
		x = x[slices.IndexFunc(x, loud):]
		for !loud(x[len(x)-1]) {
			x = x[:len(x)-1]
		}
		sentences[i] = x
	}
	return sentences
}

// with is the two sentences with silence before each, in seconds, and where the
// second begins.
func with(sentences [2][]float32, first, between float64, level float32) (x []float32, second float64) {
	for i, silence := range []float64{first, between} {
		x = append(x, make([]float32, int(silence*espeakRate))...)
		if i == 1 {
			second = float64(len(x)) / espeakRate
		}
		for _, v := range sentences[i] {
			x = append(x, level*v)
		}
	}
	return x, second
}

func pcmOf(x []float32) (b []byte) {
	for _, v := range x {
		b = binary.LittleEndian.AppendUint16(b, uint16(int16(v*32767)))
	}
	return b
}

// file is samples as a host's file of a codec, with tags in it.
func file(t *testing.T, codec string, x []float32) []byte {
	t.Helper()
	var b bytes.Buffer
	tags := []export.Tag{{Name: "title", Value: "Wise Woman's tag"}, {Name: "voicestudio_request", Value: "Wise_Woman"}}
	if _, err := export.Write(t.Context(), &b, bytes.NewReader(pcmOf(x)), decode.Format{Codec: "pcm", SampleRate: espeakRate, Channels: 1}, export.Options{Codec: codec, Tags: tags}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// lame is pcm as a host's mp3, with tags at both ends.
func lame(t *testing.T, pcm []byte, kHz, channels, kbit string) []byte {
	t.Helper()
	cmd := exec.Command("lame", "-r", "-s", kHz, "-m", channels, "--cbr", "-b", kbit, "-t", "--add-id3v2", "--tt", "Wise Woman's tag", "--quiet", "-", "-")
	cmd.Stdin = bytes.NewReader(pcm)
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestAPageHasTheSoundsOfItsCandidatesAndNothingThatNamesThem(t *testing.T) {
	l, sentences := newListening(t), twoSentences(t)
	// What each take says when, and in what form.
	seconds, starts := map[string]float64{}, map[string]float64{}
	add := func(format string, first, between float64, level float32, audio func(x []float32) []byte) {
		x, second := with(sentences, first, between, level)
		rate := espeakRate
		if format == tts.MuLaw {
			rate = 8000
		}
		c := l.candidate(format, rate, audio(x))
		starts[c.Take], seconds[c.Take] = first, second
	}
	add("mp3", 0.4, 0.2, 1, func(x []float32) []byte { return lame(t, pcmOf(x), "22.05", "m", "64") })
	add("wav", 0.1, 0.5, 0.5, func(x []float32) []byte {
		b := file(t, "wav", x) // of a stream that did not know its length
		copy(b[4:], "\xff\xff\xff\xff")
		at := bytes.Index(b, []byte("data"))
		return slices.Concat(b[:at+4], []byte("\xff\xff\xff\xff"), b[at+8:at+8+2*len(x)])
	})
	add("pcm", 0, 0.3, 0.3, pcmOf)
	add("flac", 0.8, 0.9, 0.7, func(x []float32) []byte { return file(t, "flac", x) })
	add(tts.MuLaw, 0.2, 0.25, 0.8, func(x []float32) (b []byte) {
		for i := range len(x) * 8000 / espeakRate {
			at := i * espeakRate / 8000
			b = append(b, muLaw((x[at]+x[min(at+1, len(x)-1)]+x[min(at+2, len(x)-1)])/3))
		}
		return b
	})
	again := l.entries[1]
	again.Label = "Wise again"
	l.entries = append(l.entries, again, audition.Candidate{Label: "Wise, not made", Request: again.Request},
		audition.Candidate{Label: "Wise, gone", Request: again.Request, Take: "abcdef00-1"}, audition.Candidate{Label: "Wise, out", Out: true, Take: again.Take})
	p, err := l.makes("Openings", PageOptions{Lang: "en"})
	if err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(p.LeftOut, []string{"Wise, not made", "Wise, gone"}) || !slices.Equal(p.Twice, []string{"Wise again"}) || p.Encoded != 2 || !p.Matched || p.Unaligned != 0 {
		t.Errorf("left out %q, twice %q, %d encoded, matched %v, %d unaligned", p.LeftOut, p.Twice, p.Encoded, p.Matched, p.Unaligned)
	}
	d := dataOf(t, p)
	if len(d.Clips) != 5 || d.Test != p.Test.ID || d.Text != "The ship was ready. All hands were on deck, and nobody spoke." {
		t.Fatalf("%d clips of %q, %q", len(d.Clips), d.Test, d.Text)
	}
	secret := []string{"Wise", "wise", "Storyteller", "minimax", "c1\"", "LIST", "TAG", "ID3"}
	for _, c := range l.entries {
		secret = append(secret, c.Take, c.Take[:min(8, len(c.Take))])
	}
	var levels []float64
	for i, c := range d.Clips {
		take := p.Test.Clips[i].Take
		for _, word := range secret {
			if word != "" && (bytes.Contains(c.Audio, []byte(word)) || bytes.Contains(p.HTML, []byte(word)) && len(word) > 3) {
				t.Errorf("%q is in the page, or in the clip of %s", word, take)
			}
		}
		s := heard(t, c.Audio)
		if length := float64(len(s.Samples)/s.Channels) / float64(s.Rate); math.Abs(length-c.Length) > 0.001 || len(c.Mark.Shape) == 0 {
			t.Errorf("%s: %v s are heard, %v said, a mark of %d", take, length, c.Length, len(c.Mark.Shape))
		}
		// An mp3 that came bare has its encoder's delay still.
		if late := c.From - starts[take]; late < -0.02 || late > 0.06 {
			t.Errorf("%s: it begins at %v, its words at %v", take, c.From, starts[take])
		}
		m := loudness.NewMeter(s.Rate)
		m.Write(s.Samples, s.Channels)
		levels = append(levels, m.Integrated()+c.Gain)
		for j := i + 1; j < len(d.Clips); j++ {
			to := p.Test.Clips[j].Take
			for name, at := range map[string][2]float64{"first": {starts[take] + 0.3, starts[to] + 0.3}, "second": {seconds[take] + 0.3, seconds[to] + 0.3}} {
				if got := there(d.Maps[i][j], at[0]+late(c.Audio)); math.Abs(got-at[1]-late(d.Clips[j].Audio)) > 0.03 {
					t.Errorf("%s to %s, the %s sentence: %v leads to %v, not %v", take, to, name, at[0], got, at[1])
				}
			}
		}
	}
	if slices.Max(levels)-slices.Min(levels) > 0.5 {
		t.Errorf("%v LUFS", levels)
	}
	// The same again is the same to the byte, and one test.
	if again, err := MakePage(t.Context(), l.kept, l.folder, "openings", PageOptions{Kind: audition.Pairs, Lang: "en"}); err != nil || !bytes.Equal(again.HTML, p.HTML) {
		t.Error("another page", err)
	}
	if a, _ := l.folder.Load("openings"); len(a.Tests) != 1 || a.Tests[0].ID != p.Test.ID {
		t.Errorf("%+v", a.Tests)
	}
}

// late is how much later a clip says what its take was made to say: a host's mp3
// has its encoder's delay in it, and nothing that tells it.
func late(audio []byte) float64 {
	if audio[0] == 0xFF && !bytes.Contains(audio[:200], []byte("Info")) {
		return 1105.0 / espeakRate
	}
	return 0
}

// there is where a map leads.
func there(knots [][2]float64, at float64) float64 {
	for i := 1; i < len(knots); i++ {
		if a, b := knots[i-1], knots[i]; at < b[0] {
			return a[1] + (at-a[0])/(b[0]-a[0])*(b[1]-a[1])
		}
	}
	return math.NaN()
}

// muLaw is a sample by ITU-T G.711.
func muLaw(v float32) byte {
	sign, x := byte(0), int(v*8159)
	if x < 0 {
		sign, x = 0x80, -x
	}
	x = min(x+33, 8191)
	segment := 0
	for x>>(segment+6) > 0 {
		segment++
	}
	return ^(sign | byte(segment<<4) | byte(x>>(segment+1)&0xF))
}

func TestAPageIsRefusedInASentence(t *testing.T) {
	sentences := twoSentences(t)
	x, _ := with(sentences, 0.1, 0.2, 1)
	for name, c := range map[string]struct {
		put  func(l *listening)
		kind tts.ErrorKind
		says string
	}{
		"cut": {func(l *listening) {
			l.entries[0].Take = l.take(l.entries[0].Request, pcmOf(x), nil, false).ID
		}, tts.KindRequest, `the take of "Wise Woman 0" is cut, so nobody can judge it; make it again on the studio's bench, or take the candidate off there`},
		"shorter than it was": {func(l *listening) {
			os.Truncate(filepath.Join(l.kept.Dir, l.entries[0].Take+".pcm"), 1000)
		}, tts.KindRequest, `the take of "Wise Woman 0" is faulty`},
		"of a later version": {func(l *listening) { l.candidate("aac", 24000, []byte("ADIF")) }, tts.KindRequest, `the take of "Wise Woman 2" is aac, which this program cannot decode; make it as mp3`},
		"no sound":           {func(l *listening) { l.candidate("mp3", 24000, []byte("no sound at all")) }, tts.KindStream, `the take of "Wise Woman 2" cannot be put before listeners: mp3: no audio`},
		"damaged, and nobody knows how long it was": {func(l *listening) { l.candidate("mp3", 24000, hole(t, x)) }, tts.KindStream, "damaged audio"},
		"damaged, and shorter than the host says": {func(l *listening) {
			c := l.candidate("mp3", 24000, hole(t, x))
			c.Take = l.take(c.Request, hole(t, x), new(int64(5000)), true).ID
		}, tts.KindStream, "damaged audio"},
		"damaged, and as long as the host says, since something was made up": {func(l *listening) {
			c := l.candidate(tts.Opus, 24000, nil)
			b := opus(t, pcmOf(x))
			b[len(b)/2] ^= 1
			c.Take = l.take(c.Request, b, new(int64(len(x)*1000/espeakRate)), true).ID
		}, tts.KindStream, "made up"},
		"one":          {func(l *listening) { l.entries[1].Take = "" }, tts.KindRequest, "a page for listeners takes two candidates that are made, and there is one; make"},
		"one, twice":   {func(l *listening) { l.entries[1].Take = l.entries[0].Take }, tts.KindRequest, "there is one; the others have the same take; put another voice"},
		"another line": {func(l *listening) { l.entries[0].Take = otherLine(l, pcmOf(x)) }, tts.KindRequest, "there is one"},
	} {
		l := newListening(t)
		l.candidate("pcm", espeakRate, pcmOf(x))
		l.candidate("pcm", espeakRate, pcmOf(x[200:]))
		c.put(l)
		_, err := l.makes("x", PageOptions{})
		if fault := tts.AsError(err, ""); fault == nil || fault.Kind != c.kind || !strings.Contains(fault.Error(), c.says) {
			t.Errorf("%s: %v", name, err)
		}
		if a, _ := l.folder.Load("x"); len(a.Tests) != 0 {
			t.Errorf("%s: a test is kept", name)
		}
	}
	l := newListening(t)
	if _, err := MakePage(t.Context(), l.kept, l.folder, "none", PageOptions{Kind: audition.Pairs}); !errors.Is(err, fs.ErrNotExist) {
		t.Error(err)
	}
}

// hole is an mp3 of which the middle is lost.
func hole(t *testing.T, x []float32) []byte {
	b := lame(t, pcmOf(x), "22.05", "m", "64")
	return slices.Concat(b[:5000], []byte("garbage"), b[6000:])
}

func opus(t *testing.T, pcm []byte) []byte {
	cmd := exec.Command("opusenc", "--quiet", "--raw", "--raw-rate", strconv.Itoa(espeakRate), "--raw-chan", "1", "--max-delay", "250", "-", "-")
	cmd.Stdin = bytes.NewReader(pcm)
	b, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func otherLine(l *listening, audio []byte) string {
	t := l.take(l.entries[0].Request, audio, nil, true)
	path := filepath.Join(l.kept.Dir, t.ID+".json")
	b, _ := os.ReadFile(path)
	os.WriteFile(path, bytes.Replace(b, []byte("ship"), []byte("boat"), 1), 0o600)
	return t.ID
}

func TestWhatMayDifferDoes(t *testing.T) {
	sentences := twoSentences(t)
	x, _ := with(sentences, 0.1, 0.2, 0.5)
	l := newListening(t)
	l.candidate("pcm", espeakRate, pcmOf(x))
	loud := l.candidate("mp3", espeakRate, nil)
	loud.Request.VoiceSetting.Vol = new(2.0)
	loud.Take = l.take(loud.Request, hole(t, x), new(int64(1000*len(x)/espeakRate)), true).ID // of damage the host is not to blame for
	l.candidate("wav", espeakRate, file(t, "wav", tonesOf(3)))
	p, err := l.makes("x", PageOptions{})
	if err != nil {
		t.Fatal(err)
	}
	d := dataOf(t, p)
	if p.Matched || p.Encoded != 2 || p.Unaligned != 2 || d.Clips[0].Gain != 0 || d.Clips[1].Gain != 0 {
		t.Errorf("matched %v, %d encoded, %d unaligned, %+v", p.Matched, p.Encoded, p.Unaligned, d.Clips)
	}
	if p, err := MakePage(t.Context(), l.kept, l.folder, "x", PageOptions{Kind: audition.Rank, Only: []string{"c1", "c3"}}); err != nil || len(p.Test.Clips) != 2 || !p.Matched || dataOf(t, p).Kind != "rank" {
		t.Errorf("%+v %v", p.Test, err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := MakePage(ctx, l.kept, l.folder, "x", PageOptions{Kind: audition.Rank}); tts.AsError(err, "").Kind != tts.KindInterrupted {
		t.Error(err)
	}
	if a, _ := l.folder.Load("x"); len(a.Tests) != 2 {
		t.Errorf("%d tests", len(a.Tests))
	}
}

// tonesOf is seconds of something that is no speech.
func tonesOf(seconds int) (x []float32) {
	for i := range seconds * espeakRate {
		x = append(x, float32(0.1*math.Sin(float64(i)/20)*math.Sin(float64(i)/9000)))
	}
	return x
}

func TestFiveClipsOfSixSecondsFitIntoTwoMegabytes(t *testing.T) {
	x, _ := with(twoSentences(t), 0.1, 0.2, 0.5)
	pcm := append(pcmOf(x), make([]byte, 2*6*44100)...) // what is silent takes as much room
	six := func(rate int) []byte { return pcm[:2*6*rate] }
	var wav bytes.Buffer
	export.Write(t.Context(), &wav, bytes.NewReader(six(44100)), decode.Format{Codec: "pcm", SampleRate: 44100, Channels: 1}, export.Options{Codec: "wav"})
	for format, c := range map[string]struct {
		rate    int
		audio   []byte
		encoded int
	}{
		"mp3": {32000, lame(t, six(32000), "32", "m", "128"), 0},
		"pcm": {32000, six(32000), 5},
		"wav": {44100, wav.Bytes(), 5}, // 3.5 MB as it is
	} {
		l := newListening(t)
		for range 5 {
			l.candidate(format, c.rate, c.audio)
		}
		p, err := l.makes("x", PageOptions{})
		if err != nil || len(p.HTML) > 2_000_000 || p.Encoded != c.encoded || p.Unaligned != 0 {
			t.Errorf("%s: %d bytes, %d encoded, %d unaligned, %v", format, len(p.HTML), p.Encoded, p.Unaligned, err)
		}
	}
}
