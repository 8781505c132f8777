package studio

import (
	"slices"
	"strings"
	"testing"
	"time"

	"voicestudio/presets"
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

func TestWhatNeedsAWholeAnswerSaysSoAndGetsIt(t *testing.T) {
	t.Parallel()
	d := sit(t)
	d.goes("Output")
	d.click(d.find("subtitles"))
	d.sees("subtitles come only with a whole answer; set the answer to whole in Output first")
	d.click(d.find("whole "))
	d.click(d.find("subtitles"))
	d.sees("timed by")
	if r := d.asks(); !tts.Or(r.SubtitleEnable, false) || !d.host.wholly[0] {
		t.Errorf("sent: %+v, wholly: %v", r, d.host.wholly)
	}
	d.click(d.find("streamed"))
	d.sees("subtitles come only with a whole answer")
	d.waits(time.Minute)
	d.click(d.find("subtitles")) // off
	d.click(d.find("streamed"))
	d.asks()
	if d.host.wholly[1] {
		t.Error("it was not streamed")
	}
	d.waits(time.Minute)
	d.press("u", "u")
	if doc := d.m.(*Model).Doc(); !doc.Whole || !tts.Or(doc.Settings.SubtitleEnable, false) {
		t.Errorf("undone: %+v", doc)
	}
}

func TestTheAnswerIsAskedForAsThePresetNeedsIt(t *testing.T) {
	t.Parallel()
	d := sit(t)
	store(t, d.own, "Marked", calmBlend, func(p *presets.Preset) { on := true; p.Request.AIGCWatermark = &on })
	d.browse()
	d.press("enter")
	d.sees("Marked")
	if d.asks(); !d.host.wholly[0] {
		t.Error("it was streamed")
	}
}

func TestTheFormOfTheSoundIsSet(t *testing.T) {
	t.Parallel()
	d := sit(t)
	d.goes("Output")
	d.press("right", "down", "right", "down", "right", "down", "down", "right", "down", "right")
	a := d.asks().AudioSetting
	if a.Format != "mp3" || tts.Or(a.SampleRate, 0) != 8000 || tts.Or(a.Bitrate, 0) != 32000 || tts.Or(a.Channel, 0) != 1 || !tts.Or(a.ForceCBR, false) {
		t.Errorf("sent: %+v", a)
	}
	d.goes("Voice")
	d.resize(80, 24)
	d.sees("╶─ Output ─ mp3, 8 kHz, 32 kbit/s")
}

func TestWhatConcernsNothingHereSaysWhy(t *testing.T) {
	t.Parallel()
	d := sit(t)
	d.goes("Output")
	d.press("right", "right", "down")
	d.misses("bitrate concerns mp3 only")
	d.press("down")
	d.sees("bitrate concerns mp3 only")
	d.press("right")
	if r := d.m.(*Model).Request(); r.AudioSetting.Bitrate != nil {
		t.Errorf("%+v", r.AudioSetting)
	}
}

func TestASliderIsFilledFromTheDefaultToTheHandle(t *testing.T) {
	t.Parallel()
	d := sit(t)
	d.goes("Effects")
	if row := d.row("deep"); strings.Contains(row, "━") || !strings.Contains(row, "○") {
		t.Errorf("an untouched one has ink: %s", row)
	}
	d.press("shift+left", "shift+left", "shift+left", "shift+left")
	if row := d.row("deep"); !strings.Contains(row, "─●━┿─") {
		t.Error(row)
	}
	d.press("backspace", "shift+right", "shift+right", "shift+right", "shift+right")
	if row := d.row("deep"); !strings.Contains(row, "─┿━●─") {
		t.Error(row)
	}
}

func TestTypingAValueSaysHowItEnds(t *testing.T) {
	t.Parallel()
	d := sit(t)
	d.press("tab", "enter", "enter")
	if r := d.m.(*Model).Request(); r.VoiceSetting.Speed != nil {
		t.Error("enter enter set something")
	}
	d.press("1", ".", "5")
	d.sees("1.5▏ enter sets · esc leaves")
	d.press("right")
	d.shows("speed", "1.50×")
	d.press("9", "left")
	d.sees("speed must be from 0.5 to 2", "9▏")
	d.press("backspace", "2", "down")
	d.shows("speed", "2.00×")
	d.press("4", "esc")
	d.shows("pitch", "")
}

func TestTheDictionaryIsATable(t *testing.T) {
	t.Parallel()
	d := sit(t)
	d.goes("Pronunciation")
	d.press("+")
	d.write("GTC")
	d.press("enter")
	d.sees("write the word, a slash, and what is spoken for it")
	d.write("/G T C")
	d.press("enter", "+")
	d.write("行/(xing2)")
	d.press("enter")
	d.sees("GTC", "G T C", "行", "(xing2)", "Pronunciation ")
	d.press("+")
	d.write("GTC/x")
	d.press("enter")
	d.sees("GTC is in the table already")
	d.press("esc")
	if r := d.asks(); !slices.Equal(r.PronunciationDict.Tone, []string{"GTC/G T C", "行/(xing2)"}) {
		t.Errorf("sent: %q", r.PronunciationDict.Tone)
	}
	d.press("s") // the word of the cursor, alone
	d.until("the host is asked", func() bool { return len(d.host.asked()) == 2 })
	if r := d.sent(); r.Text != "行" || !slices.Equal(r.PronunciationDict.Tone, []string{"行/(xing2)"}) {
		t.Errorf("sent: %q with %q", r.Text, r.PronunciationDict.Tone)
	}
	d.waits(time.Minute)
	d.press("backspace", "up", "enter", "!", "enter")
	tone := func() []string { return d.m.(*Model).Request().PronunciationDict.Tone }
	if !slices.Equal(tone(), []string{"GTC/G T C!"}) {
		t.Errorf("%q", tone())
	}
	d.press("backspace")
	if tone() != nil {
		t.Errorf("an empty table is none: %q", tone())
	}
	d.press("u", "u", "u")
	if !slices.Equal(tone(), []string{"GTC/G T C", "行/(xing2)"}) {
		t.Errorf("undone: %q", tone())
	}
	d.goes("Voice")
	d.resize(80, 24)
	d.sees("╶─ Pronunciation ─ 2 words: GTC, 行")
}

func TestHearingAWordSaysItsPriceFirst(t *testing.T) {
	d := seat{at: tts.MiniMax}.sit(t)
	d.goes("Pronunciation")
	d.press("+")
	d.write("GTC/G T C")
	d.press("enter", "s")
	d.awaits("GTC alone at MiniMax: ≈ $0.0002; the same key again speaks it")
	if n := len(d.host.asked()); n != 0 {
		t.Errorf("%d requests were sent", n)
	}
	d.press("s")
	d.until("the host is asked", func() bool { return len(d.host.asked()) == 1 })
}

func TestGAndALetterGoToARoom(t *testing.T) {
	t.Parallel()
	d := sit(t)
	d.press("tab", "g")
	d.sees("s Script  l Lines  r Request  v Voice  b Blend  e Effects  o Output  p Pronunciation  t Takes")
	d.press("o", "right")
	d.misses("s Script")
	if r := d.m.(*Model).Request(); r.AudioSetting.Format != "mp3" {
		t.Errorf("%+v", r.AudioSetting)
	}
	d.press("g", "right") // no room's: it does what it does
	if r := d.m.(*Model).Request(); r.AudioSetting.Format != "pcm" {
		t.Errorf("%+v", r.AudioSetting)
	}
	d.press("g", "esc", "s", "g", "s")
	d.write("going")
	d.sees("going")
}

func TestAPresetThatDoesNotStreamHereSaysWhatToDo(t *testing.T) {
	d := seat{at: tts.DashScope}.sit(t)
	store(t, d.own, "Wave", calmBlend, func(p *presets.Preset) {
		p.Request.AudioSetting.Format, p.Request.VoiceModify = "wav", tts.VoiceModify{}
	})
	d.browse()
	d.press("enter", "ctrl+r")
	d.sees("wav does not stream; set the answer to whole in Output first")
	d.goes("Output")
	d.press("down", "down", "down", "right")
	if r := d.asks(); r.AudioSetting.Format != "wav" || !d.host.wholly[0] {
		t.Errorf("sent: %+v, wholly %v", r, d.host.wholly)
	}
}

func TestTheSignsOfMoreOptionsAreButtons(t *testing.T) {
	t.Parallel()
	d := sit(t)
	d.resize(80, 24)
	d.goes("Output")
	sign := func(row string, at func(s, sub string) int) (x, y int) {
		_, y = d.find(row)
		line := strings.Split(d.screen(), "\n")[y]
		line = line[:strings.Index(line[3:], "┃")+3]
		return len([]rune(line[:at(line, "…")])), y
	}
	format := func() string { return d.m.(*Model).Request().AudioSetting.Format }
	for range 3 {
		d.waits(time.Second)
		d.click(sign("format", strings.LastIndex))
	}
	if format() != "flac" {
		t.Errorf("on: %q", format())
	}
	d.waits(time.Second)
	d.click(sign("format", strings.Index))
	if format() != "pcm" {
		t.Errorf("back: %q", format())
	}
	d.goes("Script")
	d.goes("Effects")
	d.misses("whisper")
	x, y := d.find("happy  sad  …")
	d.click(x+12, y)
	d.sees("whisper")
	if r := d.m.(*Model).Request(); r.VoiceSetting.Emotion != "" {
		t.Errorf("who wants to see the others has not chosen one: %q", r.VoiceSetting.Emotion)
	}
	d.goes("Effects")
	d.click(d.find("happy  sad  …"))
	if r := d.m.(*Model).Request(); r.VoiceSetting.Emotion != "happy" {
		t.Errorf("a click where the room then unfolds: %q", r.VoiceSetting.Emotion)
	}
	x, y = d.find("zh  …")
	d.click(x+4, y)
	d.sees("Choose the language")
}

func TestTheRequestIsShownAsItIsAskedFor(t *testing.T) {
	t.Parallel()
	d := sit(t)
	d.goes("Output")
	d.press("down", "down", "down", "right", "g", "r")
	d.sees("\"model\"")
	d.misses("\"stream\"")
	d.press("g", "o", "left", "g", "r")
	d.sees("\"stream\": true")
}
