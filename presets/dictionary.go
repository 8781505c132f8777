package presets

import (
	"cmp"
	"slices"
	"strings"
)

// Word is a word that presets have in their dictionaries.
type Word struct {
	Text string
	Ways []Way // what is spoken for it, by how many say so
}

// Way is one way of speaking a word, and the names of the presets that have it.
type Way struct {
	Spoken  string
	Presets []string
}

// Entry is a word spoken in one of its ways, as a dictionary has it.
func (w Word) Entry(way int) string { return w.Text + "/" + w.Ways[way].Spoken }

// Dictionary gathers the words of many presets, each once, by the alphabet.
func Dictionary(entries []Entry) (words []Word) {
	at := map[string]int{}
	for i := range entries {
		for _, entry := range entries[i].Request.PronunciationDict.Tone {
			text, spoken, found := strings.Cut(entry, "/")
			if text, spoken = strings.TrimSpace(text), strings.TrimSpace(spoken); !found || text == "" || spoken == "" {
				continue
			}
			n, there := at[text]
			if !there {
				n = len(words)
				at[text] = n
				words = append(words, Word{Text: text})
			}
			words[n].add(spoken, entries[i].Name)
		}
	}
	for i := range words {
		slices.SortStableFunc(words[i].Ways, func(a, b Way) int { return len(b.Presets) - len(a.Presets) })
	}
	slices.SortFunc(words, func(a, b Word) int {
		return cmp.Or(cmp.Compare(fold(a.Text), fold(b.Text)), cmp.Compare(a.Text, b.Text))
	})
	return words
}

func (w *Word) add(spoken, preset string) {
	for i := range w.Ways {
		if w.Ways[i].Spoken == spoken {
			if !slices.Contains(w.Ways[i].Presets, preset) {
				w.Ways[i].Presets = append(w.Ways[i].Presets, preset)
			}
			return
		}
	}
	w.Ways = append(w.Ways, Way{spoken, []string{preset}})
}
