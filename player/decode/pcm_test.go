package decode

import (
	"errors"
	"io"
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
		`codec is "opus"`: {Codec: "opus"},
		"sample rate":     {Codec: "pcm", Channels: 1},
		"channels":        {Codec: "pcm", SampleRate: 8000, Channels: 6},
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

func FuzzPCM(f *testing.F) {
	f.Add([]byte{1, 2, 3}, uint8(1), true)
	f.Fuzz(func(t *testing.T, data []byte, piece uint8, stereo bool) {
		format := Format{Codec: "pcm", SampleRate: 16000, Channels: 1}
		if stereo {
			format.Channels = 2
		}
		d, err := New(format)
		if err != nil {
			t.Fatal(err)
		}
		got, err := all(d, data, whole(1+int(piece)))
		if err == nil || errors.Is(err, ErrMore) || len(got) != len(data)/2/format.Channels*format.Channels {
			t.Fatalf("%d samples of %d bytes, %v", len(got), len(data), err)
		}
	})
}
