package measure_test

import (
	"encoding/json"
	"fmt"
	"math"
	"math/rand/v2"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"voicestudio/player/measure"
)

// told is a figure, or NaN where there is none.
func told(x *float64) float64 {
	if x == nil {
		return math.NaN()
	}
	return *x
}

func about(t *testing.T, what string, got *float64, want, tolerance float64) {
	t.Helper()
	if !(math.Abs(told(got)-want) <= tolerance) {
		t.Errorf("%s: %.3f, want %.3f", what, told(got), want)
	}
}

// Six syllables in four seconds of speech with a pause of one second in them,
// half a second of silence around it all.
func TestSyllablesAndPausesAreCountedWithoutTheSilenceAround(t *testing.T) {
	voice := sawtooth(150)
	m := measure.Of(sound(6, func(t float64) float64 {
		said := t - 0.5
		switch {
		case said < 0, said >= 5, said >= 2 && said < 3:
			return 0
		}
		_, of := math.Modf(said)
		return voice(t) * (0.1 + math.Pow(math.Sin(2*math.Pi*of), 2))
	}))
	about(t, "rate", m.RateSPS, 2, 0.1)
	about(t, "pauses", m.PauseRatio, 0.2, 0.02)
	if m.AudioMS != 6000 {
		t.Errorf("%d ms", m.AudioMS)
	}
}

func TestColourLevelAndFadeOfWhatIsKnown(t *testing.T) {
	rnd := rand.New(rand.NewPCG(1, 2))
	var kept float64
	white := func(float64) float64 { return 0.1 * rnd.NormFloat64() }
	brown := func(float64) float64 { kept = 0.999*kept + 0.01*rnd.NormFloat64(); return kept }
	about(t, "slope of white noise", measure.Of(sound(4, white)).SlopeDBOct, 0, 0.2)
	about(t, "slope of brown noise", measure.Of(sound(4, brown)).SlopeDBOct, -6, 0.3)
	about(t, "slope of a sawtooth", measure.Of(sound(2, sawtooth(110))).SlopeDBOct, -6, 0.3)
	about(t, "its middle", measure.Of(sound(4, white)).CentroidHz, 4000, 100)
	quiet := func(t float64) float64 { return 0 }
	tone := func(t float64) float64 { return 0.5 * math.Sin(2*math.Pi*1000*t) }
	about(t, "middle of a tone", measure.Of(sound(2, tone)).CentroidHz, 1000, 10)
	about(t, "level of a tone", measure.Of(sound(2, tone)).LUFS, -9, 0.2)
	about(t, "peak of a tone", measure.Of(sound(2, tone)).TruePeakDB, -6, 0.2)
	voice := sawtooth(150)
	about(t, "fade", measure.Of(sound(6, func(t float64) float64 { return voice(t) * math.Pow(10, -t/20) })).FadeDB, -4, 0.2)
	about(t, "no fade", measure.Of(sound(6, sawtooth(150))).FadeDB, 0, 0.1)
	about(t, "range", measure.Of(sound(4, glide)).F0RangeST, 9*0.9, 0.5)
	if m := measure.Of(sound(2, white)); m.F0MedianHz != nil || m.RateSPS != nil {
		t.Errorf("noise speaks: %v Hz, %v", told(m.F0MedianHz), told(m.RateSPS))
	}
	breath := measure.Of(sound(4, func(t float64) float64 {
		if t > 1 && t < 1.2 {
			return voice(t)
		}
		return white(t)
	}))
	if breath.F0MedianHz != nil {
		t.Errorf("a whisper with one voiced syllable has a pitch: %v Hz", *breath.F0MedianHz)
	}
	if m := measure.Of(sound(2, quiet)); m.LUFS != nil || m.TruePeakDB != nil || m.SpeechMS != nil || m.CentroidHz != nil {
		t.Errorf("silence has figures: %+v", m)
	}
}

var gliding = sawtooth(150)

// glide goes up nine semitones in four seconds.
func glide(t float64) float64 {
	const rise = 9.0 / 12 / 4 // octaves per second
	return gliding((math.Exp2(rise*t) - 1) / (rise * math.Ln2))
}

func TestTheSameAtEveryRateAndInStereo(t *testing.T) {
	base := sound(4, sawtooth(196))
	want := measure.Of(base)
	stereo := measure.Sound{Channels: 2, Rate: rate}
	for _, v := range base.Samples {
		stereo.Samples = append(stereo.Samples, v, v)
	}
	got := measure.Of(stereo)
	about(t, "stereo pitch", got.F0MedianHz, *want.F0MedianHz, 0.1)
	about(t, "stereo slope", got.SlopeDBOct, *want.SlopeDBOct, 0.05)
	about(t, "stereo level", got.LUFS, *want.LUFS+3.01, 0.05)
	for _, hz := range []int{8000, 11025, 16000, 22050, 24000, 44100, 48000} {
		s := measure.Sound{Channels: 1, Rate: hz}
		for i := range 2 * hz {
			at := float64(i) / float64(hz)
			v := 0.0
			for k := 1.0; k*196 < 3400; k++ {
				v += 0.2 * math.Sin(2*math.Pi*k*196*at) / k
			}
			s.Samples = append(s.Samples, float32(v))
		}
		m := measure.Of(s)
		about(t, fmt.Sprint("pitch at ", hz), m.F0MedianHz, 196, 1)
	}
}

func TestLoudnessIsWhatFFmpegMeasures(t *testing.T) {
	s := spoken(t, voices(t), says("Wise_Woman", hello))
	path := filepath.Join(t.TempDir(), "take.wav")
	wav(t, path, s)
	out, err := exec.Command("ffmpeg", "-hide_banner", "-i", path, "-af", "ebur128=peak=true", "-f", "null", "-").CombinedOutput()
	if err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	m := measure.Of(s)
	for what, got := range map[string]*float64{"I": m.LUFS, "Peak": m.TruePeakDB} {
		all := regexp.MustCompile(what+`:\s+(-?[\d.]+)`).FindAllStringSubmatch(string(out), -1)
		want, _ := strconv.ParseFloat(all[len(all)-1][1], 64)
		about(t, what, got, want, 0.3)
	}
}

// Nothing that calls itself a sound brings a figure that is none, or a panic.
func TestWhatIsHardlyASoundHasNoFiguresOfAVoice(t *testing.T) {
	nan, inf := float32(math.NaN()), float32(math.Inf(1))
	for name, s := range map[string]measure.Sound{
		"nothing":      {Channels: 1, Rate: rate},
		"no rate":      {Samples: []float32{1, 2}, Channels: 1},
		"no channels":  {Samples: []float32{1, 2}, Rate: rate},
		"six channels": {Samples: make([]float32, 6000), Channels: 6, Rate: rate},
		"half a frame": {Samples: []float32{1}, Channels: 2, Rate: rate},
		"one sample":   {Samples: []float32{1}, Channels: 1, Rate: rate},
		"no numbers":   {Samples: []float32{nan, inf, -inf, nan}, Channels: 1, Rate: rate},
		"50 ms":        sound(0.05, sawtooth(200)),
		"an offset":    sound(2, func(float64) float64 { return 0.5 }),
		"clipped":      sound(2, func(t float64) float64 { return math.Copysign(1, math.Sin(2*math.Pi*20*t)) * 1e30 }),
		"a click":      sound(2, func(t float64) float64 { return map[bool]float64{true: 1}[t == 1] }),
		"far too loud": sound(1, func(t float64) float64 { return 1e38 * math.Sin(t*1e3) }),
	} {
		m := measure.Of(s)
		if _, err := json.Marshal(m); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if m.F0MedianHz != nil || m.RateSPS != nil || m.FadeDB != nil {
			t.Errorf("%s has a voice: %v Hz, %v", name, told(m.F0MedianHz), told(m.RateSPS))
		}
	}
}

func FuzzOf(f *testing.F) {
	f.Add([]byte{0, 1, 2, 3, 255, 128, 7}, 32000, 1, uint8(9))
	f.Fuzz(func(t *testing.T, bytes []byte, rate, channels int, repeat uint8) {
		s := measure.Sound{Channels: channels, Rate: rate}
		for range repeat {
			for i := 0; i+4 <= len(bytes); i += 4 {
				s.Samples = append(s.Samples, math.Float32frombits(uint32(bytes[i])|uint32(bytes[i+1])<<8|uint32(bytes[i+2])<<16|uint32(bytes[i+3])<<24))
			}
		}
		if _, err := json.Marshal(measure.Of(s)); err != nil {
			t.Error(err)
		}
	})
}

func TestWhatIsKeptIsFoundAgain(t *testing.T) {
	m := measure.Of(sound(4, sawtooth(200)))
	raw, _ := json.Marshal(m)
	for _, name := range strings.Fields("version audio_ms speech_ms f0_median_hz f0_range_st rate_sps pause_ratio lufs true_peak_db centroid_hz slope_db_oct fade_db") {
		if !strings.Contains(string(raw), `"`+name+`":`) {
			t.Errorf("no %s in %s", name, raw)
		}
	}
}
