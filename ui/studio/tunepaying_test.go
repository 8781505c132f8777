package studio

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"voicestudio/tts"
)

func TestWhatCostsIsMadeOnceItIsAgreedTo(t *testing.T) {
	d := seat{at: tts.MiniMax}.tunes(t)
	d.awaits("enter makes 3 takes, ≈ $0.0076 at MiniMax, and then those of each question", "≈ $0.0025", "stop at $0.14")
	for _, size := range [][2]int{{60, 18}, {80, 24}, {110, 18}, {200, 60}, {120, 40}} {
		d.resize(size[0], size[1])
		d.fits(t)
		d.sees("≈ $0.0076")
	}
	d.press("1", "2")
	d.sees("2 is not made yet, ≈ $0.0025 at MiniMax")
	d.settle()
	if n := len(d.host.asked()); n != 0 {
		t.Fatalf("%d requests were sent before anybody agreed", n)
	}
	d.press("enter")
	d.sounds("as it is", asIs)
	d.allThere()
	d.awaits("this tuning $0.0076")
	d.settle()
	if n := len(d.host.asked()); n != 3 {
		t.Fatalf("%d requests were sent, not 3", n)
	}
	d.press("left")
	d.until("the two of the next question are sent", func() bool { return len(d.host.asked()) == 5 })
	d.allThere()
	d.settle()
	if n := len(d.host.asked()); n != 5 {
		t.Fatalf("%d requests were sent, not 5", n)
	}
	d.press("a")
	d.sees("no waiting: up to 6 takes for each question, ≈ $0.0151, in place of 2, ≈ $0.0050; a again switches it on")
	if n := len(d.host.asked()); n != 5 {
		t.Fatal("something was sent for a price that was asked for")
	}
	d.press("a")
	d.until("those of the next question are sent", func() bool { return len(d.host.asked()) == 11 })
	d.press("a")
	d.sees("the next takes are made once you have answered")

	d.press("b")
	d.awaits("takes, or an amount such as 0.10; empty: no stop")
	d.press("ctrl+u")
	d.write("12")
	d.press("enter")
	d.awaits("it stops at 12 takes")
	d.press("left") // its two are there
	d.awaits("deep–bright: ")
	d.press("up")
	d.awaits("stopped at 12 takes: b sets another stop, e shows what was reached")
	d.settle()
	if n := len(d.host.asked()); n != 11 {
		t.Fatalf("%d requests were sent, not 11", n)
	}
	d.press("esc")
	d.until("what it has cost is kept", func() bool { all := d.courses(); return len(all) == 1 && all[0].Clips == 11 && len(all[0].Spent) == 1 })
	leaves(t, d)

	d = seat{home: d.home, host: d.host, at: tts.MiniMax}.sit(t)
	d.press("tab", "g", "n")
	d.awaits("strong–soft: ", "enter makes 2 takes")
	d.settle()
	if n := len(d.host.asked()); n != 11 {
		t.Errorf("another day sent %d requests before anybody agreed", n-11)
	}
}

func TestATuningObeysTheCapOfTheSession(t *testing.T) {
	d := seat{at: tts.MiniMax, cap: &tts.Money{Amount: 0.01, Currency: "USD"}}.tunes(t)
	d.awaits("enter makes 3 takes")
	d.press("enter")
	d.allThere()
	d.press("left")
	d.awaits("! ", "0.01")
	d.settle()
	if n := len(d.host.asked()); n != 3 {
		t.Fatalf("%d requests were sent, not 3", n)
	}
	d.press("enter")
	d.awaits("This would pass what the session may cost")
	d.press("esc", "left")
	d.sees("deep–bright: ") // who has heard enough may answer
}

func TestTheUsualStopIsNotBeforeTheEnd(t *testing.T) {
	d := seat{at: tts.MiniMax}.tunes(t)
	d.press("s")
	d.awaits("Which of 6 is the best", "enter makes 6 takes", "takes to the end, ≈ $")
	_, said, _ := strings.Cut(d.screen(), "takes to the end, ")
	var spent, toEnd, stop float64
	if _, err := fmt.Sscanf(said, "≈ $%g, stop at $%g", &toEnd, &stop); err != nil || toEnd > stop+.005 {
		t.Errorf("%q, %v", said, err)
	}
	d.press("enter")
	d.allThere()
	d.press("1", "enter")
	d.awaits("speed: ")
	d.allThere()
	for range 3 {
		d.press("right")
		d.allThere()
	}
	d.keptAnswers(4)
	d.press("esc")
	d.settle()
	leaves(t, d)
	d = seat{home: d.home, host: d.host, at: tts.MiniMax}.sit(t)
	d.press("tab", "g", "n")
	d.awaits("this tuning $0.03")
	_, said, _ = strings.Cut(d.row("this tuning $"), "this tuning ")
	if _, err := fmt.Sscanf(said, "$%g · to the end about $%g · stop at $%g", &spent, &toEnd, &stop); err != nil || spent+toEnd > stop+.005 {
		t.Errorf("%q, %v", said, err)
	}
}

func TestEnterWhileTakesComeEndsNothing(t *testing.T) {
	d := seat{at: tts.MiniMax}.tunes(t)
	d.press("left")
	d.awaits("pitch: ", "enter makes 3 takes")
	gate := make(chan struct{})
	d.host.will(slices.Repeat([]func(*answer){held(gate)}, 3)...)
	d.press("enter", "enter", "enter")
	d.sees("1 is still to come from MiniMax; e shows what has changed so far", "pitch: ")
	close(gate)
	d.allThere()
	d.press("enter")
	d.awaits("What has changed so far")
}
