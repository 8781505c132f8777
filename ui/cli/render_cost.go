package cli

import (
	"voicestudio/tts"
	"voicestudio/ui/sheet"
)

// costSentence says what a run will send.
func costSentence(c sheet.Cost, host tts.HostProfile) string {
	said := []string{say.render.rows(c.Rows)}
	if c.Done > 0 {
		said = append(said, say.render.done(c.Done))
	}
	if c.Free > 0 {
		said = append(said, say.render.free(c.Free))
	}
	if c.Send > 0 {
		said = append(said, say.render.send(c.Send, host.Title, c.Characters))
	}
	switch {
	case c.Send == 0:
	case host.Name == tts.Sandbox:
		said = append(said, say.render.atNoCost)
	case c.Price == nil:
		said = append(said, say.render.unknownPrice)
	default:
		said = append(said, say.render.price(*c.Price, c.Unpriced))
	}
	return tts.Listed(said...)
}
