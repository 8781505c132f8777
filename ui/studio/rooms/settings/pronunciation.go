package settings

import (
	"errors"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"voicestudio/tts"
	"voicestudio/ui/studio/dialog"
	"voicestudio/ui/studio/document"
	"voicestudio/ui/studio/rooms"
	"voicestudio/ui/studio/rooms/form"
)

const tonePath = "pronunciation_dict.tone"

// longestEntry bounds what can be typed of an entry, in code points.
const longestEntry = 300

// PronunciationControls has a row for each entry, and one to add another.
func PronunciationControls(d document.Document) (rows []form.Control) {
	for i, entry := range d.Settings.PronunciationDict.Tone {
		word, _, _ := strings.Cut(entry, "/")
		rows = append(rows, form.Control{Kind: form.EntryControl, Label: tts.Clean(word), Index: i, Field: form.FieldOf(tonePath)})
	}
	return append(rows, form.Control{Kind: form.AddWordControl, Label: form.Say.AddWord})
}

// EditEntry asks for the entry under the cursor; AddEntry for a new one.
func (r *Forms) EditEntry() tea.Cmd {
	c, found := r.control()
	if !found || c.Kind != form.EntryControl {
		return r.AddEntry()
	}
	return r.askEntry(form.Say.EditWord, c.Index, c.Entry(r.Doc()))
}

// AddEntry asks for a new entry.
func (r *Forms) AddEntry() tea.Cmd {
	return r.askEntry(form.Say.NewWord, len(r.Doc().Settings.PronunciationDict.Tone), "")
}

func (r *Forms) askEntry(title string, row int, entry string) tea.Cmd {
	p := dialog.NewPrompt(title, form.Say.WordHint, entry, func(line string) dialog.Action {
		return dialog.SetEntry{Row: row, Was: entry, Entry: strings.TrimSpace(line)}
	})
	r.Push(p.Adding(longestEntry), rooms.InPrompt)
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
		return refuse(form.Say.WordShape)
	case other >= 0 && other != a.Row:
		return refuse(form.Say.WordThere(tts.Clean(word)))
	}
	r.Pop()
	entry := word + "/" + said
	if a.Row < len(all) && all[a.Row] == a.Was {
		all[a.Row] = entry
	} else {
		a.Row, all = len(all), append(all, entry)
	}
	r.Change(r.Doc().Set(tonePath, all), rooms.Say.Deeds.Word(tts.Clean(word)))
	if r.Focus == rooms.PronunciationPanel {
		r.Form().Count(len(all) + 1)
		r.Form().To(a.Row)
	}
	return nil
}

// OfferWords lists the words that the presets of all folders know.
func (r *Forms) OfferWords() tea.Cmd {
	r.Push(dialog.NewKnownWords(r.Presets.Library, r.Doc().Text, r.Doc().Settings.PronunciationDict.Tone), rooms.InWords)
	return r.Presets.Read()
}

// AddEntries takes entries into the dictionary in one step, each in place of what
// was spoken for its word.
func (r *Forms) AddEntries(entries []string) tea.Cmd {
	all, at := slices.Clone(r.Doc().Settings.PronunciationDict.Tone), 0
	var words []string
	for _, entry := range entries {
		word, _, _ := strings.Cut(entry, "/")
		words = append(words, tts.Clean(word))
		at = slices.IndexFunc(all, func(known string) bool { return strings.HasPrefix(known, word+"/") })
		if at < 0 {
			at, all = len(all), append(all, entry)
		}
		all[at] = entry
	}
	r.Change(r.Doc().Set(tonePath, all), rooms.Say.Deeds.Word(tts.Listed(words...)))
	if r.Focus == rooms.PronunciationPanel {
		r.Form().Count(len(all) + 1)
		r.Form().To(at)
	}
	return r.Say(rooms.Note, form.Say.WordsAdded(words))
}

// dropEntry takes an entry out of the dictionary.
func (r *Forms) dropEntry(c form.Control) tea.Cmd {
	all := slices.Delete(slices.Clone(r.Doc().Settings.PronunciationDict.Tone), c.Index, c.Index+1)
	next := r.Doc().Set(tonePath, nil)
	if len(all) > 0 {
		next = next.Set(tonePath, all)
	}
	r.Change(next, rooms.Say.Deeds.DropWord(c.Label))
	return r.Say(rooms.Note, form.Say.WordOut(c.Label))
}

// HearEntry speaks a word alone with its entry, as hear does.
func (r *Forms) HearEntry() tea.Cmd {
	c, _ := r.control()
	doc, entry := r.Doc(), c.Entry(r.Doc())
	doc.Text, _, _ = strings.Cut(entry, "/")
	return r.hearAlone(doc.Set(tonePath, []string{entry}), c.Label)
}

// NotMoved says why the arrows move nothing on a row.
func (r *Forms) NotMoved() string {
	if c, found := r.control(); found && (c.Kind == form.EntryControl || c.Kind == form.AddWordControl) {
		return form.Say.EntryKeys
	}
	return ""
}

// NoEntry says why no key can be about an entry.
func (r *Forms) NoEntry() string {
	if c, found := r.control(); !found || c.Kind != form.EntryControl {
		return form.Say.NoEntry
	}
	return ""
}
