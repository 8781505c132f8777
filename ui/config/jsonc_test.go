package config

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"
)

func TestCommentsAndCommasBehindTheLastAreNoFault(t *testing.T) {
	t.Parallel()
	for with, want := range map[string]string{
		"{ // a\n\"a\": 1, /* b\nc */\n}":  "{     \n\"a\": 1      \n    \n}",
		`{"a": "// no \" /* comment */",}`: `{"a": "// no \" /* comment */" }`,
		"[1, 2, // last\r\n]":              "[1, 2         \r\n]",
		"[1,,]":                            "[1,,]", // and no JSON
		"{,}":                              "{,}",
		`{"a":,}`:                          `{"a":,}`,
		"/":                                "/",
		`{"a": [1, /* x */ ], "b": {"c": 2, }, }`: `{"a": [1          ], "b": {"c": 2  }  }`,
	} {
		if got, _, err := plain([]byte(with)); err != nil || string(got) != want {
			t.Errorf("%q: %q, %v", with, got, err)
		}
	}
	if _, at, err := plain([]byte("{}\n/* on and on")); err == nil || at != 3 {
		t.Errorf("%d %v", at, err)
	}
}

// Every byte keeps its place and every line its number, JSON stays what it says,
// and what is behind a comment is not in the way of what is before it.
func FuzzCommentsLeaveEveryLineWhereItIs(f *testing.F) {
	for _, seed := range []string{`{"a": [1, 2.5e3, "x\"//\\"], "b": {}}`, "{\n// x\n\"a\": 1,\n}", "/*", `"\`, "[,]", "{\"a\": /**/ 1}//"} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		out, at, err := plain(b)
		if err != nil {
			if at >= len(b) || b[at] != '/' {
				t.Fatalf("%q: the comment begins at %d", b, at)
			}
			return
		}
		if len(out) != len(b) {
			t.Fatalf("%q became %q", b, out)
		}
		for i := range b {
			if out[i] != b[i] && (out[i] != ' ' || b[i] == '\n' || b[i] == '\r') {
				t.Fatalf("%q became %q", b, out)
			}
		}
		if json.Valid(b) && !bytes.Equal(out, b) {
			t.Fatalf("%q is JSON and became %q", b, out)
		}
		if again, _, err := plain(out); err != nil || !bytes.Equal(again, out) && json.Valid(out) {
			t.Fatalf("%q became %q at the second time, %v", out, again, err)
		}
		if !json.Valid(out) {
			return
		}
		behind := append(append([]byte("// before\n"), b...), "\n// behind, /* \"\n"...)
		if got, _, err := plain(behind); err != nil || strings.TrimSpace(string(got)) != strings.TrimSpace(string(out)) {
			t.Fatalf("%q: %q, %v", behind, got, err)
		}
		walk(t, out, tree(out))
	})
}

// walk holds a tree against what encoding/json reads.
func walk(t *testing.T, b []byte, n node) {
	if !json.Valid(n.raw) {
		t.Fatalf("%q has the value %q", b, n.raw)
	}
	if n.line < 1 || n.line > 1+bytes.Count(b, []byte("\n")) {
		t.Fatalf("%q: line %d", b, n.line)
	}
	for _, part := range n.parts {
		walk(t, b, part)
	}
}
