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
	for _, codec := range []string{"pcm_u8", "pcm_s16le", "pcm_s24le", "pcm_s32le", "pcm_f32le", "pcm_f64le", "pcm_mulaw", "pcm_alaw"} {
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
					if codec == "pcm_u8" || codec == "pcm_mulaw" || codec == "pcm_alaw" {
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
		"size of sox and espeak":      {riff(0x7FFFF024, f, chunk("data", 0x7FFFF000, pcm)), 400, io.EOF},
		"size less its header":        {riff(math.MaxInt32-8, f, chunk("data", math.MaxInt32-36, pcm)), 400, io.EOF},
		"size of a round number":      {riff(2000000036, f, chunk("data", 2000000000, pcm)), 400, io.EOF},
		"odd chunks without pads":     {riff(0, chunk("LIST", 3, []byte("abc")), f, chunk("bext", 1, []byte("x")), chunk("data", 0, pcm)), 400, io.EOF},
		"zeros behind":                {riff(0, f, chunk("data", 800, pcm), make([]byte, 3000)), 400, io.EOF},
		"64-bit sizes":                {rf64(800, f, chunk("data", math.MaxUint32, pcm), chunk("LIST", 4, []byte("abcd"))), 400, io.EOF},
		"64-bit sizes, cut":           {rf64(5000000000, f, chunk("data", math.MaxUint32, pcm)), 400, ErrDamaged},
		"64-bit sizes unknown":        {rf64(0, f, chunk("data", math.MaxUint32, pcm)), 400, io.EOF},
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
			for _, piece := range []int{1, 97, 1 << 20} {
				d, _ := New(Format{Codec: "wav"})
				got, err := all(d, c.data, whole(piece))
				if len(got) != c.frames || !errors.Is(err, c.err) {
					t.Errorf("fed by %d: %d frames of %d, error %v, want %v", piece, len(got), c.frames, err, c.err)
				}
			}
		})
	}
}

// What ffmpeg writes to a pipe, and hosts send that let it make their WAV: it
// could not go back to complete the sizes.
func TestStreamedWAVIsHeardAsItComes(t *testing.T) {
	const list = "LIST\x1a\x00\x00\x00INFOISFT\x0e\x00\x00\x00Lavf61.7.100\x00\x00"
	for name, c := range map[string]struct {
		head  string
		frame int
	}{
		"16 bit": {"RIFF\xff\xff\xff\xffWAVEfmt \x10\x00\x00\x00\x01\x00\x01\x00\x00}\x00\x00\x00\xfa\x00\x00\x02\x00\x10\x00" +
			list + "data\xff\xff\xff\xff", 2},
		"mu-law": {"RIFF\xff\xff\xff\xffWAVEfmt \x12\x00\x00\x00\x07\x00\x01\x00@\x1f\x00\x00@\x1f\x00\x00\x01\x00\x08\x00\x00\x00" +
			list + "fact\x04\x00\x00\x00\xff\xff\xff\xffdata\xff\xff\xff\xff", 1},
	} {
		d, _ := New(Format{Codec: "wav"})
		var dst [8]float32
		heard := 0
		for came, b := range append([]byte(c.head), everyCode()...) {
			d.Feed([]byte{b})
			n, err := d.Read(dst[:])
			heard += n
			if want := max(0, came+1-len(c.head)) / c.frame; heard != want || n == 0 && !errors.Is(err, ErrMore) {
				t.Fatalf("%s: after %d bytes of sound %d frames are heard, want %d: %v", name, came+1-len(c.head), heard, want, err)
			}
		}
		d.End()
		if n, err := d.Read(dst[:]); n != 0 || err != io.EOF {
			t.Errorf("%s: it ends with %d samples, %v", name, n, err)
		}
	}
}

// rf64 is riff with the size of the data in 64 bits.
func rf64(size uint64, chunks ...[]byte) []byte {
	sizes := binary.LittleEndian.AppendUint64(make([]byte, 8), size)
	b := riff(math.MaxUint32, append([][]byte{chunk("ds64", 28, append(sizes, make([]byte, 12)...))}, chunks...)...)
	return append([]byte("RF64"), b[4:]...)
}

// framed is a fmt chunk that says of how many bytes its frames are; valid bits
// make it extensible.
func framed(kind, channels, bits, align, valid uint16) []byte {
	b := fmtChunk(kind, channels, 16000, bits)[8:]
	binary.LittleEndian.PutUint16(b[12:], align)
	if valid > 0 {
		binary.LittleEndian.PutUint16(b, wavExtensible)
		for _, v := range []uint16{22, valid, 4, 0, kind} {
			b = binary.LittleEndian.AppendUint16(b, v)
		}
		b = append(b, extensible...)
	}
	return chunk("fmt ", uint32(len(b)), b)
}

func TestWAVSamplesAreReadAsWideAsTheirFrames(t *testing.T) {
	for _, channels := range []uint16{1, 2} {
		s := tonesAt(16000, int(channels))
		// The upper bytes of each sample, behind as many zeros as it has more.
		widened := func(width int) (b []byte) {
			for pair := range slices.Chunk(s.pcm(2000), 2) {
				b = append(append(b, make([]byte, width-2)...), pair...)
			}
			return b
		}
		for name, c := range map[string]struct {
			head  []byte
			width int
		}{
			"24 in 32":                {framed(1, channels, 24, 4*channels, 0), 4},
			"24 in 32, extensible":    {framed(1, channels, 32, 4*channels, 24), 4},
			"20 in 24, extensible":    {framed(1, channels, 24, 3*channels, 20), 3},
			"20 in 24":                {framed(1, channels, 20, 3*channels, 0), 3},
			"16, extensible":          {framed(1, channels, 16, 2*channels, 16), 2},
			"24 without a frame size": {framed(1, channels, 24, 0, 0), 3},
		} {
			d, _ := New(Format{Codec: "wav"})
			got, err := all(d, riff(0, c.head, chunk("data", 0, widened(c.width))), random(7))
			if err != io.EOF || len(got) != 2000*int(channels) {
				t.Errorf("%s, %d channels: %d samples, %v", name, channels, len(got), err)
			} else if db := fidelity(got, s, 2000); db < 90 {
				t.Errorf("%s, %d channels: %.0f dB between the source and its error", name, channels, db)
			}
		}
	}
}

func TestWAVThatCannotBePlayedIsRefusedBeforeAnySound(t *testing.T) {
	unknown := framed(1, 1, 16, 2, 16)
	unknown[len(unknown)-1]++
	for want, f := range map[string][]byte{
		"Microsoft ADPCM":       fmtChunk(2, 1, 8000, 4),
		"IMA ADPCM":             fmtChunk(0x11, 1, 8000, 4),
		"MP3":                   fmtChunk(0x55, 1, 8000, 0),
		"kind 4660":             fmtChunk(0x1234, 1, 8000, 16),
		"unknown kind":          unknown,
		"with 12 bits":          fmtChunk(1, 1, 8000, 12),
		"frames of 2 bytes for": framed(1, 2, 16, 2, 0),
		"frames of 5 bytes for": framed(1, 2, 16, 5, 0),
		"frames of 8 bytes for": framed(1, 1, 32, 8, 0),
		"kind 3 with 16 bits":   fmtChunk(3, 1, 8000, 16),
		"kind 7 with 16 bits":   fmtChunk(7, 1, 8000, 16),
		"with 0 bits":           fmtChunk(1, 1, 8000, 0),
		"24 bits of 16":         framed(1, 1, 16, 2, 24),
		"6 channels":            fmtChunk(1, 6, 8000, 16),
		"0 channels":            fmtChunk(1, 0, 8000, 16),
		"10 Hz":                 fmtChunk(1, 1, 10, 16),
	} {
		d, _ := New(Format{Codec: "wav"})
		got, err := all(d, riff(0, f, chunk("data", 4, make([]byte, 4))), whole(9))
		if !errors.Is(err, ErrFormat) || !strings.Contains(err.Error(), want) || len(got) > 0 {
			t.Errorf("%d samples, %v, want %q in it", len(got), err, want)
		}
	}
	d, _ := New(Format{Codec: "wav"})
	if _, err := all(d, []byte("RIFX\x00\x00\x00\x00WAVE"), whole(9)); !errors.Is(err, ErrFormat) {
		t.Error(err)
	}
}

func FuzzWAV(f *testing.F) {
	pcm := tonesAt(16000, 1).pcm(50)
	f.Add(riff(0, fmtChunk(1, 1, 16000, 16), chunk("data", 0, pcm)), uint16(7))
	f.Add(riff(0, fmtChunk(3, 2, 16000, 32), chunk("LIST", 5, make([]byte, 6)), chunk("data", 40, pcm)), uint16(1))
	f.Add(riff(math.MaxUint32, fmtChunk(wavMuLaw, 1, 8000, 8), chunk("LIST", 4, []byte("INFO")), chunk("data", math.MaxUint32, everyCode())), uint16(5))
	f.Add(riff(math.MaxUint32, framed(wavALaw, 2, 8, 2, 8), chunk("fact", 4, make([]byte, 4)), chunk("data", 0, everyCode())), uint16(2))
	f.Add(rf64(40, framed(1, 1, 32, 4, 24), chunk("data", math.MaxUint32, pcm)), uint16(3))
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
