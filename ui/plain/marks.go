package plain

import (
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"voicestudio/presets"
	"voicestudio/tts"
	"voicestudio/ui/config"
	"voicestudio/ui/session"
)

// insertMark puts a pause or a sound into the words, at their end or behind some of
// them: its signs are hard to type where each is read out.
func insertMark(d *desk, rest string) error {
	what, behind, after := rest, "", false
	for _, word := range strings.Fields(say.marks.after) {
		if before, text, found := strings.Cut(rest, " "+word+" "); found {
			what, behind, after = before, strings.Trim(strings.TrimSpace(text), `"`), true
			break
		}
	}
	for _, word := range strings.Fields(say.marks.pause) {
		what = strings.TrimPrefix(what, word+" ")
	}
	what = strings.TrimSpace(what)
	mark := ""
	if x, is := figure(strings.TrimSuffix(what, "s")); is {
		if x < 0.01 || x > 99.99 {
			return wrong(say.marks.noPause)
		}
		mark = "<#" + strconv.FormatFloat(x, 'f', -1, 64) + "#>"
	} else {
		tag, err := choose("sound", strings.Trim(what, "()"), tts.SoundTags)
		if what == "" {
			return wrong(say.marks.form)
		}
		if err != nil {
			return err
		}
		mark = "(" + tag + ")"
	}
	text := d.doc().Text
	at := len(text)
	if after {
		i := strings.Index(text, behind)
		if behind == "" || i < 0 {
			return wrong(say.text.notThere(presentable(behind)))
		}
		at = i + len(behind)
	}
	blank := ""
	if at > 0 && text[at-1] != ' ' && text[at-1] != '\n' {
		blank = " "
	}
	if err := d.words(text[:at] + blank + mark + text[at:]); err != nil {
		return err
	}
	around := text[:at]
	if around == "" {
		return nil
	}
	d.say(say.marks.put(markSaid(mark), lastWords(around)))
	return nil
}

// markSaid is a mark without its signs.
func markSaid(mark string) string {
	if seconds, is := strings.CutPrefix(mark, "<#"); is {
		return say.marks.seconds(strings.TrimSuffix(seconds, "#>"))
	}
	return strings.Trim(mark, "()")
}

// lastWords are those at the end of a text.
func lastWords(text string) string {
	words := strings.Fields(text)
	return tts.Clean(strings.Join(words[max(0, len(words)-4):], " "))
}

// listMarks says where the words have pauses and sounds, or which sounds there are.
func listMarks(d *desk, _ string) error {
	text := d.doc().Text
	for _, m := range tts.Proofread(text, d.doc().Settings.Model).Marks {
		d.say(say.marks.at(markSaid(text[m.From:m.To]), lastWords(text[:m.From])))
	}
	d.say(say.marks.sounds(tts.SoundTags))
	return nil
}

// mend puts right what is probably meant in the words.
func mend(d *desk, _ string) error {
	text, n := d.doc().Text, 0
	findings := tts.Proofread(text, d.doc().Settings.Model).Findings
	for _, f := range slices.Backward(findings) {
		if f.Meant != "" {
			text = text[:f.From] + f.Meant + text[f.To:]
			n++
		}
	}
	switch {
	case n == 0 && len(findings) == 0:
		d.say(say.marks.fine)
		return nil
	case n == 0:
		return findings[0].Problem.Error()
	}
	d.say(say.text.replaced(n))
	return d.words(text)
}

// showRequest prints what would be sent, as code: to be read, or into a file.
func showRequest(d *desk, rest string) error {
	language, host, file := "json", d.session.Host(), ""
	for _, word := range wordsOf(rest) {
		lower := strings.ToLower(word)
		if h, known := tts.HostAt(tts.HostName(lower)); known {
			host = h.Name
		} else if slices.Contains(presets.SnippetLanguages, lower) {
			language = lower
		} else if strings.ContainsAny(word, "./") {
			file = config.TypedPath(word)
		} else {
			return wrong(say.marks.requestForm(presets.SnippetLanguages))
		}
	}
	doc := d.doc()
	call, problems, err := d.session.Call(request(doc), host, !doc.Whole)
	if err != nil {
		return err
	}
	code, err := presets.Snippet(language, call)
	if err != nil {
		return fromFolder(err)
	}
	for _, p := range problems {
		d.say(p.Error().Error())
	}
	if file == "" {
		for line := range strings.Lines(code) {
			d.show(strings.TrimRight(line, "\n"))
		}
		return nil
	}
	return d.onto(file, func() error {
		err := session.WriteFile(file, func(w io.Writer) error {
			_, err := fmt.Fprint(w, code)
			return err
		})
		if err == nil {
			d.say(say.listeners.wrote(homely(file), session.Size(int64(len(code)))))
		}
		return err
	})
}
