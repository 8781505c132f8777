package listen

import (
	"cmp"
	"strings"

	"voicestudio/presets"
	"voicestudio/tts"
	"voicestudio/tts/takes"
	"voicestudio/ui/studio/rooms"
	"voicestudio/ui/studio/rooms/form"
)

// differences are those of two takes, what is heard most first: the voices, the
// settings, who spoke, the words.
func differences(a, b takes.Take) []presets.Difference {
	all := settings(a.Request, b.Request)
	plainly := func(name, was, now string) {
		if was != now {
			all = append(all, presets.Difference{Name: name, A: was, B: now, Short: now, Both: was + " → " + now})
		}
	}
	of := func(t takes.Take) string { return cmp.Or(t.Model, t.Request.Model, tts.DefaultModel) }
	plainly(form.Say.Model, of(a), of(b))
	plainly(Say.compare.host, string(a.Host), string(b.Host))
	if a.Request.Text != b.Request.Text {
		was, now := apart(tts.Clean(a.Request.Text), tts.Clean(b.Request.Text))
		plainly(Say.compare.words, rooms.Say.Screen.Quoted(was), rooms.Say.Screen.Quoted(now))
	}
	return all
}

// settings are the differences of voices and settings; the model is told by who
// spoke.
func settings(a, b tts.Request) []presets.Difference {
	a.Model = b.Model
	return presets.Differences(presets.DiffRequests(a, b))
}

// apart shortens two texts to where they differ.
func apart(a, b string) (string, string) {
	x, y := []rune(a), []rune(b)
	from := 0
	for from < min(len(x), len(y)) && x[from] == y[from] {
		from++
	}
	end := 0
	for end < min(len(x), len(y))-from && x[len(x)-1-end] == y[len(y)-1-end] {
		end++
	}
	for from > 0 && !parts(x, from) { // back to a word's beginning
		from--
	}
	for end > 0 && !parts(x, len(x)-end) {
		end--
	}
	if from >= min(len(x), len(y))-end { // one would have nothing: a word more
		for more := true; more && from > 0; more = !parts(x, from) {
			from--
		}
		for more := from == 0; more && end > 0; more = !parts(x, len(x)-end) {
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

// parts reports whether a word may begin at a place: after a blank, and beside
// the letters of a script that has none.
func parts(r []rune, at int) bool {
	const scripts = 0x2e80 // from here on, scripts without blanks
	return at <= 0 || at >= len(r) || r[at-1] == ' ' && r[at] != ' ' || r[at-1] >= scripts || r[at] >= scripts
}
