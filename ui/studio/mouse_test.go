package studio

import (
	"fmt"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"voicestudio/player"
	"voicestudio/tts"
	"voicestudio/tts/takes"
)

// clicks clicks on texts that are seen, one after the other.
func (d *desk) clicks(what ...string) {
	d.t.Helper()
	for _, w := range what {
		d.waits(time.Second)
		x, y := d.find(w)
		d.click(x, y)
	}
}

// doubleClicks clicks on a text twice.
func (d *desk) doubleClicks(what string) {
	d.t.Helper()
	d.waits(time.Second)
	x, y := d.find(what)
	d.doubleClick(x, y)
}

// doubleClick clicks twice within a moment.
func (d *desk) doubleClick(x, y int) {
	was := d.still
	d.hurries()
	d.click(x, y)
	d.click(x, y)
	d.still = was
}

// drags presses the mouse at a cell and lets it go at another.
func (d *desk) drags(x, y, toX, toY int) {
	d.waits(time.Second)
	d.send(tea.MouseClickMsg{X: x, Y: y, Button: tea.MouseLeft})
	d.send(tea.MouseMotionMsg{X: toX, Y: toY, Button: tea.MouseLeft})
	d.send(tea.MouseReleaseMsg{X: toX, Y: toY, Button: tea.MouseLeft})
}

// At every size and wherever the keys are, each cell of the help bar does what
// the key does that is written there.
func TestEveryEntryOfTheHelpBarIsAButton(t *testing.T) {
	t.Parallel()
	for _, keys := range []string{"", "tab", "tab tab", "tab tab tab", "tab tab tab tab tab tab", "shift+tab", "tab g", "tab 1",
		"ctrl+p", "ctrl+o", "ctrl+s", "tab up enter", "tab g r", "tab g c", "tab up enter ctrl+k esc g c"} {
		d := sit(t)
		d.write("Words.")
		d.speaks("ctrl+r")
		d.press(strings.Fields(keys)...)
		m := d.m.(*Model)
		for _, size := range [][2]int{{60, 18}, {80, 24}, {120, 40}, {200, 60}} {
			d.resize(size[0], size[1])
			lines := strings.Split(d.screen(), "\n")
			bar, left := lines[len(lines)-1], ""
			var last *command
			for x := range size[0] {
				c := m.buttonAt(x)
				if c != last {
					if last != nil {
						key, _, _ := strings.Cut(left, " ")
						for name, sign := range arrows {
							if key == sign {
								key = name
							}
						}
						if found := m.find(key); found != last {
							t.Errorf("%v after %q: a click on %q runs %s, the key %+v", size, keys, left, last.id, found)
						}
					}
					left, last = "", c
				}
				cell := ansi.Cut(bar, x, x+1)
				if c == nil && strings.TrimSpace(cell) != "" {
					t.Errorf("%v after %q: a click on %q of %q does nothing", size, keys, cell, bar)
				}
				left += cell
			}
			if !strings.Contains(keys, "g") && !strings.Contains(bar, "f1") {
				t.Errorf("%v after %q there is no help: %q", size, keys, bar)
			}
		}
	}
}

func TestTheHelpBarAndDialogsByMouse(t *testing.T) {
	t.Parallel()
	d := sit(t)
	d.clicks("save preset")
	d.sees("Save the preset as")
	d.clicks("esc closes")
	d.misses("Save the preset as")
	d.clicks("save preset")
	d.write("Warm")
	d.click(0, 20)
	d.sees("Save the preset as", "what was typed there would be lost")
	d.clicks("enter saves")
	d.awaits("voicestudio · Warm ")
	d.clicks("f1 help")
	d.sees("━ Every key")
	d.click(0, 20)
	d.misses("━ Every key")
	d.press("tab")
	d.clicks("g go to", "b Blend")
	if got := d.keys(); got != "Blend" {
		t.Errorf("the keys are in %s", got)
	}
	d.clicks("g go to")
	d.click(0, 39)
	d.misses("b Blend")

	// What opens or closes by a click is not struck by the second one of a double click.
	d.clicks("+ add a word")
	d.press("esc")
	d.goes("Voice")
	d.press("ctrl+p")
	x, y := d.find("Undo")
	d.click(x, y)
	before := d.screen()
	d.click(x, y)
	if d.screen() != before {
		t.Errorf("the second click did something:\n%s", d.screen())
	}
}

func TestTheHeaderAndTheSoundByMouse(t *testing.T) {
	t.Parallel()
	d := sit(t)
	for what, opens := range map[string]string{"no preset": "━ Presets ", "sandbox ▸": "DashScope", "speech-2.8-turbo": "speech-2.8-hd", " chars": "curl"} {
		d.clicks(what)
		d.sees(opens)
		d.press("esc")
		d.misses(opens)
	}
	d.clicks("Request", "y copies")
	d.sees("JSON is on the clipboard")
	d.press("esc")
	d.clicks("● speaker")
	d.sees("○ muted")
	d.clicks("○ muted")
	d.sees("● speaker")

	d.goes("Script")
	d.write("Words.")
	d.press("ctrl+r")
	d.sounds("the script", saying("Words."))
	d.awaits("▶ 0:0")
	d.clicks("▶ 0:0")
	if now := d.player.hears(); now.state != player.Paused {
		t.Errorf("it is %v", now.state)
	}
	d.awaits("‖ 0:0")
	d.clicks("‖ 0:0")
	if now := d.player.hears(); now.state != player.Playing {
		t.Errorf("it is %v", now.state)
	}
	d.awaits("▶ 0:0")
	x, y := d.find("▶ 0:0")
	d.send(tea.MouseWheelMsg{X: x, Y: y, Button: tea.MouseWheelDown})
	d.sees("−1 dB")

	d.goes("Script")
	d.write(" More.")
	d.fails("refused " + strings.Repeat("for a long reason ", 12) + "at its end")
	x, y = d.find("at its end")
	d.click(x, y)
	d.misses("at its end")
	d.clicks("✗ ")
	d.sees("Errors and warnings", "at its end")
	d.clicks("esc closes")
	d.misses("at its end", "✗ the host says: refused") // it has been read
}

func TestAClickHearsATakeAndADoubleClickRestoresIt(t *testing.T) {
	t.Parallel()
	d := sit(t)
	d.write("One.")
	d.speaks("ctrl+r")
	d.press("tab", "right", "right")
	d.speaks("ctrl+r")
	d.shows("speed", "1.10×")
	d.clicks("1 0:00  Graceful Lady")
	d.sounds("the first take", fast(1))
	d.shows("speed", "1.10×")
	d.doubleClicks("1 0:00  Graceful Lady")
	d.sounds("the first take", fast(1))
	d.sees("words and settings are those of take 1; u undoes")
	d.shows("speed", "")
	d.press("u")
	d.shows("speed", "1.10×")

	// A column of Compare is heard, and its title says what sounds.
	d.press("b", "up", "a")
	d.clicks("A (2)")
	d.sounds("A", fast(1.1))
	d.sees("A│B: A", "♪A (2)")
	x, y := d.find("♪A (2)")
	d.click(x+1, y+1) // what A has is A, too
	d.sees("A│B: A", "♪A (2)")
	d.clicks("B (1)")
	d.sounds("B", fast(1))
	d.clicks("A│B: B")
	d.sounds("A", fast(1.1))
	d.sees(" A♪  2 ", " B   1 ")
}

// Terminals do not tell of a release that happened beside their window.
func TestASliderIsLetGoByWhateverIsDoneNext(t *testing.T) {
	t.Parallel()
	d := sit(t)
	x, y := d.find("speed ")
	holds := func() {
		d.send(tea.MouseClickMsg{X: x + 18, Y: y, Button: tea.MouseLeft})
		d.send(tea.MouseMotionMsg{X: x + 20, Y: y, Button: tea.MouseLeft})
	}
	holds()
	d.press("ctrl+p")
	d.send(tea.MouseMotionMsg{X: x + 25, Y: y, Button: tea.MouseLeft})
	d.press("esc")
	d.waits(time.Second)
	holds()
	xs, ys := d.find("Welcome to")
	d.send(tea.MouseClickMsg{X: xs, Y: ys, Button: tea.MouseLeft})
	d.send(tea.MouseMotionMsg{X: xs + 5, Y: ys, Button: tea.MouseLeft})
	d.shows("speed", "1.20×")
}

func TestAClickHearsAVoiceAndNeverPays(t *testing.T) {
	d := seat{at: tts.DashScope}.sit(t)
	d.press("tab", "up", "enter")
	d.write("wise woman")
	d.clicks("  Wise Woman  ")
	d.awaits("Wise Woman at Alibaba DashScope: ≈ ", "; ctrl+r speaks it")
	d.settle()
	if n := len(d.host.asked()); n != 0 {
		t.Errorf("the host was asked %d times", n)
	}
	d.doubleClicks("  Wise Woman  ")
	d.row("voice    •Wise Woman")
	if n := len(d.host.asked()); n != 0 {
		t.Errorf("the host was asked %d times", n)
	}
}

func TestAListSaysWhereOneIsInItAndItsBarIsDragged(t *testing.T) {
	t.Parallel()
	d := sit(t)
	for _, list := range []string{"f1", "ctrl+p"} {
		d.press(list)
		d.sees(" 1 of ")
		x, y := d.find("▐")
		d.drags(x, y, x, 39)
		d.misses(" 1 of ")
		d.press("esc")
	}
	d.goes("Voice")
	d.press("up", "enter")
	x, y := d.find("▐")
	d.drags(x, y, x, 39)
	d.sees(" 423 of 423 ")
	d.press("esc")
	var many []takes.Take
	for i := range 60 {
		many = append(many, takes.Take{Request: tts.Request{Text: fmt.Sprint(i), VoiceSetting: tts.VoiceSetting{VoiceID: "Wise_Woman"}}})
	}
	d.finds(many...)
	for _, size := range [][2]int{{60, 18}, {80, 24}, {120, 40}, {200, 60}} {
		d.resize(size[0], size[1])
		d.press("esc")
		d.press("g", "t")
		d.press("pgup", "pgup", "pgup", "pgup", "pgup", "pgup")
		d.sees(" 1 of 60 ", "▐", "▕")
		x, y := d.find("▐")
		d.drags(x, y, x, size[1]-1)
		d.sees(" 60 of 60 ")
		d.drags(x, size[1]-3, 0, 0) // beside the bar it does nothing
	}
}

func TestNoPlaceholderLooksLikeText(t *testing.T) {
	t.Parallel()
	d := sit(t)
	d.sees("‹Welcome to the voice studio.")
	d.press("ctrl+p")
	d.sees("‹type to filter›")
	d.press("esc", "ctrl+o")
	d.sees("‹a name, #tag, voice or note›")
}
