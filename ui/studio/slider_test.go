package studio

import (
	"math"
	"testing"

	"voicestudio/ui/studio/document"
	"voicestudio/ui/studio/paint"
	"voicestudio/ui/studio/trial"
)

func TestEveryNumberHasAPlaceOnASlider(t *testing.T) {
	look := paint.NewTheme(true)
	for _, x := range []float64{0, 1, -1, -0.1, 0.5, 2, 1e18, -1e18, 1 << 62, -(1 << 63), math.MaxFloat64, math.Inf(1), math.Inf(-1), math.NaN()} {
		for _, c := range append(append(blendControls(document.Document{Voices: make([]document.Voice, 9)}), voiceControls...), effectsControls...) {
			if c.kind != sliderControl && c.kind != weightControl {
				continue
			}
			if p := c.position(x); !(p >= 0 && p <= 1) {
				t.Errorf("%s %v stands at %v", c.label, x, p)
			}
			if v := c.round(x); !(v >= c.field.Min && v <= c.field.Max) {
				t.Errorf("%s %v is rounded to %v", c.label, x, v)
			}
			if c.show(x) == "" || paint.Width(c.show(x)) > 16 {
				t.Errorf("%s %v is shown as %q", c.label, x, c.show(x))
			}
		}
		for _, length := range []int{-5, 0, 1, 2, 30} {
			trial.Occupies(t, look.Slider(x, length, true, true), max(0, length))
		}
	}
}
