package decode

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// ffmpeg encodes s with its own arguments, to a pipe or to a file.
func (s tones) ffmpeg(t testing.TB, frames int, toFile bool, args ...string) []byte {
	in := []string{"-v", "error", "-f", "s16le", "-ar", strconv.Itoa(s.rate), "-ac", strconv.Itoa(s.channels), "-i", "-"}
	if !toFile {
		return run(t, s.pcm(frames), "ffmpeg", append(append(in, args...), "-")...)
	}
	file := filepath.Join(t.TempDir(), "a")
	run(t, s.pcm(frames), "ffmpeg", append(append(in, args...), file)...)
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func TestWAVIsTheSourceInEveryDepthAndHeader(t *testing.T) {
	for _, codec := range []string{"pcm_u8", "pcm_s16le", "pcm_s24le", "pcm_s32le", "pcm_f32le", "pcm_f64le"} {
		for _, channels := range []int{1, 2} {
			for _, toFile := range []bool{false, true} {
				t.Run(fmt.Sprintf("%s/%dch/file=%v", codec, channels, toFile), func(t *testing.T) {
					t.Parallel()
					s := tonesAt(22050, channels)
					data := s.ffmpeg(t, 5000, toFile, "-c:a", codec, "-f", "wav")
					d, _ := New(Format{Codec: "wav"})
					got, err := all(d, data, random(5))
					if err != io.EOF || len(got) != 5000*channels || d.Rate() != 22050 || d.Channels() != channels {
						t.Fatalf("%d samples, %d Hz, %d channels, %v", len(got), d.Rate(), d.Channels(), err)
					}
					want := 90.0
					if codec == "pcm_u8" {
						want = 35
					}
					if db := fidelity(got, s, 5000); db < want {
						t.Errorf("%.0f dB between the source and its error", db)
					}
				})
			}
		}
	}
}

// riff builds a file of chunks as they are given.
func riff(size uint32, chunks ...[]byte) []byte {
	b := binary.LittleEndian.AppendUint32([]byte("RIFF"), size)
	return slices.Concat(append([][]byte{append(b, "WAVE"...)}, chunks...)...)
}

func chunk(id string, size uint32, body []byte) []byte {
	return append(binary.LittleEndian.AppendUint32([]byte(id), size), body...)
}

func fmtChunk(tag, channels uint16, rate uint32, bits uint16) []byte {
	b := binary.LittleEndian.AppendUint16(nil, tag)
	b = binary.LittleEndian.AppendUint16(b, channels)
	b = binary.LittleEndian.AppendUint32(b, rate)
	b = binary.LittleEndian.AppendUint32(b, rate*uint32(channels*bits/8))
	b = binary.LittleEndian.AppendUint16(b, channels*bits/8)
	return chunk("fmt ", 16, binary.LittleEndian.AppendUint16(b, bits))
}

func TestStreamedAndOddWAVHeaders(t *testing.T) {
	s := tonesAt(16000, 1)
	pcm := s.pcm(400)
	f := fmtChunk(1, 1, 16000, 16)
	for name, c := range map[string]struct {
		data   []byte
		frames int
		err    error
	}{
		"sizes 0":                     {riff(0, f, chunk("data", 0, pcm)), 400, io.EOF},
		"sizes unknown":               {riff(math.MaxUint32, f, chunk("LIST", 3, []byte("abc\x00")), chunk("data", math.MaxUint32, pcm)), 400, io.EOF},
		"size of a signed number":     {riff(math.MaxInt32, f, chunk("data", math.MaxInt32, pcm)), 400, io.EOF},
		"a chunk behind":              {riff(0, f, chunk("data", 800, pcm), chunk("LIST", 4, []byte("abcd"))), 400, io.EOF},
		"odd data with its pad":       {riff(0, fmtChunk(1, 1, 16000, 8), chunk("data", 3, []byte{1, 2, 3, 0}), chunk("LIST", 4, []byte("abcd"))), 3, io.EOF},
		"two files":                   {slices.Concat(riff(0, f, chunk("data", 800, pcm)), riff(0, f, chunk("data", 800, pcm))), 800, io.EOF},
		"cut short":                   {riff(0, f, chunk("data", 800, pcm[:500])), 250, ErrDamaged},
		"half a frame":                {riff(0, f, chunk("data", 0, pcm[:501])), 250, ErrDamaged},
		"rubbish behind":              {riff(0, f, chunk("data", 800, pcm), bytes.Repeat([]byte{1}, 99)), 400, ErrDamaged},
		"no samples":                  {riff(0, f), 0, ErrNoAudio},
		"samples before their format": {riff(0, chunk("data", 800, pcm), f), 0, ErrNoAudio},
		"not WAVE":                    {[]byte("RIFF\x00\x00\x00\x00AVI LIST"), 0, ErrNoAudio},
		"text":                        {[]byte(`{"error":"quota"}`), 0, ErrNoAudio},
		"nothing":                     {nil, 0, ErrNoAudio},
		"a huge fmt chunk":            {riff(0, chunk("fmt ", 1<<30, nil)), 0, ErrNoAudio},
	} {
		t.Run(name, func(t *testing.T) {
			d, _ := New(Format{Codec: "wav"})
			got, err := all(d, c.data, random(6))
			if len(got) != c.frames || !errors.Is(err, c.err) {
				t.Errorf("%d frames of %d, error %v, want %v", len(got), c.frames, err, c.err)
			}
		})
	}
}

func TestWAVFormatsThatCannotBePlayedAreNamed(t *testing.T) {
	for want, f := range map[string][]byte{
		"kind 7 ":      fmtChunk(7, 1, 8000, 8), // mu-law
		"with 12 bits": fmtChunk(1, 1, 8000, 12),
		"6 channels":   fmtChunk(1, 6, 8000, 16),
		"10 Hz":        fmtChunk(1, 1, 10, 16),
	} {
		d, _ := New(Format{Codec: "wav"})
		if _, err := all(d, riff(0, f, chunk("data", 4, make([]byte, 4))), whole(9)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%v, want %q in it", err, want)
		}
	}
}

func FuzzWAV(f *testing.F) {
	pcm := tonesAt(16000, 1).pcm(50)
	f.Add(riff(0, fmtChunk(1, 1, 16000, 16), chunk("data", 0, pcm)), uint16(7))
	f.Add(riff(0, fmtChunk(3, 2, 16000, 32), chunk("LIST", 5, make([]byte, 6)), chunk("data", 40, pcm)), uint16(1))
	f.Fuzz(func(t *testing.T, data []byte, piece uint16) {
		d, _ := New(Format{Codec: "wav"})
		got, err := all(d, data, whole(1+int(piece)))
		if err == nil || errors.Is(err, ErrMore) || len(got) > len(data) {
			t.Fatalf("%d samples of %d bytes, %v", len(got), len(data), err)
		}
		for _, v := range got {
			if v-v != 0 {
				t.Fatal("not a number")
			}
		}
	})
}
