package player

import (
	"bytes"
	"context"
	"encoding/binary"
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

func TestComparingSwitchesAtTheSamePlaceAndLevel(t *testing.T) {
	virtual(t, func(t *testing.T, p *Player) {
		a, b, half := loaded(t, p, 1, 2*time.Second), loaded(t, p, 0.25, 2*time.Second), loaded(t, p, 1, time.Second)
		p.Compare(0, a, b)
		time.Sleep(500 * time.Millisecond)
		near(t, "A", p.Status().Position, 500*time.Millisecond)
		p.Compare(1, a, b)
		time.Sleep(300 * time.Millisecond)
		s := p.Status()
		near(t, "B", s.Position, 800*time.Millisecond)
		// A peaks at -6 dBTP, B is 12 dB below and comes up.
		if math.Abs(float64(s.Peak)-0.5) > 0.02 {
			t.Errorf("peak %.2f", s.Peak)
		}
		p.MatchLevels(false)
		time.Sleep(100 * time.Millisecond)
		if s := p.Status(); math.Abs(float64(s.Peak)-0.125) > 0.02 {
			t.Errorf("without a match: peak %.2f", s.Peak)
		}
		// In one of half the length it is the same fraction.
		p.Compare(1, a, half)
		time.Sleep(50 * time.Millisecond)
		near(t, "half as long", p.Status().Position, 500*time.Millisecond)
		if err := p.Wait(t.Context()); err != nil {
			t.Error(err)
		}
		state(t, p, Ended)
		p.Compare(0, a, half) // begins anew
		time.Sleep(100 * time.Millisecond)
		near(t, "from the start", p.Status().Position, 100*time.Millisecond)
		p.Replay(b) // normal play is never matched
		time.Sleep(100 * time.Millisecond)
		if s := p.Status(); math.Abs(float64(s.Peak)-0.125) > 0.02 || s.Position > 150*time.Millisecond {
			t.Errorf("%+v", s)
		}
	})
}

func TestComparingWhilePausedKeepsThePause(t *testing.T) {
	virtual(t, func(t *testing.T, p *Player) {
		a, b := loaded(t, p, 1, 2*time.Second), loaded(t, p, 1, time.Second)
		p.Compare(0, a, b)
		time.Sleep(600 * time.Millisecond)
		p.Pause()
		time.Sleep(100 * time.Millisecond)
		p.Compare(1, a, b)
		time.Sleep(time.Second)
		state(t, p, Paused)
		near(t, "paused", p.Status().Position, 300*time.Millisecond)
		p.Resume()
		time.Sleep(200 * time.Millisecond)
		near(t, "resumed", p.Status().Position, 500*time.Millisecond)
	})
}

func TestComparingWithOneThatStillComes(t *testing.T) {
	virtual(t, func(t *testing.T, p *Player) {
		a := loaded(t, p, 1, 3*time.Second)
		b := p.Load(t.Context(), newPaced(sine(16000, 1, 300, 3*time.Second), 3200, 100*time.Millisecond), mono16k)
		time.Sleep(550 * time.Millisecond) // 0.6 s have come
		p.Compare(0, a, b)
		time.Sleep(300 * time.Millisecond)
		p.Compare(1, a, b)
		time.Sleep(300 * time.Millisecond)
		near(t, "B", p.Status().Position, 600*time.Millisecond)
		p.Stop() // ends what sounds, not what is loaded
		time.Sleep(3 * time.Second)
		if b.Err() != nil || b.Duration() != 3*time.Second {
			t.Error(b.Duration(), b.Err())
		}
	})
}

func TestTheMatchedLevelFollowsATakeThatStillGrows(t *testing.T) {
	// B begins at a twentieth of full scale and goes on at a half.
	for name, c := range map[string]struct {
		sounds      int
		a           float64
		first, then float64 // the peak heard
	}{
		"while it sounds":        {1, 1, 0.5, 0.5},
		"while the other sounds": {0, 0.1, 0.05, 0.5},
	} {
		t.Run(name, func(t *testing.T) {
			virtual(t, func(t *testing.T, p *Player) {
				a := loaded(t, p, c.a, 4*time.Second)
				quiet := sine(16000, 1, 1000, time.Second)
				for i := 0; i < len(quiet); i += 2 {
					v := int16(binary.LittleEndian.Uint16(quiet[i:])) / 10
					binary.LittleEndian.PutUint16(quiet[i:], uint16(v))
				}
				rest := newPaced(sine(16000, 1, 1000, 3*time.Second), 3200, 100*time.Millisecond)
				rest.next = time.Now().Add(1500 * time.Millisecond)
				b := p.Load(t.Context(), io.MultiReader(bytes.NewReader(quiet), rest), mono16k)
				time.Sleep(time.Second)
				p.Compare(c.sounds, a, b)
				peak := func(what string, want float64) {
					t.Helper()
					if got := float64(p.Status().Peak); math.Abs(got-want) > 0.03 {
						t.Errorf("%s: the peak is %.2f, want %.2f", what, got, want)
					}
				}
				time.Sleep(400 * time.Millisecond)
				peak("before it grew", c.first)
				time.Sleep(2200 * time.Millisecond)
				peak("after it grew", c.then)
			})
		})
	}
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
		p.Compare(1, tl, loaded(t, p, 1, time.Second)) // the loop goes along
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
