package decode

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"
)

// ape is a block of 32 bytes of an APE tag: a header or a footer.
func ape(version, size int, header bool) []byte {
	b := binary.LittleEndian.AppendUint32([]byte("APETAGEX"), uint32(version))
	b = binary.LittleEndian.AppendUint32(b, uint32(size))
	b = binary.LittleEndian.AppendUint32(b, 1)
	flags := uint32(1 << 31)
	if header {
		flags |= 1 << 29
	}
	return append(binary.LittleEndian.AppendUint32(b, flags), make([]byte, 8)...)
}

func apeItem() []byte {
	value := "-6.50 dB"
	b := binary.LittleEndian.AppendUint32(nil, uint32(len(value)))
	return append(b, "\x00\x00\x00\x00REPLAYGAIN_TRACK_GAIN\x00"+value...)
}

func TestWholeSoundWithTagsOrPaddingIsNoDamage(t *testing.T) {
	s := tonesAt(32000, 1)
	bare := s.mp3(t, 16000, 64, "-t")
	item := apeItem()
	apeV2 := slices.Concat(ape(2000, len(item)+32, true), item, ape(2000, len(item)+32, false))
	apeV1 := slices.Concat(item, ape(1000, len(item)+32, false))
	id3v1 := append([]byte("TAG"), bytes.Repeat([]byte("x"), 125)...)
	enhanced := append([]byte("TAG+"), bytes.Repeat([]byte("x"), 223)...)
	words := "LYRICSBEGININD0000200LYR00017[00:01]ID3 or TAG"
	lyrics2 := fmt.Appendf(nil, "%s%06dLYRICS200", words, len(words))
	lyrics1 := []byte("LYRICSBEGIN" + strings.Repeat("la 123 ", 700) + "LYRICSEND")
	id3 := append([]byte("ID3\x04\x00\x00\x00\x00\x00\x0a"), make([]byte, 10)...)
	zeros := func(n int) []byte { return make([]byte, n) }
	vbri := slices.Concat([]byte{0xFF, 0xFB, 0x58, 0xC0}, zeros(32), []byte("VBRI"), zeros(248)) // a frame of 64 kbit/s at 32 kHz
	joined := []byte{}
	for range 3 {
		joined = slices.Concat(joined, id3, zeros(100), bare, lyrics2, id3v1)
	}
	for name, c := range map[string]struct {
		data  []byte
		times int
	}{
		"APEv2 at the start":           {slices.Concat(apeV2, bare), 1},
		"APEv2 at the end":             {slices.Concat(bare, apeV2), 1},
		"APEv1 at the end":             {slices.Concat(bare, apeV1), 1},
		"APEv1 and ID3v1":              {slices.Concat(bare, apeV1, id3v1), 1},
		"ID3v2 and padding behind it":  {slices.Concat(id3, zeros(500), bare), 1},
		"ID3v2.4 at the end":           {slices.Concat(bare, id3), 1},
		"ID3v1, enhanced":              {slices.Concat(bare, enhanced, id3v1), 1},
		"Lyrics3 version 1":            {slices.Concat(bare, lyrics1, id3v1), 1},
		"Lyrics3 version 2":            {slices.Concat(bare, lyrics2, id3v1), 1},
		"zeros at the start":           {slices.Concat(zeros(333), bare), 1},
		"zeros at the end":             {slices.Concat(bare, zeros(61)), 1},
		"three zeros at the end":       {slices.Concat(bare, zeros(3)), 1},
		"zeros and tags at the end":    {slices.Concat(bare, zeros(61), apeV2, zeros(5), id3v1, zeros(2000)), 1},
		"three files joined":           {joined, 3},
		"a note of Fraunhofer's coder": {slices.Concat(vbri, bare), 1},
	} {
		for back, open := range map[string]func() (backend, error){"libmpg123": library(t), "go-mp3": fallback} {
			want, _ := all(newMP3(open), bare, whole(4096))
			for _, piece := range []int{1, 97, len(c.data)} {
				t.Run(fmt.Sprint(name, "/", back, "/", piece), func(t *testing.T) {
					got, err := all(newMP3(open), c.data, whole(piece))
					if err != io.EOF || len(got) != c.times*len(want) {
						t.Fatalf("%d samples of %d, %v", len(got), c.times*len(want), err)
					}
					if a := apart(t, got[:len(want)], want); a > 1e-5 {
						t.Errorf("the sound differs by %g", a)
					}
				})
			}
		}
	}
}

func TestDamageBesideTagsIsTold(t *testing.T) {
	bare := tonesAt(32000, 1).mp3(t, 16000, 64, "-t")
	item := apeItem()
	apeV1 := slices.Concat(item, ape(1000, len(item)+32, false))
	id3v1 := append([]byte("TAG"), bytes.Repeat([]byte("x"), 125)...)
	const frame = 288
	for name, data := range map[string][]byte{
		"a frame cut, then a tag":      slices.Concat(bare[:len(bare)-100], id3v1),
		"garbage in front of a tag":    slices.Concat(bare, bytes.Repeat([]byte("?"), 50), apeV1),
		"garbage between two frames":   slices.Concat(bare[:10*frame], []byte("garbage"), bare[10*frame:]),
		"zeros in place of a frame":    slices.Concat(bare[:10*frame], make([]byte, frame), bare[11*frame:]),
		"a tag's beginning":            slices.Concat(bare, []byte("APETAGEX\xd0\x07")),
		"a tag cut short":              slices.Concat(bare, id3v1[:90]),
		"a tag that swallows the rest": slices.Concat(bare[:10*frame], []byte("ID3\x03\x00\x00\x7f\x7f\x7f\x7f"), bare[10*frame:]),
	} {
		for _, piece := range []int{1, 1000} {
			got, err := all(newMP3(openBackend), data, whole(piece))
			if !errors.Is(err, ErrDamaged) || len(got) < 9*1152 {
				t.Errorf("%s, fed by %d: %d samples, %v", name, piece, len(got), err)
			}
		}
	}
}
