package audition

import (
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"
)

func candidates(n int) (ids []string) {
	for i := range n {
		ids = append(ids, fmt.Sprintf("c%d", i+1))
	}
	return ids
}

// heard is the duel of now with both sides heard.
func heard(d *Duels) (h Hearing) {
	h.Pair = *d.Standing().Asked
	h.Begun(h.A)
	h.Begun(h.B)
	return h
}

func answer(t interface{ Fatal(...any) }, d *Duels, won string) {
	if err := d.Answer(heard(d), won, time.Unix(int64(len(d.Answers)), 0).UTC()); err != nil {
		t.Fatal(err)
	}
}

// prefer answers every duel until nothing is asked; the earlier of a list is the
// better one, and who is not in it nobody hears a difference of.
func prefer(t interface{ Fatal(...any) }, d *Duels, list ...string) Standing {
	for s := d.Standing(); s.Asked != nil && len(d.Answers) < 100; s = d.Standing() {
		won := ""
		for _, id := range slices.Backward(list) {
			if id == s.Asked.A || id == s.Asked.B {
				won = id
			}
		}
		answer(t, d, won)
	}
	return d.Standing()
}

func TestTheBestOfNineWinsTheDuels(t *testing.T) {
	d := Begin(7, 10, candidates(9))
	if s := d.Standing(); s.Stage != Knockout || s.N != 1 || s.Of != 7 || s.Final != nil {
		t.Fatalf("begins with %+v", s)
	}
	for range 7 {
		if s := d.Standing(); s.Stage != Knockout || s.Of != 7 {
			t.Fatalf("not in the knockout: %+v", s)
		}
		a := *d.Standing().Asked
		answer(t, d, min(a.A, a.B))
	}
	if s := d.Standing(); s.Stage != FinalStage || s.N != 1 || s.Of != 10 {
		t.Fatalf("after seven duels: %+v", s)
	}
	left := 0
	for range 10 {
		s := d.Standing()
		if s.Asked.A == "c1" {
			left++
		}
		answer(t, d, "c1")
	}
	s := d.Standing()
	if s.Stage != Decided || s.Winner != "c1" || s.Final.WonA != 10 || s.Scores[0].ID != "c1" || s.Asked != nil {
		t.Errorf("in the end: %+v", s)
	}
	if left != 5 {
		t.Errorf("the winner stood left %d times in 10", left)
	}
}

func TestFewCandidatesDuelToo(t *testing.T) {
	for n := range 2 {
		if s := Begin(1, 0, candidates(n)).Standing(); s.Stage != Few || s.Asked != nil || s.Verdict(itself) != "A duel takes two that are ready." {
			t.Errorf("%d: %+v", n, s)
		}
	}
	if s := Begin(1, 0, candidates(2)).Standing(); s.Stage != FinalStage || s.Of != 10 {
		t.Errorf("two: %+v", s)
	}
	if s := Begin(1, 0, candidates(3)).Standing(); s.Stage != Knockout || s.Of != 1 {
		t.Errorf("three: %+v", s)
	}
	if s := (Duels{Entrants: []string{"c1", "c1", ""}}).Standing(); s.Stage != Few {
		t.Errorf("one that a broken file names twice duels: %+v", s)
	}
}

func TestAnAnswerCountsOnceBothWereHeard(t *testing.T) {
	d := Begin(3, 4, candidates(2))
	h := Hearing{Pair: *d.Standing().Asked}
	h.Begun(h.A)
	if err := d.Answer(h, h.A, time.Time{}); err == nil || len(d.Answers) != 0 {
		t.Errorf("an answer counts though only one was heard: %v", err)
	}
	h.Begun(h.B)
	if err := d.Answer(h, "c9", time.Time{}); err == nil {
		t.Error("somebody else won")
	}
	if err := d.Answer(h, h.A, time.Time{}); err != nil || len(d.Answers) != 1 {
		t.Errorf("after both were heard: %v", err)
	}
	if d.SetFinal(20) || d.Final != 4 {
		t.Error("the number of duels was changed after the first")
	}
	if !d.Undo() || d.Undo() || len(d.Answers) != 0 || !d.SetFinal(5) || d.Final != 6 {
		t.Errorf("after the answer was taken back: %+v", d)
	}
}

func TestNoDifferenceIsAskedAgainAndThenDrawnByLot(t *testing.T) {
	d := Begin(5, 4, candidates(3))
	first := *d.Standing().Asked
	answer(t, d, "")
	s := d.Standing()
	if !s.Again || *s.Asked != (Pair{first.B, first.A}) || s.N != 1 || s.Of != 1 {
		t.Fatalf("after no difference: %+v", s)
	}
	answer(t, d, "")
	if s = d.Standing(); s.Stage != FinalStage || s.Lot != first.A && s.Lot != first.B || s.Again {
		t.Fatalf("after no difference again: %+v", s)
	}
	through := s.Asked.A == s.Lot || s.Asked.B == s.Lot
	for _, score := range s.Scores {
		if score.Won != 0 {
			t.Errorf("a lot counts as a win: %+v", score)
		}
	}
	if answer(t, d, ""); !through || d.Standing().Lot != "" {
		t.Error("the lot's choice is not in the final, or is told for ever")
	}
}

func TestOneThatLeavesTheBenchIsOut(t *testing.T) {
	d := Begin(2, 4, candidates(4))
	first := *d.Standing().Asked
	answer(t, d, first.A)
	next := *d.Standing().Asked
	if !d.Present(slices.DeleteFunc(candidates(4), func(id string) bool { return id == next.A })) {
		t.Error("one that left changes nothing")
	}
	s := d.Standing()
	if s.Stage != FinalStage || s.Asked.A != first.A && s.Asked.B != first.A || s.Asked.A == first.B || s.Asked.B == first.B {
		t.Fatalf("not the other two duel: %+v", s)
	}
	if d.Present(append(candidates(4), "c5")); !reflect.DeepEqual(*d.Standing().Asked, next) {
		t.Errorf("one that came back at once is not in again: %+v", d.Standing())
	}
	d.Present(slices.DeleteFunc(candidates(4), func(id string) bool { return id == next.A }))
	answer(t, d, first.A)
	if d.Present(candidates(4)); d.Standing().Stage != FinalStage {
		t.Error("one that comes back after the next answer meets those who went on without it")
	}
	d.Undo()
	answer(t, d, first.A)
	if s := d.Standing(); s.N != 2 {
		t.Errorf("an answer after one was taken back does not count: %+v", s)
	}
	if d.Undo(); !d.Present(candidates(4)) || *d.Standing().Asked != next {
		t.Error("after that answer was taken back it is not in again")
	}
	prefer(t, d)
	if d.Present([]string{"c5"}) && d.Standing().Stage != Decided {
		t.Error("what was decided is undone by one that leaves")
	}
	two := Begin(2, 4, candidates(2))
	answer(t, two, "c1")
	two.Present([]string{"c1", "c5"})
	if s := two.Standing(); s.Stage != Alone || s.Winner != "" || s.Asked != nil ||
		s.Verdict(itself) != "The other one was taken off the bench after 1 of 4: c1 is left, and that tells nothing." {
		t.Errorf("one of two left: %+v %s", s, s.Verdict(itself))
	}
	two.Present(candidates(2))
	if s := two.Standing(); s.N != 2 {
		t.Errorf("the duels do not go on: %+v", s)
	}
}

func itself(id string) string { return id }

func TestTheVerdictIsOnePlainSentence(t *testing.T) {
	for answers, want := range map[string]string{
		"aaaaabaaaa":           "a beat b 9 times in 10; if they were equal, chance would do as much once in 47 times.",
		"bbbbbbbbbb":           "b beat a 10 times in 10; if they were equal, chance would do as much once in 512 times.",
		"aaaaa.aba.aa":         "a beat b 9 times in 10; if they were equal, chance would do as much once in 47 times. 2 without a difference left out.",
		"aaaaaabbbb":           "a beat b 6 times in 10; if they were equal, chance would do as much 8 times in 10.",
		"aaaaabbbb.":           "a beat b 5 times in 9; if they were equal, chance would do as much every time. 1 without a difference left out.",
		"aaaaaaabbb":           "a beat b 7 times in 10; if they were equal, chance would do as much once in 3 times.",
		"ababababab":           "a and b won 5 times each: no difference is to be told.",
		"..........":           "No difference between a and b in any of 10.",
		"ab........":           "a and b won once each: no difference is to be told. 8 without a difference left out.",
		"a.........":           "a beat b once in 1: too few to tell it from chance. 9 without a difference left out.",
		"aaaa":                 "a beat b 4 times in 4: too few to tell it from chance.",
		"aaaaaaaaaaaaaaaaaaaa": "a beat b 20 times in 20; if they were equal, chance would do as much less than once in 10,000 times.",
	} {
		d := Begin(11, len(answers), []string{"a", "b"})
		for i, won := range answers {
			if s := d.Standing(); s.Verdict(itself) != fmt.Sprintf("Not yet: %d of %d.", i, len(answers)) {
				t.Errorf("%s before its end: %s", answers, s.Verdict(itself))
			}
			answer(t, d, strings.Trim(string(won), "."))
		}
		said := d.Standing().Verdict(itself)
		if answers == "ababababab" || answers[0] == '.' || answers[:2] == "ab" { // neither leads
			said = strings.Replace(strings.Replace(said, "b and a", "a and b", 1), "between b and a", "between a and b", 1)
		}
		if said != want {
			t.Errorf("%s: %s", answers, said)
		}
	}
	d := Begin(11, 10, candidates(4))
	if said := d.Standing().Verdict(itself); said != "Not yet: first a knockout down to two." {
		t.Error(said)
	}
	if said := prefer(t, d, "c2", "c1").Report(itself); !strings.HasPrefix(said, "c2 beat ") || !strings.Contains(said, "\nc2: won 1") || !strings.Contains(said, ", out") {
		t.Error(said)
	}
}

// Whatever is answered, taken back and taken off the bench: the duels end, no
// answer makes more of them, and a file that is read again says the same.
func TestDuelsEndAndAFileTellsAllOfThem(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n, final := rapid.IntRange(2, 9).Draw(t, "n"), rapid.IntRange(1, 6).Draw(t, "final")
		d := Begin(rapid.Uint64().Draw(t, "seed"), final, candidates(n))
		letters := d.Letters()
		todo, knocked := n+final+1, 0
		for s := d.Standing(); s.Asked != nil; s = d.Standing() {
			if len(d.Answers) > 2*(n-2)+d.Final {
				t.Fatalf("no end after %d answers", len(d.Answers))
			}
			var now int // how many are to be asked at least
			if now = s.Of - s.N + 1; s.Stage == Knockout {
				now += d.Final
			}
			out := 0
			for _, score := range s.Scores {
				if score.Out || score.Left {
					out++
				}
			}
			if now > todo || out < knocked {
				t.Fatalf("%d were to come, now %d; %d were out, now %d", todo, now, knocked, out)
			}
			todo, knocked = now, out
			won := rapid.SampledFrom([]string{s.Asked.A, s.Asked.B, ""}).Draw(t, "won")
			answer(t, d, won)
			switch after := d.Standing(); rapid.IntRange(0, 9).Draw(t, "more") {
			case 0:
				d.Undo()
				if back := d.Standing(); !reflect.DeepEqual(back, s) {
					t.Fatalf("taking it back leads to %+v, not %+v", back, s)
				}
				h := heard(d)
				if d.Answer(h, won, time.Time{}); !reflect.DeepEqual(d.Standing(), after) {
					t.Fatal("the same answer leads elsewhere")
				}
			case 1:
				stay := slices.DeleteFunc(candidates(n), func(id string) bool {
					return slices.ContainsFunc(d.Left, func(l Left) bool { return l.ID == id })
				})
				gone := rapid.SampledFrom(stay).Draw(t, "gone")
				d.Present(slices.DeleteFunc(stay, func(id string) bool { return id == gone }))
				if len(stay) == 1 {
					return
				}
			}
			file, err := json.Marshal(d)
			var again Duels
			if err != nil || json.Unmarshal(file, &again) != nil || !reflect.DeepEqual(again.Standing(), d.Standing()) || !reflect.DeepEqual(again.Letters(), letters) {
				t.Fatalf("the file %s says something else", file)
			}
		}
		left := map[string]int{}
		for _, a := range d.Answers[max(0, len(d.Answers)-d.Final):] {
			left[a.A]++
		}
		if s := d.Standing(); s.Stage == Decided && (left[s.Final.A] != d.Final/2 || left[s.Final.B] != d.Final/2) {
			t.Fatalf("left stood %v", left)
		}
	})
}

// What two studios wrote into one file, or a hand, does no harm.
func TestAnswersThatNobodyAskedForDoNotCount(t *testing.T) {
	d := Begin(9, 4, candidates(2))
	answer(t, d, "c1")
	answer(t, d, "c1")
	d.Answers[1] = Answer{A: "c7", B: "c1", Won: "c7"}
	if s := d.Standing(); s.N != 2 {
		t.Fatalf("%+v", s)
	}
	if answer(t, d, "c2"); len(d.Answers) != 2 || d.Standing().N != 3 {
		t.Errorf("the next answer does not take its place: %+v", d.Answers)
	}
}
