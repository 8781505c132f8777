package studio

import (
	"testing"
)

func TestTuneSmoke(t *testing.T) {
	d := sit(t)
	d.write("Welcome aboard. In the next five minutes you will hear it.")
	d.press("tab", "g", "n")
	d.awaits("✓ heard")
	t.Log("\n" + d.screen())
	d.settle()
	t.Log("\n" + d.screen())
	d.press("left")
	d.settle()
	t.Log("\n" + d.screen())
	d.resize(80, 24)
	t.Log("\n" + d.screen())
	d.resize(60, 18)
	t.Log("\n" + d.screen())
}
