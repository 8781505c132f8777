package main

import (
	"bytes"
	"strings"
	"testing"

	"voicestudio/tts/tune/ways"
)

func TestTheSearchIsAheadOfSlidersAndOfChance(t *testing.T) {
	outcomes, err := runAll(worlds, ways.All, 40, 1)
	if err != nil {
		t.Fatal(err)
	}
	var table bytes.Buffer
	if err := report(&table, outcomes); err != nil {
		t.Fatal(err)
	}
	if lines := strings.Count(table.String(), "\n"); lines != 1+len(worlds)*(len(ways.All)+2) || strings.Contains(table.String(), "NaN") {
		t.Errorf("%d lines:\n%s", lines, table.String())
	}
	for i := 0; i < len(outcomes); i += len(ways.All) {
		tuned, sliders, chance := outcomes[i], outcomes[i+3], outcomes[i+4]
		if tuned.Mean[20] <= sliders.Mean[20] || tuned.Mean[60] <= chance.Mean[60] || tuned.Mean[0] != chance.Mean[0] {
			t.Errorf("%s:\n%s", tuned.World, table.String())
		}
	}
}
