package studio

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"voicestudio/tts"
)

// modifiers are the ways in which people write them; keys are told in this order.
var modifiers = []struct {
	name  string
	mod   string
	forms []string
}{
	{"ctrl", "ctrl+", []string{"ctrl", "control", "ctl", "c", "^"}},
	{"alt", "alt+", []string{"alt", "meta", "option", "opt", "m", "a"}},
	{"shift", "shift+", []string{"shift", "s"}},
}

// named keys as people write them, by the name that the terminal's library has.
var keyForms = map[string][]string{
	"enter": {"enter", "return", "ret", "cr"}, "esc": {"esc", "escape"}, "space": {"space", "spacebar", "spc"}, "tab": {"tab"},
	"backspace": {"backspace", "bs", "back"}, "delete": {"delete", "del"}, "insert": {"insert", "ins"}, "home": {"home"}, "end": {"end"},
	"pgup": {"pgup", "pageup", "prior"}, "pgdown": {"pgdown", "pgdn", "pagedown", "next"},
	"up": {"up", "arrowup", "↑"}, "down": {"down", "arrowdown", "↓"}, "left": {"left", "arrowleft", "←"}, "right": {"right", "arrowright", "→"},
	"+": {"plus"}, "-": {"minus", "hyphen"},
}

// swallowed are keys that terminals send as another one.
var swallowed = map[string]string{"ctrl+i": "tab", "ctrl+m": "enter", "ctrl+[": "esc", "ctrl+shift+i": "tab", "ctrl+shift+m": "enter", "ctrl+space": "ctrl+@"}

// keysOf are the keys that a person means by what they wrote, as terminals name
// them: a capital is one with shift in some. The fault says what is wrong with it.
func keysOf(written string) (keys []string, fault *tts.Said) {
	wrong := func(s tts.Said) ([]string, *tts.Said) { return nil, &s }
	rest := norm.NFC.String(strings.TrimSpace(written))
	if inside, is := strings.CutPrefix(rest, "<"); is && len(inside) > 1 && strings.HasSuffix(inside, ">") {
		rest = strings.TrimSuffix(inside, ">") // as in vi
	}
	if written == " " {
		rest = "space"
	}
	held := map[string]bool{}
	for {
		name, after, found := cutModifier(rest)
		if !found {
			break
		}
		held[name], rest = true, after
	}
	base := ""
	low := strings.ToLower(strings.ReplaceAll(rest, " ", ""))
	for name, forms := range keyForms {
		if slices.Contains(forms, low) {
			base = name
		}
	}
	switch letter, n := utf8.DecodeRuneInString(rest); {
	case base != "":
	case functionKey(low):
		base = low
	case n == 0:
		return wrong(titles.own.empty(quoted(written)))
	case n < len(rest):
		return wrong(titles.own.noKey(quoted(written), tts.Nearest(low, keyNamesKnown())))
	case !unicode.IsPrint(letter) || unicode.Is(unicode.M, letter):
		return wrong(titles.own.noKey(quoted(written), ""))
	default:
		if held["ctrl"] {
			rest = low // terminals tell no capitals apart there
		}
		if held["shift"] && unicode.IsLetter(letter) {
			rest = strings.ToUpper(rest)
		}
		base = rest
	}
	capital, _ := utf8.DecodeRuneInString(base)
	isCapital := utf8.RuneCountInString(base) == 1 && unicode.IsUpper(capital) && unicode.ToLower(capital) != capital
	if utf8.RuneCountInString(base) == 1 && !unicode.IsLetter(capital) {
		if held["shift"] && !held["ctrl"] && !held["alt"] {
			return wrong(titles.own.shiftSign(quoted(written)))
		}
	}
	before := ""
	for _, m := range modifiers {
		if held[m.name] && !(m.name == "shift" && isCapital) {
			before += m.mod
		}
	}
	switch {
	case held["ctrl"] && held["shift"] && isCapital:
		keys = []string{before + "shift+" + strings.ToLower(base)}
	case isCapital && before == "":
		keys = []string{base, "shift+" + strings.ToLower(base)}
	case isCapital:
		keys = []string{before + "shift+" + strings.ToLower(base), before + base}
	default:
		keys = []string{before + base}
	}
	if other, is := swallowed[keys[0]]; is {
		return wrong(titles.own.swallowed(keys[0], other))
	}
	return keys, nil
}

// cutModifier takes a modifier off: Ctrl+x, C-x, ctrl x, ^x.
func cutModifier(s string) (name, rest string, found bool) {
	for _, m := range modifiers {
		for _, form := range m.forms {
			if len(s) <= len(form) || !strings.EqualFold(s[:len(form)], form) {
				continue
			}
			after := strings.TrimLeft(s[len(form):], " ")
			parted := len(after) < len(s)-len(form) && len(form) > 1
			if sign := strings.TrimLeft(after, " "); sign != "" && (sign[0] == '+' || sign[0] == '-') && len(sign) > 1 {
				after, parted = strings.TrimLeft(sign[1:], " "), true
			}
			if after != "" && (parted || form == "^") {
				return m.name, after, true
			}
		}
	}
	return "", s, false
}

func functionKey(s string) bool {
	digits, is := strings.CutPrefix(s, "f")
	if !is || len(digits) == 0 || len(digits) > 2 || digits[0] == '0' {
		return false
	}
	n := 0
	for _, d := range digits {
		if d < '0' || d > '9' {
			return false
		}
		n = 10*n + int(d-'0')
	}
	return n <= 24
}

func keyNamesKnown() (all []string) {
	for name := range keyForms {
		all = append(all, name)
	}
	slices.Sort(all)
	return all
}

// types reports whether a key writes something where texts are typed.
func types(key string) bool {
	return utf8.RuneCountInString(key) == 1 || key == "space" || strings.HasPrefix(key, "shift+") && utf8.RuneCountInString(key) == len("shift+")+1
}

func quoted(s string) string { return `"` + tts.Clean(s) + `"` }
