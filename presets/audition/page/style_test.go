package page

import (
	"math"
	"regexp"
	"strconv"
	"testing"
)

// luminance is WCAG 2's of a colour as #rrggbb.
func luminance(t *testing.T, colour string) float64 {
	t.Helper()
	rgb, err := strconv.ParseUint(colour[1:], 16, 32)
	if err != nil {
		t.Fatal(err)
	}
	linear := func(shift int) float64 {
		c := float64(rgb>>shift&0xff) / 255
		if c <= 0.04045 {
			return c / 12.92
		}
		return math.Pow((c+0.055)/1.055, 2.4)
	}
	return 0.2126*linear(16) + 0.7152*linear(8) + 0.0722*linear(0)
}

// WCAG 2.2: 4.5 for text (1.4.3), 3 for what shows where a button is or has the
// focus (1.4.11).
func TestEverythingCanBeReadInLightAndDark(t *testing.T) {
	schemes := regexp.MustCompile(`(?s):root \{(.*?)\}`).FindAllStringSubmatch(text("page.css"), -1)
	if len(schemes) != 2 {
		t.Fatalf("%d colour schemes", len(schemes))
	}
	for i, name := range []string{"light", "dark"} {
		colours := map[string]string{}
		for _, m := range regexp.MustCompile(`--([\w-]+): (#[0-9a-f]{6});`).FindAllStringSubmatch(schemes[i][1], -1) {
			colours[m[1]] = m[2]
		}
		for _, pair := range []struct {
			front, back string
			least       float64
		}{
			{"ink", "paper", 4.5}, {"ink", "card", 4.5}, {"dim", "paper", 4.5}, {"dim", "card", 4.5},
			{"on-accent", "accent", 4.5}, {"warn", "paper", 4.5}, {"accent", "card", 4.5},
			{"line", "paper", 3}, {"line", "card", 3}, {"accent", "paper", 3},
		} {
			a, b := luminance(t, colours[pair.front]), luminance(t, colours[pair.back])
			if contrast := (max(a, b) + 0.05) / (min(a, b) + 0.05); contrast < pair.least {
				t.Errorf("%s: %s on %s has a contrast of %.2f", name, pair.front, pair.back, contrast)
			}
		}
	}
}
