package studio

import (
	"strings"
	"testing"

	"voicestudio/tts"
)

func TestEachChangeIsHeardOnceItHasBeenSwitchedOn(t *testing.T) {
	t.Parallel()
	d := sit(t)
	d.write("Good morning.")
	d.press("tab", "right")
	d.settle()
	d.press("ctrl+t")
	d.sees("each change is heard", "changes are heard")
	d.press("right", "right")
	d.sounds("the settings at rest", fast(1.15))
	d.hearsOut()
	if n := len(d.host.asked()); n != 1 {
		t.Errorf("three steps were sent as %d requests", n)
	}
	d.press("ctrl+t", "right")
	d.misses("changes are heard")
	d.settle()
	if n := len(d.host.asked()); n != 1 {
		t.Errorf("after it was switched off %d requests were sent", n)
	}
}

func TestChangesCostNothingUntilTheirPriceWasSaid(t *testing.T) {
	d := seat{at: tts.MiniMax}.sit(t)
	d.write("Good morning.")
	d.press("tab", "right", "ctrl+t")
	d.sees("would take ≈ $", "for each change", "ctrl+t once more")
	d.misses("changes are heard")
	d.press("right") // other settings, another price perhaps
	d.press("ctrl+t")
	d.sees("for each change")
	d.press("ctrl+t")
	d.sees("changes are heard")
	if n := d.host.knocked(); n != 0 {
		t.Errorf("%d requests were sent before a change", n)
	}
	d.press("right")
	d.sounds("the change", fast(1.15))
}

// A price was agreed to, not a key.
func TestChangesThatHaveBecomeDearerWaitForTheKey(t *testing.T) {
	d := seat{at: tts.MiniMax}.sit(t)
	d.write("Hi.")
	d.press("tab", "right", "ctrl+t", "ctrl+t")
	d.sees("changes are heard")
	d.goes("Script")
	d.paste(strings.Repeat("Good morning. ", 300))
	d.press("tab")
	d.misses("changes are heard")
	d.press("right")
	d.sees("would take ≈ $0.2", "for each change")
	d.misses("changes are heard")
	d.press("ctrl+t")
	d.sees("changes are heard")
	d.press("right")
	d.until("the change is sent", func() bool { return len(d.host.asked()) == 1 })
}

func TestChangesStopAtTheCapWithoutAsking(t *testing.T) {
	d := seat{at: tts.MiniMax, cap: &tts.Money{Amount: 0.001, Currency: "USD"}}.sit(t)
	d.write("Good morning.")
	d.press("tab", "ctrl+t", "ctrl+t", "right")
	d.sounds("the change", fast(1.05))
	d.hearsOut()
	d.press("right")
	d.awaits("the session has reached its cap of $0.001")
	d.misses("changes are heard", "This would pass")
	if n := len(d.host.asked()); n != 1 {
		t.Errorf("the host was asked %d times", n)
	}
}

func TestALetterChoosesWhatBeginsWithIt(t *testing.T) {
	t.Parallel()
	d := sit(t)
	d.press("tab", "down", "down", "down")
	emotion := func(want any) {
		t.Helper()
		settings := d.m.(*Model).Doc().Settings
		if got := settings.Get("voice_setting.emotion"); got != want {
			t.Errorf("the emotion is %v, want %v", got, want)
		}
	}
	for _, step := range []struct {
		letter string
		want   any
	}{{"c", "calm"}, {"s", "sad"}, {"s", "surprised"}, {"s", "sad"}, {"a", "angry"}, {"a", nil}} {
		d.write(step.letter)
		emotion(step.want)
	}
	d.write("z")
	d.sees("z does nothing here")
}
