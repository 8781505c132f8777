package main

import (
	"bytes"
	"math"
	"path/filepath"
	"strings"
	"testing"

	"voicestudio/tts/tune"
	"voicestudio/ui/session"
)

func TestHiddenSettingsAreFoundWithFewerClipsThanByQuestions(t *testing.T) {
	t.Parallel()
	s := session.New(session.Config{Takes: filepath.Join(t.TempDir(), "takes")})
	defer s.Close()
	two, three := []tune.Axis{tune.Speed, tune.Pitch}, []tune.Axis{tune.Speed, tune.Pitch, tune.Weights}
	var table bytes.Buffer
	for _, c := range []struct {
		task
		n int
	}{{task{languages[1], true, two}, 1}, {task{languages[1], false, three}, 2}} {
		f, err := c.search(t.Context(), s, ways[0], c.n, 1)
		if err != nil {
			t.Fatal(err)
		}
		if c.same && (!f.within() || !f.set() || f.clips > 8) || f.clips > 40 || f.after >= f.before || f.characters == 0 {
			t.Errorf("%v: %+v", c.task, f)
		}
		if err := report(&table, c.task, ways[0].name, []found{f}); err != nil {
			t.Fatal(err)
		}
	}
	slow, err := task{languages[1], true, two}.search(t.Context(), s, ways[1], 1, 1)
	if err != nil || slow.clips < 6 {
		t.Errorf("by questions: %+v, %v", slow, err)
	}
	if lines := strings.Count(table.String(), "\n"); lines != 3 || strings.Contains(table.String(), "NaN") {
		t.Errorf("the table is\n%s", table.String())
	}
}

func TestTheCorrelationIsThatOfTheRanks(t *testing.T) {
	t.Parallel()
	for want, b := range map[float64][]float64{1: {2, 30, 400, 5000}, -1: {9, 8, 1, 0}, .8: {2, 1, 3, 4}} {
		if got := spearman([]float64{.1, .2, .3, .4}, b); math.Abs(got-want) > 1e-9 {
			t.Errorf("%v: %.2f, not %.2f", b, got, want)
		}
	}
}
