package presets

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"voicestudio/tts"
)

// InWords names voices as people speak of them: "Graceful Lady 60, 新闻女声 40".
// A single one has no weight. What it says is for reading; Formula is what can
// be read back.
func InWords(voices []tts.TimbreWeight) string {
	var said []string
	for _, v := range voices {
		name := tts.Clean(tts.VoiceTitle(v.VoiceID))
		if len(voices) > 1 {
			name = weighed(name, v.Weight)
		}
		said = append(said, name)
	}
	return strings.Join(said, ", ")
}

func weighed(name string, weight int) string { return fmt.Sprintf("%s %d", name, weight) }

// Spoken is Sentences with voices by their names, a blend voice by voice, and a
// long text from where it differs on.
func Spoken(changes []Change) []string {
	said := Sentences(changes)
	voice, from, to := -1, []tts.TimbreWeight(nil), []tts.TimbreWeight(nil)
	at := 0
	for _, c := range changes {
		if isVoice(c.Field) {
			if voice < 0 {
				voice, at = at, at+1
			}
			if v := voicesOf(c.A); v != nil {
				from = v
			}
			if v := voicesOf(c.B); v != nil {
				to = v
			}
			continue
		}
		if a, b, are := texts(c.Field, c.A, c.B); are {
			said[at] = told(labelOf(c.Field), a, b)
		}
		if c.Field == "model" { // which is a name
			said[at] = strings.ReplaceAll(said[at], `"`, "")
		}
		at++
	}
	if voice >= 0 {
		said[voice] = blended(from, to, said[voice])
	}
	return said
}

// Spoken is Sentence with voices by their names, and long texts from where they
// differ on.
func (c Conflict) Spoken() string {
	l := labelOf(c.Field)
	a, b := InWords(voicesOf(c.Mine)), InWords(voicesOf(c.Theirs))
	if !isVoice(c.Field) || a == b {
		var are bool
		if a, b, are = texts(c.Field, c.Mine, c.Theirs); !are {
			return c.Sentence()
		}
	}
	return say.merge.sides(l.name, orUnset(a), orUnset(b))
}

func orUnset(said string) string {
	if said == "" {
		return say.sentence.unset
	}
	return said
}

// voicesOf reads the value of either field that says who speaks.
func voicesOf(raw json.RawMessage) (voices []tts.TimbreWeight) {
	var id string
	if json.Unmarshal(raw, &id) == nil && id != "" {
		return []tts.TimbreWeight{{VoiceID: id}}
	}
	if json.Unmarshal(raw, &voices) != nil {
		return nil
	}
	return voices
}

// blended says what became of the voices: of those in both blends their weights.
// Where names do not tell them apart it is plain, which has their ids.
func blended(from, to []tts.TimbreWeight, plain string) string {
	a, b := InWords(from), InWords(to)
	if a == b {
		return plain
	}
	left := slices.Clone(from) // a voice may stand in a blend twice
	var said []string
	for _, v := range to {
		name := tts.Clean(tts.VoiceTitle(v.VoiceID))
		i := slices.IndexFunc(left, func(o tts.TimbreWeight) bool { return o.VoiceID == v.VoiceID })
		switch {
		case i < 0:
			said = append(said, say.sentence.added(weighed(name, v.Weight)))
			continue
		case left[i].Weight != v.Weight:
			said = append(said, say.sentence.changed(name, fmt.Sprint(left[i].Weight), fmt.Sprint(v.Weight)))
		}
		left = slices.Delete(left, i, i+1)
	}
	if len(from) < 2 || len(to) < 2 || len(left) == len(from) {
		return told(labelOf("timbre_weights"), a, b)
	}
	for _, v := range left {
		said = append(said, say.sentence.removed(tts.Clean(tts.VoiceTitle(v.VoiceID))))
	}
	if len(said) == 0 { // in another order
		return plain
	}
	return strings.Join(said, ", ")
}

// texts are two long texts where they differ.
func texts(field string, rawA, rawB json.RawMessage) (a, b string, are bool) {
	const long = 32
	if isVoice(field) || json.Unmarshal(rawA, &a) != nil || json.Unmarshal(rawB, &b) != nil || a == "" || b == "" ||
		max(utf8.RuneCountInString(a), utf8.RuneCountInString(b)) < long {
		return "", "", false
	}
	a, b = Apart(a, b)
	return quoted(a), quoted(b), true
}

// Apart shortens two texts to where they differ.
func Apart(a, b string) (string, string) {
	x, y := []rune(a), []rune(b)
	from := 0
	for from < min(len(x), len(y)) && x[from] == y[from] {
		from++
	}
	end := 0
	for end < min(len(x), len(y))-from && x[len(x)-1-end] == y[len(y)-1-end] {
		end++
	}
	for from > 0 && !mayBegin(x, from) { // back to a word's beginning
		from--
	}
	for end > 0 && !mayBegin(x, len(x)-end) {
		end--
	}
	if from >= min(len(x), len(y))-end { // one would have nothing: a word more
		for more := true; more && from > 0; more = !mayBegin(x, from) {
			from--
		}
		for more := from == 0; more && end > 0; more = !mayBegin(x, len(x)-end) {
			end--
		}
	}
	cut := func(r []rune) string {
		said := string(r[from : len(r)-end])
		if from > 0 {
			said = "…" + said
		}
		if end > 0 {
			said = strings.TrimRight(said, " ") + "…"
		}
		return said
	}
	return cut(x), cut(y)
}

// mayBegin reports whether a word may begin at a place: after a blank, and beside
// the letters of a script that has none.
func mayBegin(r []rune, at int) bool {
	const scripts = 0x2e80 // from here on, scripts without blanks
	return at <= 0 || at >= len(r) || r[at-1] == ' ' && r[at] != ' ' || r[at-1] >= scripts || r[at] >= scripts
}
