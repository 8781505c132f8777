package plain

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"voicestudio/tts"
)

// do does what a line says.
func (d *desk) do(l line) {
	if l.fault != nil {
		d.dismiss()
		d.fail(l.fault)
		return
	}
	if d.typing != nil {
		d.typed(l.text)
		return
	}
	text := strings.TrimFunc(l.text, func(r rune) bool { return unicode.IsSpace(r) || r == '\ufeff' })
	if d.asked != nil {
		if taken, err := d.answer(text); taken || err != nil {
			d.after(err)
			return
		}
	}
	d.report()
	d.work.Apart()
	switch {
	case strings.HasPrefix(text, "#"):
		return
	case text == "":
		if d.Typed && d.halt() {
			d.say(say.sound.stopped)
		}
		return
	}
	if word := strings.ToLower(text); among(say.ask.yes, word) || among(say.ask.no, word) { // it must not be the beginning of a command
		d.after(wrong(say.ask.nothing))
		return
	}
	if n, err := strconv.Atoi(text); err == nil {
		d.after(d.pickNumber(n))
		return
	}
	c, rest, err := d.find(text)
	if err != nil {
		d.notUnderstood(text, err)
		return
	}
	d.after(c.run(d, rest))
}

func (d *desk) after(err error) {
	if err != nil {
		d.fail(err)
	}
	d.noteScreen()
}

// notUnderstood says so; what looks like words to be spoken is offered as such.
func (d *desk) notUnderstood(text string, err error) {
	blanks := strings.Count(text, " ")
	han := strings.ContainsFunc(text, func(r rune) bool { return unicode.Is(unicode.Han, r) })
	if d.Typed && (blanks >= 2 || han) {
		d.yes(say.text.areWords, func() error { return setText(d, text) })
		return
	}
	d.fail(err)
}

// find is the command that a line means, and what stands behind its name.
func (d *desk) find(text string) (c command, rest string, err error) {
	text = strings.TrimSpace(text)
	word, rest, _ := strings.Cut(text, " ")
	if strings.HasPrefix(text, "?") && len(text) > 1 { // ?speed
		word, rest = "?", text[1:]
	}
	all := commands()
	for _, s := range settings {
		all = append(all, command{names: s.names, group: ofSettings, run: func(d *desk, rest string) error { return d.setTo(s, rest) }})
	}
	if c, err = meant(word, all); err != nil {
		return c, "", err
	}
	rest = strings.TrimSpace(rest)
	if n, behind := first(rest); c.names[0] == "line" && isNumber(n) { // line 3 play is line play 3
		if sub, more := first(behind); sub != "" {
			rest = sub + " " + n + " " + more
			if _, err := meant(sub, c.subs); err != nil {
				rest = n + " " + behind
			}
		}
	}
	if sub, behind, _ := strings.Cut(rest, " "); len(c.subs) > 0 && sub != "" {
		if inner, err := meant(sub, c.subs); err == nil && !d.isVoice(c, sub) && (!c.exact || slices.Contains(namesOf(inner), strings.ToLower(sub))) {
			return inner, strings.TrimSpace(behind), nil
		}
	}
	return c, rest, nil
}

func isNumber(word string) bool {
	_, err := strconv.Atoi(word)
	return err == nil
}

// isVoice reports that a word behind blend is rather a voice than the beginning of
// what can be done with one.
func (d *desk) isVoice(c command, word string) bool {
	_, known := tts.FindVoice(word)
	return c.names[0] == "blend" && known
}

// meant is the command of a name, of one in the language that is spoken, or of the
// beginning that no other has.
func meant(word string, all []command) (command, error) {
	word = strings.ToLower(word)
	var begun []command
	var known []string
	for _, c := range all {
		begins := false
		for _, name := range namesOf(c) {
			if name == word {
				return c, nil
			}
			if len([]rune(name)) > 1 {
				known = append(known, name)
			}
			begins = begins || strings.HasPrefix(name, word)
		}
		if begins {
			begun = append(begun, c)
		}
	}
	switch len(begun) {
	case 1:
		return begun[0], nil
	case 0:
		return command{}, wrong(say.usage.noCommand(presentable(word), tts.Nearest(word, known)))
	}
	var names []string
	for _, c := range begun {
		names = append(names, c.names[0])
	}
	return command{}, wrong(say.usage.several(presentable(word), names))
}

func namesOf(c command) []string {
	return append(c.names[:len(c.names):len(c.names)], say.names(c.names[0])...)
}

// presentable is a word from outside inside a sentence.
func presentable(word string) string {
	runes := []rune(tts.Clean(word))
	if len(runes) > 30 {
		return string(runes[:30]) + "..."
	}
	return string(runes)
}

// wordsOf parts a line at its blanks; what is in quotes is one word.
func wordsOf(text string) (words []string) {
	var word strings.Builder
	begun, quoted := false, false
	for _, r := range text {
		switch {
		case r == '"' || r == '“' || r == '”':
			quoted, begun = !quoted, true
		case unicode.IsSpace(r) && !quoted:
			if begun {
				words = append(words, word.String())
			}
			begun = false
			word.Reset()
		default:
			begun = true
			word.WriteRune(r)
		}
	}
	if begun {
		words = append(words, word.String())
	}
	return words
}

// first parts the first word from the rest of a line.
func first(text string) (word, rest string) {
	word, rest, _ = strings.Cut(strings.TrimSpace(text), " ")
	return word, strings.TrimSpace(rest)
}

// figure reads a number as people write it: with a comma, with its unit behind it.
func figure(text string) (float64, bool) {
	text = strings.TrimSpace(strings.ReplaceAll(text, "−", "-"))
	text = strings.Replace(text, ",", ".", 1)
	x, err := strconv.ParseFloat(text, 64)
	return x, err == nil
}
