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
		if !slices.Contains(those, p) {
			rest = append(rest, p)
		}
	}
	return rest
}

// Option is one value that a field could take, and what stands against it.
type Option struct {
	Value   string
	Problem *Problem // nil: allowed
}

// Options lists the values of a field that has a list of them, each with the
// problem that it would bring r at t.
func Options(r Request, t Target, path string) (options []Option) {
	f, _ := FieldAt(path)
	values := f.Values
	if path == "model" {
		host, _ := HostAt(t.Host)
		values = host.Models
	}
	for _, value := range values {
		o := Option{Value: value}
		tried := r
		if err := tried.Parse(path, value); err == nil {
			o.Problem = Obstacle(r, t, path, tried.Get(path))
		}
		options = append(options, o)
	}
	return options
}
