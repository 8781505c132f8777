package paint

import (
	"image/color"
	"strings"

	"charm.land/lipgloss/v2"

	"voicestudio/ui/charset"
)

// Look is what a theme is made of: what a person asked for, and what the terminal
// can do and has said of itself. Drawings that are kept have it in their keys.
type Look struct {
	Palette Palette
	Light   bool // the background is light; most are dark
	Known   bool // the terminal has said so, or the person
	Sixteen bool // the terminal has no colours but its own sixteen
	Charset charset.Charset
	Still   bool // nothing moves that tells nothing
}

// Palette is a choice of colours. Auto, Light and Dark are the same colours for
// what the background is, or is said to be.
type Palette uint8

const (
	Auto     Palette = iota
	Light            // whatever the terminal says of its background
	Dark             // the same
	Contrast         // 7 to 1 and more
	Terminal         // the terminal's own colours
)

// PaletteOf is the palette that settings call so; Auto for any other name.
func PaletteOf(name string) Palette {
	return map[string]Palette{"light": Light, "dark": Dark, "contrast": Contrast, "terminal": Terminal}[name]
}

// AtFirst is what the environment tells of the background, until the terminal does:
// COLORFGBG is the numbers of its colours for text and background. The console is
// black.
func AtFirst(getenv func(string) string) (light, known bool) {
	_, paper, found := strings.Cut(getenv("COLORFGBG"), ";")
	if at := strings.LastIndexByte(paper, ';'); at >= 0 {
		paper = paper[at+1:]
	}
	return paper == "7" || paper == "15", found || strings.HasPrefix(getenv("TERM"), "linux")
}

// NewTheme is the theme for a dark or a light background.
func NewTheme(dark bool) Theme { return Look{Light: !dark, Known: true}.Theme() }

// Theme is the theme for a look. Lip Gloss knows what is left of a colour where
// there are 256; where there are 16, the terminal's own are better chosen.
func (l Look) Theme() Theme {
	dark := !l.Light
	switch l.Palette {
	case Light, Dark:
		dark = l.Palette == Dark
	case Contrast:
		if !l.Known { // white on white would be none; what all text has is the most
			return l.dressed(dyes{})
		}
		return l.dressed(contrasts[dark])
	case Terminal:
		return l.dressed(owns(dark, l.Known))
	case Auto:
	}
	if l.Sixteen {
		return l.dressed(owns(dark, l.Known || l.Palette != Auto))
	}
	return l.dressed(usual[dark])
}

// dyes are the colours of a theme; nil is the terminal's own for text.
type dyes struct {
	text, dim, accent, border, ahead, good, warning, failure color.Color
	faint                                                    bool // what is no text has no colour and is faint
}

var usual = map[bool]dyes{
	false: {dim: hex("#626262"), accent: hex("#0b6b64"), border: hex("#b2b2b2"), ahead: hex("#767676"), good: hex("#166534"), warning: hex("#92400e"), failure: hex("#b91c1c")},
	true:  {dim: hex("#9e9e9e"), accent: hex("#5eead4"), border: hex("#585858"), ahead: hex("#767676"), good: hex("#86efac"), warning: hex("#fbbf24"), failure: hex("#fca5a5")},
}

var contrasts = map[bool]dyes{
	false: {text: hex("#000000"), dim: hex("#303030"), accent: hex("#0000af"), border: hex("#4e4e4e"), ahead: hex("#4e4e4e"), good: hex("#004b1e"), warning: hex("#5f0087"), failure: hex("#870000")},
	true:  {text: hex("#ffffff"), dim: hex("#dadada"), accent: hex("#87ffff"), border: hex("#bcbcbc"), ahead: hex("#bcbcbc"), good: hex("#afffaf"), warning: hex("#ffff5f"), failure: hex("#ffd7d7")},
}

// owns are colours that read on black or on white in the palettes that terminals
// come with: the bright ones on black, of the others red and blue on white. Where
// the background is not known there is none that reads on both, and words have the
// terminal's own colour.
func owns(dark, known bool) dyes {
	switch {
	case !known:
		return dyes{faint: true}
	case dark:
		return dyes{accent: lipgloss.BrightCyan, good: lipgloss.BrightGreen, warning: lipgloss.BrightYellow, failure: lipgloss.BrightRed, faint: true}
	}
	return dyes{accent: lipgloss.Blue, good: lipgloss.Blue, warning: lipgloss.Red, failure: lipgloss.Red, faint: true}
}

func hex(of string) color.Color { return lipgloss.Color(of) }

func (l Look) dressed(d dyes) Theme {
	style := func(c color.Color) lipgloss.Style {
		if c == nil {
			return lipgloss.NewStyle()
		}
		return lipgloss.NewStyle().Foreground(c)
	}
	shape := func(c color.Color) Ink { return inkOf(style(c).Faint(d.faint)) }
	accent, warning := style(d.accent), style(d.warning)
	return Theme{
		Look:    l,
		Text:    inkOf(style(d.text)),
		Strong:  inkOf(style(d.text).Bold(true)),
		Dim:     inkOf(style(d.dim)),
		Accent:  inkOf(accent),
		Marked:  inkOf(accent).Bold(true).Under(),
		Border:  shape(d.border),
		Ahead:   shape(d.ahead),
		focus:   inkOf(accent),
		Good:    inkOf(style(d.good)),
		Warning: inkOf(warning),
		Failure: inkOf(style(d.failure).Bold(true)),
		Sign:    inkOf(accent.Bold(true)),
		Wrong:   inkOf(warning).Under(),
	}
}
