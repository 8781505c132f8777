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

const won = "won"

// Win keeps that a preset has come out best, or has not, and returns what the file
// says then.
func (f Favourites) Win(preset string, as Win, on bool) (now Favoured, aside string, err error) {
	as.At = as.At.UTC()
	return f.change(func(file *favouritesFile) {
		file.about(preset, func(about map[string]json.RawMessage) {
			list := slices.DeleteFunc(winsOf(about[won]), func(w Win) bool { return w.At.Equal(as.At) })
			if on {
				list = append(list, as)
			}
			if about[won], _ = json.Marshal(latest(list)); len(list) == 0 { // numbers and times can be written
				delete(about, won)
			}
		})
	})
}

// winsOf reads what the file says that a preset has won.
func winsOf(list json.RawMessage) []Win {
	var all []Win
	if json.Unmarshal(list, &all) != nil {
		return nil
	}
	return latest(slices.DeleteFunc(all, func(w Win) bool { return w.Won < 0 || w.Of < w.Won }))
}

func latest(list []Win) []Win {
	slices.SortStableFunc(list, func(a, b Win) int { return cmp.Or(b.At.Compare(a.At), b.Won-a.Won) })
	return list
}

func (file *favouritesFile) wins() Wins {
	all := Wins{}
	for name, about := range file.presets() {
		if list := winsOf(about[won]); len(list) > 0 {
			all[name] = list
		}
	}
	return all
}
