package plain

import (
	"strings"

	"voicestudio/tts"
	"voicestudio/tts/lines"
	"voicestudio/ui/narration"
)

// parted parts a line at one of some words: "GTC as G T C".
func parted(text, at string) (before, behind string, found bool) {
	for _, word := range strings.Fields(at) {
		if before, behind, found = strings.Cut(text, " "+word+" "); found {
			break
		}
	}
	return strings.Trim(strings.TrimSpace(before), `"`), strings.Trim(strings.TrimSpace(behind), `"`), found
}

// pronounceLines has a word spoken as something else in all lines, also in those that
// have words of their own for that.
func pronounceLines(d *desk, rest string) error {
	word, as, found := parted(rest, say.settings.as)
	if !found || word == "" || as == "" {
		return wrong(say.settings.wordForm)
	}
	before := d.workNow()
	next, err := narration.Pronounced(before, word, as)
	if err != nil {
		return err
	}
	n := 0
	for _, l := range before.Script.Lines {
		if len(lines.Places(l.Text, word)) > 0 {
			n++
		}
	}
	if n == 0 {
		return wrong(say.text.notThere(presentable(word)))
	}
	doc := d.work.Doc().Set(narration.Dictionary, next.Request.PronunciationDict.Tone)
	d.work.ChangeAll(doc, next.Script, say.script.righting(tts.Clean(word)), d.Now())
	d.say(say.script.saidAs(tts.Clean(word), tts.Clean(as), n))
	return d.consequences(before)
}

// replaceLines writes something in the place of a word in all lines, where it stands as
// a word.
func replaceLines(d *desk, rest string) error {
	word, by, found := parted(rest+" ", say.text.with)
	if !found || word == "" {
		return wrong(say.text.replaceForm)
	}
	before := d.workNow()
	next, in := before.Script.Replace(word, tts.Plain(by))
	if len(in) == 0 {
		return wrong(say.text.notThere(presentable(word)))
	}
	d.work.ChangeAll(d.work.Doc(), next, say.script.righting(tts.Clean(word)), d.Now())
	d.say(say.script.written(tts.Clean(word), tts.Clean(by), len(in)))
	return d.consequences(before)
}

// consequences says which takes do no longer after a change.
func (d *desk) consequences(before narration.Work) error {
	again, bill, err := narration.Consequences(d.ctx, d.session, before, d.workNow())
	if err != nil {
		return err
	}
	if len(again) > 0 {
		d.say(say.script.anew(len(again), d.billOf(bill)))
	}
	return nil
}
