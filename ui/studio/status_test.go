package studio

import (
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"voicestudio/tts"
)

func TestAnErrorStaysUntilEscOrUntilSomethingElseIsSaid(t *testing.T) {
	d := sit(t)
	d.m.fail(&tts.Error{Kind: tts.KindRefused, Message: "the host has no such voice (2054)", Cure: "choose another", TraceID: "0123"})
	d.write("mending")
	d.press("tab", "down", "right", "ctrl+p", "down")
	d.m.overlays = nil
	d.click(2, 20)
	d.sees("the host has no such voice (2054)", "trace id 0123")
	d.press("shift+tab", "u")
	d.misses("no such voice")
	d.sees("undone")
	d.m.fail(&tts.Error{Kind: tts.KindRefused, Message: "refused again"})
	d.press("esc")
	d.misses("refused again")

	// What is too long for a line covers the panels until a key is pressed,
	// stays on the line after that, and can be read again.
	long := strings.TrimSpace(strings.Repeat("a long way to say it ", 12)) + " its end"
	d.m.fail(&tts.Error{Kind: tts.KindRefused, Message: long})
	d.sees("its end", "Error")
	d.press("tab")
	d.misses("its end")
	d.sees("✗ a long way to say it")
	d.press("ctrl+p")
	d.write("in full")
	d.press("enter")
	d.sees("its end")
	focus := d.m.focus
	d.press("esc")
	d.misses("a long way")
	if d.m.focus != focus {
		t.Error("esc did more than close the error")
	}
}

func TestWaitingShowsThatTimePasses(t *testing.T) {
	d, _ := atAHost(t, tts.Sandbox, "latency=1500ms")
	now := time.Now()
	d.m.now = func() time.Time { return now }
	d.write("Hi.")
	d.press("ctrl+r")
	d.sees("waiting for the host, esc stops")
	now = now.Add(3 * time.Second)
	d.sees("waiting for the host · 3 s")
	d.press("f4")
	d.sees("waiting for the host · 3 s, esc stops") // also where a list covers the panels
	d.press("esc")
	d.send(retryMsg{8 * time.Second, &tts.Error{Kind: tts.KindRateLimit, Message: "too many requests"}})
	d.sees("too many requests; trying again in 8 s", "asking again in 8 s")
	now = now.Add(7 * time.Second)
	d.sees("asking again in 1 s")
	now = now.Add(5 * time.Second)
	d.sees("waiting for the host · 15 s")
	d.until("it is heard", func() bool { return d.m.sounding.cancel == nil && !d.m.ticking })
	d.misses("waiting")
	if d.m.ticking {
		t.Error("it still ticks")
	}
}

func TestWhatIsSaidAtTheStartIsNotCoveredByTheGreeting(t *testing.T) {
	d := sit(t)
	d.m.say(warning, "the draft could not be read")
	d.send(connectedMsg{first: true})
	d.settle()
	d.sees("the draft could not be read")
}

func TestEscGoesBackToThePanelThatHadTheFocus(t *testing.T) {
	d := sit(t)
	d.press("tab", "tab", "tab", "shift+tab", "shift+tab", "shift+tab", "esc")
	if d.m.focus != voicePanel {
		t.Errorf("panel %d", d.m.focus)
	}
	d.press("esc", "esc")
	if d.m.focus != voicePanel {
		t.Error("esc leaves a panel")
	}
	x, y := d.find("Takes")
	d.click(x, y+3)
	x, y = d.find("Script")
	d.send(tea.MouseClickMsg{X: x, Y: y + 2, Button: tea.MouseLeft})
	d.press("esc")
	if d.m.focus != takesPanel {
		t.Errorf("panel %d", d.m.focus)
	}
}
