package paint_test

import (
	"fmt"
	"image/color"
	"math"
	"strconv"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"voicestudio/ui/studio/paint"
)

// The backgrounds that terminals come with.
var papers = map[bool][]string{
	true:  {"000000", "0c0c0c", "16161e", "1e1e1e", "282828", "282c34", "002b36"},
	false: {"ffffff", "fbfbfb", "fdf6e3"},
}

// inksOf are all inks of a theme; with words the least contrast of words, with 3
// that of shapes that tell something, with 1 what is for the eye only.
func inksOf(t paint.Theme, words float64) map[string]struct {
	ink   paint.Ink
	least float64
} {
	return map[string]struct {
		ink   paint.Ink
		least float64
	}{
		"text": {t.Text, words}, "strong": {t.Strong, words}, "dim": {t.Dim, words}, "accent": {t.Accent, words}, "chosen": {t.Marked, words}, "good": {t.Good, words},
		"warning": {t.Warning, words}, "failure": {t.Failure, words}, "sign": {t.Sign, words}, "wrong": {t.Wrong, words}, "ahead": {t.Ahead, 3}, "border": {t.Border, 1},
	}
}

// Words are read at 4.5 to 1 and shapes told at 3 to 1, as WCAG 2 has it for what is
// no decoration, and at 7 to 1 in high contrast; also where a terminal has 256
// colours.
func TestEveryInkIsReadOnItsBackground(t *testing.T) {
	for _, look := range []paint.Look{{}, {Light: true}, {Palette: paint.Light}, {Palette: paint.Dark, Light: true}, {Palette: paint.Contrast, Known: true}, {Palette: paint.Contrast, Known: true, Light: true}} {
		words, dark := 4.5, !look.Light
		switch look.Palette {
		case paint.Contrast:
			words = 7
		case paint.Light, paint.Dark:
			dark = look.Palette == paint.Dark
		case paint.Auto, paint.Terminal:
		}
		for name, c := range inksOf(look.Theme(), words) {
			asked := inkColour(c.ink)
			if asked == "" { // the terminal's own for text
				continue
			}
			for _, paper := range papers[dark] {
				for depth, colour := range map[string]string{"": asked, " in 256 colours": in256(asked)} {
					if got := contrast(colour, paper); got < c.least {
						t.Errorf("%v: %s%s on #%s has %.2f to 1, not %.1f", look, name, depth, paper, got, c.least)
					}
				}
			}
		}
	}
}

// The sixteen colours as terminals come with them: xterm, the Linux console, GNOME,
// Windows.
var sixteen = [][16]string{
	{"000000", "cd0000", "00cd00", "cdcd00", "0000ee", "cd00cd", "00cdcd", "e5e5e5", "7f7f7f", "ff0000", "00ff00", "ffff00", "5c5cff", "ff00ff", "00ffff", "ffffff"},
	{"000000", "aa0000", "00aa00", "aa5500", "0000aa", "aa00aa", "00aaaa", "aaaaaa", "555555", "ff5555", "55ff55", "ffff55", "5555ff", "ff55ff", "55ffff", "ffffff"},
	{"171421", "c01c28", "26a269", "a2734c", "12488b", "a347ba", "2aa1b3", "d0cfcc", "5e5c64", "f66151", "33da7a", "e9ad0c", "2a7bde", "c061cb", "33c7de", "ffffff"},
	{"0c0c0c", "c50f1f", "13a10e", "c19c00", "0037da", "881798", "3a96dd", "cccccc", "767676", "e74856", "16c60c", "f9f1a5", "3b78ff", "b4009e", "61d6d6", "f2f2f2"},
}

// The terminal's own colours read on black and on white; where nobody knows which
// it is there are none, and nothing needs them.
func TestTheTerminalsOwnColoursAreRead(t *testing.T) {
	unknown := inksOf(paint.Look{Palette: paint.Terminal}.Theme(), 4.5)
	for name, c := range inksOf(paint.Look{Palette: paint.Contrast}.Theme(), 7) {
		unknown["contrast, "+name] = c
	}
	for name, c := range unknown {
		if got := c.ink.Render("x"); strings.Contains(got, "[3") || strings.Contains(got, ";3") || strings.Contains(got, "9m") {
			t.Errorf("%s has a colour on a background that is not known: %q", name, got)
		}
	}
	for _, look := range []paint.Look{{Palette: paint.Terminal, Known: true}, {Palette: paint.Terminal, Known: true, Light: true}, {Sixteen: true, Known: true}} {
		for name, c := range inksOf(look.Theme(), 4.5) {
			at, own := ownColour(c.ink)
			if !own {
				continue
			}
			for _, all := range sixteen {
				paper := "ffffff"
				if !look.Light {
					paper = all[0]
				}
				if got := contrast(all[at], paper); got < c.least {
					t.Errorf("%v: %s on #%s has %.2f to 1", look, name, paper, got)
				}
			}
		}
	}
}

// A palette that was asked for by name is never one that needs more colours than
// the terminal has.
func TestSixteenColoursAreTheTerminalsOwn(t *testing.T) {
	for _, p := range []paint.Palette{paint.Auto, paint.Light, paint.Dark} {
		for name, c := range inksOf(paint.Look{Palette: p, Sixteen: true, Known: true}.Theme(), 4.5) {
			if inkColour(c.ink) != "" {
				t.Errorf("%s in palette %d asks for %q", name, p, c.ink.Render("x"))
			}
		}
	}
	for dark, gone := range map[bool]ansi.BasicColor{true: ansi.Black, false: ansi.BrightWhite} {
		for name, c := range inksOf(paint.Look{Palette: paint.Contrast, Known: true, Light: !dark}.Theme(), 7) {
			if got := ansi.Convert16(rgb(inkColour(c.ink))); got == gone {
				t.Errorf("%s is colour %d on a background that is dark: %v", name, got, dark)
			}
		}
	}
}

func TestTheEnvironmentTellsOfTheBackground(t *testing.T) {
	for told, light := range map[string]bool{"": false, "15;0": false, "0;15": true, "0;default;15": true, "12;7": true, "7;8": false} {
		if got, known := paint.AtFirst(func(string) string { return told }); got != light || known != (told != "") {
			t.Errorf("%q: light is %v", told, got)
		}
	}
}

// inkColour is the colour that an ink asks a terminal for; empty for its own ones.
func inkColour(k paint.Ink) string {
	_, rest, found := strings.Cut(k.Render("x"), "38;2;")
	parts := strings.Split(strings.SplitN(rest, "m", 2)[0], ";")
	if !found || len(parts) < 3 {
		return ""
	}
	hex := ""
	for _, part := range parts[:3] {
		n, _ := strconv.Atoi(part)
		hex += strconv.FormatInt(int64(256+n), 16)[1:]
	}
	return hex
}

// ownColour is which of the sixteen an ink asks for.
func ownColour(k paint.Ink) (at int, own bool) {
	codes, _, _ := strings.Cut(strings.TrimPrefix(k.Render("x"), "\x1b["), "m")
	for code := range strings.SplitSeq(codes, ";") {
		switch n, _ := strconv.Atoi(code); {
		case n >= 30 && n <= 37:
			return n - 30, true
		case n >= 90 && n <= 97:
			return n - 82, true
		}
	}
	return 0, false
}

func rgb(hex string) color.RGBA {
	n, _ := strconv.ParseUint(hex, 16, 24)
	return color.RGBA{uint8(n >> 16), uint8(n >> 8), uint8(n), 255}
}

// in256 is what Bubble Tea makes of a colour where there are 256.
func in256(hex string) string {
	r, g, b, _ := ansi.Convert256(rgb(hex)).RGBA()
	return fmt.Sprintf("%02x%02x%02x", r>>8, g>>8, b>>8)
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
