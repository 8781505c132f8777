package rooms

import (
	"fmt"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"

	"voicestudio/tts"
	"voicestudio/ui/studio/edit"
)

// Script is where the words are written.
type Script struct {
	*Shared
	Editor edit.Editor
}

// Show brings the editor in step with the document.
func (r *Script) Show() { r.Editor.Set(r.Doc().Text) }

// Edit gives a letter, a paste, or a key that edits text to the editor.
func (r *Script) Edit(msg tea.Msg) tea.Cmd {
	cmd := r.Editor.Update(msg)
	r.keep(Say.Deeds.typing)
	return cmd
}

// keep makes what the editor has the document's words.
func (r *Script) keep(what string) {
	doc := r.Doc()
	doc.Text = r.Editor.Words
	r.Change(doc, what)
}

// NewLine breaks the line at the caret.
func (r *Script) NewLine() {
	r.Editor.Insert("\n")
	r.keep(Say.Deeds.typing)
}

// Insert puts a marker at the caret.
func (r *Script) Insert(marker string) tea.Cmd {
	r.FocusOn(ScriptPanel)
	r.Editor.Insert(marker)
	r.keep(Say.Deeds.inserting(marker))
	return nil
}

// Clear starts with no words.
func (r *Script) Clear() tea.Cmd {
	doc := r.Doc()
	doc.Text = ""
	r.Change(doc, Say.Deeds.newScript)
	r.FocusOn(ScriptPanel)
	return nil
}

// Draw draws the script with its border.
func (r *Script) Draw(at Rect) string {
	badge := ""
	if n := utf8.RuneCountInString(r.Doc().Text); n > 0 {
		badge = fmt.Sprintf("%d / %d", n, tts.MaxText-1)
	}
	return r.Theme.Frame(Say.Panels[ScriptPanel], badge, r.Focus == ScriptPanel && r.Top() == nil, at.W, at.H, r.Editor.Draw(r.Theme))
}
