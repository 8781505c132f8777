package plain

import (
	"fmt"
	"io"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"voicestudio/tts"
)

// say prints a sentence on a line of its own.
func (d *desk) say(sentence string) { d.print(d.Out, ended(spoken(tts.Clean(sentence)))) }

// show prints text of the person's, or what is to be copied, as it is but for what
// a terminal would obey.
func (d *desk) show(text string) { d.print(d.Out, tts.Clean(text)) }

func (d *desk) print(to io.Writer, text string) {
	if text == "" {
		return
	}
	d.freshLine()
	fmt.Fprintln(to, text)
}

// freshLine ends the line on which the prompt stands.
func (d *desk) freshLine() {
	if d.prompted {
		d.prompted = false
		fmt.Fprintln(d.Out)
	}
}

// showPrompt says that the next line can be typed, once nothing is under way
// that will say something itself.
func (d *desk) showPrompt() {
	if !d.prompting || d.prompted || d.over || d.making.runs() || d.errands > d.quiet || d.sound.report != nil && d.sounds() {
		return
	}
	prompt := say.prompt
	switch {
	case d.prompt != nil:
		prompt = *d.prompt
	case d.typing != nil:
		prompt = ""
	}
	if prompt != "" {
		fmt.Fprint(d.Out, prompt)
		d.prompted = true
	}
}

// fail says an error: in one sentence what is wrong, what to do, and the id by
// which the host finds it.
func (d *desk) fail(err error) {
	e := tts.AsError(err, tts.KindRequest)
	if e.Message == "" && e.Cause != nil {
		e = tts.AsError(e.Cause, tts.KindMachine)
	}
	if d.failed == nil {
		d.failed = e
	}
	named := *e
	named.Cure = strings.ReplaceAll(e.Cure, tts.WholeAnswer(), tts.WholeAnswer()+say.settings.wholeOn)
	said := ended(spoken(tts.Clean(named.Error())))
	d.faults = append(d.faults, fault{d.Now(), said})
	if d.Typed {
		d.print(d.Out, said)
		return
	}
	d.print(d.Err, say.usage.atLine(d.number, said))
}

// showErrors lists the errors of this session, the latest first.
func showErrors(d *desk, _ string) error {
	if d.veiled() {
		d.say(d.whileBlind())
		return nil
	}
	if len(d.faults) == 0 {
		d.say(say.noErrors)
		return nil
	}
	items := make([]item, len(d.faults))
	for i, f := range d.faults {
		items[len(d.faults)-1-i] = item{text: f.at.Format("15:04:05") + " " + f.said}
	}
	return d.offer(list{items: numbered(items)})
}

// ended is a sentence with a capital and its full stop. What begins or ends with a
// path, a command or a name stays as it is.
func ended(s string) string {
	s = strings.TrimSpace(s)
	first, size := utf8.DecodeRuneInString(s)
	if word, _, _ := strings.Cut(s, " "); unicode.IsLower(first) && !strings.ContainsAny(word, "./_~:") {
		s = string(unicode.ToUpper(first)) + s[size:]
	}
	last, _ := utf8.DecodeLastRuneInString(s)
	if words := strings.Fields(s); len(words) > 0 && (strings.ContainsAny(words[len(words)-1], "/_") || !unicode.IsLetter(last) && !unicode.IsDigit(last) && !strings.ContainsRune(`)"'”%`, last)) {
		return s
	}
	return s + say.fullStop
}

var semitones = regexp.MustCompile(`(\d) st\b`)

// spoken is a sentence with its signs in words: a screen reader passes over an
// arrow, or calls it by its name, and takes a minus for a hyphen.
func spoken(s string) string {
	s = semitones.ReplaceAllString(s, "$1"+say.semitones)
	return strings.TrimSpace(say.spoken(s))
}

// joined are phrases as one sentence.
func joined(phrases ...string) string {
	var some []string
	for _, p := range phrases {
		if p != "" {
			some = append(some, p)
		}
	}
	return strings.Join(some, say.comma)
}

// reason is an error as people read it.
func reason(err error) string { return tts.Clean(tts.Reason(err)) }
