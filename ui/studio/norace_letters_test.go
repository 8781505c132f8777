//go:build !race

package studio

import (
	"strings"
	"testing"

	"voicestudio/tts/wording"
)

// A name that is cut is no place to go to.
func TestTheRoomsBehindGAreWholeInChinese(t *testing.T) {
	wording.Speak(wording.Chinese)
	t.Cleanup(func() { wording.Speak(wording.English) })
	d := sit(t)
	for w, blend := range map[int]string{80: "b 混合 ", 120: "b 混合音色 "} {
		d.resize(w, 24)
		d.press("esc", "g")
		lines := strings.Split(strings.TrimRight(d.screen(), "\n"), "\n")
		bar := lines[len(lines)-1]
		if !strings.Contains(bar, blend) || !strings.Contains(bar, "c 试听台") || !strings.Contains(bar, "n 调音") || strings.Contains(bar, "…") {
			t.Errorf("%d: %s", w, bar)
		}
		d.press("esc")
	}
}
