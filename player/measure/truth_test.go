package measure_test

import (
	"fmt"
	"maps"
	"math"
	"slices"
	"testing"

	"voicestudio/player/measure"
	"voicestudio/tts"
)

const (
	hello    = "Welcome back. Let us pick up where we left off, before the others come down to the river again."
	huanying = "欢迎回来。我们从上次停下的地方继续吧，好吗？"
)

func TestThePitchIsWhatPraatHears(t *testing.T) {
	sounds := map[string]measure.Sound{}
	for _, hz := range []float64{78, 110, 220, 311, 470} {
		name := fmt.Sprintf("%.0f", hz)
		sounds["sawtooth"+name] = sound(1, sawtooth(hz))
		sounds["noisy"+name] = sound(1, noisy(sawtooth(hz), 0.1))
		sounds["pulses"+name] = sound(1, pulses(hz))
		// Five times in a second up and down by a semitone.
		of := sawtooth(hz)
		sounds["vibrato"+name] = sound(1, func(t float64) float64 { return of(t + 0.058/(2*math.Pi*5)*math.Sin(2*math.Pi*5*t)) })
	}
	engine := voices(t)
	for _, id := range []string{"Wise_Woman", "Deep_Voice_Man", "Cute_Elf", "Grinch", "Sweet_Girl_2"} {
		sounds[id] = spoken(t, engine, says(id, hello))
	}
	for name, change := range map[string]func(r *tts.Request){
		"high":     func(r *tts.Request) { r.VoiceSetting.Pitch = new(6) },
		"low":      func(r *tts.Request) { r.VoiceSetting.Pitch = new(-4) },
		"angry":    func(r *tts.Request) { r.VoiceSetting.Emotion = "angry" },
		"chinese":  func(r *tts.Request) { r.Text = huanying },
		"auditory": func(r *tts.Request) { r.VoiceModify.SoundEffects = "spacious_echo" },
	} {
		r := says("Wise_Woman", hello)
		change(&r)
		sounds[name] = spoken(t, engine, r)
	}
	whisper := says("Wise_Woman", hello)
	whisper.VoiceSetting.Emotion = "whisper"
	if m := measure.Of(spoken(t, engine, whisper)); m.F0MedianHz != nil || m.RateSPS != nil || m.SpeechMS == nil {
		t.Errorf("a whisper: %.1f Hz, %.1f syllables a second", told(m.F0MedianHz), told(m.RateSPS))
	}
	theirs := praat(t, sounds)
	for _, name := range slices.Sorted(maps.Keys(sounds)) {
		m := measure.Of(sounds[name])
		if m.F0MedianHz == nil || theirs[name] == 0 {
			t.Errorf("%s: %v, praat %v", name, m.F0MedianHz, theirs[name])
			continue
		}
		if apart := semitones(*m.F0MedianHz, theirs[name]); math.Abs(apart) > 0.5 {
			t.Errorf("%s: %.1f Hz, praat %.1f: %.2f st apart", name, *m.F0MedianHz, theirs[name], apart)
		} else {
			t.Logf("%s: %.1f Hz, praat %.1f: %.2f st", name, *m.F0MedianHz, theirs[name], apart)
		}
	}
}
