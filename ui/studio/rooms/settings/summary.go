package settings

import (
	"slices"

	"voicestudio/tts"
	"voicestudio/ui/studio/document"
	"voicestudio/ui/studio/rooms"
	"voicestudio/ui/studio/rooms/form"
)

// summary is what a folded form still says: everything that is set in it.
func (r *Forms) summary(p rooms.Panel) string {
	if all := r.Doc().Voices; p == rooms.BlendPanel && slices.ContainsFunc(all, func(v document.Voice) bool { return v.Muted || v.Solo }) {
		return form.InSound(r.Doc())
	}
	var set []string
	for _, c := range r.Controls(p) {
		if said := c.Brief(r.Doc()); said != "" {
			set = append(set, said)
		}
	}
	if words := len(r.Doc().Settings.PronunciationDict.Tone); p == rooms.PronunciationPanel && words > 0 {
		return form.Say.Words(words, tts.Listed(set...))
	}
	if len(set) == 0 {
		return form.Say.Nothing[p]
	}
	return tts.Listed(set...)
}
