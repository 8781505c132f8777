package studio

import (
	"strings"
	"testing"
	"time"

	"voicestudio/presets"
	"voicestudio/tts"
)

func TestAPullNamesTheVoicesThatChangedAndPlaysThemBeforeAndAfter(t *testing.T) {
	mine, annas := shared(t)
	store(t, annas, "Hero", wiseWoman, speaksSo)
	store(t, annas, "News", wiseWoman, speaksSo)
	pushes(t, annas, "presets: two")
	inGit(t, mine, "pull", "-q", "origin", "main")
	d := seat{teams: map[string]string{"brand": mine}}.sit(t)
	d.run(d.m.Init())
	d.browse()
	fingerprinted := func(name string, ago int, ms int) {
		t.Helper()
		e := stored(t, annas, name)
		if _, err := (presets.Folder{Dir: annas}).Remember(e, presets.Fingerprint{At: time.Now().AddDate(0, 0, -ago), Host: "dashscope", Model: "speech-2.8-turbo", TextHash: presets.TextHash(welcome),
			RequestHash: presets.RequestHash(e.Request), AudioMS: ms, Measures: presets.Figures{Version: 1, SpeechMS: new(float64(ms)), LUFS: new(-18.0)}}); err != nil {
			t.Fatal(err)
		}
	}
	fingerprinted("Hero", 27, 2000)
	fingerprinted("News", 27, 2000)
	pushes(t, annas, "presets: fingerprints")
	d.press("alt+p")
	d.awaits("New in brand", "Anna Berg took a fingerprint of Hero on Alibaba DashScope", "of News on Alibaba DashScope", "enter goes to the preset")
	d.misses("before and after")
	d.press("ctrl+k")
	d.sees("before and after are set alike, or one of them is not there")
	d.press("esc")

	hero := stored(t, annas, "Hero")
	p := hero.Preset
	p.Request.VoiceSetting.Speed = new(0.95)
	if _, err := (presets.Folder{Dir: annas}).Update(hero, p); err != nil {
		t.Fatal(err)
	}
	fingerprinted("Hero", 26, 2500)
	pushes(t, annas, "presets: Hero")
	d.press("alt+p")
	d.awaits("▸ Anna Berg changed Hero", "speed 1.20 → 0.95×", "sounds otherwise on Alibaba DashScope: 20 % slower", "ctrl+k plays it before and after")
	if n := len(d.host.asked()); n > 0 {
		t.Errorf("the host was asked %d times", n)
	}
	d.press("ctrl+k")
	d.awaits("1 is Hero as it was, 2 as it is; esc goes back")
	d.sounds("Hero as it was", func(r tts.Request) bool { return fast(1.2)(r) && saying(welcome)(r) })
	d.awaits("♪1", "before · Hero", "now · Hero", "2 of 2 ready")
	d.press("2")
	d.sounds("Hero as it is", func(r tts.Request) bool { return fast(0.95)(r) && saying(welcome)(r) })
	d.press("1")
	d.sounds("Hero as it was", fast(1.2))
	d.press("esc") // stops
	d.misses("Anna Berg changed Hero")
	d.press("esc")
	d.awaits("▸ Anna Berg changed Hero", "speed 1.20 → 0.95×")
	// Once more, from disk.
	n := len(d.host.asked())
	d.press("ctrl+k")
	d.sounds("Hero as it was", fast(1.2))
	d.press("esc", "esc")
	d.press("enter")
	d.awaits("▸ Hero")
	d.tells("on Alibaba DashScope, 26 days ago")
	if got := len(d.host.asked()); got != n {
		t.Errorf("the host was asked %d times more", got-n)
	}
}

func TestBeforeAndAfterAPullCostNothingUnasked(t *testing.T) {
	mine, annas := shared(t)
	store(t, annas, "Hero", wiseWoman, speaksSo)
	pushes(t, annas, "presets: Hero")
	inGit(t, mine, "pull", "-q", "origin", "main")
	store(t, annas, "Hero", strings.ReplaceAll(wiseWoman, "1.2", "0.95"), speaksSo)
	pushes(t, annas, "presets: Hero")
	d := seat{at: tts.MiniMax, teams: map[string]string{"brand": mine}}.sit(t)
	d.browse()
	d.press("alt+p")
	d.awaits("▸ Anna Berg changed Hero")
	d.press("b")
	d.awaits("≈ $0.0056 at MiniMax", "before · Hero", "now · Hero")
	if n := len(d.host.asked()); n > 0 {
		t.Errorf("the host was asked %d times unasked", n)
	}
	d.press("m")
	d.awaits("2 of 2 ready")
	d.press("2")
	d.sounds("Hero as it is", fast(0.95))
}
