package decode

import (
	"bytes"
	"encoding/binary"
	"strconv"
)

// tag is a note about the sound between, before or behind its frames: a title,
// a loudness, the words. It is no sound, and no damage either.
type tag struct {
	size int64 // bytes from where it was recognised
	// before is how many bytes in front of that are its own, too: some tags can
	// be told by their ends only.
	before int64
}

// maxTag bounds a tag's size that is no more than a number in front of it: what
// 28 bits hold, as in ID3v2.
const maxTag = 1 << 28

// readTag recognises a tag at the start of b. Services send ID3v2 not only at
// the start but before every sentence; the others stand at an end of a file, or
// where two of them were joined. The three letters of ID3v1 are believed only at
// an edge, where nothing unknown is in front of them.
func readTag(b []byte, edge, ended bool) (tag, verdict) {
	for _, read := range [...]func(b []byte, edge bool) (tag, verdict){readID3v2, readAPE, readID3v1, readLyrics3} {
		if t, v := read(b, edge); v == accept || v == wait && !ended {
			return t, v
		}
	}
	return tag{}, reject
}

// starts says whether b starts with a word, or may when more of it has come.
func starts(b []byte, word string) verdict {
	switch n := min(len(b), len(word)); {
	case string(b[:n]) != word[:n]:
		return reject
	case n < len(word):
		return wait
	}
	return accept
}

// The header of ID3v2.2 to 2.4: letters, version, flags, and a size of 28 bits.
func readID3v2(b []byte, _ bool) (tag, verdict) {
	v := starts(b, "ID3")
	if v != accept {
		return tag{}, v
	}
	if len(b) < 10 {
		return tag{}, wait
	}
	version, revision, flags := b[3], b[4], b[5]
	if version < 2 || version > 4 || revision == 0xFF || flags&0xF != 0 || (b[6]|b[7]|b[8]|b[9])&0x80 != 0 {
		return tag{}, reject
	}
	n := 10 + int64(b[6])<<21 + int64(b[7])<<14 + int64(b[8])<<7 + int64(b[9])
	if footer := flags&0x10 != 0; footer {
		n += 10
	}
	return tag{size: n}, accept
}

// APEv1 has a footer only; APEv2 may have a header, a footer or both, of 32
// bytes and almost alike. The size counts the items and the footer.
func readAPE(b []byte, _ bool) (tag, verdict) {
	v := starts(b, "APETAGEX")
	if v != accept {
		return tag{}, v
	}
	const head = 32
	if len(b) < head {
		return tag{}, wait
	}
	version, size := binary.LittleEndian.Uint32(b[8:]), int64(binary.LittleEndian.Uint32(b[12:]))
	isHeader := binary.LittleEndian.Uint32(b[20:])&(1<<29) != 0
	switch {
	case version != 1000 && version != 2000 || size > maxTag || binary.LittleEndian.Uint64(b[24:]) != 0:
		return tag{}, reject
	case isHeader:
		return tag{size: head + size}, accept
	}
	return tag{size: head, before: max(0, size-head)}, accept
}

// ID3v1 has 128 bytes. An enhanced one of 227 may stand in front of it.
func readID3v1(b []byte, edge bool) (tag, verdict) {
	const plain, enhanced = 128, 227
	if !edge {
		return tag{}, reject
	}
	switch starts(b, "TAG+") {
	case accept:
		if len(b) < enhanced+3 {
			return tag{}, wait
		}
		if string(b[enhanced:enhanced+3]) == "TAG" {
			return tag{size: enhanced}, accept
		}
		return tag{size: plain}, accept
	case wait:
		return tag{size: plain}, wait
	case reject:
	}
	if v := starts(b, "TAG"); v != accept {
		return tag{}, v
	}
	return tag{size: plain}, accept
}

// Lyrics3 is words between LYRICSBEGIN and, in version 1, LYRICSEND, at most
// 5,100 bytes later; in version 2 the end has six digits of the size in front.
func readLyrics3(b []byte, _ bool) (tag, verdict) {
	const first, second, digits, most = "LYRICSEND", "LYRICS200", 6, 5100
	if v := starts(b, first); v != reject {
		return tag{size: int64(len(first)), before: int64(len("LYRICSBEGIN")) + most}, v
	}
	n := min(len(b), digits)
	if bytes.ContainsFunc(b[:n], func(r rune) bool { return r < '0' || r > '9' }) {
		return tag{}, reject
	}
	if v := starts(b[n:], second); n < digits || v != accept {
		return tag{}, v
	}
	size, _ := strconv.ParseInt(string(b[:digits]), 10, 64)
	return tag{size: digits + int64(len(second)), before: size}, accept
}

// opensTag says whether b, of at least 4 bytes, may begin a tag: reason enough
// to believe the frame in front of it.
func opensTag(b []byte) bool {
	for _, word := range []string{"ID3", "TAG", "APET", "LYRI"} {
		if starts(b, word) == accept {
			return true
		}
	}
	return false
}
