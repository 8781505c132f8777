package sandbox

import (
	"slices"
	"strings"
	"testing"
)

// series asks a sandbox for the same words so many times.
func series(t *testing.T, faults string, times int) (all []string) {
	t.Helper()
	s, err := Start(Config{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	for range times {
		h := spoil(t, s, sites[0], true, faults, `"text":"Once more. And again.","audio_setting":{"format":"pcm","sample_rate":16000},"voice_setting":{"voice_id":"Calm_Woman"}`)
		if h.broken != nil || !h.last {
			t.Fatalf("%+v", h)
		}
		all = append(all, strings.Join(h.chunks, ""))
	}
	return all
}

func TestRepeatedTakesDifferOnlyWhereThatIsAskedForAndAlwaysInTheSameWay(t *testing.T) {
	t.Parallel()
	alike, first, again, other := series(t, "", 2), series(t, "vary=7", 3), series(t, "vary=7", 3), series(t, "vary=8", 1)
	if alike[0] != alike[1] {
		t.Error("two takes of the same request differ, and nobody asked for that")
	}
	if !slices.Equal(first, again) {
		t.Error("the same seed gave another series")
	}
	if all := slices.Concat(alike[:1], first, other); len(slices.Compact(slices.Sorted(slices.Values(all)))) != 5 {
		t.Error("takes that should differ are the same")
	}
}
