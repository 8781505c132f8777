package plain

import (
	"strconv"
	"strings"

	"voicestudio/presets/script"
	"voicestudio/tts"
)

// ofOne does an edit to the line that a command names, and says which line it is then.
func ofOne(what func() string, none func() tts.Said, edit func(s script.Script, i int) (script.Script, bool)) func(*desk, string) error {
	return func(d *desk, rest string) error {
		n, _, err := d.lineOf(rest)
		if err == nil {
			err = d.editLines(n, what(), none(), edit)
		}
		if err != nil {
			return err
		}
		return d.edited(n)
	}
}

// edited says how a line is after an edit, and how many there are.
func (d *desk) edited(n int) error {
	all := d.work.Lines().Lines
	if n = min(n, len(all)); n == 0 {
		d.say(say.script.noneLeft)
		return nil
	}
	d.show(all[n-1].Text)
	d.say(say.script.line(n, len(all)))
	d.list = heardList(d.hearLine, n)
	return nil
}

var (
	joinLine = ofOne(func() string { return say.script.joining }, func() tts.Said { return say.script.noJoin },
		func(s script.Script, i int) (script.Script, bool) { return s.Join(i) })
	divideLine = ofOne(func() string { return say.script.dividing }, func() tts.Said { return say.script.noDivide },
		func(s script.Script, i int) (script.Script, bool) {
			if next, did := s.Sentences(i); did {
				return next, true
			}
			return s.Fit(i)
		})
	removeLine = ofOne(func() string { return say.script.removing }, func() tts.Said { return say.script.which },
		func(s script.Script, i int) (script.Script, bool) { return s.Remove(i) })
	openParagraph = ofOne(func() string { return say.script.paragraphs }, func() tts.Said { return say.script.noParagraph },
		func(s script.Script, i int) (script.Script, bool) { return s.Paragraph(i) })
	resetLine = ofOne(func() string { return say.script.resetting }, func() tts.Said { return say.script.notOwn },
		func(s script.Script, i int) (script.Script, bool) {
			return s.SetOwn(i, script.Own{}), !s.Lines[i].Own.None()
		})
)

// insertLine puts another line behind one.
func insertLine(d *desk, rest string) error {
	n, words, err := d.lineOf(rest)
	if err != nil {
		return err
	}
	if words == "" {
		return wrong(say.text.nothing("add"))
	}
	err = d.editLines(n, say.script.inserting, say.script.which, func(s script.Script, i int) (script.Script, bool) {
		return s.Rewrite(i, s.Lines[i].Text+"\n"+tts.Plain(words))
	})
	if err != nil {
		return err
	}
	return d.edited(n + 1)
}

// moveLine puts a line where another one is.
func moveLine(d *desk, rest string) error {
	n, behind, err := d.lineOf(rest)
	if err != nil {
		return err
	}
	for _, to := range strings.Fields(say.script.to) {
		behind = strings.TrimPrefix(behind, to+" ")
	}
	to, err := strconv.Atoi(behind)
	switch {
	case err != nil:
		return wrong(say.script.moveForm)
	case to < 1 || to > len(d.script.rows):
		return wrong(say.script.out(to, len(d.script.rows)))
	}
	err = d.editLines(n, say.script.moving, say.script.moveForm, func(s script.Script, i int) (next script.Script, did bool) {
		next = s
		for i != to-1 {
			by, moved := 1, false
			if i > to-1 {
				by = -1
			}
			if next, moved = next.Move(i, by); !moved {
				return s, false
			}
			did = true
			i += by
		}
		return next, did
	})
	if err != nil {
		return err
	}
	return d.edited(to)
}

// pauseLine gives the silence behind a line its length, or the usual one again.
func pauseLine(d *desk, rest string) error {
	n, behind, err := d.lineOf(rest)
	if err != nil {
		return err
	}
	if n >= len(d.script.rows) {
		return wrong(say.script.noPause)
	}
	var seconds *float64
	if !among(say.script.usual, strings.ToLower(behind)) {
		x, is := figure(strings.TrimSuffix(behind, "s"))
		if !is || x < 0 || x > script.LongestPause {
			return wrong(say.script.pauseForm)
		}
		seconds = &x
	}
	d.work.ChangeLines(d.work.Lines().SetPause(n-1, seconds), say.script.pausing, d.Now())
	d.say(say.script.pause(d.work.Lines().Pause(n-1), seconds != nil))
	return nil
}

// allSentences makes a line of each sentence of the script.
func allSentences(d *desk, _ string) error {
	next, did := d.work.Lines().AllSentences()
	if !did {
		return wrong(say.script.noDivide)
	}
	d.work.ChangeLines(next, say.script.dividing, d.Now())
	d.say(say.script.count(len(next.Lines)))
	return nil
}

// wholeOf says how the lines become one sound, or sets something of it.
func wholeOf(d *desk, rest string) error {
	name, value := first(rest)
	w, said := d.work.Lines().Whole, say.script
	if name == "" {
		d.say(said.between(w.BetweenLines))
		d.say(said.betweenParagraphs(w.BetweenParagraphs))
		d.say(said.trim(w.Trim))
		d.say(said.loudness(w.Loudness))
		d.say(said.subtitles(w.Subtitles))
		d.say(said.wholeHint)
		return nil
	}
	value = strings.ToLower(value)
	x, is := figure(value)
	seconds := is && x >= 0 && x <= script.LongestPause
	off := among(say.settings.off, value)
	var now string
	switch {
	case among(said.lineNames, name) && seconds:
		w.BetweenLines = x
		now = said.between(x)
	case among(said.paragraphNames, name) && seconds:
		w.BetweenParagraphs = x
		now = said.betweenParagraphs(x)
	case among(said.trimNames, name) && (off || among(say.settings.on, value)):
		w.Trim = !off
		now = said.trim(w.Trim)
	case among(said.loudnessNames, name) && (off || is && x > -70 && x < 0):
		if w.Loudness = x; off {
			w.Loudness = 0
		}
		now = said.loudness(w.Loudness)
	case among(said.subtitleNames, name) && (off || value == "srt" || value == "vtt"):
		if w.Subtitles = value; off {
			w.Subtitles = ""
		}
		now = said.subtitles(w.Subtitles)
	default:
		return wrong(said.wholeForm)
	}
	next := d.work.Lines()
	next.Whole = w
	d.work.ChangeLines(next, said.wholeDeed, d.Now())
	d.say(now)
	return nil
}
