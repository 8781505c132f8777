package dialog

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/sahilm/fuzzy"

	"voicestudio/ui/studio/edit"
	"voicestudio/ui/studio/paint"
)

// Item is one line of a picker.
type Item struct {
	Title  string
	Detail string   // after the title, dim
	Right  string   // at the right edge
	Also   []string // names that it is found by, too
	Off    string   // why it cannot be chosen now; empty if it can
	Foot   []string // sentences under the list while the cursor is on it
	Value  any      // what tells it from the others; may be nil
	Action Action   // what choosing it does
}

// Picker is a list that is filtered as one types.
type Picker struct {
	paint.List
	title, hint string
	items       []Item
	shown       []fuzzy.Match
	filter      edit.Field
	foot        hint
}

// NewPicker lists items under a title; hint says what can be done with one.
func NewPicker(title, hint string, items []Item) *Picker {
	p := &Picker{title: title, hint: hint, items: items, filter: edit.NewField("", say.picker.filter)}
	p.narrow()
	return p
}

// At puts the cursor on the item with a value.
func (p *Picker) At(value any) *Picker {
	for i, match := range p.shown {
		if p.items[match.Index].Value == value {
			p.To(i)
		}
	}
	return p
}

// Current is the item under the cursor.
func (p *Picker) Current() (Item, bool) {
	if p.Cursor() >= len(p.shown) {
		return Item{}, false
	}
	return p.items[p.shown[p.Cursor()].Index], true
}

// narrow filters the list. Every word must be found; the order stays that of
// the list for plain words and becomes that of the match for fuzzy ones.
func (p *Picker) narrow() {
	pattern := p.filter.Value()
	p.shown = p.shown[:0]
	if strings.TrimSpace(pattern) == "" {
		for i := range p.items {
			p.shown = append(p.shown, fuzzy.Match{Index: i})
		}
	} else if p.shown = p.words(strings.Fields(strings.ToLower(pattern))); len(p.shown) == 0 {
		p.shown = fuzzy.FindFrom(pattern, titles(p.items))
	}
	p.Count(len(p.shown))
}

func (p *Picker) words(words []string) (found []fuzzy.Match) {
	for i, it := range p.items {
		if it.has(words) {
			found = append(found, fuzzy.Match{Index: i})
		}
	}
	slices.SortStableFunc(found, func(a, b fuzzy.Match) int {
		return p.rank(words, a.Index) - p.rank(words, b.Index)
	})
	return found
}

// has reports whether every word is found in what the line says.
func (it Item) has(words []string) bool {
	hay := strings.ToLower(it.Title + "\n" + it.Detail + "\n" + it.Right + "\n" + strings.Join(it.Also, "\n"))
	return !slices.ContainsFunc(words, func(word string) bool { return !strings.Contains(hay, word) })
}

// rank is lower for what is meant more likely: a name that begins with what was
// typed, or has all of it in one piece; its title before its other names.
func (p *Picker) rank(words []string, i int) int {
	it := p.items[i]
	best := named(it.Title, words)
	if best < nowhere {
		return best
	}
	for _, name := range it.Also {
		best = min(best, named(name, words))
	}
	return nowhere + best
}

// nowhere is the rank of a name that has nothing of what was typed at its start.
const nowhere = 3

func named(name string, words []string) int {
	typed := strings.Join(words, " ")
	switch name = strings.ToLower(name); {
	case strings.HasPrefix(name, typed):
		return 0
	case strings.Contains(name, typed):
		return 1
	case strings.HasPrefix(name, words[0]):
		return 2
	}
	return nowhere
}

type titles []Item

func (t titles) String(i int) string { return t[i].Title }
func (t titles) Len() int            { return len(t) }

// Type edits the filter.
func (p *Picker) Type(msg tea.Msg) Action {
	before := p.filter.Value()
	cmd := p.filter.Update(msg)
	if p.filter.Value() != before {
		p.Reset()
		p.narrow()
	}
	return run(cmd)
}

// Accept chooses the item under the cursor.
func (p *Picker) Accept() Action {
	it, found := p.Current()
	switch {
	case !found:
		return Say{Text: say.picker.noneFits}
	case it.Off != "":
		return Say{Warning: true, Text: it.Off}
	}
	return Chosen{it.Action}
}

// MostPicker is the widest that a picker's box becomes.
const MostPicker = 100

const pickerTop = 3 // lines of the box above the first row: border, filter, rule

// Click chooses the item at a line of the box.
func (p *Picker) Click(x, y int, double bool) Action {
	if row, _, found := p.List.At(y - pickerTop); found && !double {
		p.To(row)
		return p.Accept()
	}
	return p.foot.at(x, y)
}

// Typed reports whether the list is filtered.
func (p *Picker) Typed() bool { return p.filter.Value() != "" }

// Wheel moves the cursor.
func (p *Picker) Wheel(lines int) { p.Move(lines) }

// Draw draws the box.
func (p *Picker) Draw(t paint.Theme, w, h int) (string, *tea.Cursor) {
	wide := min(w-4, MostPicker)
	inner := wide - 4
	about := p.about(t, inner)
	height := max(3, min(h-8-len(about), 20, max(len(p.items), 3)))
	p.Fit(len(p.shown), height, nil)
	count := say.found(len(p.shown), len(p.items))
	filter, caret := p.filter.Draw(t, inner-paint.Width(count)-3)
	lines := []string{"› " + filter + " " + t.Dim.Render(count), t.Rule(inner)}
	column := p.column(inner)
	from, to := p.Sight()
	for i := from; i < to; i++ {
		lines = append(lines, p.line(t, i, column, inner))
	}
	if len(p.shown) == 0 {
		lines = append(lines, t.Dim.Render(say.picker.noneFound))
	}
	for len(lines) < height+2 {
		lines = append(lines, "")
	}
	lines = append(append(lines, about...), t.Rule(inner))
	said, ink := p.hint, t.Dim
	if it, found := p.Current(); found && it.Off != "" {
		said, ink = it.Off, t.Warning
	}
	lines = append(lines, p.foot.draw(said, inner, 2, len(lines)+1, ink)...)
	box := t.Frame(p.title, say.escCloses, true, wide, len(lines)+2, lines)
	return t.Scrolled(box, &p.List, pickerTop, true, wide), tea.NewCursor(4+caret, 1)
}

// mostFoot is how many lines what is said of an item may have.
const mostFoot = 4

// about is what is said of the item under the cursor, in as many lines as that
// of any needs, so that the list stands still; the first of them is a rule.
func (p *Picker) about(t paint.Theme, w int) (lines []string) {
	most, now := 0, []string(nil)
	for i, it := range p.items {
		var said []string
		for _, sentence := range it.Foot {
			said = append(said, paint.Wrapped(sentence, w, mostFoot-len(said), t.Text.Render)...)
		}
		most = max(most, len(said))
		if p.Cursor() < len(p.shown) && p.shown[p.Cursor()].Index == i {
			now = said
		}
	}
	if most == 0 {
		return nil
	}
	lines = append(lines, t.Rule(w))
	lines = append(lines, now...)
	for len(lines) <= most {
		lines = append(lines, "")
	}
	return lines
}

// column is the width of the titles, so that the details stand in line.
func (p *Picker) column(w int) (widest int) {
	for _, it := range p.items {
		if it.Detail != "" {
			widest = max(widest, paint.Width(it.Title))
		}
	}
	return min(widest, w*2/5)
}

func (p *Picker) line(t paint.Theme, i, column, w int) string {
	it := p.items[p.shown[i].Index]
	mark, style := t.Row(i == p.Cursor())
	if it.Off != "" && i != p.Cursor() {
		style = t.Dim
	}
	left := mark + style.Render(it.Title)
	if it.Detail != "" {
		left = mark + style.Render(paint.Fit(it.Title, column)) + "  " + t.Dim.Render(it.Detail)
	}
	return paint.Sides(left, " "+t.Dim.Render(it.Right), w)
}
