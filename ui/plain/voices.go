package plain

import (
	"cmp"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"voicestudio/presets"
	"voicestudio/tts"
	"voicestudio/ui/studio/document"
)

// voices are all that are known: the account's own, those of the blend, and the
// catalogue.
func (d *desk) voices() (all []tts.Voice) {
	for _, v := range d.own {
		all = append(all, v.Voice())
	}
	add := func(v tts.Voice) {
		if !slices.ContainsFunc(all, func(o tts.Voice) bool { return o.ID == v.ID }) {
			all = append(all, v)
		}
	}
	for _, v := range d.doc().Voices {
		if _, listed := tts.FindVoice(v.ID); !listed {
			add(tts.Voice{ID: v.ID})
		}
	}
	for _, v := range tts.Voices() {
		add(v)
	}
	return all
}

// listVoices lists those in which every word is found; a number then chooses one,
// hear with a number lets it be heard.
func listVoices(d *desk, rest string) error {
	words := wordsOf(strings.ToLower(strings.ReplaceAll(rest, ",", " ")))
	found := slices.DeleteFunc(d.voices(), func(v tts.Voice) bool { return !presets.VoiceHas(v, words...) })
	if len(words) == 1 && among(say.voices.favourites, words[0]) {
		favourites := d.favourites().Voices
		found = slices.DeleteFunc(d.voices(), func(v tts.Voice) bool { return !favourites[v.ID] })
	}
	if len(words) == 1 && among(say.voices.mine, words[0]) {
		if d.ownOf != d.session.Host() {
			d.ownVoices(func(err error) {
				if d.ownOf != d.session.Host() {
					d.fail(cmp.Or(err, error(wrong(say.voices.none("")))))
					return
				}
				d.after(listVoices(d, rest))
			})
			return nil
		}
		found = nil
		for _, v := range d.own {
			found = append(found, v.Voice())
		}
	}
	if len(found) == 0 {
		return wrong(say.voices.none(presentable(rest)))
	}
	d.say(say.voices.count(len(found)))
	return d.offerVoices(found)
}

func (d *desk) offerVoices(found []tts.Voice) error {
	items := make([]item, len(found))
	for i, v := range found {
		items[i].text = voiceSaid(v)
	}
	d.listed = nil
	for _, v := range found {
		d.listed = append(d.listed, v.ID)
	}
	return d.offer(list{items: numbered(items), hint: say.voices.hint, mute: true, hears: func(n int) error { return hear(d, strconv.Itoa(n)) }, pick: func(n int) error {
		if n < 1 || n > len(found) {
			return wrong(say.lists.out(n, len(found)))
		}
		return d.speakWith(found[n-1].ID)
	}})
}

func voiceSaid(v tts.Voice) string {
	said := tts.Clean(v.Title())
	if id := tts.Clean(v.ID); id != said {
		said += say.comma + id
	}
	return joined(said, presets.ValueInWords(v.Language), say.voices.genders[v.Gender], v.Doubt())
}

// findVoice is the voice that is meant: by its number in the list, its id, its
// name, or words that no other has. An id that nobody knows may be a cloned
// voice's.
func (d *desk) findVoice(said string) (id string, err error) {
	said = strings.Trim(said, `"`)
	word := strings.TrimSpace(said)
	if n, is := strconv.Atoi(word); is == nil {
		if n < 1 || n > len(d.listed) {
			return "", wrong(say.voices.noNumber(n))
		}
		return d.listed[n-1], nil
	}
	all := d.voices()
	same := func(a, b string) bool { return strings.EqualFold(strings.TrimSpace(a), b) }
	for _, is := range []func(v tts.Voice) bool{
		func(v tts.Voice) bool { return v.ID == said },
		func(v tts.Voice) bool { return same(v.ID, word) },
		func(v tts.Voice) bool { return same(v.Title(), word) },
		func(v tts.Voice) bool {
			return v.Matches(strings.Fields(strings.ToLower(strings.ReplaceAll(word, "_", " ")))...)
		},
	} {
		var found []tts.Voice
		for _, v := range all {
			if is(v) {
				found = append(found, v)
			}
		}
		switch {
		case word == "":
			return "", wrong(say.voices.which)
		case len(found) == 1:
			return found[0].ID, nil
		case len(found) > 1:
			d.say(say.voices.several(presentable(word), len(found)))
			return "", d.offered(d.offerVoices(found))
		}
	}
	if strings.ContainsAny(word, " ") || !strings.ContainsAny(word, "_-0123456789") {
		var names []string
		for _, v := range all {
			names = append(names, v.Title(), v.ID)
		}
		return "", wrong(say.voices.unknown(presentable(word), tts.Nearest(word, names)))
	}
	d.say(say.voices.unlisted(presentable(word)))
	return word, nil
}

// offered is the error of what was not done but has a list to choose from.
func (d *desk) offered(err error) error {
	if err != nil || d.Typed {
		return err
	}
	return wrong(say.voices.chooseOne)
}

// chooseVoice makes a voice the one that speaks, or says who does.
func chooseVoice(d *desk, rest string) error {
	if rest == "" {
		d.say(d.blendSaid())
		return nil
	}
	id, err := d.findVoice(rest)
	if err != nil || id == "" {
		return err
	}
	return d.speakWith(id)
}

func (d *desk) speakWith(id string) error {
	doc := d.doc()
	next := doc.Speaking([]tts.TimbreWeight{{VoiceID: id}})
	if next.SameSound(doc) {
		d.say(d.blendSaid())
		return nil
	}
	d.change(next, say.voices.deed)
	d.say(d.blendSaid())
	return nil
}

// hear lets a voice be heard with the settings of now, or a preset, without
// taking it over.
func hear(d *desk, rest string) error {
	if rest == "" {
		return wrong(say.voices.which)
	}
	if n, err := strconv.Atoi(rest); err == nil && d.list != nil {
		d.list.at = n
	}
	word, name := first(rest)
	if e, found := d.shelfNumber(rest); found {
		return d.hearPreset(e)
	}
	if strings.EqualFold(word, say.voices.preset) {
		e, err := d.findPreset(name)
		if err != nil {
			return err
		}
		return d.hearPreset(e)
	}
	id, err := d.findVoice(rest)
	if err != nil || id == "" {
		return err
	}
	return d.utter(utterance{doc: d.doc().Speaking([]tts.TimbreWeight{{VoiceID: id}}), what: tts.VoiceTitle(id)})
}

// favourites are kept by the studio beside the draft.
func (d *desk) favourites() document.Favoured {
	if d.Draft == "" {
		return document.Favoured{}
	}
	now, _, err := document.FavouritesIn(filepath.Dir(d.Draft)).Read()
	if err != nil {
		d.fail(tts.Machine(tts.Said{What: reason(err)}, err))
	}
	return now
}

// favourite makes a voice a favourite, or no longer one.
func favourite(d *desk, rest string) error {
	if rest == "" {
		return listVoices(d, strings.Fields(say.voices.favourites)[0])
	}
	id, err := d.findVoice(rest)
	if err != nil || id == "" {
		return err
	}
	if d.Draft == "" {
		return wrong(say.voices.notKept)
	}
	file := document.FavouritesIn(filepath.Dir(d.Draft))
	on := !d.favourites().Voices[id]
	set := func(on bool) error {
		_, _, err := file.Set(id, on)
		if err != nil {
			return tts.Machine(tts.Said{What: reason(err)}, err)
		}
		return nil
	}
	if err := set(on); err != nil {
		return err
	}
	what := say.voices.favoured(tts.Clean(tts.VoiceTitle(id)), on)
	d.did(what, func() error { return set(!on) }, func() error { return set(on) })
	d.say(what)
	return nil
}
