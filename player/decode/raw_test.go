package decode

import (
	"encoding/binary"
	"errors"
	"io"
	"math"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestPCMInAnyPiecesIsTheSame(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := tonesAt(rapid.SampledFrom(apiRates).Draw(t, "rate"), rapid.IntRange(1, 2).Draw(t, "channels"))
		frames := rapid.IntRange(1, 500).Draw(t, "frames")
		extra := rapid.IntRange(0, 2*s.channels-1).Draw(t, "extra bytes")
		data := append(s.pcm(frames), make([]byte, extra)...)
		d, err := New(Format{Codec: "pcm", SampleRate: s.rate, Channels: s.channels})
		if err != nil {
			t.Fatal(err)
		}
		got, err := all(d, data, func() int { return rapid.IntRange(1, 9).Draw(t, "piece") })
		if extra == 0 && err != io.EOF || extra > 0 && !errors.Is(err, ErrDamaged) {
			t.Fatalf("%d extra bytes: %v", extra, err)
		}
		if len(got) != frames*s.channels {
			t.Fatalf("%d samples of %d", len(got), frames*s.channels)
		}
		for i, v := range got {
			if want := int16(uint16(data[2*i]) | uint16(data[2*i+1])<<8); v != float32(want)/32768 {
				t.Fatalf("sample %d is %v, want %d/32768", i, v, want)
			}
		}
	})
}

func TestWrongFormatsNameTheField(t *testing.T) {
	for want, f := range map[string]Format{
		`codec is "aac"`: {Codec: "aac"},
		"sample rate":    {Codec: "pcm", Channels: 1},
		"channels":       {Codec: "pcm", SampleRate: 8000, Channels: 6},
		"mulaw: sample":  {Codec: "mulaw", Channels: 1},
	} {
		if _, err := New(f); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%+v: %v, want %q in it", f, err, want)
		}
	}
	d, _ := New(Format{Codec: "pcm", SampleRate: 8000, Channels: 1})
	if _, err := all(d, nil, whole(1)); !errors.Is(err, ErrNoAudio) {
		t.Errorf("empty source: %v", err)
	}
}

func TestAnotherFormatIsNoNoise(t *testing.T) {
	for start, name := range headers {
		for codec := range rawKinds {
			d, _ := New(Format{Codec: codec, SampleRate: 8000, Channels: 1})
			got, err := all(d, append([]byte(start), everyCode()...), whole(1))
			if len(got) > 0 || !errors.Is(err, ErrNoAudio) || !strings.Contains(err.Error(), name) {
				t.Errorf("%s in place of %s: %d samples, %v", name, codec, len(got), err)
			}
		}
	}
}

// everyCode is every byte, once.
func everyCode() []byte {
	b := make([]byte, 256)
	for i := range b {
		b[i] = byte(i)
	}
	return b
}

// ffmpegs is what ffmpeg makes of headerless bytes.
func ffmpegs(t *testing.T, format string, b []byte) (samples []int16) {
	out := run(t, b, "ffmpeg", "-v", "error", "-f", format, "-ar", "8000", "-i", "-", "-f", "s16le", "-")
	for pair := range slices.Chunk(out, 2) {
		samples = append(samples, int16(binary.LittleEndian.Uint16(pair)))
	}
	return samples
}

func TestMuLawIsG711WhateverItIsPackedIn(t *testing.T) {
	codes := everyCode()
	list := chunk("LIST", 26, []byte("INFOISFT\x0e\x00\x00\x00Lavf61.7.100\x00\x00"))
	fact := chunk("fact", 4, []byte{255, 255, 255, 255})
	inWAV := func(f []byte) []byte {
		return riff(math.MaxUint32, f, list, fact, chunk("data", math.MaxUint32, codes))
	}
	mulaw, alaw := ffmpegs(t, "mulaw", codes), ffmpegs(t, "alaw", codes)
	for name, c := range map[string]struct {
		format Format
		data   []byte
		want   []int16
	}{
		"headerless":            {Format{Codec: "mulaw", SampleRate: 8000, Channels: 1}, codes, mulaw},
		"headerless, stereo":    {Format{Codec: "mulaw", SampleRate: 16000, Channels: 2}, codes, mulaw},
		"WAV":                   {Format{Codec: "wav"}, inWAV(fmtChunk(wavMuLaw, 1, 8000, 8)), mulaw},
		"extensible WAV":        {Format{Codec: "wav"}, inWAV(framed(wavMuLaw, 1, 8, 1, 8)), mulaw},
		"A-law WAV":             {Format{Codec: "wav"}, inWAV(fmtChunk(wavALaw, 1, 8000, 8)), alaw},
		"extensible A-law WAV":  {Format{Codec: "wav"}, inWAV(framed(wavALaw, 2, 8, 2, 8)), alaw},
		"a WAV with its sizes":  {Format{Codec: "wav"}, riff(300, fmtChunk(wavMuLaw, 1, 8000, 8), chunk("data", 256, codes)), mulaw},
		"WAV with a longer fmt": {Format{Codec: "wav"}, inWAV(chunk("fmt ", 18, append(fmtChunk(wavMuLaw, 1, 8000, 8)[8:], 0, 0))), mulaw},
	} {
		d, err := New(c.format)
		if err != nil {
			t.Fatal(name, err)
		}
		got, err := all(d, c.data, whole(1))
		if err != io.EOF || len(got) != 256 || len(c.want) != 256 {
			t.Fatalf("%s: %d samples of %d, %v", name, len(got), len(c.want), err)
		}
		for code, v := range got {
			if v != float32(c.want[code])/32768 {
				t.Fatalf("%s: code %#x is %v, ffmpeg says %v", name, code, v*32768, c.want[code])
			}
		}
	}
	// The first and the last value of every segment, from table 2a of the
	// recommendation, in its 14 bits.
	for i, want := range []int16{8031, 4191, 3999, 2079, 1983, 1023, 975, 495, 471, 231, 219, 99, 93, 33, 30, 0} {
		positive := 0x80 + i/2*16 + i%2*15
		if mulaw[positive] != 4*want || mulaw[positive-0x80] != -4*want {
			t.Errorf("code %#x is %d, want %d", positive, mulaw[positive], 4*want)
		}
	}
}

func FuzzRaw(f *testing.F) {
	f.Add([]byte{1, 2, 3}, uint8(1), true, false)
	f.Add(everyCode(), uint8(2), false, true)
	f.Fuzz(func(t *testing.T, data []byte, piece uint8, stereo, mulaw bool) {
		format, width := Format{Codec: "pcm", SampleRate: 16000, Channels: 1}, 2
		if mulaw {
			format.Codec, width = "mulaw", 1
		}
		if stereo {
			format.Channels = 2
		}
		d, err := New(format)
		if err != nil {
			t.Fatal(err)
		}
		got, err := all(d, data, whole(1+int(piece)))
		if headerOf(data) != "" {
			data = nil
		}
		if err == nil || errors.Is(err, ErrMore) || len(got) != len(data)/width/format.Channels*format.Channels {
			t.Fatalf("%d samples of %d bytes, %v", len(got), len(data), err)
		}
	})
}
