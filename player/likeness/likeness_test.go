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

// Each axis of a request, with settings that lead away from the truth.
func TestWhatIsFurtherOffOnOneAxisIsFurtherAway(t *testing.T) {
	spoken := speaks(t)
	at := func(change func(*tts.Request, int), n int, text string) *likeness.Features {
		r := tts.Request{Text: text, VoiceSetting: tts.VoiceSetting{VoiceID: "Wise_Woman"}}
		change(&r, n)
		return spoken(r)
	}
	const text, other = "Welcome back. Let us pick up where we left off.", "The train leaves at ten from the other side, so please do not be late."
	as := func(*tts.Request, int) {}
	truth, elsewhere := at(as, 0, text), at(as, 0, other)
	for name, change := range map[string]func(*tts.Request, int){
		"speed":  func(r *tts.Request, n int) { r.VoiceSetting.Speed = new(1 + .15*float64(n)) },
		"pitch":  func(r *tts.Request, n int) { r.VoiceSetting.Pitch = new(2 * n) },
		"deep":   func(r *tts.Request, n int) { r.VoiceModify.Pitch = new(30 * n) },
		"strong": func(r *tts.Request, n int) { r.VoiceModify.Intensity = new(-30 * n) },
		"full":   func(r *tts.Request, n int) { r.VoiceModify.Timbre = new(30 * n) },
	} {
		near, far := at(change, 1, text), at(change, 3, text)
		if !likeness.SameWords(truth, near) || likeness.SameWords(elsewhere, near) {
			t.Errorf("%s: the words are mistaken", name)
		}
		if one, three := likeness.Between(truth, near, true).Total(), likeness.Between(truth, far, true).Total(); one <= 0 || three < 1.5*one {
			t.Errorf("%s: a step away it is %.2f, three steps %.2f", name, one, three)
		}
		if none, three := likeness.Between(elsewhere, truth, false).Total(), likeness.Between(elsewhere, far, false).Total(); none >= three {
			t.Errorf("%s: with other words it is %.2f, and %.2f three steps away", name, none, three)
		}
	}
}

func TestWhatIsNoSoundIsNoSpeechAndFurtherThanAnyVoice(t *testing.T) {
	a := speaks(t)(tts.Request{Text: "Welcome back.", VoiceSetting: tts.VoiceSetting{VoiceID: "Wise_Woman"}})
	if a.Speech() != likeness.Surely {
		t.Errorf("a voice: %v", a.Speech())
	}
	for name, s := range map[string]measure.Sound{
		"nothing": {}, "silence": {Samples: make([]float32, 32000), Channels: 1, Rate: 16000}, "no rate": {Samples: make([]float32, 9), Channels: 1},
		"three channels": {Samples: make([]float32, 9000), Channels: 3, Rate: 16000}, "a moment": {Samples: []float32{.5, -.5}, Channels: 1, Rate: 16000},
	} {
		f := likeness.Of(s)
		if d := likeness.Between(a, f, true); f.Speech() != likeness.NoSpeech || d.Total() < 50 || likeness.Between(f, a, false).Total() < 50 || likeness.Between(f, f, true).Total() != 0 {
			t.Errorf("%s: %v, %+v", name, f.Speech(), d)
		}
	}
}
