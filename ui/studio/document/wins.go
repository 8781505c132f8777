package document

import (
	"cmp"
	"encoding/json"
	"slices"
	"time"
)

// Win is a comparison in which a preset came out best, a final of duels or the votes
// of listeners: it won so many of those that were decided.
type Win struct {
	Won int       `json:"won"`
	Of  int       `json:"of"`
	At  time.Time `json:"at"` // of the last answer, or of the page, by which they are told apart
}

// Wins are what presets have won, by their names, the latest first. A preset's
// own file says nothing of it: it may be a team's, and whoever votes may hear
// otherwise than the others.
type Wins map[string][]Win

// Better compares by rank: who has won more often is before, then who has won
// the latest one.
func (w Wins) Better(a, b string) int {
	x, y := w[a], w[b]
	if len(x) != len(y) || len(x) == 0 {
		return len(y) - len(x)
	}
	return y[0].At.Compare(x[0].At)
}

const wins = "presets"

// Win keeps that a preset has come out best, or has not, and returns what the file
// says then.
func (f Favourites) Win(preset string, won Win, on bool) (now Favoured, aside string, err error) {
	won.At = won.At.UTC()
	return f.change(func(file *favouritesFile) {
		all := map[string]json.RawMessage{}
		json.Unmarshal(file.rest[wins], &all) // another version's is none
		if all == nil {
			all = map[string]json.RawMessage{}
		}
		var about map[string]json.RawMessage
		json.Unmarshal(all[preset], &about)
		if about == nil {
			about = map[string]json.RawMessage{}
		}
		list := slices.DeleteFunc(winsOf(all[preset]), func(w Win) bool { return w.At.Equal(won.At) })
		if on {
			list = append(list, won)
		}
		if about["won"], _ = json.Marshal(latest(list)); len(list) == 0 { // numbers and times can be written
			delete(about, "won")
		}
		if all[preset], _ = json.Marshal(about); len(about) == 0 {
			delete(all, preset)
		}
		b, _ := json.Marshal(all)
		if file.put(wins, b); len(all) == 0 {
			delete(file.rest, wins)
		}
	})
}

// winsOf reads what the file says of a preset: {"won": [...]}.
func winsOf(about json.RawMessage) []Win {
	var list struct {
		Won []Win `json:"won"`
	}
	if json.Unmarshal(about, &list) != nil {
		return nil
	}
	return latest(slices.DeleteFunc(list.Won, func(w Win) bool { return w.Won < 0 || w.Of < w.Won }))
}

func latest(list []Win) []Win {
	slices.SortStableFunc(list, func(a, b Win) int { return cmp.Or(b.At.Compare(a.At), b.Won-a.Won) })
	return list
}

func (file *favouritesFile) wins() Wins {
	var all map[string]json.RawMessage
	json.Unmarshal(file.rest[wins], &all) // another version's is none
	won := Wins{}
	for name, about := range all {
		if list := winsOf(about); len(list) > 0 {
			won[name] = list
		}
	}
	return won
}
