package speech

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"voicestudio/tts"
)

func TestMP3IsPlayableAtEveryRate(t *testing.T) {
	for _, rate := range []int{8000, 16000, 22050, 24000, 32000, 44100} {
		for _, channels := range []int{1, 2} {
			t.Run(fmt.Sprint(rate, "x", channels), func(t *testing.T) {
				t.Parallel()
				r := says(woman, "One two three four.")
				r.AudioSetting = tts.AudioSetting{SampleRate: &rate, Channel: &channels, Bitrate: new(256000)}
				var mp3 bytes.Buffer
				result, err := engine(t).Speak(t.Context(), r, &mp3)
				if err != nil {
					t.Fatal(err)
				}
				if b := mp3.Bytes(); b[0] != 0xff || bytes.Contains(b[:min(len(b), 2000)], []byte("Info")) {
					t.Errorf("does not begin with audio: % x", b[:4])
				}
				cmd := exec.Command("mpg123", "-q", "-w", "-", "-")
				cmd.Stdin = bytes.NewReader(mp3.Bytes())
				wav, err := cmd.Output()
				if err != nil {
					t.Fatal(err)
				}
				if got := int(binary.LittleEndian.Uint32(wav[24:])); got != rate || int(wav[22]) != channels {
					t.Errorf("decoded at %d Hz, %d channels", got, wav[22])
				}
				seconds := float64(len(wav)-44) / float64(2*channels*rate)
				want := float64(result.Samples) / float64(result.SampleRate)
				if d := seconds - want; d < 0 || d > 0.25 { // the encoder's delay and padding: up to 3 frames of 72 ms
					t.Errorf("%.3f s decoded, the result says %.3f", seconds, want)
				}
				if got := float64(8*mp3.Len()) / seconds; math.Abs(got/float64(result.Bitrate)-1) > 0.05 {
					t.Errorf("%.0f bit/s, the result says %d", got, result.Bitrate)
				}
			})
		}
	}
}

func TestWavAndPCMHoldTheSameSamples(t *testing.T) {
	r := says(man, "One two three.")
	r.AudioSetting = tts.AudioSetting{Format: "wav", Channel: new(2)}
	var wav, pcm bytes.Buffer
	result, err := engine(t).Speak(t.Context(), r, &wav)
	if err != nil {
		t.Fatal(err)
	}
	r.AudioSetting.Format = "pcm"
	if _, err := engine(t).Speak(t.Context(), r, &pcm); err != nil {
		t.Fatal(err)
	}
	if b := wav.Bytes(); string(b[:4]) != "RIFF" || !bytes.Equal(b[44:], pcm.Bytes()) || int64(pcm.Len()) != 4*result.Samples {
		t.Errorf("%d bytes of wav, %d of pcm, result %+v", wav.Len(), pcm.Len(), result)
	}
	r.AudioSetting.Format = "opus"
	if _, err := engine(t).Speak(t.Context(), r, io.Discard); err == nil {
		t.Error("opus was not refused")
	}
}

func TestResamplingKeepsATone(t *testing.T) {
	for _, rate := range []int{8000, 16000, 24000, 32000, 44100} {
		in := make([]float32, engineRate)
		for i := range in {
			in[i] = float32(0.5*math.Sin(2*math.Pi*1000*float64(i)/engineRate) + 0.3*math.Sin(2*math.Pi*9000*float64(i)/engineRate))
		}
		s := newResampler(rate)
		var out []float32
		for len(in) > 0 {
			n := min(len(in), 777)
			out = append(out, s.process(in[:n])...)
			in = in[n:]
		}
		out = append(out, s.flush()...)
		if len(out) != rate {
			t.Errorf("%d Hz: %d samples of one second", rate, len(out))
		}
		// What is left after the tone is taken out: aliases, above 70 dB below.
		sum := 0.0
		for i := rate / 10; i < rate*9/10; i++ {
			want := 0.5 * math.Sin(2*math.Pi*1000*float64(i)/float64(rate))
			if rate > 20000 {
				want += 0.3 * math.Sin(2*math.Pi*9000*float64(i)/float64(rate))
			}
			sum += math.Pow(float64(out[i])-want, 2)
		}
		if left := 20 * math.Log10(math.Sqrt(sum/(0.8*float64(rate)))/0.35); left > -60 {
			t.Errorf("%d Hz: %.0f dB of error", rate, left)
		}
	}
}

type failing struct{ after int }

var errDisk = errors.New("the disk is full")

func (f *failing) Write(p []byte) (int, error) {
	if f.after -= len(p); f.after < 0 {
		return 0, errDisk
	}
	return len(p), nil
}

func TestAFailingWriterStopsTheSpeech(t *testing.T) {
	for _, format := range []string{"mp3", "pcm", "wav"} {
		r := says(woman, sentence+sentence)
		r.AudioSetting.Format = format
		if _, err := engine(t).Speak(t.Context(), r, &failing{after: 6000}); !errors.Is(err, errDisk) {
			t.Errorf("%s: %v", format, err)
		}
	}
	nothingLeft(t)
}

// nothingLeft looks for children and variant files of utterances that ended.
func nothingLeft(t *testing.T) {
	t.Helper()
	lists, _ := filepath.Glob("/proc/self/task/*/children")
	for _, list := range lists {
		if children, _ := os.ReadFile(list); len(children) > 0 {
			t.Errorf("children are left: %s", children)
		}
	}
	if files, _ := filepath.Glob(filepath.Join(engine(t).root, "espeak-ng-data", "voices", "!v", "*")); len(files) > 0 {
		t.Errorf("files are left: %v", files)
	}
}
