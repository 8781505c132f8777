package presets

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"strings"
	"time"
	"unicode/utf8"
)

// Encode writes the file: keys in a fixed order, one per line, so that two
// people's changes to different settings are different lines; the objects of
// a list (a voice with its weight) take one line each. What is unset is left
// out, unknown keys stand where they stood, Request.Text is never written.
// It fails on a text that is not UTF-8, a number that JSON cannot hold and a
// year beyond 9999.
func (p Preset) Encode() ([]byte, error) {
	p = p.plain()
	p.Version = Version
	text, err := encode(reflect.ValueOf(p), p.kept, "", "\n")
	return []byte(text + "\n"), err
}

// encode writes v and what was kept with it. newline is a line feed and the
// indent of the line on which v begins, or "" to stay on that line.
func encode(v reflect.Value, k *kept, path, newline string) (string, error) {
	if t, ok := v.Interface().(time.Time); ok {
		if t = t.UTC(); !storable(t) {
			return "", errors.New(say.file.mustBe(path, say.file.years))
		}
		return t.Format(`"` + time.RFC3339 + `"`), nil
	}
	switch v.Kind() {
	case reflect.Pointer:
		return encode(v.Elem(), k, path, newline)
	case reflect.Slice:
		return encodeList(v, k, path, newline)
	case reflect.Struct:
		return encodeObject(v, k, path, newline)
	case reflect.String:
		if !utf8.ValidString(v.String()) {
			return "", errors.New(say.file.mustBe(path, say.file.textUTF8))
		}
	}
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v.Interface()); err != nil {
		return "", errors.New(say.file.mustBe(path, say.file.finite))
	}
	return strings.TrimSuffix(b.String(), "\n"), nil
}

// storable reports whether RFC 3339 has a form for the year.
func storable(t time.Time) bool { return t.Year() >= 1 && t.Year() <= 9999 }

func encodeList(v reflect.Value, k *kept, path, newline string) (string, error) {
	items, ids := make([]string, v.Len()), identities{}
	for i := range items {
		item := v.Index(i)
		var sub *kept
		if item.Kind() == reflect.Struct {
			sub = k.at(ids.of(item))
		}
		text, err := encode(item, sub, fmt.Sprintf("%s[%d]", path, i), "")
		if err != nil {
			return "", err
		}
		items[i] = text
	}
	return enclose("[", items, "]", newline), nil
}

func encodeObject(v reflect.Value, k *kept, path, newline string) (string, error) {
	inner := newline
	if newline != "" {
		inner += indent
	}
	members := unknown(nil, k.extrasAfter(""))
	for _, f := range fields(v.Type()) {
		value, sub := v.Field(f.index), k.at(f.name)
		if !f.never && (f.always || !empty(value) || sub != nil && value.Kind() == reflect.Struct) {
			text, err := encode(value, sub, pathTo(path, f.name), inner)
			if err != nil {
				return "", err
			}
			members = append(members, `"`+f.name+`": `+text)
		}
		members = unknown(members, k.extrasAfter(f.name))
	}
	return enclose("{", members, "}", newline), nil
}

func empty(v reflect.Value) bool {
	return v.IsZero() || v.Kind() == reflect.Slice && v.Len() == 0
}

func unknown(members []string, extras []extra) []string {
	for _, e := range extras {
		members = append(members, e.rawName+": "+e.rawText)
	}
	return members
}

const indent = "  "

func enclose(left string, parts []string, right, newline string) string {
	switch {
	case len(parts) == 0:
		return left + right
	case newline == "":
		return left + strings.Join(parts, ", ") + right
	}
	return left + newline + indent + strings.Join(parts, ","+newline+indent) + newline + right
}
