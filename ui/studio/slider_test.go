package studio

import (
	"math"
	"testing"

	"voicestudio/ui/studio/document"
	"voicestudio/ui/studio/paint"
	"voicestudio/ui/studio/rooms/form"
	"voicestudio/ui/studio/trial"
)

func TestEveryNumberHasAPlaceOnASlider(t *testing.T) {
	look := paint.NewTheme(true)
	for _, x := range []float64{0, 1, -1, -0.1, 0.5, 2, 1e18, -1e18, 1 << 62, -(1 << 63), math.MaxFloat64, math.Inf(1), math.Inf(-1), math.NaN()} {
		for _, c := range append(append(form.BlendControls(document.Document{Voices: make([]document.Voice, 9)}), form.VoiceControls()...), form.EffectsControls()...) {
			if c.Kind != form.SliderControl && c.Kind != form.WeightControl {
				continue
			}
			if p := c.Position(x); !(p >= 0 && p <= 1) {
				t.Errorf("%s %v stands at %v", c.Label, x, p)
			}
			if v := c.Round(x); !(v >= c.Field.Min && v <= c.Field.Max) {
				t.Errorf("%s %v is rounded to %v", c.Label, x, v)
			}
			if c.Show(x) == "" || paint.Width(c.Show(x)) > 16 {
				t.Errorf("%s %v is shown as %q", c.Label, x, c.Show(x))
			}
		}
		for _, length := range []int{-5, 0, 1, 2, 30} {
			trial.Occupies(t, look.Slider(x, 0.5, length, true, true), max(0, length))
		}
	}
}
