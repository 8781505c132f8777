package dialog

import (
	"testing"

	"voicestudio/presets"
	"voicestudio/tts/wording"
)

func TestEverySentenceIsThere(t *testing.T) {
	if missing := wording.Missing(english); len(missing) > 0 {
		t.Errorf("nothing is said for %v", missing)
	}
	for _, group := range presets.Groups {
		if english.groups[group] == "" {
			t.Errorf("the part %s has no name", group)
		}
	}
	if orders := english.browser.orders; len(orders) != int(presets.ByRank)+1 {
		t.Errorf("%q are not the orders of a list", orders)
	}
}
