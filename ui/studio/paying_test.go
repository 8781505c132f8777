package studio

import (
	"strings"
	"sync/atomic"
	"testing"

	tea "charm.land/bubbletea/v2"

	"voicestudio/player"
	"voicestudio/presets"
	"voicestudio/tts"
	"voicestudio/tts/sandbox"
	"voicestudio/ui/config"
	"voicestudio/ui/session"
)

// atAHost is a studio at a host of its own kind, which the sandbox plays with
// faults, and how many requests for speech the host has had.
func atAHost(t *testing.T, name tts.HostName, faults string) (d *desk, asked func() int) {
	t.Helper()
	f, err := sandbox.ParseFaults(faults)
	if err != nil {
		t.Fatal(err)
	}
	var requests atomic.Int64
	server, err := sandbox.Start(sandbox.Config{Faults: f, Log: func(line string) {
		if strings.HasPrefix(line, "POST ") && !strings.Contains(line, "get_voice") {
			requests.Add(1)
		}
	}})
	if err != nil {
		t.Fatal(err)
	}
	if h, _ := tts.HostAt(name); h.KeyVariable != "" {
		t.Setenv(h.KeyVariable, "sk-secret")
	}
	s := session.New(session.Config{Host: name, Takes: t.TempDir(), Hosts: map[tts.HostName]config.HostSettings{name: {BaseURL: server.BaseURL(name)}}})
	d = sitAt(t, t.TempDir(), s)
	t.Cleanup(func() {
		d.press("esc")
		s.Close()
		server.Close()
	})
	// A request is told of when it has ended.
	return d, func() int {
		d.until("every request has ended", func() bool {
			d.m.Update(tickMsg{})
			return d.m.sounding.cancel == nil && len(d.m.sounding.cut) == 0
		})
		d.settle()
		return int(requests.Load())
	}
}

func (d *desk) playing() {
	d.t.Helper()
	d.until("it sounds", func() bool {
		return d.m.sounding.speech != nil && !d.m.sounding.waiting && d.m.player.Status().State == player.Playing
	})
}

func TestTheSameWordsAreNotPaidTwiceWhileTheyAreSpoken(t *testing.T) {
	d, asked := atAHost(t, tts.MiniMax, "latency=300ms,pace=3x")
	store(t, d.own(), "As it is", wiseWoman, func(p *presets.Preset) { p.Request = d.m.doc.request() })
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
		d.press("tab", "enter", "ctrl+r")
		d.sees(state)
		d.press("esc", "shift+tab", "ctrl+o", "f5")
		d.sees(state)
		d.press("esc")
	}
	d.press("ctrl+r")
	again("this has been asked for already")
	d.press("alt+r") // asked for, but there is nothing yet of which there could be another
	d.sees("this has been asked for already")
	d.playing()
	again("this is being spoken already; alt+r makes another take")
	d.press("f7")
	d.press("ctrl+r")
	d.sees("paused: f7 goes on")
	d.press("f7")
	if n := asked(); n != 1 {
		t.Fatalf("the host was asked %d times", n)
	}
	if len(d.m.takes.rows) != 1 || d.m.takes.rows[0].Partial {
		t.Errorf("%d takes\n%s", len(d.m.takes.rows), d.screen())
	}
}

func TestOtherSettingsCancelAndStartAnew(t *testing.T) {
	d, asked := atAHost(t, tts.Sandbox, "pace=2x")
	d.write("One two three four five six seven eight nine ten.")
	d.press("ctrl+r")
	d.playing()
	d.press("tab", "down", "right", "ctrl+r")
	d.until("the other is made", func() bool { return len(d.m.takes.rows) == 2 })
	if n := asked(); n != 2 {
		t.Errorf("the host was asked %d times", n)
	}
	d.sees(" cut") // the first one
}

func TestAKeyThatIsHeldDownMakesOneMoreTake(t *testing.T) {
	d, asked := atAHost(t, tts.Sandbox, "pace=2x")
	d.write("One two three four five.")
	d.press("ctrl+r")
	d.playing()
	for range 20 {
		d.press("alt+r")
	}
	d.until("another take comes", func() bool { return len(d.m.takes.rows) == 2 })
	d.send(tea.KeyPressMsg{Code: 'r', Mod: tea.ModAlt, IsRepeat: true})
	if n := asked(); n != 2 {
		t.Errorf("the host was asked %d times", n)
	}
}

func TestAnOlderTakeIsHeardWhileANewOneIsMadeToItsEnd(t *testing.T) {
	d, _ := atAHost(t, tts.Sandbox, "pace=3x")
	d.write("One two.")
	d.speaks("ctrl+r")
	d.write(" Three four five six seven eight nine ten eleven twelve.")
	d.press("ctrl+r")
	d.playing()
	d.sees(" arriving")
	d.misses(" cut")
	d.press("shift+tab", "down", "enter")
	d.until("the older one sounds", func() bool { return d.m.sounding.take == d.m.takes.rows[1] })
	d.until("the new one has come whole", func() bool { return d.m.sounding.cancel == nil })
	if take := d.m.takes.rows[0].Take; take.Partial || take.AudioMS == nil {
		t.Errorf("%+v", take)
	}
	d.misses(" arriving")
	d.misses(" cut")
}

func TestWhatATakeCostIsNotClaimedWhereNobodyKnows(t *testing.T) {
	d, asked := atAHost(t, tts.MiniMax, "cut=5000,extra_info=last")
	d.write("One two three four five six seven eight nine ten.")
	d.press("ctrl+r")
	d.until("it is cut", func() bool { return d.m.status.tone == failure })
	asked()
	d.sees("characters unknown, price unknown", "session ≥ $0.00")
	if d.m.takes.rows[0].Price != nil {
		t.Error("the take has a price")
	}
}
