package measure_test

import (
	"bytes"
	"encoding/binary"
	"math"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"voicestudio/player/measure"
	"voicestudio/tts"
	"voicestudio/tts/sandbox/speech"
)

const rate = 32000

// sound is one channel of so many seconds, made sample by sample from the time.
func sound(seconds float64, at func(t float64) float64) measure.Sound {
	s := measure.Sound{Channels: 1, Rate: rate}
	for i := range int(seconds * rate) {
		s.Samples = append(s.Samples, float32(at(float64(i)/rate)))
	}
	return s
}

// wave is a sum of harmonics up to 7 kHz, by a table of one period.
func wave(hz float64, amplitude func(k float64) float64) func(t float64) float64 {
	table := make([]float64, 4096)
	for i := range table {
		for k := 1.0; k*hz < 7000 && k < 100; k++ {
			table[i] += amplitude(k) * math.Sin(2*math.Pi*k*float64(i)/float64(len(table)))
		}
	}
	return func(t float64) float64 {
		_, at := math.Modf(t * hz)
		at *= float64(len(table))
		i := int(at)
		return table[i] + (table[(i+1)%len(table)]-table[i])*(at-float64(i))
	}
}

func sawtooth(hz float64) func(t float64) float64 {
	return wave(hz, func(k float64) float64 { return 0.2 / k })
}

// pulses have all harmonics alike, as a creaking voice.
func pulses(hz float64) func(t float64) float64 {
	return wave(hz, func(k float64) float64 { return 0.02 })
}

func noisy(of func(t float64) float64, level float64) func(t float64) float64 {
	rnd := rand.New(rand.NewPCG(3, 4))
	return func(t float64) float64 { return of(t) + level*rnd.NormFloat64() }
}

// voices is the sandbox's engine for a whole test.
func voices(t *testing.T) *speech.Engine {
	t.Helper()
	engine, err := speech.Open()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { engine.Close() })
	return engine
}

func spoken(t *testing.T, engine *speech.Engine, r tts.Request) measure.Sound {
	t.Helper()
	r.AudioSetting.Format, r.AudioSetting.SampleRate = "pcm", new(rate)
	var b bytes.Buffer
	if _, err := engine.Speak(t.Context(), r, &b); err != nil {
		t.Fatal(err)
	}
	s := measure.Sound{Channels: 1, Rate: rate, Samples: make([]float32, b.Len()/2)}
	for i := range s.Samples {
		s.Samples[i] = float32(int16(binary.LittleEndian.Uint16(b.Bytes()[2*i:]))) / 32768
	}
	return s
}

func says(voice, text string) tts.Request {
	return tts.Request{Text: text, VoiceSetting: tts.VoiceSetting{VoiceID: voice}}
}

// wav writes a sound for other programs.
func wav(t *testing.T, path string, s measure.Sound) {
	t.Helper()
	var b bytes.Buffer
	word := func(v any) { binary.Write(&b, binary.LittleEndian, v) }
	size := uint32(4 * len(s.Samples))
	b.WriteString("RIFF")
	word(36 + size)
	b.WriteString("WAVEfmt ")
	word(uint32(16))
	word(uint16(3)) // float
	word(uint16(s.Channels))
	word(uint32(s.Rate))
	word(uint32(s.Rate * s.Channels * 4))
	word(uint16(s.Channels * 4))
	word(uint16(32))
	b.WriteString("data")
	word(size)
	word(s.Samples)
	if err := os.WriteFile(path, b.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
}

// praat asks it for the median pitch of all sounds, in Hz; 0 is no voice.
func praat(t *testing.T, sounds map[string]measure.Sound) map[string]float64 {
	t.Helper()
	dir := t.TempDir()
	for name, s := range sounds {
		wav(t, filepath.Join(dir, name+".wav"), s)
	}
	script := filepath.Join(dir, "pitch.praat")
	os.WriteFile(script, []byte(`form Folder
  sentence folder
endform
list = Create Strings as file list: "list", folder$ + "/*.wav"
n = Get number of strings
for i to n
  selectObject: list
  name$ = Get string: i
  sound = Read from file: folder$ + "/" + name$
  pitch = To Pitch: 0.01, 75, 500
  hz = Get quantile: 0, 0, 0.5, "Hertz"
  appendInfoLine: name$, " ", fixed$ (hz, 3)
  removeObject: sound, pitch
endfor
`), 0o600)
	cmd := exec.Command("praat", "--run", script, dir)
	cmd.Env = append(os.Environ(), "HOME="+dir) // where it keeps its own settings
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("praat: %v: %s", err, out)
	}
	hz := map[string]float64{}
	for _, line := range regexp.MustCompile(`(?m)^(.+)\.wav (\S+)$`).FindAllStringSubmatch(strings.ReplaceAll(string(out), "\x00", ""), -1) {
		hz[line[1]], _ = strconv.ParseFloat(line[2], 64)
	}
	return hz
}

func semitones(a, b float64) float64 { return 12 * math.Log2(a/b) }
