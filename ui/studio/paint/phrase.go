package paint

import (
	"cmp"
	"strings"
)

// Phrase is something that is said in full where there is room; Short is what
// it says with less, and empty where there is nothing shorter.
type Phrase struct{ Full, Short string }

// Phrases says on a line of w cells as many of some phrases as fit, the most
// important first, none of them cut; then, in the same order, as many of them
// in full as fit; and then what is spare.
func Phrases(all []Phrase, between string, w int, spare ...string) string {
	said := make([]string, len(all)+len(spare))
	room := w + Width(between) // the first has nothing before it
	// take says a text in place of what was said, if it fits.
	take := func(i int, text string) {
		cost := Width(text) - Width(said[i])
		if said[i] == "" {
			cost += Width(between)
		}
		if text != "" && cost <= room {
			said[i] = text
			room -= cost
		}
	}
	for i, p := range all {
		take(i, cmp.Or(p.Short, p.Full))
	}
	for i, p := range all {
		if said[i] != "" {
			take(i, p.Full)
		}
	}
	for i, text := range spare {
		take(len(all)+i, text)
	}
	kept := said[:0]
	for _, text := range said {
		if text != "" {
			kept = append(kept, text)
		}
	}
	return strings.Join(kept, between)
}
