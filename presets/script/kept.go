package script

import "slices"

// Kept are the takes of lines, by the lines' IDs. Undoing an edit does not take them
// away.
type Kept map[string]Takes

// Takes are those of one line. It is a value.
type Takes struct {
	// All are their ids, the oldest first.
	All []string
	// Chosen is the one in the whole; empty: none.
	Chosen string
	// For is what was wanted when somebody chose it by ear though it was not that, as
	// a Digest; empty where nobody did.
	For string
}

// Made adds a take, which is in the whole from now on.
func (k Takes) Made(id string) Takes {
	if !slices.Contains(k.All, id) {
		k.All = append(slices.Clip(k.All), id)
	}
	k.Chosen, k.For = id, ""
	return k
}

// Choose puts one of the takes into the whole, whatever else is wanted.
func (k Takes) Choose(id, wanted string) Takes {
	if slices.Contains(k.All, id) {
		k.Chosen, k.For = id, wanted
	}
	return k
}

// Without forgets a take: it was deleted.
func (k Takes) Without(id string) Takes {
	k.All = slices.DeleteFunc(slices.Clone(k.All), func(other string) bool { return other == id })
	if k.Chosen == id {
		k.Chosen, k.For = "", ""
		if n := len(k.All); n > 0 {
			k.Chosen = k.All[n-1]
		}
	}
	return k
}

// With are these and others that another program has kept: of one line the takes of
// both, and what is chosen here.
func (k Kept) With(others Kept) Kept {
	all := Kept{}
	for id, t := range others {
		all[id] = t
	}
	for id, t := range k {
		also := all[id].All
		if t.All = slices.Clone(t.All); t.Chosen == "" {
			t.Chosen, t.For = all[id].Chosen, all[id].For
		}
		for i, take := range also {
			if !slices.Contains(t.All, take) {
				t.All = slices.Insert(t.All, min(i, len(t.All)), take)
			}
		}
		all[id] = t
	}
	return all
}
