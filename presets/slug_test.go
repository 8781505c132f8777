package presets

import (
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"
)

func TestSlug(t *testing.T) {
	for name, want := range map[string]string{
		"Warm narrator":          "warm-narrator",
		"  News / Desk (v2)! ":   "news-desk-v2",
		"温柔女声":                   "温柔女声",
		"Ärger":                  "ärger",
		"A\u0308rger":            "ärger",
		"हिन्दी":                 "हिन्दी",
		"❤️ love 1️⃣":            "love-1",
		"😀":                      "preset",
		"":                       "preset",
		"..":                     "preset",
		"../x":                   "x",
		`C:\x`:                   "c-x",
		"CON":                    "preset-con",
		"Lpt1.":                  "preset-lpt1",
		"COM10":                  "com10",
		"x\xffy":                 "x-y",
		".hidden":                "hidden",
		"-rf":                    "rf",
		strings.Repeat("声", 100): strings.Repeat("声", 26),
		strings.Repeat("n", 100): strings.Repeat("n", 80),
	} {
		if got := Slug(name); got != want {
			t.Errorf("Slug(%q) = %q, want %q", name, got, want)
		}
	}
}

func TestASlugIsAlwaysAFileName(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := Slug(rapid.String().Draw(t, "name"))
		if s == "" || len(s) > maxSlug || !utf8.ValidString(s) || strings.ContainsAny(s, "/\\:.*?\"<>|\x00 ") || strings.Trim(s, "-") != s || devices[s] {
			t.Fatalf("got %q", s)
		}
	})
}
