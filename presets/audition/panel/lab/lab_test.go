package main

import (
	"bytes"
	"math/rand/v2"
	"strings"
	"testing"
)

func TestTheLabSaysHowFarAPanelCanBeTrusted(t *testing.T) {
	const n = 2
	cells := run(n, 1)
	var table bytes.Buffer
	if err := report(&table, cells, n); err != nil {
		t.Fatal(err)
	}
	if lines := strings.Count(table.String(), "\n"); lines < 100 || strings.Contains(table.String(), "NaN") {
		t.Errorf("%d lines:\n%s", lines, table.String())
	}
	var covered, named, wrong, alarms, biased float64
	var three, fair, strong int
	for _, c := range cells {
		if c.Clips > 2 {
			three++
			covered += c.Covered
		}
		if c.Profile != equal {
			named += float64(c.Named)
			wrong += float64(c.Wrong)
		}
		switch {
		case c.Order == 1:
			fair += n
			alarms += float64(c.Told)
		case c.Order == 3 && c.Listeners == 20 && c.Clips == 5:
			strong += n
			biased += float64(c.Told)
		}
	}
	if part := covered / float64(three); part < goalLow || part > goalHigh {
		t.Errorf("of all intervals %.3f hold the truth", part)
	}
	if wrong > named/50 {
		t.Errorf("of %g named winners %g are not the best", named, wrong)
	}
	if part := alarms / float64(fair); part > .05 {
		t.Errorf("a bias by order is told in %.3f of panels without", part)
	}
	if part := biased / float64(strong); part < .9 {
		t.Errorf("a strong bias by order is told in only %.3f of large panels", part)
	}
}

// A simulated panel has the shares that the world says.
func TestAPanelAnswersAsItsWorldSays(t *testing.T) {
	w := World{Clips: 2, Listeners: 40_000, Profile: equal, Asked: whole, Order: 3}
	r := rand.New(rand.NewPCG(3, 0))
	first, second := 0, 0
	for _, asked := range []Asked{whole, ranking} {
		w.Asked, first, second = asked, 0, 0
		for _, v := range w.votes(r) {
			switch {
			case v.Answer == 0:
			case (v.Answer < 0) == (v.First == v.A):
				first++
			default:
				second++
			}
		}
		if part := float64(first) / float64(first+second); part < .74 || part > .76 {
			t.Errorf("%s: the first heard wins %.3f, not .75", asked, part)
		}
		if asked == whole && float64(first+second)/40_000 > .83 {
			t.Errorf("%d of 40000 answers are no ties", first+second)
		}
	}
}
