package export

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"math"
	"slices"
	"strings"
	"testing"
	"time"

	"voicestudio/player/decode"
)

func clip(t *testing.T, src []byte, f decode.Format, small bool) (Clip, *audio) {
	t.Helper()
	c, err := ClipOf(t.Context(), bytes.NewReader(src), f, small)
	if err != nil {
		t.Fatal(err)
	}
	a, err := collect(t.Context(), bytes.NewReader(c.Audio), decode.Format{Codec: c.Codec}, 0, 0)
	if err != nil || a.damage != nil {
		t.Fatal(err, a.damage)
	}
	if (a.duration() - c.Duration).Abs() > time.Millisecond {
		t.Errorf("the clip lasts %v, its source %v", a.duration(), c.Duration)
	}
	return c, a
}

// burst is pcm that is silent for 0.2 s, and for 0.3 s after a tone of 0.5 s.
func burst(rate, channels int) []byte {
	silence := func(d float64) []byte { return make([]byte, 2*channels*int(d*float64(rate))) }
	return slices.Concat(silence(0.2), tone(rate, channels, 0.5, 500*time.Millisecond), silence(0.3))
}

func rawOf(codec string, rate, channels int) decode.Format {
	return decode.Format{Codec: codec, SampleRate: rate, Channels: channels}
}

func samples(a *audio) (all []float32) {
	for x := range a.sound(context.Background()) {
		all = append(all, x...)
	}
	return all
}

// onset is where a sound passes a tenth of full scale.
func onset(a *audio) time.Duration {
	i := slices.IndexFunc(samples(a), func(v float32) bool { return math.Abs(float64(v)) > 0.1 })
	return time.Duration(float64(i/a.channels) / float64(a.rate) * float64(time.Second))
}

func TestAClipHasTheSoundOfItsTakeAtItsPlaceAndNothingElse(t *testing.T) {
	pcm := burst(32000, 1)
	tags := []Tag{{"title", "Wise_Woman"}, {"voicestudio_request", "Wise_Woman"}}
	file := func(codec string) []byte {
		b, _ := write(t, pcm, decode.Format{Codec: "pcm", SampleRate: 32000, Channels: 1}, Options{Codec: codec, Tags: tags})
		return b
	}
	wav := file("wav")
	open := bytes.Clone(wav) // as a stream has it, which does not know its length
	at := bytes.Index(open, []byte("data"))
	copy(open[4:], "\xff\xff\xff\xff")
	copy(open[at+4:], "\xff\xff\xff\xff")
	open = slices.Concat(open[:at], []byte("note\x0a\x00\x00\x00Wise_Woman"), open[at:at+8+len(pcm)])
	bare := encoded(t, pcm, 32000, 1, "-b:a", "64k", "-map_metadata", "-1", "-id3v2_version", "0", "-f", "mp3")
	named := encoded(t, pcm, 32000, 1, "-b:a", "64k", "-metadata", "title=Wise_Woman", "-write_id3v1", "1", "-f", "mp3")
	of := func(codec string) decode.Format { return decode.Format{Codec: codec} }
	raw := func(rate, channels int) decode.Format { return rawOf("pcm", rate, channels) }
	for name, c := range map[string]struct {
		src     []byte
		f       decode.Format
		small   bool
		codec   string
		encoded bool
		form    [2]int
	}{
		"mp3":                       {named, of("mp3"), false, "mp3", false, [2]int{32000, 1}},
		"mp3, though small":         {named, of("mp3"), true, "mp3", false, [2]int{32000, 1}},
		"mp3, two that were joined": {slices.Concat(named, named), of("mp3"), false, "mp3", true, [2]int{32000, 1}},
		"wav":                       {wav, of("wav"), false, "wav", false, [2]int{32000, 1}},
		"wav of a stream":           {open, of("wav"), false, "wav", false, [2]int{32000, 1}},
		"wav that is to be small":   {open, of("wav"), true, "mp3", true, [2]int{32000, 1}},
		"wav of 24 bits":            {encoded(t, pcm, 32000, 1, "-c:a", "pcm_s24le", "-f", "wav"), of("wav"), false, "wav", false, [2]int{32000, 1}},
		"wav of floats":             {encoded(t, pcm, 32000, 1, "-c:a", "pcm_f32le", "-f", "wav"), of("wav"), false, "wav", false, [2]int{32000, 1}},
		"flac":                      {file("flac"), of("flac"), false, "mp3", true, [2]int{32000, 1}},
		"pcm":                       {pcm, raw(32000, 1), false, "mp3", true, [2]int{32000, 1}},
		"pcm, 44.1 kHz stereo":      {burst(44100, 2), raw(44100, 2), false, "mp3", true, [2]int{44100, 2}},
		"pcm, two equal channels":   {encoded(t, pcm, 32000, 1, "-ac", "2", "-f", "s16le"), raw(32000, 2), false, "mp3", true, [2]int{32000, 1}},
		"pcm, 22.05 kHz":            {burst(22050, 1), raw(22050, 1), false, "mp3", true, [2]int{22050, 1}},
		"pcm, 8 kHz":                {burst(8000, 1), raw(8000, 1), false, "wav", false, [2]int{8000, 1}},
		"opus":                      {encoded(t, pcm, 32000, 1, "-c:a", "libopus", "-metadata", "title=Wise_Woman", "-f", "ogg"), of("opus"), false, "mp3", true, [2]int{48000, 1}},
		"mu-law":                    {encoded(t, burst(16000, 1), 16000, 1, "-f", "mulaw"), rawOf("mulaw", 16000, 1), false, "mp3", true, [2]int{16000, 1}},
	} {
		got, a := clip(t, c.src, c.f, c.small)
		if got.Codec != c.codec || got.Encoded != c.encoded || [2]int{a.rate, a.channels} != c.form || got.Damage != nil {
			t.Errorf("%s: %s, encoded %v, %d Hz, %d channels, %v", name, got.Codec, got.Encoded, a.rate, a.channels, got.Damage)
		}
		if bytes.Contains(got.Audio, []byte("Wise_Woman")) {
			t.Errorf("%s: the clip says whose it is", name)
		}
		if at := onset(a); (at - 200*time.Millisecond).Abs() > 5*time.Millisecond {
			t.Errorf("%s: it begins at %v", name, at)
		}
	}
	if got, _ := clip(t, named, of("mp3"), false); !bytes.Equal(got.Audio, bare) {
		t.Error("the frames of an mp3 are others")
	}
	if got, _ := clip(t, open, of("wav"), false); len(got.Audio) != 44+len(pcm) || !bytes.Equal(got.Audio[44:], pcm) ||
		binary.LittleEndian.Uint32(got.Audio[4:]) != uint32(36+len(pcm)) || binary.LittleEndian.Uint32(got.Audio[40:]) != uint32(len(pcm)) {
		t.Errorf("% x, %d bytes for %d", got.Audio[:44], len(got.Audio), len(pcm))
	}
}

func TestADamagedTakeMakesAClipOfWhatIsLeft(t *testing.T) {
	named := encoded(t, burst(32000, 1), 32000, 1, "-b:a", "64k", "-f", "mp3")
	hole := slices.Concat(named[:4000], []byte("garbage"), named[4000:])
	if c, _ := clip(t, hole, decode.Format{Codec: "mp3"}, false); !errors.Is(c.Damage, decode.ErrDamaged) || !c.Encoded {
		t.Errorf("%v, encoded %v", c.Damage, c.Encoded)
	}
	if _, err := ClipOf(t.Context(), strings.NewReader("no sound"), decode.Format{Codec: "mp3"}, false); !errors.Is(err, decode.ErrNoAudio) {
		t.Error(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := ClipOf(ctx, bytes.NewReader(burst(32000, 1)), rawOf("pcm", 32000, 1), false); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
}

func TestWithoutLameAClipIsWav(t *testing.T) {
	t.Setenv("PATH", t.TempDir())
	if c, _ := clip(t, burst(32000, 1), rawOf("pcm", 32000, 1), true); c.Codec != "wav" || c.Encoded || len(c.Audio) != 44+len(burst(32000, 1)) {
		t.Errorf("%s, encoded %v, %d bytes", c.Codec, c.Encoded, len(c.Audio))
	}
}
