package config

import (
	"bytes"
	"encoding/json"
	"errors"
)

// errOpenComment is a comment that begins with /* and never ends.
var errOpenComment = errors.New("comment without an end")

// plain is JSON of the same length in place of JSON with comments, // and /* */,
// and with commas behind the last of a group: blanks stand where they stood, and
// line breaks stay, so that every byte keeps its line. What is no JSON besides
// stays so. Where the error is errOpenComment, at is where the comment begins.
func plain(b []byte) (out []byte, at int, _ error) {
	out = bytes.Clone(b)
	comma := -1 // the last one, while nothing but blanks and comments followed
	for i := 0; i < len(b); {
		switch c := b[i]; {
		case c == '"':
			comma = -1
			i = textEnd(b, i)
			continue
		case c == '/' && i+1 < len(b) && (b[i+1] == '/' || b[i+1] == '*'):
			end, closed := commentEnd(b, i)
			if !closed {
				return nil, i, errOpenComment
			}
			for ; i < end; i++ {
				if b[i] != '\n' && b[i] != '\r' {
					out[i] = ' '
				}
			}
			continue
		case c == ',':
			comma = i
		case (c == '}' || c == ']') && comma >= 0:
			if follows(out[:comma]) {
				out[comma] = ' '
			}
			comma = -1
		case c != ' ' && c != '\t' && c != '\n' && c != '\r':
			comma = -1
		}
		i++
	}
	return out, 0, nil
}

// textEnd is behind the text in quotes that begins at a byte.
func textEnd(b []byte, from int) int {
	for i := from + 1; i < len(b); i++ {
		switch b[i] {
		case '\\':
			i++
		case '"':
			return i + 1
		}
	}
	return len(b)
}

// commentEnd is behind the comment that begins at a byte, before the break of
// its line.
func commentEnd(b []byte, from int) (end int, closed bool) {
	if b[from+1] == '/' {
		if n := bytes.IndexAny(b[from:], "\r\n"); n >= 0 {
			return from + n, true
		}
		return len(b), true
	}
	n := bytes.Index(b[from+2:], []byte("*/"))
	return from + 2 + n + 2, n >= 0
}

// follows reports whether a comma may stand behind what was read: after an entry,
// and neither at the beginning of a group nor after another comma.
func follows(before []byte) bool {
	before = bytes.TrimRight(before, " \t\r\n")
	return len(before) > 0 && !bytes.ContainsRune([]byte("{[,:"), rune(before[len(before)-1]))
}

// node is a value of the file, its name, and the line of that name.
type node struct {
	name string
	line int
	raw  json.RawMessage
	// parts are the entries of a group, or the items of a list.
	parts []node
}

// tree reads JSON that is known to be right.
func tree(b []byte) node {
	dec := json.NewDecoder(bytes.NewReader(b))
	dec.UseNumber()
	seen, lines := 0, 1
	lineTo := func(at int) int {
		lines += bytes.Count(b[seen:at], []byte("\n"))
		seen = at
		return lines
	}
	next := func() (tok json.Token, from int) {
		from = int(dec.InputOffset())
		from += len(b[from:]) - len(bytes.TrimLeft(b[from:], " \t\r\n,:"))
		tok, _ = dec.Token()
		return tok, from
	}
	var value func() node
	value = func() (n node) {
		tok, from := next()
		n.line = lineTo(from)
		if open, is := tok.(json.Delim); is {
			for dec.More() {
				if open == '[' {
					n.parts = append(n.parts, value())
					continue
				}
				name, at := next()
				line := lineTo(at)
				part := value()
				part.name, part.line = name.(string), line
				n.parts = append(n.parts, part)
			}
			next()
		}
		n.raw = b[from:dec.InputOffset()]
		return n
	}
	return value()
}

// kind is the first byte of a value, 0 of every number, t of true and false.
func (n node) kind() byte {
	switch c := n.raw[0]; c {
	case '{', '[', '"', 'n':
		return c
	case 't', 'f':
		return 't'
	}
	return '0'
}
