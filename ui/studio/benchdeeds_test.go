package studio

import (
	"os"
	"slices"
	"strings"
	"testing"

	"voicestudio/presets/audition"
	"voicestudio/tts"
)

// filed waits until the file of the only bench is so.
func (d *desk) filed(what string, so func(audition.Audition) bool) (a audition.Audition) {
	d.t.Helper()
	d.until(what, func() bool {
		all, _, err := d.auditions().List()
		if err != nil || len(all) != 1 {
			return false
		}
		a = all[0]
		return so(a)
	})
	return a
}

// starsOf are those of all candidates together.
func starsOf(a audition.Audition) (n int) {
	for _, c := range a.Candidates {
		n += c.Stars
	}
	return n
}

// many wants so many candidates.
func many(n int) func(audition.Audition) bool {
	return func(a audition.Audition) bool { return len(a.Candidates) == n }
}

func TestNobodyPaysForAnotherLineOrTwice(t *testing.T) {
	d := seat{at: tts.MiniMax}.sit(t)
	d.benched("Twenty characters ok", "Wise_Woman", "Calm_Woman")
	d.press("t")
	d.write("Another line for all of them")
	d.press("enter")
	for !strings.Contains(d.screen(), "that is the line now") {
		d.send(<-d.msgs)
	}
	d.press("m", "m", "enter") // before anything is known of that
	d.knows(2)
	if asked := d.host.asked(); len(asked) != 0 {
		t.Fatalf("%+v were sent at a price that nobody saw", asked)
	}
	d.press("m", "1")
	d.press("m")
	d.sees("m makes 2: ≈ $", "m again sends")
	gate := make(chan struct{})
	d.host.will(held(gate), held(gate))
	d.press("m")
	d.until("the host is asked", func() bool { return len(d.host.asked()) == 2 })
	d.press("end", "delete", "u")
	d.knows(2)
	d.sees("making it")
	d.misses("are not made yet", "Not made yet")
	d.press("m", "m")
	close(gate)
	d.awaits("2 of 2 ready")
	if n := len(d.host.asked()); n != 2 {
		t.Errorf("%d requests for two takes", n)
	}
	d.host.will(broken)
	d.press("t")
	d.write("One more")
	d.press("enter")
	d.awaits("that is the line now")
	d.knows(2)
	d.press("enter")
	d.awaits("1 of 1 failed", "enter tries again: ≈ $")
}

func TestWhatIsDoneAndTakenBackBlindTellsNothing(t *testing.T) {
	t.Parallel()
	d := sit(t)
	d.benched("One line for all.", "Wise Woman", "Calm_Woman", "Serene_Woman", "Lively_Girl")
	d.made("4 of 4")
	for _, row := range []string{"1", "2", "3"} {
		d.press(row, "s", "s")
	}
	d.press("4", "delete", "u", "1", "s", "o", "b") // two stars for two of them, three for one
	d.sees("names hidden, order by lot", "1      · · ·", "3      · · ·")
	d.misses("★★", "1 ★", "4      ·")
	d.press("2", "s")
	d.sees("2 ★    · · ·")
	d.press("u")
	d.misses("2 ★")
	d.press("u", "U") // what was done before
	d.settle()
	d.misses("★★", "Wise Woman")
	order := d.filed("three are blind", func(a audition.Audition) bool { return len(a.Bench.Order) == 3 }).Bench.Order
	d.press("1", "delete")
	d.filed("one is out", many(3))
	d.press("u")
	now := d.filed("it is back", many(4)).Bench.Order
	d.misses("1 ★")
	if !slices.Equal(now, order) {
		t.Errorf("%v came back as %v", order, now)
	}
	d.press("g", "v", "up", "enter")
	d.write("Wise Woman")
	d.press("ctrl+k")
	d.sees("it is on the bench already")
	d.misses("already, as")
	d.press("esc", "g", "c", "2", "s")
	d.filed("one is judged", func(a audition.Audition) bool { return len(a.Bench.Judged) == 1 })
	leaves(t, d)
	again := seat{home: d.home, host: d.host}.sit(t)
	again.run(again.m.Init())
	again.press("tab", "g", "c")
	again.awaits("4 of 4 ready · names hidden", "2 ★    · · ·")
	again.misses("1 ★", "3 ★")
}

func TestDeedsOfABenchAreTakenBackUnderWhateverNameItHas(t *testing.T) {
	t.Parallel()
	d := sit(t)
	d.benched("One line.", "Wise Woman", "Calm_Woman")
	d.made("2 of 2")
	d.press("s", "u", "u")
	d.filed("one is out", many(1))
	d.press("U", "U")
	d.filed("it is back with its star", func(a audition.Audition) bool { return len(a.Candidates) == 2 && a.Candidates[1].Stars == 1 })
	of := func(menu, says string) {
		d.press("a")
		d.awaits("a new bench")
		d.write(menu)
		d.press("enter")
		d.awaits(says)
	}
	of("another name", "enter renames it")
	d.press("ctrl+u")
	d.write("Best of")
	d.press("enter", "1", "s") // while it is being renamed
	d.filed("it is renamed, and one has a star more", func(a audition.Audition) bool { return a.Name == "Best of" && starsOf(a) == 2 })
	of("remove", "is in the trash")
	d.press("u")
	d.awaits("the bench Best of is back")
	d.knows(2)
	d.press("u", "u")
	d.filed("both stars are taken back", func(a audition.Audition) bool { return len(a.Candidates) == 2 && starsOf(a) == 0 })
}

// A line of which nothing is seen or heard.
func TestABenchOfAnInvisibleLineIsDrawn(t *testing.T) {
	t.Parallel()
	d := sit(t)
	d.benched("\u202e\u200b", "Wise Woman")
	d.sees("▸ 1      Wise Woman")
}

func TestABenchThatCannotBeKeptSaysWhy(t *testing.T) {
	t.Parallel()
	d := sit(t)
	if err := os.WriteFile(d.auditions().Dir, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	d.press("tab", "up", "enter", "ctrl+k", "ctrl+k")
	d.press("esc", "g", "c")
	d.awaits("✗ " + d.auditions().Dir + " cannot be read: not a directory")
	os.Remove(d.auditions().Dir)
	d.press("u", "esc", "g", "v", "up", "enter", "ctrl+k", "esc", "g", "c")
	d.knows(1)
}

func TestOfTwoStudiosThatAnswerOneDuelTheFirstCounts(t *testing.T) {
	t.Parallel()
	d := duelists(t)
	d.press("-", "-", "-", "-")
	d.judges("Wise_Woman", "Calm_Woman")
	d.judges("Wise_Woman", "Calm_Woman")
	d.sees("final 2 of 2")
	answers := func(n int) func(audition.Audition) bool {
		return func(a audition.Audition) bool { return a.Duels != nil && len(a.Duels.Answers) == n }
	}
	d.filed("two are answered", answers(2))
	leaves(t, d)
	other := seat{home: d.home, host: d.host}.sit(t)
	other.run(other.m.Init())
	other.press("tab", "g", "c")
	other.awaits("final 2 of 2")
	other.knows(3)
	other.press("d")
	other.hears("1")
	other.hears("2")
	d.judges("Wise_Woman", "Calm_Woman")
	d.starred("Wise_Woman")
	other.press("down")
	other.awaits("another studio has answered that one", "★    Brisk", "decided")
	other.press("u")
	other.settle()
	other.filed("three are answered", answers(3))
	d.starred("Wise_Woman")
	other.sees("decided")
}

// Who knows that only one is made knows which it is, until the others have come.
func TestWhatIsMadeWhileNamesAreHiddenIsNotKnownByThat(t *testing.T) {
	t.Parallel()
	d := sit(t)
	d.benched("One line for all.", "Wise Woman", "Calm_Woman", "Serene_Woman")
	d.press("end", "enter")
	d.awaits("1 of 3 ready")
	d.sounds("the only one", by("Serene_Woman"))
	b := d.m.(*Model).bench
	b.Lot = func(n int) []int { return []int{0, 1, 2}[:n] }
	d.press("b")
	d.sees("what is not made yet is known by that", "2      · · ·", "not made yet")
	d.press("3")
	d.sounds("the third", by("Serene_Woman"))
	b.Lot = func(n int) []int { return []int{2, 0, 1}[:n] }
	d.press("m")
	d.awaits("3 of 3 ready", "all are there now, and the order is drawn anew")
	d.misses("3 of 3 ·", "♪3", "♪1", "♪2")
	d.press("1")
	d.sounds("the first", by("Serene_Woman"))
	d.press("g", "r")
	d.misses("Last answer ─ take", "trace-", "0:01", "take 2", "take 3")
	d.press("g", "t")
	d.awaits("hidden until it is decided")
	d.command("copy the path")
	d.sees("hidden until it is decided")
	d.misses("could not be kept")
	d.press("esc", "g", "c", "b", "g", "t")
	d.sees("Serene Woman")
}

// Listeners read the bench's name on their page, and whoever types a command types it.
func TestNobodyReadsAPauseMarkerOutsideTheScript(t *testing.T) {
	t.Parallel()
	d := sit(t)
	d.benched("Hello,<#0.8#> you are listening.", "Wise Woman", "Calm_Woman")
	d.sees("Hello,⟨0.8\u00a0s⟩ you are listening.")
	d.misses("<#0.8#>")
	all, _, err := d.auditions().List()
	if err != nil || len(all) != 1 || !strings.HasSuffix(all[0].Name, " Hello, you are listening.") || all[0].Text != "Hello,<#0.8#> you are listening." {
		t.Errorf("%+v, %v", all, err)
	}
	d.press("g", "s")
	d.press("ctrl+r")
	d.sounds("with the pause", saying("Hello,<#0.8#> you are listening."))
	d.press("home")
	for range len("Hello,") {
		d.press("right")
	}
	d.press("alt+up", "ctrl+r")
	d.sounds("with a longer pause", saying("Hello,<#0.9#> you are listening."))
	d.press("esc", "esc", "g", "t")
	d.sees("“Hello,⟨0")
	d.misses("<#")
}
