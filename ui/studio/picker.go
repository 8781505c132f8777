package studio

import (
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/sahilm/fuzzy"

	"voicestudio/tts"
	"voicestudio/ui/studio/edit"
	"voicestudio/ui/studio/paint"
)

// item is one line of a picker.
type item struct {
	title  string
	detail string // after the title, dim
	right  string // at the right edge
	off    string // why it cannot be chosen now; empty if it can
	value  any
	voice  *tts.Voice // where it is one: it is found as `voicestudio voices` does
}

// picker is a list that is filtered as one types.
type picker struct {
	title  string
	hint   string
	empty  string // shown where there is nothing to list
	items  []item
	shown  []fuzzy.Match
	filter edit.Field
	cursor int
	first  int
	height int
	choose func(m *Model, it item) tea.Cmd
	// scope is whose commands work here beside choosing.
	scope scope
	// verbatim, if it is not empty, says of what was typed and is not in the
	// list that it can be chosen all the same.
	verbatim string
	listed   int // items without that one
	// row is the voice of the blend that is being chosen.
	row int
}

func newPicker(title, hint string, items []item, choose func(*Model, item) tea.Cmd) *picker {
	p := &picker{title: title, hint: hint, items: items, listed: len(items), choose: choose, filter: edit.NewField("", "type to filter"), empty: "nothing found", height: 10}
	p.narrow()
	return p
}

// at puts the cursor on the first item with a value.
func (p *picker) at(value any) *picker {
	for i, match := range p.shown {
		if p.items[match.Index].value == value {
			p.cursor = i
		}
	}
	return p
}

// narrow filters the list. Every word must be found; the order stays that of
// the list for plain words and becomes that of the match for fuzzy ones.
func (p *picker) narrow() {
	pattern := p.filter.Value()
	p.items, p.shown = p.items[:p.listed], p.shown[:0]
	if strings.TrimSpace(pattern) == "" {
		for i := range p.items {
			p.shown = append(p.shown, fuzzy.Match{Index: i})
		}
	} else if p.shown = p.words(strings.Fields(strings.ToLower(pattern))); len(p.shown) == 0 {
		p.shown = fuzzy.FindFrom(pattern, titles(p.items))
		if p.verbatim != "" && strings.ContainsAny(pattern, "_-0123456789") {
			p.shown = nil // an id, not a name with a slip
		}
	}
	p.asTyped()
	p.cursor = min(max(p.cursor, 0), max(0, len(p.shown)-1))
}

func (p *picker) words(words []string) (found []fuzzy.Match) {
	for i, it := range p.items {
		if it.has(words) {
			found = append(found, fuzzy.Match{Index: i})
		}
	}
	// A title that begins with what was typed is most likely meant.
	slices.SortStableFunc(found, func(a, b fuzzy.Match) int {
		return p.rank(words[0], a.Index) - p.rank(words[0], b.Index)
	})
	return found
}

// has reports whether every word is found in what the line says; a voice is
// found by the words by which `voicestudio voices` finds it, and by its label.
func (it item) has(words []string) bool {
	if it.voice != nil {
		return it.voice.Matches(slices.DeleteFunc(slices.Clone(words), func(word string) bool { return word == it.right })...)
	}
	hay := strings.ToLower(it.title + "\n" + it.detail + "\n" + it.right)
	return !slices.ContainsFunc(words, func(word string) bool { return !strings.Contains(hay, word) })
}

// asTyped offers what was typed as it is, where the list does not have it. A
// name of several words is no such thing, unless nothing fits it.
func (p *picker) asTyped() {
	typed := p.filter.Value()
	if p.verbatim == "" || strings.TrimSpace(typed) == "" || len(p.shown) > 0 && strings.Contains(strings.TrimSpace(typed), " ") ||
		slices.ContainsFunc(p.items, func(it item) bool { return it.value == typed }) {
		return
	}
	p.items = append(p.items, item{title: typed, detail: p.verbatim, value: typed})
	p.shown = append(p.shown, fuzzy.Match{Index: p.listed})
}

func (p *picker) rank(word string, i int) int {
	if strings.HasPrefix(strings.ToLower(p.items[i].title), word) {
		return 0
	}
	return 1
}

// column is the width of the titles, so that the details stand in line.
func (p *picker) column(w int) (widest int) {
	for _, it := range p.items {
		if it.detail != "" {
			widest = max(widest, paint.Width(it.title))
		}
	}
	return min(widest, w*2/5)
}

type titles []item

func (t titles) String(i int) string { return t[i].title }
func (t titles) Len() int            { return len(t) }

// current is the item under the cursor.
func (p *picker) current() (item, bool) {
	if p.cursor >= len(p.shown) {
		return item{}, false
	}
	return p.items[p.shown[p.cursor].Index], true
}

func (p *picker) move(by int) {
	p.cursor = min(max(p.cursor+by, 0), max(0, len(p.shown)-1))
}

func (p *picker) key(m *Model, msg tea.Msg) tea.Cmd {
	if k, pressed := msg.(tea.KeyPressMsg); pressed {
		switch k.String() {
		case "up", "ctrl+k":
			p.move(-1)
			return nil
		case "down", "ctrl+j":
			p.move(1)
			return nil
		case "pgup":
			p.move(-p.height)
			return nil
		case "pgdown":
			p.move(p.height)
			return nil
		case "enter":
			return p.accept(m)
		}
	}
	before := p.filter.Value()
	cmd := p.filter.Update(msg)
	if p.filter.Value() != before {
		p.cursor, p.first = 0, 0
		p.narrow()
	}
	return cmd
}

func (p *picker) accept(m *Model) tea.Cmd {
	it, found := p.current()
	switch {
	case !found:
		return m.say(note, "nothing in the list fits; backspace takes letters away")
	case it.off != "":
		return m.say(warning, it.off)
	}
	return p.choose(m, it)
}

const pickerTop = 3 // lines above the first item

func (p *picker) click(m *Model, _, y int) tea.Cmd {
	if row := p.first + y - pickerTop; y >= pickerTop && y < pickerTop+p.height && row < len(p.shown) {
		p.cursor = row
		return p.accept(m)
	}
	return nil
}

func (p *picker) wheel(lines int) { p.move(lines) }

func (p *picker) draw(t paint.Theme, w, h int) (string, *tea.Cursor) {
	wide := min(w-4, 78)
	inner := wide - 4
	p.height = max(3, min(h-8, 20, max(len(p.items), 3)))
	if p.cursor < p.first {
		p.first = p.cursor
	}
	if p.cursor >= p.first+p.height {
		p.first = p.cursor - p.height + 1
	}
	count := fmt.Sprintf("%d/%d", len(p.shown)-(len(p.items)-p.listed), p.listed)
	filter, caret := p.filter.Draw(t, inner-paint.Width(count)-3)
	lines := []string{"› " + filter + " " + t.Dim.Render(count), t.Border.Render(paint.Repeat("─", inner))}
	column := p.column(inner)
	for i := p.first; i < p.first+p.height; i++ {
		if i >= len(p.shown) {
			lines = append(lines, "")
			continue
		}
		lines = append(lines, p.line(t, i, column, inner))
	}
	if len(p.shown) == 0 {
		lines[2] = t.Dim.Render(p.empty)
	}
	lines = append(lines, t.Border.Render(paint.Repeat("─", inner)), t.Dim.Render(p.hint))
	box := t.Frame(p.title, "esc closes", true, wide, len(lines)+2, lines)
	return box, tea.NewCursor(4+caret, 1)
}

func (p *picker) line(t paint.Theme, i, column, w int) string {
	it := p.items[p.shown[i].Index]
	title := it.title
	style, mark := t.Text, "  "
	switch {
	case i == p.cursor:
		style, mark = t.Accent.Bold(true), t.Accent.Bold(true).Render("▸ ")
	case it.off != "":
		style = t.Border
	}
	left := mark + style.Render(title)
	if it.detail != "" {
		left = mark + style.Render(paint.Fit(title, column)) + "  " + t.Dim.Render(it.detail)
	}
	return paint.Sides(left, " "+t.Dim.Render(it.right), w)
}
