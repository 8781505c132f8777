package presets

import (
	"bytes"
	"encoding/json"
	"reflect"
	"strconv"
	"time"

	"voicestudio/tts"
)

// Schema is the JSON Schema (draft 2020-12) of a preset file, made of the Go
// types and the ranges of tts.Fields. The repository holds it as
// preset.v1.schema.json. Unknown keys are allowed.
func Schema() []byte {
	s := schemaOf(reflect.TypeFor[Preset](), "")
	s.Draft = "https://json-schema.org/draft/2020-12/schema"
	s.Title = "A preset of voicestudio"
	s.Required = []string{"version", "request"}
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", indent)
	if err := e.Encode(s); err != nil {
		panic("presets: the schema has no JSON form: " + tts.Reason(err))
	}
	return b.Bytes()
}

// schema is the part of JSON Schema that presets need.
type schema struct {
	Draft            string     `json:"$schema,omitempty"`
	Title            string     `json:"title,omitempty"`
	Type             string     `json:"type,omitempty"`
	Const            any        `json:"const,omitempty"`
	Enum             []any      `json:"enum,omitempty"`
	Format           string     `json:"format,omitempty"`
	MinLength        int        `json:"minLength,omitempty"`
	MaxLength        int        `json:"maxLength,omitempty"`
	Minimum          *float64   `json:"minimum,omitempty"`
	ExclusiveMinimum *float64   `json:"exclusiveMinimum,omitempty"`
	Maximum          *float64   `json:"maximum,omitempty"`
	Default          any        `json:"default,omitempty"`
	MaxItems         int        `json:"maxItems,omitempty"`
	Items            *schema    `json:"items,omitempty"`
	Required         []string   `json:"required,omitempty"`
	Properties       properties `json:"properties,omitempty"`
}

type properties []property

type property struct {
	name  string
	value *schema
}

// MarshalJSON keeps the order of the file.
func (p properties) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	for i, each := range p {
		value, err := json.Marshal(each.value)
		if err != nil {
			return nil, err
		}
		b.WriteString(map[bool]string{true: "{", false: ","}[i == 0] + strconv.Quote(each.name) + ":")
		b.Write(value)
	}
	b.WriteByte('}')
	return b.Bytes(), nil
}

var (
	lowestWeight, highestWeight = 1.0, 100.0

	// special are the fields whose limits are in no table.
	special = map[string]func(*schema){
		"version":                   func(s *schema) { s.Const = Version },
		"name":                      func(s *schema) { s.MinLength, s.MaxLength = 1, MaxName },
		"timbre_weights":            func(s *schema) { s.MaxItems = tts.MaxVoices },
		"timbre_weights[].voice_id": func(s *schema) { s.MinLength = 1 },
		"timbre_weights[].weight":   func(s *schema) { s.Minimum, s.Maximum = &lowestWeight, &highestWeight },
	}
)

func schemaOf(t reflect.Type, path string) *schema {
	s := &schema{}
	switch t.Kind() {
	case reflect.Pointer:
		return schemaOf(t.Elem(), path)
	case reflect.String:
		s.Type = "string"
	case reflect.Bool:
		s.Type = "boolean"
	case reflect.Int:
		s.Type = "integer"
	case reflect.Float64:
		s.Type = "number"
	case reflect.Slice:
		s.Type, s.Items = "array", schemaOf(t.Elem(), path+"[]")
	case reflect.Struct:
		if t == reflect.TypeFor[time.Time]() {
			return &schema{Type: "string", Format: "date-time"}
		}
		s.Type = "object"
		for _, f := range fields(t) {
			if f.never {
				continue
			}
			s.Properties = append(s.Properties, property{f.name, schemaOf(t.Field(f.index).Type, pathTo(path, f.name))})
			if f.always && path != "" {
				s.Required = append(s.Required, f.name)
			}
		}
	default:
		panic("presets: no JSON Schema for " + t.String())
	}
	s.limit(path)
	return s
}

// limit takes over the range of a field.
func (s *schema) limit(path string) {
	if limit, found := special[path]; found {
		limit(s)
	}
	f, found := tts.FieldAt(path)
	if !found {
		return
	}
	for _, v := range f.Values {
		s.Enum = append(s.Enum, typed(v))
	}
	if (f.Kind == tts.Number || f.Kind == tts.Whole) && f.Values == nil {
		s.Maximum = &f.Max
		if s.Minimum = &f.Min; f.Above {
			s.Minimum, s.ExclusiveMinimum = nil, &f.Min
		}
	}
	if f.Kind == tts.Number || f.Kind == tts.Whole || f.Kind == tts.Switch {
		s.Default = typed(f.Default)
	}
}

// typed is a value of the table as JSON has it.
func typed(text string) any {
	var v any
	if json.Unmarshal([]byte(text), &v) != nil {
		return text
	}
	return json.RawMessage(text)
}
