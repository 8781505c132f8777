package listen

import (
	"cmp"

	"voicestudio/presets"
	"voicestudio/tts"
	"voicestudio/tts/takes"
	"voicestudio/ui/studio/edit"
	"voicestudio/ui/studio/rooms"
	"voicestudio/ui/studio/rooms/form"
)

// differences are those of two takes, what is heard most first: the voices, the
// settings, who spoke, the words.
func differences(a, b takes.Take) []presets.Difference {
	all := settings(a.Request, b.Request)
	plainly := func(name, was, now string) {
		if was != now {
			all = append(all, presets.Difference{Name: name, A: was, B: now, Short: now, Both: was + " → " + now})
		}
	}
	of := func(t takes.Take) string { return cmp.Or(t.Model, t.Request.Model, tts.DefaultModel) }
	plainly(form.Say.Model, of(a), of(b))
	plainly(Say.compare.host, string(a.Host), string(b.Host))
	if a.Request.Text != b.Request.Text {
		was, now := presets.Apart(tts.Clean(a.Request.Text), tts.Clean(b.Request.Text))
		plainly(Say.compare.words, rooms.Say.Screen.Quoted(edit.Shown(was)), rooms.Say.Screen.Quoted(edit.Shown(now)))
	}
	return all
}

// settings are the differences of voices and settings; the model is told by who
// spoke.
func settings(a, b tts.Request) []presets.Difference {
	a.Model = b.Model
	return presets.Differences(presets.DiffRequests(a, b))
}
