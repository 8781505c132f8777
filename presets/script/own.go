package script

import (
	"reflect"
	"slices"
	"strings"

	"voicestudio/presets"
	"voicestudio/tts"
)

// Own is in what a line's settings differ from those of all lines.
type Own struct {
	// Set are the settings that it has instead.
	Set tts.Request
	// Without are the paths of settings that all have and it has not.
	Without []string
}

// voices stands for the voice or the blend, which are one thing.
const voices = "timbre_weights"

// The fields of a line's request that are not settings, or the voice.
var apart = []string{"text", "voice_setting.voice_id", voices}

// On is what a line asks for where all have a request.
func (o Own) On(all tts.Request) tts.Request {
	for _, f := range tts.Fields {
		if v := o.Set.Get(f.Path); v != nil && !slices.Contains(apart, f.Path) {
			all.Set(f.Path, value(v))
		}
	}
	if own := o.Set.Voices(); len(own) > 0 {
		all.SetVoices(own)
	}
	for _, path := range o.Without {
		switch f, known := tts.FieldAt(path); {
		case path == voices:
			all.SetVoices(nil)
		case known:
			all.Set(f.Path, nil)
		}
	}
	return all
}

// Between is in what a line's request differs from that of all.
func Between(all, line tts.Request) (o Own) {
	for _, f := range tts.Fields {
		was, is := all.Get(f.Path), line.Get(f.Path)
		switch {
		case slices.Contains(apart, f.Path) || reflect.DeepEqual(was, is):
		case is == nil:
			o.Without = append(o.Without, f.Path)
		default:
			o.Set.Set(f.Path, value(is))
		}
	}
	switch now := line.Voices(); {
	case slices.Equal(all.Voices(), now):
	case len(now) == 0:
		o.Without = append(o.Without, voices)
	default:
		o.Set.SetVoices(now)
	}
	return o
}

// value is one as Set takes it.
func value(v any) any {
	if list, is := v.([]string); is {
		return slices.Clone(list)
	}
	return v
}

// None reports that a line is as all are.
func (o Own) None() bool { return len(o.Without) == 0 && o.Set.Equal(tts.Request{}) }

// Equal reports whether both differ in the same.
func (o Own) Equal(other Own) bool {
	return o.Set.Equal(other.Set) && slices.Equal(o.Without, other.Without)
}

// Changes are the settings in which a line differs from those of all.
func (o Own) Changes(all tts.Request) []presets.Change {
	all.Text = ""
	return presets.DiffRequests(all, o.On(all))
}

// Back makes one setting that of all again, by its path.
func (o Own) Back(all tts.Request, path string) Own {
	line := o.On(all)
	if path == voices || path == "voice_setting.voice_id" {
		line.SetVoices(all.Voices())
	} else if f, known := tts.FieldAt(path); known {
		line.Set(f.Path, value(all.Get(f.Path)))
	}
	return Between(all, line)
}

// Wanted is what a line asks for where all have a request. Of the dictionary it has
// the words that are in it, so that another word's entry does not make it another
// request.
func (l Line) Wanted(all tts.Request) tts.Request {
	r := l.Own.On(all)
	r.Text = l.Text
	text := strings.ToLower(l.Text)
	var said []string
	for _, entry := range r.PronunciationDict.Tone {
		word, _, _ := strings.Cut(entry, "/")
		if strings.Contains(text, strings.ToLower(strings.TrimSpace(word))) {
			said = append(said, entry)
		}
	}
	r.PronunciationDict.Tone = said
	return r
}
