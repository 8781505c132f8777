package decode

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"math/rand"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"testing"

	"go.uber.org/goleak"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

func need(t testing.TB, tool string) {
	t.Helper()
	if _, err := exec.LookPath(tool); err == nil {
		return
	}
	t.Fatalf("%s is not installed", tool)
}

func run(t testing.TB, in []byte, name string, args ...string) []byte {
	t.Helper()
	need(t, name)
	cmd := exec.Command(name, args...)
	cmd.Stdin = bytes.NewReader(in)
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("%s %v: %v", name, args, err)
	}
	return out
}

// tones is a signal with one tone per channel, at half of full scale.
type tones struct {
	rate, channels int
	hz             [2]float64
}

func tonesAt(rate, channels int) tones {
	return tones{rate, channels, [2]float64{440, 1000}}
}

func (s tones) pcm(frames int) []byte {
	b := make([]byte, 0, 2*frames*s.channels)
	for i := range frames {
		for c := range s.channels {
			v := math.Sin(2 * math.Pi * s.hz[c] * float64(i) / float64(s.rate))
			b = binary.LittleEndian.AppendUint16(b, uint16(int16(math.Round(16384*v))))
		}
	}
	return b
}

// mp3 encodes as a speech service does: a bare stream without an info frame.
// Bitrates that the rate does not have are capped as LAME caps them.
func (s tones) mp3(t testing.TB, frames, kbit int, extra ...string) []byte {
	mode := "m"
	if s.channels == 2 {
		mode = "j"
	}
	rate := strconv.FormatFloat(float64(s.rate)/1000, 'f', -1, 64)
	args := append([]string{"--flush", "-r", "-s", rate, "--resample", rate, "--bitwidth", "16", "--signed", "--little-endian",
		"-m", mode, "--cbr", "-b", strconv.Itoa(capped(s.rate, kbit)), "--quiet"}, extra...)
	return run(t, s.pcm(frames), "lame", append(args, "-", "-")...)
}

// lameFile encodes to a file, where LAME can go back and complete its tag.
func (s tones) lameFile(t testing.TB, frames int, extra ...string) []byte {
	mode := "m"
	if s.channels == 2 {
		mode = "j"
	}
	rate := strconv.FormatFloat(float64(s.rate)/1000, 'f', -1, 64)
	file := filepath.Join(t.TempDir(), "a.mp3")
	args := append([]string{"-r", "-s", rate, "--resample", rate, "--bitwidth", "16", "--signed", "--little-endian", "-m", mode, "--quiet"}, extra...)
	run(t, s.pcm(frames), "lame", append(args, "-", file)...)
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// fidelity is the level of the source against that of what x differs from it,
// in dB, over the middle of the frames.
func fidelity(x []float32, s tones, frames int) float64 {
	pcm := s.pcm(frames)
	var signal, noise float64
	for i := frames / 10 * s.channels; i < frames*9/10*s.channels; i++ {
		want := float64(int16(binary.LittleEndian.Uint16(pcm[2*i:]))) / 32768
		signal += want * want
		noise += (float64(x[i]) - want) * (float64(x[i]) - want)
	}
	return 10 * math.Log10(signal/noise)
}

func capped(rate, kbit int) int {
	switch {
	case rate < 16000:
		return min(kbit, 64)
	case rate < 32000:
		return min(kbit, 160)
	}
	return kbit
}

// all decodes data fed in pieces that piece returns the sizes of.
func all(d Decoder, data []byte, piece func() int) (samples []float32, err error) {
	defer d.Close()
	dst := make([]float32, 1000)
	for {
		n, err := d.Read(dst)
		samples = append(samples, dst[:n]...)
		switch {
		case n > 0:
		case errors.Is(err, ErrMore) && len(data) == 0:
			d.End()
		case errors.Is(err, ErrMore):
			n := min(piece(), len(data))
			d.Feed(data[:n])
			data = data[n:]
		case err == nil:
			return samples, fmt.Errorf("no samples and no error")
		default:
			return samples, err
		}
	}
}

func random(seed int64) func() int {
	r := rand.New(rand.NewSource(seed))
	return func() int { return 1 + r.Intn(700) }
}

func whole(n int) func() int { return func() int { return n } }

// level is the amplitude of the tone hz in every ch-th sample.
func level(x []float32, rate, channels, ch int, hz float64) float64 {
	var re, im float64
	n := 0
	for i := ch; i < len(x); i += channels {
		w := 2 * math.Pi * hz * float64(n) / float64(rate)
		re += float64(x[i]) * math.Cos(w)
		im += float64(x[i]) * math.Sin(w)
		n++
	}
	return 2 * math.Hypot(re, im) / float64(n)
}

// middle cuts off the encoder's delay and the padding of the last frame.
func middle(x []float32, rate, channels int) []float32 {
	edge := rate / 5 * channels
	return x[edge : len(x)-edge]
}

func floats(b []byte) []float32 {
	x := make([]float32, len(b)/4)
	for i := range x {
		x[i] = math.Float32frombits(binary.LittleEndian.Uint32(b[4*i:]))
	}
	return x
}

// apart is the largest difference of two signals of equal length.
func apart(t *testing.T, a, b []float32) float64 {
	t.Helper()
	if len(a) != len(b) {
		t.Fatalf("%d samples, want %d", len(a), len(b))
	}
	var worst float64
	for i := range a {
		worst = max(worst, math.Abs(float64(a[i]-b[i])))
	}
	return worst
}
