package presets

import (
	"testing"
	"unicode"

	"voicestudio/tts"
)

// A person who reads one language only knows what each value does, and no two
// values of a setting are called the same.
func TestValuesOfTheAPIHaveNamesInEveryLanguage(t *testing.T) {
	settings := map[string][]string{}
	for _, path := range []string{"voice_setting.emotion", "voice_modify.sound_effects", "language_boost", "subtitle_type", "audio_setting.channel"} {
		f, _ := tts.FieldAt(path)
		settings[path] = append([]string{f.Default}, f.Values...)
		if f.Kind == tts.Whole {
			settings[path] = f.Values
		}
	}
	for _, v := range tts.Voices() {
		for what, value := range map[string]string{"language": v.Language, "gender": v.Gender} {
			if value != "" {
				settings[what] = append(settings[what], value)
			}
		}
	}
	for _, names := range []map[string]string{englishValues, chineseValues} {
		for setting, values := range settings {
			called := map[string]string{}
			for _, value := range values {
				name := names[value]
				if name == "" {
					t.Errorf("%s %s has no name", setting, value)
				}
				if other, taken := called[name]; taken && other != value {
					t.Errorf("%s: %s and %s are both called %s", setting, value, other, name)
				}
				called[name] = value
			}
		}
	}
	for _, values := range settings {
		for _, value := range values {
			for _, r := range chineseValues[value] {
				if !unicode.Is(unicode.Han, r) {
					t.Errorf("%s is called %s in Chinese", value, chineseValues[value])
					break
				}
			}
		}
	}
}
