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
	"time"

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
	r.AudioSetting.Format = "aac"
	if _, err := engine(t).Speak(t.Context(), r, io.Discard); err == nil {
		t.Error("aac was not refused")
	}
}

// ffmpeg's samples are those of pcm at the same rate, but for what the codec
// loses.
func TestOpusAndMuLawAreTheSameSpeech(t *testing.T) {
	for _, c := range []struct {
		format         string
		rate, channels int
	}{
		{"opus", 24000, 1}, {"opus", 12000, 1}, {"opus", 48000, 2}, {"pcmu_raw", 8000, 1}, {"pcmu_wav", 8000, 2},
	} {
		t.Run(fmt.Sprint(c), func(t *testing.T) {
			t.Parallel()
			speak := func(format string) ([]byte, Result) {
				r := says(woman, "One two three four.")
				r.AudioSetting = tts.AudioSetting{Format: format, SampleRate: &c.rate, Channel: &c.channels}
				var b bytes.Buffer
				result, err := engine(t).Speak(t.Context(), r, &b)
				if err != nil {
					t.Fatal(err)
				}
				return b.Bytes(), result
			}
			audio, made := speak(c.format)
			if again, _ := speak(c.format); !bytes.Equal(again, audio) {
				t.Error("the same request gives other bytes")
			}
			args := []string{"-v", "error", "-i", "-"}
			if c.format == "pcmu_raw" {
				args = []string{"-v", "error", "-f", "mulaw", "-ar", fmt.Sprint(c.rate), "-ac", fmt.Sprint(c.channels), "-i", "-"}
			}
			through := func(audio []byte, args ...string) []float64 {
				cmd := exec.Command("ffmpeg", append(args, "-ac", "1", "-ar", fmt.Sprint(c.rate), "-f", "s16le", "-")...)
				cmd.Stdin = bytes.NewReader(audio)
				out, err := cmd.Output()
				if err != nil {
					t.Fatal(err)
				}
				return measure(out, c.rate).x
			}
			got := through(audio, args...)
			plain, _ := speak("wav")
			want := through(plain, "-v", "error", "-i", "-")
			if d := len(got) - len(want); d < 0 || d > c.rate/20 || made.Samples != int64(len(want)) || made.SampleRate != c.rate {
				t.Fatalf("%d samples, plain %d, result %+v", len(got), len(want), made)
			}
			if ratio := rms(got) / rms(want); ratio < 0.93 || ratio > 1.05 {
				t.Errorf("level times %.3f", ratio)
			}
			if c.format != "opus" {
				noise := make([]float64, len(want))
				for i := range want {
					noise[i] = got[i] - want[i]
				}
				if db := 20 * math.Log10(rms(want)/rms(noise)); db < 33 || db > 42 { // G.711 has 38 dB
					t.Errorf("%.1f dB of noise below the speech", db)
				}
			}
			header := map[string]int{"pcmu_wav": 46}[c.format]
			if real := float64(8*(len(audio)-header)) / (float64(len(want)) / float64(c.rate)); real < float64(made.Bitrate)*0.999 || real > float64(made.Bitrate)*1.1 {
				t.Errorf("%.0f bit/s, the result says %d", real, made.Bitrate)
			}
		})
	}
}

// Opus is heard while it is made: a second of it before the next is spoken.
func TestOpusFlows(t *testing.T) {
	came := make(chan int, 100)
	p, err := newOpus(t.Context(), newResult(tts.AudioSetting{Format: tts.Opus}), telling(came))
	if err != nil {
		t.Fatal(err)
	}
	noise := make([]float32, 24000)
	for i := range noise {
		noise[i] = float32(math.Sin(float64(i*i))) / 4
	}
	if err := p.write(noise); err != nil {
		t.Error(err)
	}
	select {
	case <-came:
	case <-time.After(30 * time.Second):
		t.Error("nothing is heard before the end")
	}
	if err := p.close(); err != nil {
		t.Error(err)
	}
}

type telling chan int

func (c telling) Write(p []byte) (int, error) { c <- len(p); return len(p), nil }

func TestWithoutOpusencOnlyOpusIsMissing(t *testing.T) {
	e := engine(t)
	t.Setenv("PATH", t.TempDir())
	r := says(woman, "One.")
	r.AudioSetting.Format = "opus"
	var b bytes.Buffer
	_, err := e.Speak(t.Context(), r, &b)
	if missing, ok := errors.AsType[*Missing](err); !ok || missing.Program != "opusenc" || b.Len() > 0 {
		t.Errorf("%d bytes, %v", b.Len(), err)
	}
	if Lacking("opus") == nil || Lacking("mp3") != nil {
		t.Error("opus alone needs opusenc")
	}
	r.AudioSetting.Format = "pcm"
	if _, err := e.Speak(t.Context(), r, io.Discard); err != nil {
		t.Errorf("pcm: %v", err)
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
	for _, format := range []string{"mp3", "pcm", "wav", "opus", "pcmu_raw"} {
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
