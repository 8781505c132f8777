package main

import (
	"bytes"
	"math"
	"reflect"
	"strings"
	"testing"

	"voicestudio/tts"
	"voicestudio/tts/sandbox/speech"
	"voicestudio/tts/tune"
	"voicestudio/tts/tune/ways"
)

func engine(t *testing.T) *speech.Engine {
	t.Helper()
	e, err := speech.Open()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { e.Close() })
	return e
}

func TestListenersComeNearerToWhatTheyHaveInTheirHeads(t *testing.T) {
	t.Parallel()
	l := lab{engine(t), priors[:1], []float64{.05}, 9}
	guided := ways.All[:1]
	outcomes, err := l.run(t.Context(), guided, 1, 1)
	if err != nil {
		t.Fatal(err)
	}
	runs := outcomes[0].Runs[0][0]
	if before, after := runs.mean(func(r Run) float64 { return r.after(0).Utility }), runs.mean(func(r Run) float64 { return r.after(9).Utility }); after < before+.1 || runs.distance(9) > .7 {
		t.Errorf("a utility of %.2f has become %.2f, the distance %.2f of what it was", before, after, runs.distance(9))
	}
	again, err := l.run(t.Context(), guided, 1, 1)
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(again[0].Runs[0][0][0], runs[0]) {
		t.Errorf("the first goes another way the second time: %+v and %+v", again[0].Runs[0][0][0], runs[0])
	}
	for _, print := range []func(*bytes.Buffer) error{
		func(b *bytes.Buffer) error { return l.report(b, outcomes) },
		func(b *bytes.Buffer) error { return l.ranking(b, outcomes) },
	} {
		var b bytes.Buffer
		if err := print(&b); err != nil || !strings.Contains(b.String(), "\n"+guided[0].Name+" ") && !strings.HasPrefix(b.String(), guided[0].Name) || strings.Contains(b.String(), "NaN") {
			t.Errorf("%v: printed is\n%s", err, b.String())
		}
	}
}

func TestASureEarStaysWhereItHearsWhatItWants(t *testing.T) {
	t.Parallel()
	l := lab{engine: engine(t)}
	wanted := plain(0)
	e, err := listenFor(t.Context(), l.engine, wanted)
	if err != nil {
		t.Fatal(err)
	}
	made := &listener{e, priors[0], wanted, wanted, lots(1, 0)}
	run, err := made.follow(ways.Way{Go: ways.Guided(tune.Default, 1)}, 0, 5)
	if err != nil {
		t.Fatal(err)
	}
	for clips, p := range run.After {
		if p.Distance != 0 || p.Utility != 1 || p.Axes != dims {
			t.Errorf("after %d clips it is at %+v", clips, p)
		}
	}
	if run.Goal == nil || run.Goal.Clips != 0 || len(e.heard) < 7 {
		t.Errorf("it needed %+v, and has heard %d", run.Goal, len(e.heard))
	}
}

func TestWhatIsSpentIsAllThatIsHeardAndMadeAndSaid(t *testing.T) {
	t.Parallel()
	l, err := lab{engine: engine(t)}.listener(t.Context(), priors[0], 1, 0)
	if err != nil {
		t.Fatal(err)
	}
	faster := tune.Put(tune.Speed, l.plain, 1)
	slow, err := l.hear(l.plain)
	if err != nil {
		t.Fatal(err)
	}
	fast, err := l.hear(faster)
	if err != nil {
		t.Fatal(err)
	}
	if times := slow.seconds / fast.seconds; times < 1.7 || times > 2.3 {
		t.Errorf("twice as fast is %.2f times as fast", times)
	}
	var s Spent
	for range 2 {
		s.add(ways.Round{Heard: []tts.Request{l.plain, faster}, New: 1, Now: faster}, l)
	}
	heard := 2 * (slow.seconds + fast.seconds)
	if s.Clips != 2 || s.Characters != 2*len(texts[0]) || math.Abs(s.seconds(1)-heard-2) > 1e-9 || math.Abs(s.seconds(2)-2*heard-2) > 1e-9 {
		t.Errorf("two answers about %.2f s took %+v, %.2f s, %.2f s", heard/2, s, s.seconds(1), s.seconds(2))
	}
}
