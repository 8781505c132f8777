package presets

import (
	"bytes"
	"fmt"
	"math"
	"reflect"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"voicestudio/tts"
)

// MaxFile is the largest file that is read or written, in bytes.
const MaxFile = 1 << 20

// Parse reads a preset file: UTF-8, at most MaxFile bytes, nested at most 64
// deep, no key twice; a byte order mark and CRLF are tolerated, and texts are
// normalised by tts.Plain. A null is the same as no key, and request.text is
// skipped. Unknown keys, in the preset, its request and the objects in it, are
// kept for Encode. An older file is migrated to this version; a newer one is
// read as far as its known keys have the same form, and Version tells. Every
// error is a *Broken without a File.
func Parse(data []byte) (Preset, error) {
	p, broken := parse(data)
	if broken != nil {
		return Preset{}, broken
	}
	return p, nil
}

func parse(data []byte) (p Preset, broken *Broken) {
	if len(data) > MaxFile {
		return p, &Broken{Reason: say.file.tooLarge}
	}
	data = tts.TrimBOM(data)
	if valid := bytes.ToValidUTF8(data, nil); len(valid) != len(data) {
		return p, &Broken{Line: lineOfInvalid(data), Reason: say.file.notUTF8}
	}
	text := strings.ReplaceAll(strings.ReplaceAll(string(data), "\r\n", "\n"), "\r", "\n")
	root, broken := parseTree(text)
	if broken != nil {
		return p, broken
	}
	if root.kind != '{' {
		return p, &Broken{Line: root.line, Reason: say.file.notObject}
	}
	version, broken := versionOf(root)
	if broken != nil {
		return p, broken
	}
	migrate(&root, version)
	if p.kept, broken = decode(root, reflect.ValueOf(&p).Elem(), ""); broken != nil {
		if version > Version {
			broken.Field, broken.Reason = "", say.file.newerAnd(say.file.newer(version, Version), broken.Reason)
		}
		return p, broken
	}
	p.Version = max(version, Version)
	p = p.plain()
	request, found := root.member("request")
	if !found || request.kind == 'n' {
		return p, &Broken{Line: root.line, Field: "request", Reason: say.file.noRequest}
	}
	if problem := nameProblem(p.Name); p.Name != "" && problem != "" {
		name, _ := root.member("name")
		return p, &Broken{Line: name.line, Reason: problem}
	}
	return p, nil
}

func lineOfInvalid(data []byte) int {
	line := 1
	for len(data) > 0 {
		r, size := utf8.DecodeRune(data)
		if r == utf8.RuneError && size == 1 {
			break
		}
		if r == '\n' {
			line++
		}
		data = data[size:]
	}
	return line
}

func (n node) member(name string) (node, bool) {
	for _, m := range n.members {
		if m.name == name {
			return m.value, true
		}
	}
	return node{}, false
}

// versionOf comes before everything else, since another version may give
// known keys another shape. A file without a version has version 0.
func versionOf(root node) (version int, broken *Broken) {
	n, found := root.member("version")
	if !found || n.kind == 'n' {
		return 0, nil
	}
	if _, broken := decode(n, reflect.ValueOf(&version).Elem(), "version"); broken != nil {
		return 0, broken
	}
	if version < 1 {
		return 0, &Broken{Line: n.line, Field: "version", Reason: say.file.version(Version)}
	}
	return version, nil
}

// decode stores n in v and returns what v has no place for.
func decode(n node, v reflect.Value, path string) (*kept, *Broken) {
	if n.kind == 'n' {
		return nil, nil
	}
	must := func(be string) *Broken {
		return &Broken{Line: n.line, Field: path, Reason: say.file.mustBe(path, be)}
	}
	if t, ok := v.Addr().Interface().(*time.Time); ok {
		if n.kind != '"' {
			return nil, must(say.file.time)
		}
		read, err := time.Parse(time.RFC3339, unquote(n.raw))
		if read = read.UTC().Truncate(time.Second); err != nil || !storable(read) {
			return nil, must(say.file.time)
		}
		*t = read
		return nil, nil
	}
	switch v.Kind() {
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		return decode(n, v.Elem(), path)
	case reflect.String:
		if n.kind != '"' {
			return nil, must(say.file.text)
		}
		v.SetString(strings.Clone(unquote(n.raw)))
	case reflect.Bool:
		if n.kind != 't' {
			return nil, must(say.file.truth)
		}
		v.SetBool(n.raw == "true")
	case reflect.Float64:
		x, err := strconv.ParseFloat(n.raw, 64)
		if n.kind != '0' {
			return nil, must(say.file.number)
		}
		if err != nil {
			return nil, must(say.file.smaller)
		}
		v.SetFloat(x)
	case reflect.Int:
		i, whole := wholeNumber(n.raw)
		if n.kind != '0' || !whole {
			return nil, must(say.file.whole)
		}
		v.SetInt(i)
	case reflect.Slice:
		if n.kind != '[' {
			return nil, must(say.file.list)
		}
		return decodeList(n, v, path)
	case reflect.Struct:
		if n.kind != '{' {
			return nil, must(say.file.object)
		}
		return decodeObject(n, v, path)
	default:
		panic("presets: no JSON form for " + v.Type().String())
	}
	return nil, nil
}

// wholeNumber also reads 20.0 and 2e1, which are whole numbers in JSON.
func wholeNumber(raw string) (int64, bool) {
	if i, err := strconv.ParseInt(raw, 10, 64); err == nil {
		return i, true
	}
	x, err := strconv.ParseFloat(raw, 64)
	return int64(x), err == nil && x == math.Trunc(x) && math.Abs(x) < 1<<53
}

func decodeList(n node, v reflect.Value, path string) (*kept, *Broken) {
	if len(n.items) == 0 {
		return nil, nil
	}
	k, ids := &kept{}, identities{}
	v.Set(reflect.MakeSlice(v.Type(), len(n.items), len(n.items)))
	for i, item := range n.items {
		at := fmt.Sprintf("%s[%d]", path, i)
		if item.kind == 'n' {
			return nil, &Broken{Line: item.line, Field: at, Reason: say.file.notNull(at)}
		}
		sub, broken := decode(item, v.Index(i), at)
		if broken != nil {
			return nil, broken
		}
		if v.Index(i).Kind() == reflect.Struct {
			k.add(ids.of(v.Index(i)), sub)
		}
	}
	return k.orNil(), nil
}

func decodeObject(n node, v reflect.Value, path string) (*kept, *Broken) {
	known := fields(v.Type())
	k, after := &kept{}, ""
members:
	for _, m := range n.members {
		for _, f := range known {
			if f.name != m.name {
				continue
			}
			after = f.name
			if f.never {
				continue members
			}
			sub, broken := decode(m.value, v.Field(f.index), pathTo(path, f.name))
			if broken != nil {
				return nil, broken
			}
			k.add(f.name, sub)
			continue members
		}
		k.extras = append(k.extras, extra{after, strings.Clone(m.rawName), strings.Clone(m.value.raw)})
	}
	return k.orNil(), nil
}
