package tts

import (
	"encoding/json"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

func TestUnsetIsAbsentAndSetToTheDefaultStays(t *testing.T) {
	r := Request{Text: "x", VoiceSetting: VoiceSetting{Speed: new(1.0)}}
	b, err := json.Marshal(r)
	if want := `{"text":"x","voice_setting":{"speed":1}}`; err != nil || string(b) != want {
		t.Errorf("got %s, want %s (%v)", b, want, err)
	}
	r.Set("voice_setting.speed", nil)
	if b, _ = json.Marshal(r); string(b) != `{"text":"x"}` {
		t.Errorf("after unsetting: %s", b)
	}
}

func TestEveryFieldCanBeSetReadAndUnset(t *testing.T) {
	examples := map[Kind]string{Text: "word", Number: "1.5", Whole: "1", Switch: "true", List: `["处理/(chu3)(li3)"]`}
	for _, f := range Fields {
		value := examples[f.Kind]
		if f.Path == "timbre_weights" {
			value = `[{"voice_id":"a","weight":1}]`
		}
		if len(f.Values) > 0 {
			value = f.Values[len(f.Values)-1]
		}
		var r Request
		if err := r.Parse(f.Path, value); err != nil {
			t.Errorf("%s=%s: %v", f.Path, value, err)
		}
		if r.Get(f.Path) == nil {
			t.Errorf("%s=%s was not stored", f.Path, value)
		}
		if err := r.Parse(f.Path, ""); err != nil || !r.Equal(Request{}) {
			t.Errorf("%s= did not unset it: %+v, %v", f.Path, r, err)
		}
	}
}

func TestParseRefusesWhatItCannotStoreAndChangesNothing(t *testing.T) {
	for _, c := range [][2]string{
		{"voice_setting.sped", "1"}, {"voice_setting", "{}"}, {"", "1"},
		{"voice_setting.speed", "fast"}, {"voice_setting.pitch", "1.5"}, {"voice_setting.pitch", "1 2"},
		{"timbre_weights", `[{"voice":"a"}]`}, {"subtitle_enable", "yes"},
	} {
		var r Request
		if err := r.Parse(c[0], c[1]); err == nil {
			t.Errorf("%s=%s was taken", c[0], c[1])
		}
		if !r.Equal(Request{}) {
			t.Errorf("%s=%s changed the request", c[0], c[1])
		}
	}
	r := Request{VoiceSetting: VoiceSetting{Emotion: "calm"}}
	if err := r.Parse("voice_setting.emotion", "auto"); err != nil || r.VoiceSetting.Emotion != "" {
		t.Errorf("auto should unset the emotion: %v", err)
	}
}

func TestVoiceAndBlendAreOneList(t *testing.T) {
	var r Request
	r.SetVoices([]TimbreWeight{{"Wise_Woman", 40}})
	if r.VoiceSetting.VoiceID != "Wise_Woman" || r.TimbreWeights != nil {
		t.Errorf("one voice: %+v", r)
	}
	r.SetVoices([]TimbreWeight{{"Wise_Woman", 40}, {"Santa_Claus ", 60}})
	if r.VoiceSetting.VoiceID != "" || len(r.Voices()) != 2 {
		t.Errorf("two voices: %+v", r)
	}
}

func TestTheCatalogue(t *testing.T) {
	if n := len(Voices()); n != 423 {
		t.Errorf("%d voices", n)
	}
	for _, id := range []string{"Santa_Claus", "Chinese (Mandarin)_Warm-HeartedAunt", "Cantonese_ProfessionalHost (F)", "French_Female Journalist", "socialmedia_female_2_v1"} {
		if v, found := FindVoice(id); !found || v.Doubt() != "seen in use" {
			t.Errorf("%q: %+v", id, v)
		}
	}
	for _, id := range []string{"Santa_Claus ", "Cantonese_ProfessionalHost（F)", "French_Female_News Anchor", "English_Graceful_Lady"} {
		if _, found := FindVoice(id); !found {
			t.Errorf("%q is missing", id)
		}
	}
	seen := map[string]bool{}
	for _, v := range Voices() {
		if seen[v.ID] || v.ID == "" || v.Title() == "" {
			t.Errorf("%q: twice, empty or without a title", v.ID)
		}
		if _, doubtful := english.voices.doubts[v.Source]; !doubtful && !slices.Contains([]string{FromGetVoice, FromFAQ, FromReference}, v.Source) {
			t.Errorf("%q is from %q", v.ID, v.Source)
		}
		seen[v.ID] = true
	}
}

func TestEstimatedCharacters(t *testing.T) {
	// The sample of Alibaba's reference: 14 code points, 12 of them Han.
	if n := EstimateCharacters("今天是不是很开心呀，当然了！"); n != 26 {
		t.Errorf("%d, the host bills 26", n)
	}
}

func TestTextFromOutsideCannotSteerTheTerminal(t *testing.T) {
	e := &Error{Message: "bad\x1b[31m\u202evoice\x00\nline", Field: "text"}
	if got := e.Error(); got != "text: bad[31mvoice line" {
		t.Errorf("%q", got)
	}
}

func TestSharesAddUpToAHundred(t *testing.T) {
	for _, c := range []struct{ weights, want []int }{
		{nil, []int{}},
		{[]int{0}, []int{100}},
		{[]int{1, 1, 1}, []int{34, 33, 33}},
		{[]int{60, 40}, []int{60, 40}},
		{[]int{0, 0}, []int{50, 50}},
		{[]int{1 << 62, 1 << 62, 1}, []int{50, 50, 0}},
		{[]int{-5, 10}, []int{0, 100}},
	} {
		var voices []TimbreWeight
		for _, w := range c.weights {
			voices = append(voices, TimbreWeight{Weight: w})
		}
		if got := Shares(voices); !slices.Equal(got, c.want) {
			t.Errorf("weights %v have the shares %v, not %v", c.weights, got, c.want)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		voices := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) TimbreWeight { return TimbreWeight{Weight: rapid.Int().Draw(t, "weight")} }), 1, 9).Draw(t, "voices")
		sum := 0
		for _, share := range Shares(voices) {
			if sum += share; share < 0 {
				t.Fatalf("a share of %d", share)
			}
		}
		if sum != 100 {
			t.Fatalf("%v add up to %d", Shares(voices), sum)
		}
	})
}

func TestAMistypedNameIsRecognised(t *testing.T) {
	names := []string{"say", "lint", "list", "preset", "takes", "render"}
	for word, want := range map[string]string{"sya": "say", "lits": "list", "ltn": "lint", "prestes": "preset", "rendr": "render", "xyzzy": "", "": "", "takes": "takes"} {
		if got := Nearest(word, names); got != want {
			t.Errorf("%q is taken for %q, not %q", word, got, want)
		}
	}
}

func TestMoneyHasNoMoreDecimalsThanItNeeds(t *testing.T) {
	for want, m := range map[string]Money{"$1": {1, "USD"}, "$1.50": {1.5, "USD"}, "$0.015": {0.015, "USD"}, "¥0.01": {0.01, "CNY"}, "EUR 20": {20, "EUR"}, "$0": {0, "USD"}} {
		if got := m.Round(); got != want {
			t.Errorf("%v is %q", m, got)
		}
	}
}
