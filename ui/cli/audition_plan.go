package cli

import (
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"voicestudio/presets"
	"voicestudio/presets/audition"
	"voicestudio/tts"
	"voicestudio/ui/bench"
	"voicestudio/ui/session"
)

// wishKind is the flag that adds candidates.
type wishKind string

const (
	wishPreset wishKind = "preset"
	wishVoice  wishKind = "voice"
	wishTake   wishKind = "take"
	wishSet    wishKind = "set"
	wishLadder wishKind = "ladder"
)

// wish is one such flag as it was given.
type wish struct {
	kind  wishKind
	value string
}

// wishes is a flag that keeps its place among the others.
type wishes struct {
	kind wishKind
	all  *[]wish
}

func (w *wishes) String() string { return "" }
func (w *wishes) Type() string   { return "string" }
func (w *wishes) Set(value string) error {
	*w.all = append(*w.all, wish{w.kind, value})
	return nil
}

// mostCandidates is the end of what --all lets through: more cannot be told apart,
// and several --set multiply fast.
const mostCandidates = 99

// axis is a field that --set varies, with its values.
type axis struct {
	field  string
	values []string
}

// candidates are those that the flags ask for, in their order. --set varies the
// first preset or voice, which its variants take the place of. The error is an
// *tts.Error of kind request, or of reading a take.
func (n *trial) candidates() (all []audition.Candidate, err error) {
	var axes []axis
	varied := -1
	for _, w := range n.wishes {
		var more []audition.Candidate
		if w.value == "" {
			return nil, tts.Wrong(string(w.kind), say.usage.noValue("--"+string(w.kind)))
		}
		switch w.kind {
		case wishPreset, wishVoice:
			more, err = n.named(w)
			if varied < 0 {
				varied = len(all)
			}
		case wishTake:
			more, err = n.taken(w.value)
		case wishLadder:
			more, err = n.ladder(w.value)
		case wishSet:
			axes, err = varying(axes, w.value)
		}
		if err != nil {
			return nil, err
		}
		all = append(all, more...)
	}
	switch {
	case len(n.wishes) == 0:
		return nil, tts.Wrong("", say.audition.noCandidates)
	case len(axes) > 0 && varied < 0 && len(all) > 0:
		return nil, tts.Wrong(string(wishSet), say.audition.nothingToVary)
	case len(axes) > 0 && varied < 0:
		varied, all = 0, []audition.Candidate{n.voice(session.DefaultVoice)}
	}
	count := len(all)
	if len(axes) > 0 {
		variants := 1
		for _, a := range axes {
			variants = min(variants*len(a.values), mostCandidates+1)
		}
		count += variants - 1
	}
	if most := audition.Most; count > mostCandidates {
		return nil, tts.Wrong("", say.audition.far(mostCandidates))
	} else if count > most && !n.all {
		return nil, tts.Wrong("", say.audition.tooMany(count, most))
	}
	if len(axes) > 0 {
		variants, err := variantsOf(all[varied], axes)
		if err != nil {
			return nil, err
		}
		all = slices.Replace(all, varied, varied+1, variants...)
	}
	return distinct(all), nil
}

// candidate is one that speaks at the host of the command line.
func (n *trial) candidate(kind audition.Kind, label string, r tts.Request) audition.Candidate {
	if n.model != "" {
		r.Model = tts.ModelName(n.model)
	}
	r.Text = ""
	return audition.Candidate{Kind: kind, Label: label, Request: r, Host: tts.HostName(n.host)}
}

func (n *trial) voice(id string) audition.Candidate {
	var r tts.Request
	r.SetVoices([]tts.TimbreWeight{{VoiceID: id}})
	return n.candidate(audition.Voice, tts.VoiceTitle(id), r)
}

func (n *trial) named(w wish) ([]audition.Candidate, error) {
	if w.kind == wishVoice {
		return []audition.Candidate{n.voice(w.value)}, nil
	}
	entry, err := n.findPreset(w.value)
	if err != nil {
		return nil, err
	}
	c := n.candidate(audition.Preset, entry.Name, entry.Request)
	c.Folder = entry.Folder
	c.Preset = entry.Name
	return []audition.Candidate{c}, nil
}

// taken is a take: itself where it says the line, else its settings, at its own
// host unless another was asked for.
func (n *trial) taken(ref string) ([]audition.Candidate, error) {
	t, err := loadTake(ref)
	if err != nil {
		return nil, err
	}
	c := audition.Candidate{Kind: audition.Take, Label: say.audition.take(t.Short()), Request: t.Request, Host: t.Host, Preset: t.Preset, Take: t.ID}
	if t.Request.Text != tts.Plain(n.text) || !t.Whole() {
		if n.atHost {
			c.Host = tts.HostName(n.host)
		}
		if n.model != "" {
			c.Request.Model = tts.ModelName(n.model)
		}
	}
	c.Request.Text = ""
	return []audition.Candidate{c}, nil
}

// ladder are the steps between two voices.
func (n *trial) ladder(value string) ([]audition.Candidate, error) {
	wrong := func() ([]audition.Candidate, error) {
		return nil, tts.Wrong(string(wishLadder), say.audition.noLadder(strconv.Quote(value), mostSteps))
	}
	parts, err := parted(value)
	if err != nil || len(parts) < 2 || len(parts) > 3 || parts[0] == "" || parts[1] == "" || parts[0] == parts[1] {
		return wrong()
	}
	steps := bench.Rungs
	if len(parts) == 3 {
		if steps, err = strconv.Atoi(strings.TrimSpace(parts[2])); err != nil || steps < 2 || steps > mostSteps {
			return wrong()
		}
	}
	return rungs(parts[0], parts[1], n.candidate(audition.Step, "", tts.Request{}), steps), nil
}

// varying adds the values of FIELD=A,B,C to the axes; those of a field that was
// named before go to its values.
func varying(axes []axis, assignment string) ([]axis, error) {
	field, value, found := strings.Cut(assignment, "=")
	if !found {
		return nil, tts.Wrong(string(wishSet), say.usage.assignment(strconv.Quote(assignment)))
	}
	known, _ := tts.FieldAt(field) // else Parse says so
	values := []string{value}
	if known.Kind != tts.List {
		var err error
		if values, err = parted(value); err != nil {
			return nil, tts.Wrong(field, say.audition.quotes)
		}
		values = rejoined(values, known.Values)
	}
	i := slices.IndexFunc(axes, func(a axis) bool { return a.field == field })
	if i < 0 {
		return append(axes, axis{field, values}), nil
	}
	axes[i].values = append(axes[i].values, values...)
	return axes, nil
}

// parted divides values at commas. One that has a comma in it is a JSON string, as
// in a formula; the others are as they stand, blanks included.
func parted(value string) (parts []string, err error) {
	for {
		if !strings.HasPrefix(value, `"`) {
			part, rest, more := strings.Cut(value, ",")
			if parts = append(parts, part); !more {
				return parts, nil
			}
			value = rest
			continue
		}
		d := json.NewDecoder(strings.NewReader(value))
		var part string
		if err := d.Decode(&part); err != nil {
			return nil, err
		}
		parts = append(parts, part)
		rest := value[d.InputOffset():]
		if rest == "" {
			return parts, nil
		}
		if rest[0] != ',' {
			return nil, fmt.Errorf("%q", rest)
		}
		value = rest[1:]
	}
}

// rejoined puts values together that have a comma of their own: Chinese,Yue.
func rejoined(parts, allowed []string) (values []string) {
	for i := 0; i < len(parts); i++ {
		if i+1 < len(parts) && slices.Contains(allowed, parts[i]+","+parts[i+1]) {
			values = append(values, parts[i]+","+parts[i+1])
			i++
			continue
		}
		values = append(values, parts[i])
	}
	return values
}

// variantsOf multiplies a candidate by the values of each axis, the last of which
// changes fastest.
func variantsOf(base audition.Candidate, axes []axis) ([]audition.Candidate, error) {
	plain := base.Request
	for _, a := range axes {
		if _, known := tts.FieldAt(a.field); known {
			plain.Set(a.field, nil)
		}
	}
	all := []audition.Candidate{base}
	for _, a := range axes {
		var more []audition.Candidate
		for _, c := range all {
			for _, value := range a.values {
				c := c
				if err := c.Request.Parse(a.field, value); err != nil {
					return nil, err
				}
				switch { // a voice and a blend are one thing
				case a.field == "voice_setting.voice_id" && value != "":
					c.Request.TimbreWeights = nil
				case a.field == "timbre_weights" && value != "":
					c.Request.VoiceSetting.VoiceID = ""
				}
				more = append(more, c)
			}
		}
		all = more
	}
	for i := range all {
		all[i].Label = variantLabel(base, plain, all[i].Request)
	}
	return all, nil
}

// variantLabel says what is particular about a variant of base; plain is base
// without what varies.
func variantLabel(base audition.Candidate, plain, r tts.Request) string {
	parts, voices := []string{base.Label}, r.Voices()
	if len(voices) > 0 && !slices.Equal(voices, base.Request.Voices()) {
		var blend []string
		for i, share := range tts.Shares(voices) {
			title := tts.VoiceTitle(voices[i].VoiceID)
			if len(voices) > 1 {
				title += fmt.Sprintf(" %d", share)
			}
			blend = append(blend, title)
		}
		if base.Kind == audition.Voice { // which speaks no more
			parts = nil
		}
		parts = append(parts, strings.Join(blend, " + "))
	}
	plain.SetVoices(voices)
	return tts.Listed(append(parts, presets.Sentences(presets.DiffRequests(plain, r))...)...)
}

// distinct numbers labels that stand there before.
func distinct(all []audition.Candidate) []audition.Candidate {
	seen := map[string]int{}
	for i := range all {
		label := all[i].Label
		if seen[label]++; seen[label] > 1 {
			all[i].Label = fmt.Sprintf("%s (%d)", label, seen[label])
		}
	}
	return all
}
