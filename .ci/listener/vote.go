package main

import (
	"slices"

	"voicestudio/presets/audition"
)

// prefers is the rule by which a listener answers: the clip made first is better,
// much better than the fourth and fifth are to the first two; the second and the
// third are alike.
func prefers(a, b int) (answer int) {
	switch {
	case a == b, min(a, b) == 1 && max(a, b) == 2:
		return 0
	case a-b > 2:
		return 2
	case a > b:
		return 1
	}
	return -prefers(b, a)
}

// keyOf says an answer.
func keyOf(answer int) key {
	k := map[bool]key{true: left, false: right}[answer < 0]
	switch answer {
	case 0:
		return down
	case -2, 2:
		return k.shifted()
	}
	return k
}

// answerPair hears both, the second first where so asked, and answers by the rule.
func (l *listener) answerPair(turned bool) audition.Vote {
	order := []int{1, 2, 1}
	if turned {
		order = []int{2, 1}
	}
	var clips [3]int // called 1 and 2
	for _, n := range order {
		clips[n] = l.hear(digit(n)).clip
	}
	id := func(n int) string { return l.test.clips[clips[n]].ID }
	vote := audition.Vote{
		A: id(1), B: id(2), First: id(order[0]), Answer: prefers(clips[1], clips[2]),
		Plays: len(order), Switches: len(order) - 1,
	}
	l.answer(keyOf(vote.Answer))
	return vote
}

// answerAll answers to the end.
func (l *listener) answerAll() (votes []audition.Vote) {
	for !l.look().Over {
		votes = append(votes, l.answerPair(len(votes)%2 == 1))
	}
	return votes
}

// votes are those that were saved, in the form that is imported.
func (l *listener) votes() []audition.Vote {
	s, err := audition.ParseSession([]byte(l.save()))
	must(err)
	if s.Test != l.test.id {
		fail("the votes are on the test %q, not %q", s.Test, l.test.id)
	}
	return s.Answers
}

// same compares votes but for the time that they took, which is only not none.
func same(got, want []audition.Vote) {
	got = slices.Clone(got)
	for i := range got {
		if got[i].MS <= 0 {
			fail("answer %d took %d ms", i+1, got[i].MS)
		}
		got[i].MS = 0
	}
	if !slices.Equal(got, want) {
		fail("the votes are %+v, not %+v", got, want)
	}
}
