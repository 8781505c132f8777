package listen

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"voicestudio/presets"
	"voicestudio/tts"
	"voicestudio/tts/takes"
	"voicestudio/ui/studio/rooms"
	"voicestudio/ui/studio/rooms/form"
)

// difference is one thing that two takes do not have in common, in words and
// units.
type difference struct {
	name string // what it is: a setting, or a voice by its name
	a, b string // empty where it is not set or not there
	said string // what became of a on the way to b, on its own
	both string // a and b, on their own
}

// unset stands for what is not set and not there.
const unset = "–"

// differences are those of two takes, what is heard most first: the voices, the
// settings, who spoke, the words.
func differences(a, b takes.Take) (all []difference) {
	all = append(voiceDifferences(a.Request.Voices(), b.Request.Voices()), settingDifferences(a.Request, b.Request)...)
	of := func(t takes.Take) string { return cmp.Or(t.Model, t.Request.Model, tts.DefaultModel) }
	all = append(all, plainly(form.Say.Model, of(a), of(b))...)
	all = append(all, plainly(Say.compare.host, string(a.Host), string(b.Host))...)
	if a.Request.Text != b.Request.Text {
		was, now := presets.Apart(tts.Clean(a.Request.Text), tts.Clean(b.Request.Text))
		was, now = rooms.Say.Screen.Quoted(was), rooms.Say.Screen.Quoted(now)
		all = append(all, difference{Say.compare.words, was, now, now, between(was, now)})
	}
	return all
}

// plainly is a difference of names that need no other name before them.
func plainly(name, a, b string) []difference {
	if a == b {
		return nil
	}
	return []difference{{name, a, b, b, between(a, b)}}
}

// voiceDifferences are those of two blends, voice by voice. A voice that is
// alone has no weight.
func voiceDifferences(a, b []tts.TimbreWeight) (all []difference) {
	weight := func(list []tts.TimbreWeight, i int) string {
		switch {
		case i < 0:
			return ""
		case len(list) == 1:
			return Say.compare.alone
		}
		return fmt.Sprint(list[i].Weight)
	}
	if len(a) == 1 && len(b) == 1 && a[0].VoiceID != b[0].VoiceID {
		was, now := rooms.VoiceTitle(a[0].VoiceID), rooms.VoiceTitle(b[0].VoiceID)
		return []difference{{form.Say.Voice, was, now, now, between(was, now)}}
	}
	const found = "\x00"    // in place of the id
	left := slices.Clone(a) // a voice may stand in a blend twice
	for i, v := range b {
		name := rooms.VoiceTitle(v.VoiceID)
		at := slices.IndexFunc(left, func(o tts.TimbreWeight) bool { return o.VoiceID == v.VoiceID })
		d := difference{name: name, a: weight(a, at), b: weight(b, i)}
		d.both = name + " " + between(d.a, d.b)
		switch {
		case at < 0 && len(b) == 1:
			d.said = name
		case at < 0:
			d.said = Say.compare.added(name, d.b)
		case len(b) == 1: // which those that are gone tell
		case len(a) == 1 && v.Weight != evenWeight:
			d.said = name + " " + d.b
		case len(a) > 1:
			d.said = d.both
		}
		if at >= 0 {
			left[at].VoiceID = found
		}
		if d.a != d.b {
			all = append(all, d)
		}
	}
	replaced := len(b) == 1 && !slices.ContainsFunc(left, func(v tts.TimbreWeight) bool { return v.VoiceID == found })
	for i, v := range left {
		if v.VoiceID != found {
			name := rooms.VoiceTitle(v.VoiceID)
			was := weight(a, i)
			d := difference{name, was, "", Say.compare.removed(name), name + " " + between(was, "")}
			if replaced { // which the one that is alone now says
				d.said = ""
			}
			all = append(all, d)
		}
	}
	return all
}

// evenWeight is what a voice has when a second joins it, and goes without
// saying.
const evenWeight = 50

// settingDifferences are those of the settings, in the order of the rooms.
func settingDifferences(a, b tts.Request) (all []difference) {
	changes := presets.DiffRequests(a, b)
	has := func(path string) bool {
		return slices.ContainsFunc(changes, func(c presets.Change) bool { return c.Field == path })
	}
	var told []string
	for _, c := range slices.Concat(form.VoiceControls, form.EffectsControls) {
		path := c.Field.Path
		if path == "" || c.Field.Kind == tts.Switch || !has(path) {
			continue
		}
		told = append(told, path)
		all = append(all, setting(c.Called(), c.InWords(a.Get(path)), c.InWords(b.Get(path)), c.SpeaksForItself))
	}
	for _, c := range changes {
		if c.Field == "voice_setting.voice_id" || c.Field == "timbre_weights" || c.Field == "model" || slices.Contains(told, c.Field) {
			continue
		}
		if c.Field == "pronunciation_dict.tone" {
			all = append(all, wordDifferences(a.PronunciationDict.Tone, b.PronunciationDict.Tone)...)
			continue
		}
		name, was, now := c.Columns()
		all = append(all, setting(name, was, now, func(string) bool { return c.Field == "language_boost" }))
	}
	return all
}

// wordDifferences are those of two dictionaries, word by word.
func wordDifferences(a, b []string) (all []difference) {
	spoken := func(list []string, word string) string {
		for _, entry := range list {
			if w, said, _ := strings.Cut(entry, "/"); w == word {
				return tts.Clean(said)
			}
		}
		return ""
	}
	var told []string
	for _, entry := range slices.Concat(a, b) {
		word, _, _ := strings.Cut(entry, "/")
		was, now := spoken(a, word), spoken(b, word)
		if was != now && !slices.Contains(told, word) {
			told = append(told, word)
			all = append(all, setting(tts.Clean(word), was, now, func(string) bool { return false }))
		}
	}
	return all
}

// setting is the difference of a setting; its name stands before values that
// do not say by themselves what they are of.
func setting(name, a, b string, bare func(value string) bool) difference {
	said, both := between(a, b), between(a, b)
	if a == "" {
		said = b
	}
	if !bare(cmp.Or(a, b)) || !bare(cmp.Or(b, a)) {
		said, both = name+" "+said, name+" "+both
	}
	return difference{name, a, b, said, both}
}

// between writes both values, what they have in front in common once.
func between(a, b string) string {
	a, b = orUnset(a), orUnset(b)
	if i := strings.LastIndex(a, " ") + 1; i > 0 && !strings.HasPrefix(a, "“") && strings.HasPrefix(b, a[:i]) {
		b = b[i:]
	}
	return a + " → " + b
}

func orUnset(value string) string { return cmp.Or(value, unset) }
