package plain

import (
	"fmt"
	"slices"
	"strings"

	"voicestudio/presets"
	"voicestudio/tts"
)

// listSettings says what is set and what could be.
func listSettings(d *desk, rest string) error {
	doc := d.doc()
	if set := presets.Sentences(presets.DiffRequests(tts.Request{}, doc.Request())); len(set) > 0 {
		for _, s := range set {
			d.say(s)
		}
	}
	if doc.Whole {
		d.say(say.settings.whole(true))
	}
	var others []string
	for _, s := range settings {
		if _, set := s.value(doc); !set {
			others = append(others, s.names[0])
		}
	}
	d.say(say.settings.notSet(others))
	if !strings.EqualFold(rest, "all") {
		d.say(say.settings.explained)
		return nil
	}
	for _, s := range settings {
		if err := d.explain(s); err != nil {
			return err
		}
	}
	return nil
}

// explain says what a setting is, what it may be and what the host makes of it.
func explain(d *desk, rest string) error {
	word := strings.TrimSuffix(strings.TrimSpace(rest), "?")
	for _, is := range strings.Fields(say.settings.is) {
		word = strings.TrimPrefix(word, is+" ")
	}
	s, err := findSetting(word)
	if err != nil {
		return err
	}
	return d.explain(s)
}

func (d *desk) explain(s setting) error {
	doc := d.doc()
	said, _ := s.value(doc)
	d.say(s.names[0] + say.help.colon + said)
	d.say(say.settings.about[s.path])
	d.say(d.allowed(s.field()))
	for _, v := range s.field().Values {
		p := d.obstacle(s, v)
		if p != nil {
			d.say(say.settings.notHere(v, title(d.session.Host()), p.Message))
		}
	}
	return nil
}

// obstacle is what would be wrong with a value here.
func (d *desk) obstacle(s setting, value string) *tts.Problem {
	var r tts.Request
	if r.Parse(s.path, value) != nil || r.Get(s.path) == nil {
		return nil
	}
	doc := d.doc()
	return tts.Obstacle(doc.Request(), d.session.Target(!doc.Whole), s.path, r.Get(s.path))
}

// allowed says what a field may be.
func (d *desk) allowed(f tts.Field) string {
	switch {
	case f.Kind == tts.Switch:
		return say.settings.switchable
	case len(f.Values) > 0:
		return say.settings.oneOf(f.Values)
	}
	return say.settings.inSteps(f.Range(), fmt.Sprint(f.Step))
}

// setWhole asks for one answer with everything in it, or for a stream.
func setWhole(d *desk, rest string) error {
	doc := d.doc()
	on := among(say.settings.on, strings.ToLower(rest)) || rest == "" && !doc.Whole
	if !on && rest != "" && !among(say.settings.off, strings.ToLower(rest)) {
		return wrong(say.settings.notASwitch("whole", presentable(rest)))
	}
	if doc.Whole = on; on == d.doc().Whole {
		d.say(say.settings.whole(on))
		return nil
	}
	before := d.doc()
	d.change(doc, say.settings.answer)
	d.say(d.changedFrom(before))
	return nil
}

const tones = "pronunciation_dict.tone"

// pronounce lists the dictionary, has a word spoken another way, or as the host
// does.
func pronounce(d *desk, rest string) error {
	doc := d.doc()
	all := slices.Clone(doc.Settings.PronunciationDict.Tone)
	if rest == "" {
		if len(all) == 0 {
			d.say(say.settings.noWords)
			return nil
		}
		for _, entry := range all {
			d.show(entry)
		}
		return nil
	}
	word, said, found := strings.Cut(rest, "/")
	if !found {
		for _, as := range strings.Fields(say.settings.as) {
			if word, said, found = strings.Cut(rest, " "+as+" "); found {
				break
			}
		}
	}
	word, said = strings.TrimSpace(strings.Trim(word, `"`)), strings.TrimSpace(strings.Trim(said, `"`))
	at := slices.IndexFunc(all, func(e string) bool { w, _, _ := strings.Cut(e, "/"); return w == word })
	switch {
	case !found && at < 0:
		return wrong(say.settings.wordForm)
	case !found || said == "" || said == word: // as the host does
		if at < 0 {
			return wrong(say.settings.wordForm)
		}
		all = slices.Delete(all, at, at+1)
	case at >= 0:
		all[at] = word + "/" + said
	default:
		all = append(all, word+"/"+said)
	}
	var value any
	if len(all) > 0 {
		value = all
	}
	d.change(doc.Set(tones, value), presets.Label(tones))
	d.say(d.changedFrom(doc))
	return nil
}
