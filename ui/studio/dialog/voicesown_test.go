package dialog

import (
	"testing"
	"time"

	"voicestudio/tts"
	"voicestudio/tts/wording"
)

// At the first start an English voice speaks; a person's own language is next.
func TestAPersonsOwnLanguageComesNextAmongVoices(t *testing.T) {
	t.Cleanup(func() { wording.Speak(wording.English) })
	list := func(first, second string) {
		t.Helper()
		var all []ListedVoice
		for _, v := range tts.Voices() {
			all = append(all, ListedVoice{Voice: v})
		}
		d := NewVoices("", 0, "Portuguese_Narrator", "Portuguese", all, time.Now())
		var order []string
		for _, v := range d.shown {
			if v.Language != "" && (len(order) == 0 || order[len(order)-1] != v.Language) {
				order = append(order, v.Language)
			}
		}
		if len(order) < 2 || order[0] != first || order[1] != second {
			t.Errorf("%v", order)
		}
		d.NextLanguage()
		d.NextLanguage()
		if d.only.language != second {
			t.Errorf("the second filter is %s", d.only.language)
		}
	}
	list("Portuguese", "English")
	wording.Speak(wording.Chinese)
	list("Portuguese", "Chinese")
}
