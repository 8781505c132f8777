package studio

import (
	"slices"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"voicestudio/player"
	"voicestudio/presets"
	"voicestudio/tts"
	"voicestudio/ui/studio/rooms/listen"
)

// title is what the terminal's window is called, and bar what it shows beside
// that.
func (d *desk) title() string { return d.m.View().WindowTitle }

func (d *desk) bar() tea.ProgressBarState {
	if p := d.m.View().ProgressBar; p != nil {
		return p.State
	}
	return tea.ProgressBarNone
}

func TestTheWindowSaysWhatIsMade(t *testing.T) {
	t.Parallel()
	d := sit(t)
	store(t, d.own, "Warm v2", calmBlend, func(*presets.Preset) {})
	d.browse()
	d.write("warm v2")
	d.press("enter")
	d.awaits(" Warm v2 ")
	shows := func(title string, bar tea.ProgressBarState) {
		t.Helper()
		d.until("the window is called "+title, func() bool { return d.title() == title })
		if got := d.bar(); got != bar {
			t.Errorf("%s: %v, want %v", title, got, bar)
		}
	}
	shows("Warm v2", tea.ProgressBarNone)
	end := make(chan struct{})
	d.host.will(busy(20), halved(end), refuses(1004, "no"))
	d.press("ctrl+r")
	shows("◌ speaking… Warm v2", tea.ProgressBarIndeterminate)
	d.awaits("asking again in 20 s")
	d.waits(10 * time.Second)
	if p := d.m.View().ProgressBar; p == nil || p.State != tea.ProgressBarWarning || p.Value < 45 || p.Value > 60 {
		t.Errorf("half of the pause is %v", p)
	}
	d.press("esc")
	shows("Warm v2", tea.ProgressBarNone)

	d.press("alt+r")
	shows("▶ Warm v2", tea.ProgressBarIndeterminate)
	close(end)
	d.hearsOut()
	shows("Warm v2", tea.ProgressBarNone)

	d.waits(time.Minute)
	d.press("alt+r")
	shows("✗ Warm v2", tea.ProgressBarError)
	d.press("esc")
	if strings.Contains(d.screen(), "esc folds") {
		d.press("esc")
	}
	d.press("esc")
	shows("Warm v2", tea.ProgressBarNone)
}

func TestAKeyThatRunsSaysSoAtOnce(t *testing.T) {
	t.Parallel()
	d := sit(t)
	begin := make(chan struct{})
	d.host.will(held(begin))
	d.press("ctrl+r")
	d.sees("waiting for the host · 0 s · esc stops")
	d.turns()
	d.press("ctrl+r")
	d.sees("this has been asked for already; esc stops it")
	if n := len(d.host.asked()); n > 1 {
		t.Errorf("the host was asked %d times", n)
	}
	close(begin)
	d.sounds("it", func(tts.Request) bool { return true })
}

// turns wants a sign that turns on the status line.
func (d *desk) turns() {
	d.t.Helper()
	sign := func() string { return strings.Split(d.screen(), "\n")[d.h-2][:4] }
	was := sign()
	d.until("the sign has turned", func() bool { return sign() != was })
}

func TestWhatTakesAWhileSaysWhatItIsAndStops(t *testing.T) {
	h := newHost(t)
	h.search = make(chan struct{})
	d := seat{at: tts.MiniMax, host: h}.sit(t)
	d.run(d.m.Init())
	d.awaits("asking for the account's own voices")
	d.turns()
	d.waits(3 * time.Second)
	d.sees("asking for the account's own voices · 3 s")
	if d.bar() != tea.ProgressBarIndeterminate {
		t.Error("the window does not show that something is done")
	}
	close(h.search)
	d.loses("asking for")
	for d.ticks() { // the last one
	}
	if d.bar() != tea.ProgressBarNone {
		t.Error("the window shows something still")
	}
}

// ticks reports whether the screen is asked to move within some frames.
func (d *desk) ticks() bool {
	patience := time.After(4 * listen.TickPace)
	for {
		select {
		case msg := <-d.msgs:
			d.send(msg)
			if _, is := msg.(listen.TickMsg); is {
				return true
			}
		case <-patience:
			return false
		}
	}
}

func TestWithoutADeviceNothingIsSaidToBeHeard(t *testing.T) {
	t.Parallel()
	d := seat{mute: true}.sit(t)
	d.player.report = player.Report{FirstSound: 312 * time.Millisecond}
	d.write("One two three four five.")
	d.press("ctrl+r")
	d.awaits("▶ 0:00.0")
	d.player.passes(100 * time.Millisecond)
	d.loses("arriving")
	d.misses("first sound", "312 ms", "▮", "▯")
	if slices.Contains([]rune(d.title()), '▶') {
		t.Errorf("the window is called %q", d.title())
	}
	d.sees("not heard")
	d.hearsOut()
	d.goes("Takes")
	d.press("i")
	d.sees("first audio")
	d.misses("first sound heard")
}
