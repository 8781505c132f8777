package speech

import (
	"fmt"
	"maps"
	"math"
	"slices"
	"testing"

	"voicestudio/tts"
)

const (
	sentence = "Hello there, how are you today, my good old friend? I am rather well."
	man      = "English_Trustworthy_Man"
	woman    = "English_Graceful_Lady"
)

// says is a plain request; change what matters.
func says(voice, text string) tts.Request {
	return tts.Request{Text: text, VoiceSetting: tts.VoiceSetting{VoiceID: voice}}
}

func near(t *testing.T, what string, got, want, tolerance float64) {
	t.Helper()
	if math.Abs(got/want-1) > tolerance {
		t.Errorf("%s: %.3f, want %.3f within %.0f %%", what, got, want, 100*tolerance)
	}
}

func TestSpeedChangesDuration(t *testing.T) {
	plain := listen(t, says(woman, sentence))
	for _, speed := range []float64{0.5, 0.75, 1.5, 2} {
		r := says(woman, sentence)
		r.VoiceSetting.Speed = &speed
		near(t, fmt.Sprint("duration at speed ", speed), listen(t, r).seconds, plain.seconds/speed, 0.1)
	}
}

func TestPitchMovesInSemitones(t *testing.T) {
	for _, voice := range []string{man, woman} {
		plain := listen(t, says(voice, sentence))
		for _, semitones := range []int{-6, 6, 12} {
			r := says(voice, sentence)
			r.VoiceSetting.Pitch = &semitones
			h := listen(t, r)
			near(t, fmt.Sprintf("%s %+d semitones", voice, semitones), h.pitch, plain.pitch*math.Exp2(float64(semitones)/12), 0.1)
			near(t, "duration", h.seconds, plain.seconds, 0.05)
		}
	}
}

func TestVolumeIsHeardAndNeverClips(t *testing.T) {
	plain := listen(t, says(woman, sentence))
	for _, c := range []struct{ vol, least, most float64 }{{0.1, 0.08, 0.12}, {0.5, 0.45, 0.55}, {2, 1.7, 2.05}, {10, 2.5, 7}} {
		r := says(woman, sentence)
		r.VoiceSetting.Vol = &c.vol
		h := listen(t, r)
		if ratio := h.level / plain.level; ratio < c.least || ratio > c.most {
			t.Errorf("vol %v: level times %.2f, want %.2f to %.2f", c.vol, ratio, c.least, c.most)
		}
		if top := slices.Max(h.x); top > 0.98 {
			t.Errorf("vol %v: peak %.3f", c.vol, top)
		}
	}
}

func TestEveryEmotionSoundsDifferent(t *testing.T) {
	all := map[string]heard{}
	for name := range maps.Keys(emotions) {
		r := says(woman, sentence)
		r.VoiceSetting.Emotion = name
		all[name] = listen(t, r)
	}
	differ := func(a, b float64) float64 { return math.Abs(a-b) / max(a, b, 1e-9) }
	for a, ha := range all {
		for b, hb := range all {
			if a >= b || a == "" && b == "neutral" {
				continue
			}
			d := max(differ(ha.seconds, hb.seconds), differ(ha.pitch, hb.pitch), differ(ha.centroid, hb.centroid), differ(ha.level, hb.level))
			if d < 0.08 {
				t.Errorf("%q and %q differ by %.0f %% only: %+v", a, b, 100*d, []float64{ha.seconds, hb.seconds, ha.pitch, hb.pitch})
			}
		}
	}
	if h := all["whisper"]; h.voiced > 0.1 || h.level < 0.01 {
		t.Errorf("whisper: %.2f voiced, level %.3f", h.voiced, h.level)
	}
	if h, none := all["sad"], all[""]; h.pitch >= none.pitch || h.seconds <= none.seconds || h.level >= none.level {
		t.Error("sad is not lower, slower and quieter")
	}
	if h, none := all["angry"], all[""]; h.level <= none.level || h.seconds >= none.seconds || h.centroid <= none.centroid {
		t.Error("angry is not louder, faster and brighter")
	}
	if !slices.Equal(all[""].x, all["neutral"].x) {
		t.Error("neutral is not spoken plainly")
	}
	for name, h := range all {
		t.Logf("%-10s %5.2f s %4.0f Hz centroid %4.0f level %.3f voiced %.2f", name, h.seconds, h.pitch, h.centroid, h.level, h.voiced)
	}
}

func TestVoiceModifyAxesAreOrdered(t *testing.T) {
	type figure struct {
		name  string
		of    func(heard) float64
		rises bool
		least float64 // ratio from end to end
	}
	for _, axis := range []struct {
		name    string
		set     func(*tts.VoiceModify, *int)
		figures []figure
	}{
		{"pitch deep..bright", func(m *tts.VoiceModify, v *int) { m.Pitch = v }, []figure{
			{"pitch", func(h heard) float64 { return h.pitch }, true, 1.15},
			{"formants", func(h heard) float64 { return h.centroid }, true, 1.1},
		}},
		{"intensity strong..soft", func(m *tts.VoiceModify, v *int) { m.Intensity = v }, []figure{
			{"level", func(h heard) float64 { return h.level }, false, 2},
			{"presence", func(h heard) float64 { return h.share(2000, 5000) }, false, 2},
		}},
		{"timbre full..crisp", func(m *tts.VoiceModify, v *int) { m.Timbre = v }, []figure{
			{"centroid", func(h heard) float64 { return h.centroid }, true, 1.5},
			{"bass", func(h heard) float64 { return h.share(0, 400) }, false, 1.5},
		}},
	} {
		var said []heard
		for _, v := range []int{-100, -50, 0, 50, 100} {
			r := says(woman, sentence)
			axis.set(&r.VoiceModify, &v)
			said = append(said, listen(t, r))
		}
		for _, f := range axis.figures {
			var x []float64
			for _, h := range said {
				x = append(x, f.of(h))
			}
			t.Logf("%s: %s %.3g", axis.name, f.name, x)
			if !f.rises {
				slices.Reverse(x)
			}
			if !slices.IsSorted(x) || len(slices.Compact(slices.Clone(x))) < len(x) {
				t.Errorf("%s: %s is not strictly ordered: %.3g", axis.name, f.name, x)
			}
			if x[4] < f.least*x[0] {
				t.Errorf("%s: %s %.3g from end to end, want a factor %.2f", axis.name, f.name, x, f.least)
			}
		}
	}
}

func TestSoundEffects(t *testing.T) {
	with := func(effect string) heard {
		r := says(woman, sentence)
		r.VoiceModify.SoundEffects = effect
		return listen(t, r)
	}
	plain := with("")
	for effect, least := range map[string]float64{"spacious_echo": 0.02, "auditorium_echo": 0.02} {
		h := with(effect)
		after := rms(h.part(plain.seconds+0.15, plain.seconds+0.45)) / plain.level
		end := rms(h.part(h.seconds-0.1, h.seconds)) / plain.level
		t.Logf("%s: %.1f s longer, %.3f of the level 0.3 s after the last word, %.4f at the end", effect, h.seconds-plain.seconds, after, end)
		if after < least {
			t.Errorf("%s: no tail: %.4f", effect, after)
		}
		if end > 0.02 {
			t.Errorf("%s: cut off at %.4f", effect, end)
		}
	}
	phone := with("lofi_telephone")
	if high, low := phone.share(3700, 12000), phone.share(0, 200); high > 0.02 || low > 0.05 || plain.share(3700, 12000) < 2*high {
		t.Errorf("telephone: %.4f of the energy above 3.7 kHz (plain %.4f), %.4f below 200 Hz", high, plain.share(3700, 12000), low)
	}
	if h := with("robotic"); math.Abs(h.pitch-robotPitch) > 4 {
		t.Errorf("robotic: pitch %.0f, want locked to %d", h.pitch, robotPitch)
	}
}
