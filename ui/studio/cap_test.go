package studio

import (
	"testing"

	"voicestudio/tts"
)

// Every answer of the host's costs what its words do: $0.0043 for 72 of them.
func TestWhoReachesTheCapIsAskedBeforeAnythingIsSent(t *testing.T) {
	d := seat{at: tts.MiniMax, cap: &tts.Money{Amount: 0.005, Currency: "USD"}}.sit(t)
	d.sees("session $0.00 of $0.005")
	d.press("ctrl+r")
	d.sounds("the first", func(tts.Request) bool { return true })
	d.hearsOut()
	d.awaits("session $0.0043 of $0.005")
	report := d.row("72 characters billed")
	asked := func(n int, key string) {
		t.Helper()
		d.press(key)
		d.awaits("This would pass what the session may cost", "the session has cost $0.0043 of $0.005")
		if len(d.host.asked()) != n {
			t.Fatalf("%s: the host was asked %d times", key, len(d.host.asked()))
		}
	}
	asked(1, "alt+r")
	d.sees("this costs about $0.0043 at MiniMax", "▸ do not send it")
	d.write("sy") // letters answer nothing
	d.press("enter")
	d.misses("This would pass")
	if now := d.row("72 characters billed"); now != report {
		t.Errorf("take 1 was %q, and is %q", report, now)
	}
	asked(1, "alt+r")
	d.press("esc")
	d.goes("Pronunciation")
	d.press("+")
	d.write("A long word of which the price is more than is left/B")
	d.press("enter", "s")
	d.awaits("the same key again speaks it")
	asked(1, "s")
	d.press("up", "up", "enter")
	d.until("this one is sent", func() bool { return len(d.host.asked()) == 2 })
	d.hearsOut()
	d.goes("Blend")
	d.press("alt+r")
	d.awaits("raise the cap for this session to $0.015, and send it")
	x, y := d.find("raise the cap")
	d.click(x, y)
	d.until("it is sent", func() bool { return len(d.host.asked()) == 3 })
	d.awaits(" of $0.015")
}

func TestMovingStopsAtTheCapWithoutAsking(t *testing.T) {
	d := seat{at: tts.MiniMax, cap: &tts.Money{Amount: 0.0015, Currency: "USD"}}.sit(t)
	d.command("Choose the voice")
	d.press("alt+s", "alt+m")
	d.rests("down")
	d.sounds("one voice", saying("Hello, how are you?"))
	d.comes()
	d.rests("down")
	d.awaits("the session has reached its cap of $0.0015", "[off]")
	if n := len(d.host.asked()); n != 1 {
		t.Errorf("the host was asked %d times", n)
	}
	d.press("ctrl+r")
	d.awaits("This would pass what the session may cost")
}

func TestAPriceThatNobodyKnowsIsAskedAboutOnce(t *testing.T) {
	d := seat{at: tts.MiniMaxCN, cap: &tts.Money{Amount: 5, Currency: "CNY"}}.sit(t)
	d.press("ctrl+r")
	d.awaits("This could pass what the session may cost", "what this costs at MiniMax (China) is not known")
	d.press("up", "enter")
	d.sounds("it", func(tts.Request) bool { return true })
	d.hearsOut()
	d.press("alt+r")
	d.until("the next is not asked about", func() bool { return len(d.host.asked()) == 2 })
}

func TestHearingAPresetSaysItsPriceFirst(t *testing.T) {
	d := seat{at: tts.MiniMax}.sit(t)
	store(t, d.own, "As it is", `{"model": "speech-2.8-turbo", "voice_setting": {"voice_id": "Wise_Woman"}}`, nil)
	d.browse()
	d.write("as it is")
	d.press("ctrl+r")
	d.awaits("As it is at MiniMax: ≈ $", "the same key again speaks it")
	if n := len(d.host.asked()); n != 0 {
		t.Errorf("%d requests were sent", n)
	}
	d.press("ctrl+r")
	d.sounds("the preset", by("Wise_Woman"))
	d.awaits("▶ playing")
}
