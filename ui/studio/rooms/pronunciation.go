package rooms

import (
	"errors"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"voicestudio/tts"
	"voicestudio/ui/studio/dialog"
	"voicestudio/ui/studio/document"
	"voicestudio/ui/studio/paint"
)

const tonePath = "pronunciation_dict.tone"

// longestEntry bounds what can be typed of an entry, in code points.
const longestEntry = 300

// PronunciationControls has a row for each entry, and one to add another.
func PronunciationControls(d document.Document) (rows []control) {
	for i, entry := range d.Settings.PronunciationDict.Tone {
		word, _, _ := strings.Cut(entry, "/")
		rows = append(rows, control{Kind: EntryControl, Label: tts.Clean(word), index: i, Field: fieldOf(tonePath)})
	}
	return append(rows, control{Kind: AddWordControl, Label: Say.Form.addWord})
}

// entry is what an entry's row has in the document.
func (c control) entry(d document.Document) string {
	return d.Settings.PronunciationDict.Tone[c.index]
}

// drawEntry draws an entry: the word, what is spoken for it, and the sign that
// a click on it speaks.
func (f *Form) drawEntry(c control, v view, here bool, mark string, w int) string {
	t := v.theme
	word, said, _ := strings.Cut(c.entry(v.doc), "/")
	wide := max(labelWidth, w/3)
	left := t.Text.Render(paint.Cut(paint.Clean(word), wide))
	if here {
		left = t.Accent.Bold(true).Render(paint.Cut("▸"+paint.Clean(word), wide))
	}
	rest := t.Dim.Render(paint.Cut(paint.Clean(said), w-wide-3))
	return paint.Sides(paint.Fit(left, wide)+mark+rest, t.Accent.Render("▶"), w)
}

// HearsAt reports whether a cell of a row is its sign to speak.
func (c control) HearsAt(x, w int) bool { return c.Kind == EntryControl && x >= w-2 }

// EditEntry asks for the entry under the cursor; AddEntry for a new one.
func (r *Forms) EditEntry() tea.Cmd {
	c, found := r.control()
	if !found || c.Kind != EntryControl {
		return r.AddEntry()
	}
	return r.askEntry(Say.Form.editWord, c.index, c.entry(r.Doc()))
}

// AddEntry asks for a new entry.
func (r *Forms) AddEntry() tea.Cmd {
	return r.askEntry(Say.Form.newWord, len(r.Doc().Settings.PronunciationDict.Tone), "")
}

func (r *Forms) askEntry(title string, row int, entry string) tea.Cmd {
	p := dialog.NewPrompt(title, Say.Form.wordHint, entry, func(line string) dialog.Action {
		return dialog.SetEntry{Row: row, Was: entry, Entry: strings.TrimSpace(line)}
	})
	r.Push(p.Adding(longestEntry), InPrompt)
	return nil
}

// SetEntry takes in the answer; one that will not do stays open.
func (r *Forms) SetEntry(a dialog.SetEntry) tea.Cmd {
	all := slices.Clone(r.Doc().Settings.PronunciationDict.Tone)
	word, said, found := strings.Cut(a.Entry, "/")
	word, said = strings.TrimSpace(word), strings.TrimSpace(said)
	asker, _ := r.Top().(dialog.Asker)
	refuse := func(why string) tea.Cmd {
		asker.Refuse(errors.New(why))
		return nil
	}
	other := slices.IndexFunc(all, func(entry string) bool {
		known, _, _ := strings.Cut(entry, "/")
		return known == word
	})
	switch {
	case !found || word == "" || said == "":
		return refuse(Say.Form.wordShape)
	case other >= 0 && other != a.Row:
		return refuse(Say.Form.wordThere(tts.Clean(word)))
	}
	r.Pop()
	entry := word + "/" + said
	if a.Row < len(all) && all[a.Row] == a.Was {
		all[a.Row] = entry
	} else {
		a.Row, all = len(all), append(all, entry)
	}
	r.Change(r.Doc().Set(tonePath, all), Say.Deeds.word(tts.Clean(word)))
	if r.Focus == PronunciationPanel {
		r.Form().Count(len(all) + 1)
		r.Form().To(a.Row)
	}
	return nil
}

// dropEntry takes an entry out of the dictionary.
func (r *Forms) dropEntry(c control) tea.Cmd {
	all := slices.Delete(slices.Clone(r.Doc().Settings.PronunciationDict.Tone), c.index, c.index+1)
	next := r.Doc().Set(tonePath, nil)
	if len(all) > 0 {
		next = next.Set(tonePath, all)
	}
	r.Change(next, Say.Deeds.dropWord(c.Label))
	return r.Say(Note, Say.Form.wordOut(c.Label))
}

// HearEntry speaks a word alone with its entry, as hear does.
func (r *Forms) HearEntry() tea.Cmd {
	c, _ := r.control()
	doc, entry := r.Doc(), c.entry(r.Doc())
	doc.Text, _, _ = strings.Cut(entry, "/")
	return r.hearAlone(doc.Set(tonePath, []string{entry}), c.Label)
}

// NotMoved says why the arrows move nothing on a row.
func (r *Forms) NotMoved() string {
	if c, found := r.control(); found && (c.Kind == EntryControl || c.Kind == AddWordControl) {
		return Say.Form.entryKeys
	}
	return ""
}

// NoEntry says why no key can be about an entry.
func (r *Forms) NoEntry() string {
	if c, found := r.control(); !found || c.Kind != EntryControl {
		return Say.Form.noEntry
	}
	return ""
}
