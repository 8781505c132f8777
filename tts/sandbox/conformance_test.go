package sandbox

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"math"
	"os/exec"
	"strings"
	"sync"
	"testing"
)

// decoded is sound in mono, -1..1.
type decoded struct {
	x        []float64
	rate     int
	channels int
}

func (d decoded) seconds() float64 { return float64(len(d.x)) / float64(d.rate) }

func (d decoded) level(from, to float64) float64 {
	a, b := max(0, int(from*float64(d.rate))), min(len(d.x), max(0, int(to*float64(d.rate))))
	sum := 0.0
	for _, s := range d.x[min(a, b):b] {
		sum += s * s
	}
	return math.Sqrt(sum / float64(max(1, b-a)))
}

// samples reads 16-bit little-endian samples; the channels must be the same.
func samples(t *testing.T, pcm []byte, rate, channels int) decoded {
	t.Helper()
	d := decoded{rate: rate, channels: channels}
	for i := 0; i+2*channels <= len(pcm); i += 2 * channels {
		d.x = append(d.x, float64(int16(binary.LittleEndian.Uint16(pcm[i:])))/32768)
		if channels == 2 && d.rate > 0 && math.Abs(d.x[len(d.x)-1]-float64(int16(binary.LittleEndian.Uint16(pcm[i+2:])))/32768) > 0.05 {
			t.Errorf("the channels differ at sample %d", i/4)
			return d
		}
	}
	return d
}

// wave reads a RIFF file whose sizes must be right unless it came from a pipe.
func wave(t *testing.T, b []byte, sized bool) decoded {
	t.Helper()
	if len(b) < 44 || string(b[:4]) != "RIFF" || string(b[36:40]) != "data" {
		t.Fatalf("no wav: %.60q", b)
	}
	if size := int(binary.LittleEndian.Uint32(b[40:])); sized && size != len(b)-44 {
		t.Errorf("the header says %d bytes of %d", size, len(b)-44)
	}
	return samples(t, b[44:], int(binary.LittleEndian.Uint32(b[24:])), int(binary.LittleEndian.Uint16(b[22:])))
}

// decode makes samples of audio, by other programs than those that made it.
func decode(t *testing.T, format string, audio []byte, rate, channels int) decoded {
	t.Helper()
	through := func(name string, args ...string) []byte {
		cmd := exec.Command(name, args...)
		cmd.Stdin = bytes.NewReader(audio)
		out, err := cmd.Output()
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		return out
	}
	switch format {
	case "mp3":
		return wave(t, through("mpg123", "-q", "-w", "-", "-"), false)
	case "flac":
		return wave(t, through("flac", "-s", "-d", "-c", "-"), false)
	case "wav":
		return wave(t, audio, true)
	}
	return samples(t, audio, rate, channels)
}

func asks(format string, rate, channels, bitrate int) string {
	return fmt.Sprintf(`"audio_setting":{"format":%q,"sample_rate":%d,"channel":%d,"bitrate":%d},`, format, rate, channels, bitrate) + anyVoice
}

var rates = []int{8000, 16000, 22050, 24000, 32000, 44100}

// Every host's path, streaming and whole, in every format at every rate gives
// the same speech: as long and as loud as plain samples at 44.1 kHz.
func TestEveryPathFormatAndRateIsTheSameSpeech(t *testing.T) {
	s := speaking(t)
	plain := decode(t, "pcm", send(t, atMiniMax.request(s, true, asks("pcm", 44100, 1, 128000))).audio(t), 44100, 1)
	if level := plain.level(0, plain.seconds()); plain.seconds() < 0.7 || plain.seconds() > 2 || level < 0.02 {
		t.Fatalf("%.2f s at %.3f", plain.seconds(), level)
	}
	try := func(t *testing.T, at site, stream bool, format string, rate, channels, bitrate int) {
		h := send(t, at.request(s, stream, asks(format, rate, channels, bitrate)))
		if h.code != 0 || h.broken != nil {
			t.Fatalf("%d %v %.300s", h.code, h.broken, h.body)
		}
		audio := h.audio(t)
		got := decode(t, format, audio, rate, channels)
		if got.rate != rate || got.channels != channels {
			t.Errorf("%d Hz, %d channels", got.rate, got.channels)
		}
		late := 0.0
		if format == "mp3" && stream {
			late = 0.3 // three frames of 72 ms at the lowest rate, which no Info frame tells of
		}
		if d := got.seconds() - plain.seconds(); d < -0.002 || d > late+0.002 {
			t.Errorf("%.3f s, samples have %.3f", got.seconds(), plain.seconds())
		}
		energy := func(d decoded) float64 { return d.level(0, d.seconds()) * math.Sqrt(d.seconds()) }
		if ratio := energy(got) / energy(plain); ratio < 0.8 || ratio > 1.05 { // 8 kHz has no sibilants
			t.Errorf("level times %.3f", ratio)
		}
		if at == atPPIO26 || at == atPPIO02 {
			return
		}
		x := h.extra
		size := len(audio)
		if stream {
			size = len(h.aggregate) / 2
		}
		if x.AudioFormat != format || x.AudioSampleRate != rate || x.AudioChannel != channels || x.AudioSize != int64(size) ||
			format != "mp3" && math.Abs(float64(x.AudioLength)/1000-plain.seconds()) > 0.002 {
			t.Errorf("%d bytes, %.3f s: %+v", size, plain.seconds(), x)
		}
		if format == "mp3" {
			// Whole frames are counted, and in a whole answer one more, of
			// silence, is sent.
			frame := float64(mp3Frame(rate)) / float64(rate)
			seconds := float64(x.AudioLength) / 1000
			if seconds < plain.seconds() || seconds > plain.seconds()+0.3 || math.Abs(seconds/frame-math.Round(seconds/frame)) > 0.05 {
				t.Errorf("audio_length %d ms, %.3f s were spoken, a frame has %.3f s", x.AudioLength, plain.seconds(), frame)
			}
			if !stream {
				seconds += frame
			}
			if real := float64(8*(len(audio)-tagSize(audio))) / seconds; math.Abs(real/float64(x.Bitrate)-1) > 0.02 {
				t.Errorf("%.0f bit/s, extra_info says %d", real, x.Bitrate)
			}
		}
	}
	for _, at := range []site{atDashScope, atPPIO, atPPIO26, atMiniMax} {
		for _, stream := range []bool{true, false} {
			for _, format := range []string{"mp3", "pcm", "flac", "wav"} {
				if stream && format == "wav" {
					continue
				}
				for _, rate := range rates {
					t.Run(fmt.Sprint(at.name, "/", stream, "/", format, "/", rate), func(t *testing.T) {
						t.Parallel()
						try(t, at, stream, format, rate, 1, 128000)
					})
				}
			}
		}
	}
	for _, format := range []string{"mp3", "pcm", "flac", "wav"} {
		for _, rate := range []int{8000, 24000, 44100} {
			t.Run(fmt.Sprint("stereo/", format, "/", rate), func(t *testing.T) {
				t.Parallel()
				try(t, atPPIO, false, format, rate, 2, 128000)
			})
		}
	}
	for _, bitrate := range []int{32000, 64000, 256000} {
		for _, rate := range []int{8000, 24000, 44100} {
			t.Run(fmt.Sprint("mp3/", bitrate, "/", rate), func(t *testing.T) {
				t.Parallel()
				try(t, atMiniMax, true, "mp3", rate, 1, bitrate)
			})
		}
	}
}

func TestBitratesAreCappedAsMPEGAllows(t *testing.T) {
	s := speaking(t)
	for rate, want := range map[int]int{8000: 64000, 16000: 160000, 22050: 160000, 24000: 160000, 32000: 256000, 44100: 256000} {
		if h := send(t, atMiniMax.request(s, false, asks("mp3", rate, 1, 256000))); h.extra.Bitrate != want {
			t.Errorf("%d Hz: %d bit/s, want %d", rate, h.extra.Bitrate, want)
		}
	}
}

// The aggregate is the stream again, behind MiniMax's longer tag.
func TestTheAggregateIsTheStreamBehindALongerTag(t *testing.T) {
	h := send(t, atMiniMax.request(speaking(t), true, anyVoice))
	all := h.audio(t)
	h.chunks = []string{h.aggregate}
	again := h.audio(t)
	if tagSize(all) != 45 || tagSize(again) != 1140 || !bytes.Equal(all[45:], again[1140:]) {
		t.Errorf("tags of %d and %d bytes before %d and %d", tagSize(all), tagSize(again), len(all), len(again))
	}
	if (len(all)-45)%576 != 0 {
		t.Errorf("%d bytes are no whole number of frames of 36 ms", len(all)-45)
	}
}

func TestFFmpegReadsTheFLAC(t *testing.T) {
	for _, channels := range []int{1, 2} {
		h := send(t, atMiniMax.request(speaking(t), false, asks("flac", 32000, channels, 128000)))
		cmd := exec.Command("ffmpeg", "-v", "error", "-i", "-", "-f", "s16le", "-")
		cmd.Stdin = bytes.NewReader(h.audio(t))
		var complaint bytes.Buffer
		cmd.Stderr = &complaint
		out, err := cmd.Output()
		if got := samples(t, out, 32000, channels); err != nil || complaint.Len() > 0 || math.Abs(got.seconds()-float64(h.extra.AudioLength)/1000) > 0.002 {
			t.Errorf("%.3f s of %d ms, %v %s", got.seconds(), h.extra.AudioLength, err, complaint.String())
		}
	}
}

func TestTwoPeopleAtOnceHearTheirOwn(t *testing.T) {
	s := speaking(t)
	alone := map[string]string{}
	texts := []string{"One two three.", "四五六。", "Seven, eight (laughs)."}
	ask := func(text string) string {
		h := send(t, atMiniMax.request(s, true, `"text":"`+text+`","voice_setting":{"voice_id":"Wise_Woman"}`))
		return strings.Join(h.chunks, "")
	}
	for _, text := range texts {
		alone[text] = ask(text)
	}
	var group sync.WaitGroup
	for i := range 6 {
		group.Go(func() {
			text := texts[i%len(texts)]
			if got := ask(text); got != alone[text] || got == "" {
				t.Errorf("%s: %d of hex, %d alone", text, len(got), len(alone[text]))
			}
		})
	}
	group.Wait()
}
