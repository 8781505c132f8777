package presets

import (
	"encoding/json"
	"strconv"
	"strings"

	"voicestudio/tts"
)

// labelOf is how a field is spoken of: "speed", with "×" behind its value.
func labelOf(field string) label {
	if l, known := say.sentence.labels[field]; known {
		return l
	}
	_, leaf, nested := strings.Cut(field, ".")
	if !nested {
		leaf = field
	}
	return label{name: strings.ReplaceAll(tts.Clean(leaf), "_", " ")}
}

// Label is what a field is called in a sentence: "speed".
func Label(field string) string { return labelOf(field).name }

// Figure is a field's value as a figure with its unit, without the words of the
// ends between which it is: "0.90×", "−2 st", "+12".
func Figure(field string, value any) string {
	raw, _ := json.Marshal(value)
	return valueOf(field, raw) + labelOf(field).unit
}

// isVoice reports the two fields that are one thing, the voice.
func isVoice(field string) bool {
	return field == "voice_setting.voice_id" || field == "timbre_weights"
}

// isChoice reports a setting that has one of a few values.
func isChoice(field string) bool {
	f, known := tts.FieldAt(field)
	return known && len(f.Values) > 0
}

// ValueInWords is one of a setting's few values as people say it: "echo" for
// spacious_echo. One that has no other name is its own.
func ValueInWords(value string) string {
	if said, known := say.sentence.values[value]; known {
		return said
	}
	return tts.Clean(value)
}

// isSigned reports a number that goes both ways from 0.
func isSigned(field string) bool {
	f, _ := tts.FieldAt(field)
	return f.Min < 0
}

// Sentence says the change for people, with units: "speed 1.00 → 1.15×",
// "pitch +2 st" where nothing was set before. It is safe to print.
func (c Change) Sentence() string { return tts.Listed(Sentences([]Change{c})...) }

// Sentences says all changes, what is heard most first. A voice and a blend are
// one thing, told voice by voice where they have one in common.
func Sentences(changes []Change) (list []string) {
	for _, d := range Differences(changes) {
		if d.Sentence != "" {
			list = append(list, d.Sentence)
		}
	}
	return list
}

// told is a change of a setting by its name.
func (l label) told(a, b string) string {
	switch {
	case a == "" && b == "":
		return l.name
	case l.less != "":
		return l.between(a, b, say.sentence.unset)
	case a == "":
		return say.sentence.set(l.name, b+l.unit)
	case a == b && strings.HasSuffix(strings.TrimSuffix(a, `"`), "…"): // quoted made it short
		return say.sentence.changedFurtherOn(l.name, a)
	case a == b: // one voice, alone or as a blend of one
		return say.sentence.restyled(l.name, a)
	}
	return say.sentence.changed(l.name, l.became(a, b, say.sentence.unset))
}

// became is what was and what is, with the unit once; none stands for what is not
// set.
func (l label) became(a, b, none string) string {
	switch {
	case a == "":
		return say.sentence.became(none, b+l.unit)
	case b == "":
		return say.sentence.became(a+l.unit, none)
	}
	return say.sentence.became(a, b+l.unit)
}

// between says a change between two ends by the end that it is at: "deep 10 →
// 20", "deep 10 → bright 5"; what was not set before is left out where none is
// empty or unset.
func (l label) between(a, b, none string) string {
	from, to := l.end(a), l.end(b)
	switch {
	case from == l.name && b != "":
		from = to
	case to == l.name && a != "":
		to = from
	}
	unset := none == say.sentence.unset
	a, b = bare(a), bare(b)
	switch {
	case a == "" && unset:
		return say.sentence.set(to, b)
	case a == "":
		return say.sentence.changed(to, say.sentence.became(none, b))
	case b == "":
		return say.sentence.changed(from, say.sentence.became(a, none))
	case from == to:
		return say.sentence.changed(from, say.sentence.became(a, b))
	}
	return say.sentence.changed(from, say.sentence.became(a, say.sentence.set(to, b)))
}

// end is the end that a value is at; between them it is the label's own name.
func (l label) end(value string) string {
	switch {
	case strings.HasPrefix(value, "−"):
		return l.less
	case strings.HasPrefix(value, "+"):
		return l.more
	}
	return l.name
}

func bare(value string) string { return strings.TrimLeft(value, "+−") }

// whole is a value on its own, with its unit or the end that it is at: "0.90×",
// "soft 20"; empty where it is unset.
func (l label) whole(value string) string {
	switch {
	case value == "":
		return ""
	case l.less != "" && l.end(value) != l.name:
		return say.sentence.set(l.end(value), bare(value))
	}
	return value + l.unit
}

// InShort is the first three sentences on one line, and how many more there are.
func InShort(sentences []string) string {
	const most = 3
	if len(sentences) > most {
		return tts.Listed(sentences[:most]...) + say.sentence.more(len(sentences)-most)
	}
	return tts.Listed(sentences...)
}

// valueOf is a field's JSON value for people, empty where it is unset.
func valueOf(field string, raw json.RawMessage) string {
	var v any
	var blend []tts.TimbreWeight
	var texts []string
	switch {
	case len(raw) == 0 || string(raw) == "null":
		return ""
	case isVoice(field) && json.Unmarshal(raw, &blend) == nil:
		return VoicesInWords(blend)
	case json.Unmarshal(raw, &texts) == nil:
		for i := range texts {
			texts[i] = Quoted(texts[i])
		}
		return tts.Listed(texts...)
	case json.Unmarshal(raw, &v) != nil:
		return Quoted(string(raw))
	}
	switch v := v.(type) {
	case bool:
		if v {
			return say.sentence.on
		}
		return say.sentence.off
	case float64:
		if isChoice(field) && ValueInWords(string(raw)) != string(raw) {
			return ValueInWords(string(raw))
		}
		s := string(raw) // whole numbers beyond 2^53 are not rounded
		if strings.Trim(s, "-0123456789") != "" {
			s = strconv.FormatFloat(v, 'g', -1, 64)
		}
		if _, behind, _ := strings.Cut(s, "."); len(behind) < labelOf(field).places && !strings.Contains(s, "e") {
			s = strconv.FormatFloat(v, 'f', labelOf(field).places, 64)
		}
		if isSigned(field) && v > 0 {
			s = "+" + s
		}
		return strings.Replace(s, "-", "−", 1)
	case string:
		switch {
		case isVoice(field):
			return VoicesInWords([]tts.TimbreWeight{{VoiceID: v}})
		case isChoice(field):
			return ValueInWords(v)
		case plainWord(v):
			return v
		}
		return Quoted(v)
	}
	return Quoted(string(raw))
}

func plainWord(s string) bool {
	return s != "" && !strings.ContainsFunc(s, func(r rune) bool {
		return r != '_' && r != '-' && (r < '0' || r > '9') && (r < 'A' || r > 'Z') && (r < 'a' || r > 'z')
	})
}

// jsonText is a JSON string that shows its letters of any script as they are
// and hides what steers a terminal behind escapes.
func jsonText(s string) (string, error) {
	var b strings.Builder
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(s); err != nil {
		return "", err
	}
	return escapeHidden(strings.TrimSuffix(b.String(), "\n")), nil
}
