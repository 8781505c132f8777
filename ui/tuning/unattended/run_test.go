package unattended

import (
	"context"
	"path/filepath"
	"slices"
	"testing"

	"voicestudio/tts"
	"voicestudio/tts/tune"
	"voicestudio/ui/session"
	"voicestudio/ui/tuning"
)

// guide is a judge that goes to a speed by itself, and then is content.
type guide struct {
	t     *testing.T
	heard []string
	axes  []tune.Axis
}

func (g *guide) Choose(context.Context, tuning.Asked) (tune.Answer, error) { return tune.Middle, nil }

func (g *guide) Seek(ctx context.Context, from tts.Request, axes []tune.Axis, hear tuning.Hearing) (tts.Request, []tune.Axis, error) {
	g.axes = axes
	for _, speed := range []float64{.8, 1.2} {
		from.Set("voice_setting.speed", speed)
		take, err := hear(ctx, from)
		if err != nil {
			return from, nil, err
		}
		g.heard = append(g.heard, take.ID)
	}
	return from, nil, nil
}

func TestAJudgeThatCanGoesNearerBeforeTheFirstQuestion(t *testing.T) {
	s := session.New(session.Config{Takes: filepath.Join(t.TempDir(), "takes")})
	defer s.Close()
	c, err := tuning.Begin(1, tts.Sandbox, "Welcome.", []tuning.Start{{Label: "Lady", Request: session.Voiced(tts.Request{})}})
	if err == nil {
		c.Session.Locks = []tune.Lock{{Axis: tune.Full, Out: true}}
		c, err = s.Tunings().Create(c)
	}
	if err != nil {
		t.Fatal(err)
	}
	g := &guide{t: t}
	c, stopped, err := Run{Session: s, Folder: s.Tunings(), Judge: g, Clips: 4}.On(t.Context(), c)
	if err != nil || stopped != Clips || len(c.Session.Answers) != 1 || !slices.Equal(c.Takes[:2], g.heard) || len(c.Takes) != 4 || slices.Contains(g.axes, tune.Full) || len(g.axes) != 4 {
		t.Fatalf("%s, %v, of %v: %+v", stopped, err, g.axes, c)
	}
	kept, err := s.Tunings().Load(c.ID)
	if err != nil {
		t.Fatal(err)
	}
	search, _ := tune.Open(kept.Session)
	if now := search.Now().VoiceSetting.Speed; now == nil || *now != 1.2 || kept.From(search).VoiceSetting.Speed != nil {
		t.Errorf("it is at %v, from %+v", now, kept.From(search))
	}
	g.heard = nil
	if c, stopped, err = (Run{Session: s, Folder: s.Tunings(), Judge: g, Clips: 6}).On(t.Context(), kept); err != nil || stopped != Clips || len(g.heard) > 0 || len(c.Session.Answers) != 2 {
		t.Errorf("gone on with it seeks again: %s, %v, %v", stopped, err, g.heard)
	}
}
