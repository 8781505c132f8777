package tts

import (
	"bytes"
	"encoding/binary"
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

var byteOrderMark = []byte("\ufeff")

// TrimBOM takes the byte order mark off the front of a file or an answer that
// is read by a machine: JSON, CSV, an event stream.
func TrimBOM(b []byte) []byte { return bytes.TrimPrefix(b, byteOrderMark) }

var plainBreaks = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\t", " ")

// Plain is how words that a person wrote come in, whatever editor or system
// they were written with: scripts, cells, names, subtitles. No byte order
// mark, one LF for a line break, one blank for a tab, and letters composed
// (Unicode NFC): a letter and its accent are billed and compared as one. Ids
// of voices are byte-exact and do not go through it.
func Plain(s string) string {
	return norm.NFC.String(plainBreaks.Replace(strings.TrimLeft(s, string(byteOrderMark))))
}

// Clean strips what must not reach a screen or a log from text that came from
// outside: control characters (a line break becomes a blank), the characters
// that turn the reading direction, and what stands for bytes that are no text.
func Clean(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t' || r == '\r':
			return ' '
		case Steers(r), r == unicode.ReplacementChar:
			return -1
		}
		return r
	}, s)
}

// Steers reports characters that steer a terminal, break a line or turn the
// direction of text, so that a sentence could look like another one.
func Steers(r rune) bool {
	return unicode.In(r, unicode.Cc, unicode.Zl, unicode.Zp, unicode.Bidi_Control)
}

// Decode reads the bytes of a text that some editor has saved, as DecodeTabbed does,
// and hands it on as Plain does.
func Decode(b []byte) (string, error) {
	s, err := DecodeTabbed(b)
	return Plain(s), err
}

// DecodeTabbed reads the bytes of a text in which tabs part cells, as UTF-8 or as
// UTF-16 with its byte order mark. What is in the cells has yet to go through Plain.
// The error is an *Error of kind request: it is neither, or no text.
func DecodeTabbed(b []byte) (string, error) {
	for _, order := range []binary.ByteOrder{binary.LittleEndian, binary.BigEndian} {
		if len(b) < 2 || len(b)%2 != 0 || order.Uint16(b) != 0xfeff {
			continue
		}
		units := make([]uint16, len(b)/2)
		for i := range units {
			units[i] = order.Uint16(b[2*i:])
		}
		b = []byte(string(utf16.Decode(units)))
		break
	}
	if !utf8.Valid(b) || bytes.IndexByte(b, 0) >= 0 {
		return "", Wrong("text", say.text.notUTF8)
	}
	return string(TrimBOM(b)), nil
}
