package studio

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"voicestudio/player"
	"voicestudio/tts/takes"
	"voicestudio/ui/studio/document"
)

// duelists makes two voices and a preset of the person's own, and has them duel.
func duelists(t *testing.T) *desk {
	d := sit(t)
	store(t, d.own, "Brisk", wiseWoman, nil)
	d.benched("Good morning, all of you.", "Calm_Woman", "Serene_Woman")
	d.browse()
	d.write("Brisk")
	d.press("ctrl+k", "esc")
	d.knows(3)
	d.press("d")
	d.sees("a duel takes two that are made")
	d.made("3 of 3")
	d.press("d")
	d.sees("━ Duels ━", "duel 1 of 1", "names hidden, order drawn by lot", "Final, 10 duels as agreed", "Not yet: first a knockout")
	return d
}

// hears is the voice that a key lets sound.
func (d *desk) hears(key string) (voice string) {
	d.t.Helper()
	d.press(key)
	d.until("it sounds", func() bool {
		now := d.player.hears()
		if now.state == player.Playing && now.answer >= 0 {
			voice = d.host.asked()[now.answer].VoiceSetting.VoiceID
		}
		return voice != ""
	})
	return voice
}

// judges hears both and answers for whichever comes first in a list.
func (d *desk) judges(likes ...string) {
	d.t.Helper()
	left := d.hears("1")
	d.press("left")
	d.sees("hear both before you say which is better")
	right := d.hears("2")
	if left == right {
		d.t.Fatalf("%s meets itself", left)
	}
	if place := func(v string) int { return slices.Index(append(likes, v), v) }; place(left) < place(right) {
		d.press("left")
	} else {
		d.press("right")
	}
}

// answered waits until so many answers are on disk.
func (d *desk) answered(n int) {
	d.t.Helper()
	d.until("the answers are on disk", func() bool {
		all, _, err := d.auditions().List()
		return err == nil && len(all) == 1 && all[0].Duels != nil && len(all[0].Duels.Answers) == n
	})
}

// starred waits until the takes of one voice have a star, and those of others none.
func (d *desk) starred(voice string) {
	d.t.Helper()
	d.until("the star is on disk", func() bool {
		return !slices.ContainsFunc(d.keeps(), func(t takes.Take) bool {
			return t.Starred != (t.Request.VoiceSetting.VoiceID == voice)
		})
	})
}

func TestDuelsFindTheBestWithoutTellingWhichItIs(t *testing.T) {
	t.Parallel()
	d := duelists(t)
	d.misses("Calm Woman", "Serene Woman", "Brisk", "♪1", "♪2", "♪3")
	d.sees("│  1  ♪  │", "1 of this duel")
	d.press("left")
	d.sees("hear both before you say which is better", "duel 1 of 1")
	d.press("2")
	d.sees("│  2  ♪  │")
	d.clicks("↓ no difference")
	d.sees("duel 1 of 1, again", "asked once more")
	d.press("u")
	d.sees("duel 1 of 1 ━")
	d.press("+")
	d.sees("12 duels will decide", "Final, 12 duels as agreed")
	d.press("-", "shift+tab", "+")
	d.write("settings")
	d.press("enter", "tab")
	d.sees("1 on the bench is not in these", "duel 1 of 1")
	d.judges("Wise_Woman", "Calm_Woman")
	d.sees("final 1 of 10")
	d.press("-")
	d.sees("that is fixed from the first answer on")
	for range 9 {
		d.judges("Wise_Woman", "Calm_Woman")
	}
	d.sees("final 10 of 10", "Not yet: 9 of 10.")
	d.misses("Calm Woman", "Brisk")
	d.judges("Calm_Woman", "Serene_Woman") // for once
	d.sees("decided", " 9 times in 10; if they", "once in 47 times.", " is Brisk", " is Calm Woman", " is Serene Woman", "is Brisk, and has a star", "preset, own")
	d.answered(11)
	d.starred("Wise_Woman")
	beat := regexp.MustCompile(`Brisk beat (Calm|Serene) Woman 9 times in 10; if they were equal, chance would do as much once in 47 times\.`)
	if said := d.copies("y"); !beat.MatchString(said) || !strings.Contains(said, "\nGood morning, all of you.\n") || !strings.Contains(said, "\nBrisk: won ") {
		t.Error(said)
	}
	d.press("n")
	d.until("the notes have it", func() bool { return beat.MatchString(stored(t, d.own, "Brisk").Notes) })
	d.press("enter")
	d.sees("the settings are those of", "Brisk; u goes back")
	if got := d.m.(*Model).Request().VoiceSetting; got.VoiceID != "Wise_Woman" || *got.Speed != 1.2 {
		t.Errorf("%+v", got)
	}
	leaves(t, d)

	again := seat{home: d.home, host: d.host}.sit(t)
	again.run(again.m.Init())
	again.press("tab", "g", "c")
	again.awaits("3 of 4 ready", "once in 47 times.", " is Brisk")
	again.browse()
	again.sees("won 9 of 10", "came out best, 9 of 10")
	again.press("alt+s", "alt+s", "alt+s", "alt+s")
	again.sees("by duels won", "▸ Brisk")
	_, first := again.find("▸ Brisk")
	if _, y := again.find("Warm narrator"); y < first {
		t.Error("who has won is not the first")
	}
}

func TestAnAnswerThatDecidedIsTakenBackWithAllThatItChanged(t *testing.T) {
	t.Parallel()
	d := duelists(t)
	for range 4 {
		d.press("-")
	}
	d.sees("Final, 2 duels as agreed")
	for range 3 {
		d.judges("Wise_Woman", "Calm_Woman")
	}
	d.sees("decided", "2 times in 2: too few to")
	d.answered(3)
	d.starred("Wise_Woman")
	d.press("u")
	d.sees("final 2 of 2", "Not yet: 1 of 2.")
	d.misses("Brisk", "1 ★", "2 ★", "3 ★")
	d.answered(2)
	d.starred("")
	d.press("U")
	d.sees("decided")
	d.answered(3)
	d.starred("Wise_Woman")
	d.press("u")
	d.answered(2)
	d.starred("")
	d.press("d")
	d.sees("2 answers would be lost: d again starts anew")
	d.press("d")
	d.sees("duel 1 of 1", "duels between 3")
	d.press("u")
	d.sees("final 2 of 2")
	d.answered(2)
	d.browse()
	d.loses("won 2 of 2")
	d.press("esc")
	for _, name := range []string{"1", "2", "3"} { // until one of the final is taken out
		d.press("shift+tab", name, "delete")
		if d.press("tab"); strings.Contains(d.screen(), "that tells nothing") {
			break
		}
		d.press("u")
	}
	d.sees("after 1 of 2:")
	d.press("u", "shift+tab", "t")
	d.write(" Or not.")
	d.press("enter")
	d.awaits("that is the line now")
	d.press("tab", "left")
	d.sees("these were about another line: d starts anew")
}

func TestWhatIsWonWhileTheFoldersAreReadStays(t *testing.T) {
	t.Parallel()
	d := sit(t)
	store(t, d.own, "Brisk", wiseWoman, nil)
	d.browse()
	l := d.m.(*Model).presets
	won := document.Win{Won: 9, Of: 10, At: d.now()}
	for _, on := range []bool{true, false} {
		before := l.Read()()
		d.send(l.Won("Brisk", won, on, nil)())
		d.send(before)
		if on {
			d.sees("won 9 of 10")
		} else {
			d.misses("won 9 of 10")
		}
	}
}
