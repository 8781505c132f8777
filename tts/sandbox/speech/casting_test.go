package speech

import (
	"testing"

	"pgregory.net/rapid"

	"voicestudio/tts"
)

func TestEveryVoiceHasItsOwnTimbre(t *testing.T) {
	seen := map[string]string{}
	for _, v := range tts.Voices() {
		speaker := cast(v.ID)
		file := speaker.variantFile()
		if other, found := seen[file]; found {
			t.Errorf("%q and %q are the same speaker", v.ID, other)
		}
		seen[file] = v.ID
		if again := cast(v.ID); again != speaker {
			t.Errorf("%q is not stable", v.ID)
		}
	}
	if cast("my-clone-1").variantFile() == cast("my-clone-2").variantFile() {
		t.Error("two cloned voices are the same speaker")
	}
}

func TestVoicesFitTheirNames(t *testing.T) {
	// Adults by the catalogue's gender; boys speak as children do.
	var highestMan, lowestWoman, highestAdult float64 = 0, 1e9, 0
	var manID, womanID string
	for _, v := range tts.Voices() {
		s := cast(v.ID)
		small := s.freq[3] > 118 && v.Gender == "male"
		switch {
		case v.Gender == "male" && !small && s.mid() > highestMan:
			highestMan, manID = s.mid(), v.ID
		case v.Gender == "female" && s.mid() < lowestWoman:
			lowestWoman, womanID = s.mid(), v.ID
		}
		if !small {
			highestAdult = max(highestAdult, s.mid())
		}
	}
	if lowestWoman < 1.05*highestMan {
		t.Errorf("%s (%.0f Hz) is not clearly above %s (%.0f Hz)", womanID, lowestWoman, manID, highestMan)
	}
	for _, id := range []string{"cute_boy", "lovely_girl"} {
		if c := cast(id); c.mid() < 250 || c.mid() < 1.1*cast("Wise_Woman").mid() {
			t.Errorf("%s: %.0f Hz is no child", id, c.mid())
		}
	}
	for _, id := range []string{"Chinese (Mandarin)_Humorous_Elder", "Chinese (Mandarin)_Kind-hearted_Elder", "Spanish_SereneElder"} {
		if e, young := cast(id), cast("English_DecentYoungMan"); e.roughness <= young.roughness+1 || e.flutter <= young.flutter {
			t.Errorf("%s is no rougher than a young man", id)
		}
	}
	if deep, plain := cast("Deep_Voice_Man"), cast("Patient_Man"); deep.mid() >= plain.mid() || deep.freq[3] >= plain.freq[3] {
		t.Error("Deep_Voice_Man is not deep")
	}
	if a, b := listen(t, says(woman, sentence)), listen(t, says(man, sentence)); a.pitch < 1.4*b.pitch {
		t.Errorf("heard: woman %.0f Hz, man %.0f Hz", a.pitch, b.pitch)
	}
}

func TestBlendIsOneSpeakerBetweenItsVoices(t *testing.T) {
	blend := func(men, women int) heard {
		r := says("", sentence)
		r.TimbreWeights = []tts.TimbreWeight{{VoiceID: man, Weight: men}, {VoiceID: woman, Weight: women}}
		return listen(t, r)
	}
	last := listen(t, says(man, sentence))
	low := last.pitch
	for _, weights := range [][2]int{{80, 20}, {50, 50}, {20, 80}} {
		h := blend(weights[0], weights[1])
		t.Logf("%v: %.0f Hz, centroid %.0f", weights, h.pitch, h.centroid)
		if h.pitch <= 1.03*last.pitch {
			t.Errorf("%v: %.0f Hz after %.0f", weights, h.pitch, last.pitch)
		}
		last = h
	}
	if high := listen(t, says(woman, sentence)).pitch; high <= last.pitch || low >= high {
		t.Errorf("the blend left its voices: %.0f, %.0f, %.0f Hz", low, last.pitch, high)
	}
}

func TestBlendStaysWithinItsVoices(t *testing.T) {
	voices := tts.Voices()
	rapid.Check(t, func(t *rapid.T) {
		var list []tts.TimbreWeight
		for range rapid.IntRange(1, tts.MaxVoices).Draw(t, "voices") {
			id := voices[rapid.IntRange(0, len(voices)-1).Draw(t, "voice")].ID
			list = append(list, tts.TimbreWeight{VoiceID: id, Weight: rapid.IntRange(1, 100).Draw(t, "weight")})
		}
		mixed := speaker(list)
		fields := func(s timbre) []*float64 { return append(s.geometric(), s.linear()...) }
		for i, p := range fields(mixed) {
			low, high := 1e9, -1e9
			for _, v := range list {
				x := *fields(cast(v.VoiceID))[i]
				low, high = min(low, x), max(high, x)
			}
			if *p < low-1e-6 || *p > high+1e-6 {
				t.Fatalf("parameter %d: %v is outside %v..%v", i, *p, low, high)
			}
			if one := *fields(speaker(list[:1]))[i]; one != *fields(cast(list[0].VoiceID))[i] {
				t.Fatalf("parameter %d of a blend of one is not its voice's", i)
			}
		}
		twice := speaker([]tts.TimbreWeight{list[0], list[0]})
		if twice.variantFile() != cast(list[0].VoiceID).variantFile() {
			t.Fatal("a voice blended with itself is another voice")
		}
	})
}
