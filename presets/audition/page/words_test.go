package page

import (
	"encoding/json"
	"maps"
	"regexp"
	"slices"
	"testing"

	"voicestudio/tts/wording"
)

func TestEverySentenceIsThereInBothLanguages(t *testing.T) {
	for lang, w := range map[string]words{"en": english, "zh": chinese} {
		if missing := wording.Missing(w); len(missing) > 0 {
			t.Errorf("%s: nothing is said for %v", lang, missing)
		}
	}
}

// said is a language as the page has it: sentences by their keys.
func said(t *testing.T, w words) (sentences map[string]string) {
	t.Helper()
	encoded, err := json.Marshal(w)
	if err == nil {
		err = json.Unmarshal(encoded, &sentences)
	}
	if err != nil {
		t.Fatal(err)
	}
	return sentences
}

func TestThePageSaysWhatIsThereAndNothingElse(t *testing.T) {
	view := text("view.js") + text("question.js") + text("keys.js")
	used := map[string]bool{}
	for _, m := range regexp.MustCompile(`data-(?:word|label)="(\w+)"|dataset\.word = "(\w+)"`).FindAllStringSubmatch(text("page.html")+view, -1) {
		used[m[1]+m[2]] = true
	}
	for _, call := range regexp.MustCompile(`\bsay\(([^{]*?)(?:\)|, \{|, numbers)`).FindAllStringSubmatch(view, -1) {
		for _, key := range regexp.MustCompile(`"(\w+)"`).FindAllStringSubmatch(call[1], -1) {
			used[key[1]] = true
		}
	}
	there := said(t, english)
	for key := range used {
		if there[key] == "" {
			t.Errorf("the page says %q, which no language has", key)
		}
	}
	for key := range there {
		if !used[key] {
			t.Errorf("the page never says %q", key)
		}
	}
}

func TestBothLanguagesPutTheSameNumbersIn(t *testing.T) {
	numbers := func(sentence string) []string {
		set := map[string]bool{}
		for _, n := range regexp.MustCompile(`\{\w+\}`).FindAllString(sentence, -1) {
			set[n] = true
		}
		return slices.Sorted(maps.Keys(set))
	}
	zh := said(t, chinese)
	for key, sentence := range said(t, english) {
		if en := numbers(sentence); !slices.Equal(en, numbers(zh[key])) {
			t.Errorf("%s: %v in %q, not in %q", key, en, sentence, zh[key])
		}
	}
}
