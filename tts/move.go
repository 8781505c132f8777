package tts

import "slices"

// Move says what would change for r if it went from one target to another,
// with another model where one is named: the problems that it would gain and
// those that it would leave behind.
func Move(r Request, from, to Target, model string) (gained, lost []Problem) {
	before := Check(r, from)
	if model != "" {
		r.Model = ModelName(model)
	}
	after := Check(r, to)
	return without(after, before), without(before, after)
}

func without(all, those []Problem) (rest []Problem) {
	for _, p := range all {
		if !slices.ContainsFunc(those, func(other Problem) bool { return other.Bare() == p.Bare() }) {
			rest = append(rest, p)
		}
	}
	return rest
}
