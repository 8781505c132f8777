package tts

import (
	"regexp"
	"testing"
)

func TestEveryFormatHasAnEndingThatOtherProgramsOpen(t *testing.T) {
	field, _ := FieldAt("audio_setting.format")
	for _, format := range field.Values {
		if endings[format] == nil || !regexp.MustCompile(`^[a-z0-9]{1,8}$`).MatchString(Ending(format)) {
			t.Errorf("%s: %q", format, Ending(format))
		}
	}
	for format, want := range map[string]string{"": "", "mp3": "mp3", "opus": "opus", "pcmu_wav": "wav", "pcmu_raw": "ul"} {
		if got := Ending(format); got != want {
			t.Errorf("%s: %s", format, got)
		}
	}
}

func TestAFileNameMayMeanAnotherFormat(t *testing.T) {
	for _, c := range []struct {
		file, format string
		another      bool
	}{
		{"a.wav", "pcmu_wav", false}, {"a.wav", "wav", false}, {"a.WAV", "mp3", true}, {"a.mp3", "pcmu_wav", true},
		{"a.opus", "opus", false}, {"a.ogg", "opus", false}, {"a.ogg", "mp3", true}, {"a.opus", "wav", true},
		{"a.ul", "pcmu_raw", false}, {"a.ulaw", "pcmu_raw", false}, {"a.wav", "pcmu_raw", true}, {"a.raw", "pcm", false},
		{"a.bin", "opus", false}, {"a", "mp3", false}, {"-", "mp3", false}, {"a.tar.flac", "flac", false},
	} {
		if NamesAnother(c.file, c.format) != c.another {
			t.Errorf("%s for %s: %v", c.file, c.format, !c.another)
		}
	}
}

func TestMuLawIsAtTheTelephonesRateUnlessAskedOtherwise(t *testing.T) {
	for want, set := range map[int][]string{
		DefaultSampleRate: {"audio_setting.format=pcm"},
		8000:              {"audio_setting.format=pcmu_raw"},
		16000:             {"audio_setting.format=pcmu_wav", "audio_setting.sample_rate=16000"},
	} {
		if got := request(t, set...).AudioRate(); got != want {
			t.Errorf("%v: %d", set, got)
		}
	}
}
