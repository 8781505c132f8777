package studio

import (
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"voicestudio/tts"
	"voicestudio/ui/studio/rooms/listen"
)

func TestTheSameWordsAreNotPaidTwiceWhileTheyAreSpoken(t *testing.T) {
	d := seat{at: tts.MiniMax}.sit(t)
	store(t, d.own, "As it is", `{"model": "speech-2.8-turbo", "voice_setting": {"voice_id": "English_Graceful_Lady"}}`, nil)
	begin, end := make(chan struct{}), make(chan struct{})
	d.host.will(func(a *answer) {
		if a.waits(begin) {
			halved(end)(a)
		}
	})
	d.browse()
	d.press("esc")
	d.write("One two three four five six seven eight nine ten.")
	again := func(state string) {
		t.Helper()
		for _, keys := range [][]string{{"ctrl+r"}, {"f5"}, {"ctrl+enter"}, {"ctrl+p", "S", "p", "e", "a", "k", "enter"}, {"f3", "ctrl+r", "esc"}} {
			for _, key := range keys {
				if len(key) == 1 {
					d.write(key)
				} else {
					d.press(key)
				}
				if key == "ctrl+r" || key == "enter" {
					d.sees(state)
				}
			}
		}
		d.press("tab", "up", "enter", "ctrl+r")
		d.sees(state)
		d.press("esc", "shift+tab", "ctrl+o", "f5")
		d.sees(state)
		d.press("esc")
	}
	d.press("ctrl+r")
	again("this has been asked for already")
	d.press("alt+r") // asked for, but there is nothing yet of which there could be another
	d.sees("this has been asked for already")
	close(begin)
	d.sounds("the beginning", func(tts.Request) bool { return true })
	again("this is being spoken already; alt+r makes another take")
	d.press("f7")
	d.press("ctrl+r")
	d.sees("paused: f7 goes on")
	d.press("f7")
	close(end)
	d.hearsOut()
	if n := len(d.host.asked()); n != 1 {
		t.Fatalf("the host was asked %d times", n)
	}
	if all := d.keeps(); len(all) != 1 || all[0].Partial {
		t.Errorf("%+v\n%s", all, d.screen())
	}
}

func TestOtherSettingsCancelAndStartAnew(t *testing.T) {
	t.Parallel()
	d := sit(t)
	d.host.will(halved(nil))
	d.write("One two three four five six seven eight nine ten.")
	d.press("ctrl+r")
	d.sounds("the beginning", fast(1))
	d.press("tab", "right", "ctrl+r")
	d.sounds("the other", fast(1.05))
	d.awaits(" cut") // the first one
	d.until("the host was told", func() bool { return d.host.answered() == 2 })
	d.hearsOut()
	if all := d.keeps(); len(all) != 2 {
		t.Errorf("%d takes", len(all))
	}
}

// The first answer has come, but not yet been taken in, when something else is
// asked for.
func TestTheAnswerToAnOlderRequestIsForgotten(t *testing.T) {
	t.Parallel()
	d := sit(t)
	begin := make(chan struct{})
	d.host.will(whole, held(begin))
	old := d.typesAhead([]string{"ctrl+r"}, "")
	came := answersOf(old[0])
	d.press("tab", "right", "ctrl+r")
	d.until("the host is asked for the other", func() bool { return len(d.host.asked()) == 2 })
	for _, msg := range came {
		d.send(msg)
	}
	d.sees("waiting for the host")
	close(begin)
	d.sounds("the other", fast(1.05))
	d.hearsOut()
	if n := d.player.beginnings(); len(n) != 1 {
		t.Errorf("answers %v sounded", n)
	}
}

// answersOf runs a command to its end and returns what it answered.
func answersOf(cmd tea.Cmd) (all []tea.Msg) {
	if cmd == nil {
		return nil
	}
	switch msg := cmd().(type) {
	case nil:
	case tea.BatchMsg:
		for _, c := range msg {
			all = append(all, answersOf(c)...)
		}
	default:
		all = append(all, msg)
	}
	return all
}

func TestARequestThatWasReplacedDoesNotEndTheNext(t *testing.T) {
	t.Parallel()
	d := sit(t)
	begin := make(chan struct{})
	d.host.will(held(nil), held(begin))
	d.asks()
	d.press("tab", "right")
	d.asks()
	d.until("the first has been given up", func() bool { return d.host.answered() == 1 })
	d.settle()
	d.sees("waiting for the host")
	close(begin)
	d.sounds("the other", fast(1.05))
}

func TestAKeyThatIsHeldDownMakesOneMoreTake(t *testing.T) {
	t.Parallel()
	d := sit(t)
	d.write("One two three four five.")
	d.press("ctrl+r")
	d.sounds("the first", func(tts.Request) bool { return true })
	for range 20 {
		d.press("alt+r")
	}
	d.send(tea.KeyPressMsg{Code: 'r', Mod: tea.ModAlt, IsRepeat: true})
	d.awaits("  2 ", "the same again")
	d.hearsOut()
	if n := len(d.host.asked()); n != 2 {
		t.Errorf("the host was asked %d times", n)
	}
}

func TestAnOlderTakeIsHeardWhileANewOneIsMadeToItsEnd(t *testing.T) {
	t.Parallel()
	d := sit(t)
	d.write("One two.")
	d.speaks("ctrl+r")
	d.write(" Three four five six seven eight nine ten eleven twelve.")
	end := make(chan struct{})
	d.host.will(halved(end))
	d.press("ctrl+r")
	d.sounds("the new one", func(r tts.Request) bool { return r.Text != "One two." })
	d.awaits(" arriving")
	d.misses(" cut")
	d.goes("Takes")
	d.press("down", "enter")
	d.sounds("the older one", saying("One two."))
	d.sees(" arriving")
	close(end)
	d.loses(" arriving")
	d.misses(" cut")
	if now := d.player.hears(); now.answer != 0 {
		t.Errorf("answer %d sounds", now.answer)
	}
	if all := d.keeps(); len(all) != 2 || all[0].Partial || all[0].AudioMS == nil {
		t.Errorf("%+v", all)
	}
}

func TestWhatATakeCostIsNotClaimedWhereNobodyKnows(t *testing.T) {
	for at, none := range map[tts.HostName]string{tts.MiniMax: "$0.00", tts.DashScope: "¥0.00"} { // which counts with every chunk
		for name, cut := range map[string]func(d *desk){
			"the host breaks off": func(d *desk) {
				d.host.will(broken)
				d.press("ctrl+r")
			},
			"the person stops it": func(d *desk) {
				d.host.will(halved(make(chan struct{})))
				d.press("ctrl+r")
				d.awaits(" arriving")
				d.misses("characters billed")
				d.press("esc")
			},
		} {
			t.Run(string(at)+", "+name, func(t *testing.T) {
				d := seat{at: at}.sit(t)
				d.write("One two three four five six seven eight nine ten.")
				cut(d)
				d.awaits("characters unknown, price unknown", "session ≥ "+none, " cut")
				if take := d.keeps()[0]; take.Price != nil || take.UsageCharacters != nil {
					t.Errorf("%+v", take)
				}
			})
		}
	}
}

func TestAWarningOfTheRequestIsSaid(t *testing.T) {
	d := seat{at: tts.MiniMax}.sit(t)
	d.press("tab", "up", "enter")
	d.write("my_clone_7")
	d.press("enter", "ctrl+r")
	d.sounds("it all the same", func(r tts.Request) bool { return r.VoiceSetting.VoiceID == "my_clone_7" })
	d.awaits("─ Warning ", "my_clone_7", "not in")
}

func TestAHostThatWantsToBeLeftAloneIsAskedAgain(t *testing.T) {
	t.Parallel()
	d := sit(t)
	d.host.will(busy(1))
	d.press("ctrl+r")
	d.awaits("too many requests in a minute, asking again in 1 s · esc stops")
	d.sounds("the second answer", func(tts.Request) bool { return true })
	if n := len(d.host.asked()); n != 2 {
		t.Errorf("the host was asked %d times", n)
	}
	if now := d.player.hears(); now.answer != 1 {
		t.Errorf("answer %d sounds", now.answer)
	}
}

func TestWaitingShowsThatTimePasses(t *testing.T) {
	t.Parallel()
	d := sit(t)
	begin := make(chan struct{})
	d.host.will(busy(20), held(begin))
	d.write("Hi.")
	d.press("ctrl+r")
	d.sees("waiting for the host · 0 s · esc stops")
	d.waits(3 * time.Second)
	d.sees("waiting for the host · 3 s")
	d.press("f4")
	d.sees("waiting for the host · 3 s · esc stops") // also where a list covers the panels
	d.press("esc")
	d.awaits("too many requests in a minute, asking again in 20 s")
	d.waits(17 * time.Second)
	d.sees("asking again in 3 s")
	d.waits(4 * time.Second)
	d.sees("waiting for the host · 24 s")
	d.press("esc")
	d.sees("stopped")
	close(begin)
	d.settle()
	d.misses("waiting")
}

// Nobody looks at a window in the background: it is drawn a fifth as often. A
// timer is never early, so that this holds on any machine.
func TestAWindowInTheBackgroundIsDrawnMoreSlowly(t *testing.T) {
	t.Parallel()
	d := sit(t)
	d.write("One two three four five six seven eight nine ten.")
	d.press("ctrl+r")
	d.awaits("▶ 0:00.0")
	d.loses("arriving")
	d.send(tea.BlurMsg{})
	moves := func() {
		d.player.passes(100 * time.Millisecond)
		was := d.playhead()
		d.until("the playhead moves", func() bool { return d.playhead() != was })
	}
	moves()
	began := time.Now()
	for range 3 {
		moves()
	}
	if took := time.Since(began); took < 3*listen.BlurredPace-listen.TickPace {
		t.Errorf("three frames came within %v", took)
	}
}

// playhead is the time that the Sound panel shows.
func (d *desk) playhead() string {
	_, rest, _ := strings.Cut(d.screen(), "▶ ")
	at, _, _ := strings.Cut(rest, " / ")
	return at
}

func TestNothingIsSentWhileADialogLiesOverItsPrice(t *testing.T) {
	d := seat{at: tts.MiniMax}.sit(t)
	d.paste("Hello there.")
	d.resize(60, 18)
	d.press("f1", "f5", "alt+r")
	d.settle()
	if n := len(d.host.asked()); n != 0 {
		t.Errorf("%d requests", n)
	}
	d.press("esc", "f5")
	d.until("it is spoken", func() bool { return len(d.host.asked()) == 1 })
}
