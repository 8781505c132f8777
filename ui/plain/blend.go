package plain

import (
	"slices"
	"strconv"
	"strings"

	"voicestudio/presets"
	"voicestudio/tts"
	"voicestudio/ui/studio/document"
)

// blendSaid says who speaks.
func (d *desk) blendSaid() string {
	doc := d.doc()
	if len(doc.Voices) == 1 {
		return say.blend.one(tts.Clean(tts.VoiceTitle(doc.Voices[0].ID)))
	}
	var said []string
	for i, v := range doc.Voices {
		said = append(said, say.blend.row(i+1, tts.Clean(tts.VoiceTitle(v.ID)), v.Weight, doc.Share(i), !doc.Audible(i), v.Solo, v.Locked))
	}
	if len(said) == 0 {
		return say.blend.empty
	}
	return strings.Join(said, say.semicolon)
}

// setBlend makes voices with their weights the blend, or lists it.
func setBlend(d *desk, rest string) error {
	if rest == "" {
		doc := d.doc()
		if len(doc.Voices) < 2 {
			d.say(d.blendSaid())
			d.say(say.blend.how)
			return nil
		}
		items := make([]item, len(doc.Voices))
		for i, v := range doc.Voices {
			items[i] = item{i + 1, say.blend.share(tts.Clean(tts.VoiceTitle(v.ID)), v.Weight, doc.Share(i), !doc.Audible(i), v.Solo, v.Locked)}
		}
		return d.offer(list{items: items, hint: say.blend.hint})
	}
	voices, err := d.parseBlend(rest)
	if err != nil || voices == nil {
		return err
	}
	return d.blendOf(d.doc().Speaking(voices))
}

// parseBlend reads a formula, or names and weights in turn.
func (d *desk) parseBlend(text string) (voices []tts.TimbreWeight, err error) {
	if strings.Contains(text, "(") {
		if voices, err := presets.ParseFormula(text); err == nil {
			return voices, nil
		}
	}
	var name []string
	for _, word := range wordsOf(strings.NewReplacer("+", " ", ",", " ", ";", " ").Replace(text)) {
		weight, is := strconv.Atoi(strings.TrimSuffix(word, "%"))
		switch {
		case is == nil && len(name) > 0:
			if weight < 1 || weight > 100 {
				return nil, wrong(say.blend.weight(weight))
			}
			id, err := d.findVoice(strings.Join(name, " "))
			if err != nil || id == "" {
				return nil, err
			}
			voices, name = append(voices, tts.TimbreWeight{VoiceID: id, Weight: weight}), nil
		case len(name) == 0 && among(say.blend.and, strings.ToLower(word)):
		default:
			name = append(name, word)
		}
	}
	if len(name) > 0 || len(voices) == 0 {
		return nil, wrong(say.blend.form)
	}
	return voices, nil
}

// blendOf makes a document with other voices the one that is edited, if they can
// be a blend.
func (d *desk) blendOf(next document.Document) error {
	if len(next.Voices) > tts.MaxVoices {
		return wrong(say.blend.full(tts.MaxVoices))
	}
	for i, v := range next.Voices {
		if slices.ContainsFunc(next.Voices[:i], func(o document.Voice) bool { return o.ID == v.ID }) {
			return wrong(say.blend.twice(tts.Clean(tts.VoiceTitle(v.ID))))
		}
	}
	if len(next.Voices) == 0 {
		return wrong(say.blend.last)
	}
	before := d.doc()
	d.change(next, say.blend.deed)
	if d.doc().Equal(before) {
		d.say(say.blend.same)
	}
	d.say(d.blendSaid())
	return nil
}

// voiceIn is a voice of the blend, by its number there or its name.
func (d *desk) voiceIn(said string) (int, error) {
	voices := d.doc().Voices
	if n, err := strconv.Atoi(said); err == nil {
		if n < 1 || n > len(voices) {
			return 0, wrong(say.blend.out(n, len(voices)))
		}
		return n - 1, nil
	}
	lower := strings.ToLower(strings.ReplaceAll(said, "_", " "))
	found := -1
	for i, v := range voices {
		name := strings.ToLower(strings.ReplaceAll(v.ID+" "+tts.VoiceTitle(v.ID), "_", " "))
		if said != "" && strings.Contains(name, lower) {
			if found >= 0 {
				return 0, wrong(say.blend.which)
			}
			found = i
		}
	}
	if found < 0 {
		return 0, wrong(say.blend.which)
	}
	return found, nil
}

func blendAdd(d *desk, rest string) error {
	doc := d.doc()
	name, weight := rest, ""
	if i := strings.LastIndex(rest, " "); i > 0 {
		if _, err := strconv.Atoi(rest[i+1:]); err == nil {
			name, weight = rest[:i], rest[i+1:]
		}
	}
	id, err := d.findVoice(name)
	if err != nil || id == "" {
		return err
	}
	next := doc.Add(id)
	if weight != "" {
		w, _ := strconv.Atoi(weight)
		if w < 1 || w > 100 {
			return wrong(say.blend.weight(w))
		}
		next = next.Weigh(len(next.Voices)-1, w)
	}
	return d.blendOf(next)
}

func blendRemove(d *desk, rest string) error {
	i, err := d.voiceIn(rest)
	if err != nil {
		return err
	}
	return d.blendOf(d.doc().Remove(i))
}

// weigh moves the weight of a voice.
func weigh(d *desk, rest string) error {
	words := wordsOf(strings.ReplaceAll(rest, "=", " "))
	if len(words) < 2 {
		return wrong(say.blend.weighForm)
	}
	i, err := d.voiceIn(strings.Join(words[:len(words)-1], " "))
	if err != nil {
		return err
	}
	w, err := strconv.Atoi(strings.TrimSuffix(words[len(words)-1], "%"))
	switch doc := d.doc(); {
	case err != nil:
		return wrong(say.blend.weighForm)
	case w < 1 || w > 100:
		return wrong(say.blend.weight(w))
	case len(doc.Voices) < 2:
		return wrong(say.blend.alone)
	case !doc.Movable(i):
		return wrong(say.blend.locked)
	}
	return d.blendOf(d.doc().Weigh(i, w))
}

func (d *desk) withVoice(rest string, change func(document.Document, int) document.Document) error {
	if len(d.doc().Voices) < 2 {
		return wrong(say.blend.alone)
	}
	i, err := d.voiceIn(rest)
	if err != nil {
		return err
	}
	return d.blendOf(change(d.doc(), i))
}

func muteVoice(d *desk, rest string) error {
	return d.withVoice(rest, func(doc document.Document, i int) document.Document {
		return doc.With(i, func(v *document.Voice) { v.Muted = !v.Muted })
	})
}

func soloVoice(d *desk, rest string) error {
	return d.withVoice(rest, document.Document.Solo)
}

func lockVoice(d *desk, rest string) error {
	return d.withVoice(rest, func(doc document.Document, i int) document.Document {
		return doc.With(i, func(v *document.Voice) { v.Locked = !v.Locked })
	})
}

func equalise(d *desk, _ string) error {
	if len(d.doc().Voices) < 2 {
		return wrong(say.blend.alone)
	}
	return d.blendOf(d.doc().Equalise())
}

func swapVoices(d *desk, rest string) error {
	words := wordsOf(rest)
	if len(words) == 0 && len(d.doc().Voices) == 2 {
		words = []string{"1", "2"}
	}
	if len(words) != 2 {
		return wrong(say.blend.swapForm)
	}
	i, err := d.voiceIn(words[0])
	if err != nil {
		return err
	}
	k, err := d.voiceIn(words[1])
	if err != nil {
		return err
	}
	return d.blendOf(d.doc().Swap(i, k))
}

// formula prints the blend as it is passed on, or takes one over.
func formula(d *desk, rest string) error {
	if rest == "" {
		d.show(d.doc().Formula())
		return nil
	}
	voices, err := presets.ParseFormula(rest)
	if err != nil {
		return wrong(tts.Said{What: tts.InWords(err)})
	}
	return d.blendOf(d.doc().Speaking(voices))
}
