package export

import (
	"bytes"
	"strings"
)

// id3Names are the ID3v2.4 frames of the tags that have one; the others are
// TXXX, but for a comment.
var id3Names = map[string]string{
	"title": "TIT2", "artist": "TPE1", "album": "TALB", "date": "TDRC", "genre": "TCON", "software": "TSSE",
}

// id3Frame is a frame of a tag: kept from another one, or made of a Tag.
type id3Frame struct {
	id    string
	flags [2]byte
	body  []byte
}

const utf8Text = 3 // ID3v2.4's encoding byte

func frameOf(t Tag) id3Frame {
	name, value := strings.ToLower(t.Name), clean(t.Value)
	if id, ok := id3Names[name]; ok {
		return id3Frame{id: id, body: append([]byte{utf8Text}, value...)}
	}
	if name == "comment" {
		// A language, and a short description, which is empty.
		return id3Frame{id: "COMM", body: append([]byte{utf8Text, 'u', 'n', 'd', 0}, value...)}
	}
	return id3Frame{id: "TXXX", body: append(append([]byte{utf8Text}, t.Name+"\x00"...), value...)}
}

// same says whether f stands for the same thing as g, which takes its place.
func (f id3Frame) same(g id3Frame) bool {
	if f.id != g.id || f.id != "TXXX" {
		return f.id == g.id
	}
	return strings.EqualFold(f.description(), g.description())
}

// description of a TXXX frame, as far as it is not UTF-16.
func (f id3Frame) description() string {
	if len(f.body) == 0 {
		return ""
	}
	text, _, _ := bytes.Cut(f.body[1:], []byte{0})
	return string(text)
}

// id3Tag is an ID3v2.4 tag of what is kept of another one and of tags.
func id3Tag(kept []id3Frame, tags []Tag) []byte {
	var own []id3Frame
	for _, t := range tags {
		own = append(own, frameOf(t))
	}
	var b []byte
	for _, k := range kept {
		replaced := false
		for _, f := range own {
			replaced = replaced || k.same(f)
		}
		if !replaced {
			b = k.append(b)
		}
	}
	for _, f := range own {
		b = f.append(b)
	}
	return append(append([]byte("ID3\x04\x00\x00"), synchsafe(len(b))...), b...)
}

func (f id3Frame) append(b []byte) []byte {
	b = append(b, f.id...)
	b = append(b, synchsafe(len(f.body))...)
	return append(append(b, f.flags[:]...), f.body...)
}

func synchsafe(n int) []byte {
	return []byte{byte(n >> 21 & 0x7F), byte(n >> 14 & 0x7F), byte(n >> 7 & 0x7F), byte(n & 0x7F)}
}

// id3Frames reads the frames of a whole tag of version 2.3 or 2.4; what it does
// not understand is left out.
func id3Frames(tag []byte) (frames []id3Frame) {
	version, flags := tag[3], tag[5]
	const unsynchronised, extended = 0x80, 0x40
	if version != 3 && version != 4 || flags&(unsynchronised|extended) != 0 {
		return nil
	}
	for b := tag[10:]; len(b) >= 10; {
		id := string(b[:4])
		n := int(b[4])<<21 | int(b[5])<<14 | int(b[6])<<7 | int(b[7])
		if version == 3 {
			n = int(b[4])<<24 | int(b[5])<<16 | int(b[6])<<8 | int(b[7])
		}
		if id[0] == 0 || n < 0 || n > len(b)-10 {
			break // padding, or damage
		}
		// Compression, encryption and their like are in the second flag byte,
		// which the two versions fill differently.
		if b[9] == 0 {
			frames = append(frames, id3Frame{id: id, body: b[10 : 10+n]})
		}
		b = b[10+n:]
	}
	return frames
}
