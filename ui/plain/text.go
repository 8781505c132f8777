package plain

import (
	"os"
	"strings"

	"voicestudio/tts"
	"voicestudio/ui/config"
	"voicestudio/ui/session"
)

// typing are lines that are words, until one of them is a dot alone.
type typing struct{ lines []string }

// setText makes something the words, or shows them.
func setText(d *desk, rest string) error {
	if rest == "" {
		return showText(d, "")
	}
	return d.words(rest)
}

// words replaces the words.
func (d *desk) words(text string) error {
	doc := d.doc()
	doc.Text = tts.Plain(text)
	d.change(doc, say.text.deed)
	d.say(d.counted())
	d.proofread()
	return nil
}

// counted says how many characters there are, and what they would cost.
func (d *desk) counted() string {
	text := d.doc().Text
	if text == "" {
		return say.text.none
	}
	return say.text.counted(len([]rune(text)), d.priceOf(d.doc()))
}

// typeText takes the lines that follow for the words.
func typeText(d *desk, rest string) error {
	d.typing = &typing{}
	if rest != "" {
		d.typing.lines = append(d.typing.lines, rest)
	}
	if d.Typed {
		d.say(say.text.typing)
	}
	return nil
}

// typed takes in one of them.
func (d *desk) typed(text string) {
	if strings.TrimSpace(text) == "." {
		d.endTyping()
		return
	}
	d.typing.lines = append(d.typing.lines, text)
}

// endTyping makes them the words.
func (d *desk) endTyping() {
	if d.typing == nil {
		return
	}
	lines := d.typing.lines
	d.typing = nil
	d.after(d.words(strings.Join(lines, "\n")))
}

// appendText puts something behind the words.
func appendText(d *desk, rest string) error {
	if rest == "" {
		return wrong(say.text.nothing("append"))
	}
	text := d.doc().Text
	if text != "" && !strings.HasSuffix(text, "\n") {
		text += " "
	}
	return d.words(text + rest)
}

// replaceText replaces a part of the words by another.
func replaceText(d *desk, rest string) error {
	var old, new string
	found := false
	if words := wordsOf(rest); strings.ContainsAny(rest, `"“`) && (len(words) == 2 || len(words) == 3 && isWith(words[1])) {
		old, new, found = words[0], words[len(words)-1], true
	} else {
		for _, with := range strings.Fields(say.text.with) {
			if old, new, found = strings.Cut(rest+" ", " "+with+" "); found {
				break
			}
		}
	}
	old, new = strings.TrimSpace(old), strings.TrimSpace(new)
	if !found || old == "" {
		return wrong(say.text.replaceForm)
	}
	text := d.doc().Text
	n := strings.Count(text, old)
	if n == 0 {
		return wrong(say.text.notThere(presentable(old)))
	}
	d.say(say.text.replaced(n))
	return d.words(strings.ReplaceAll(text, old, new))
}

func isWith(word string) bool {
	for _, with := range strings.Fields(say.text.with) {
		if strings.EqualFold(word, with) {
			return true
		}
	}
	return false
}

// showText prints the words.
func showText(d *desk, _ string) error {
	text := d.doc().Text
	if text == "" {
		d.say(say.text.empty(session.Placeholder()))
		return nil
	}
	for _, line := range strings.Split(text, "\n") {
		d.show(line)
	}
	d.say(d.counted())
	return nil
}

// editText has the words edited in the person's editor.
func editText(d *desk, _ string) error {
	if d.Editor == nil || !d.Typed {
		return wrong(say.text.noEditor)
	}
	file, err := os.CreateTemp("", "voicestudio-*.txt")
	if err != nil {
		return tts.Machine(say.text.cannotEdit(reason(err)), err)
	}
	defer os.Remove(file.Name())
	_, err = file.WriteString(d.doc().Text)
	if closed := file.Close(); err == nil {
		err = closed
	}
	if err == nil {
		err = d.Editor(file.Name())
	}
	if err != nil {
		return tts.Machine(say.text.cannotEdit(reason(err)), err)
	}
	return d.fromFile(file.Name())
}

// readText makes a file the words.
func readText(d *desk, rest string) error {
	if rest == "" {
		return wrong(say.text.nothing("read"))
	}
	return d.fromFile(config.Expand(strings.Trim(rest, `"`)))
}

// mostRead bounds a file that is read for the words.
const mostRead = 8 * tts.MaxText

func (d *desk) fromFile(name string) error {
	info, err := os.Stat(name)
	if err == nil && (!info.Mode().IsRegular() || info.Size() > mostRead) {
		return wrong(say.text.notAFile(homely(name)))
	}
	b, err := os.ReadFile(name)
	if err != nil {
		return tts.Machine(say.text.cannotRead(homely(name), reason(err)), err)
	}
	text, err := tts.Decode(b)
	if err != nil {
		return err
	}
	return d.words(strings.TrimRight(text, "\n"))
}

// checkText says what is wrong with the words, and what the host will make of the
// settings.
func checkText(d *desk, _ string) error {
	said := d.proofread()
	ask, problems, err := d.settle(d.doc())
	if err != nil {
		return err
	}
	for _, p := range problems {
		said = true
		d.say(p.Error().Error())
	}
	if !said {
		d.say(say.text.fine(title(ask.To.Host)))
	}
	return nil
}

// proofread says what is wrong with the marks in the words.
func (d *desk) proofread() (said bool) {
	doc := d.doc()
	for i, f := range tts.Proofread(doc.Text, doc.Settings.Model).Findings {
		if i == 3 {
			break
		}
		said = true
		d.say(f.Problem.Error().Error())
	}
	return said
}

// quoted is a text within a sentence; a screen reader would read out a backslash.
func quoted(text string) string {
	return `"` + strings.ReplaceAll(tts.Clean(text), `"`, "'") + `"`
}
