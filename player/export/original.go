package export

import (
	"bufio"
	"encoding/binary"
	"errors"
	"io"
	"slices"
	"strings"
)

// maxTag bounds what is held of a file's own tags; a larger one, or one with a
// forged size, is not understood.
const maxTag = 4 << 20

var errTooLarge error = sentinel{&say.tooLarge}

// retag copies src with tags put in; every byte of audio stays as it is. pcm and
// mulaw have no place for tags, and what is not understood here is not touched.
func retag(w io.Writer, src io.Reader, codec string, tags []Tag) error {
	in := bufio.NewReader(src)
	var err error
	if len(tags) > 0 {
		switch codec {
		case "mp3":
			err = retagMP3(w, in, tags)
		case "flac":
			err = retagFLAC(w, in, tags)
		case "wav":
			return retagWAV(w, in, tags)
		}
	}
	if err != nil {
		return err
	}
	_, err = io.Copy(w, in)
	return err
}

// retagMP3 writes one tag in the place of those at the start. Frames that the
// new one does not replace are kept: a label that says the speech is made by a
// machine is among them.
func retagMP3(w io.Writer, in *bufio.Reader, tags []Tag) error {
	var kept []id3Frame
	for {
		head, err := in.Peek(10)
		if err != nil || string(head[:3]) != "ID3" || (head[6]|head[7]|head[8]|head[9])&0x80 != 0 {
			break
		}
		n := 10 + (int(head[6])<<21 | int(head[7])<<14 | int(head[8])<<7 | int(head[9]))
		footer := 0
		if head[5]&0x10 != 0 {
			footer = 10
		}
		if n > maxTag {
			return errors.New(say.tagSize(n))
		}
		tag := make([]byte, n)
		if _, err := io.ReadFull(in, tag); err != nil {
			return &fault{say.inTag, err}
		}
		if _, err := in.Discard(footer); err != nil {
			return &fault{say.inTag, err}
		}
		kept = append(kept, id3Frames(tag)...)
	}
	_, err := w.Write(id3Tag(kept, tags))
	return err
}

// FLAC's metadata block types.
const (
	flacPadding = 1
	flacVorbis  = 4
)

func retagFLAC(w io.Writer, in *bufio.Reader, tags []Tag) error {
	sign, err := in.Peek(4)
	if err != nil || string(sign) != "fLaC" {
		return errors.New(say.noFLAC)
	}
	in.Discard(4)
	var blocks []flacMeta
	var kept []string
	for held, last := 0, false; !last; {
		var head [4]byte
		if _, err := io.ReadFull(in, head[:]); err != nil {
			return &fault{say.inMeta, err}
		}
		last = head[0]&0x80 != 0
		n := int(head[1])<<16 | int(head[2])<<8 | int(head[3])
		if held += n; held > maxTag {
			return errors.New(say.metaSize)
		}
		m := flacMeta{kind: head[0] & 0x7F, body: make([]byte, n)}
		if _, err := io.ReadFull(in, m.body); err != nil {
			return &fault{say.inMeta, err}
		}
		switch m.kind {
		case flacPadding:
		case flacVorbis:
			kept = append(kept, vorbisList(m.body)...)
		default:
			blocks = append(blocks, m)
		}
	}
	kept = slices.DeleteFunc(kept, func(c string) bool {
		name, _, _ := strings.Cut(c, "=")
		return slices.ContainsFunc(tags, func(t Tag) bool { return strings.EqualFold(t.Name, name) })
	})
	if len(blocks) == 0 {
		return errors.New(say.noInfo)
	}
	// Stream info must be the first block.
	blocks = slices.Insert(blocks, 1, flacMeta{flacVorbis, vorbisComment(kept, tags)})
	_, err = w.Write(flacBlocks(blocks))
	return err
}

// vorbisList are the comments of a comment block.
func vorbisList(b []byte) (list []string) {
	next := func() ([]byte, bool) {
		if len(b) < 4 {
			return nil, false
		}
		n := binary.LittleEndian.Uint32(b)
		if b = b[4:]; uint64(n) > uint64(len(b)) {
			return nil, false
		}
		s := b[:n]
		b = b[n:]
		return s, true
	}
	if _, ok := next(); !ok || len(b) < 4 { // the vendor
		return nil
	}
	count := binary.LittleEndian.Uint32(b)
	b = b[4:]
	for range count {
		c, ok := next()
		if !ok {
			break
		}
		list = append(list, string(c))
	}
	return list
}

// retagWAV writes the chunks again, with sizes even where a stream had none.
func retagWAV(w io.Writer, in io.Reader, tags []Tag) error {
	b, err := io.ReadAll(io.LimitReader(in, 1<<32))
	if err != nil {
		return err
	}
	if len(b) < 12 || string(b[:4]) != "RIFF" || string(b[8:12]) != "WAVE" {
		return errors.New(say.noWAV)
	}
	var chunks, info []riffChunk
	var frames []id3Frame
	for _, c := range cutChunks(b[12:]) {
		switch {
		case c.id == "LIST" && strings.HasPrefix(string(c.body), "INFO"):
			info = append(info, cutChunks(c.body[4:])...)
		case c.id == "id3 " && len(c.body) >= 10 && string(c.body[:3]) == "ID3":
			frames = append(frames, id3Frames(c.body)...)
		default:
			chunks = append(chunks, c)
		}
	}
	return writeRIFF(w, append(chunks, tagChunks(info, frames, tags)...))
}
