// Package lines is a script as lines, each of which is spoken by a request of its
// own: how a text becomes lines, how lines are joined and divided, and how they are
// a text again. It knows no host, no screen and no sound.
package lines

import (
	"strings"

	"voicestudio/tts"
)

// Line is what one request speaks.
type Line struct {
	// Text has no line break, no blank at its ends and no pause there.
	Text string
	// Opens is true of the first line of a paragraph.
	Opens bool
	// Pause is the silence behind it in seconds; nil: what is usual between lines or
	// paragraphs.
	Pause *float64
}

// Longest is the most that a line may have, in code points: what hosts take.
const Longest = tts.MaxText - 1

// Text is the lines as a text: one below the other, with a blank line before each
// paragraph, and pauses as they are written in one. Of divides it into the same
// lines again.
func Text(all []Line) string {
	var b strings.Builder
	for i, l := range all {
		switch {
		case i > 0 && l.Opens:
			b.WriteString("\n\n")
		case i > 0:
			b.WriteString("\n")
		}
		b.WriteString(l.Text)
		if l.Pause != nil {
			b.WriteString(" " + mark(*l.Pause))
		}
	}
	return b.String()
}
