package export

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"io"
	"math"
	"strings"
	"testing"

	"voicestudio/player/decode"
)

func TestAnMP3HasTheLengthTheLoudnessAndTheTags(t *testing.T) {
	speech := run(t, nil, "espeak-ng", "--stdout", "Are you happy today? Of course I am! Let us walk a little.")
	_, length := probe(t, speech, "wav")
	for filter, c := range map[string]struct {
		rate   string
		target float64
	}{
		"anull": {"22050", -16},
		"aresample=48000,pan=stereo|c0=c0|c1=0.5*c0": {"48000", -18},
		"aresample=8000":  {"16000", -20},
		"aresample=96000": {"48000", -20},
	} {
		t.Run(filter, func(t *testing.T) {
			t.Parallel()
			wav := run(t, speech, "ffmpeg", "-v", "error", "-f", "wav", "-i", "-", "-filter_complex", filter, "-f", "wav", "-")
			mp3, r := write(t, wav, decode.Format{Codec: "wav"}, Options{Codec: "mp3", Loudness: c.target, Tags: request})
			tagged(t, mp3, "mp3")
			// ffprobe counts whole frames, and what lame puts before and behind.
			if _, seconds := probe(t, mp3, "mp3"); seconds < length || seconds > length+0.11 || math.Abs(r.Duration.Seconds()-length) > 0.001 {
				t.Errorf("it lasts %v s, said to be %v, its source %v s", seconds, r.Duration, length)
			}
			// What a player hears has the very samples' places.
			heard, err := collect(t.Context(), bytes.NewReader(mp3), decode.Format{Codec: "mp3"}, 0, 0)
			if err != nil || math.Abs(heard.duration().Seconds()-length) > 0.001 {
				t.Errorf("it is decoded to %v, %v", heard.duration(), err)
			}
			if lufs, peak := ebur128(t, mp3); math.Abs(lufs-c.target) > 0.3 || math.Abs(r.Loudness-c.target) > 0.1 || peak > -0.3 || r.TruePeak > -1 {
				t.Errorf("ffmpeg has %.1f LUFS, %.1f dBTP: %+v", lufs, peak, r)
			}
			got := strings.TrimRight(string(run(t, mp3, "ffprobe", "-v", "error", "-f", "mp3", "-show_entries", "stream=sample_rate", "-of", "csv=p=0", "-")), ",\n")
			if got != c.rate {
				t.Errorf("%s Hz, not %s", got, c.rate)
			}
		})
	}
}

func TestAQuietSoundIsNotCoarseWhenItIsLouderAndALoudOneNotClipped(t *testing.T) {
	float := func(level float64) (b []byte) {
		for i := range 2 * 32000 {
			b = binary.LittleEndian.AppendUint32(b, math.Float32bits(float32(level*math.Sin(float64(i)/20))))
		}
		return run(t, b, "ffmpeg", "-v", "error", "-f", "f32le", "-ar", "32000", "-ac", "1", "-i", "-", "-c:a", "pcm_f32le", "-f", "wav", "-")
	}
	for name, level := range map[string]float64{"quiet": 0.001, "loud": 3} {
		wav, r := write(t, float(level), decode.Format{Codec: "wav"}, Options{Codec: "wav", Loudness: -20})
		k, worst := math.Pow(10, r.Gain/20)*level, 0.0
		for i := range 2 * 32000 {
			got := float64(int16(binary.LittleEndian.Uint16(wav[44+2*i:]))) / 32768
			worst = max(worst, math.Abs(got-k*math.Sin(float64(i)/20)))
		}
		if r.Limiting > 0 || worst > 1.4/65536 {
			t.Errorf("%s: by %.1f dB, %.5f away", name, r.Gain, worst)
		}
	}
}

func TestEverySampleOfSixteenBitsStaysAsItIs(t *testing.T) {
	var pcm []byte
	for i := range 3 * blockSamples {
		v := int16(i*7919) >> (i / blockSamples * 4) // loud, quiet, very quiet
		if i == 5 {
			v = math.MinInt16
		}
		pcm = binary.LittleEndian.AppendUint16(pcm, uint16(v))
	}
	wav, _ := write(t, pcm, rawOf("pcm", 32000, 1), Options{Codec: "wav"})
	if !bytes.Equal(wav[44:], pcm) {
		t.Error("some are others")
	}
}

func TestExportingEndsWithItsContext(t *testing.T) {
	pcm := tone(32000, 1, 0.3, 2e9)
	f := decode.Format{Codec: "pcm", SampleRate: 32000, Channels: 1}
	for _, codec := range []string{"wav", "mp3"} {
		for _, at := range []int{1, 6} { // while it is read, while it is made louder
			ctx := &ending{Context: t.Context(), at: at}
			var out bytes.Buffer
			if _, err := Write(ctx, &out, bytes.NewReader(pcm), f, Options{Codec: codec, Loudness: -20}); !errors.Is(err, context.Canceled) || out.Len() > 0 {
				t.Errorf("%s: %d bytes, %v", codec, out.Len(), err)
			}
		}
	}
	ctx, cancel := context.WithCancel(t.Context())
	a, err := collect(ctx, bytes.NewReader(pcm), f, 0, 0)
	if err != nil {
		t.Fatal(err)
	}
	a.settle(a.sound(ctx))
	cancel()
	if err := writeMP3(ctx, io.Discard, a, nil); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
}

// ending is over once it has been asked so often.
type ending struct {
	context.Context
	at int
}

func (e *ending) Err() error {
	if e.at--; e.at < 0 {
		return context.Canceled
	}
	return nil
}
