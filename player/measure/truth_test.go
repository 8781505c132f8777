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
	hello = "Welcome back. Let us pick up where we left off, before the others come down to the river again."
	long  = "Most mornings the harbour is quiet. A few boats leave before the sun is up, and the rest wait for the tide; nobody seems to be in a hurry. " +
		"Yesterday a tall ship came in from the north, with red sails and a band on deck. People stood along the wall and listened until it was dark."
	pinyin = "huan1 ying2 hui2 lai2. wo3 men5 cong2 shang4 ci4 ting2 xia4 de5 di4 fang1 ji4 xu4 ba5, hao3 ma5? jin1 tian1 tian1 qi4 hen3 hao3, " +
		"wo3 men5 qu4 gong1 yuan2 zou3 zou3. wan3 shang4 zai4 yi4 qi3 chi1 fan4."
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

// The sandbox's speed 1.2 is espeak-ng's 210 words a minute.
func TestTheRateIsWhatTheSpeakersOwnSyllablesSay(t *testing.T) {
	speak, err := espeak()
	if err != nil {
		t.Fatal(err)
	}
	for voice, text := range map[string]string{"en": long, "en+f3": long, "en-us+m7": long, "cmn-latn-pinyin+f4": pinyin} {
		slow, fast := speak(voice, text, 175), speak(voice, text, 210)
		a, b := measure.Of(slow.Sound), measure.Of(fast.Sound)
		for of, m := range map[*said]measure.Measures{&slow: a, &fast: b} {
			about(t, voice+" syllables", m.RateSPS, float64(of.syllables)/float64(*m.SpeechMS)*1000, 0.1*told(m.RateSPS))
		}
		want := 100 * (slow.seconds/fast.seconds - 1)
		faster := 0.0
		for _, d := range measure.Compare(a, b, true) {
			if d.Measure == "rate_sps" {
				faster = d.Delta
			}
		}
		if math.Abs(faster-want) > 3 {
			t.Errorf("%s: %.1f %% faster, its own syllables say %.1f", voice, faster, want)
		} else {
			t.Logf("%s: %.1f %% faster, its own syllables say %.1f; counted %.1f", voice, faster, want, 100*(*b.RateSPS / *a.RateSPS - 1))
		}
	}
}
