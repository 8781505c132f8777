package studio

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"voicestudio/tts"
)

// unreadable is an error that no status line holds.
var unreadable = strings.TrimSpace(strings.Repeat("a long way to say it ", 12)) + " its end"

func TestAnErrorStaysUntilItIsRead(t *testing.T) {
	t.Parallel()
	d := sit(t)
	d.resize(160, 40)
	d.speaks("ctrl+r")
	d.write("Hm. ")
	d.fails("no such thing")
	d.write("mending")
	d.press("tab", "right", "ctrl+p", "down")
	d.click(0, 0)
	d.click(2, 20)
	d.sees("✗ the host says: no such thing (2099)", "[trace id 0123456789]", "f12 lists")

	// What is said later does not swallow it, nor does another error.
	d.press("shift+tab", "u")
	d.sees("undone", "✗ 1  f12 lists")
	d.goes("Takes")
	os.RemoveAll(filepath.Join(d.home, "takes"))
	d.press("s")
	d.awaits("✗ 2  f12 lists")
	d.misses("no such thing")

	// esc puts away the one that is seen, and does nothing else.
	d.press("esc")
	d.sees("✗ the host says: no such thing")
	d.press("esc")
	d.misses("no such thing", " ✗ ")
	if d.keys() != "Takes" {
		t.Errorf("esc led to %s", d.keys())
	}

	// All of them can be read and copied later.
	d.press("f12")
	d.sees("Errors and warnings", "1 of 2")
	d.press("down")
	d.sees("no such thing (2099)", "what helps  check the settings", "trace id    0123456789")
	if text := d.copies("c"); !strings.Contains(text, "no such thing (2099)") || !strings.Contains(text, "[trace id 0123456789]") {
		t.Errorf("%q", text)
	}
	n := len(d.host.asked())
	d.press("enter")
	d.misses("Errors and warnings")
	if len(d.host.asked()) != n {
		t.Error("enter closed the list and spoke")
	}
}

func TestALongErrorCoversNoKey(t *testing.T) {
	t.Parallel()
	d := sit(t)
	d.fails(unreadable)
	d.sees("─ Error ", "its end", "[trace id 0123456789]", "esc folds")
	d.write("All of this is typed.")
	d.sees("All of this is typed.", "its end")
	before := d.keys()
	d.press("esc")
	d.misses("its end")
	d.sees("✗ the host says: a long way", "f12 lists")
	d.command("errors and warnings")
	d.sees("its end", "trace id    0123456789")
	d.press("esc")
	d.misses(" ✗ ")
	if d.keys() != before {
		t.Error("esc did more than fold the error")
	}
	// At a small size it stands where the words are not typed.
	d.resize(60, 18)
	d.fails(unreadable)
	d.write(" And more.")
	d.sees("And more.", "its end")
	x, y := d.find("─ Error ")
	d.click(x+3, y)
	d.misses("its end")
}

func TestAnErrorIsReadOnceWhatFailedIsDoneAgain(t *testing.T) {
	t.Parallel()
	d := sit(t)
	d.fails("no such thing")
	if p := d.m.View().ProgressBar; p == nil || p.State != tea.ProgressBarError {
		t.Errorf("the terminal shows %v", p)
	}
	d.press("ctrl+r")
	d.sounds("it", func(tts.Request) bool { return true })
	d.misses("no such thing", " ✗ ")
	d.hearsOut()
	if p := d.m.View().ProgressBar; p != nil {
		t.Errorf("the terminal shows %v", p)
	}
	d.press("f12")
	d.sees("no such thing")
}

// keys is the title of the panel that has the keys.
func (d *desk) keys() string {
	_, rest, _ := strings.Cut(d.screen(), "┏━")
	title, _, _ := strings.Cut(rest, "━")
	return strings.Trim(title, " []")
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
