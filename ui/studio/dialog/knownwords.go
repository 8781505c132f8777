package dialog

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"

	"voicestudio/presets"
	"voicestudio/tts"
	"voicestudio/ui/studio/edit"
	"voicestudio/ui/studio/paint"
)

// KnownWords lists the words that the presets in sight know how to speak, those
// of the script first, to take some of them into the dictionary.
type KnownWords struct {
	paint.List
	script string
	tone   []string // the dictionary as it is
	words  []knownWord
	shown  []*knownWord
	marked map[string]bool
	way    map[string]int // where it is not the one that most presets have
	filter edit.Field
	read   bool // all folders
	foot   hint
}

type knownWord struct {
	presets.Word
	inScript bool
	has      string // what is spoken for it here; empty: nothing
}

// AddEntries takes words into the dictionary, each in place of what was spoken
// for it.
type AddEntries struct{ Entries []string }

// NewKnownWords lists the words of a library for a script and its dictionary.
func NewKnownWords(lib Library, script string, tone []string) *KnownWords {
	k := &KnownWords{script: script, tone: tone, marked: map[string]bool{}, way: map[string]int{}, filter: edit.NewField("", say.known.filter)}
	k.Refresh(lib)
	return k
}

// Refresh shows what is known of the folders now; the cursor stays on its word.
func (k *KnownWords) Refresh(lib Library) {
	var at string
	if w := k.current(); w != nil {
		at = w.Text
	}
	k.words, k.read = nil, lib.Whole
	if lib.Shelf != nil {
		for _, w := range presets.Dictionary(lib.Shelf.Entries) {
			known := knownWord{Word: w, inScript: spokenIn(k.script, w.Text)}
			for _, entry := range k.tone {
				if text, spoken, _ := strings.Cut(entry, "/"); text == w.Text {
					known.has = spoken
				}
			}
			k.words = append(k.words, known)
		}
	}
	slices.SortStableFunc(k.words, func(a, b knownWord) int {
		switch {
		case a.inScript == b.inScript:
			return 0
		case a.inScript:
			return -1
		}
		return 1
	})
	k.narrow()
	if i := slices.IndexFunc(k.shown, func(w *knownWord) bool { return w.Text == at }); i >= 0 {
		k.To(i)
	}
}

// spokenIn reports whether a word stands in a script, not merely its letters in
// another one; where words have no blanks between them, it may begin anywhere.
func spokenIn(script, word string) bool {
	letter := func(r rune) bool { return r < 0x2e80 && (unicode.IsLetter(r) || unicode.IsDigit(r)) }
	first, _ := utf8.DecodeRuneInString(word)
	last, _ := utf8.DecodeLastRuneInString(word)
	for from := 0; ; {
		i := strings.Index(script[from:], word)
		if i < 0 {
			return false
		}
		i += from
		before, _ := utf8.DecodeLastRuneInString(script[:i])
		after, _ := utf8.DecodeRuneInString(script[i+len(word):])
		if !(letter(first) && letter(before)) && !(letter(last) && letter(after)) {
			return true
		}
		from = i + len(word)
	}
}

func (k *KnownWords) current() *knownWord {
	if k.Cursor() >= len(k.shown) {
		return nil
	}
	return k.shown[k.Cursor()]
}

// entry is how a word would be taken.
func (k *KnownWords) entry(w *knownWord) string { return w.Entry(k.chosen(w)) }

func (k *KnownWords) chosen(w *knownWord) int { return k.way[w.Text] % len(w.Ways) }

// there reports whether the dictionary has a word as it would be taken.
func (k *KnownWords) there(w *knownWord) bool { return slices.Contains(k.tone, k.entry(w)) }

func (k *KnownWords) narrow() {
	typed := strings.Fields(strings.ToLower(k.filter.Value()))
	k.shown = nil
	for i := range k.words {
		hay := k.words[i].Text
		for _, way := range k.words[i].Ways {
			hay += "\n" + way.Spoken + "\n" + strings.Join(way.Presets, "\n")
		}
		hay = strings.ToLower(hay)
		if !slices.ContainsFunc(typed, func(word string) bool { return !strings.Contains(hay, word) }) {
			k.shown = append(k.shown, &k.words[i])
		}
	}
	k.Count(len(k.shown))
}

// Mark marks the word under the cursor, or does not any more, and goes on to
// the next.
func (k *KnownWords) Mark() Action {
	w := k.current()
	switch {
	case w == nil:
		return nil
	case k.there(w):
		return Say{Text: say.known.isThere(tts.Clean(w.Text))}
	case k.marked[w.Text]:
		delete(k.marked, w.Text)
	default:
		k.marked[w.Text] = true
	}
	k.Move(1)
	return nil
}

// NextWay takes the word under the cursor as other presets have it.
func (k *KnownWords) NextWay() Action {
	w := k.current()
	if w == nil {
		return nil
	}
	if len(w.Ways) < 2 {
		return Say{Text: say.known.oneWay(tts.Clean(w.Text))}
	}
	if k.way[w.Text] = (k.chosen(w) + 1) % len(w.Ways); k.there(w) {
		delete(k.marked, w.Text)
	}
	return nil
}

// Accept takes the marked words; where none is, the one under the cursor.
func (k *KnownWords) Accept() Action {
	var all []string
	for i := range k.words {
		if w := &k.words[i]; k.marked[w.Text] && !k.there(w) {
			all = append(all, k.entry(w))
		}
	}
	if w := k.current(); len(all) == 0 {
		switch {
		case w == nil:
			return Say{Text: say.picker.noneFits}
		case k.there(w):
			return Say{Text: say.known.isThere(tts.Clean(w.Text))}
		}
		all = []string{k.entry(w)}
	}
	return Chosen{AddEntries{all}}
}

// Type edits the filter.
func (k *KnownWords) Type(msg tea.Msg) Action {
	before := k.filter.Value()
	cmd := k.filter.Update(msg)
	if k.filter.Value() != before {
		k.Reset()
		k.narrow()
	}
	return run(cmd)
}

// Typed reports whether the list is filtered.
func (k *KnownWords) Typed() bool { return k.filter.Value() != "" }

// Wheel moves the cursor.
func (k *KnownWords) Wheel(lines int) { k.Move(lines) }

// Click marks the word at a line; a double click takes it.
func (k *KnownWords) Click(x, y int, double bool) Action {
	row, _, found := k.List.At(y - pickerTop)
	if !found {
		return k.foot.at(x, y)
	}
	k.To(row)
	if double {
		return k.Accept()
	}
	said := k.Mark()
	k.To(row)
	return said
}

// Draw draws the box.
func (k *KnownWords) Draw(t paint.Theme, w, h int) (string, *tea.Cursor) {
	const about = 2
	wide := min(w-4, 90)
	inner := wide - 4
	height := max(3, min(h-8-about, 20, max(len(k.words), 3)))
	k.Fit(len(k.shown), height, nil)
	count := say.found(len(k.shown), len(k.words))
	filter, caret := k.filter.Draw(t, inner-paint.Width(count)-3)
	lines := []string{"› " + filter + " " + t.Dim.Render(count), t.Rule(inner)}
	column := 0
	for i := range k.words {
		column = max(column, paint.Width(tts.Clean(k.words[i].Text)))
	}
	column = min(column, inner/3)
	from, to := k.Sight()
	for i := from; i < to; i++ {
		lines = append(lines, k.line(t, k.shown[i], i == k.Cursor(), column, inner))
	}
	if none := k.none(); none != "" {
		lines = append(lines, paint.Wrapped(none, inner, height, t.Dim.Render)...)
	}
	for len(lines) < height+2 {
		lines = append(lines, "")
	}
	lines = append(lines, t.Rule(inner))
	foot := k.about(t, inner, about)
	for len(foot) < about {
		foot = append(foot, "")
	}
	lines = append(append(lines, foot...), t.Rule(inner))
	lines = append(lines, k.foot.draw(say.known.hint, inner, 2, len(lines)+1, t.Dim)...)
	box := t.Frame(say.known.title, say.escCloses, true, wide, len(lines)+2, lines)
	return t.Scrolled(box, &k.List, pickerTop, true, wide), tea.NewCursor(4+caret, 1)
}

// none says why the list is empty.
func (k *KnownWords) none() string {
	switch {
	case len(k.shown) > 0:
		return ""
	case len(k.words) > 0:
		return say.picker.noneFound
	case !k.read:
		return say.known.reading
	}
	return say.known.none
}

// line draws a word: how it would be spoken, then how others speak it.
func (k *KnownWords) line(t paint.Theme, word *knownWord, here bool, column, w int) string {
	mark, style := t.Row(here)
	box, right := "[ ] ", ""
	if word.inScript {
		right = say.known.inScript
	}
	switch {
	case k.there(word):
		box, right = "  ✓ ", say.known.here
		if !here {
			style = t.Dim
		}
	case k.marked[word.Text]:
		box = "[x] "
	}
	chosen := k.chosen(word)
	ways := []string{k.told(word, chosen)}
	for i := range word.Ways {
		if i != chosen {
			ways = append(ways, k.told(word, i))
		}
	}
	left := mark + style.Render(box+paint.Fit(tts.Clean(word.Text), column)) + "  "
	room := w - paint.Width(left) - paint.Width(right) - 2
	said := paint.Cut(strings.Join(ways, ", "), room)
	first := paint.Cut(ways[0], room)
	left += t.Text.Render(first) + t.Dim.Render(strings.TrimPrefix(said, first))
	return paint.Sides(left, " "+t.Dim.Render(right), w)
}

// told is a way of speaking a word, and how many presets have it, where that is
// a question.
func (k *KnownWords) told(word *knownWord, way int) string {
	spoken := tts.Clean(word.Ways[way].Spoken)
	if len(word.Ways) < 2 {
		return spoken
	}
	return say.known.in(spoken, len(word.Ways[way].Presets))
}

// about says of the word under the cursor which presets speak it so, and what
// enter would replace.
func (k *KnownWords) about(t paint.Theme, w, most int) []string {
	word := k.current()
	if word == nil {
		return nil
	}
	way := word.Ways[k.chosen(word)]
	said := say.known.usedBy(len(way.Presets), tts.Clean(strings.Join(way.Presets, ", ")))
	lines := paint.Wrapped(said, w, most, t.Text.Render)
	if word.has != "" && !k.there(word) {
		lines = append(lines[:1], paint.Wrapped(say.known.replaces(tts.Clean(word.has)), w, most-1, t.Warning.Render)...)
	}
	return lines[:min(len(lines), most)]
}
