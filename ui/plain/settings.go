package plain

import (
	"slices"
	"strconv"
	"strings"

	"voicestudio/presets"
	"voicestudio/tts"
	"voicestudio/ui/studio/document"
)

// setting is a field and what it is called in a line.
type setting struct {
	path  string
	names []string
}

var settings = []setting{
	{"voice_setting.speed", []string{"speed"}},
	{"voice_setting.pitch", []string{"pitch"}},
	{"voice_setting.vol", []string{"volume", "vol"}},
	{"voice_setting.emotion", []string{"emotion"}},
	{"language_boost", []string{"language"}},
	{"voice_modify.pitch", []string{"brightness", "bright"}},
	{"voice_modify.intensity", []string{"softness", "intensity"}},
	{"voice_modify.timbre", []string{"crispness", "timbre"}},
	{"voice_modify.sound_effects", []string{"effect", "sound_effects"}},
	{"audio_setting.format", []string{"format"}},
	{"audio_setting.sample_rate", []string{"rate", "sample_rate"}},
	{"audio_setting.bitrate", []string{"bitrate"}},
	{"audio_setting.channel", []string{"channels", "channel"}},
	{"audio_setting.force_cbr", []string{"cbr", "force_cbr"}},
	{"voice_setting.text_normalization", []string{"numbers", "text_normalization"}},
	{"voice_setting.latex_read", []string{"latex", "latex_read"}},
	{"subtitle_enable", []string{"subtitles", "subtitle_enable"}},
	{"subtitle_type", []string{"timed", "subtitle_type"}},
	{"output_format", []string{"output", "output_format"}},
	{"aigc_watermark", []string{"watermark"}},
	{"continuous_sound", []string{"seamless", "continuous_sound"}},
}

// settingOf is the setting of a name, of the API's path, or of a beginning that no
// other has.
func settingOf(word string) (setting, bool) {
	word = strings.ToLower(strings.TrimSpace(word))
	var begun []setting
	for _, s := range settings {
		names := append(slices.Clone(s.names), say.names(s.names[0])...)
		if word == s.path || slices.Contains(names, word) {
			return s, true
		}
		if word != "" && slices.ContainsFunc(names, func(n string) bool { return strings.HasPrefix(n, word) }) {
			begun = append(begun, s)
		}
	}
	if len(begun) == 1 {
		return begun[0], true
	}
	return setting{}, false
}

func (s setting) field() tts.Field {
	f, _ := tts.FieldAt(s.path)
	return f
}

// value is what is set, in words; what the host does where nothing is.
func (s setting) value(d document.Document) (said string, set bool) {
	v := d.Settings.Get(s.path)
	if v == nil {
		return say.settings.unset(s.field().Default), false
	}
	if on, is := v.(bool); is {
		return say.settings.onOff(on), true
	}
	return presets.Figure(s.path, v), true
}

// findSetting is settingOf, or why there is none.
func findSetting(word string) (setting, error) {
	if s, found := settingOf(word); found {
		return s, nil
	}
	var names []string
	for _, s := range settings {
		names = append(names, s.names...)
	}
	near := tts.Nearest(strings.ToLower(word), names)
	if word == "" {
		return setting{}, wrong(say.settings.which)
	}
	return setting{}, wrong(say.settings.none(presentable(word), near))
}

func setSetting(d *desk, rest string) error {
	word, value := first(strings.Replace(rest, "=", " ", 1))
	s, err := findSetting(word)
	if err != nil {
		return err
	}
	for _, to := range strings.Fields(say.settings.to) { // set speed to 1.1
		value = strings.TrimPrefix(value, to+" ")
	}
	return d.setTo(s, value)
}

func unsetSetting(d *desk, rest string) error {
	if among(say.settings.everything, strings.ToLower(rest)) {
		doc := d.doc()
		for _, s := range settings {
			doc = doc.Set(s.path, nil)
		}
		d.change(doc, say.settings.all)
		d.say(say.settings.allUnset)
		return nil
	}
	s, err := findSetting(rest)
	if err != nil {
		return err
	}
	return d.put(s, nil)
}

// setTo gives a setting a value, or says and explains it. Nothing is set that the
// host would refuse.
func (d *desk) setTo(s setting, value string) error {
	f := s.field()
	value = strings.TrimSpace(value)
	if value == "" {
		return d.explain(s)
	}
	lower := strings.ToLower(value)
	if among(say.settings.unsetting, lower) && f.Kind != tts.Switch || lower == f.Default && f.Kind == tts.Choice && !slices.Contains(f.Values, f.Default) {
		return d.put(s, nil)
	}
	var r tts.Request
	switch f.Kind {
	case tts.Number, tts.Whole:
		x, is := figure(lower)
		if thousands, cut := strings.CutSuffix(lower, "k"); cut && !is {
			x, is = figure(thousands)
			x *= 1000
		}
		if !is {
			return wrong(say.settings.notANumber(s.names[0], presentable(value), d.allowed(f)))
		}
		value = strconv.FormatFloat(x, 'f', -1, 64)
	case tts.Switch:
		on := among(say.settings.on, lower)
		if !on && !among(say.settings.off, lower) {
			return wrong(say.settings.notASwitch(s.names[0], presentable(value)))
		}
		value = strconv.FormatBool(on)
	case tts.Choice:
		chosen, err := choose(s.names[0], value, f.Values)
		if err != nil {
			return err
		}
		value = chosen
	case tts.Text, tts.List:
	}
	if err := r.Parse(s.path, value); err != nil {
		return err
	}
	return d.put(s, r.Get(s.path))
}

// choose is one of few values by its beginning, or by what people call it.
func choose(name, word string, values []string) (string, error) {
	var begun []string
	lower := strings.ToLower(word)
	for _, v := range values {
		called := strings.ToLower(presets.ValueInWords(v))
		if strings.ToLower(v) == lower || called == lower {
			return v, nil
		}
		if strings.HasPrefix(strings.ToLower(v), lower) || strings.HasPrefix(called, lower) {
			begun = append(begun, v)
		}
	}
	if len(begun) == 1 {
		return begun[0], nil
	}
	if len(begun) > 1 {
		return "", wrong(say.usage.several(presentable(word), begun))
	}
	return "", wrong(say.settings.notAValue(name, presentable(word), tts.Nearest(lower, values), values))
}

// put stores a value, unless the host that speaks would refuse it; nil unsets.
func (d *desk) put(s setting, value any) error {
	doc := d.doc()
	var doubt *tts.Problem
	if value != nil {
		if p := tts.Obstacle(doc.Request(), d.session.Target(!doc.Whole), s.path, value); p != nil {
			if p.Effect == tts.Refused {
				return p.Error()
			}
			doubt = p
		}
	}
	next := doc.Set(s.path, value)
	if next.Equal(doc) {
		said, _ := s.value(doc)
		d.say(say.settings.already(presets.Label(s.path), said))
		return nil
	}
	d.change(next, presets.Label(s.path))
	d.say(d.changedFrom(doc))
	if doubt != nil {
		d.say(doubt.Error().Error())
	}
	return nil
}

// changedFrom says what of the settings is different now, or of the words.
func (d *desk) changedFrom(before document.Document) string {
	now := d.doc()
	var said []string
	for _, diff := range presets.Differences(presets.DiffRequests(before.Request(), now.Request())) {
		switch {
		case diff.B == "":
			said = append(said, say.settings.isUnset(diff.Name))
		case diff.Sentence != "":
			said = append(said, diff.Sentence)
		}
	}
	if now.Whole != before.Whole {
		said = append(said, say.settings.whole(now.Whole))
	}
	if before.Text != now.Text {
		said = append(said, d.counted())
	}
	if len(said) == 0 && !slices.Equal(before.Voices, now.Voices) {
		return d.blendSaid()
	}
	return joined(said...)
}

// step moves a setting by its smallest steps.
func step(d *desk, rest string, way float64) error {
	word, by := first(rest)
	s, err := findSetting(word)
	if err != nil {
		return err
	}
	f, n := s.field(), 1.0
	if f.Kind != tts.Number && f.Kind != tts.Whole || f.Step == 0 {
		return wrong(say.settings.noSteps(s.names[0]))
	}
	if by != "" {
		x, is := figure(by)
		if !is || x <= 0 || x > 1000 {
			return wrong(say.usage.notANumber(presentable(by)))
		}
		n = x
	}
	now, _ := figure(f.Default)
	doc := d.doc()
	switch v := doc.Settings.Get(s.path).(type) {
	case float64:
		now = v
	case int:
		now = float64(v)
	}
	least := f.Min
	if f.Above {
		least += f.Step
	}
	to := min(max(now+way*n*f.Step, least), f.Max)
	return d.setTo(s, strconv.FormatFloat(to, 'f', 2, 64))
}
