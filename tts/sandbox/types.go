package sandbox

import (
	"bytes"
	"encoding/json"
	"fmt"
	"reflect"
	"strconv"
	"strings"
)

// mismatch is a value of another type than its field's. MiniMax reads its
// bodies with a JSON library of Go (bytedance/sonic) and passes the library's
// words on, which this is; clients have published several.
type mismatch struct {
	kind  string // the field's, as Go names it
	value string // the value's, as JSON does
	body  []byte
	at    int // byte of the body at which the value begins
}

// Error is, for null, as short as it was seen; else it shows what stands
// around the place.
func (m *mismatch) Error() string {
	short := fmt.Sprintf("Mismatch type %s with value %s", m.kind, m.value)
	if m.value == "null" {
		return short
	}
	const around = 16 // bytes to each side
	from, to := m.at-around, m.at+around
	if from < 0 {
		from, to = 0, to-from
	}
	if over := to - len(m.body); over > 0 {
		to = len(m.body)
		if from > over {
			from -= over
		}
	}
	dots := func(n int) string { return strings.Repeat(".", max(0, n)) }
	return fmt.Sprintf("%s %q", short, fmt.Sprintf("at index %d: mismatched type with value\n\n\t%s\n\t%s^%s\n",
		m.at, m.body[from:to], dots(m.at-from), dots(to-m.at-1)))
}

// parse reads a body into a pointer to a struct. The error is encoding/json's
// for what is no JSON, else the first *mismatch. Live, null is refused where an
// integer is asked for; for other fields nobody has seen that, and it unsets
// them.
func parse(body []byte, into any) error {
	err := json.Unmarshal(body, into)
	if _, isType := err.(*json.UnmarshalTypeError); err != nil && !isType {
		return err
	}
	r := reading{body: body, d: json.NewDecoder(bytes.NewReader(body))}
	r.d.UseNumber()
	if found := r.value(reflect.TypeOf(into).Elem()); found != nil {
		return found
	}
	return err
}

// reading walks through a body that is JSON beside the types of its fields.
type reading struct {
	body []byte
	d    *json.Decoder
}

// kindNames are sonic's words for what a value begins with.
var kindNames = map[byte]string{'{': "object", '[': "array", '"': "string", 't': "bool", 'f': "bool", 'n': "null"}

// value reads one value, of any type where t is nil.
func (r *reading) value(t reflect.Type) *mismatch {
	at := int(r.d.InputOffset())
	at += len(r.body[at:]) - len(bytes.TrimLeft(r.body[at:], " \t\r\n:,"))
	token, err := r.d.Token()
	if err != nil {
		return nil
	}
	for t != nil && t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	if t == reflect.TypeFor[unknown]() {
		t = nil
	}
	value, named := kindNames[r.body[at]]
	if !named {
		value = "number"
	}
	var found *mismatch
	if t != nil && !fits(t.Kind(), value, token) {
		found, t = &mismatch{typeName(t), value, r.body, at}, nil
	}
	if delim, opens := token.(json.Delim); opens {
		if below := r.inside(delim, t); found == nil {
			found = below
		}
	}
	return found
}

// inside reads what an object or a list has, up to its end.
func (r *reading) inside(delim json.Delim, t reflect.Type) (found *mismatch) {
	for r.d.More() {
		var of reflect.Type
		switch {
		case delim == '{':
			name, err := r.d.Token()
			if err != nil {
				return found
			}
			if t != nil && t.Kind() == reflect.Struct {
				of = field(t, name.(string))
			}
		case t != nil:
			of = t.Elem()
		}
		if below := r.value(of); found == nil {
			found = below
		}
	}
	r.d.Token()
	return found
}

// field is the type of a field by its JSON name, nil where there is none: the
// outer of two, as encoding/json has it.
func field(t reflect.Type, name string) (found reflect.Type) {
	for i := range t.NumField() {
		f := t.Field(i)
		tag, _, _ := strings.Cut(f.Tag.Get("json"), ",")
		switch {
		case strings.EqualFold(tag, name):
			return f.Type
		case f.Anonymous && found == nil:
			found = field(f.Type, name)
		}
	}
	return found
}

// fits reports whether a field of a kind takes a value.
func fits(kind reflect.Kind, value string, token json.Token) bool {
	whole := kind == reflect.Int
	switch value {
	case "null":
		return !whole
	case "number":
		n := string(token.(json.Number))
		_, noFloat := strconv.ParseFloat(n, 64)
		_, noInt := strconv.ParseInt(n, 10, 64)
		return kind == reflect.Float64 && noFloat == nil || whole && noInt == nil
	}
	return value == jsonNames[kind]
}

var jsonNames = map[reflect.Kind]string{reflect.Struct: "object", reflect.Slice: "array", reflect.String: "string", reflect.Bool: "bool"}

// typeName is Go's name of a field's type on a host whose integers have 64
// bits and whose structs nobody has seen the names of.
func typeName(t reflect.Type) string {
	switch t.Kind() {
	case reflect.Int:
		return "int64"
	case reflect.Slice:
		return "[]" + typeName(t.Elem())
	}
	return t.Kind().String()
}
