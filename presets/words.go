package presets

import (
	"encoding/json"
	"fmt"
	"strconv"
	"strings"

	"voicestudio/tts"
)

// word is how a field is spoken of: "speed 1.15 ×".
type word struct {
	label, unit string
	signed      bool
}

var words = map[string]word{
	"voice_setting.voice_id":     {label: "voice"},
	"timbre_weights":             {label: "voice"},
	"voice_setting.speed":        {label: "speed", unit: " ×"},
	"voice_setting.vol":          {label: "volume", unit: " ×"},
	"voice_setting.pitch":        {label: "pitch", unit: " semitones", signed: true},
	"voice_modify.pitch":         {label: "deep to bright", signed: true},
	"voice_modify.intensity":     {label: "strong to soft", signed: true},
	"voice_modify.timbre":        {label: "full to crisp", signed: true},
	"voice_modify.sound_effects": {label: "sound effect"},
	"audio_setting.sample_rate":  {label: "sample rate", unit: " Hz"},
	"audio_setting.bitrate":      {label: "bitrate", unit: " bit/s"},
	"audio_setting.channel":      {label: "channels"},
	"audio_setting.force_cbr":    {label: "constant bitrate"},
	"pronunciation_dict.tone":    {label: "pronunciation"},
	"subtitle_enable":            {label: "subtitles"},
	"aigc_watermark":             {label: "watermark"},
}

// unitOf is the unit behind a value: one semitone, two semitones.
func (w word) unitOf(value string) string {
	if w.unit == " semitones" && (value == "+1" || value == "−1") {
		return " semitone"
	}
	return w.unit
}

// Sentence says the change for people, with units: "speed 1 → 1.15 ×",
// "pitch +2 semitones" where nothing was set before. It is safe to print.
func (c Change) Sentence() string {
	w, known := words[c.Field]
	if !known {
		_, leaf, nested := strings.Cut(c.Field, ".")
		if !nested {
			leaf = c.Field
		}
		w.label = strings.ReplaceAll(printable(leaf), "_", " ")
	}
	return say(w, w.value(c.A), w.value(c.B))
}

func say(w word, a, b string) string {
	switch {
	case a == "" && b == "":
		return w.label
	case a == "":
		return w.label + " " + b + w.unitOf(b)
	case b == "":
		return w.label + " " + a + w.unitOf(a) + " → unset"
	case a == b && strings.HasSuffix(strings.TrimSuffix(a, `"`), "…"): // quoted made it short
		return w.label + " " + a + ", changed further on"
	case a == b: // one voice, alone or as a blend of one
		return w.label + " " + a + ", written in another way"
	}
	return w.label + " " + a + " → " + b + w.unitOf(b)
}

// Sentences says all changes. A voice and a blend are one thing: changing
// from one to the other is one sentence.
func Sentences(changes []Change) []string {
	var list []string
	voice := -1
	var a, b string
	for _, c := range changes {
		if c.Field != "voice_setting.voice_id" && c.Field != "timbre_weights" {
			list = append(list, c.Sentence())
			continue
		}
		if voice < 0 {
			voice, list = len(list), append(list, "")
		}
		w := words[c.Field]
		if v := w.value(c.A); v != "" {
			a = v
		}
		if v := w.value(c.B); v != "" {
			b = v
		}
		list[voice] = say(w, a, b)
	}
	return list
}

// inShort is the first few sentences on one line.
func inShort(sentences []string) string {
	const most = 3
	if len(sentences) > most {
		return strings.Join(sentences[:most], ", ") + fmt.Sprintf(" and %d more", len(sentences)-most)
	}
	return strings.Join(sentences, ", ")
}

// value is a JSON value for people, empty where it is unset.
func (w word) value(raw json.RawMessage) string {
	var v any
	var blend []tts.TimbreWeight
	var texts []string
	switch {
	case len(raw) == 0 || string(raw) == "null":
		return ""
	case w.label == "voice" && json.Unmarshal(raw, &blend) == nil:
		formula := Formula(blend)
		if len(blend) == 1 && blend[0].Weight != 0 { // for a person who compares two files
			formula += fmt.Sprintf("(%d)", blend[0].Weight)
		}
		return printable(formula)
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
			return "on"
		}
		return "off"
	case float64:
		s := string(raw) // whole numbers beyond 2^53 are not rounded
		if strings.Trim(s, "-0123456789") != "" {
			s = strconv.FormatFloat(v, 'g', -1, 64)
		}
		if w.signed && v > 0 {
			s = "+" + s
		}
		return strings.Replace(s, "-", "−", 1)
	case string:
		if w.label == "voice" {
			return printable(voiceID(v))
		}
		if plainWord(v) {
			return v
		}
		return quoted(v)
	}
	return quoted(string(raw))
}

// Formula writes voices as people pass a blend on:
// Wise_Woman(60)+"Chinese (Mandarin)_News_Anchor"(40). A single voice has no
// weight, also where it stands in a blend of one: it is all that is heard.
func Formula(voices []tts.TimbreWeight) string {
	var parts []string
	for _, v := range voices {
		part := voiceID(v.VoiceID)
		if len(voices) > 1 {
			part += fmt.Sprintf("(%d)", v.Weight)
		}
		parts = append(parts, part)
	}
	return strings.Join(parts, "+")
}

// voiceID quotes an id with anything but letters, digits, _ and -: blanks at
// its end are real.
func voiceID(id string) string {
	if plainWord(id) {
		return id
	}
	raw, _ := jsonText(id)
	return raw
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
