package dialog

import (
	"path/filepath"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"voicestudio/presets"
	"voicestudio/ui/studio/edit"
	"voicestudio/ui/studio/paint"
)

// Browser is the list of presets of all folders, searched as one types, and
// beside it what the one under the cursor is and would change.
type Browser struct {
	paint.List
	lib    Library
	now    Present
	filter edit.Field
	folder string // the only one to list; empty: all
	sort   presets.Order
	found  []*presets.Entry
	broken []presets.Broken
	// pinned is the entry that the cursor stays on while the list fills.
	pinned  string
	width   int          // of the list, as it was drawn
	chips   []paint.Chip // of the folders and behind them the order, as they were drawn
	differs differs
	marked  map[string]bool   // by Key
	closer  map[string]closer // by file
	stands  stands
}

// NewBrowser lists a library; the cursor is on the preset that is open.
func NewBrowser(lib Library, now Present) *Browser {
	b := &Browser{lib: lib, now: now, filter: edit.NewField("", say.browser.search), pinned: Key(now.Work.Opened().Entry)}
	b.search()
	return b
}

// Refresh shows what is known of the folders now.
func (b *Browser) Refresh(lib Library) {
	b.lib = lib
	b.stands.forget()
	b.prune()
	b.search()
}

// Git takes in what git knows of the files.
func (b *Browser) Git(lib Library) { b.lib = lib }

// Notice takes in what the rest of the studio shows.
func (b *Browser) Notice(now Present) { b.now = now }

// Pin keeps the cursor on an entry, once the list has it.
func (b *Browser) Pin(e presets.Entry) { b.pinned = Key(e) }

// Current is the preset under the cursor, or nil.
func (b *Browser) Current() *presets.Entry {
	if b.Cursor() < len(b.found) {
		return b.found[b.Cursor()]
	}
	return nil
}

// Broken is the file under the cursor that is no preset, or nil.
func (b *Browser) Broken() *presets.Broken {
	if i := b.Cursor() - len(b.found); i >= 0 && i < len(b.broken) {
		return &b.broken[i]
	}
	return nil
}

// search fills the list anew. The cursor stays on its entry.
func (b *Browser) search() {
	b.found, b.broken = nil, nil
	if shelf := b.lib.Shelf; shelf != nil {
		b.found = shelf.Search(presets.Query{Text: b.filter.Value(), Folder: b.folder, Sort: b.sort, Rank: b.lib.Wins.Better})
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
	b.Count(b.rows())
	if at := slices.IndexFunc(b.found, func(e *presets.Entry) bool { return Key(*e) == b.pinned }); at >= 0 && b.pinned != "" {
		b.List.To(at)
	}
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

func (b *Browser) lists(broken presets.Broken) bool {
	if place, known := b.lib.Place(b.folder); b.folder != "" && (!known || filepath.Dir(broken.File) != filepath.Clean(place.Dir)) {
		return false
	}
	return strings.Contains(strings.ToLower(filepath.Base(broken.File)), strings.ToLower(strings.TrimSpace(b.filter.Value())))
}

func (b *Browser) rows() int { return len(b.found) + len(b.broken) }

// folders are what tab goes through: all, then each that there is.
func (b *Browser) folders() []string {
	names := []string{""}
	for _, p := range b.lib.Places {
		names = append(names, p.Name)
	}
	return append(names, presets.FolderStarters)
}

// NextFolder lists the folder after the one that is listed, by counts of them;
// in the end all folders again.
func (b *Browser) NextFolder(by int) {
	all := b.folders()
	b.Show(all[(slices.Index(all, b.folder)+by+len(all))%len(all)])
}

// Show lists one folder only; "" lists all.
func (b *Browser) Show(folder string) {
	b.folder = folder
	b.Reset()
	b.search()
}

// Folder is the only one that is listed; empty: all are.
func (b *Browser) Folder() string { return b.folder }

// NextOrder sorts the list in the next way.
func (b *Browser) NextOrder() {
	b.sort = (b.sort + 1) % presets.Order(len(say.browser.orders))
	b.search()
}

// Move moves the cursor by rows, To puts it on one; it stays on that preset
// while the list changes.
func (b *Browser) Move(by int) { b.To(b.Cursor() + by) }

// To implements Lister.
func (b *Browser) To(row int) {
	b.List.To(row)
	b.pin()
}

// Drag implements Scroller.
func (b *Browser) Drag(y int) {
	b.List.Drag(y)
	b.pin()
}

func (b *Browser) pin() {
	b.pinned = ""
	if e := b.Current(); e != nil {
		b.pinned = Key(*e)
	}
}

// Type edits the search.
func (b *Browser) Type(msg tea.Msg) Action {
	before := b.filter.Value()
	cmd := b.filter.Update(msg)
	if b.filter.Value() != before {
		b.Reset()
		b.pinned = ""
		b.search()
	}
	return run(cmd)
}

const browserTop = 3 // lines of the box above the first row: border, search, folders

// Click chooses a folder or the order, or hears a preset; a double click opens it.
func (b *Browser) Click(x, y int, double bool) Action {
	if y == browserTop-1 {
		switch i, all := paint.ChipAt(b.chips, x), b.folders(); {
		case i == len(all):
			b.NextOrder()
		case i == len(all)+1:
			b.NextFolder(1)
		case i >= 0:
			b.Show(all[i])
		}
		return nil
	}
	row, _, found := b.At(y - browserTop)
	if !found || x > b.width+2 {
		return nil
	}
	if b.To(row); double {
		return Command{"open-preset"}
	}
	return Hear{}
}

// Typed reports whether something is searched for.
func (b *Browser) Typed() bool { return b.filter.Value() != "" }

// Wheel moves the cursor.
func (b *Browser) Wheel(lines int) { b.Move(lines) }

// Draw draws the list, as large as the screen, and beside or below it what is
// known of the preset under the cursor.
func (b *Browser) Draw(t paint.Theme, w, h int) (string, *tea.Cursor) {
	height := h - 3
	if w < 104 {
		inner, body := w-4, height-2-2
		list := max(1, (body-1)*2/5) // what opening would change has a line each below
		lines, caret := b.head(t, inner)
		lines = append(lines, b.list(t, inner, list)...)
		lines = append(lines, t.Rule(inner))
		lines = append(lines, b.detail(t, inner, body-1-list)...)
		return t.Scrolled(t.Frame(say.browser.title, say.escCloses, true, w, height, lines), &b.List, browserTop, true, w), tea.NewCursor(4+caret, 1)
	}
	wide := w * 3 / 5
	lines, caret := b.head(t, wide-4)
	lines = append(lines, b.list(t, wide-4, height-2-2)...)
	list := t.Scrolled(t.Frame(say.browser.title, say.escCloses, true, wide, height, lines), &b.List, browserTop, true, wide)
	return paint.Beside(list, t.Frame(say.detail.title, "", false, w-wide, height, b.detail(t, w-wide-4, height-2))), tea.NewCursor(4+caret, 1)
}

// head is what stands over the list, and where the caret is in it.
func (b *Browser) head(t paint.Theme, w int) (lines []string, caret int) {
	b.width = w
	search, caret := b.searchLine(t, w)
	return []string{search, b.folderLine(t, w)}, caret
}
