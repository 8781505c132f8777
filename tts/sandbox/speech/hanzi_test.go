package speech

import (
	"testing"

	"github.com/mozillazg/go-pinyin"
)

func TestEveryCharacterIsReadAsTheDictionarySays(t *testing.T) {
	known := readings()
	for code := range pinyin.PinyinDict {
		said := pinyin.SinglePinyin(rune(code), pinyin.Args{Style: pinyin.Tone3})
		if len(said) == 0 || said[0] == known[rune(code)] {
			continue
		}
		t.Fatalf("%c is read %q, not %q; go generate ./tts/sandbox/speech reads the dictionary again", code, known[rune(code)], said[0])
	}
	if len(known) > len(pinyin.PinyinDict) {
		t.Errorf("%d characters are read, %d are in the dictionary", len(known), len(pinyin.PinyinDict))
	}
}
