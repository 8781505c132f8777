package form

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"voicestudio/tts"
	"voicestudio/tts/wording"
	"voicestudio/ui/studio/document"
	"voicestudio/ui/studio/paint"
)

// A slider that shrinks as its value grows is not where the mouse looks for it.
func TestSlidersAreAsLongWhateverTheirValues(t *testing.T) {
	t.Cleanup(func() { wording.Speak(wording.English) })
	for _, l := range wording.Languages {
		wording.Speak(l)
		for _, pitch := range []int{0, 2, -12} {
			doc := document.Of(tts.Request{VoiceSetting: tts.VoiceSetting{VoiceID: "Wise_Woman", Pitch: &pitch}}, "")
			v := View{Doc: doc, Theme: paint.NewTheme(true), Obstacle: func(string, any) *tts.Problem { return nil }}
			for i, c := range VoiceControls() {
				if c.Kind != SliderControl {
					continue
				}
				_, length := c.Track(34)
				row := ansi.Strip(new(Form).control(c, i, v, 34)[0])
				track := 0
				for _, r := range row {
					if strings.ContainsRune("─━●○┿│◉", r) {
						track++
					}
				}
				if track != length || paint.Width(row) != 34 {
					t.Errorf("%s, pitch %d: %d cells, not %d: %s", l, pitch, track, length, row)
				}
			}
		}
	}
}
