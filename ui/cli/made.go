package cli

import (
	"slices"
	"time"

	"voicestudio/tts"
)

// madeWords say what a command has made, and what that cost: all commands in one form.
type madeWords struct {
	of         func(what string, figures []string) string
	take       func(id string) string
	rows       func(n int) string
	lines      func(n int) string
	takes      func(n int) string
	clips      func(n int) string
	presets    func(n int) string
	pages      func(n int) string
	characters func(n int) string
	length     func(d time.Duration) string
	free       string
	unpriced   func(requests int) string
}

// costs are the figures of what was paid; requests are those whose price nobody knows.
func (w madeWords) costs(paid []tts.Money, requests int) (figures []string) {
	for _, m := range paid {
		if m.Amount > 0 {
			figures = append(figures, m.String())
		}
	}
	if requests > 0 {
		figures = append(figures, w.unpriced(requests))
	}
	if figures == nil {
		figures = []string{w.free}
	}
	return figures
}

// made says on standard error what a command has made, by its figures, the cost last;
// those that are empty are left out.
func (o *options) made(what string, figures ...string) {
	o.note(say.made.of(what, slices.DeleteFunc(figures, func(f string) bool { return f == "" })))
}
