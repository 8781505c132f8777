package plain

import (
	"bufio"
	"errors"
	"io"
	"strings"
	"unicode/utf8"

	"voicestudio/tts"
)

// line is one that was typed or came through a pipe.
type line struct {
	number int
	text   string
	fault  error
}

// longest bounds a line, in bytes: three scripts of the most characters.
const longest = 16 * tts.MaxText

// read reads lines beside the loop, each once it is wanted: an editor reads from the
// same terminal. It is closed when there are no more.
func (d *desk) read(from io.Reader) <-chan line {
	lines := make(chan line)
	go func() {
		defer close(lines)
		in := bufio.NewReaderSize(from, 64<<10)
		for n := 1; ; n++ {
			select {
			case <-d.wanted:
			case <-d.ctx.Done():
				return
			}
			text, err := readLine(in)
			if err != nil && text == "" && !errors.Is(err, errLong) {
				return
			}
			l := line{number: n, text: text}
			switch {
			case errors.Is(err, errLong):
				l.fault = tts.Wrong("", say.usage.tooLong)
			case !utf8.ValidString(text):
				l.fault = tts.Wrong("", say.usage.notUTF8)
			}
			if n == 1 {
				l.text = string(tts.TrimBOM([]byte(text)))
			}
			select {
			case lines <- l:
			case <-d.ctx.Done():
				return
			}
			if err != nil && !errors.Is(err, errLong) {
				return
			}
		}
	}()
	return lines
}

var errLong = errors.New("long")

// readLine reads one without its end, however that is written; one that is too
// long is passed over.
func readLine(in *bufio.Reader) (string, error) {
	var b strings.Builder
	long := false
	for {
		part, err := in.ReadSlice('\n')
		if b.Len()+len(part) > longest {
			long = true
			b.Reset()
		}
		if !long {
			b.Write(part)
		}
		if errors.Is(err, bufio.ErrBufferFull) {
			continue
		}
		if long {
			return "", errLong
		}
		return strings.TrimRight(b.String(), "\r\n"), err
	}
}
