package rooms

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"voicestudio/tts"
	"voicestudio/ui/studio/dialog"
)

// sentence is one that voices are tried with. Each has numbers, a name, a
// question, plosives and sibilants in it, so that two takes of it tell what a
// setting does to them; it never changes, so that old takes can be compared.
type sentence struct {
	boost    string // the value of language_boost
	language string // as its speakers call it
	text     string
	short    string // a greeting: what a voice is like, for little money
}

// PickSentence lists the test sentences, the language of the settings first and
// then that of the voice.
func (r *Script) PickSentence() tea.Cmd {
	first := r.languages()
	all := slices.Clone(sentences)
	slices.SortStableFunc(all, func(a, b sentence) int { return rank(first, a.boost) - rank(first, b.boost) })
	var items []dialog.Item
	for _, s := range all {
		items = append(items, dialog.Item{Title: s.language, Detail: s.text, Right: s.boost, Action: dialog.InsertSentence{Language: s.language, Text: s.text}})
	}
	r.Push(dialog.NewPicker(Say.Script.sentences, Say.Script.sentencesHint, items), InSentences)
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
	r.OpenTab(ScriptTab)
	if a.Replace {
		r.Editor.SelectAll()
		r.Editor.Insert(a.Text)
	} else {
		r.Editor.InsertLine(a.Text)
	}
	r.keep(Say.Deeds.inserting(a.Language))
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
