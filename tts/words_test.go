package tts

import (
	"slices"
	"strings"
	"testing"

	"voicestudio/tts/wording"
)

func TestEveryRuleHasItsOwnCodeAndWords(t *testing.T) {
	var codes []ProblemCode
	for _, rule := range Rules {
		if slices.Contains(codes, rule.Code) {
			t.Errorf("two rules are %s", rule.Code)
		}
		codes = append(codes, rule.Code)
		if s := english.rules[rule.Code]; s.What == "" || rule.Effect == Refused && s.Cure == "" {
			t.Errorf("%s of %s: %+v", rule.Code, rule.Field, s)
		}
	}
	for code := range english.rules {
		if !slices.Contains(codes, code) {
			t.Errorf("there are words for %s, which is no rule", code)
		}
	}
	if missing := wording.Missing(english); len(missing) > 0 {
		t.Errorf("nothing is said for %v", missing)
	}
}

// What is found wrong is the same in a language in which every sentence is
// another one.
func TestNothingDependsOnTheLanguage(t *testing.T) {
	requests := []Request{request(t), request(t, "voice_setting.voice_id=my_clone"), request(t, "model=speech-2.5-hd-preview", "voice_setting.emotion=fluent"),
		request(t, "text=<#1#>a<#1#>", "audio_setting.format=wav", "continuous_sound=true"), request(t, "model=speech-02-hd", "text=Well (laughs)", "voice_setting.speed=7")}
	find := func() (all []Problem) {
		for _, r := range requests {
			for _, h := range Hosts {
				for _, stream := range []bool{true, false} {
					for _, p := range Check(r, Target{Host: h.Name, Stream: stream}) {
						all = append(all, p.Bare())
					}
				}
			}
		}
		return all
	}
	inEnglish := find()
	defer func() { say = english }()
	say = other()
	if p := Check(requests[1], Target{Host: MiniMax}); len(p) != 1 || p[0].Message != "語" || p[0].Code != UnknownVoice {
		t.Fatalf("the other language is not spoken: %+v", p)
	}
	if inTheOther := find(); !slices.Equal(inEnglish, inTheOther) {
		t.Errorf("in English %v\nin the other %v", inEnglish, inTheOther)
	}
}

// other is a language with one word.
func other() (w words) {
	wording.Fill(&w, "語")
	w.rules = map[ProblemCode]Said{}
	for code := range english.rules {
		w.rules[code] = Said{"語", "語"}
	}
	return w
}

func TestAProblemIsNotTheHostsCode(t *testing.T) {
	_, problems, err := Settle(request(t, "voice_setting.speed=3"), Target{Host: DashScope, Stream: true})
	if fault := AsError(err, ""); problems[0].Code != OutOfRange || fault.Code != "" || strings.Contains(err.Error(), string(OutOfRange)) {
		t.Errorf("%v, the host's code is %q", err, fault.Code)
	}
}
