package studio

import (
	"testing"

	"voicestudio/tts"
)

func TestTheHostIsNearBeforeThePersonSpeaks(t *testing.T) {
	sits := func() (d *desk, knocked func(more int, when string)) {
		d = seat{at: tts.PPIO, warm: true}.sit(t)
		return d, func(more int, when string) {
			t.Helper()
			d.until("there is a connection "+when, func() bool { return d.host.knocked() >= more })
		}
	}
	d, knocked := sits()
	d.run(d.m.Init())
	knocked(1, "after the start")
	gate := make(chan struct{})
	defer close(gate)
	d.host.will(halved(gate))
	d.press("ctrl+r")
	d.awaits("arriving")
	before := d.host.knocked()
	d.press("esc")
	knocked(before+1, "after esc")

	d, knocked = sits()
	d.host.will(refuses(2013, "invalid params"))
	d.press("ctrl+r")
	d.awaits("invalid params")
	if d.host.knocked() > 0 {
		t.Error("it is warmed while it answers")
	}
	// Whether the connection has outlived the refusal is not known.
	d.press("esc")
	knocked(1, "when the person goes on")

	d = seat{at: tts.PPIO}.sit(t)
	d.run(d.m.Init())
	d.speaks("ctrl+r")
	d.host.will(halved(gate))
	d.press("alt+r")
	d.awaits("arriving")
	d.press("esc", "tab")
	d.awaits("stopped")
	d.settle()
	if d.host.knocked() > 0 {
		t.Error("it is warmed although that is switched off")
	}
}

func TestWhereTheTimeWentIsShownOnDemand(t *testing.T) {
	d := seat{at: tts.PPIO}.sit(t)
	d.speaks("ctrl+r")
	d.hearsOut()
	d.goes("Takes")
	d.press("i")
	d.sees("Where the time of take 1 went", "connection  ", "first byte", "first audio", "PPIO over HTTP/1.1, on a new connection")
	d.misses("first sound heard") // the desk has no ears
	d.press("enter")
	d.misses("Where the time")
	d.speaks("alt+r")
	d.hearsOut()
	d.press("i")
	d.sees("Where the time of take 2 went", "on a connection that was there")
}
