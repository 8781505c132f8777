package audition

import (
	"cmp"
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"io/fs"
	"maps"
	"slices"
	"strconv"

	"voicestudio/presets/keep"
)

// How many clips a page asks about: the digits of a keyboard put a ranking in
// order, and nobody hears more pairs than 40 clips make.
const (
	fewestClips = 2
	mostRanked  = 9
	mostPaired  = 40
)

// Examine keeps that a page is made of some candidates' takes, by the candidates'
// ids, and returns what it asks. made makes the page, once what it asks is kept:
// nobody could take in votes on a page of which that was not written. Where it fails
// nothing is kept, and the error is its. The audition cannot change meanwhile, so it
// must not wait for anybody. The same page twice is one test, and the last of the
// audition's again. Else the error is fs.ErrInvalid where there are too few or too
// many, one is no candidate or has no take, or two have the same.
func (f Folder) Examine(name string, kind TestKind, takes map[string]string, made func(Test) error) (t Test, err error) {
	var refused error
	_, err = f.edit(name, func(a *Audition) {
		if refused = a.Unfit(kind, takes); refused != nil {
			return
		}
		a.Key = cmp.Or(a.Key, newKey())
		t = a.test(kind, takes)
		a.Tests = append(slices.DeleteFunc(a.Tests, func(other Test) bool { return other.ID == t.ID }), t)
	}, func() error {
		if refused != nil {
			return refused
		}
		return made(t)
	})
	if err != nil {
		return Test{}, err
	}
	return t, nil
}

// Unfit says why some candidates' takes, by the candidates' ids, make no page of a
// kind; nil: they do. It is the error of Examine.
func (a Audition) Unfit(kind TestKind, takes map[string]string) error {
	w, most := say.votes, mostPaired
	switch kind {
	case Pairs:
	case Rank:
		most = mostRanked
	default:
		return keep.Refuse(fs.ErrInvalid, w.noKind(quoted(string(kind))))
	}
	if n := len(takes); n < fewestClips || n > most {
		return keep.Refuse(fs.ErrInvalid, w.howMany(n, fewestClips, most))
	}
	whose := map[string]string{}
	for _, id := range slices.Sorted(maps.Keys(takes)) {
		c, take := a.find(id), takes[id]
		switch {
		case c == nil:
			return keep.Refuse(fs.ErrInvalid, w.noCandidate(quoted(id)))
		case take == "":
			return keep.Refuse(fs.ErrInvalid, w.noTake(c.Label))
		case whose[take] != "":
			return keep.Refuse(fs.ErrInvalid, w.sameTake(whose[take], c.Label))
		}
		whose[take] = c.Label
	}
	return nil
}

// find is the candidate of an id; nil: none.
func (a *Audition) find(id string) *Candidate {
	if i := slices.IndexFunc(a.Candidates, func(c Candidate) bool { return c.ID == id }); i >= 0 {
		return &a.Candidates[i]
	}
	return nil
}

// test is what a page of takes asks.
func (a Audition) test(kind TestKind, takes map[string]string) Test {
	t := Test{Kind: kind, Text: a.Text, Made: keep.Now()}
	owner := map[string]string{}
	for _, before := range a.Tests {
		for _, c := range before.Clips {
			owner[c.Clip] = c.Take
		}
	}
	byTake := func(x, y string) int { return cmp.Compare(takes[x], takes[y]) }
	for _, id := range slices.SortedFunc(maps.Keys(takes), byTake) {
		clip := a.clip(takes[id], owner)
		owner[clip] = takes[id]
		t.Clips = append(t.Clips, TestClip{Clip: clip, ID: id, Label: a.find(id).Label, Take: takes[id]})
	}
	// By their names, which are drawn: their order tells nothing.
	slices.SortFunc(t.Clips, func(x, y TestClip) int { return cmp.Compare(x.Clip, y.Clip) })
	parts := []string{"test", string(kind), t.Text}
	for _, c := range t.Clips {
		parts = append(parts, c.Clip)
	}
	t.ID = a.draw(parts...)[:16]
	if before, is := a.tested(t.ID); is {
		t.Made, t.Chosen = before.Made, before.Chosen
	}
	t.Chosen = t.Chosen || a.chosen(t)
	return t
}

// tested is the test of an id.
func (a Audition) tested(id string) (t Test, is bool) {
	for _, t := range a.Tests {
		if t.ID == id {
			return t, true
		}
	}
	return t, false
}

// clip is what a page calls a take; owner is whose each name is that was given
// before.
func (a Audition) clip(take string, owner map[string]string) string {
	for n := 0; ; n++ {
		name := a.draw("clip", take, strconv.Itoa(n))[:8]
		if of := owner[name]; of == "" || of == take {
			return name
		}
	}
}

// chosen reports whether votes were known on clips of which some are asked again
// and some are not.
func (a Audition) chosen(t Test) bool {
	for _, before := range a.Tests {
		again := 0
		for _, c := range before.Clips {
			if t.has(c.Clip) {
				again++
			}
		}
		if again < fewestClips || again == len(before.Clips) {
			continue
		}
		if slices.ContainsFunc(a.Sessions, func(s Session) bool { return s.Test == before.ID && len(before.counted(s)) > 0 }) {
			return true
		}
	}
	return false
}

// newKey draws one.
func newKey() string {
	var key [16]byte
	rand.Read(key[:]) // never fails
	return hex.EncodeToString(key[:])
}

// draw makes a number in hex of what is told, which tells nothing to who has not
// the key. It must be the same in every version of the program.
func (a Audition) draw(told ...string) string {
	sum := hmac.New(sha256.New, []byte(a.Key))
	for _, part := range told {
		var length [8]byte
		binary.BigEndian.PutUint64(length[:], uint64(len(part)))
		sum.Write(length[:])
		sum.Write([]byte(part))
	}
	return hex.EncodeToString(sum.Sum(nil))
}
