package loudness

import (
	"bytes"
	"encoding/binary"
	"math"
	"os/exec"
	"regexp"
	"strconv"
	"testing"
)

func sine(rate, channels int, hz, amplitude, seconds float64) []float32 {
	var x []float32
	for i := range int(seconds * float64(rate)) {
		for range channels {
			x = append(x, float32(amplitude*math.Sin(2*math.Pi*hz*float64(i)/float64(rate)+math.Pi/4)))
		}
	}
	return x
}

func measure(rate, channels int, x []float32, piece int) *Meter {
	m := NewMeter(rate)
	for len(x) > 0 {
		n := min(piece*channels, len(x))
		m.Write(x[:n], channels)
		x = x[n:]
	}
	return m
}

// The cases of EBU Tech 3341 that one or two channels can be tested with.
func TestLoudnessOfTheEBUsTestSignals(t *testing.T) {
	db := Amplitude
	for name, c := range map[string]struct {
		parts [][2]float64 // seconds, dBFS
		want  float64
	}{
		"1":                   {[][2]float64{{20, -23}}, -23},
		"2":                   {[][2]float64{{20, -33}}, -33},
		"3, the relative one": {[][2]float64{{10, -36}, {60, -23}, {10, -36}}, -23},
		"4, both gates":       {[][2]float64{{10, -72}, {10, -36}, {60, -23}, {10, -36}, {10, -72}}, -23},
		"5":                   {[][2]float64{{20, -26}, {20.1, -20}, {20, -26}}, -23},
	} {
		for _, rate := range []int{8000, 24000} {
			var x []float32
			for _, p := range c.parts {
				// A third of their length is enough for the gates.
				x = append(x, sine(rate, 2, 1000, db(p[1]), p[0]/3)...)
			}
			if got := measure(rate, 2, x, 1234).Integrated(); math.Abs(got-c.want) > 0.15 {
				t.Errorf("case %s at %d Hz: %.2f LUFS, want %.1f", name, rate, got, c.want)
			}
		}
	}
}

func TestHalfAFrameAtTheEndIsLeftOut(t *testing.T) {
	m := NewMeter(48000)
	m.Write(make([]float32, 48001), 2)
	if got := m.n; got != 0 {
		t.Errorf("%d frames are left over after half a second", got)
	}
}

func TestAChannelAloneCountsOnce(t *testing.T) {
	one := measure(48000, 1, sine(48000, 1, 997, 1, 3), 100).Integrated()
	if math.Abs(one+3.01) > 0.05 {
		t.Errorf("%.2f LUFS of a sine at full scale, want -3.01", one)
	}
	if l := measure(48000, 1, make([]float32, 48000), 999).Integrated(); !math.IsInf(l, -1) {
		t.Errorf("silence: %v", l)
	}
	if l := measure(48000, 1, sine(48000, 1, 997, 1, 0.3), 999).Integrated(); !math.IsInf(l, -1) {
		t.Errorf("less than a block: %v", l)
	}
}

func TestTruePeakIsBetweenTheSamples(t *testing.T) {
	// At a quarter of the rate, an eighth of a period off, every sample is at
	// 0.707 of the peak; near half of the rate, as hiss is, many are far below.
	for _, hz := range []float64{12000, 15900, 19000, 21000} {
		x := sine(48000, 1, hz, 0.5, 0.1)
		for i := range 2400 { // without the click of its beginning and its end
			fade := float32(i) / 2400
			x[i] *= fade
			x[len(x)-1-i] *= fade
		}
		if p := Decibels(measure(48000, 1, x, 77).TruePeak()); math.Abs(p+6.02) > 0.2 {
			t.Errorf("%v Hz: %.2f dBTP, want -6.02", hz, p)
		}
	}
	if p := measure(48000, 1, []float32{0, -0.9, 0}, 1).TruePeak(); p < 0.8999 {
		t.Errorf("%.3f, less than a sample", p)
	}
}

func TestItAgreesWithFFmpeg(t *testing.T) {
	if _, err := exec.LookPath("ffmpeg"); err != nil {
		t.Fatal("ffmpeg is not installed")
	}
	for _, rate := range []int{16000, 32000, 44100} {
		// Something like speech: a buzz with syllables and pauses.
		var x []float32
		var raw bytes.Buffer
		for i := range 5 * rate {
			s := float64(i) / float64(rate)
			v := 0.0
			for k := 1.0; k < 20; k++ {
				v += math.Sin(2*math.Pi*130*k*s+k*k) / k
			}
			v *= 0.25 * math.Max(0, math.Sin(2*math.Pi*3*s)) * math.Max(0, math.Sin(2*math.Pi*0.2*s))
			x = append(x, float32(v))
			binary.Write(&raw, binary.LittleEndian, float32(v))
		}
		cmd := exec.Command("ffmpeg", "-hide_banner", "-f", "f32le", "-ar", strconv.Itoa(rate), "-ac", "1", "-i", "-",
			"-af", "ebur128=peak=true", "-f", "null", "-")
		cmd.Stdin = &raw
		out, err := cmd.CombinedOutput()
		if err != nil {
			t.Fatalf("%v: %s", err, out)
		}
		m := measure(rate, 1, x, 1000)
		for what, got := range map[string]float64{"I": m.Integrated(), "Peak": Decibels(m.TruePeak())} {
			all := regexp.MustCompile(what+`:\s+(-?[\d.]+)`).FindAllStringSubmatch(string(out), -1)
			want, _ := strconv.ParseFloat(all[len(all)-1][1], 64)
			if math.Abs(got-want) > 0.25 {
				t.Errorf("%d Hz: %s %.2f, ffmpeg %.1f", rate, what, got, want)
			} else {
				t.Logf("%d Hz: %s %.2f, ffmpeg %.1f", rate, what, got, want)
			}
		}
	}
}

func BenchmarkMeter(b *testing.B) {
	x := sine(32000, 1, 200, 0.3, 10)
	b.ReportAllocs()
	for b.Loop() {
		measure(32000, 1, x, 1152)
	}
	b.ReportMetric(10*float64(b.N)/b.Elapsed().Seconds(), "x-real-time")
}
