package dialog

import (
	"regexp"
	"testing"
	"time"

	"voicestudio/presets"
	"voicestudio/tts/wording"
)

// The keys in texts are the studio's, which this package knows nothing of.
func init() {
	wording.Adapt(func(string, wording.Language) func(string) string {
		return func(text string) string { return regexp.MustCompile(`\{[a-z-]+\}`).ReplaceAllString(text, "") }
	})
}

func TestEverySentenceIsThere(t *testing.T) {
	if missing := wording.Missing(english); len(missing) > 0 {
		t.Errorf("nothing is said for %v", missing)
	}
	for _, group := range presets.Groups {
		if english.groups[group] == "" {
			t.Errorf("the part %s has no name", group)
		}
	}
	if orders := english.browser.orders; len(orders) != int(presets.ByRank)+1 {
		t.Errorf("%q are not the orders of a list", orders)
	}
}

func TestTheDayOfAFingerprintIsTheReadersOwn(t *testing.T) {
	here := time.Local
	t.Cleanup(func() { time.Local = here })
	at := time.Date(2026, 11, 4, 9, 0, 0, 0, time.UTC)
	for _, c := range []struct {
		east, later time.Duration // of UTC; than that
		want        string
	}{
		{0, 26 * 24 * time.Hour, "so on 4 November on MiniMax, 26 days ago"},
		{-9 * time.Hour, 26 * 24 * time.Hour, "so on 4 November on MiniMax, 26 days ago"},
		{-9*time.Hour - time.Minute, 26 * 24 * time.Hour, "so on 3 November on MiniMax, 26 days ago"},
		{14 * time.Hour, 0, "so today on MiniMax"},
		{14 * time.Hour, time.Hour, "so on 4 November on MiniMax, yesterday"},
		{0, 365 * 24 * time.Hour, "so on 4 November 2026 on MiniMax, 365 days ago"},
	} {
		time.Local = time.FixedZone("here", int(c.east.Seconds()))
		if got := english.sounded.so(at, at.Add(c.later), "MiniMax", 1); got != c.want {
			t.Errorf("%v later, %v east of UTC, it says %q, not %q", c.later, c.east, got, c.want)
		}
	}
}
