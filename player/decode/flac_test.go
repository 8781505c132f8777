package decode

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"log"
	"slices"
	"testing"
)

func (s tones) flac(t testing.TB, frames int, toFile bool) []byte {
	return s.ffmpeg(t, frames, toFile, "-c:a", "flac", "-f", "flac")
}

func TestFLACIsTheSourceBitForBit(t *testing.T) {
	for _, rate := range append(apiRates, 48000) {
		for _, channels := range []int{1, 2} {
			for _, toFile := range []bool{false, true} {
				t.Run(fmt.Sprintf("%d/%dch/file=%v", rate, channels, toFile), func(t *testing.T) {
					t.Parallel()
					s := tonesAt(rate, channels)
					d, _ := New(Format{Codec: "flac"})
					got, err := all(d, s.flac(t, rate/2, toFile), random(int64(rate)))
					if err != io.EOF || d.Rate() != rate || d.Channels() != channels {
						t.Fatalf("%d Hz, %d channels, %v", d.Rate(), d.Channels(), err)
					}
					pcm := s.pcm(rate / 2)
					if len(got) != len(pcm)/2 {
						t.Fatalf("%d samples of %d", len(got), len(pcm)/2)
					}
					for i, v := range got {
						if want := int16(binary.LittleEndian.Uint16(pcm[2*i:])); v != float32(want)/32768 {
							t.Fatalf("sample %d is %v, want %d/32768", i, v, want)
						}
					}
				})
			}
		}
	}
}

func TestFLACFramesAreHeardAsTheyCome(t *testing.T) {
	s := tonesAt(32000, 1)
	data := s.flac(t, 32000, false)
	d, _ := New(Format{Codec: "flac"})
	defer d.Close()
	dst := make([]float32, 1<<16)
	first := 0
	for i := 0; i < len(data) && first == 0; i++ {
		d.Feed(data[i : i+1])
		n, err := d.Read(dst)
		if n == 0 && err != ErrMore {
			t.Fatal(err)
		}
		if n > 0 {
			first = i + 1
		}
	}
	// ffmpeg writes 8 kB of padding in front, then frames of 2,304 samples.
	if first == 0 || first > 8192+200+2*2304 {
		t.Errorf("the first sample came after %d of %d bytes", first, len(data))
	}
}

func TestWhatCanBePlayedOfDamagedFLACIsPlayed(t *testing.T) {
	s := tonesAt(32000, 1)
	data := s.flac(t, 64000, true)
	const block = 4608 // the largest that ffmpeg chooses at this rate
	garbled := slices.Clone(data)
	for i := len(data) * 2 / 3; i < len(data)*2/3+20; i++ {
		garbled[i] ^= 0x55
	}
	for name, c := range map[string]struct {
		data []byte
		lost int // blocks
		err  error
	}{
		"garbage within": {garbled, 2, ErrDamaged},
		"a hole":         {slices.Concat(data[:len(data)/2], data[len(data)/2+50:]), 2, ErrDamaged},
		"cut short":      {data[:len(data)-30], 1, ErrDamaged},
		"ID3 in front":   {append(minimaxTag(), data...), 0, io.EOF},
		"ID3 behind":     {slices.Concat(data, []byte("TAG"), make([]byte, 125)), 0, io.EOF},
		"zeros behind":   {append(slices.Clone(data), make([]byte, 3000)...), 0, io.EOF},
		"garbage midway": {slices.Concat(data[:len(data)/2], []byte("TAG"), data[len(data)/2:], make([]byte, 3000)), 2, ErrDamaged},
	} {
		t.Run(name, func(t *testing.T) {
			d, _ := New(Format{Codec: "flac"})
			got, err := all(d, c.data, random(3))
			if !errors.Is(err, c.err) {
				t.Errorf("error %v, want %v", err, c.err)
			}
			d, _ = New(Format{Codec: "flac"})
			if again, err := all(d, c.data, whole(1)); !errors.Is(err, c.err) || !slices.Equal(again, got) {
				t.Errorf("byte by byte it is another sound: %d samples of %d, %v", len(again), len(got), err)
			}
			if lost := 64000 - len(got); lost < 0 || lost > c.lost*block {
				t.Errorf("%d samples lost", lost)
			}
			for i, v := range got {
				if v > 0.51 || v < -0.51 {
					t.Fatalf("sample %d is %v: noise in place of what was lost", i, v)
				}
			}
		})
	}
	for name, data := range map[string][]byte{
		"nothing": nil, "text": []byte("<html>"), "only a header": data[:42], "half a header": data[:20],
		"zeros behind the header": append(slices.Clone(data[:42]), make([]byte, 1<<20)...),
	} {
		d, _ := New(Format{Codec: "flac"})
		if got, err := all(d, data, whole(4096)); !errors.Is(err, ErrNoAudio) || len(got) > 0 {
			t.Errorf("%s: %d samples, %v", name, len(got), err)
		}
	}
}

func TestAnUnfinishedFLACCanBeClosed(t *testing.T) {
	d, _ := New(Format{Codec: "flac"})
	d.Feed([]byte("fLa"))
	if _, err := d.Read(make([]float32, 2)); err != ErrMore {
		t.Error(err)
	}
	d.Close()
	d.Close()
	if _, err := d.Read(make([]float32, 2)); err == nil || err == ErrMore {
		t.Error(err)
	}
	never, _ := New(Format{Codec: "flac"})
	never.Close()
}

func TestTheLibraryDoesNotWriteToTheLog(t *testing.T) {
	var text bytes.Buffer
	defer log.SetOutput(log.Writer())
	log.SetOutput(without{&text, []byte("The flac library test cases")})
	s := tonesAt(24000, 1)
	d, _ := New(Format{Codec: "flac"})
	if _, err := all(d, s.flac(t, 24000, false), whole(999)); err != io.EOF {
		t.Error(err)
	}
	log.Print("but others do")
	if got := text.String(); bytes.Contains([]byte(got), []byte("flac")) || !bytes.Contains([]byte(got), []byte("others")) {
		t.Errorf("%q", got)
	}
}

// flacHead is the length of fLaC and the stream info.
const flacHead = 4 + 4 + 34

// bareFLAC is a file without the metadata that a decoder passes over.
func bareFLAC(data []byte) []byte {
	at := flacHead
	for last := data[4]&0x80 != 0; !last; {
		last = data[at]&0x80 != 0
		at += 4 + (int(data[at+1])<<16 | int(data[at+2])<<8 | int(data[at+3]))
	}
	bare := slices.Concat(data[:flacHead], data[at:])
	bare[4] |= 0x80
	return bare
}

func FuzzFLAC(f *testing.F) {
	// Small, as every input that finds something new is first made smaller: 8 kB
	// of padding would take a minute of that.
	data := bareFLAC(tonesAt(16000, 2).flac(f, 200, true))
	f.Add(data, uint16(100))
	f.Add(slices.Concat(data[:len(data)-30], data[flacHead:]), uint16(9))
	f.Fuzz(func(t *testing.T, data []byte, piece uint16) {
		d, _ := New(Format{Codec: "flac"})
		got, err := all(d, data, whole(1+int(piece)))
		if err == nil || errors.Is(err, ErrMore) {
			t.Fatalf("ended with %v", err)
		}
		// The smallest frame has 9 bytes and 65,535 frames of silence.
		if len(got) > (len(data)/9+1)*2*65535 {
			t.Fatalf("%d samples of %d bytes", len(got), len(data))
		}
	})
}
