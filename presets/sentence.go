package presets

import (
	"encoding/json"
	"fmt"
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

// isVoice reports the two fields that are one thing, the voice.
func isVoice(field string) bool {
	return field == "voice_setting.voice_id" || field == "timbre_weights"
}

// isSigned reports a number that goes both ways from 0.
func isSigned(field string) bool {
	f, _ := tts.FieldAt(field)
	return f.Min < 0
}

// Sentence says the change for people, with units: "speed 1.00 → 1.15×",
// "pitch +2 st" where nothing was set before. It is safe to print.
func (c Change) Sentence() string {
	return told(labelOf(c.Field), valueOf(c.Field, c.A), valueOf(c.Field, c.B))
}

func told(l label, a, b string) string {
	if l.less != "" {
		return l.between(a, b)
	}
	switch {
	case a == "" && b == "":
		return l.name
	case a == "":
		return say.sentence.set(l.name, b+l.unit)
	case b == "":
		return say.sentence.taken(l.name, a+l.unit)
	case a == b && strings.HasSuffix(strings.TrimSuffix(a, `"`), "…"): // quoted made it short
		return say.sentence.changedFurtherOn(l.name, a)
	case a == b: // one voice, alone or as a blend of one
		return say.sentence.restyled(l.name, a)
	}
	return say.sentence.changed(l.name, a, b+l.unit)
}

// between says a change between two ends by the end that it is at: "deep 10 →
// 20", "deep 10 → bright 5".
func (l label) between(a, b string) string {
	from, to := l.end(a), l.end(b)
	switch {
	case from == l.name && b != "":
		from = to
	case to == l.name && a != "":
		to = from
	}
	a, b = bare(a), bare(b)
	switch {
	case a == "" && b == "":
		return l.name
	case a == "":
		return say.sentence.set(to, b)
	case b == "":
		return say.sentence.taken(from, a)
	case from == to:
		return say.sentence.changed(from, a, b)
	}
	return say.sentence.changed(from, a, say.sentence.set(to, b))
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

// Sentences says all changes. A voice and a blend are one thing: changing
// from one to the other is one sentence.
func Sentences(changes []Change) []string {
	var list []string
	voice := -1
	var a, b string
	for _, c := range changes {
		if !isVoice(c.Field) {
			list = append(list, c.Sentence())
			continue
		}
		if voice < 0 {
			voice, list = len(list), append(list, "")
		}
		if v := valueOf(c.Field, c.A); v != "" {
			a = v
		}
		if v := valueOf(c.Field, c.B); v != "" {
			b = v
		}
		list[voice] = told(labelOf(c.Field), a, b)
	}
	return list
}

// inShort is the first few sentences on one line.
func inShort(sentences []string) string {
	const most = 3
	if len(sentences) > most {
		return strings.Join(sentences[:most], ", ") + say.sentence.more(len(sentences)-most)
	}
	return strings.Join(sentences, ", ")
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
		formula := Formula(blend)
		if len(blend) == 1 && blend[0].Weight != 0 { // for a person who compares two files
			formula += fmt.Sprintf("(%d)", blend[0].Weight)
		}
		return tts.Clean(formula)
	case json.Unmarshal(raw, &texts) == nil:
		for i := range texts {
			texts[i] = quoted(texts[i])
		}
		return strings.Join(texts, ", ")
	case json.Unmarshal(raw, &v) != nil:
		return quoted(string(raw))
	}
	switch v := v.(type) {
	case bool:
		if v {
			return say.sentence.on
		}
		return say.sentence.off
	case float64:
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
		if isVoice(field) {
			return tts.Clean(voiceID(v))
		}
		if plainWord(v) {
			return v
		}
		return quoted(v)
	}
	return quoted(string(raw))
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
