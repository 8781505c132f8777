package studio

import (
	"math"
	"slices"
	"strings"
	"testing"
	"time"

	"voicestudio/player"
	"voicestudio/tts"
	"voicestudio/ui/session"
	"voicestudio/ui/studio/rooms"
)

var (
	sounding = look{bold: true, under: true}
	turned   = look{turned: true}
)

// stands is what of the lines is written in a look, whatever its colour.
func (d *desk) stands(how look) string {
	at := d.m.(*Model).Layout.Panels[rooms.LinesPanel].Inner()
	var b strings.Builder
	for _, line := range cellsOf(d.view().Content, d.w)[at.Y : at.Y+at.H] {
		for _, c := range line[at.X : at.X+at.W] {
			if c.look.colour = ""; c.look == how {
				b.WriteString(c.text)
			}
		}
	}
	return b.String()
}

// narrates writes a script, makes all of its lines and goes there.
func (d *desk) narrates(text string) {
	d.t.Helper()
	d.paste(text)
	d.press("esc", "g", "l")
	d.awaits("to make:")
	d.press("ctrl+r")
	d.until("all lines are made", func() bool { s := d.screen(); return !strings.Contains(s, "to make") && !strings.Contains(s, "making") })
}

// listens lets time pass in steps until all was heard, and says which words stood out
// when.
func (d *desk) listens() (words []string, when []time.Duration) {
	d.t.Helper()
	for {
		now := d.player.hears()
		d.until("the screen is there", func() bool { return strings.Contains(d.screen(), session.Clock(now.place)+" / ") })
		if now.state == player.Ended {
			return words, when
		}
		d.until("a word stands out", func() bool { return d.stands(sounding) != "" })
		if word := d.stands(sounding); len(words) == 0 || words[len(words)-1] != word {
			words, when = append(words, word), append(when, now.place)
		}
		d.player.passes(100 * time.Millisecond)
	}
}

func TestTheSpokenWordStandsOutAndIsWalkedTo(t *testing.T) {
	t.Parallel()
	d := sit(t)
	d.narrates("One, two three four.\nFive NVMe six.\nSeven NVMe eight, and nine.\nTen.")
	d.press("enter")
	words, when := d.listens()
	if want := strings.Fields("One two three four Five NVMe six Seven NVMe eight and nine Ten"); !slices.Equal(words, want) {
		t.Errorf("%v stood out", words)
	}
	if at := when[2].Seconds(); at < 0.4 || at > 0.9 {
		t.Errorf("the third of the four words of 1.2 s stood out at %v", when[2])
	}
	d.sees("words estimated")
	d.until("nothing stands out any more", func() bool { return d.stands(sounding) == "" })

	// From a word on, and the line alone.
	d.press("down", "down", "i", "right")
	if d.stands(turned) != "NVMe" {
		t.Errorf("the cursor is on %q", d.stands(turned))
	}
	d.press("up", "down", "left", "left", "right", "right")
	if d.stands(turned) != "NVMe" {
		t.Errorf("it went there and came back to %q", d.stands(turned))
	}
	d.press("enter")
	d.awaits("from line 3 on")
	d.until("the word sounds", func() bool { return d.stands(look{bold: true, under: true, turned: true}) == "NVMe" })
	d.press("esc")
	if words, _ = d.listens(); !slices.Equal(words, strings.Fields("NVMe eight and nine Ten")) {
		t.Errorf("%v stood out", words)
	}
	d.press("i")
	rest := d.player.hears().place.Seconds()
	if whole := 0.06*27 + 0.06*4 + 0.25; rest < whole-0.8 || rest > whole-0.2 {
		t.Errorf("%v s were heard of some %v", rest, whole)
	}
	d.press("end", "p")
	d.sounds("the line", saying("Seven NVMe eight, and nine."))
	if at := d.player.hears().place.Seconds(); math.Abs(at-1.4) > 0.2 {
		t.Errorf("the last word of 1.6 s was played from %v", at)
	}

	// What stays where it is, and why it cannot be.
	d.press("home", "right", "/")
	d.sees("Seven  ", "NVMe eight, and nine.")
	if d.stands(turned) != "NVMe" {
		t.Errorf("the cursor is on %q", d.stands(turned))
	}
	d.press("enter")
	d.sees("there is no take of this line yet")
	d.press("esc", "alt+z", "home")

	// What is made anew is heard as it comes, and its words are known once it is whole.
	gate := make(chan struct{})
	d.host.will(halved(gate))
	n := len(d.host.asked())
	d.press("alt+r")
	d.until("it sounds", func() bool { now := d.player.hears(); return now.answer == n && now.state == player.Playing })
	if d.stands(sounding) != "" {
		t.Errorf("%q stands out of what is not whole", d.stands(sounding))
	}
	close(gate)
	d.until("a word stands out", func() bool { return d.stands(sounding) == "One" })
}

func TestAWordIsPutRightInAllLinesAtAPriceThatIsSeen(t *testing.T) {
	d := seat{at: tts.MiniMax}.sit(t)
	text := "One two.\nFive NVMe six.\nSeven NVMe eight.\nNVMeX."
	d.narrates(text)
	d.press("f")
	d.write("NVM")
	d.press("enter")
	d.awaits("“NVM” stands in no line")
	d.write("e")
	d.press("enter")
	d.awaits("“NVMe” in all lines")
	d.write("N V M e")
	d.awaits("in 2 lines: 2, 3; 37 chars, $0.00", "to make again")
	d.press("enter")
	d.awaits("2 to make: 37 chars", "“NVMe” is “N V M e” in 2 lines now")
	d.press("alt+z")
	d.loses("to make")
	if d.words() != text {
		t.Errorf("%q", d.words())
	}

	d.press("down", "i", "right", "f")
	d.write("N V M e")
	d.press("tab")
	d.awaits("the script stays as it is", "in 2 lines: 2, 3; lines 2, 3, 4: 37 chars, $0.00") // hosts look for it in words, too
	d.press("enter")
	d.awaits("3 to make", "“NVMe” is said “N V M e”, in 2 lines")
	if doc := d.m.(*Model).Doc(); doc.Text != text || !slices.Equal(doc.Settings.PronunciationDict.Tone, []string{"NVMe/N V M e"}) {
		t.Errorf("%q is said by %v", doc.Text, doc.Settings.PronunciationDict.Tone)
	}
	d.press("esc", "alt+z")
	d.loses("to make")
	d.press("i", "right", "f", "backspace")
	d.awaits("the word goes out; in 2 lines: 2, 3; ")
	d.press("enter")
	if d.awaits("“NVMe” is out of 2 lines"); d.words() != "One two.\nFive six.\nSeven eight.\nNVMeX." {
		t.Errorf("%q", d.words())
	}
}

func TestTheMousePutsTheCursorOnAWordAndPlaysFromIt(t *testing.T) {
	t.Parallel()
	d := sit(t)
	d.narrates("One two three.\nFour five six seven.\n(laughs)")
	x, y := d.find("six")
	d.hurries()
	d.click(x, y)
	if d.stands(turned) != "" {
		t.Errorf("%q has the cursor, and not the line", d.stands(turned))
	}
	d.sees("▸  2")
	d.waits(time.Second)
	d.click(x+1, y)
	if d.stands(turned) != "six" {
		t.Errorf("%q has the cursor", d.stands(turned))
	}
	d.waits(time.Second)
	d.click(x+1, y)
	d.click(x+1, y)
	d.awaits("from line 2 on")
	d.until("the word sounds", func() bool { return d.stands(look{bold: true, under: true, turned: true}) == "six" })
	d.click(x+30, y)
	if d.stands(turned) != "" {
		t.Errorf("%q has the cursor still", d.stands(turned))
	}
	d.press("w")
	d.write(" And more.")
	d.press("enter")
	d.awaits("1 to make")
	x, y = d.find("more")
	d.waits(time.Second)
	d.click(x, y)
	d.click(x, y)
	d.awaits("the take of this line does not say “more”")
	d.press("esc", "down", "i")
	d.sees("there is no word in this line")
}

func TestTheListFollowsWhatSoundsUntilTheCursorIsMoved(t *testing.T) {
	t.Parallel()
	d := sit(t)
	d.resize(80, 24)
	d.narrates(strings.Repeat("Nine days.\n", 14) + strings.Repeat("happy days ", 100))
	d.press("enter")
	d.until("all is decoded", func() bool { return d.player.Status().Complete })
	d.player.passes(9700 * time.Millisecond)
	d.until("line 12 is followed to", func() bool { return strings.Contains(d.screen(), "♪12") && d.stands(sounding) != "" })
	d.misses("▸  1")
	d.player.passes(50 * time.Second)
	d.loses("♪") // which stands before the first row of the last line
	if word := d.stands(sounding); word != "happy" && word != "days" {
		t.Errorf("%q stands out in the middle of it", word)
	}
	d.press("down")
	d.sees("▸  2")
	if d.stands(sounding) != "" {
		t.Error("the list went on to what sounds")
	}
	d.press("end", "i", "end", "up")
	if d.stands(turned) == "" {
		t.Error("the cursor is on a word that is not in sight")
	}
}
