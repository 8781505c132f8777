package audition

import (
	"reflect"
	"slices"
)

// Change is what an import has made of a session; Was is nil where there was nothing
// of it.
type Change struct{ Was, Now *Session }

// Changes are those that sessions have made, which came in between two states of an
// audition.
func Changes(before, after []Session, of []Session) (all []Change) {
	for _, s := range of {
		c := Change{sessionIn(before, s), sessionIn(after, s)}
		if c.Now == nil || c.Was != nil && reflect.DeepEqual(c.Was, c.Now) || slices.Contains(all, c) {
			continue
		}
		all = append(all, c)
	}
	return all
}

// Withdraw takes out again exactly what came, but what has become longer since.
func Withdraw(changes []Change) func(*Audition) {
	return func(a *Audition) {
		a.Sessions = slices.Clone(a.Sessions)
		for _, c := range changes {
			switch i := indexOf(a.Sessions, *c.Now); {
			case i < 0 || !reflect.DeepEqual(a.Sessions[i], *c.Now):
			case c.Was == nil:
				a.Sessions = slices.Delete(a.Sessions, i, i+1)
			default:
				a.Sessions[i] = *c.Was
			}
		}
	}
}

// sessionIn is a session as it is in a list.
func sessionIn(list []Session, s Session) *Session {
	if i := indexOf(list, s); i >= 0 {
		return &list[i]
	}
	return nil
}

func indexOf(list []Session, s Session) int {
	return slices.IndexFunc(list, func(other Session) bool { return sameSession(other, s) == 0 })
}
