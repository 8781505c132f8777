package cli

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"math"
	"os"
	"strings"
	"testing"
)

// wave writes a wav of 16 bits whose samples are made one by one.
func (p *person) wave(name string, rate, channels, frames int, at func(i int) float64) string {
	var b bytes.Buffer
	word := func(v any) { binary.Write(&b, binary.LittleEndian, v) }
	b.WriteString("RIFF\xff\xff\xff\xffWAVEfmt ")
	for _, v := range []any{uint32(16), uint16(1), uint16(channels), uint32(rate), uint32(2 * rate * channels), uint16(2 * channels), uint16(16)} {
		word(v)
	}
	b.WriteString("data\xff\xff\xff\xff")
	for i := range frames * channels {
		word(int16(32767 * at(i/channels)))
	}
	return p.write(name, b.String())
}

func TestTakesAreMeasuredAndComparedToTheLetter(t *testing.T) {
	t.Parallel()
	need(t, "espeak-ng", "lame")
	p := author(t)
	text := "A few boats leave before the sun is up, and the rest wait for the tide."
	a := p.speaks(text)
	b := p.speaks(text, "--set", "voice_setting.speed=1.2", "--set", "voice_setting.pitch=3")
	type figures struct {
		ID    string  `json:"id"`
		Pitch float64 `json:"f0_median_hz"`
		Rate  float64 `json:"rate_sps"`
		LUFS  float64 `json:"lufs"`
	}
	got := p.runs("", "takes", "measure", "--json", a, b[:8])
	var of [2]figures
	lines := strings.Split(strings.TrimSpace(got.out), "\n")
	for i, line := range lines {
		if json.Unmarshal([]byte(line), &of[i]) != nil || !strings.HasPrefix(line, `{"id":"`+[]string{a, b}[i]+`","audio_ms":`) {
			t.Fatalf("%+v", got)
		}
	}
	for i, name := range strings.Fields("id audio_ms f0_median_hz f0_range_st rate_sps pause_ratio lufs true_peak_db centroid_hz slope_db_oct fade_db") {
		if strings.Count(lines[0], `"`+name+`":`) != 1 || strings.Count(lines[0], `":`) != 11 {
			t.Errorf("field %d, %s: %s", i, name, lines[0])
		}
	}
	if st := 12 * math.Log2(of[1].Pitch/of[0].Pitch); math.Abs(st-3) > 0.5 {
		t.Errorf("%.1f st between %+v", st, of)
	}
	if faster := of[1].Rate / of[0].Rate; math.Abs(faster-1.2) > 0.05 {
		t.Errorf("%.2f times as fast: %+v", faster, of)
	}
	// Kept with the take, and found there: what is in its file is what is told.
	file := p.path(takesDir + a + ".json")
	kept, _ := os.ReadFile(file)
	if !strings.Contains(string(kept), `"measures": {`) || !strings.Contains(string(kept), `"version": 1`) {
		t.Errorf("%s", kept)
	}
	changed := bytes.Replace(kept, []byte(`"centroid_hz": `), []byte(`"centroid_hz": 10000`), 1)
	os.WriteFile(file, changed, 0o600)
	if again := p.runs("", "takes", "measure", "--json", a); !strings.Contains(again.out, `"centroid_hz":10000`) {
		t.Errorf("it was measured again: %+v", again)
	}
	os.WriteFile(file, bytes.Replace(changed, []byte(`"measures": {
    "version": 1`), []byte(`"measures": {
    "version": 0`), 1), 0o600)
	if again := p.runs("", "takes", "measure", "--json", a); again.out != lines[0]+"\n" {
		t.Errorf("figures of another version are not measured again: %+v", again)
	}
	got = p.runs("", "takes", "compare", a, b, "--json")
	var said struct {
		Differences []struct {
			Measure, Unit, Words string
			A, B, Delta          float64
		}
		Settings []struct {
			Field string
			A, B  any
		}
	}
	if err := json.Unmarshal([]byte(got.out), &said); err != nil || got.code != 0 || !strings.Contains(got.out, `"same_words_ms":`) || len(said.Differences) < 2 || said.Differences[0].Unit != "st" ||
		said.Differences[0].A != of[0].Pitch || said.Differences[1].Measure != "rate_sps" || !strings.HasSuffix(said.Differences[1].Words, " % faster") {
		t.Errorf("%+v", got)
	}
	if len(said.Settings) != 2 || said.Settings[0].Field != "voice_setting.speed" || said.Settings[0].A != nil || said.Settings[0].B != 1.2 {
		t.Errorf("settings: %+v", said.Settings)
	}
	if got := p.runs("", "takes", "compare", a, b); !strings.Contains(got.out, " st higher, ") || !strings.Contains(got.out, "\nsettings  speed 1.20×\n          pitch +3 st\n") {
		t.Errorf("%+v", got)
	}
	if got := p.runs("", "takes", "compare", a, a, "--json"); !strings.HasPrefix(got.out, `{"differences":[],"settings":[],"same_words_ms":`) {
		t.Errorf("%+v", got)
	}
}

func TestWhatCannotBeMeasuredSaysWhy(t *testing.T) {
	t.Parallel()
	p := author(t)
	p.wave("silence.wav", 32000, 1, 32000, func(int) float64 { return 0 })
	p.wave("short.wav", 32000, 1, 1600, func(i int) float64 { return math.Sin(float64(i)) / 2 })
	p.wave("stereo.wav", 44100, 2, 44100, func(i int) float64 { return math.Mod(float64(i), 100) / 200 })
	// Nine minutes.
	p.wave("long.wav", 8000, 1, 9*60*8000, func(i int) float64 { return math.Mod(float64(i), 80) / 200 })
	mulaw := "RIFF\xff\xff\xff\xffWAVEfmt \x10\x00\x00\x00\x07\x00\x01\x00\x40\x1f\x00\x00\x40\x1f\x00\x00\x01\x00\x08\x00data\xff\xff\xff\xff" + strings.Repeat("\x80\xa0\xff\x20\x00\x20\x7f\xa0", 1000)
	p.write("mulaw.wav", mulaw)
	p.write("none.wav", "")
	p.write("x.opus", string(encoded(t, "-c:a", "libopus", "-f", "ogg")))
	p.write("x.ogg", string(encoded(t, "-c:a", "libvorbis", "-f", "ogg")))
	p.write("notes.txt", "x")
	for _, c := range []struct {
		file string
		code int
		said string // in the output, or of the error
	}{
		{"silence.wav", 0, `{"id":"silence.wav","audio_ms":1000,"f0_median_hz":null,"f0_range_st":null,"rate_sps":null,"pause_ratio":null,"lufs":null,"true_peak_db":null,"centroid_hz":null,"slope_db_oct":null,"fade_db":null}`},
		{"short.wav", 0, `"audio_ms":50,"f0_median_hz":null`},
		{"stereo.wav", 0, `"audio_ms":1000,"f0_median_hz":441`},
		{"./long.wav", 0, `"audio_ms":540000,"f0_median_hz":100,`},
		{"mulaw.wav", 0, `"audio_ms":1000,`},
		{"none.wav", 5, "no audio"},
		{"x.opus", 0, `"audio_ms":200,`},
		{"x.ogg", 5, "there is Vorbis in its Ogg, no Opus"},
		{"notes.txt", 2, "give it one of mp3, flac, wav, opus, ogg"},
		{"nobody.wav", 2, `there is no file "nobody.wav"; `},
		{"./", 2, "is no file; "},
		{"abab1234-1", 2, "takes list shows all"},
	} {
		got := p.runs("", "takes", "measure", "--json", c.file)
		if got.code != c.code || !strings.Contains(got.out+got.err, c.said) || c.code != 0 && strings.Count(got.err, "\n") != 1 {
			t.Errorf("%s: %+v", c.file, got)
		}
	}
	if got := p.runs("", "takes", "compare", "silence.wav", "stereo.wav", "--json"); got.out != `{"differences":[],"settings":[],"same_words_ms":null}`+"\n" {
		t.Errorf("%+v", got)
	}
	if got := p.runs("", "takes", "measure", "short.wav", "none.wav"); got.code != 5 || !strings.Contains(got.out, "short.wav  0.1 s   –") {
		t.Errorf("what was measured before is not told: %+v", got)
	}
}
