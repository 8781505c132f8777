package plain

import (
	tea "charm.land/bubbletea/v2"

	"voicestudio/ui/studio/document"
)

// did puts something that was done to files into the history of the words and the
// settings. What cannot be taken back or done again stays where it is in it, and
// says why.
func (d *desk) did(what string, back, again func() error) {
	var deed *document.Deed
	turn := func(do func() error) func() tea.Cmd {
		return func() tea.Cmd {
			if err := do(); err != nil {
				d.work.Return(deed)
				d.turned = err
			}
			return nil
		}
	}
	deed = d.work.Did(document.Deed{What: what, At: d.Now(), Undo: turn(back), Redo: turn(again)})
}

// undo takes back what was done last, whatever it was done to.
func undo(d *desk, _ string) error { return d.turn(d.work.Undo, say.deeds.nothing, say.deeds.undone) }

// redo does again what was taken back last.
func redo(d *desk, _ string) error {
	return d.turn(d.work.Redo, say.deeds.nothingAgain, say.deeds.again)
}

func (d *desk) turn(step func() (*document.Deed, tea.Cmd), nothing string, done func(what string) string) error {
	before := d.doc()
	d.turned = nil
	deed, _ := step() // which all is done by then
	switch {
	case deed == nil:
		d.say(nothing)
		return nil
	case d.turned != nil:
		return d.turned
	case d.veiled() && before.Equal(d.doc()):
		d.say(done(say.deeds.something)) // it may name one
		return nil
	}
	d.say(done(deed.What))
	if now := d.doc(); !before.Equal(now) {
		d.say(d.changedFrom(before))
	}
	return nil
}
