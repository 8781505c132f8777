package tuning

import (
	"slices"

	"voicestudio/presets"
	"voicestudio/tts"
	"voicestudio/tts/tune"
)

// Value is where a request stands on an axis as a person reads it: "0.90×", "−2 st",
// "+12", of two voices "60/40", of more the one's "新闻女声 40 %".
func Value(a tune.Axis, r tts.Request) string {
	value := tune.Value(a, r)
	switch {
	case a.Group() != tune.Weights:
		return presets.Figure(a.Path(), value)
	case a == tune.Weights:
		return say.blend(int(value), 100-int(value))
	}
	return say.share(a.Words(r).Name, int(value))
}

// Label is a candidate of a question in words: "deeper, −36", "as it is, −20", or
// the name of a start.
func (c Course) Label(q tune.Question, candidate tune.Candidate) string {
	if q.Axis == "" {
		return c.startLabel(candidate.Request)
	}
	return say.label(Side(q.Axis, candidate), Value(q.Axis, candidate.Request))
}

// Side is what a candidate does to the voice: "deeper", "as it is", "brighter".
func Side(a tune.Axis, candidate tune.Candidate) string {
	switch words := a.Words(candidate.Request); candidate.Answer {
	case tune.Left:
		return words.Lower
	case tune.Right:
		return words.Higher
	}
	return say.asItIs
}

// startLabel is the name of the first start that is this request.
func (c Course) startLabel(r tts.Request) string {
	i := slices.IndexFunc(c.Session.Starts, r.Equal)
	if i >= 0 && i < len(c.Labels) && c.Labels[i] != "" {
		return c.Labels[i]
	}
	return say.start(i + 1)
}

// Changes are what the answers have made of the start in words: "speed 0.90×",
// "deep 20 → 36". Before a start was chosen there are none.
func Changes(s *tune.Search) []string {
	return presets.Sentences(presets.DiffRequests(s.From(), s.Now()))
}
