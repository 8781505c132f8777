package studio

import (
	"fmt"
	"testing"

	"voicestudio/tts"
)

const threeVoices = `English_Graceful_Lady(50)+"Chinese (Mandarin)_News_Anchor"(30)+Wise_Woman(20)`

// blended sits at a blend of three voices, with the keys on the first.
func blended(t *testing.T, at tts.HostName) *desk {
	d := seat{at: at}.sit(t)
	d.goes("Blend")
	d.paste(threeVoices + "\n")
	d.sees("3 of 3 sound", "50%", "30%", "20%", "alt+z brings the one before back")
	return d
}

// weights are those of the blend, in its order.
func (d *desk) weights() string {
	var all []int
	for _, v := range d.m.(*Model).Doc().Voices {
		all = append(all, v.Weight)
	}
	return fmt.Sprint(all)
}

func TestALockedVoiceKeepsItsShareAndTheRestItsProportion(t *testing.T) {
	d := blended(t, tts.Sandbox)
	d.press("down", "o")
	d.sees("keeps its share")
	d.press("right")
	d.sees("is locked; o unlocks it")
	d.press("up")
	for range 25 {
		d.press("right")
	}
	if got := d.weights(); got != "[69 30 1]" {
		t.Errorf("as far as it goes: %s", got)
	}
	for range 29 {
		d.press("left")
	}
	if got := d.weights(); got != "[40 30 30]" {
		t.Errorf("and back: %s", got)
	}
	d.press("down", "down", "o", "up", "up", "right")
	d.sees("every other voice is locked")
	if got := d.weights(); got != "[40 30 30]" {
		t.Errorf("with all others locked: %s", got)
	}
}

func TestTheRestKeepTheirProportionHoweverSlowlyAVoiceIsMoved(t *testing.T) {
	d := sit(t)
	d.goes("Blend")
	d.paste("a(10)+b(30)+c(34)+d(16)")
	d.press("down", "o", "up")
	for range 30 {
		d.press("right")
	}
	if got := d.weights(); got != "[40 30 14 6]" {
		t.Errorf("step by step: %s", got)
	}
	for range 30 {
		d.press("left")
	}
	if got := d.weights(); got != "[10 30 34 16]" {
		t.Errorf("and back: %s", got)
	}
}

func TestWeightsAreEqualisedAndSwappedAndThatIsTakenBack(t *testing.T) {
	d := blended(t, tts.Sandbox)
	d.press("w")
	d.sees("have swapped their weights")
	if got := d.weights(); got != "[30 50 20]" {
		t.Errorf("swapped: %s", got)
	}
	d.press("e")
	d.sees("34%", "33%")
	d.press("u")
	if got := d.weights(); got != "[30 50 20]" {
		t.Errorf("undone: %s", got)
	}
	d.press("down", "o", "up", "w")
	d.sees("新闻女声 is locked")
	if got := d.weights(); got != "[30 50 20]" {
		t.Errorf("swapped with a locked one: %s", got)
	}
	d.press("u", "u", "u")
	d.misses("20%")
}

func TestAFormulaGoesOutAndComesIn(t *testing.T) {
	d := blended(t, tts.Sandbox)
	d.press("f")
	d.sees("copied English_Graceful_Lady(50)")
	d.paste("Wise_Woman(60) and Calm(40)")
	d.sees("this is no formula of a blend: at character 16 there must be a + or the end")
	if got := d.weights(); got != "[50 30 20]" {
		t.Errorf("a wrong one changed something: %s", got)
	}
	d.paste(`"Santa_Claus "`)
	d.sees("Santa Claus")
	if r := d.asks(); r.VoiceSetting.VoiceID != "Santa_Claus " || r.TimbreWeights != nil {
		t.Errorf("sent: %+v", r)
	}
}

func TestASoloVoiceSaysItsPriceFirstWhereItCosts(t *testing.T) {
	d := blended(t, tts.MiniMax)
	d.press("s")
	d.awaits("only Graceful Lady", "Graceful Lady alone at MiniMax: ≈ $", "the same key again speaks it")
	if n := len(d.host.asked()); n != 0 {
		t.Fatalf("%d requests were sent", n)
	}
	d.press("s")
	d.sounds("the solo voice", func(r tts.Request) bool { return r.VoiceSetting.VoiceID == "English_Graceful_Lady" })
	d.hearsOut()
	d.until("the take is kept", func() bool { return len(d.keeps()) == 1 })
	d.sees("only Graceful Lady")
	d.press("s")
	d.sees("3 of 3 sound")
	began := len(d.player.beginnings())
	d.press("s") // the take is on disk: it is free
	d.until("it is heard", func() bool { return len(d.player.beginnings()) > began })
	d.misses("again speaks it")
	if n := len(d.host.asked()); n != 1 {
		t.Errorf("%d requests were sent", n)
	}
}

func TestTheSignsOfAVoiceAreButtons(t *testing.T) {
	d := blended(t, tts.Sandbox)
	x, y := d.find("Wise Woman")
	d.click(x+15, y)
	d.sees("2 of 3 sound", "m ")
	d.click(x+17, y)
	d.sees("Wise Woman keeps its share")
	d.click(x+16, y)
	d.sees("only Wise Woman")
	v := d.m.(*Model).Doc().Voices[2]
	if !v.Muted || !v.Solo || !v.Locked {
		t.Errorf("%+v", v)
	}
	d.click(x+2, y)
	d.sees("In place of Wise Woman")
}

// Where the rows have no room, what sounds is said all the same, before what
// does not.
func TestAFoldedBlendSaysWhatSounds(t *testing.T) {
	t.Parallel()
	d := blended(t, tts.Sandbox)
	d.resize(80, 24)
	d.goes("Effects")
	d.sees("╶─ Blend ─ Graceful Lady 50%, ")
	d.goes("Blend")
	d.press("m")
	d.goes("Effects")
	d.sees("╶─ Blend ─ 新闻女声 60%, Wise ")
	d.goes("Blend")
	d.press("down", "down", "s")
	d.goes("Effects")
	d.sees("╶─ Blend ─ only Wise Woman, ")
	d.goes("Blend")
	d.sees("━ only Wise Woman ━")
}
