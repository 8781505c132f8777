package studio

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"voicestudio/tts"
	"voicestudio/ui/studio/document"
	"voicestudio/ui/studio/paint"
)

// control is one row of a form.
type control struct {
	kind  controlKind
	label string
	// field is what a slider or a choice changes.
	field tts.Field
	// ends name the two ends of a slider whose middle means "unchanged".
	ends [2]string
	// scale places values along a slider.
	scale scale
	unit  string
	// index is the voice of a weight.
	index int
}

type controlKind int

const (
	sliderControl controlKind = iota
	choiceControl
	nameControl   // the voice or the blend, by name
	weightControl // one voice of the blend
	addControl    // one more voice
)

// scale places a value between 0 and 1 along a slider, and back.
type scale struct {
	place, value func(x, min, max float64) float64
}

var (
	linear = scale{
		func(v, min, max float64) float64 { return (v - min) / (max - min) },
		func(p, min, max float64) float64 { return min + p*(max-min) },
	}
	// ratio puts 1 in the middle of a range that runs from 1/n to n: the ear
	// hears tempo and loudness as ratios.
	ratio = scale{
		func(v, _, max float64) float64 { return (math.Log(v)/math.Log(max) + 1) / 2 },
		func(p, _, max float64) float64 { return math.Pow(max, 2*p-1) },
	}
)

func fieldOf(path string) tts.Field {
	f, found := tts.FieldAt(path)
	if !found {
		panic("studio: no field " + path)
	}
	return f
}

var voiceControls = []control{
	{kind: nameControl, label: say.form.voice},
	{kind: sliderControl, label: say.form.speed, field: fieldOf("voice_setting.speed"), scale: ratio, unit: "×"},
	{kind: sliderControl, label: say.form.pitch, field: fieldOf("voice_setting.pitch"), scale: linear, unit: say.form.semitones},
	{kind: sliderControl, label: say.form.volume, field: fieldOf("voice_setting.vol"), scale: ratio, unit: "×"},
	{kind: choiceControl, label: say.form.emotion, field: fieldOf("voice_setting.emotion")},
}

var effectsControls = []control{
	{kind: sliderControl, label: say.form.pitch, field: fieldOf("voice_modify.pitch"), scale: linear, ends: [2]string{say.form.deep, say.form.bright}},
	{kind: sliderControl, label: say.form.intensity, field: fieldOf("voice_modify.intensity"), scale: linear, ends: [2]string{say.form.strong, say.form.soft}},
	{kind: sliderControl, label: say.form.timbre, field: fieldOf("voice_modify.timbre"), scale: linear, ends: [2]string{say.form.full, say.form.crisp}},
	{kind: choiceControl, label: say.form.effect, field: fieldOf("voice_modify.sound_effects")},
}

// blendControls has a row for each voice, and one to add another.
func blendControls(d document.Document) []control {
	var rows []control
	for i := range d.Voices {
		rows = append(rows, control{kind: weightControl, label: say.form.weight, index: i, scale: linear, field: tts.Field{
			Path: fmt.Sprintf("timbre_weights[%d].weight", i), Kind: tts.Whole, Min: 1, Max: 100, Step: 1, Default: "100"}})
	}
	if len(d.Voices) < tts.MaxVoices {
		rows = append(rows, control{kind: addControl, label: say.form.add})
	}
	return rows
}

// number is a slider's value, and whether it was set.
func (c control) number(d document.Document) (float64, bool) {
	if c.kind == weightControl {
		return float64(d.Voices[c.index].Weight), len(d.Voices) > 1
	}
	v := d.Settings.Get(c.field.Path)
	if v == nil {
		v, _ = strconv.ParseFloat(c.field.Default, 64)
		return v.(float64), false
	}
	return asFloat(v), true
}

func asFloat(v any) float64 {
	switch v := v.(type) {
	case int:
		return float64(v)
	case float64:
		return v
	}
	return 0
}

// strange reports a value that no slider can be moved to: from a file that
// somebody wrote by hand.
func (c control) strange(v float64) bool {
	return !(v >= c.field.Min && v <= c.field.Max) || c.field.Above && v == c.field.Min
}

// put stores a slider's value, rounded to its step and kept in its range.
func (c control) put(d document.Document, v float64) document.Document {
	v = c.round(v)
	switch {
	case c.kind == weightControl:
		return d.With(c.index, func(row *document.Voice) { row.Weight = int(v) })
	case c.field.Kind == tts.Whole:
		return d.Set(c.field.Path, int(v))
	}
	return d.Set(c.field.Path, v)
}

// round keeps a value on the steps of its slider. Steps are counted from 0,
// so that 1 is always one of them.
func (c control) round(v float64) float64 {
	v = math.Round(paint.Between(v, c.least(), c.field.Max)/c.field.Step) * c.field.Step
	return math.Round(paint.Between(v, c.least(), c.field.Max)*1000) / 1000
}

// least is the smallest value that the arrows reach.
func (c control) least() float64 {
	if c.field.Above {
		return c.field.Min + c.field.Step
	}
	return c.field.Min
}

// deed names a change of it: two sliders may have one label, as the pitches of
// Voice and Effects have, and changing both is not one deed.
func (c control) deed() string {
	if c.ends[0] == "" {
		return c.label
	}
	return c.label + " " + c.ends[0] + "–" + c.ends[1]
}

// position is where a value stands on the slider, 0 to 1.
func (c control) position(v float64) float64 {
	return paint.Between(c.scale.place(paint.Between(v, c.least(), c.field.Max), c.least(), c.field.Max), 0, 1)
}

// at is the value under a place on the slider, 0 to 1.
func (c control) at(place float64) float64 {
	return c.scale.value(paint.Between(place, 0, 1), c.least(), c.field.Max)
}

// show writes a value with its unit.
func (c control) show(v float64) string {
	said := ""
	switch {
	case c.strange(v):
		said = fmt.Sprintf("%.4g%s", v, c.unit)
	case c.unit == "×" && c.field.Step < 0.1:
		said = strconv.FormatFloat(v, 'f', 2, 64) + c.unit
	case c.unit == "×":
		said = strconv.FormatFloat(v, 'f', max(1, decimals(v)), 64) + c.unit
	case c.kind == weightControl || v == 0:
		said = fmt.Sprintf("%g%s", v, c.unit)
	default:
		said = fmt.Sprintf("%+g%s", v, c.unit)
	}
	return strings.ReplaceAll(said, "-", "−")
}

func decimals(v float64) int {
	_, after, _ := strings.Cut(strconv.FormatFloat(v, 'f', -1, 64), ".")
	return len(after)
}

// options are a choice's values with its unset value first, and last what a
// file may have set that is none of them.
func (c control) options(d document.Document) []string {
	all := append([]string{c.field.Default}, c.field.Values...)
	if set, is := d.Settings.Get(c.field.Path).(string); is && !slices.Contains(c.field.Values, set) {
		all = append(all, set)
	}
	return all
}

// chosen is the index into options of what is set.
func (c control) chosen(d document.Document) int {
	set, is := d.Settings.Get(c.field.Path).(string)
	if !is {
		return 0
	}
	return 1 + slices.Index(c.options(d)[1:], set)
}

// choose stores an option by its index; the first one unsets.
func (c control) choose(d document.Document, i int) document.Document {
	if i == 0 {
		return d.Set(c.field.Path, nil)
	}
	return d.Set(c.field.Path, c.options(d)[i])
}

// differs reports whether two documents differ in this control's value.
func (c control) differs(a, b document.Document) bool {
	switch c.kind {
	case nameControl:
		return len(a.Voices) != len(b.Voices) || len(a.Voices) > 0 && a.Voices[0].ID != b.Voices[0].ID
	case weightControl:
		return len(b.Voices) <= c.index || a.Voices[c.index] != b.Voices[c.index]
	case addControl:
		return false
	default:
		return a.Settings.Get(c.field.Path) != b.Settings.Get(c.field.Path)
	}
}
