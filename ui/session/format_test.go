package session

import (
	"testing"

	"voicestudio/player"
	"voicestudio/tts"
)

func TestEveryFormatThatCanBeAskedForIsPlayed(t *testing.T) {
	known := map[string]player.Format{
		"":         {Codec: "mp3", SampleRate: 32000, Channels: 1},
		"mp3":      {Codec: "mp3", SampleRate: 32000, Channels: 1},
		"pcm":      {Codec: "pcm", SampleRate: 32000, Channels: 1},
		"flac":     {Codec: "flac", SampleRate: 32000, Channels: 1},
		"wav":      {Codec: "wav", SampleRate: 32000, Channels: 1},
		"opus":     {Codec: "opus", SampleRate: 32000, Channels: 1},
		"pcmu_raw": {Codec: "mulaw", SampleRate: 8000, Channels: 1},
		"pcmu_wav": {Codec: "wav", SampleRate: 8000, Channels: 1},
	}
	field, _ := tts.FieldAt("audio_setting.format")
	for _, format := range append(field.Values, "") {
		var r tts.Request
		r.AudioSetting.Format = format
		if got := FormatOf(r); got != known[format] {
			t.Errorf("%q: %+v", format, got)
		}
		if !Playable(r) {
			t.Errorf("%q is not played", format)
		}
	}
	var later tts.Request
	if later.AudioSetting.Format = "aac"; Playable(later) {
		t.Error("what only a later version asks for is played")
	}
}
