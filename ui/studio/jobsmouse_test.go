package studio

import (
	"testing"
)

func TestTuneAVoiceByTheMouse(t *testing.T) {
	t.Parallel()
	d := sit(t)
	d.paste("Good morning, and welcome on board of this long and slow boat.")
	d.clicks("speed ")
	t.Log(d.screen())
	d.clicks("hear changes")
	t.Log(d.screen())
	d.clicks("ctrl+r speak")
	d.until("it sounds", func() bool { return len(d.player.beginnings()) > 0 })
	d.hearsOut()
	x, y := d.find("○───────   1.00×")
	d.click(x-2, y)
	d.until("it sounds", func() bool { return len(d.player.beginnings()) > 1 })
	d.hearsOut()
	d.clicks("1 0:04")
	t.Log(d.screen())
	d.clicks("a A")
	d.clicks("2 0:04")
	d.clicks("b B")
	t.Log(d.screen())
	d.clicks("x  switches", "r  takes what")
	t.Log(d.screen())
}
