package presets

import (
	"encoding/json"
	"errors"
	"strings"

	"voicestudio/tts"
)

// maxDepth is how deep objects and lists may be nested in a file; a preset
// itself needs four.
const maxDepth = 64

// node is a JSON value with the place where it stands: encoding/json keeps
// neither lines nor the order and the bytes of what it does not know.
type node struct {
	kind    byte // '{', '[', '"', 't' for true and false, 'n' for null, '0' for numbers
	raw     string
	line    int
	members []member
	items   []node
}

type member struct {
	name, rawName string
	value         node
}

// parseTree refuses what is not exactly one JSON value, is nested too deep or
// names a key twice. It takes text without a byte order mark or CR.
func parseTree(text string) (node, *Broken) {
	if !json.Valid([]byte(text)) {
		var whole json.RawMessage
		err := json.Unmarshal([]byte(text), &whole)
		line := 1
		if e := (*json.SyntaxError)(nil); errors.As(err, &e) {
			line += strings.Count(text[:max(0, e.Offset-1)], "\n")
		}
		return node{}, &Broken{Line: line, Reason: say.file.notJSON(tts.NoJSON(err))}
	}
	r := reader{text: text, line: 1}
	return r.value(0)
}

// reader walks JSON that is known to be valid.
type reader struct {
	text      string
	pos, line int
}

func (r *reader) value(depth int) (node, *Broken) {
	if depth > maxDepth {
		return node{}, &Broken{Line: r.line, Reason: say.file.tooDeep(maxDepth)}
	}
	n := node{kind: r.next(), line: r.line}
	start := r.pos
	var broken *Broken
	switch n.kind {
	case '{':
		broken = r.object(&n, depth)
	case '[':
		broken = r.list(&n, depth)
	case '"':
		r.str()
	default:
		for r.pos < len(r.text) && !strings.ContainsRune(" \t\n,]}", rune(r.text[r.pos])) {
			r.pos++
		}
		switch n.kind {
		case 't', 'f':
			n.kind = 't'
		case 'n':
		default:
			n.kind = '0'
		}
	}
	n.raw = r.text[start:r.pos]
	return n, broken
}

func (r *reader) object(n *node, depth int) *Broken {
	seen := map[string]bool{}
	for r.pos++; r.next() != '}'; {
		if r.text[r.pos] == ',' {
			r.pos++
			r.next()
		}
		line := r.line
		m := member{rawName: r.str()}
		m.name = unquote(m.rawName)
		if seen[m.name] {
			return &Broken{Line: line, Reason: say.file.twice(Quoted(m.name))}
		}
		seen[m.name] = true
		r.next()
		r.pos++ // the colon
		var broken *Broken
		if m.value, broken = r.value(depth + 1); broken != nil {
			return broken
		}
		n.members = append(n.members, m)
	}
	r.pos++
	return nil
}

func (r *reader) list(n *node, depth int) *Broken {
	for r.pos++; r.next() != ']'; {
		if r.text[r.pos] == ',' {
			r.pos++
		}
		item, broken := r.value(depth + 1)
		if broken != nil {
			return broken
		}
		n.items = append(n.items, item)
	}
	r.pos++
	return nil
}

// next skips white space and returns the byte that follows, not taking it.
func (r *reader) next() byte {
	for ; ; r.pos++ {
		switch c := r.text[r.pos]; c {
		case '\n':
			r.line++
		case ' ', '\t':
		default:
			return c
		}
	}
}

func (r *reader) str() string {
	start := r.pos
	for r.pos++; r.text[r.pos] != '"'; r.pos++ {
		if r.text[r.pos] == '\\' {
			r.pos++
		}
	}
	r.pos++
	return r.text[start:r.pos]
}

func unquote(raw string) (s string) {
	if inner := raw[1 : len(raw)-1]; !strings.Contains(inner, `\`) {
		return inner
	}
	json.Unmarshal([]byte(raw), &s) // cannot fail: the whole text is valid JSON
	return s
}
