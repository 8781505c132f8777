package presets

import (
	"bytes"
	"encoding/json"
	"reflect"
	"slices"
	"strings"

	"voicestudio/tts"
)

// Change is one field in which two presets differ.
type Change struct {
	// Field is the API's name, "voice_setting.speed", or the preset's,
	// "tags", or an unknown key.
	Field string `json:"field"`
	// A and B are the values as compact JSON, null where unset. A list is one
	// value.
	A json.RawMessage `json:"a"`
	B json.RawMessage `json:"b"`
}

// Diff lists the fields in which b differs from a, in the order of the file,
// unknown keys last. The times of a preset and what it sounded like are no
// difference, and neither is a script.
func Diff(a, b Preset) []Change {
	of, to := leavesOf(a), leavesOf(b)
	changes := []Change{} // [] in JSON, not null
	for _, path := range unite(of, to) {
		if field := path.field(); !slices.Contains(noDifference, field) && of.at(path) != to.at(path) {
			changes = append(changes, Change{field, orNull(of.at(path)), orNull(to.at(path))})
		}
	}
	return changes
}

// noDifference are fields that nobody sets.
var noDifference = []string{"version", "created", "updated", string(fingerprintsKey)}

// DiffRequests is Diff for settings that are in no preset.
func DiffRequests(a, b tts.Request) []Change { return Diff(Preset{Request: a}, Preset{Request: b}) }

// path is a leaf's keys, joined by a byte that no key of the API holds.
type path string

const joint = "\x00"

// field names the leaf as the rules and `--set` do.
func (p path) field() string {
	return strings.ReplaceAll(strings.TrimPrefix(string(p), "request"+joint), joint, ".")
}

// leaves are the values of a preset's file that are no known objects.
type leaves struct {
	order  []path
	values map[path]string // compact JSON
}

func (l leaves) at(p path) string { return l.values[p] }

func orNull(value string) json.RawMessage {
	if value == "" {
		return json.RawMessage("null")
	}
	return json.RawMessage(value)
}

// leavesOf takes a preset apart. What Encode cannot write (NaN, say) has no
// leaves, since it can be in no file.
func leavesOf(p Preset) leaves {
	l := leaves{values: map[path]string{}}
	data, err := p.Encode()
	if err != nil {
		return l
	}
	root, broken := parseTree(string(data))
	if broken == nil {
		l.add(root, reflect.TypeFor[Preset](), "")
	}
	return l
}

func (l *leaves) add(n node, t reflect.Type, at path) {
	for _, m := range n.members {
		below := path(m.name)
		if at != "" {
			below = at + joint + below
		}
		if sub, known := memberType(t, m.name); known && sub.Kind() == reflect.Struct && m.value.kind == '{' {
			l.add(m.value, sub, below)
			continue
		}
		var value bytes.Buffer
		json.Compact(&value, []byte(m.value.raw)) // cannot fail: Encode wrote it
		l.order = append(l.order, below)
		l.values[below] = value.String()
	}
}

func memberType(t reflect.Type, name string) (reflect.Type, bool) {
	for _, f := range fields(t) {
		if f.name == name {
			return t.Field(f.index).Type, true
		}
	}
	return nil, false
}

// unite lists the paths of all, in the order of the file.
func unite(all ...leaves) (paths []path) {
	seen := map[path]bool{}
	for _, l := range all {
		for _, p := range l.order {
			if !seen[p] {
				seen[p] = true
				paths = append(paths, p)
			}
		}
	}
	rank := ranks()
	place := func(p path) int {
		if at, known := rank[p]; known {
			return at
		}
		return len(rank)
	}
	slices.SortStableFunc(paths, func(a, b path) int { return place(a) - place(b) })
	return paths
}

// ranks gives every known leaf its place in the file.
func ranks() map[path]int {
	rank := map[path]int{}
	var walk func(t reflect.Type, at path)
	walk = func(t reflect.Type, at path) {
		for _, f := range fields(t) {
			below := at + path(f.name)
			if sub := t.Field(f.index).Type; sub.Kind() == reflect.Struct && len(fields(sub)) > 0 {
				walk(sub, below+joint)
				continue
			}
			rank[below] = len(rank)
		}
	}
	walk(reflect.TypeFor[Preset](), "")
	return rank
}
