package presets

import (
	"cmp"
	"encoding/json"
	"slices"
	"strings"

	"voicestudio/tts"
)

// Difference is one thing that two presets or takes do not have in common, in
// words and units that are safe to print: a setting, a voice of the blend, or a
// word of the dictionary.
type Difference struct {
	// Field is the API's name of what it belongs to.
	Field string
	// Name is what it is: "speed", or the voice or the word.
	Name string
	// A and B are both values on their own, empty where unset or not there.
	A, B string
	// Sentence says what became of A, "speed 1.10 → 0.90×"; empty where another
	// one says it too.
	Sentence string
	// Short says that where it stands for itself among others, "0.90×"; empty
	// where another one says it too.
	Short string
	// Both says both values, also one that is unset: "– → 0.90×".
	Both string
}

// heardMost are the settings that are told first, in this order.
var heardMost = []string{
	"voice_setting.voice_id", "timbre_weights",
	"voice_setting.speed", "voice_setting.pitch", "voice_setting.vol", "voice_setting.emotion", "language_boost",
	"voice_modify.pitch", "voice_modify.intensity", "voice_modify.timbre", "voice_modify.sound_effects",
}

// Differences says changes one by one, after a preset's own (its name, its notes)
// and the model what is heard most first. A voice and a blend are one thing.
func Differences(changes []Change) (all []Difference) {
	rank := func(c Change) int {
		switch at := slices.Index(heardMost, c.Field); {
		case at >= 0:
			return 1 + at
		case slices.Contains([]string{"name", "notes", "tags", "model"}, c.Field):
			return 0
		}
		return 1 + len(heardMost)
	}
	changes = slices.Clone(changes)
	slices.SortStableFunc(changes, func(a, b Change) int { return rank(a) - rank(b) })
	var voices []Change
	for _, c := range changes {
		switch {
		case isVoice(c.Field):
			voices = append(voices, c)
			continue
		case len(voices) > 0:
			all, voices = append(all, voicesOf(voices)...), nil
		}
		if c.Field == "pronunciation_dict.tone" {
			all = append(all, c.wordByWord()...)
			continue
		}
		was, now := c.values()
		all = append(all, labelOf(c.Field).differs(c.Field, was, now))
	}
	return append(all, voicesOf(voices)...)
}

// auto says by itself of no setting what it is of: several have it.
const auto = "auto"

// differs is the difference of a setting; its name stands before values that do
// not say by themselves what they are of.
func (l label) differs(field, a, b string) Difference {
	d := Difference{Field: field, Name: l.name, A: l.whole(a), B: l.whole(b), Sentence: l.told(a, b)}
	d.Short, d.Both = d.Sentence, d.Sentence
	switch {
	case a == b:
	case l.less != "":
		d.Both = l.between(a, b, say.sentence.none)
	case l.evident && a != auto && b != auto:
		d.Short, d.Both = l.became(a, b, say.sentence.unset), l.became(a, b, say.sentence.none)
		if a == "" {
			d.Short = d.B
		}
	default:
		d.Both = say.sentence.changed(l.name, l.became(a, b, say.sentence.none))
	}
	return d
}

// wordByWord are the differences of two dictionaries.
func (c Change) wordByWord() (all []Difference) {
	var a, b []string
	if cmp.Or(json.Unmarshal(c.A, &a), json.Unmarshal(c.B, &b)) != nil {
		return []Difference{labelOf(c.Field).differs(c.Field, valueOf(c.Field, c.A), valueOf(c.Field, c.B))}
	}
	spoken := func(list []string, word string) string {
		for _, entry := range list {
			if w, said, _ := strings.Cut(entry, "/"); w == word {
				return tts.Clean(said)
			}
		}
		return ""
	}
	var told []string
	for _, entry := range slices.Concat(a, b) {
		word, _, _ := strings.Cut(entry, "/")
		was, now := spoken(a, word), spoken(b, word)
		if was == now || slices.Contains(told, word) {
			continue
		}
		told = append(told, word)
		d := label{name: say.sentence.spokenAs(tts.Clean(word))}.differs(c.Field, was, now)
		d.Name = tts.Clean(word)
		all = append(all, d)
	}
	if len(all) == 0 { // the order of them, or nothing is set
		l := labelOf(c.Field)
		all = append(all, Difference{Field: c.Field, Name: l.name, Sentence: l.told(valueOf(c.Field, c.A), valueOf(c.Field, c.B))})
	}
	return all
}
