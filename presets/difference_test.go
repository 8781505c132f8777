package presets

import (
	"slices"
	"strings"
	"testing"

	"voicestudio/tts"
)

// A voice is called by the name that people know, and blends are told voice by
// voice, in sentences and, shorter, in the rows of takes.
func TestVoicesAreToldOneByOne(t *testing.T) {
	lady, anchor, wise := "English_Graceful_Lady", "Chinese (Mandarin)_News_Anchor", "Wise_Woman"
	voices := func(all ...any) (list []tts.TimbreWeight) {
		for i := 0; i < len(all); i += 2 {
			list = append(list, tts.TimbreWeight{VoiceID: all[i].(string), Weight: all[i+1].(int)})
		}
		return list
	}
	for _, c := range []struct {
		was, now        []tts.TimbreWeight
		sentence, short string
	}{
		{nil, voices(lady, 60, anchor, 40), "voice Graceful Lady 60, 新闻女声 40", "Graceful Lady 60; 新闻女声 40"},
		{voices(wise, 0), nil, "voice Wise Woman → unset", "voice Wise Woman → unset"},
		{voices(wise, 0), voices(lady, 0), "voice Wise Woman → Graceful Lady", "Graceful Lady"},
		{voices(lady, 50, anchor, 50), voices(lady, 50, anchor, 40), "新闻女声 50 → 40", "新闻女声 50 → 40"},
		{voices(lady, 0), voices(lady, 60, anchor, 40), "Graceful Lady 60; + 新闻女声 40", "Graceful Lady 60; + 新闻女声 40"},
		{voices(lady, 60, anchor, 40), voices(lady, 0), "− 新闻女声", "− 新闻女声"},
		{voices(lady, 60, anchor, 40), voices(wise, 0), "voice Graceful Lady 60, 新闻女声 40 → Wise Woman", "Wise Woman"},
		{voices("Spanish_Comedian", 0), voices("English_Comedian", 0), "voice Spanish_Comedian → English_Comedian", "English_Comedian"},
	} {
		var a, b tts.Request
		a.SetVoices(c.was)
		b.SetVoices(c.now)
		changes := DiffRequests(a, b)
		var short []string
		for _, d := range Differences(changes) {
			if d.Short != "" {
				short = append(short, d.Short)
			}
		}
		if got := strings.Join(Sentences(changes), "; "); got != c.sentence || strings.Join(short, "; ") != c.short {
			t.Errorf("want %q and %q, got %q and %q", c.sentence, c.short, got, short)
		}
	}
}

// Of two dictionaries only the words are told that are spoken differently.
func TestDictionariesAreToldWordByWord(t *testing.T) {
	var a, b tts.Request
	a.PronunciationDict.Tone = []string{"omg/oh my god", "quay/(key)", "SQL/sequel"}
	b.PronunciationDict.Tone = []string{"omg/oh my god", "quay/(ki:)", "GIF/jif"}
	want := []string{"quay as (key) → (ki:)", "SQL as sequel → unset", "GIF as jif"}
	if got := Sentences(DiffRequests(a, b)); !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
	b.PronunciationDict.Tone = []string{"quay/(key)", "SQL/sequel", "omg/oh my god"}
	if got := Sentences(DiffRequests(a, b)); len(got) != 1 || !strings.HasPrefix(got[0], "pronunciation ") {
		t.Errorf("another order is a difference of the files: %q", got)
	}
}

// Where two people changed the same blend or dictionary, only what is not the
// same is said, voice by voice and word by word.
func TestAConflictSaysBothSidesOfWhatIsNotTheSame(t *testing.T) {
	var base, mine, theirs Preset
	for i, p := range []*Preset{&base, &mine, &theirs} {
		p.Request.SetVoices([]tts.TimbreWeight{{VoiceID: "Wise_Woman", Weight: 50}, {VoiceID: "English_Graceful_Lady", Weight: 50 + 10*i}})
		p.Request.PronunciationDict.Tone = []string{"quay/(ki:)", "GIF/" + []string{"gif", "jif", "G I F"}[i]}
	}
	_, conflicts := Merge(base, mine, theirs)
	want := []string{"Graceful Lady: yours 60, theirs 70", "GIF: yours jif, theirs G I F"}
	if got := ConflictsInWords(conflicts); !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
}
