package paint_test

import (
	"fmt"
	"math"
	"reflect"
	"regexp"
	"testing"

	"voicestudio/ui/studio/paint"
)

// The backgrounds of common terminals, of which the last is the hardest to read
// on.
var backgrounds = map[bool][][3]float64{
	true:  {{0, 0, 0}, {0x1e, 0x1e, 0x1e}, {0x28, 0x2c, 0x34}},
	false: {{0xff, 0xff, 0xff}, {0xfa, 0xfa, 0xfa}, {0xfd, 0xf6, 0xe3}},
}

func TestEveryWordCanBeRead(t *testing.T) {
	colour := regexp.MustCompile(`38;2;(\d+);(\d+);(\d+)`)
	for dark, all := range backgrounds {
		theme, seen := reflect.ValueOf(paint.NewTheme(dark)), 0
		for i := range theme.NumField() {
			field := theme.Type().Field(i)
			if field.Name == "Border" || !field.IsExported() || field.Type != reflect.TypeFor[paint.Ink]() {
				continue // lines are no words
			}
			drawn := colour.FindStringSubmatch(theme.Field(i).Interface().(paint.Ink).Render("x"))
			if drawn == nil {
				continue // the terminal's own colour
			}
			seen++
			var words [3]float64
			for k := range words {
				fmt.Sscan(drawn[k+1], &words[k])
			}
			for _, on := range all {
				if c := contrast(words, on); c < 4.5 {
					t.Errorf("%s (dark %v) on %v has a contrast of %.2f", field.Name, dark, on, c)
				}
			}
		}
		if seen < 6 {
			t.Errorf("only %d inks have colours", seen)
		}
	}
}

// contrast is that of WCAG 2.
func contrast(a, b [3]float64) float64 {
	light, dark := max(luminance(a), luminance(b)), min(luminance(a), luminance(b))
	return (light + 0.05) / (dark + 0.05)
}

func luminance(colour [3]float64) (sum float64) {
	for i, share := range []float64{0.2126, 0.7152, 0.0722} {
		c := colour[i] / 255
		if c > 0.04045 {
			c = math.Pow((c+0.055)/1.055, 2.4)
		} else {
			c /= 12.92
		}
		sum += share * c
	}
	return sum
}
