package studio

import (
	"fmt"
	"testing"

	"voicestudio/tts"
)

func TestTheHostIsNearBeforeThePersonSpeaks(t *testing.T) {
	d := seat{at: tts.PPIO, warm: true}.sit(t)
	knocked := func(n int, when string) {
		t.Helper()
		d.until(fmt.Sprintf("there are %d connections %s", n, when), func() bool { return d.host.knocked() == n })
	}
	d.run(d.m.Init())
	knocked(1, "after the start")
	d.host.will(refuses(2013, "invalid params"))
	d.press("ctrl+r")
	d.awaits("invalid params")
	knocked(1, "while the person reads")
	// Whether the connection has outlived the refusal is not known.
	d.press("esc")
	knocked(1, "within ten seconds")

	gate := make(chan struct{})
	defer close(gate)
	d.host.will(halved(gate))
	d.press("ctrl+r")
	d.awaits("arriving")
	d.press("esc")
	d.awaits("stopped")
	knocked(2, "after esc")

	far := newHost(t)
	e := seat{at: tts.PPIO, host: far}.sit(t)
	e.run(e.m.Init())
	e.speaks("ctrl+r")
	e.host.will(halved(gate))
	e.press("alt+r")
	e.awaits("arriving")
	e.press("esc")
	e.awaits("stopped")
	if far.knocked() > 0 {
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
