package keep

import (
	"bytes"
	"encoding/json"
	"reflect"
	"strconv"
	"strings"
	"time"

	"voicestudio/tts"
)

// Another version of the program, and people, may put keys into a file that this
// one does not know. They are kept, at every level, by putting what is known now
// over what the file held: see merged.

// object is a JSON object with its keys in their order.
type object struct {
	keys   []string
	values map[string]json.RawMessage
}

// objectOf reads an object; false where it is none.
func objectOf(raw json.RawMessage) (o object, ok bool) {
	o.values = map[string]json.RawMessage{}
	d := json.NewDecoder(bytes.NewReader(raw))
	if start, err := d.Token(); err != nil || start != json.Delim('{') {
		return o, false
	}
	for d.More() {
		key, err := d.Token()
		if err != nil {
			return o, false
		}
		var value json.RawMessage
		if d.Decode(&value) != nil {
			return o, false
		}
		o.put(key.(string), value)
	}
	return o, true
}

func (o *object) put(key string, value json.RawMessage) {
	if _, there := o.values[key]; !there {
		o.keys = append(o.keys, key)
	}
	o.values[key] = value
}

func (o object) raw() json.RawMessage {
	parts := make([]string, len(o.keys))
	for i, key := range o.keys {
		name, _ := json.Marshal(key) // a text always has a JSON form
		parts[i] = string(name) + ":" + string(o.values[key])
	}
	return json.RawMessage("{" + strings.Join(parts, ",") + "}")
}

// fieldsOf are the types of the keys that a struct knows.
func fieldsOf(t reflect.Type) map[string]reflect.Type {
	known := map[string]reflect.Type{}
	for i := range t.NumField() {
		if name, _, _ := strings.Cut(t.Field(i).Tag.Get("json"), ","); name != "" && name != "-" {
			known[name] = t.Field(i).Type
		}
	}
	return known
}

// merged is a value of a type as it is now, with the keys that the type does not
// know from what it was; was may be nil.
func merged(was, now json.RawMessage, t reflect.Type) json.RawMessage {
	for t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	switch {
	case t.Kind() == reflect.Struct && t != reflect.TypeFor[time.Time]():
		return mergedObject(was, now, fieldsOf(t))
	case t.Kind() == reflect.Slice && t.Elem().Kind() == reflect.Struct:
		return mergedList(was, now, t.Elem())
	}
	return now
}

func mergedObject(was, now json.RawMessage, known map[string]reflect.Type) json.RawMessage {
	before, ok := objectOf(was)
	after, is := objectOf(now)
	if !ok || !is {
		return now
	}
	all := object{values: map[string]json.RawMessage{}}
	for _, key := range before.keys {
		t, ours := known[key]
		value, set := after.values[key]
		switch {
		case !ours && respelt(key, known): // was read as the known one
		case !ours:
			all.put(key, before.values[key])
		case set:
			all.put(key, merged(before.values[key], value, t))
		case t.Kind() == reflect.Struct: // all that is known in it is unset
			if rest := merged(before.values[key], json.RawMessage("{}"), t); string(rest) != "{}" && rest[0] == '{' {
				all.put(key, rest)
			}
		}
	}
	for _, key := range after.keys {
		if _, there := all.values[key]; !there {
			all.put(key, after.values[key])
		}
	}
	return all.raw()
}

// respelt reports whether a key differs in case only from one that is known.
func respelt(key string, known map[string]reflect.Type) bool {
	for name := range known {
		if strings.EqualFold(name, key) {
			return true
		}
	}
	return false
}

// mergedList gives each object what the one of the same identity had.
func mergedList(was, now json.RawMessage, t reflect.Type) json.RawMessage {
	var before, after []json.RawMessage
	if json.Unmarshal(was, &before) != nil || json.Unmarshal(now, &after) != nil || after == nil {
		return now
	}
	had, seen := map[string]json.RawMessage{}, map[string]int{}
	for _, raw := range before {
		id := identity(raw, t)
		seen[id]++
		had[id+strconv.Itoa(seen[id])] = raw
	}
	seen = map[string]int{}
	parts := make([]string, len(after))
	for i, raw := range after {
		id := identity(raw, t)
		seen[id]++
		parts[i] = string(merged(had[id+strconv.Itoa(seen[id])], raw, t))
	}
	return json.RawMessage("[" + strings.Join(parts, ",") + "]")
}

// identity is an object's id; of one without, its texts (a voice by its own, an
// answer by who was heard and who won).
func identity(raw json.RawMessage, t reflect.Type) string {
	o, _ := objectOf(raw)
	known := fieldsOf(t)
	if _, has := known["id"]; has {
		return unquoted(o.values["id"])
	}
	var said strings.Builder
	for i := range t.NumField() {
		if t.Field(i).Type.Kind() == reflect.String {
			name, _, _ := strings.Cut(t.Field(i).Tag.Get("json"), ",")
			said.WriteString(unquoted(o.values[name]))
			said.WriteByte(0)
		}
	}
	return said.String()
}

// unquoted is a JSON text, which programs write in more than one way.
func unquoted(raw json.RawMessage) string {
	var text string
	if json.Unmarshal(raw, &text) != nil {
		return string(raw)
	}
	return text
}

// Named is a file with the ids under which the objects of a list in it are read, where
// whoever wrote it gave them none; an empty one leaves its object as it is.
func Named(file []byte, list string, ids []string) []byte {
	o, _ := objectOf(tts.TrimBOM(file))
	var all []json.RawMessage
	if json.Unmarshal(o.values[list], &all) != nil || len(all) != len(ids) {
		return file
	}
	parts := make([]string, len(all))
	for i, raw := range all {
		if one, is := objectOf(raw); is && ids[i] != "" {
			id, _ := json.Marshal(ids[i]) // a text always has a JSON form
			one.put("id", id)
			raw = one.raw()
		}
		parts[i] = string(raw)
	}
	o.put(list, json.RawMessage("["+strings.Join(parts, ",")+"]"))
	return o.raw()
}
