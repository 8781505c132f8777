package align

import (
	"bytes"
	"encoding/binary"
	"errors"
	"io"
	"math"
	"math/rand/v2"
	"os/exec"
	"strings"
	"testing"
	"time"

	"voicestudio/player/decode"
	"voicestudio/player/measure"
)

func TestOtherWordsAreNotAligned(t *testing.T) {
	for i, l := range lines {
		for j, o := range lines {
			a, b := say(t, l.language+"+man", 1, l.text), say(t, o.language+"+lady", 1, o.text)
			if _, ok := Between(a.features, b.features); ok != (i == j) {
				t.Errorf("%q and %q: aligned is %v", l.text[:15], o.text[:15], ok)
			}
		}
	}
}

// sound of so many seconds, of a value at each sample.
func sound(length float64, at func(i int) float32) measure.Sound {
	s := measure.Sound{Samples: make([]float32, int(length*8000)), Channels: 1, Rate: 8000}
	for i := range s.Samples {
		s.Samples[i] = at(i)
	}
	return s
}

func TestWhatIsNoSpeechIsNotAligned(t *testing.T) {
	rnd := rand.New(rand.NewPCG(13, 3))
	nan, inf := float32(math.NaN()), float32(math.Inf(1))
	speech := say(t, "en+lady", 1, lines[0].text)
	features := map[string]*Features{"speech": speech.features}
	for name, s := range map[string]measure.Sound{
		"nothing":          {},
		"no channels":      {Samples: speech.Samples, Rate: espeakRate},
		"no rate":          {Samples: speech.Samples, Channels: 1},
		"a low rate":       {Samples: speech.Samples, Channels: 1, Rate: 7999},
		"a huge rate":      {Samples: speech.Samples, Channels: 1, Rate: math.MaxInt32},
		"one sample":       {Samples: []float32{1}, Channels: 2, Rate: 48000},
		"half a frame":     {Samples: speech.Samples[:1], Channels: 2, Rate: 8000},
		"a short word":     {Samples: speech.Samples[:espeakRate/4], Channels: 1, Rate: espeakRate},
		"silence":          sound(1, func(int) float32 { return 0 }),
		"almost silence":   sound(1, func(int) float32 { return 1e-6 * rnd.Float32() }),
		"no numbers":       sound(1, func(int) float32 { return nan }),
		"infinite":         sound(1, func(int) float32 { return inf }),
		"the largest":      sound(1, func(i int) float32 { return math.MaxFloat32 * float32(1-i%2*2) }),
		"noise":            sound(2, func(int) float32 { return rnd.Float32() - 0.5 }),
		"other noise":      sound(1.5, func(int) float32 { return rnd.Float32() - 0.5 }),
		"a tone":           sound(1.5, func(i int) float32 { return float32(math.Sin(float64(i) * 0.2)) }),
		"a click":          sound(1.5, func(i int) float32 { return float32(max(0, 1-(i-9000)*(i-9000))) }),
		"more than is let": {Samples: make([]float32, 8000*601), Channels: 1, Rate: 8000},
	} {
		features[name] = Of(s)
	}
	notes := []float64{0.17, 0.21, 0.26, 0.19, 0.31, 0.23}
	features["music"] = Of(sound(2, func(i int) float32 {
		return float32(math.Sin(float64(i)*notes[i/3000%6])*math.Exp(-float64(i%3000)/1500)) + 0.2*float32(math.Sin(float64(i)*notes[i/6000%6]*2))
	}))
	for a, fa := range features {
		for b, fb := range features {
			if _, ok := Between(fa, fb); ok && a != b {
				t.Errorf("%s and %s are aligned", a, b)
			}
		}
	}
	// Speech with what is no number in it is speech.
	broken := measure.Sound{Samples: append([]float32(nil), speech.Samples...), Channels: 1, Rate: espeakRate}
	for i := 5000; i < len(broken.Samples)-1000; i += 9000 {
		broken.Samples[i], broken.Samples[i+1000] = nan, math.MaxFloat32
	}
	if m, ok := Between(speech.features, Of(broken)); !ok || (m.At(2*time.Second)-2*time.Second).Abs() > 20*time.Millisecond {
		t.Error("speech with broken samples is not aligned")
	}
}

// converted are a sound's samples at another rate, on both channels.
func converted(s measure.Sound, rate int) measure.Sound {
	c := measure.Sound{Channels: 2, Rate: rate}
	for i := range len(s.Samples) * rate / s.Rate {
		at := float64(i) * float64(s.Rate) / float64(rate)
		k, part := int(at), float32(at-math.Floor(at))
		v := s.Samples[k]*(1-part) + s.Samples[min(k+1, len(s.Samples)-1)]*part
		c.Samples = append(c.Samples, v, v*0.5)
	}
	return c
}

// lame makes an mp3 of a sound and hears it again.
func lame(t *testing.T, s measure.Sound, rate, kbit string) measure.Sound {
	t.Helper()
	var pcm bytes.Buffer
	for _, v := range s.Samples {
		binary.Write(&pcm, binary.LittleEndian, int16(v*32767))
	}
	cmd := exec.Command("lame", "-r", "-s", "22.05", "--resample", rate, "--bitwidth", "16", "--signed", "--little-endian", "-m", "m", "--cbr", "-b", kbit, "-t", "--quiet", "-", "-")
	cmd.Stdin = &pcm
	mp3, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	d, err := decode.New(decode.Format{Codec: "mp3"})
	if err != nil {
		t.Fatal(err)
	}
	defer d.Close()
	d.Feed(mp3)
	d.End()
	var heard measure.Sound
	for buf := make([]float32, 8192); ; {
		n, err := d.Read(buf)
		heard.Samples = append(heard.Samples, buf[:n]...)
		if errors.Is(err, io.EOF) {
			return heard
		}
		if err != nil {
			t.Fatal(err)
		}
		heard.Rate, heard.Channels = d.Rate(), d.Channels()
	}
}

func TestRatesChannelsAndFormatsDoNotMatter(t *testing.T) {
	p := pairsOf(t, lines[0], "other speeds")[1]
	rnd := rand.New(rand.NewPCG(13, 4))
	for name, s := range map[string]measure.Sound{
		"8 kHz": converted(p.b.Sound, 8000), "44.1 kHz": converted(p.b.Sound, 44100), "48 kHz": converted(p.b.Sound, 48000),
		"mp3 at 32 kHz": lame(t, p.b.Sound, "32", "128"),
	} {
		b := take{Sound: s}
		// The encoder begins later.
		late := 0.0
		if strings.HasPrefix(name, "mp3") {
			const lameDelay = 1105 // samples, as its own tag says
			late = lameDelay / float64(s.Rate)
		}
		for _, w := range p.b.words {
			b.words = append(b.words, word{w.from + late, w.to + late, w.at})
		}
		m, ok := Between(p.a.features, Of(s))
		if !ok {
			t.Errorf("%s: not aligned", name)
			continue
		}
		var got score
		got.of(pair{p.a, b}, m.At, rnd, 200)
		if t.Logf("%s: %v", name, got); got.share() < 0.95 || got.start(95) > 120 {
			t.Errorf("%s: %v", name, got)
		}
	}
}

// echoing is a sound in a large hall: it comes back again and again.
func echoing(s measure.Sound) measure.Sound {
	e := measure.Sound{Samples: append(s.Samples[:len(s.Samples):len(s.Samples)], make([]float32, 2*s.Rate)...), Channels: 1, Rate: s.Rate}
	for i := range e.Samples {
		for _, ms := range []int{110, 180, 290, 410} {
			if from := i - ms*s.Rate/1000; from >= 0 {
				e.Samples[i] += 0.2 * e.Samples[from]
			}
		}
	}
	return e
}

func TestATakeWithEchoesIsAligned(t *testing.T) {
	rnd := rand.New(rand.NewPCG(13, 6))
	for _, l := range lines {
		p := pair{say(t, l.language+"+man", 1, l.text), say(t, l.language+"+lady", 1.1, l.text)}
		p.b.Sound = echoing(p.b.Sound)
		m, ok := Between(p.a.features, Of(p.b.Sound))
		if !ok {
			t.Errorf("%q: not aligned", l.text[:15])
			continue
		}
		var got, divided score
		got.of(p, m.At, rnd, 300)
		divided.of(p, fraction(p), rnd, 300)
		if t.Logf("%v\n  by the fraction: %v", got, divided); got.share() < 0.85 || got.start(50) > 40 {
			t.Errorf("%q: %v", l.text[:15], got)
		}
	}
}
