package studio

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"time"

	"voicestudio/tts"
)

// copies is what a key puts on the clipboard.
func (d *desk) copies(key string) string {
	d.t.Helper()
	d.press(key)
	patience := time.After(20 * time.Second)
	for {
		select {
		case msg := <-d.msgs:
			if fmt.Sprintf("%T", msg) == "tea.setClipboardMsg" {
				return fmt.Sprint(msg)
			}
			d.send(msg)
		case <-patience:
			d.t.Fatalf("%s copies nothing:\n%s", key, d.screen())
		}
	}
}

func TestTheRequestIsShownAndCopiedInEachForm(t *testing.T) {
	t.Parallel()
	d := sit(t)
	d.write("Hi there.<#0.5#>You.")
	d.command("The request as JSON")
	d.sees("[sandbox]", "[JSON]", `"text": "Hi there.<#0.5#>You."`, "nothing has been asked yet")
	var body tts.Request
	if text := d.copies("y"); json.Unmarshal([]byte(text), &body) != nil || body.Text != "Hi there.<#0.5#>You." {
		t.Errorf("%s", text)
	}
	for _, want := range []string{"curl --fail", "package main", "import json"} {
		d.press("f")
		if want == "package main" {
			d.sees(`     "net/http"`) // a tab is a step that one sees
		}
		if text := d.copies("y"); !strings.HasPrefix(text, want) || !strings.Contains(text, "SANDBOX_API_KEY") {
			t.Errorf("%s", text)
		}
	}
	d.press("f")
	d.sees("[JSON]")
	d.press("esc")
	d.misses("[JSON]")
	d.write("x")
	if d.words() != "Hi there.<#0.5#>You.x" {
		t.Errorf("%q", d.words())
	}
}

func TestEachHostSaysWhatItWouldDoWithTheRequest(t *testing.T) {
	t.Setenv("PPIO_API_KEY", "sk-secret-of-ppio")
	d := sit(t)
	m := d.m.(*Model)
	m.Change(m.Doc().Add("Wise_Woman").Set("voice_setting.emotion", "whisper").Set("model", "speech-2.8-hd"), "emotion")
	d.command("The request as JSON")
	d.sees("dashscope✗", "ppio!", "minimax✗")
	d.press("right")
	d.sees("[dashscope✗]", "nothing is sent: voice_setting.emotion: DashScope's 2.8 models have no emotion")
	d.press("y")
	d.sees("no emotion whisper")
	d.press("right")
	d.sees("[ppio!]", `"timber_weights"`, "sent, but: voice_setting.emotion: PPIO lists this emotion", "written with timber_weights, not")
	d.press("f")
	if text := d.copies("y"); !strings.Contains(text, "Bearer $PPIO_API_KEY") || strings.Contains(text, "sk-secret") {
		t.Errorf("%s", text)
	}
	x, y := d.find("minimax-cn")
	d.click(x, y)
	d.sees("[minimax-cn")
	x, y = d.find("Python")
	d.click(x, y)
	d.sees("[Python]")
}

func TestTheTabsAreClicked(t *testing.T) {
	t.Parallel()
	d := sit(t)
	d.write("Hi.")
	d.press("tab")
	x, y := d.find(" Request ")
	d.click(x+1, y)
	d.sees("[JSON]", "Last answer")
	d.press("tab")
	d.sees("[JSON]")
	d.press("shift+tab", "shift+tab")
	d.misses("[JSON]") // Takes, which it covers, has the keys
	x, y = d.find(" Request ")
	d.click(x+1, y)
	x, y = d.find("Script ")
	d.click(x+1, y)
	d.misses("[JSON]")
	d.write("x")
	if d.words() != "Hi.x" {
		t.Errorf("%q", d.words())
	}
	d.resize(60, 18)
	x, y = d.find("━ Request ")
	d.click(x+3, y)
	d.sees("[sandbox]", "Last answer")
	d.press("pgdown")
	d.sees(" of ")
}

func TestHowTheLastAnswerCameIsTold(t *testing.T) {
	t.Parallel()
	d := sit(t)
	d.write("Hi there.")
	d.press("ctrl+r")
	d.sounds("it", saying("Hi there."))
	d.hearsOut()
	d.command("The request as JSON")
	d.sees("Last answer", "take 1", "first byte", "chunks", "├", "┤", "9 characters", "no error so far")
	if text := d.copies("a"); !strings.Contains(text, "sent: ") || !strings.Contains(text, "trace id: ") {
		t.Errorf("%s", text)
	}
	if id := d.copies("t"); id == "" || !strings.Contains(d.screen(), "trace id") {
		t.Errorf("%q", id)
	}
	d.press("e")
	d.sees("there was no error yet")
	d.misses("• ")
	d.press("tab", "right")
	d.sees(`•     "speed": 1.05`)
	d.press("u")
	d.misses(`"speed"`)
	d.press("ctrl+r")
	d.awaits("sandbox, from disk now")
}

func TestTheLastErrorStaysWhole(t *testing.T) {
	t.Parallel()
	d := sit(t)
	d.write("One.<#1#>")
	d.press("ctrl+r")
	d.press("esc")
	d.command("The request as JSON")
	d.sees("last error, ", "a pause marker stands at the end; put words after it")
	if text := d.copies("e"); text != "text: a pause marker stands at the end; put words after it, or take it out" {
		t.Errorf("%q", text)
	}
}
