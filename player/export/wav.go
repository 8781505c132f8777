package export

import (
	"context"
	"encoding/binary"
	"io"
	"math"
	"slices"
	"strings"
)

// infoNames are the RIFF INFO chunks of the tags that have one.
var infoNames = map[string]string{
	"title": "INAM", "artist": "IART", "album": "IPRD", "date": "ICRD", "comment": "ICMT", "genre": "IGNR", "software": "ISFT",
}

// riffChunk is one chunk of a file; size and pad byte are made when it is
// written.
type riffChunk struct {
	id   string
	body []byte
}

func writeWAV(_ context.Context, w io.Writer, a *audio, tags []Tag) error {
	rate, channels, size := a.rate, a.channels, 2*a.samples
	f := binary.LittleEndian.AppendUint16(nil, 1)
	f = binary.LittleEndian.AppendUint16(f, uint16(channels))
	f = binary.LittleEndian.AppendUint32(f, uint32(rate))
	f = binary.LittleEndian.AppendUint32(f, uint32(2*rate*channels))
	f = binary.LittleEndian.AppendUint16(f, uint16(2*channels))
	f = binary.LittleEndian.AppendUint16(f, 16)
	format, more := riffChunk{"fmt ", f}, tagChunks(nil, nil, tags)
	head, err := riffHead(int64(size)+8, append(more, format))
	if err != nil {
		return err
	}
	head = append(format.append(head), "data"...)
	if _, err := w.Write(binary.LittleEndian.AppendUint32(head, uint32(size))); err != nil {
		return err
	}
	if _, err := io.Copy(w, a.pcm()); err != nil {
		return err
	}
	return writeChunks(w, more)
}

// tagChunks are a LIST of the tags that RIFF has names for, and all of them as
// the id3 chunk that many programs read; kept is what is left of other ones.
func tagChunks(keptInfo []riffChunk, keptID3 []id3Frame, tags []Tag) (chunks []riffChunk) {
	if len(tags) == 0 {
		return nil
	}
	var own []riffChunk
	for _, t := range tags {
		if id, ok := infoNames[strings.ToLower(t.Name)]; ok {
			own = append(own, riffChunk{id, append([]byte(clean(t.Value)), 0)})
		}
	}
	keptInfo = slices.DeleteFunc(keptInfo, func(k riffChunk) bool {
		return slices.ContainsFunc(own, func(o riffChunk) bool { return o.id == k.id })
	})
	if list := append(keptInfo, own...); len(list) > 0 {
		info := []byte("INFO")
		for _, c := range list {
			info = c.append(info)
		}
		chunks = append(chunks, riffChunk{"LIST", info})
	}
	return append(chunks, riffChunk{"id3 ", id3Tag(keptID3, tags)})
}

func (c riffChunk) append(b []byte) []byte {
	b = append(b, c.id...)
	b = binary.LittleEndian.AppendUint32(b, uint32(len(c.body)))
	b = append(b, c.body...)
	if len(c.body)%2 == 1 {
		b = append(b, 0)
	}
	return b
}

// cutChunks are the chunks of b; the last may be cut short, and the size of
// data unknown.
func cutChunks(b []byte) (chunks []riffChunk) {
	for len(b) >= 8 {
		id, size := string(b[:4]), int64(binary.LittleEndian.Uint32(b[4:]))
		b = b[8:]
		if id == "data" && (size == 0 || size >= 1<<31-1) || size > int64(len(b)) {
			size = int64(len(b))
		}
		chunks = append(chunks, riffChunk{id, b[:size]})
		b = b[min(size+size%2, int64(len(b))):]
	}
	return chunks
}

func writeRIFF(w io.Writer, chunks []riffChunk) error {
	head, err := riffHead(0, chunks)
	if err != nil {
		return err
	}
	if _, err := w.Write(head); err != nil {
		return err
	}
	return writeChunks(w, chunks)
}

// riffHead is the beginning of a file of chunks and so many bytes beside them.
func riffHead(beside int64, chunks []riffChunk) ([]byte, error) {
	size := 4 + beside
	for _, c := range chunks {
		size += 8 + int64(len(c.body)+len(c.body)%2)
	}
	if size > math.MaxUint32 {
		return nil, errTooLarge
	}
	return append(binary.LittleEndian.AppendUint32([]byte("RIFF"), uint32(size)), "WAVE"...), nil
}

func writeChunks(w io.Writer, chunks []riffChunk) error {
	for _, c := range chunks {
		if _, err := w.Write(c.append(nil)); err != nil {
			return err
		}
	}
	return nil
}

// clean is text that every tag format can hold.
func clean(s string) string {
	return strings.ReplaceAll(strings.ToValidUTF8(s, "\uFFFD"), "\x00", "")
}
