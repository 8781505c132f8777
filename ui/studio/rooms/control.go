package rooms

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"voicestudio/presets"
	"voicestudio/tts"
	"voicestudio/ui/studio/document"
	"voicestudio/ui/studio/paint"
)

// control is one row of a form.
type control struct {
	Kind  controlKind
	Label string
	// field is what a slider or a choice changes.
	Field tts.Field
	// ends name the two ends of a slider whose middle means "unchanged".
	ends [2]string
	// scale places values along a slider.
	Scale scale
	unit  string
	// index is the voice of a weight, or which entry of the dictionary it is.
	index int
	// unset is the name of a choice's option that leaves it to the host; empty:
	// the field's default.
	unset string
	// common are the values that a choice offers; nil: all of them. The others
	// are in a list, which enter opens.
	common []string
	Cell   cell
}

// cell is how much of a line a control takes. Two halves share one; of a choice
// in a half only what is chosen can be seen.
type cell int

const (
	WholeLine cell = iota
	LeftHalf
	RightHalf
)

type controlKind int

const (
	SliderControl controlKind = iota
	ChoiceControl
	NameControl   // the voice or the blend, by name
	WeightControl // one voice of the blend
	AddControl    // one more voice
	EntryControl  // one entry of the dictionary
	AddWordControl
)

// scale places a value between 0 and 1 along a slider, and back.
type scale struct {
	Place, value func(x, min, max float64) float64
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

// VoiceControls are the rows of Voice.
var VoiceControls = []control{
	{Kind: NameControl, Label: Say.Form.voice},
	{Kind: SliderControl, Label: Say.Form.speed, Field: fieldOf("voice_setting.speed"), Scale: ratio, unit: "×"},
	{Kind: SliderControl, Label: Say.Form.pitch, Field: fieldOf("voice_setting.pitch"), Scale: linear, unit: Say.Form.semitones},
	{Kind: SliderControl, Label: Say.Form.volume, Field: fieldOf("voice_setting.vol"), Scale: ratio, unit: "×"},
	{Kind: ChoiceControl, Label: Say.Form.emotion, Field: fieldOf("voice_setting.emotion")},
	{Kind: ChoiceControl, Label: Say.Form.language, Field: fieldOf("language_boost"), common: []string{"auto", "English", "Chinese", "Chinese,Yue", "Japanese", "Korean"}},
	{Kind: ChoiceControl, Label: Say.Form.numbers, Field: fieldOf("voice_setting.text_normalization"), unset: Say.Form.host, Cell: LeftHalf},
	{Kind: ChoiceControl, Label: Say.Form.latex, Field: fieldOf("voice_setting.latex_read"), unset: Say.Form.host, Cell: RightHalf},
}

// OutputControls are the rows of Output.
func OutputControls(d document.Document) []control {
	rows := []control{
		{Kind: ChoiceControl, Label: Say.Form.format, Field: fieldOf("audio_setting.format"), unset: Say.Form.host},
		{Kind: ChoiceControl, Label: Say.Form.rate, Field: fieldOf("audio_setting.sample_rate"), unset: Say.Form.host, unit: " kHz"},
		{Kind: ChoiceControl, Label: Say.Form.bitrate, Field: fieldOf("audio_setting.bitrate"), unset: Say.Form.host, unit: " kbit/s"},
		{Kind: ChoiceControl, Label: Say.Form.answer, Field: streamField},
		{Kind: ChoiceControl, Label: Say.Form.channels, Field: fieldOf("audio_setting.channel"), unset: Say.Form.host, Cell: LeftHalf},
		{Kind: ChoiceControl, Label: Say.Form.cbr, Field: fieldOf("audio_setting.force_cbr"), unset: Say.Form.host, Cell: RightHalf},
		{Kind: ChoiceControl, Label: Say.Form.sentAs, Field: fieldOf("output_format"), unset: Say.Form.host, Cell: LeftHalf},
		{Kind: ChoiceControl, Label: Say.Form.watermark, Field: fieldOf("aigc_watermark"), unset: Say.Form.host, Cell: RightHalf},
		{Kind: ChoiceControl, Label: Say.Form.subtitles, Field: fieldOf("subtitle_enable"), unset: Say.Form.host, Cell: LeftHalf},
		{Kind: ChoiceControl, Label: Say.Form.seamless, Field: fieldOf("continuous_sound"), unset: Say.Form.host, Cell: RightHalf},
	}
	if tts.Or(d.Settings.SubtitleEnable, false) || d.Settings.SubtitleType != "" {
		rows = append(rows, control{Kind: ChoiceControl, Label: Say.Form.timed, Field: fieldOf("subtitle_type"), unset: Say.Form.host})
	}
	return rows
}

// EffectsControls are the rows of Effects.
var EffectsControls = []control{
	{Kind: SliderControl, Label: Say.Form.pitch, Field: fieldOf("voice_modify.pitch"), Scale: linear, ends: [2]string{Say.Form.deep, Say.Form.bright}},
	{Kind: SliderControl, Label: Say.Form.intensity, Field: fieldOf("voice_modify.intensity"), Scale: linear, ends: [2]string{Say.Form.strong, Say.Form.soft}},
	{Kind: SliderControl, Label: Say.Form.timbre, Field: fieldOf("voice_modify.timbre"), Scale: linear, ends: [2]string{Say.Form.full, Say.Form.crisp}},
	{Kind: ChoiceControl, Label: Say.Form.effect, Field: fieldOf("voice_modify.sound_effects")},
}

// number is a slider's value, and whether it was set.
func (c control) number(d document.Document) (float64, bool) {
	if c.Kind == WeightControl {
		return float64(d.Voices[c.index].Weight), len(d.Voices) > 1
	}
	v := d.Settings.Get(c.Field.Path)
	if v == nil {
		v, _ = strconv.ParseFloat(c.Field.Default, 64)
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
	return !(v >= c.Field.Min && v <= c.Field.Max) || c.Field.Above && v == c.Field.Min
}

// Put stores a slider's value, rounded to its step and kept in its range.
func (c control) Put(d document.Document, v float64) document.Document {
	v = c.Round(v)
	switch {
	case c.Kind == WeightControl:
		return d.Weigh(c.index, int(v))
	case c.Field.Kind == tts.Whole:
		return d.Set(c.Field.Path, int(v))
	}
	return d.Set(c.Field.Path, v)
}

// Round keeps a value on the steps of its slider. Steps are counted from 0,
// so that 1 is always one of them.
func (c control) Round(v float64) float64 {
	v = math.Round(paint.Between(v, c.least(), c.Field.Max)/c.Field.Step) * c.Field.Step
	return math.Round(paint.Between(v, c.least(), c.Field.Max)*1000) / 1000
}

// least is the smallest value that the arrows reach.
func (c control) least() float64 {
	if c.Field.Above {
		return c.Field.Min + c.Field.Step
	}
	return c.Field.Min
}

// Deed names a change of it: by its label, or where a slider goes from one end
// to another, by both.
func (c control) Deed() string {
	if c.ends[0] == "" {
		return c.Label
	}
	return c.ends[0] + "–" + c.ends[1]
}

// origin is where a slider is filled from, 0 to 1: the host's default, for a
// weight nothing.
func (c control) origin() float64 {
	if c.Kind == WeightControl {
		return 0
	}
	v, _ := strconv.ParseFloat(c.Field.Default, 64)
	return c.Position(v)
}

// Position is where a value stands on the slider, 0 to 1.
func (c control) Position(v float64) float64 {
	return paint.Between(c.Scale.Place(paint.Between(v, c.least(), c.Field.Max), c.least(), c.Field.Max), 0, 1)
}

// At is the value under a place on the slider, 0 to 1.
func (c control) At(place float64) float64 {
	return c.Scale.value(paint.Between(place, 0, 1), c.least(), c.Field.Max)
}

// Show writes a value with its unit.
func (c control) Show(v float64) string {
	said := ""
	switch {
	case c.strange(v):
		said = fmt.Sprintf("%.4g%s", v, c.unit)
	case c.unit != "":
		return presets.Number(c.Field.Path, v)
	case c.Kind == WeightControl || v == 0:
		said = fmt.Sprintf("%g%s", v, c.unit)
	default:
		said = fmt.Sprintf("%+g%s", v, c.unit)
	}
	return strings.ReplaceAll(said, "-", "−")
}

// differs reports whether two documents differ in this control's value.
func (c control) differs(a, b document.Document) bool {
	switch c.Kind {
	case NameControl:
		return len(a.Voices) != len(b.Voices) || len(a.Voices) > 0 && a.Voices[0].ID != b.Voices[0].ID
	case WeightControl:
		return len(b.Voices) <= c.index || !a.Voices[c.index].Same(b.Voices[c.index])
	case AddControl, AddWordControl:
		return false
	case EntryControl:
		return !slices.Contains(b.Settings.PronunciationDict.Tone, c.entry(a))
	case ChoiceControl:
		return c.Field.Path != streamField.Path && c.stored(a) != c.stored(b)
	default:
		return a.Settings.Get(c.Field.Path) != b.Settings.Get(c.Field.Path)
	}
}
