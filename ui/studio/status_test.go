package studio

import (
	"os"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
)

func TestAnErrorStaysUntilEscOrUntilSomethingElseIsSaid(t *testing.T) {
	t.Parallel()
	d := sit(t)
	d.fails("no such thing")
	d.write("mending")
	d.press("tab", "right", "ctrl+p", "down")
	d.click(0, 0)
	d.click(2, 20)
	d.sees("no such thing")
	d.press("shift+tab", "u")
	d.misses("no such thing")
	d.sees("undone")
	d.waits(1)
	d.fails("refused again")
	d.press("esc")
	d.misses("refused again")

	// What is too long for a line covers the panels until a key is pressed,
	// stays on the line after that, and can be read again.
	d.fails(strings.TrimSpace(strings.Repeat("a long way to say it ", 12)) + " its end")
	d.sees("its end", "━ Error ")
	d.press("tab")
	d.misses("its end")
	d.sees("✗ ", "a long way to say it")
	d.command("in full")
	d.sees("its end")
	before := d.keys()
	d.press("esc")
	d.misses("a long way")
	if d.keys() != before {
		t.Error("esc did more than close the error")
	}
}

// keys is the title of the panel that has the keys.
func (d *desk) keys() string {
	_, rest, _ := strings.Cut(d.screen(), "━ ")
	title, _, _ := strings.Cut(rest, " ━")
	return title
}

func TestWhatIsSaidAtTheStartIsNotCoveredByTheGreeting(t *testing.T) {
	t.Parallel()
	home := newHome(t)
	os.WriteFile(home+"/draft.json", []byte("{"), 0o600)
	d := seat{home: home}.sit(t)
	connected := func() {
		d.run(d.m.Init())
		time.Sleep(200 * time.Millisecond)
		d.settle()
	}
	connected()
	d.sees("draft.json.broken")
	d = sit(t)
	d.command("copy the blend as a formula")
	connected()
	d.sees("copied English_Graceful_Lady")
	d = sit(t)
	d.run(d.m.Init())
	d.awaits("this is the sandbox: settings behave")
}

func TestEscGoesBackToThePanelThatHadTheFocus(t *testing.T) {
	t.Parallel()
	d := sit(t)
	keysIn := func(panel string) {
		t.Helper()
		if got := d.keys(); got != panel {
			t.Errorf("the keys are in %s, not in %s", got, panel)
		}
	}
	d.press("tab", "tab", "tab", "shift+tab", "shift+tab", "shift+tab", "esc")
	keysIn("Voice")
	d.press("esc", "esc")
	keysIn("Voice")
	d.goes("Takes")
	x, y := d.find("Script")
	d.send(tea.MouseClickMsg{X: x, Y: y + 2, Button: tea.MouseLeft})
	keysIn("Script")
	d.press("esc")
	keysIn("Takes")
}
