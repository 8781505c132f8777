package studio

import (
	"fmt"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"

	"voicestudio/tts"
	"voicestudio/ui/studio/edit"
)

// scriptRoom is where the words are written.
type scriptRoom struct {
	*shared
	editor edit.Editor
}

// show brings the editor in step with the document.
func (r *scriptRoom) show() { r.editor.Set(r.doc().Text) }

// edit gives a letter, a paste, or a key that edits text to the editor.
func (r *scriptRoom) edit(msg tea.Msg) tea.Cmd {
	cmd := r.editor.Update(msg)
	r.keep(say.deeds.typing)
	return cmd
}

// keep makes what the editor has the document's words.
func (r *scriptRoom) keep(what string) {
	doc := r.doc()
	doc.Text = r.editor.Words
	r.change(doc, what)
}

func (r *scriptRoom) newLine() {
	r.editor.Insert("\n")
	r.keep(say.deeds.typing)
}

// insert puts a marker at the caret.
func (r *scriptRoom) insert(marker string) tea.Cmd {
	r.focusOn(scriptPanel)
	r.editor.Insert(marker)
	r.keep(say.deeds.inserting(marker))
	return nil
}

// clear starts with no words.
func (r *scriptRoom) clear() tea.Cmd {
	doc := r.doc()
	doc.Text = ""
	r.change(doc, say.deeds.newScript)
	r.focusOn(scriptPanel)
	return nil
}

func (r *scriptRoom) draw(at rect) string {
	badge := ""
	if n := utf8.RuneCountInString(r.doc().Text); n > 0 {
		badge = fmt.Sprintf("%d / %d", n, tts.MaxText-1)
	}
	return r.theme.Frame(say.panels[scriptPanel], badge, r.focus == scriptPanel && r.top() == nil, at.w, at.h, r.editor.Draw(r.theme))
}
