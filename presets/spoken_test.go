package presets

import (
	"slices"
	"strings"
	"testing"

	"voicestudio/tts"
)

func TestABlendIsSpokenOfByNames(t *testing.T) {
	lady, anchor, woman := "English_Graceful_Lady", "Chinese (Mandarin)_News_Anchor", "Wise_Woman"
	blend := func(v ...tts.TimbreWeight) (r tts.Request) {
		r.SetVoices(v)
		return r
	}
	for _, c := range []struct {
		name string
		a, b tts.Request
		want string
	}{
		{"set", tts.Request{}, blend(tts.TimbreWeight{VoiceID: lady, Weight: 60}, tts.TimbreWeight{VoiceID: anchor, Weight: 40}), "voice Graceful Lady 60, 新闻女声 40"},
		{"from a single voice", blend(tts.TimbreWeight{VoiceID: lady}), blend(tts.TimbreWeight{VoiceID: lady, Weight: 60}, tts.TimbreWeight{VoiceID: anchor, Weight: 40}), "voice Graceful Lady → Graceful Lady 60, 新闻女声 40"},
		{"weighed anew", blend(tts.TimbreWeight{VoiceID: lady, Weight: 60}, tts.TimbreWeight{VoiceID: anchor, Weight: 40}), blend(tts.TimbreWeight{VoiceID: lady, Weight: 70}, tts.TimbreWeight{VoiceID: anchor, Weight: 40}), "Graceful Lady 60 → 70"},
		{"one for another", blend(tts.TimbreWeight{VoiceID: lady, Weight: 60}, tts.TimbreWeight{VoiceID: anchor, Weight: 40}), blend(tts.TimbreWeight{VoiceID: lady, Weight: 60}, tts.TimbreWeight{VoiceID: woman, Weight: 30}), "+ Wise Woman 30, − 新闻女声"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := Spoken(DiffRequests(c.a, c.b)); !slices.Equal(got, []string{c.want}) {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestALongTextIsSpokenOfFromWhereItDiffers(t *testing.T) {
	long := strings.Repeat("For the boats in the harbour. ", 5)
	got := Spoken(Diff(Preset{Notes: long + "Anna liked it with 55."}, Preset{Notes: long + "Anna liked it with 70."}))
	if want := []string{`notes "…55." → "…70."`}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}
