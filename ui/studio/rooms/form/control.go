// Package form draws settings as rows of controls: sliders, choices, voices with
// their weights, words. It knows what a control shows and where, not what is done
// with it.
package form

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

// Control is one row of a form.
type Control struct {
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
	Index int
	// names is how wide the names of the blend are, the cursor's mark included.
	names int
	// unset is the name of a choice's option that leaves it to the host; empty:
	// the field's default.
	unset string
	// common are the values that a choice offers; nil: all of them. The others
	// are in a list, which enter opens.
	Common []string
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
	// Ratio puts 1 in the middle of a range that runs from 1/n to n: the ear
	// hears tempo and loudness as ratios.
	Ratio = scale{
		func(v, _, max float64) float64 { return (math.Log(v)/math.Log(max) + 1) / 2 },
		func(p, _, max float64) float64 { return math.Pow(max, 2*p-1) },
	}
)

func FieldOf(path string) tts.Field {
	f, found := tts.FieldAt(path)
	if !found {
		panic("studio: no field " + path)
	}
	return f
}

// VoiceControls are the rows of Voice.
func VoiceControls() []Control {
	return abreast([]Control{
		{Kind: NameControl, Label: Say.Voice},
		{Kind: SliderControl, Label: Say.speed, Field: FieldOf("voice_setting.speed"), Scale: Ratio, unit: "×"},
		{Kind: SliderControl, Label: Say.pitch, Field: FieldOf("voice_setting.pitch"), Scale: linear, unit: Say.semitones},
		{Kind: SliderControl, Label: Say.volume, Field: FieldOf("voice_setting.vol"), Scale: Ratio, unit: "×"},
		{Kind: ChoiceControl, Label: Say.emotion, Field: FieldOf("voice_setting.emotion")},
		{Kind: ChoiceControl, Label: Say.Language, Field: FieldOf("language_boost"), Common: []string{"auto", "English", "Chinese", "Chinese,Yue", "Japanese", "Korean"}},
		{Kind: ChoiceControl, Label: Say.numbers, Field: FieldOf("voice_setting.text_normalization"), unset: Say.host, Cell: LeftHalf},
		{Kind: ChoiceControl, Label: Say.latex, Field: FieldOf("voice_setting.latex_read"), unset: Say.host, Cell: RightHalf},
	})
}

// OutputControls are the rows of Output.
func OutputControls(d document.Document) []Control {
	rows := []Control{
		{Kind: ChoiceControl, Label: Say.format, Field: FieldOf("audio_setting.format"), unset: Say.host},
		{Kind: ChoiceControl, Label: Say.rate, Field: FieldOf("audio_setting.sample_rate"), unset: Say.host, unit: " kHz"},
		{Kind: ChoiceControl, Label: Say.bitrate, Field: FieldOf("audio_setting.bitrate"), unset: Say.host, unit: " kbit/s"},
		{Kind: ChoiceControl, Label: Say.answer, Field: StreamField()},
		{Kind: ChoiceControl, Label: Say.channels, Field: FieldOf("audio_setting.channel"), unset: Say.host, Cell: LeftHalf},
		{Kind: ChoiceControl, Label: Say.cbr, Field: FieldOf("audio_setting.force_cbr"), unset: Say.host, Cell: RightHalf},
		{Kind: ChoiceControl, Label: Say.sentAs, Field: FieldOf("output_format"), unset: Say.host, Cell: LeftHalf},
		{Kind: ChoiceControl, Label: Say.watermark, Field: FieldOf("aigc_watermark"), unset: Say.host, Cell: RightHalf},
		{Kind: ChoiceControl, Label: Say.subtitles, Field: FieldOf("subtitle_enable"), unset: Say.host, Cell: LeftHalf},
		{Kind: ChoiceControl, Label: Say.seamless, Field: FieldOf("continuous_sound"), unset: Say.host, Cell: RightHalf},
	}
	if tts.Or(d.Settings.SubtitleEnable, false) || d.Settings.SubtitleType != "" {
		rows = append(rows, Control{Kind: ChoiceControl, Label: Say.timed, Field: FieldOf("subtitle_type"), unset: Say.host})
	}
	return abreast(rows)
}

// EffectsControls are the rows of Effects.
func EffectsControls() []Control {
	return []Control{
		{Kind: SliderControl, Label: Say.pitch, Field: FieldOf("voice_modify.pitch"), Scale: linear, ends: [2]string{Say.deep, Say.bright}},
		{Kind: SliderControl, Label: Say.intensity, Field: FieldOf("voice_modify.intensity"), Scale: linear, ends: [2]string{Say.strong, Say.soft}},
		{Kind: SliderControl, Label: Say.timbre, Field: FieldOf("voice_modify.timbre"), Scale: linear, ends: [2]string{Say.full, Say.crisp}},
		{Kind: ChoiceControl, Label: Say.effect, Field: FieldOf("voice_modify.sound_effects")},
	}
}

// Number is a slider's value, and whether it was set.
func (c Control) Number(d document.Document) (float64, bool) {
	if c.Kind == WeightControl {
		return float64(d.Voices[c.Index].Weight), len(d.Voices) > 1
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
func (c Control) strange(v float64) bool {
	return !(v >= c.Field.Min && v <= c.Field.Max) || c.Field.Above && v == c.Field.Min
}

// Put stores a slider's value, rounded to its step and kept in its range.
func (c Control) Put(d document.Document, v float64) document.Document {
	v = c.Round(v)
	switch {
	case c.Kind == WeightControl:
		return d.Weigh(c.Index, int(v))
	case c.Field.Kind == tts.Whole:
		return d.Set(c.Field.Path, int(v))
	}
	return d.Set(c.Field.Path, v)
}

// Round keeps a value on the steps of its slider. Steps are counted from 0,
// so that 1 is always one of them.
func (c Control) Round(v float64) float64 {
	v = math.Round(paint.Between(v, c.least(), c.Field.Max)/c.Field.Step) * c.Field.Step
	return math.Round(paint.Between(v, c.least(), c.Field.Max)*1000) / 1000
}

// least is the smallest value that the arrows reach.
func (c Control) least() float64 {
	if c.Field.Above {
		return c.Field.Min + c.Field.Step
	}
	return c.Field.Min
}

// Deed names a change of it: by its label, or where a slider goes from one end
// to another, by both.
func (c Control) Deed() string {
	if c.ends[0] == "" {
		return c.Label
	}
	return c.ends[0] + "–" + c.ends[1]
}

// origin is where a slider is filled from, 0 to 1: the host's default, for a
// weight nothing.
func (c Control) origin() float64 {
	if c.Kind == WeightControl {
		return 0
	}
	v, _ := strconv.ParseFloat(c.Field.Default, 64)
	return c.Position(v)
}

// Position is where a value stands on the slider, 0 to 1.
func (c Control) Position(v float64) float64 {
	return paint.Between(c.Scale.Place(paint.Between(v, c.least(), c.Field.Max), c.least(), c.Field.Max), 0, 1)
}

// At is the value under a place on the slider, 0 to 1.
func (c Control) At(place float64) float64 {
	return c.Scale.value(paint.Between(place, 0, 1), c.least(), c.Field.Max)
}

// Show writes a value with its unit.
func (c Control) Show(v float64) string {
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
func (c Control) differs(a, b document.Document) bool {
	switch c.Kind {
	case NameControl:
		return len(a.Voices) != len(b.Voices) || len(a.Voices) > 0 && a.Voices[0].ID != b.Voices[0].ID
	case WeightControl:
		return len(b.Voices) <= c.Index || !a.Voices[c.Index].Same(b.Voices[c.Index])
	case AddControl, AddWordControl:
		return false
	case EntryControl:
		return !slices.Contains(b.Settings.PronunciationDict.Tone, c.Entry(a))
	case ChoiceControl:
		return c.Field.Path != StreamField().Path && c.stored(a) != c.stored(b)
	default:
		return a.Settings.Get(c.Field.Path) != b.Settings.Get(c.Field.Path)
	}
}
