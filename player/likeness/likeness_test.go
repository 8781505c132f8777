package likeness_test

import (
	"bytes"
	"encoding/binary"
	"testing"

	"voicestudio/player/likeness"
	"voicestudio/player/measure"
	"voicestudio/tts"
	"voicestudio/tts/sandbox/speech"
)

// speaks is what somebody hears of requests.
func speaks(t *testing.T) func(tts.Request) *likeness.Features {
	t.Helper()
	engine, err := speech.Open()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { engine.Close() })
	return func(r tts.Request) *likeness.Features {
		t.Helper()
		r.AudioSetting.Format, r.AudioSetting.SampleRate = "pcm", new(32000)
		var b bytes.Buffer
		if _, err := engine.Speak(t.Context(), r, &b); err != nil {
			t.Fatal(err)
		}
		s := measure.Sound{Channels: 1, Rate: 32000, Samples: make([]float32, b.Len()/2)}
		for i := range s.Samples {
			s.Samples[i] = float32(int16(binary.LittleEndian.Uint16(b.Bytes()[2*i:]))) / 32768
		}
		return likeness.Of(s)
	}
}

func TestASoundIsItselfAndWhatIsChangedOnIsHeardInItsPart(t *testing.T) {
	spoken := speaks(t)
	r := tts.Request{Text: "Welcome back. Let us pick up where we left off.", VoiceSetting: tts.VoiceSetting{VoiceID: "Wise_Woman"}}
	a := spoken(r)
	if d := likeness.Between(a, a, true); d != (likeness.Distance{}) || d.Total() != 0 {
		t.Errorf("from itself: %+v", d)
	}
	r.VoiceSetting.Pitch = new(3)
	if d := likeness.Between(a, spoken(r), true); d.Pitch < 2.5 || d.Pitch > 3.5 || d.Pace < -.02 || d.Pace > .02 {
		t.Errorf("three semitones higher: %+v", d)
	}
	r.VoiceSetting.Pitch, r.VoiceSetting.Speed = nil, new(1.25)
	if d := likeness.Between(a, spoken(r), true); d.Pace < .17 || d.Pace > .27 || d.Pitch < -.3 || d.Pitch > .3 {
		t.Errorf("a quarter faster: %+v", d)
	}
	r.VoiceSetting.Speed, r.VoiceModify.Timbre = nil, new(40)
	if d := likeness.Between(a, spoken(r), true); d.Colour < 1 || d.Mouth < 1 {
		t.Errorf("crisper: %+v", d)
	}
}
