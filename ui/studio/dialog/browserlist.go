package dialog

import (
	"cmp"
	"path/filepath"
	"strings"

	"voicestudio/presets"
	"voicestudio/tts"
	"voicestudio/ui/studio/paint"
)

// searchLine draws the filter; caret is where its own stands.
func (b *Browser) searchLine(t paint.Theme, w int) (line string, caret int) {
	count := b.count()
	line, caret = b.filter.Draw(t, w-paint.Width(count)-3)
	return "› " + line + " " + t.Dim.Render(count), caret
}

func (b *Browser) count() string {
	l := b.lib
	if l.Shelf == nil {
		return say.browser.reading
	}
	count := say.found(b.rows(), len(l.Shelf.Entries)+len(l.Shelf.Broken))
	if n := len(b.marked); n > 0 {
		count = say.browser.marked(n) + " · " + count
	}
	if !l.Whole {
		count += " " + say.browser.reading
	}
	return count
}

func folderTitle(name string) string {
	if name == "" {
		return say.browser.all
	}
	return presets.FolderInWords(name)
}

// folderLine shows the folders, the chosen one in brackets; where there are
// too many for the line, only that one.
func (b *Browser) folderLine(t paint.Theme, w int) string {
	order := " " + say.browser.orders[b.sort]
	if b.sort == presets.Best && b.filter.Value() == "" {
		order = " " + say.browser.orders[presets.ByName]
	}
	all, names := b.folders(), ""
	var titles []string
	for i, name := range all {
		titles = append(titles, folderTitle(name))
		if name == b.folder {
			names += t.Marked.Render("["+folderTitle(name)+"]") + " "
		} else {
			names += t.Dim.Render(" "+folderTitle(name)+" ") + " "
		}
		if i == len(all)-1 && paint.Width(names+order) > w {
			names = t.Marked.Render("["+folderTitle(b.folder)+"]") + t.Dim.Render(" "+say.tabMore(len(all)-1)+" ")
		}
	}
	b.chips = paint.Chips(titles, 2)
	if short := paint.Width(names); short < b.chips[len(all)-1].X+b.chips[len(all)-1].W-2 {
		b.chips = []paint.Chip{{Option: len(all) + 1, X: 2, W: short}}
	}
	wide := paint.Width(order)
	b.chips = append(b.chips, paint.Chip{Option: len(all), X: 2 + w - wide, W: wide})
	return names + t.Border.Render(paint.Repeat("─", w-paint.Width(names+order))) + t.Dim.Render(order)
}

// list draws the rows that are in sight.
func (b *Browser) list(t paint.Theme, w, height int) []string {
	b.Fit(b.rows(), height, nil)
	first, last := b.Sight()
	name, folder, state := 8, 4, 13
	for i := first; i < last; i++ {
		r := b.row(i)
		name, folder, state = max(name, paint.Width(r.name)), max(folder, paint.Width(r.folder)), max(state, paint.Width(r.state))
	}
	folder = min(folder, 12)
	name = min(name, max(w/3, w-2-2-folder-1-state-24), w-2-2-folder-1-state)
	lines := make([]string, 0, height)
	for i := first; i < last; i++ {
		lines = append(lines, b.line(t, i, w, name, folder, state))
	}
	if b.rows() == 0 {
		lines = append(lines, t.Dim.Render(paint.Fit(b.emptiness(), w)))
	}
	for len(lines) < height {
		lines = append(lines, paint.Blanks(w))
	}
	return lines
}

func (b *Browser) emptiness() string {
	switch {
	case b.lib.Shelf == nil:
		return say.browser.folders
	case b.filter.Value() != "":
		return say.browser.noneFits
	}
	return say.browser.none
}

// row is what a line of the list says.
type row struct{ name, tags, folder, state string }

func (b *Browser) row(i int) row {
	if i >= len(b.found) {
		broken := b.broken[i-len(b.found)]
		return row{name: tts.Clean(filepath.Base(broken.File)), tags: tts.Clean(broken.Reason), folder: b.folderOf(broken), state: say.browser.broken}
	}
	e := b.found[i]
	r := row{name: tts.Clean(e.Name), tags: TagLine(e.Tags), folder: presets.FolderInWords(e.Folder), state: b.state(e)}
	if r.tags == "" {
		r.tags = tts.Clean(e.Notes)
	}
	if sign, word := b.mark(e); sign != "" {
		r.state = sign + " " + cmp.Or(r.state, word)
	}
	return r
}

func (b *Browser) folderOf(broken presets.Broken) string {
	for _, p := range b.lib.Places {
		if dir := filepath.Clean(p.Dir); dir == filepath.Dir(broken.File) || dir == filepath.Clean(broken.File) {
			return presets.FolderInWords(p.Name)
		}
	}
	return ""
}

// state is what is particular about a preset, in one word.
func (b *Browser) state(e *presets.Entry) string {
	tracked, inGit := b.lib.Git[e.File]
	open := b.now.Work.Opened()
	switch {
	case Key(*e) == b.now.Sounds:
		return say.browser.playing
	case open.Name != "" && Key(*e) == Key(open.Entry):
		return say.browser.open
	case e.ReadOnly && !e.Starter:
		return say.browser.readOnly
	case inGit && tracked.Author == "":
		return say.browser.notStored
	case inGit && !tracked.Committed:
		return say.browser.differ
	}
	if won := b.lib.Wins[e.Name]; len(won) > 0 {
		return say.browser.won(won[0].Won, won[0].Of)
	}
	return ""
}

// TagLine writes tags as they are searched for: #warm #en.
func TagLine(tags []string) string {
	var line strings.Builder
	for i, tag := range tags {
		if i > 0 {
			line.WriteByte(' ')
		}
		line.WriteString("#" + tts.Clean(tag))
	}
	return line.String()
}

func (b *Browser) line(t paint.Theme, i, w, name, folder, state int) string {
	r := b.row(i)
	mark, style := t.Row(i == b.Cursor())
	if len(b.marked) > 0 {
		tick := "  "
		if i < len(b.found) && b.marked[Key(*b.found[i])] {
			tick = t.Good.Render("✓ ")
		}
		mark += tick
	}
	if i != b.Cursor() && i >= len(b.found) {
		style = t.Failure
	}
	tags := w - paint.Width(mark) - name - 2 - folder - 1 - state
	return mark + style.Render(paint.Fit(r.name, name)) + "  " + t.Dim.Render(paint.Fit(r.tags, tags-1)) + paint.Blanks(min(1, tags)) +
		t.Dim.Render(paint.Fit(r.folder, folder)) + " " + t.Warning.Render(paint.Fit(r.state, state))
}
