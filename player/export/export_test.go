package export

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"voicestudio/player/decode"
	"voicestudio/player/loudness"
)

func run(t testing.TB, in []byte, name string, args ...string) []byte {
	t.Helper()
	cmd := exec.Command(name, args...)
	cmd.Stdin = bytes.NewReader(in)
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("%s %v: %v %s", name, args, err, stderr.Bytes())
	}
	return out
}

// tone is a 440 Hz tone at a level of full scale, as pcm.
func tone(rate, channels int, level float64, d time.Duration) []byte {
	var b []byte
	for i := range int(d.Seconds() * float64(rate)) {
		for c := range channels {
			v := level * math.Sin(2*math.Pi*440*float64(c+1)*float64(i)/float64(rate))
			b = binary.LittleEndian.AppendUint16(b, uint16(int16(math.Round(32767*v))))
		}
	}
	return b
}

func encoded(t testing.TB, pcm []byte, rate, channels int, args ...string) []byte {
	file := filepath.Join(t.TempDir(), "a")
	in := []string{"-v", "error", "-f", "s16le", "-ar", strconv.Itoa(rate), "-ac", strconv.Itoa(channels), "-i", "-"}
	run(t, pcm, "ffmpeg", append(append(in, args...), file)...)
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func write(t testing.TB, src []byte, f decode.Format, o Options) ([]byte, Result) {
	t.Helper()
	var out bytes.Buffer
	r, err := Write(t.Context(), &out, bytes.NewReader(src), f, o)
	if err != nil {
		t.Fatal(err)
	}
	return out.Bytes(), r
}

// probe is what ffprobe says of a file, its tags in lower case.
func probe(t testing.TB, data []byte, ext string) (tags map[string]string, seconds float64) {
	t.Helper()
	file := filepath.Join(t.TempDir(), "a."+ext)
	if err := os.WriteFile(file, data, 0o600); err != nil {
		t.Fatal(err)
	}
	var p struct {
		Format struct {
			Duration string
			Tags     map[string]string
		}
	}
	if err := json.Unmarshal(run(t, nil, "ffprobe", "-v", "error", "-show_format", "-of", "json", file), &p); err != nil {
		t.Fatal(err)
	}
	tags = map[string]string{}
	for k, v := range p.Format.Tags {
		tags[strings.ToLower(k)] = v
	}
	seconds, _ = strconv.ParseFloat(p.Format.Duration, 64)
	return tags, seconds
}

var request = []Tag{
	{"title", "Wärme · 你好"},
	{"comment", "made by voicestudio"},
	{"voicestudio_request", `{"model":"speech-2.8-turbo","text":"a=b\nc"}`},
}

func tagged(t *testing.T, data []byte, ext string) {
	t.Helper()
	got, _ := probe(t, data, ext)
	if ext == "wav" {
		// ffprobe leaves a wav's id3 chunk alone where there is a LIST: it is
		// given to it in front of an mp3.
		if got["title"] != request[0].Value || got["comment"] != request[1].Value {
			t.Errorf("LIST: %v", got)
		}
		for _, c := range cutChunks(data[12:]) {
			if c.id == "id3 " {
				got, _ = probe(t, append(c.body, bareMP3(t)...), "mp3")
			}
		}
	}
	for _, tag := range request {
		if got[tag.Name] != tag.Value {
			t.Errorf("%s: tag %s is %q, want %q", ext, tag.Name, got[tag.Name], tag.Value)
		}
	}
}

func bareMP3(t testing.TB) []byte {
	return encoded(t, tone(32000, 1, 0.5, time.Second), 32000, 1, "-c:a", "libmp3lame", "-b:a", "128k", "-id3v2_version", "0", "-f", "mp3")
}

func TestATakeAsWAVAndFLACIsTheTake(t *testing.T) {
	for _, rate := range []int{8000, 24000, 44100} {
		for channels := 1; channels <= 2; channels++ {
			t.Run(fmt.Sprintf("%d/%d", rate, channels), func(t *testing.T) {
				t.Parallel()
				pcm := tone(rate, channels, 0.5, 1500*time.Millisecond)
				f := decode.Format{Codec: "pcm", SampleRate: rate, Channels: channels}

				wav, r := write(t, pcm, f, Options{Codec: "wav", Tags: request})
				if r.Duration != 1500*time.Millisecond || r.Damage != nil || r.Gain != 0 {
					t.Errorf("%+v", r)
				}
				if got := run(t, wav, "sox", "-t", "wav", "-", "-t", "raw", "-"); !bytes.Equal(got, pcm) {
					t.Error("sox reads other samples from the wav")
				}
				tagged(t, wav, "wav")

				flac, _ := write(t, pcm, f, Options{Codec: "flac", Tags: request})
				run(t, flac, "flac", "-t", "-s", "-")
				if got := run(t, flac, "flac", "-d", "-s", "-c", "--force-raw-format", "--endian=little", "--sign=signed", "-"); !bytes.Equal(got, pcm) {
					t.Error("flac reads other samples from the flac")
				}
				if len(flac) > len(pcm)*9/10 {
					t.Errorf("%d bytes of %d", len(flac), len(pcm))
				}
				tagged(t, flac, "flac")
				if _, s := probe(t, flac, "flac"); math.Abs(s-1.5) > 0.001 {
					t.Errorf("%v s", s)
				}

				// And our own decoder gets the same from the flac.
				again, _ := write(t, flac, decode.Format{Codec: "flac"}, Options{Codec: "wav"})
				if !bytes.Equal(again[44:], pcm) {
					t.Error("there and back is not the same")
				}
			})
		}
	}
}

func TestAPartOfATakeIsThatPart(t *testing.T) {
	pcm := tone(32000, 1, 0.5, 2*time.Second)
	f := decode.Format{Codec: "pcm", SampleRate: 32000, Channels: 1}
	for _, c := range []struct {
		from, to time.Duration
		a, z     int
	}{
		{0, 0, 0, 64000},
		{500 * time.Millisecond, 0, 16000, 64000},
		{500 * time.Millisecond, 501 * time.Millisecond, 16000, 16032},
		{0, time.Hour, 0, 64000},
		{time.Second, 1999 * time.Millisecond, 32000, 63968},
	} {
		wav, _ := write(t, pcm, f, Options{Codec: "wav", From: c.from, To: c.to})
		if !bytes.Equal(wav[44:], pcm[2*c.a:2*c.z]) {
			t.Errorf("%v to %v: %d samples, want %d", c.from, c.to, (len(wav)-44)/2, c.z-c.a)
		}
	}
	if _, err := Write(t.Context(), io.Discard, bytes.NewReader(pcm), f, Options{Codec: "wav", From: time.Minute}); !errors.Is(err, ErrEmpty) {
		t.Error(err)
	}
}

// ebur128 is what ffmpeg measures of a file.
func ebur128(t testing.TB, file []byte) (lufs, peak float64) {
	t.Helper()
	cmd := exec.Command("ffmpeg", "-hide_banner", "-i", "-", "-af", "ebur128=peak=true", "-f", "null", "-")
	cmd.Stdin = bytes.NewReader(file)
	text, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("%v: %s", err, text)
	}
	measured := func(what string) float64 {
		_, after, _ := strings.Cut(string(text[bytes.LastIndex(text, []byte("Summary:")):]), what)
		v, _ := strconv.ParseFloat(strings.Fields(after)[0], 64)
		return v
	}
	return measured("I:"), measured("Peak:")
}

func TestTheLoudnessAskedForIsInTheFile(t *testing.T) {
	mono := decode.Format{Codec: "pcm", SampleRate: 32000, Channels: 1}
	wav := decode.Format{Codec: "wav"}
	// Half a second loud, then quiet: a peak that is in the way.
	uneven := append(tone(32000, 1, 0.6, 500*time.Millisecond), tone(32000, 1, 0.3, 3*time.Second)...)
	speech := run(t, nil, "espeak-ng", "--stdout", "Are you happy today? Of course I am! Let us walk a little.")
	through := func(filter string) []byte {
		return run(t, speech, "ffmpeg", "-v", "error", "-f", "wav", "-i", "-", "-filter_complex", filter, "-f", "wav", "-")
	}
	var hiss []byte // of which samples tell least where its peaks are
	for i, x := 0, uint32(1); i < 3*32000; i++ {
		x = x*1664525 + 1013904223
		hiss = binary.LittleEndian.AppendUint16(hiss, uint16(int32(x)>>18))
	}
	for name, c := range map[string]struct {
		sound   []byte
		form    decode.Format
		target  float64
		limited bool
	}{
		"up":                {tone(32000, 1, 0.05, 3*time.Second), mono, -23, false},
		"down":              {tone(32000, 1, 0.8, 3*time.Second), mono, -30, false},
		"limited":           {uneven, mono, -7, true},
		"hiss":              {hiss, mono, -7, true},
		"speech":            {speech, wav, -16, true},
		"quiet speech":      {through("volume=-36dB"), wav, -16, true},
		"speech at 8 kHz":   {through("aresample=8000"), wav, -16, true},
		"speech of one ear": {through("pan=stereo|c0=c0|c1=0.2*c0"), wav, -18, true},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			out, r := write(t, c.sound, c.form, Options{Codec: "wav", Loudness: c.target})
			lufs, peak := ebur128(t, out)
			if math.Abs(lufs-c.target) > 0.2 || math.Abs(r.Loudness-c.target) > 0.1 || peak > loudness.Ceiling+0.05 || c.limited != (r.Limiting > 0) {
				t.Errorf("ffmpeg has %.1f LUFS, %.1f dBTP: %+v", lufs, peak, r)
			}
			if math.Abs(peak-r.TruePeak) > 0.3 && c.limited {
				t.Errorf("%.1f dBTP, said to be %.2f", peak, r.TruePeak)
			}
			if same, _ := write(t, c.sound, c.form, Options{Codec: "wav"}); len(same) != len(out) {
				t.Errorf("%d bytes, and as loud as it was %d", len(out), len(same))
			}
		})
	}
	for name, c := range map[string]struct {
		pcm  []byte
		want func(error) bool
	}{
		"out of reach": {uneven, func(err error) bool { _, is := errors.AsType[*loudness.TooLoudError](err); return is }},
		"silence":      {make([]byte, 64000), func(err error) bool { return errors.Is(err, loudness.ErrUnmeasurable) }},
		"0.3 s":        {tone(32000, 1, 0.5, 300*time.Millisecond), func(err error) bool { return errors.Is(err, loudness.ErrUnmeasurable) }},
	} {
		var out bytes.Buffer
		if _, err := Write(t.Context(), &out, bytes.NewReader(c.pcm), mono, Options{Codec: "flac", Loudness: -1}); !c.want(err) || out.Len() > 0 {
			t.Errorf("%s: %d bytes, %v", name, out.Len(), err)
		}
	}
}

func TestOptionsThatCannotBeMetAreNamed(t *testing.T) {
	t.Setenv("PATH", t.TempDir())
	for want, o := range map[string]Options{
		`codec "ogg"`: {Codec: "ogg"},
		"range":       {Codec: "wav", From: 2, To: 1},
		"loudness":    {Codec: "wav", Loudness: 3},
		"whole":       {Codec: Original, From: 1},
		"as it is":    {Codec: Original, Loudness: -16},
		"no name":     {Codec: "wav", Tags: []Tag{{"", "x"}}},
		`"a=b"`:       {Codec: "wav", Tags: []Tag{{"a=b", "x"}}},
		"lame":        {Codec: "mp3"},
	} {
		var out bytes.Buffer
		if _, err := Write(t.Context(), &out, strings.NewReader("x"), decode.Format{Codec: "mp3"}, o); err == nil || !strings.Contains(err.Error(), want) || out.Len() > 0 {
			t.Errorf("%+v: %v, want %q in it", o, err, want)
		}
	}
}

func TestWhatIsDamagedIsExportedAndSaid(t *testing.T) {
	pcm := tone(32000, 1, 0.5, time.Second)
	wav, r := write(t, pcm[:len(pcm)-1], decode.Format{Codec: "pcm", SampleRate: 32000, Channels: 1}, Options{Codec: "wav"})
	if !errors.Is(r.Damage, decode.ErrDamaged) || len(wav) != 44+len(pcm)-2 {
		t.Errorf("%d bytes, %v", len(wav), r.Damage)
	}
	if _, err := Write(t.Context(), io.Discard, strings.NewReader("<html>"), decode.Format{Codec: "mp3"}, Options{Codec: "wav"}); !errors.Is(err, decode.ErrNoAudio) {
		t.Error(err)
	}
}
