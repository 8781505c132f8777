package bench

import (
	"encoding/json"
	"slices"

	"voicestudio/tts"
)

// keptLadder and keptPad are a ladder and a pad as they are kept until the next
// start.
type (
	keptLadder struct {
		Voices []string    `json:"voices"`
		Shares []int       `json:"shares"` // percent
		From   int         `json:"from"`   // places in voices
		To     int         `json:"to"`
		Levels []keptLevel `json:"levels"`
	}
	keptLevel struct {
		From  int   `json:"from"` // the first voice's share, in percent
		To    int   `json:"to"`
		Stars []int `json:"stars,omitempty"`
	}
	keptPad struct {
		Voices []string `json:"voices"`
		Step   int      `json:"step"` // percent
		Stars  []string `json:"stars,omitempty"`
	}
)

// Kept is the ladder as JSON in one line, with all its stars.
func (l *Ladder) Kept() string {
	k := keptLadder{Voices: l.voices, Shares: l.shares, From: l.from, To: l.to}
	for _, at := range l.levels {
		var stars []int
		for _, of := range []map[int]bool{at.stars, at.veiled} {
			for share := range of {
				stars = append(stars, share)
			}
		}
		slices.Sort(stars)
		k.Levels = append(k.Levels, keptLevel{at.from, at.to, slices.Compact(stars)})
	}
	b, _ := json.Marshal(k) // it has nothing that cannot be written
	return string(b)
}

// ReadLadder is a ladder that was kept; nil where that is none.
func ReadLadder(kept string) *Ladder {
	var k keptLadder
	if json.Unmarshal([]byte(kept), &k) != nil || !voices(k.Voices) || len(k.Shares) != len(k.Voices) || len(k.Levels) == 0 ||
		k.From == k.To || min(k.From, k.To) < 0 || max(k.From, k.To) >= len(k.Voices) {
		return nil
	}
	sum := 0
	for i, s := range k.Shares {
		if sum += s; s < 0 || s == 0 && i != k.From && i != k.To {
			return nil
		}
	}
	l := newLadder(k.Voices, k.Shares, k.From, k.To)
	if sum != 100 || l.all() < 2 {
		return nil
	}
	levels := make([]level, 0, len(k.Levels))
	from, to := l.all(), 0
	for i, at := range k.Levels {
		if at.From > from || at.To < to || at.From-at.To < 2 || i == 0 && (at.From != from || at.To != to) {
			return nil
		}
		from, to = at.From, at.To
		next := newLevel(from, to)
		for _, share := range at.Stars {
			next.stars[share] = true
		}
		levels = append(levels, next)
	}
	l.levels = levels
	return l
}

// Kept is the pad as JSON in one line, with the dots that have a star, by their
// candidates' ids.
func (p *Pad) Kept(stars []string) string {
	b, _ := json.Marshal(keptPad{p.Voices, p.step, stars})
	return string(b)
}

// ReadPad is a pad that was kept, with its stars; nil where that is none.
func ReadPad(kept string) (p *Pad, stars []string) {
	var k keptPad
	if json.Unmarshal([]byte(kept), &k) != nil || !voices(k.Voices) || k.Step != coarse && k.Step != fine {
		return nil, nil
	}
	if p = NewPad(k.Voices); p != nil {
		p.lay(k.Step)
	}
	return p, k.Stars
}

// voices reports whether a blend can be of these.
func voices(ids []string) bool {
	seen := map[string]bool{}
	for _, id := range ids {
		if id == "" || seen[id] {
			return false
		}
		seen[id] = true
	}
	return len(ids) >= 2 && len(ids) <= tts.MaxVoices
}
