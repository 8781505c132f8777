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

	"voicestudio/tts"
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

// wave reads a RIFF file of 16-bit samples whose sizes must be right unless it
// came from a pipe.
func wave(t *testing.T, b []byte, sized bool) decoded {
	t.Helper()
	data := bytes.Index(b[:min(len(b), 100)], []byte("data")) + 8
	if data < 44 || string(b[:4]) != "RIFF" {
		t.Fatalf("no wav: %.60q", b)
	}
	if size := int(binary.LittleEndian.Uint32(b[data-4:])); sized && size != len(b)-data {
		t.Errorf("the header says %d bytes of %d", size, len(b)-data)
	}
	return samples(t, b[data:], int(binary.LittleEndian.Uint32(b[24:])), int(binary.LittleEndian.Uint16(b[22:])))
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
		return wave(t, audio, binary.LittleEndian.Uint32(audio[4:]) != math.MaxUint32)
	case "opus":
		return wave(t, through("opusdec", "--quiet", "--force-wav", "--rate", fmt.Sprint(rate), "-", "-"), false)
	case "pcmu_wav":
		return wave(t, through("ffmpeg", "-v", "error", "-i", "-", "-f", "wav", "-"), false)
	case "pcmu_raw":
		return wave(t, through("ffmpeg", "-v", "error", "-f", "mulaw", "-ar", fmt.Sprint(rate), "-ac", fmt.Sprint(channels), "-i", "-", "-f", "wav", "-"), false)
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
		if format == "opus" {
			late = 0.02 // a frame
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
	for format, rates := range map[string][]int{"opus": {8000, 24000, 48000}, "pcmu_raw": {8000}, "pcmu_wav": {8000}, "wav": {8000, 44100}} {
		for _, rate := range rates {
			for _, stream := range []bool{true, false} {
				t.Run(fmt.Sprint("MiniMax alone/", stream, "/", format, "/", rate), func(t *testing.T) {
					t.Parallel()
					try(t, atMiniMax, stream, format, rate, 1, 128000)
				})
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

// What ffmpeg writes to a pipe, and a whole answer with its sizes.
func TestAWAVStreamsAsFFmpegWritesIt(t *testing.T) {
	const list = "LIST\x1a\x00\x00\x00INFOISFT\x0e\x00\x00\x00Lavf58.76.100\x00data"
	for format, tag := range map[string]string{
		"wav":      "fmt \x10\x00\x00\x00\x01\x00\x01\x00\x40\x1f\x00\x00\x80\x3e\x00\x00\x02\x00\x10\x00",
		"pcmu_wav": "fmt \x12\x00\x00\x00\x07\x00\x01\x00\x40\x1f\x00\x00\x40\x1f\x00\x00\x01\x00\x08\x00\x00\x00",
	} {
		h := send(t, atMiniMax.request(speaking(t), true, asks(format, 8000, 1, 128000)))
		audio := h.audio(t)
		if want := "RIFF\xff\xff\xff\xffWAVE" + tag + list + "\xff\xff\xff\xff"; !bytes.HasPrefix(audio, []byte(want)) {
			t.Errorf("%s streams %q", format, audio[:90])
		}
		h.chunks = []string{h.aggregate}
		sizes := func(b []byte) (riff, data, samples int) {
			at := bytes.Index(b, []byte("data"))
			return int(binary.LittleEndian.Uint32(b[4:])) - (len(b) - 8), int(binary.LittleEndian.Uint32(b[at+4:])) - (len(b) - at - 8), len(b) - at - 8
		}
		riff, data, streamed := sizes(h.audio(t))
		if riff != 0 || data != 0 {
			t.Errorf("%s once more is wrong by %d and %d bytes", format, riff, data)
		}
		whole := send(t, atMiniMax.request(speaking(t), false, asks(format, 8000, 1, 128000))).audio(t)
		if want := "WAVE" + tag + "data"; string(whole[8:8+len(want)]) != want {
			t.Errorf("%s is %q", format, whole[:60])
		}
		if riff, data, samples := sizes(whole); riff != 0 || data != 0 || samples != streamed {
			t.Errorf("%s is wrong by %d and %d bytes, %d samples streamed, %d are in one", format, riff, data, streamed, samples)
		}
	}
	for _, at := range []site{atDashScope, atPPIO, atPPIO26} {
		if h := send(t, at.request(speaking(t), true, asks("wav", 8000, 1, 128000))); h.code != 2013 {
			t.Errorf("%s streams wav: %.200s", at.name, h.body)
		}
	}
}

func TestAFormatWithRatesOfItsOwnHasOneWhereNoneIsAsked(t *testing.T) {
	for format, rate := range map[string]int{"opus": 24000, "pcmu_raw": 8000, "wav": 32000} {
		h := send(t, atMiniMax.request(speaking(t), false, `"audio_setting":{"format":"`+format+`"},`+anyVoice))
		got := decode(t, format, h.audio(t), rate, 1)
		if ms := float64(h.extra.AudioLength); h.extra.AudioSampleRate != rate || math.Abs(1000*got.seconds()-ms) > 20 || ms < 700 {
			t.Errorf("%s: %.3f s, %+v", format, got.seconds(), h.extra)
		}
	}
}

// Without opusenc the answer is a refusal that says what is missing, and every
// client shows it.
func TestOpusThatCannotBeMadeSaysWhatToInstall(t *testing.T) {
	s, _ := start(t, tone{bytes: 10})
	t.Setenv("PATH", t.TempDir())
	for _, stream := range []bool{true, false} {
		h := send(t, atMiniMax.request(s, stream, asks("opus", 24000, 1, 128000)))
		const says = `"status_code":2013,"status_msg":"invalid params, this sandbox makes opus with opusenc, which is not installed: `
		if h.status != 200 || !strings.Contains(h.body, says) || !strings.Contains(h.body, "apt-get install opus-tools") || h.header.Get("Content-Type") != "application/json" {
			t.Errorf("stream %v: %s", stream, h.body)
		}
	}
	r := hello("Hi")
	r.AudioSetting = tts.AudioSetting{Format: "opus", SampleRate: new(24000)}
	_, err := heardBy(t, s, tts.MiniMax, r, "")
	if e := tts.AsError(err, ""); e == nil || e.Retryable || !strings.Contains(e.Error(), "apt-get install opus-tools") {
		t.Errorf("the client: %v", err)
	}
	if said, ok := Lacking("opus"); !ok || !strings.HasSuffix(said.Cure, "apt-get install opus-tools") || !strings.Contains(said.What, "opusenc is not installed") {
		t.Errorf("%+v", said)
	}
	_, err = Start(Config{})
	if e := tts.AsError(err, ""); e == nil || e.Kind != tts.KindMachine || !strings.HasPrefix(e.Error(), "espeak-ng is not installed; the sandbox speaks with it; ") || !strings.HasSuffix(e.Error(), "apt-get install espeak-ng lame") {
		t.Errorf("%v", err)
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
