package plain

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"voicestudio/tts"
	"voicestudio/ui/studio/document"
)

func TestTheLadderLeadsFromOneVoiceToTheOther(t *testing.T) {
	t.Parallel()
	s := sit(t)
	out, err := s.does("text Hello over there", "blend Wise_Woman 60 Deep_Voice_Man 40", "ladder", "2", "4", "ladder star 2", "ladder star 3", "ladder zoom", "ladder out", "2", "ladder use", "undo", "ladder use 5", "status")
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	has(t, out, "1. Wise Woman 100", "2. Wise Woman 75, Deep Voice Man 25", "5. Deep Voice Man 100", "A number lets a step be heard",
		"Step 2, Wise Woman 75, Deep Voice Man 25.", "Step 4, Wise Woman 25, Deep Voice Man 75.", "1 star", "Ladder zoom makes steps of what lies between your two stars",
		"1. Wise Woman 75, Deep Voice Man 25", "2. Wise Woman 69, Deep Voice Man 31", "2. Wise Woman 75, Deep Voice Man 25, 1 star",
		"The blend is Wise Woman 75, Deep Voice Man 25.", "Undone: taking over a mix", "The blend is Deep Voice Man 100.", "Deep Voice Man, weight 100, 100 percent")
	sent := s.host.asked()
	has75 := func(q tts.Request) bool {
		return slices.Contains(q.TimbreWeights, tts.TimbreWeight{VoiceID: "Wise_Woman", Weight: 75})
	}
	if len(sent) != 8 || !slices.ContainsFunc(sent, has75) || !slices.ContainsFunc(sent, func(q tts.Request) bool { return q.VoiceSetting.VoiceID == "Wise_Woman" }) {
		t.Errorf("sent %d", len(sent))
	}
	if heard := s.ear.hears(); len(heard) != 3 {
		t.Errorf("heard %+v", heard)
	}
	// It is there again, with its stars.
	out, _ = s.does("mute 1", "ladder")
	has(t, out, "2. Wise Woman 75, Deep Voice Man 25, 1 star")
	if n := len(s.host.asked()); n != 8 {
		t.Errorf("sent %d", n)
	}
}

func TestAHiddenLadderTellsNothing(t *testing.T) {
	t.Parallel()
	s := sit(t)
	s.does("text Hello over there", "blend Wise_Woman 60 Deep_Voice_Man 40", "ladder", "takes", "a 1", "b 2")
	out, _ := s.does("ladder", "ladder blind", "1", "takes", "a", "difference 1 2", "errors", "ladder star", "ladder star 2", "ladder zoom", "bench open")
	_, blind, _ := strings.Cut(out, "hidden, and their order is drawn by lot")
	lacks(t, blind, "Wise", "Deep", "Man", "Woman", "percent")
	has(t, blind, "Mix 1 of 5.", "Not while the steps of the ladder are hidden", "Mix 1 of 5: 1 star.", "Not while the steps")
	out, err := s.does("ladder", "ladder blind", "3", "ladder use", "takes")
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	has(t, out, "Mix 3 of 5.", "The blend is ", "Woman")
}

func TestALadderSaysItsPriceFirst(t *testing.T) {
	s := paid(t, nil)
	out, _ := s.does("text Hello over there", "blend Wise_Woman 60 Deep_Voice_Man 40", "ladder", "2", "yes", "ladder make", "no")
	has(t, out, "5 not made yet, about $0.0048 at MiniMax; ladder make makes them", "1 clip to be made, about $0.0010 at MiniMax; yes or no", "Step 2, ", "4 clips to be made", "Nothing was sent")
	if n := len(s.host.asked()); n != 1 {
		t.Errorf("sent %d", n)
	}
}

func TestThePadIsWalkedTowardsAVoice(t *testing.T) {
	t.Parallel()
	s := sit(t)
	out, err := s.does("text Hello over there", "blend Wise_Woman 40 Deep_Voice_Man 40 Abbess 20", "pad", "1", "2", "pad back", "pad star", "pad 3", "pad finer", "pad list", "1", "pad use", "pad")
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	has(t, out, "You are at Wise Woman 40, Deep Voice Man 40, Abbess 20; a step is 20 percent.", "1. nearer to Wise Woman: Wise Woman 60,", "3. nearer to Abbess: ", "A number goes a step nearer to that voice; pad use",
		"Wise Woman 60, ", "1 star", "a step is 10 percent", "A number goes there", "The blend is Wise Woman 60, ")
	d, err := document.ReadDraft(filepath.Join(s.home, "draft.json"))
	if err != nil || d.Voices[0].Weight != 60 {
		t.Errorf("%v: %+v", err, d.Voices)
	}
	heard, sent := s.ear.hears(), s.host.asked()
	if len(heard) < 4 || len(sent) < 3 || sent[0].TimbreWeights[0] != (tts.TimbreWeight{VoiceID: "Wise_Woman", Weight: 60}) {
		t.Errorf("heard %d, sent %+v", len(heard), sent)
	}
}

func TestALadderOrPadSaysWhyThereIsNone(t *testing.T) {
	t.Parallel()
	s := sit(t)
	for line, want := range map[string]string{
		"ladder":     "The ladder needs two voices that sound (write blend NAME 50 NAME 50, then ladder)",
		"ladder use": "No ladder is open",
		"pad":        "The pad needs three or four voices that sound",
		"pad use":    "The pad needs three or four voices that sound",
	} {
		if out, err := s.does(line); err == nil || !strings.Contains(strings.ToLower(out), strings.ToLower(strings.Split(want, " (")[0])) {
			t.Errorf("%s: %v: %s", line, err, out)
		}
	}
}
