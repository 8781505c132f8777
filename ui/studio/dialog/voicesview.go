package dialog

import (
	"cmp"
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"voicestudio/presets"
	"voicestudio/tts"
	"voicestudio/ui/session"
	"voicestudio/ui/studio/paint"
)

// Draw draws the box, as large as the screen; what is known of a voice stands
// beside the list where there is room.
func (d *Voices) Draw(t paint.Theme, w, h int) (string, *tea.Cursor) {
	height, inner := h-3, w-4
	body := height - 2 - 2 - 3
	count := say.found(len(d.shown)-truth(d.listed != nil), len(d.in(d.tabs()[d.tab])))
	filter, caret := d.filter.Draw(t, inner-paint.Width(count)-3)
	lines := []string{"› " + filter + " " + t.Dim.Render(count), d.tabLine(t, inner)}
	if d.width = inner; inner >= 100 {
		d.width = inner * 3 / 5
		list, beside := d.list(t, d.width, body), d.detail(t, inner-d.width-3)
		lines = append(lines, besideList(t, &d.List, voicesTop, list, beside, d.width)...)
	} else {
		lines = append(lines, d.list(t, inner, body)...)
	}
	lines = append(lines, t.Rule(inner))
	lines = append(lines, d.foot(t, len(lines)+1, inner)...)
	box := t.Frame(d.title, say.escCloses, true, w, height, lines)
	if inner >= 100 {
		return t.Tallied(box, &d.List, true, w), tea.NewCursor(4+caret, 1)
	}
	return t.Scrolled(box, &d.List, voicesTop, true, w), tea.NewCursor(4+caret, 1)
}

// tabLine shows the parts of the list, and at the right the filters.
func (d *Voices) tabLine(t paint.Theme, w int) string {
	var names []string
	for i, tab := range d.tabs() {
		name := tab.name
		if i > 0 {
			name = fmt.Sprintf("%s %d", name, len(d.in(tab)))
		}
		names = append(names, name)
	}
	d.chips = paint.Chips(names, 2)
	left, right := "", ""
	for i, name := range names {
		left += chip(t, name, i == d.tab) + " "
	}
	filters := []string{cmp.Or(presets.ValueInWords(d.only.language), say.voices.anyLanguage), cmp.Or(say.voices.genders[d.only.gender], say.voices.anyGender)}
	for i, name := range filters {
		right += " " + chip(t, name, i == 0 && d.only.language != "" || i == 1 && d.only.gender != "")
	}
	for _, c := range paint.Chips(filters, 2+w-paint.Width(right)+1) {
		d.chips = append(d.chips, paint.Chip{Option: c.Option + len(names), X: c.X, W: c.W})
	}
	return left + t.Border.Render(paint.Repeat("─", w-paint.Width(left+right))) + right
}

func chip(t paint.Theme, name string, chosen bool) string {
	if chosen {
		return t.Marked.Render("[" + name + "]")
	}
	return t.Dim.Render(" " + name + " ")
}

// list draws the rows that are in sight.
func (d *Voices) list(t paint.Theme, w, height int) []string {
	d.Fit(len(d.shown), height, nil)
	from, to := d.Sight()
	lines := make([]string, 0, height)
	for i := from; i < to; i++ {
		lines = append(lines, d.line(t, i, w))
	}
	if len(d.shown) == 0 {
		none := say.picker.noneFound
		if tab := d.tabs()[d.tab]; len(d.in(tab)) == 0 {
			none = tab.none
		}
		lines = append(lines, paint.Fit(t.Dim.Render(none), w))
	}
	for len(lines) < height {
		lines = append(lines, paint.Blanks(w))
	}
	return lines
}

// line is a voice's title, id and kind, and whether it is or was heard. The kind is
// told whole, the id as far as there is room.
func (d *Voices) line(t paint.Theme, i, w int) string {
	v := d.shown[i]
	mark, style := t.Row(i == d.Cursor())
	const kind = 20
	heard := paint.Blanks(2)
	switch {
	case v.ID == d.hearing.Sounds:
		heard = " " + t.Accent.Render("♪")
	case v.ID == d.hearing.Coming:
		heard = " " + t.Accent.Render("◌")
	case v.Takes > 0:
		heard = " " + t.Good.Render("●")
	}
	heart := paint.Blanks(2)
	if v.Favourite {
		heart = t.Accent.Render("♥ ")
	}
	w -= 2
	title := (w - 2 - kind - 2 - 4) / 2
	id := w - 2 - title - 2 - 2 - kind - 2
	return mark + heart + style.Render(paint.Fit(tts.Clean(v.Title()), title)) + "  " + t.Dim.Render(paint.Fit(tts.Clean(v.ID), id)) +
		"  " + t.Dim.Render(paint.Fit(v.short(), kind)) + heard
}

// short is a voice's language and gender, or where it is from.
func (v *ListedVoice) short() string {
	if v.From != "" {
		return v.From
	}
	return strings.TrimSpace(presets.ValueInWords(v.Language) + " " + say.voices.genders[v.Gender])
}

// detail tells of the voice under the cursor.
func (d *Voices) detail(t paint.Theme, w int) []string {
	v, found := d.Current()
	if !found {
		return nil
	}
	lines := paint.Wrapped(tts.Clean(v.Title()), w, 2, t.Strong.Render)
	add := func(text string, most int, style paint.Ink) {
		lines = append(lines, paint.Wrapped(text, w, most, style.Render)...)
	}
	add(tts.Clean(v.ID), 3, t.Dim)
	add(strings.TrimSpace(presets.ValueInWords(v.Language)+" "+say.voices.genders[v.Gender]), 1, t.Text)
	add(cmp.Or(v.From, v.Doubt()), 2, t.Dim)
	lines = append(lines, "")
	if v.Takes > 0 {
		add(say.voices.heard(v.Takes, session.Lately(v.Last, d.now)), 2, t.Text)
	} else {
		add(say.voices.neverHeard, 1, t.Dim)
	}
	if n := len(v.Presets); n > 0 {
		add(say.voices.usedIn(n), 1, t.Text)
		for _, name := range v.Presets[:min(n, 8)] {
			lines = append(lines, t.Dim.Render(paint.Fit("  "+tts.Clean(name), w)))
		}
		if n > 8 {
			add(say.voices.andMore(n-8), 1, t.Dim)
		}
	}
	return lines
}

const voicesTop = 3 // lines of the box above the first row: border, search, tabs

// Click chooses a part of the list or the next of a filter, or hears a voice; a
// double click chooses it.
func (d *Voices) Click(x, y int, double bool) Action {
	if y == voicesTop-1 {
		switch chip, tabs := paint.ChipAt(d.chips, x), len(d.tabs()); {
		case chip < 0:
		case chip < tabs:
			d.show(chip, d.only)
		case chip == tabs:
			d.NextLanguage()
		default:
			d.NextGender()
		}
		return nil
	}
	if a, hit := d.clickFoot(x, y); hit {
		return a
	}
	row, _, found := d.At(y - voicesTop)
	if !found || x > d.width+2 {
		return nil
	}
	if d.To(row); double {
		return d.Accept()
	}
	return Hear{}
}

// Typed reports whether something is searched for.
func (d *Voices) Typed() bool { return d.filter.Value() != "" }

// Wheel moves the cursor.
func (d *Voices) Wheel(lines int) { d.Move(lines) }
