package decode

import (
	"bytes"
	"slices"
	"testing"
)

func TestTheFramesOfASourceAreItsSoundAlone(t *testing.T) {
	s := tonesAt(32000, 1)
	bare, noted := s.mp3(t, 16000, 64, "-t"), s.lameFile(t, 16000, "--cbr", "-b", "64")
	item := apeItem()
	ape := slices.Concat(ape(2000, len(item)+32, true), item, ape(2000, len(item)+32, false))
	id3v1 := append([]byte("TAG"), bytes.Repeat([]byte("x"), 125)...)
	id3 := append([]byte("ID3\x04\x00\x10\x00\x00\x00\x0a"), []byte("Wise_Woman3DI\x04\x00\x10\x00\x00\x00\x0a")[:20]...) // with a footer
	lyrics := []byte("LYRICSBEGINWise_WomanLYRICSEND")
	for name, c := range map[string]struct {
		data, want []byte
		even       bool
	}{
		"bare":               {bare, bare, true},
		"with a note":        {noted, noted, true},
		"tags around":        {slices.Concat(id3, id3, make([]byte, 100), noted, ape, lyrics, id3v1), noted, true},
		"tags between":       {slices.Concat(id3, bare, id3, bare, id3v1), slices.Concat(bare, bare), true},
		"two notes":          {slices.Concat(noted, noted), slices.Concat(noted, noted), false},
		"a note in between":  {slices.Concat(bare, noted), slices.Concat(bare, noted), false},
		"of two forms":       {slices.Concat(bare, tonesAt(32000, 2).mp3(t, 16000, 64, "-t")), nil, false},
		"cut":                {bare[:len(bare)-100], bare[:len(bare)-288], false},
		"with a hole":        {slices.Concat(bare[:2880], []byte("garbage"), bare[2880:]), bare, false},
		"none, but a tag":    {id3, nil, false},
		"a tag cut short":    {slices.Concat(bare, id3v1[:90]), bare, false},
		"nothing":            {nil, nil, false},
		"something else":     {bytes.Repeat([]byte("fLaC"), 100), nil, false},
		"zeros at both ends": {slices.Concat(make([]byte, 100), bare, make([]byte, 61)), bare, true},
	} {
		got, even := Frames(slices.Clone(c.data))
		if even != c.even || c.want != nil && !bytes.Equal(got, c.want) {
			t.Errorf("%s: even %v, %d bytes of %d", name, even, len(got), len(c.want))
		}
	}
}
