package script

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"voicestudio/presets"
	"voicestudio/tts"
	"voicestudio/ui/studio/dialog"
	"voicestudio/ui/studio/rooms"
)

// Sentence is one that voices are tried with. Each has numbers, a name, a
// question, plosives and sibilants in it, so that two takes of it tell what a
// setting does to them; it never changes, so that old takes can be compared.
type Sentence struct {
	Boost    string // the value of language_boost
	language string // as its speakers call it
	Text     string
	Short    string // a greeting: what a voice is like, for little money
}

// PickSentence lists the test sentences, the language of the settings first and
// then that of the voice.
func (r *Script) PickSentence() tea.Cmd {
	first := r.languages()
	all := slices.Clone(Sentences)
	slices.SortStableFunc(all, func(a, b Sentence) int { return rank(first, a.Boost) - rank(first, b.Boost) })
	var items []dialog.Item
	for _, s := range all {
		title := presets.ValueInWords(s.Boost)
		names := slices.DeleteFunc([]string{s.language, s.Boost}, func(name string) bool { return name == title })
		items = append(items, dialog.Item{Title: title, Detail: s.Text, Right: strings.Join(slices.Compact(names), " · "), Action: dialog.InsertSentence{Language: title, Text: s.Text}})
	}
	r.Push(dialog.NewPicker(Say.Editor.sentences, Say.Editor.sentencesHint, items), rooms.InSentences)
	return nil
}

func rank(first []string, boost string) int {
	if at := slices.Index(first, boost); at >= 0 {
		return at
	}
	return len(first)
}

// languages are those of the settings and of the voices, as language_boost has
// them.
func (r *Script) languages() (all []string) {
	all = append(all, r.Doc().Settings.LanguageBoost)
	for _, v := range r.Doc().Voices {
		if voice, known := tts.FindVoice(v.ID); known {
			all = append(all, voice.Language)
		}
	}
	return all
}

// InsertSentence puts a test sentence on a line of its own at the caret, or in
// place of the whole script.
func (r *Script) InsertSentence(a dialog.InsertSentence) tea.Cmd {
	r.OpenTab(rooms.ScriptTab)
	if a.Replace {
		r.Editor.SelectAll()
		r.Editor.Insert(a.Text)
	} else {
		r.Editor.InsertLine(a.Text)
	}
	r.keep(rooms.Say.Deeds.Inserting(a.Language))
	return nil
}

// ReplaceBySentence puts the sentence under the cursor in place of the script.
func (r *Script) ReplaceBySentence() tea.Cmd {
	it, found := r.Top().(*dialog.Picker).Current()
	if !found {
		return nil
	}
	a := it.Action.(dialog.InsertSentence)
	a.Replace = true
	r.Pop()
	return r.InsertSentence(a)
}
