package takes

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"reflect"
	"slices"
	"strings"

	"voicestudio/tts"
	"voicestudio/tts/subtitles"
)

// maxDescription bounds a take's JSON file, in bytes. The longest text takes
// 40 kB, the times of its words a few MB.
const maxDescription = 2 * subtitles.MaxSize

// document is a take's JSON file as its top-level keys in their order, so that
// an edit changes what it means to and nothing that another version wrote.
type document struct {
	keys   []string
	values map[string]json.RawMessage
	sealed bool // the take's seal is in it
}

// readDescription reads a JSON file; the error is a reason.
func readDescription(path string) ([]byte, error) {
	info, err := os.Lstat(path)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, errors.New(say.file.notRegular)
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, maxDescription+1))
	switch {
	case err != nil:
		return nil, err
	case len(data) > maxDescription:
		return nil, errors.New(say.file.tooLarge(maxDescription >> 20))
	case len(bytes.Trim(data, "\x00 \n")) == 0:
		return nil, errors.New(say.file.empty)
	}
	return tts.TrimBOM(data), nil // which an editor may have put there
}

// document is what a take's files say, the seal included.
func (f Folder) document(id string) (document, error) {
	data, err := readDescription(f.path(id, description))
	if err != nil {
		return document{}, err
	}
	doc, err := parseDocument(data)
	if last, found := f.sealedDocument(id); found && string(doc.values["partial"]) != "false" {
		doc.putAll(last)
		doc.sealed = true
	}
	return doc, err
}

func parseDocument(data []byte) (document, error) {
	doc := document{values: map[string]json.RawMessage{}}
	if !json.Valid(data) {
		return doc, errors.New(say.file.half)
	}
	d := json.NewDecoder(bytes.NewReader(data))
	if start, err := d.Token(); err != nil || start != json.Delim('{') {
		return doc, errors.New(say.file.notObject)
	}
	for d.More() {
		key, err := d.Token()
		if err != nil {
			return doc, err
		}
		var value json.RawMessage
		if err := d.Decode(&value); err != nil {
			return doc, err
		}
		doc.put(key.(string), value)
	}
	return doc, nil
}

func (d *document) put(key string, value json.RawMessage) {
	if _, found := d.values[key]; !found {
		d.keys = append(d.keys, key)
	}
	d.values[key] = value
}

// set stores a value; an empty one that the Take leaves out is left out.
func (d *document) set(key string, value any) {
	v := reflect.ValueOf(value)
	if v.IsZero() && v.Kind() != reflect.Bool && v.Kind() != reflect.String {
		delete(d.values, key)
		d.keys = slices.DeleteFunc(d.keys, func(k string) bool { return k == key })
		return
	}
	raw, err := json.Marshal(value)
	if err != nil {
		panic(fmt.Sprintf("takes: %s has no JSON form: %v", key, err))
	}
	d.put(key, raw)
}

// setAll stores the keys of a struct.
func (d *document) setAll(value any) error {
	raw, err := json.Marshal(value)
	if err != nil {
		return err
	}
	part, err := parseDocument(raw)
	d.putAll(part)
	return err
}

func (d *document) putAll(other document) {
	for _, key := range other.keys {
		d.put(key, other.values[key])
	}
}

func (d document) bytes() []byte {
	var all strings.Builder
	all.WriteByte('{')
	for i, key := range d.keys {
		name, _ := json.Marshal(key) // a text always has a JSON form
		if i > 0 {
			all.WriteByte(',')
		}
		all.Write(name)
		all.WriteByte(':')
		all.Write(d.values[key])
	}
	all.WriteByte('}')
	var out bytes.Buffer
	json.Indent(&out, []byte(all.String()), "", "  ") // cannot fail: made of valid JSON
	out.WriteByte('\n')
	return out.Bytes()
}
