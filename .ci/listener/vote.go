package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"time"

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
func (l *listener) answerPair(turned bool) (audition.Vote, error) {
	order := []int{1, 2, 1}
	if turned {
		order = []int{2, 1}
	}
	var clips [3]int // called 1 and 2
	for _, n := range order {
		s, err := l.hear(digit(n))
		if err != nil {
			return audition.Vote{}, err
		}
		clips[n] = s.clip
	}
	id := func(n int) string { return l.test.clips[clips[n]].ID }
	vote := audition.Vote{
		A: id(1), B: id(2), First: id(order[0]), Answer: prefers(clips[1], clips[2]),
		Plays: len(order), Switches: len(order) - 1,
	}
	return vote, l.answer(keyOf(vote.Answer))
}

// answerAll answers to the end.
func (l *listener) answerAll() (votes []audition.Vote, err error) {
	for {
		vote, err := l.answerPair(len(votes)%2 == 1)
		if err != nil {
			return nil, fmt.Errorf("answer %d: %w", len(votes)+1, err)
		}
		votes = append(votes, vote)
		if now, err := l.look(); err != nil || now.Over {
			return votes, err
		}
	}
}

// save goes to the button by the keyboard, presses it, and reads what was saved.
func (l *listener) save() (audition.Session, error) {
	var s audition.Session
	for range 20 {
		var there bool
		if err := l.Evaluate("document.activeElement.id === 'save'", &there); err != nil {
			return s, err
		}
		if there {
			break
		}
		if err := l.Press(tab); err != nil {
			return s, err
		}
	}
	var shown string
	if err := l.Evaluate("document.getElementById('votes').value", &shown); err != nil {
		return s, err
	}
	if err := l.Press(enter); err != nil {
		return s, err
	}
	saved, err := l.downloaded()
	if err != nil {
		return s, err
	}
	if saved != shown {
		return s, fmt.Errorf("the file is not what #votes says: %q, %q", saved, shown)
	}
	return audition.ParseSession([]byte(saved))
}

// downloaded waits for a file of votes and takes it away. WebKit's MiniBrowser
// saves at home.
func (l *listener) downloaded() (string, error) {
	for late := time.Now().Add(15 * time.Second); time.Now().Before(late); time.Sleep(10 * time.Millisecond) {
		for _, folder := range []string{"Downloads", "."} {
			names, err := filepath.Glob(filepath.Join(l.home, folder, "*-votes.json"))
			if err != nil || len(names) == 0 {
				continue
			}
			data, err := os.ReadFile(names[0])
			if err == nil && json.Valid(data) { // whole
				return string(data), os.Remove(names[0])
			}
		}
	}
	return "", fmt.Errorf("#save saved nothing")
}

// same compares votes but for the time that they took, which is only not none.
func same(got, want []audition.Vote) error {
	got = slices.Clone(got)
	for i := range got {
		if got[i].MS <= 0 {
			return fmt.Errorf("answer %d took %d ms", i+1, got[i].MS)
		}
		got[i].MS = 0
	}
	if !slices.Equal(got, want) {
		return fmt.Errorf("the votes are %+v, not %+v", got, want)
	}
	return nil
}
