package studio

import (
	"testing"
	"time"

	"voicestudio/tts"
)

func TestTheLanguageIsInSightAndArrowsStepThroughTheCommonOnes(t *testing.T) {
	t.Parallel()
	d := sit(t)
	d.goes("Voice")
	d.press("down", "down", "down", "down", "down", "right", "right")
	d.sees("▸language", "en")
	if r := d.asks(); r.LanguageBoost != "English" {
		t.Errorf("sent: %q", r.LanguageBoost)
	}
	d.press("enter")
	d.sees("Choose the language")
	d.write("russ")
	d.press("enter")
	d.sees("Russian")
	if r := d.asks(); r.LanguageBoost != "Russian" {
		t.Errorf("sent: %q", r.LanguageBoost)
	}
	d.press("left")
	if r := d.asks(); r.LanguageBoost != "Korean" {
		t.Errorf("an arrow goes back to the common ones: %q", r.LanguageBoost)
	}
	d.press("backspace")
	if r := d.asks(); r.LanguageBoost != "" {
		t.Errorf("sent: %q", r.LanguageBoost)
	}
}

func TestNumbersAndLatexAreOnOffOrLeftToTheHost(t *testing.T) {
	t.Parallel()
	d := sit(t)
	d.goes("Voice")
	d.press("down", "down", "down", "down", "down", "down", "right", "right")
	d.click(d.find("LaTeX"))
	r := d.asks()
	if v := r.VoiceSetting; tts.Or(v.TextNormalization, true) || !tts.Or(v.LatexRead, false) {
		t.Errorf("sent: %+v", v)
	}
	d.waits(time.Minute)
	d.press("backspace", "up", "backspace")
	if v := d.asks().VoiceSetting; v.TextNormalization != nil || v.LatexRead != nil {
		t.Errorf("sent: %+v", v)
	}
	d.press("u", "u")
	if v := d.m.(*Model).Request().VoiceSetting; v.TextNormalization == nil || v.LatexRead == nil {
		t.Errorf("undone: %+v", v)
	}
}

// What is refused is struck out and passed over, and what is set and refused
// has a sign.
func TestWhatThisHostRefusesSaysSo(t *testing.T) {
	d := seat{at: tts.DashScope}.sit(t)
	d.goes("Voice")
	d.click(d.find("whisper"))
	d.sees("DashScope")
	d.misses("emotion   •")
}
