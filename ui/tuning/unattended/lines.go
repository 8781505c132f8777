package unattended

import (
	"bufio"
	"io"
	"strings"

	"voicestudio/tts"
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
		if err != nil && err != bufio.ErrBufferFull {
			return
		}
	}
}

// shortened is a line in a sentence.
func shortened(line string) string {
	const most = 60
	line = tts.Clean(line)
	if runes := []rune(line); len(runes) > most {
		return string(runes[:most]) + "…"
	}
	return line
}
