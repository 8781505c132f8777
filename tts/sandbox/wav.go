package sandbox

import "bytes"

// listChunk is what ffmpeg writes before the samples: who encoded them. A
// client has seen this version in MiniMax's streams.
var listChunk = []byte("LIST\x1a\x00\x00\x00INFOISFT\x0e\x00\x00\x00Lavf58.76.100\x00")

// longestHeader is where a WAV file's samples begin at the latest.
const longestHeader = 64 // bytes

// dataChunk is the place of the samples' chunk in a WAV file, -1 without one.
func dataChunk(wav []byte) int {
	return bytes.Index(wav[:min(len(wav), longestHeader+len(listChunk))], []byte("data"))
}

// lister makes of a WAV file what ffmpeg writes to a pipe, as MiniMax streams
// it: the sizes are unknown, and a LIST chunk stands before the samples.
type lister struct {
	*chunks
	header []byte
	done   bool
}

func (l *lister) Write(p []byte) (int, error) {
	if l.done {
		return l.chunks.Write(p)
	}
	l.header = append(l.header, p...)
	data := dataChunk(l.header)
	if data < 0 && len(l.header) < longestHeader {
		return len(p), nil
	}
	if data >= 0 {
		l.header = bytes.Join([][]byte{l.header[:data], listChunk, l.header[data:]}, nil)
	}
	return len(p), l.pass()
}

// pass sends what was held.
func (l *lister) pass() error {
	l.done = true
	_, err := l.chunks.Write(l.header)
	return err
}

func (l *lister) flush() error {
	if !l.done {
		if err := l.pass(); err != nil {
			return err
		}
	}
	return l.chunks.flush()
}
