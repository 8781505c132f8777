package paint_test

import (
	"image/color"
	"math"
	"strconv"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"voicestudio/ui/studio/paint"
)

// Words are read at 4.5 to 1 and shapes told at 3 to 1, as WCAG 2 has it for
// what is no decoration, on the backgrounds that terminals come with.
func TestEveryInkIsReadOnItsBackground(t *testing.T) {
	for dark, papers := range map[bool][]string{
		true:  {"000000", "16161e", "1e1e1e", "282828", "282c34", "002b36"},
		false: {"ffffff", "fbfbfb", "fdf6e3"},
	} {
		look := paint.NewTheme(dark)
		for name, c := range map[string]struct {
			ink   paint.Ink
			least float64
		}{
			"dim": {look.Dim, 4.5}, "accent": {look.Accent, 4.5}, "chosen": {look.Marked, 4.5}, "good": {look.Good, 4.5}, "warning": {look.Warning, 4.5},
			"failure": {look.Failure, 4.5}, "sign": {look.Sign, 4.5}, "wrong": {look.Wrong, 4.5}, "ahead": {look.Ahead, 3},
		} {
			for _, paper := range papers {
				if got := contrast(inkColour(t, c.ink), paper); got < c.least {
					t.Errorf("%s on #%s has %.2f to 1, not %.1f", name, paper, got, c.least)
				}
			}
		}
	}
}

// Where a terminal has 16 colours only, nothing becomes what its background is.
func TestEveryInkIsSeenInSixteenColours(t *testing.T) {
	for dark, gone := range map[bool]ansi.BasicColor{true: ansi.Black, false: ansi.BrightWhite} {
		look := paint.NewTheme(dark)
		for name, k := range map[string]paint.Ink{"dim": look.Dim, "accent": look.Accent, "border": look.Border, "ahead": look.Ahead, "good": look.Good, "warning": look.Warning, "failure": look.Failure} {
			n, _ := strconv.ParseUint(inkColour(t, k), 16, 24)
			if got := ansi.Convert16(color.RGBA{uint8(n >> 16), uint8(n >> 8), uint8(n), 255}); got == gone || name != "border" && name != "ahead" && !dark && got == ansi.White {
				t.Errorf("%s is colour %d on a background that is dark: %v", name, got, dark)
			}
		}
	}
}

// inkColour is the colour that an ink asks a terminal for.
func inkColour(t *testing.T, k paint.Ink) string {
	_, rest, found := strings.Cut(k.Render("x"), "38;2;")
	parts := strings.Split(strings.SplitN(rest, "m", 2)[0], ";")
	if !found || len(parts) < 3 {
		t.Fatalf("%q has no colour", k.Render("x"))
	}
	hex := ""
	for _, part := range parts[:3] {
		n, _ := strconv.Atoi(part)
		hex += strconv.FormatInt(int64(256+n), 16)[1:]
	}
	return hex
}

// contrast is that of two colours by their relative luminance.
func contrast(a, b string) float64 {
	light := func(hex string) (sum float64) {
		n, _ := strconv.ParseInt(hex, 16, 64)
		for i, weight := range []float64{0.0722, 0.7152, 0.2126} {
			v := float64(n>>(8*i)&255) / 255
			if v <= 0.04045 {
				v /= 12.92
			} else {
				v = math.Pow((v+0.055)/1.055, 2.4)
			}
			sum += weight * v
		}
		return sum
	}
	x, y := light(a), light(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}
