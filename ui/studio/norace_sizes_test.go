//go:build !race

package studio

import (
	"testing"

	tea "charm.land/bubbletea/v2"
	"pgregory.net/rapid"

	"voicestudio/tts"
	"voicestudio/ui/studio/document"
)

func TestEveryScreenFitsAtEverySize(t *testing.T) {
	t.Parallel()
	for name, prepare := range states {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			d := seat{teams: map[string]string{crowded: t.TempDir()}}.sit(t)
			prepare(d)
			for _, size := range [][2]int{{39, 9}, {59, 18}, {60, 17}, {60, 18}, {61, 19}, {79, 23}, {80, 24}, {100, 30}, {109, 30}, {110, 24}, {120, 40}, {150, 20}, {200, 60}} {
				d.resize(size[0], size[1])
				d.fits(t)
			}
		})
	}
}

func TestAnySizeAndAnyKeysFit(t *testing.T) {
	t.Parallel()
	keys := []string{"tab", "down", "up", "right", "left", "enter", "esc", "backspace", "+", "m", "s", "u", "U", "ctrl+p", "f1", "5", "shift+right", "space", "ctrl+o", "ctrl+g", "ctrl+s", "alt+z", "down", "tab"}
	rapid.Check(t, func(r *rapid.T) {
		d := sit(t)
		for range rapid.IntRange(1, 25).Draw(r, "n") {
			if rapid.IntRange(0, 5).Draw(r, "resize") == 0 {
				d.w, d.h = rapid.IntRange(20, 220).Draw(r, "w"), rapid.IntRange(5, 70).Draw(r, "h")
				d.update(tea.WindowSizeMsg{Width: d.w, Height: d.h})
			}
			key := rapid.SampledFrom(keys).Draw(r, "key")
			if key == "U" {
				d.update(tea.KeyPressMsg{Code: 'u', ShiftedCode: 'U', Text: "U", Mod: tea.ModShift})
			} else {
				d.update(d.key(key))
			}
			d.fits(r)
			soundDocument(r, d.m.(*Model).Doc())
		}
	})
}

// soundDocument checks what must hold for every document that keys can reach.
func soundDocument(t *rapid.T, d document.Document) {
	if len(d.Voices) < 1 || len(d.Voices) > tts.MaxVoices {
		t.Fatalf("%d voices", len(d.Voices))
	}
	r := d.Request()
	r.Text = "x"
	if _, _, err := tts.Settle(r, tts.Target{Host: tts.Sandbox, Stream: true}); err != nil {
		t.Fatalf("keys led to a request that is refused: %v", err)
	}
	sum := 0
	for i := range d.Voices {
		sum += d.Share(i)
	}
	if sum != 100 {
		t.Fatalf("shares sum to %d %%", sum)
	}
}
