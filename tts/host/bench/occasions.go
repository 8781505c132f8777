package main

import (
	"context"
	"sync"
	"time"

	"voicestudio/tts/host"
)

// occasion is when a person speaks.
type occasion struct {
	name string
	// before has happened, and then perhaps nothing for long.
	before func(ctx context.Context, a asker) error
	idle   bool
	// warms: the client may warm, for the reason on; trips round trips later the
	// person speaks.
	warms bool
	on    host.Occasion
	trips int
	// warm is whether there was time to make a connection, by the version of
	// HTTP.
	warm func(version int) bool
}

// think is how long a person needs at the least to press the next key, in round
// trips: 120 ms, the fastest that fingers are, is three of 40 ms.
const think = 3

func always(int) bool { return true }

const again = "again at once"

var occasions = []occasion{
	{name: "cold", warm: func(int) bool { return false }},
	{name: "after start", warms: true, on: host.Chosen, trips: think, warm: always},
	{name: again, before: asked, warm: always},
	{name: "after idle", before: asked, idle: true, warms: true, on: host.Input, trips: think, warm: always},
	{name: "after esc", before: left, warms: true, on: host.Cancelled, trips: think, warm: always},
	{name: "after esc, at once", before: left, warms: true, on: host.Cancelled, warm: func(version int) bool { return version > 1 }},
}

func asked(ctx context.Context, a asker) error {
	_, err := a.ask(ctx)
	return err
}

func left(ctx context.Context, a asker) error { return a.esc(ctx) }

// trial is one client at an address of its own, where nobody has been.
type trial struct {
	asker
	relay *relay
}

// by has one client ask until runs of it were undisturbed, and tells their
// median; where there were none at all, that of the others.
func (o occasion) by(ctx context.Context, c client, far *server, trip time.Duration, runs int, idle time.Duration) (taken, error) {
	begin := func() (trial, error) {
		relay, err := newRelay(far.listen.Addr().String(), trip)
		if err != nil {
			return trial{}, err
		}
		a, err := c.at("https://"+relay.address(), far.file)
		if err == nil && o.before != nil {
			err = o.before(ctx, a)
		}
		if err != nil {
			relay.close()
		}
		return trial{a, relay}, err
	}
	var ready []trial // all of them, where they wait together
	defer func() {
		for _, t := range ready {
			t.relay.close()
		}
	}()
	if o.idle {
		for range repeats * runs {
			t, err := begin()
			if err != nil {
				return taken{}, err
			}
			ready = append(ready, t)
		}
		time.Sleep(idle)
	}
	var calm, all []taken
	for len(calm) < runs && len(all) < repeats*runs {
		var t trial
		var err error
		if o.idle {
			t = ready[len(all)]
		} else if t, err = begin(); err != nil {
			return taken{}, err
		}
		watch := newWatch()
		took, err := o.speak(ctx, t, trip)
		still := watch.calm()
		if !o.idle {
			t.relay.close()
		}
		if err != nil {
			return taken{}, err
		}
		if all = append(all, took); still {
			calm = append(calm, took)
		}
	}
	if len(calm) == 0 {
		m := median(all)
		m.rough = true
		return m, nil
	}
	return median(calm), nil
}

func (o occasion) speak(ctx context.Context, t trial, trip time.Duration) (taken, error) {
	var warming sync.WaitGroup
	defer warming.Wait()
	if o.warms {
		warming.Go(func() { t.warm(ctx, o.on) })
	}
	time.Sleep(time.Duration(o.trips) * trip)
	return t.ask(ctx)
}
