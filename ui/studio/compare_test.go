package studio

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"
	"time"

	"voicestudio/player"
	"voicestudio/tts"
	"voicestudio/tts/takes"
	"voicestudio/ui/session"
)

func TestXSwitchesToTheTakeThatTheScreenNames(t *testing.T) {
	t.Parallel()
	d := twoTakes(t)
	d.press("x")
	d.sees("mark two takes with a and b in Takes")
	d.press("a", "down", "b")
	d.sees("take 1 is B; x switches between A and B", "─ Compare ", "levels matched", "A (2)  B (1)", "speed     1.50×  –", "the rest is the same")
	d.press("x")
	d.sounds("B", fast(1))
	d.sees("A│B: B · levels matched")
	d.player.passes(600 * time.Millisecond)
	d.press("x")
	now := d.sounds("A", fast(1.5))
	d.sees("A│B: A · levels matched")
	d.resize(200, 60)
	word := strings.Contains(d.screen(), "at the same word")                                   // where that is, another test hears
	if want := 400 * time.Millisecond; !word && (now.place-want).Abs() > 20*time.Millisecond { // the same fraction: it is faster
		t.Errorf("A goes on at %v, not at %v", now.place, want)
	}
	d.press("f6")
	d.sounds("B", fast(1))
	d.sees("A│B: B")
	if n := len(d.host.asked()); n != 2 {
		t.Errorf("the host was asked %d times", n)
	}
}

// Volumes that differ on purpose are heard as they are.
func TestLevelsAreMatchedUnlessTheVolumeIsWhatDiffers(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		vol     string // of take 2; 1 is unset
		badge   string
		quieter float64 // than take 1, in dB
	}{
		"the same volume":           {"1", "levels matched", 0},
		"another volume on purpose": {"0.5", "levels as they are", 6},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			d := sit(t)
			d.write("One two three.")
			d.speaks("ctrl+r")
			d.press("tab", "right", "down", "down", "=")
			d.write(c.vol)
			d.press("enter")
			d.speaks("ctrl+r")
			d.goes("Takes")
			d.press("a", "down", "b")
			d.sees(" " + c.badge + " ")
			d.press("x")
			d.sounds("B", fast(1))
			d.sees("A│B: B · " + c.badge)
			loud := d.player.hears().level
			d.press("x")
			d.sounds("A", fast(1.05))
			d.sees("A│B: A · " + c.badge)
			if got := loud - d.player.hears().level; math.Abs(got-c.quieter) > 0.3 {
				t.Errorf("A is %.1f dB quieter than B, not %.0f", got, c.quieter)
			}
		})
	}
}

func TestRRestoresTheTakeThatSoundsDuringAB(t *testing.T) {
	t.Parallel()
	d := twoTakes(t)
	d.press("a", "down", "b", "up", "x") // the cursor is on take 2, A
	d.sounds("B", fast(1))
	d.press("r")
	d.sees("words and settings are those of take 1, the B of A│B; u undoes")
	d.shows("speed", "")
	d.press("s")
	d.awaits("take 1, the B of A│B has a star")
	if all := d.keeps(); all[0].Starred || !all[1].Starred {
		t.Errorf("the wrong one has the star: %+v", all)
	}
	d.press("u")
	d.awaits("undone: the star of take 1")
	d.press("v")
	d.awaits("take 1, the B of A│B has your vote, and a star")
	if all := d.keeps(); all[0].Starred || !all[1].Starred {
		t.Errorf("the wrong one has the vote: %+v", all)
	}
	d.press("v")
	d.sees("take 1, the B of A│B has a star already")
	d.press("u")
	d.awaits("undone: the vote for take 1")
	if all := d.keeps(); all[1].Starred {
		t.Error("undoing leaves the star of a vote")
	}
	d.press("n")
	d.sees("Note on take 1, the B of A│B")
	d.press("esc", "x")
	d.sounds("A", fast(1.5))
	d.press("r")
	d.sees("those of take 2, the A of A│B")
	d.shows("speed", "1.50×")
	// Heard to its end, it is still the one that was meant; once the cursor
	// moves after that, the cursor counts again.
	d.press("x")
	d.sounds("B", fast(1))
	d.until("B has been heard", func() bool {
		d.player.passes(time.Minute)
		return d.player.hears().state == player.Ended
	})
	d.press("r")
	d.sees("those of take 1, the B of A│B")
	d.press("down", "up", "v")
	d.sees("x switches between A and B; then v votes")
	d.press("r")
	d.sees("those of take 2; u undoes")
	d.command("copy the path")
	d.sees("copied the path of take 2: ")
}

// The dot beside a setting says that it differs from the take that sounds.
func TestXMovesTheDotsOfWhatDiffers(t *testing.T) {
	t.Parallel()
	d := twoTakes(t)
	d.press("a", "down", "b", "x")
	d.sounds("B", fast(1))
	d.sees("speed     •")
	d.press("x")
	d.sounds("A", fast(1.5))
	d.sees("speed     *") // from no preset, still
}

// Both values are there whole, whatever differs, and at 80 by 24 on one line.
func TestCompareShowsBothValuesWhole(t *testing.T) {
	t.Parallel()
	d := sit(t)
	blend := func(weight int) (r tts.Request) {
		r.SetVoices([]tts.TimbreWeight{{VoiceID: "Wise_Woman", Weight: 50}, {VoiceID: "Chinese (Mandarin)_News_Anchor", Weight: weight}})
		r.Model, r.Text = "speech-2.8-turbo", "The same words."
		return r
	}
	one, other := blend(40), blend(50)
	other.Set("voice_modify.intensity", 20)
	other.Model, other.Text = "speech-2.8-hd", "The other words."
	d.finds(takes.Take{Request: one, Model: one.Model, Host: tts.PPIO}, takes.Take{Request: other, Model: other.Model, Host: tts.Sandbox})
	d.goes("Takes")
	d.press("a", "down", "b")
	d.sees("A (2)", "B (1)", tts.VoiceTitle("Chinese (Mandarin)_News_Anchor"), "  50         40 ", "  soft 20    – ", "A speech-2.8-hd", "B speech-2.8-turbo",
		"host         sandbox    ppio", "words        “…other…”  “…same…”", "the rest is the same")
	d.resize(80, 24)
	d.sees("─ A│B ─ ", " 50 → 40, and 4 more ─")
	d.resize(120, 40)
	d.press("x")
	d.awaits("takes what sounds: A")
	d.press("x")
	d.awaits("takes what sounds: B")
	x, y := d.find("takes what sounds: B")
	d.click(x, y)
	d.sees("words and settings are those of take 1, the B of A│B")
	x, y = d.find("switches, same place")
	d.click(x, y)
	d.awaits("takes what sounds: A")
}

// Of two long dictionaries, only the words are compared that are spoken
// differently.
func TestCompareShowsDictionariesWordByWord(t *testing.T) {
	t.Parallel()
	d := sit(t)
	speaks := func(last ...string) (r tts.Request) {
		r.Model, r.Text = "speech-2.8-turbo", "The same words."
		for i := range 12 {
			r.PronunciationDict.Tone = append(r.PronunciationDict.Tone, fmt.Sprintf("abbreviation%d/a long way of speaking %d", i, i))
		}
		r.PronunciationDict.Tone = append(r.PronunciationDict.Tone, last...)
		return r
	}
	d.finds(takes.Take{Request: speaks("quay/(key)")}, takes.Take{Request: speaks("quay/(ki:)", "GIF/jif")})
	d.sees(" quay → (ki:), … ")
	d.goes("Takes")
	d.press("a", "down", "b")
	d.sees("quay      (ki:)  (key)", "GIF       jif    –", "the rest is the same")
	d.misses("a long way")
}

func TestHowBSoundsBesideAIsSaidInWords(t *testing.T) {
	t.Parallel()
	d := twoTakes(t)
	d.press("a", "down", "b")
	d.awaits("│ B: ", " % slower ") // A is 1.5 times as fast
	d.until("it is kept with both takes", func() bool {
		return !slices.ContainsFunc(d.keeps(), func(take takes.Take) bool {
			m, kept := session.Kept(take)
			return !kept || m.AudioMS < 1000
		})
	})
}
