package unattended

import (
	"bufio"
	"errors"
	"io"
	"strings"
)

// eachLine reads lines to the end, or until take wants no more. One that is longer
// than longest is several.
func eachLine(from io.Reader, take func(line string) bool) {
	r := bufio.NewReaderSize(from, longest)
	for {
		line, err := r.ReadSlice('\n')
		if len(line) > 0 && !take(strings.TrimRight(string(line), "\r\n")) {
			return
		}
		if err != nil && !errors.Is(err, bufio.ErrBufferFull) {
			return
		}
	}
}
