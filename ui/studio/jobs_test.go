package studio

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"voicestudio/tts"
)

// The jobs by which the studio is measured, done at 120 by 40 as somebody does
// who knows the keys. What each may take at most is what it takes today.

// makes lets the studio work until so many takes were heard, the last to its end.
func (h *hands) makes(takes int) {
	h.t.Helper()
	h.until("the take is made", func() bool { return len(h.keeps()) >= takes && len(h.player.beginnings()) >= takes })
	h.hearsOut()
	h.ages()
	h.waits(60e9)
}

// within says what a job took, and fails where that was more than it takes.
func (h *hands) within(keys int) {
	h.t.Helper()
	h.t.Logf("%d keys, %d letters", h.keys, h.letters)
	if h.keys > keys {
		h.t.Errorf("it took %d keys, not %d", h.keys, keys)
	}
}

// A bit slower, deeper, warmer, calm: eight takes, the better of two by A|B,
// kept as a preset.
func TestTuneAVoiceByKeys(t *testing.T) {
	t.Parallel()
	d := &hands{desk: sit(t)}
	d.desk.paste("Good morning, and welcome on board of this long and slow boat.")
	d.press("tab", "ctrl+t", "ctrl+r")
	d.makes(1)
	d.press("left")
	d.makes(2)
	d.press("left")
	d.makes(3)
	d.press("down", "left")
	d.makes(4)
	d.press("down", "down", "c")
	d.makes(5)
	d.press("g", "e", "shift+left")
	d.makes(6)
	d.press("down", "shift+right")
	d.makes(7)
	d.press("down", "shift+left")
	d.makes(8)
	d.press("g", "t", "a", "down", "b", "x")
	d.sees("A│B: B")
	d.press("r")
	d.sees("words and settings are those of take 7, the B of A│B")
	d.press("ctrl+s")
	d.write("Warm v2")
	d.press("enter")
	d.awaits("voicestudio · Warm v2 ")
	want := tts.Request{Model: "speech-2.8-turbo", VoiceSetting: tts.VoiceSetting{VoiceID: "English_Graceful_Lady", Speed: new(0.9), Pitch: new(-1), Emotion: "calm"},
		VoiceModify: tts.VoiceModify{Pitch: new(-10), Intensity: new(10)}}
	if got := stored(t, d.own, "Warm v2").Request; !got.Equal(want) {
		t.Errorf("%+v", got)
	}
	d.within(26)
}

// The same by ear: to the end of the guided search, kept as a preset.
func TestTuneAVoiceByEar(t *testing.T) {
	t.Parallel()
	d := &hands{desk: sit(t)}
	d.desk.paste("Good morning, and welcome on board.")
	d.press("tab", "g", "n")
	d.awaits("speed: ", "✓ heard")
	for _, better := range []string{"left", "left", "left", "right", "up"} {
		d.press("1", "3", better)
	}
	for !strings.Contains(d.screen(), "No axis can be told apart any more") {
		d.press("down")
	}
	d.press("enter")
	d.sees("tuned: speed 0.66×, pitch −7 st, deep 60, soft 60; u goes back")
	d.press("ctrl+s")
	d.write("Warm v2")
	d.press("enter")
	d.awaits("voicestudio · Warm v2 ")
	want := tts.Request{Model: "speech-2.8-turbo", VoiceSetting: tts.VoiceSetting{VoiceID: "English_Graceful_Lady", Speed: new(0.66), Pitch: new(-7)},
		VoiceModify: tts.VoiceModify{Pitch: new(-60), Intensity: new(60)}}
	if got := stored(t, d.own, "Warm v2").Request; !got.Equal(want) {
		t.Errorf("%+v", got)
	}
	d.within(31)
}

// Three paragraphs with pauses, a laugh, numbers and an acronym become a wav of
// −16 LUFS with subtitles beside it.
func TestProduceARecording(t *testing.T) {
	t.Parallel()
	d := &hands{desk: sit(t)}
	d.desk.paste("Welcome to the course. <#0.6#>It has 12 lessons.\n\nEach begins with SQL, (laughs) and ends with it.\n\nSee you on 3 May.")
	d.press("tab", "g", "p", "+")
	d.write("SQL/sequel")
	d.press("enter", "ctrl+r")
	d.makes(1)
	d.press("g", "t", "e")
	d.sees("spoken again for them, free")
	d.press("ctrl+u")
	d.desk.paste(filepath.Join(d.home, "course.wav"))
	d.press("up", "right", "up", "right", "enter")
	d.awaits("wrote ", "course.wav and course.srt: wav, 0:07.", "−16.0 LUFS")
	if r := d.sent(); !tts.Or(r.SubtitleEnable, false) || !d.host.wholly[1] || r.PronunciationDict.Tone[0] != "SQL/sequel" {
		t.Errorf("%+v", r)
	}
	if b, err := os.ReadFile(filepath.Join(d.home, "course.srt")); err != nil || !strings.Contains(string(b), "00:00:00,900 --> 00:00:01,500\nThree.") {
		t.Errorf("%v: %s", err, b)
	}
	if b, err := os.ReadFile(filepath.Join(d.home, "course.wav")); err != nil || !bytes.HasPrefix(b, []byte("RIFF")) {
		t.Errorf("%v", err)
	}
	d.awaits("all · 2", "subtitles on")
	d.within(16)
}

// The lines of a CSV file become a file each, with the presets that it names.
func TestRenderFiveLinesByKeys(t *testing.T) {
	t.Parallel()
	d := &hands{desk: sit(t)}
	file := d.sheet(fiveLines)
	d.press("ctrl+p")
	d.write("csv")
	d.press("enter")
	d.desk.paste(file)
	d.press("enter")
	d.awaits("5 to make")
	d.press("enter")
	d.awaits("5 files in ")
	d.within(4)
}

// The best mix of three voices for a script in two languages: weights, mute,
// solo, the formula; two are compared, and the earlier one comes back.
func TestBlendThreeVoicesByKeys(t *testing.T) {
	t.Parallel()
	d := &hands{desk: sit(t)}
	d.desk.paste("欢迎登船。Welcome on board of this long and slow boat.")
	d.press("tab", "g", "b", "+")
	d.write("chinese news anchor")
	d.press("enter", "+")
	d.write("wise woman")
	d.press("enter")
	d.press("ctrl+r")
	d.makes(1)
	d.press("shift+right", "ctrl+r")
	d.makes(2)
	d.press("m", "ctrl+r")
	d.makes(3)
	d.press("m", "s")
	d.makes(4)
	d.sees("only Wise Woman")
	d.press("s", "f")
	d.sees(`copied English_Graceful_Lady(50)+"Chinese (Mandarin)_News_Anchor"(50)+Wise_Woman(60)`)
	d.press("g", "t", "down", "down", "a", "down", "b", "x")
	d.awaits("A│B: A")
	d.press("x")
	d.awaits("A│B: B")
	d.press("r")
	d.sees("words and settings are those of take 1, the B of A│B")
	if got := d.weights(); got != "[50 50 50]" {
		t.Error(got)
	}
	d.within(26)
}

// A female English voice for a video: twelve are heard with its words, three
// are kept in mind, one is chosen.
func TestAuditionVoicesByKeys(t *testing.T) {
	t.Parallel()
	d := &hands{desk: sit(t)}
	d.desk.paste("Welcome to your new desk.")
	d.press("tab", "up", "enter")
	d.write("english female")
	d.sees("33 of 423", "[my script, ")
	var liked []string
	for i := range 12 {
		d.press("down")
		d.sounds("the voice", by(d.under()))
		d.awaits("♪")
		if i%4 == 1 {
			d.press("ctrl+f")
			liked = append(liked, d.under())
		}
	}
	d.press("ctrl+u", "tab")
	d.sees("[♥ 3]")
	for _, key := range []string{"ctrl+r", "down", "down", "up"} {
		d.press(key)
		d.sounds("one of the three", by(d.under()))
	}
	chosen := d.under()
	d.press("enter")
	if got := d.m.(*Model).Request().VoiceSetting.VoiceID; got != chosen || !slices.Contains(liked, chosen) {
		t.Errorf("%s speaks, of %q", got, liked)
	}
	d.within(25)
}

// The same on the bench: twelve are heard, those that are liked are put there, and
// are heard once more at the same place before one is taken.
func TestAuditionVoicesOnTheBenchByKeys(t *testing.T) {
	t.Parallel()
	d := &hands{desk: sit(t)}
	d.desk.paste("Welcome to your new desk.")
	d.press("tab", "up", "enter")
	d.write("english female")
	d.sees("33 of 423", "[my script, ")
	var liked []string
	for i := range 12 {
		if i%4 == 2 {
			liked = append(liked, d.under())
			d.press("ctrl+k") // which goes on to the next
		} else {
			d.press("down")
		}
		d.sounds("the voice", by(d.under()))
		d.awaits("♪")
	}
	d.press("esc", "esc", "g", "c")
	d.awaits("3 of 3 ready")
	d.settle()
	for i, key := range []string{"1", "2", "3", "2"} {
		d.press(key)
		d.sounds("one of the three", by(liked[[]int{0, 1, 2, 1}[i]]))
	}
	d.press("enter")
	if got := d.m.(*Model).Request().VoiceSetting.VoiceID; got != liked[1] {
		t.Errorf("%s speaks, of %q", got, liked)
	}
	if n := len(d.host.asked()); n != 12 {
		t.Errorf("%d requests were sent", n)
	}
	d.within(24)
}

// What is in the way is said after the one key that meets it, with what helps.
func TestTroubleIsSaidWithItsCure(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		seat
		next   func(*answer)
		begins func(*desk)
		says   []string
	}{
		"a wrong key":  {next: refuses(1004, "login fail"), says: []string{"did not accept the API key", "check the key"}},
		"no device":    {seat: seat{mute: true}, says: []string{"not heard, sound is off; the take is /"}},
		"no network":   {begins: func(d *desk) { d.host.close() }, says: []string{"cannot be reached: the connection was refused; "}},
		"a busy host":  {next: busy(30), says: []string{"too many requests in a minute", "wait a little"}},
		"a slow host":  {next: held(nil), says: []string{"waiting for the host", "esc stops"}},
		"a lost voice": {next: refuses(2054, "voice id not exist"), says: []string{"✗", "voice"}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			d := c.seat.sit(t)
			d.paste("Good morning.")
			if c.next != nil {
				d.host.will(c.next)
			}
			if c.begins != nil {
				c.begins(d)
			}
			d.press("ctrl+r")
			d.awaits(c.says...)
		})
	}
}
