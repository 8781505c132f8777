package player

import (
	"bytes"
	"context"
	"errors"
	"io"
	"math"
	"testing"
	"time"
)

// loaded is a tone that was decoded without being played.
func loaded(t *testing.T, p *Player, level float64, d time.Duration) *Timeline {
	t.Helper()
	pcm := sine(16000, 1, 1000, d)
	for i := 0; i < len(pcm); i += 2 {
		v := float64(int16(uint16(pcm[i])|uint16(pcm[i+1])<<8)) * level
		pcm[i], pcm[i+1] = byte(uint16(int16(v))), byte(uint16(int16(v))>>8)
	}
	tl := p.Load(t.Context(), bytes.NewReader(pcm), mono16k)
	for !tl.Complete() {
		time.Sleep(time.Millisecond)
	}
	if tl.Duration() != d || tl.Err() != nil {
		t.Fatal(tl.Duration(), tl.Err())
	}
	return tl
}

// half maps a take on one that says the same twice as fast.
func half(at time.Duration) time.Duration { return at / 2 }

// clip is a timeline as it is.
func clip(tl *Timeline) Clip { return Clip{Timeline: tl} }

func peaks(t *testing.T, p *Player, what string, want float64) {
	t.Helper()
	if got := float64(p.Status().Peak); math.Abs(got-want) > 0.02 {
		t.Errorf("%s: the peak is %.2f, want %.2f", what, got, want)
	}
}

func TestASwitchKeepsThePlaceAndHasTheClipsOwnLevel(t *testing.T) {
	virtual(t, func(t *testing.T, p *Player) {
		a, b, short := loaded(t, p, 1, 2*time.Second), loaded(t, p, 0.25, 2*time.Second), loaded(t, p, 1, time.Second)
		p.Switch(Clip{a, -6.02, 200 * time.Millisecond}, half) // nothing sounds yet that a map could be of
		time.Sleep(300 * time.Millisecond)
		near(t, "A from where it begins", p.Status().Position, 500*time.Millisecond)
		peaks(t, p, "A, at half of a half", 0.25)
		p.Switch(Clip{b, 12.04, 200 * time.Millisecond}, nil)
		time.Sleep(300 * time.Millisecond)
		near(t, "B at the same time", p.Status().Position, 800*time.Millisecond)
		peaks(t, p, "B, turned up", 0.5)
		p.SetGain(0)
		time.Sleep(100 * time.Millisecond)
		if peak := p.Status().Peak; peak < 0.124 {
			t.Errorf("peak %.2f", peak)
		}
		time.Sleep(150 * time.Millisecond)
		peaks(t, p, "B as it is, within a fifth of a second", 0.125)
		p.Switch(clip(short), nil)
		time.Sleep(50 * time.Millisecond)
		near(t, "half as long, the same fraction", p.Status().Position, 575*time.Millisecond)
		p.Switch(clip(a), func(at time.Duration) time.Duration { return 3*at/2 + 100*time.Millisecond })
		time.Sleep(50 * time.Millisecond)
		near(t, "by a map", p.Status().Position, 1012*time.Millisecond)
		if err := p.Wait(t.Context()); err != nil {
			t.Error(err)
		}
		state(t, p, Ended)
		p.Switch(Clip{a, 0, 300 * time.Millisecond}, half)
		time.Sleep(100 * time.Millisecond)
		near(t, "after the end it begins anew", p.Status().Position, 400*time.Millisecond)
		p.Replay(b) // normal play is never changed
		time.Sleep(100 * time.Millisecond)
		peaks(t, p, "played again", 0.125)
		near(t, "played again", p.Status().Position, 100*time.Millisecond)
	})
}

func TestASwitchWhilePausedKeepsThePause(t *testing.T) {
	virtual(t, func(t *testing.T, p *Player) {
		a, b := loaded(t, p, 1, 2*time.Second), loaded(t, p, 1, time.Second)
		p.Switch(clip(a), nil)
		time.Sleep(600 * time.Millisecond)
		p.Pause()
		time.Sleep(100 * time.Millisecond)
		for range 10 { // to and fro: nothing is lost on the way
			p.Switch(clip(b), half)
			p.Switch(clip(a), func(at time.Duration) time.Duration { return 2 * at })
		}
		p.Switch(clip(b), nil)
		time.Sleep(time.Second)
		state(t, p, Paused)
		near(t, "paused", p.Status().Position, 300*time.Millisecond)
		p.Resume()
		time.Sleep(200 * time.Millisecond)
		near(t, "resumed", p.Status().Position, 500*time.Millisecond)
	})
}

func TestASwitchToWhatHasNotComeSoFarWaitsThere(t *testing.T) {
	virtual(t, func(t *testing.T, p *Player) {
		a := loaded(t, p, 1, 3*time.Second)
		b := p.Load(t.Context(), newPaced(sine(16000, 1, 300, 3*time.Second), 3200, 100*time.Millisecond), mono16k)
		time.Sleep(350 * time.Millisecond) // 0.4 s have come
		p.Switch(Clip{a, 0, 700 * time.Millisecond}, nil)
		time.Sleep(300 * time.Millisecond)
		p.Switch(clip(b), nil) // at 1 s; 0.7 s have come
		time.Sleep(200 * time.Millisecond)
		state(t, p, Buffering)
		if at := p.Status(); at.Position != at.Duration {
			t.Errorf("it waits at %v of %v", at.Position, at.Duration)
		}
		p.Switch(clip(a), nil) // that was where it went on, all the time
		time.Sleep(100 * time.Millisecond)
		state(t, p, Playing)
		near(t, "A", p.Status().Position, 1100*time.Millisecond)
		p.Switch(clip(b), nil) // 1 s has come
		time.Sleep(500 * time.Millisecond)
		state(t, p, Playing)
		// What is ahead comes every 100 ms, and whoever of two does something at the
		// same moment comes first by chance.
		if at := p.Status().Position; at < 1300*time.Millisecond || at > 1400*time.Millisecond {
			t.Errorf("B, once that had come with something ahead: %v", at)
		}
		p.Pause()
		p.Switch(clip(a), nil)
		p.Stop() // ends what sounds, not what is loaded
		time.Sleep(3 * time.Second)
		if b.Err() != nil || b.Duration() != 3*time.Second {
			t.Error(b.Duration(), b.Err())
		}
	})
}

func TestASwitchWhileSoundIsWaitedForKeepsWaiting(t *testing.T) {
	virtual(t, func(t *testing.T, p *Player) {
		p.Play(t.Context(), newPaced(sine(16000, 1, 300, time.Second), 320, 300*time.Millisecond), mono16k)
		state(t, p, Buffering)
		late := newPaced(sine(16000, 1, 300, time.Second), 32000, 0)
		late.next = time.Now().Add(500 * time.Millisecond)
		b := p.Load(t.Context(), late, mono16k)
		p.Switch(Clip{b, 0, 200 * time.Millisecond}, half)
		time.Sleep(100 * time.Millisecond)
		state(t, p, Buffering)
		time.Sleep(600 * time.Millisecond)
		state(t, p, Playing)
		near(t, "from where it begins", p.Status().Position, 400*time.Millisecond)
	})
}

func TestALoopRepeatsAndEnds(t *testing.T) {
	virtual(t, func(t *testing.T, p *Player) {
		tl := loaded(t, p, 1, 2*time.Second)
		p.Replay(tl)
		time.Sleep(100 * time.Millisecond)
		p.Loop(500*time.Millisecond, 800*time.Millisecond) // goes there
		time.Sleep(200 * time.Millisecond)
		near(t, "in the loop", p.Status().Position, 700*time.Millisecond)
		for range 20 {
			time.Sleep(70 * time.Millisecond)
			if at := p.Status().Position; at < 480*time.Millisecond || at > 820*time.Millisecond {
				t.Errorf("at %v", at)
			}
		}
		p.Switch(clip(loaded(t, p, 1, time.Second)), nil) // the loop goes along
		time.Sleep(5 * time.Second)
		if at := p.Status().Position; at < 240*time.Millisecond || at > 420*time.Millisecond {
			t.Errorf("the loop in one of half the length: at %v", at)
		}
		p.Unloop()
		if err := p.Wait(t.Context()); err != nil {
			t.Error(err)
		}
		state(t, p, Ended)
		p.Loop(time.Hour, 2*time.Hour) // beyond all: the last tenth of a second
		time.Sleep(500 * time.Millisecond)
		state(t, p, Playing)
		if at := p.Status().Position; at < 880*time.Millisecond {
			t.Errorf("at %v", at)
		}
	})
}

func TestTempoOfWhatPlaysAndOfWhatComes(t *testing.T) {
	virtual(t, func(t *testing.T, p *Player) {
		tl := loaded(t, p, 1, 3*time.Second)
		p.Replay(tl)
		time.Sleep(500 * time.Millisecond)
		p.SetTempo(2)
		time.Sleep(500 * time.Millisecond)
		near(t, "twice as fast", p.Status().Position, 1500*time.Millisecond)
		p.SetTempo(0.1) // kept to a half
		time.Sleep(400 * time.Millisecond)
		near(t, "half as fast", p.Status().Position, 1700*time.Millisecond)
		if p.Tempo() != 0.5 {
			t.Error(p.Tempo())
		}
		began := time.Now()
		p.Replay(tl)
		if err := p.Wait(t.Context()); err != nil {
			t.Error(err)
		}
		near(t, "all of it", time.Since(began), 6*time.Second)
		p.SetTempo(1)
		began = time.Now()
		p.Replay(tl)
		p.Wait(t.Context())
		near(t, "as it is", time.Since(began), 3*time.Second)
	})
}

func TestAReportTellsHowItCame(t *testing.T) {
	virtual(t, func(t *testing.T, p *Player) {
		data := sine(16000, 1, 400, time.Second)
		late := newPaced(data[16000:], 3200, 100*time.Millisecond)
		late.next = time.Now().Add(900 * time.Millisecond)
		head := newPaced(data[:16000], 16000, 0)
		head.next = time.Now().Add(200 * time.Millisecond)
		p.Play(t.Context(), io.MultiReader(head, late), mono16k)
		if err := p.Wait(t.Context()); err != nil {
			t.Error(err)
		}
		r := p.Status().Report
		near(t, "first chunk", r.FirstChunk, 200*time.Millisecond)
		if r.FirstSound != 0 || r.Underruns != 1 || r.Speed < 0.3 || r.Speed > 0.5 {
			t.Errorf("%+v", r)
		}
	})
}

func TestLoadingEndsWithItsContext(t *testing.T) {
	virtual(t, func(t *testing.T, p *Player) {
		ctx, cancel := context.WithCancel(t.Context())
		src := newPaced(sine(16000, 1, 400, time.Second), 3200, time.Hour)
		tl := p.Load(ctx, src, mono16k)
		time.Sleep(time.Second)
		cancel()
		<-src.closed
		time.Sleep(time.Millisecond)
		if !tl.Complete() || !errors.Is(tl.Err(), context.Canceled) || tl.Duration() != 100*time.Millisecond {
			t.Error(tl.Complete(), tl.Err(), tl.Duration())
		}
	})
}
