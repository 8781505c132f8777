package tts

import (
	"bytes"
	"encoding/json"
	"io"
	"reflect"
	"slices"
	"strings"
)

// Kind is the form that a field's value takes.
type Kind int

// The kinds of value in a Request.
const (
	Text   Kind = iota // free text
	Choice             // one of Field.Values
	Number             // a decimal number in [Min, Max]
	Whole              // an integer in [Min, Max], or one of Field.Values
	Switch             // true or false
	List               // a JSON list
)

// Field describes one settable field of a Request: what the form draws, what
// `--set` parses and what the range rules check.
type Field struct {
	// Path is the API's own name, "voice_setting.speed".
	Path string
	Kind Kind
	// Min and Max bound Number and Whole, both included, unless Above is set:
	// then the value is above Min.
	Min, Max float64
	Above    bool
	// Step is the form's smallest move.
	Step float64
	// Values are the allowed values of a Choice, or of a Whole that knows
	// only some numbers.
	Values []string
	// Default is what the host does while the field is unset.
	Default string
}

// Emotions are the nine of the API, in the order of its documentation, and
// beside calm the neutral that it replaced, which clients still send.
var Emotions = []string{"happy", "sad", "angry", "fearful", "disgusted", "surprised", "calm", "neutral", "fluent", "whisper"}

// SoundEffects are the four of voice_modify.sound_effects; one at a time.
var SoundEffects = []string{"spacious_echo", "auditorium_echo", "lofi_telephone", "robotic"}

// Languages are the values of language_boost in the API's order.
var Languages = strings.Fields(`auto Chinese Chinese,Yue English Arabic Russian Spanish French
	Portuguese German Turkish Dutch Ukrainian Vietnamese Indonesian Japanese Italian Korean Thai
	Polish Romanian Greek Czech Finnish Hindi Bulgarian Danish Hebrew Malay Persian Slovak Swedish
	Croatian Filipino Hungarian Norwegian Slovenian Catalan Nynorsk Tamil Afrikaans`)

// Fields lists every settable field but the list of voices, with the ranges
// of the API's reference.
var Fields = []Field{
	{Path: "model", Kind: Text, Default: DefaultModel},
	{Path: "voice_setting.voice_id", Kind: Text},
	{Path: "voice_setting.speed", Kind: Number, Min: 0.5, Max: 2, Step: 0.05, Default: "1"},
	{Path: "voice_setting.vol", Kind: Number, Min: 0, Above: true, Max: 10, Step: 0.1, Default: "1"},
	{Path: "voice_setting.pitch", Kind: Whole, Min: -12, Max: 12, Step: 1, Default: "0"},
	{Path: "voice_setting.emotion", Kind: Choice, Values: Emotions, Default: "auto"},
	{Path: "voice_setting.text_normalization", Kind: Switch, Default: "false"},
	{Path: "voice_setting.latex_read", Kind: Switch, Default: "false"},
	{Path: "timbre_weights", Kind: List},
	{Path: "voice_modify.pitch", Kind: Whole, Min: -100, Max: 100, Step: 1, Default: "0"},
	{Path: "voice_modify.intensity", Kind: Whole, Min: -100, Max: 100, Step: 1, Default: "0"},
	{Path: "voice_modify.timbre", Kind: Whole, Min: -100, Max: 100, Step: 1, Default: "0"},
	{Path: "voice_modify.sound_effects", Kind: Choice, Values: SoundEffects, Default: "none"},
	{Path: "audio_setting.sample_rate", Kind: Whole, Min: 8000, Max: 48000, Values: []string{"8000", "12000", "16000", "22050", "24000", "32000", "44100", "48000"}, Default: "32000"},
	{Path: "audio_setting.bitrate", Kind: Whole, Min: 32000, Max: 256000, Values: []string{"32000", "64000", "128000", "256000"}, Default: "128000"},
	{Path: "audio_setting.format", Kind: Choice, Values: []string{"mp3", "pcm", "flac", "wav", Opus, MuLaw, MuLawWAV}, Default: DefaultFormat},
	{Path: "audio_setting.channel", Kind: Whole, Min: 1, Max: 2, Values: []string{"1", "2"}, Default: "1"},
	{Path: "audio_setting.force_cbr", Kind: Switch, Default: "false"},
	{Path: "language_boost", Kind: Choice, Values: Languages, Default: "none"},
	{Path: "pronunciation_dict.tone", Kind: List},
	{Path: "subtitle_enable", Kind: Switch, Default: "false"},
	{Path: "subtitle_type", Kind: Choice, Values: []string{"sentence", "word", "word_streaming"}, Default: "sentence"},
	{Path: "output_format", Kind: Choice, Values: []string{"hex", "url"}, Default: "hex"},
	{Path: "aigc_watermark", Kind: Switch, Default: "false"},
	{Path: "continuous_sound", Kind: Switch, Default: "false"},
}

// FieldAt finds a field by its path.
func FieldAt(path string) (Field, bool) {
	for _, f := range Fields {
		if f.Path == path {
			return f, true
		}
	}
	return Field{}, false
}

// Get returns the value stored at a field's path, pointers followed, or nil
// where nothing was set.
func (r *Request) Get(path string) any {
	v, found := locate(reflect.ValueOf(r).Elem(), path)
	if !found || v.IsZero() {
		return nil
	}
	if v.Kind() == reflect.Pointer {
		v = v.Elem()
	}
	return v.Interface()
}

// Set stores a value of the field's own Go type (string, int, float64, bool,
// []TimbreWeight, []string) at a path; nil unsets it. It panics where path or
// type do not fit, which is a fault in the program, not in the input.
func (r *Request) Set(path string, value any) {
	v, found := locate(reflect.ValueOf(r).Elem(), path)
	switch {
	case !found:
		panic("tts: no field " + path)
	case value == nil:
		v.SetZero()
	case v.Kind() == reflect.Pointer:
		p := reflect.New(v.Type().Elem())
		p.Elem().Set(reflect.ValueOf(value))
		v.Set(p)
	default:
		v.Set(reflect.ValueOf(value))
	}
}

// Parse stores a value given as text, as a command line has it: JSON where
// the field is not text. An empty value, and "auto" as an emotion, unset it.
// The error is one sentence that names the field; nothing was changed then.
func (r *Request) Parse(path, value string) error {
	f, found := FieldAt(path)
	if !found {
		if like := Suggestion(path); like != "" {
			return Wrong(path, say.fields.unknownLike(like))
		}
		return Wrong(path, say.fields.unknown)
	}
	if value == "" || path == "voice_setting.emotion" && value == "auto" {
		r.Set(path, nil)
		return nil
	}
	v, _ := locate(reflect.ValueOf(r).Elem(), path)
	if f.Kind == Text || f.Kind == Choice {
		v.SetString(value)
		return nil
	}
	fresh := reflect.New(v.Type())
	d := json.NewDecoder(bytes.NewReader([]byte(value)))
	d.DisallowUnknownFields()
	err := d.Decode(fresh.Interface())
	if _, behind := d.Token(); err != nil || behind != io.EOF {
		return Wrong(path, say.fields.notOfKind(brief(value), f.Kind))
	}
	v.Set(fresh.Elem())
	return nil
}

// Suggestion is the field that a path which is none was probably meant to be,
// or empty.
func Suggestion(path string) string {
	names, paths := []string{}, map[string]string{}
	for _, f := range Fields {
		_, leaf, _ := strings.Cut(f.Path, ".")
		names = append(names, f.Path, leaf)
		paths[f.Path], paths[leaf] = f.Path, f.Path
	}
	return paths[Nearest(path, names)]
}

// Nearest is the name that a mistyped word probably means: the one with the
// fewest edits, none where that would be another word.
func Nearest(word string, names []string) (best string) {
	least := max(2, len(word)/2) + 1
	for _, name := range names {
		if d := distance(word, name); d < min(least, len(name)) {
			least, best = d, name
		}
	}
	return best
}

// distance is the number of bytes to insert, delete, replace or swap with
// their neighbour (optimal string alignment).
func distance(a, b string) int {
	before, last, row := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		before, last, row = last, row, before
		row[0] = i + 1
		for j := range len(b) {
			row[j+1] = min(last[j+1]+1, row[j]+1, last[j]+1)
			if a[i] == b[j] {
				row[j+1] = min(row[j+1], last[j])
			}
			if i > 0 && j > 0 && a[i] == b[j-1] && a[i-1] == b[j] {
				row[j+1] = min(row[j+1], before[j-1]+1)
			}
		}
	}
	return row[len(b)]
}

func locate(v reflect.Value, path string) (reflect.Value, bool) {
	at, found := places[path]
	if !found {
		return reflect.Value{}, false
	}
	return v.FieldByIndex(at), true
}

// places are the fields of a request by their paths: a form looks up hundreds for
// each frame.
var places = placesIn(reflect.TypeFor[Request](), "", nil, map[string][]int{})

func placesIn(t reflect.Type, path string, at []int, all map[string][]int) map[string][]int {
	for i := range t.NumField() {
		tag, _, _ := strings.Cut(t.Field(i).Tag.Get("json"), ",")
		if tag == "" || tag == "-" {
			continue
		}
		all[path+tag] = append(slices.Clone(at), i)
		if t.Field(i).Type.Kind() == reflect.Struct {
			placesIn(t.Field(i).Type, path+tag+".", all[path+tag], all)
		}
	}
	return all
}
