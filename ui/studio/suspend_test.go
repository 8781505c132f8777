package studio

import (
	"testing"

	"voicestudio/player"
)

// A terminal that was opened for the studio has no shell in it: whatever stopped
// there would be lost with what it shows.
func TestTheStudioIsNotSuspendedWhereNothingCouldWakeIt(t *testing.T) {
	t.Parallel()
	d := sit(t)
	d.m.(*Model).jobs.alone = true
	d.write("One two three four five.")
	d.press("ctrl+r")
	d.awaits("▶ 0:00.0")
	d.press("ctrl+z")
	d.sees("no shell in this terminal", "ctrl+q quits")
	if now := d.player.hears(); now.state != player.Playing {
		t.Errorf("the sound is %v", now.state)
	}
}
