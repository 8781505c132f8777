package studio

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"voicestudio/player"
	"voicestudio/presets"
	"voicestudio/tts"
	"voicestudio/ui/studio/edit"
	"voicestudio/ui/studio/paint"
)

// browser is the list of presets of all folders, searched as one types, and
// beside it what the one under the cursor is and would change.
type browser struct {
	m      *Model
	filter edit.Field
	folder string // the only one to list; empty: all
	sort   presets.Order
	found  []*presets.Entry
	broken []presets.Broken
	cursor int
	first  int
	height int
	// pinned is the entry that the cursor stays on while the list fills.
	pinned  string
	clicked int    // the row that was clicked last, -1: none
	hearing string // the entry that was auditioned last
	width   int    // of the list, as it was drawn
	differs differs
}

// openPresets shows the list as it was read last and reads it anew.
func (m *Model) openPresets() tea.Cmd {
	if m.browser() != nil {
		return m.say(note, "the presets are open already")
	}
	b := &browser{m: m, filter: edit.NewField("", "a name, #tag, voice or note"), clicked: -1, pinned: keyOf(m.entry)}
	m.push(b)
	b.search()
	return m.readLibrary()
}

// browser is the list of presets if it is open, perhaps under a prompt.
func (m *Model) browser() *browser {
	for _, o := range m.overlays {
		if b, is := o.(*browser); is {
			return b
		}
	}
	return nil
}

func (m *Model) refreshBrowser() {
	if b := m.browser(); b != nil {
		b.search()
	}
}

// keyOf tells entries apart. Only starters have no file.
func keyOf(e presets.Entry) string {
	if e.File != "" {
		return e.File
	}
	return e.Name
}

// search fills the list anew. The cursor stays on its entry.
func (b *browser) search() {
	b.found, b.broken = nil, nil
	if shelf := b.m.library.shelf; shelf != nil {
		b.found = shelf.Search(presets.Query{Text: b.filter.Value(), Folder: b.folder, Sort: b.sort})
		if b.filter.Value() == "" && b.sort == presets.Best {
			b.found = startersLast(b.found)
		}
		namesakesFirst(b.found)
		for _, broken := range shelf.Broken {
			if b.lists(broken) {
				b.broken = append(b.broken, broken)
			}
		}
	}
	if at := slices.IndexFunc(b.found, func(e *presets.Entry) bool { return keyOf(*e) == b.pinned }); at >= 0 && b.pinned != "" {
		b.cursor = at
	}
	b.cursor = min(b.cursor, max(0, b.rows()-1))
}

// namesakesFirst puts a person's own preset before the starter of its name.
func namesakesFirst(found []*presets.Entry) {
	for i, starter := range found {
		for k := i + 1; starter.Starter && k < len(found); k++ {
			if found[k].Name == starter.Name && !found[k].Starter {
				copy(found[i:], found[i+1:k+1])
				found[k] = starter
				break
			}
		}
	}
}

// startersLast puts people's own presets first.
func startersLast(found []*presets.Entry) []*presets.Entry {
	starters := make([]*presets.Entry, 0, 8)
	own := slices.DeleteFunc(found, func(e *presets.Entry) bool {
		if e.Starter {
			starters = append(starters, e)
		}
		return e.Starter
	})
	return append(own, starters...)
}

func (b *browser) lists(broken presets.Broken) bool {
	if place, known := b.m.library.Place(b.folder); b.folder != "" && (!known || filepath.Dir(broken.File) != filepath.Clean(place.Dir)) {
		return false
	}
	return strings.Contains(strings.ToLower(filepath.Base(broken.File)), strings.ToLower(strings.TrimSpace(b.filter.Value())))
}

func (b *browser) rows() int { return len(b.found) + len(b.broken) }

// current is the preset under the cursor, or nil.
func (b *browser) current() *presets.Entry {
	if b.cursor < len(b.found) {
		return b.found[b.cursor]
	}
	return nil
}

func (b *browser) move(to int) {
	b.cursor, b.pinned = min(max(to, 0), max(0, b.rows()-1)), ""
	if e := b.current(); e != nil {
		b.pinned = keyOf(*e)
	}
}

func (b *browser) key(m *Model, msg tea.Msg) tea.Cmd {
	if k, pressed := msg.(tea.KeyPressMsg); pressed {
		switch k.String() {
		case "up", "ctrl+k":
			b.move(b.cursor - 1)
			return nil
		case "down", "ctrl+j":
			b.move(b.cursor + 1)
			return nil
		case "pgup":
			b.move(b.cursor - b.height)
			return nil
		case "pgdown":
			b.move(b.cursor + b.height)
			return nil
		case "ctrl+home":
			b.move(0)
			return nil
		case "ctrl+end":
			b.move(b.rows())
			return nil
		}
	}
	before := b.filter.Value()
	cmd := b.filter.Update(msg)
	if b.filter.Value() != before {
		b.cursor, b.first, b.pinned = 0, 0, ""
		b.search()
	}
	return cmd
}

// folders are what tab goes through: all, then each that there is.
func (b *browser) folders() []string {
	names := []string{""}
	for _, p := range b.m.library.Places {
		names = append(names, p.Name)
	}
	return append(names, presets.FolderStarters)
}

// nextFolder lists the next folder only, and in the end all of them again.
func (m *Model) nextFolder(by int) tea.Cmd {
	b := m.top().(*browser)
	all := b.folders()
	b.show(all[(slices.Index(all, b.folder)+by+len(all))%len(all)])
	return nil
}

func (b *browser) show(folder string) {
	b.folder, b.first = folder, 0
	b.search()
}

var orderNames = []string{"best first", "by name", "newest first", "by folder"}

func (m *Model) nextOrder() tea.Cmd {
	b := m.top().(*browser)
	b.sort = (b.sort + 1) % presets.Order(len(orderNames))
	b.search()
	return nil
}

const browserTop = 3 // lines of the box above the first row: border, search, folders

func (b *browser) click(m *Model, x, y int) tea.Cmd {
	if y == browserTop-1 {
		for _, chip := range b.chips() {
			if x >= chip.x+2 && x < chip.x+chip.w+2 {
				b.show(b.folders()[chip.option])
			}
		}
		return nil
	}
	row := b.first + y - browserTop
	if y < browserTop || y >= browserTop+b.height || row >= b.rows() || x > b.width+2 {
		return nil
	}
	if again := row == b.clicked && row == b.cursor; again {
		return m.openPreset()
	}
	b.move(row)
	b.clicked = row
	return nil
}

func (b *browser) wheel(lines int) { b.move(b.cursor + lines) }

func (b *browser) draw(t paint.Theme, w, h int) (string, *tea.Cursor) {
	wide, height := w, h-3
	inner, body := wide-4, height-2-2
	head, caret := b.searchLine(inner)
	lines := []string{head, b.folderLine(inner)}
	if inner >= 100 {
		b.height, b.width = body, inner*11/20
		beside := b.detail(inner-b.width-3, body)
		for i, row := range b.list(b.width) {
			line := ""
			if i < len(beside) {
				line = beside[i]
			}
			lines = append(lines, row+t.Border.Render(" │ ")+line)
		}
	} else {
		b.height, b.width = (body-1)/2, inner
		lines = append(lines, b.list(inner)...)
		lines = append(lines, t.Border.Render(paint.Repeat("─", inner)))
		lines = append(lines, b.detail(inner, body-1-b.height)...)
	}
	return t.Frame("Presets", "esc closes", true, wide, height, lines), tea.NewCursor(4+caret, 1)
}

// searchLine draws the filter; caret is where its own stands.
func (b *browser) searchLine(w int) (line string, caret int) {
	count := b.count()
	line, caret = b.filter.Draw(b.m.theme, w-paint.Width(count)-3)
	return "› " + line + " " + b.m.theme.Dim.Render(count), caret
}

func (b *browser) count() string {
	l := b.m.library
	if l.shelf == nil {
		return "reading…"
	}
	count := fmt.Sprintf("%d/%d", b.rows(), len(l.shelf.Entries)+len(l.shelf.Broken))
	if !l.whole {
		count += " reading…"
	}
	return count
}

// chips are the folders as they stand on their line.
func (b *browser) chips() (chips []chip) {
	x := 0
	for i, name := range b.folders() {
		w := paint.Width(folderTitle(name)) + 2
		chips = append(chips, chip{i, x, w})
		x += w + 1
	}
	return chips
}

func folderTitle(name string) string {
	if name == "" {
		return "all"
	}
	return tts.Clean(name)
}

// folderLine shows the folders, the chosen one in brackets; where there are
// too many for the line, only that one.
func (b *browser) folderLine(w int) string {
	t := b.m.theme
	order := " " + orderNames[b.sort]
	if b.sort == presets.Best && b.filter.Value() == "" {
		order = " by name"
	}
	all, names := b.folders(), ""
	for i, name := range all {
		if name == b.folder {
			names += t.Marked.Render("["+folderTitle(name)+"]") + " "
		} else {
			names += t.Dim.Render(" "+folderTitle(name)+" ") + " "
		}
		if i == len(all)-1 && paint.Width(names+order) > w {
			names = t.Marked.Render("["+folderTitle(b.folder)+"]") + t.Dim.Render(fmt.Sprintf(" tab: %d more ", len(all)-1))
		}
	}
	return names + t.Border.Render(paint.Repeat("─", w-paint.Width(names+order))) + t.Dim.Render(order)
}

// list draws the rows that are in sight.
func (b *browser) list(w int) []string {
	if b.cursor < b.first {
		b.first = b.cursor
	}
	if b.cursor >= b.first+b.height {
		b.first = b.cursor - b.height + 1
	}
	b.first = max(0, min(b.first, b.rows()-b.height))
	last := min(b.first+b.height, b.rows())
	name, folder := 8, 4
	for i := b.first; i < last; i++ {
		r := b.row(i)
		name, folder = max(name, paint.Width(r.name)), max(folder, paint.Width(r.folder))
	}
	const state = 13
	folder = min(folder, 12)
	name = min(name, max(w/3, w-2-2-folder-1-state-24), w-2-2-folder-1-state)
	lines := make([]string, 0, b.height)
	for i := b.first; i < last; i++ {
		lines = append(lines, b.line(i, w, name, folder, state))
	}
	if b.rows() == 0 {
		lines = append(lines, b.m.theme.Dim.Render(paint.Fit(b.emptiness(), w)))
	}
	for len(lines) < b.height {
		lines = append(lines, paint.Blanks(w))
	}
	return lines
}

func (b *browser) emptiness() string {
	switch {
	case b.m.library.shelf == nil:
		return "the folders are being read"
	case b.filter.Value() != "":
		return "nothing fits; backspace takes letters away, tab looks in other folders"
	}
	return "no presets here yet; ctrl+s saves one"
}

// row is what a line of the list says.
type row struct{ name, tags, folder, state string }

func (b *browser) row(i int) row {
	if i >= len(b.found) {
		broken := b.broken[i-len(b.found)]
		return row{name: tts.Clean(filepath.Base(broken.File)), tags: tts.Clean(broken.Reason), folder: b.folderOf(broken), state: "broken"}
	}
	e := b.found[i]
	r := row{name: tts.Clean(e.Name), tags: tagLine(e.Tags), folder: tts.Clean(e.Folder), state: b.state(e)}
	if r.tags == "" {
		r.tags = tts.Clean(e.Notes)
	}
	return r
}

func (b *browser) folderOf(broken presets.Broken) string {
	for _, p := range b.m.library.Places {
		if dir := filepath.Clean(p.Dir); dir == filepath.Dir(broken.File) || dir == filepath.Clean(broken.File) {
			return tts.Clean(p.Name)
		}
	}
	return ""
}

// state is what is particular about a preset, in one word.
func (b *browser) state(e *presets.Entry) string {
	tracked, inGit := b.m.library.git[e.File]
	switch {
	case keyOf(*e) == b.hearing && b.m.sound.status.State == player.Playing:
		return "▶ playing"
	case b.m.preset != "" && keyOf(*e) == keyOf(b.m.entry):
		return "open"
	case e.Starter:
		return ""
	case e.ReadOnly:
		return "read-only"
	case inGit && tracked.Author == "":
		return "not committed"
	case inGit && !tracked.Committed:
		return "changed"
	}
	return ""
}

func tagLine(tags []string) string {
	var line strings.Builder
	for i, tag := range tags {
		if i > 0 {
			line.WriteByte(' ')
		}
		line.WriteString("#" + tts.Clean(tag))
	}
	return line.String()
}

func (b *browser) line(i, w, name, folder, state int) string {
	t, r := b.m.theme, b.row(i)
	mark, style := "  ", t.Text
	switch {
	case i == b.cursor:
		mark, style = t.Accent.Bold(true).Render("▸ "), t.Accent.Bold(true)
	case i >= len(b.found):
		style = t.Failure
	}
	tags := w - 2 - name - 2 - folder - 1 - state
	return mark + style.Render(paint.Fit(r.name, name)) + "  " + t.Dim.Render(paint.Fit(r.tags, tags-1)) + paint.Blanks(min(1, tags)) +
		t.Dim.Render(paint.Fit(r.folder, folder)) + " " + t.Warning.Render(paint.Fit(r.state, state))
}
