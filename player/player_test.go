package player

import (
	"bytes"
	"context"
	"errors"
	"io"
	"math"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"voicestudio/player/decode"
)

// The tests of this file run on the silent clock in virtual time.
func virtual(t *testing.T, f func(t *testing.T, p *Player)) {
	synctest.Test(t, func(t *testing.T) {
		p := NewSilent()
		defer p.Close()
		f(t, p)
	})
}

func near(t *testing.T, what string, got, want time.Duration) {
	t.Helper()
	if d := got - want; d < -25*time.Millisecond || d > 25*time.Millisecond {
		t.Errorf("%s: %v, want %v", what, got, want)
	}
}

func state(t *testing.T, p *Player, want State) {
	t.Helper()
	if s := p.Status(); s.State != want {
		t.Errorf("%v, want %v (%+v)", s.State, want, s)
	}
}

func TestWhatIsPlayedIsHeardInRealTime(t *testing.T) {
	virtual(t, func(t *testing.T, p *Player) {
		state(t, p, Idle)
		began := time.Now()
		tl := tone(p, time.Second)
		time.Sleep(500 * time.Millisecond)
		s := p.Status()
		near(t, "position", s.Position, 500*time.Millisecond)
		if s.State != Playing || !s.Complete || s.Duration != time.Second || s.FirstChunk < 0 {
			t.Errorf("%+v", s)
		}
		if math.Abs(float64(s.Peak)-0.5) > 0.02 {
			t.Errorf("peak %v of a tone at half scale", s.Peak)
		}
		if err := p.Wait(t.Context()); err != nil {
			t.Error(err)
		}
		near(t, "end", time.Since(began), time.Second)
		s = p.Status()
		if s.State != Ended || s.Position != time.Second || s.Underruns != 0 || s.Peak != 0 {
			t.Errorf("%+v", s)
		}
		if !tl.Complete() || tl.Err() != nil {
			t.Error(tl.Complete(), tl.Err())
		}
	})
}

func TestPauseKeepsThePlaceAndResumeGoesOn(t *testing.T) {
	virtual(t, func(t *testing.T, p *Player) {
		tone(p, time.Second)
		time.Sleep(300 * time.Millisecond)
		p.Pause()
		state(t, p, Paused)
		time.Sleep(2 * time.Second)
		s := p.Status()
		near(t, "paused", s.Position, 300*time.Millisecond)
		if s.State != Paused || s.Peak != 0 {
			t.Errorf("%+v", s)
		}
		p.Resume()
		state(t, p, Playing)
		time.Sleep(300 * time.Millisecond)
		at := p.Status().Position // each start may be a tick of the silent clock late
		near(t, "resumed", at, 600*time.Millisecond)
		// So quickly that the fade-out has not ended.
		p.Pause()
		p.Resume()
		began := time.Now()
		if err := p.Wait(t.Context()); err != nil {
			t.Error(err)
		}
		near(t, "rest", time.Since(began), time.Second-at)
	})
}

func TestStopReplayAndSeek(t *testing.T) {
	virtual(t, func(t *testing.T, p *Player) {
		tl := tone(p, time.Second)
		time.Sleep(300 * time.Millisecond)
		p.Stop()
		if s := p.Status(); s.State != Idle || s.Position != 0 {
			t.Errorf("%+v", s)
		}
		if err := p.Wait(t.Context()); !errors.Is(err, context.Canceled) {
			t.Errorf("Wait after a stop: %v", err)
		}
		p.Replay(tl)
		time.Sleep(200 * time.Millisecond)
		near(t, "replay", p.Status().Position, 200*time.Millisecond)
		p.Seek(700 * time.Millisecond)
		time.Sleep(100 * time.Millisecond)
		near(t, "seek", p.Status().Position, 800*time.Millisecond)
		p.Replay(tl) // while it plays
		time.Sleep(100 * time.Millisecond)
		near(t, "replay while playing", p.Status().Position, 100*time.Millisecond)
		p.Seek(time.Hour)
		if err := p.Wait(t.Context()); err != nil {
			t.Error(err)
		}
		state(t, p, Ended)
		p.Seek(900 * time.Millisecond)
		state(t, p, Playing)
		time.Sleep(50 * time.Millisecond)
		p.Pause()
		p.Seek(-time.Second)
		state(t, p, Paused)
		time.Sleep(time.Second)
		if s := p.Status(); s.Position != 0 {
			t.Errorf("sought while paused: %v", s.Position)
		}
		p.Resume()
		time.Sleep(100 * time.Millisecond)
		near(t, "resumed after a seek", p.Status().Position, 100*time.Millisecond)
	})
}

func TestPlayWhilePlayingReplaces(t *testing.T) {
	virtual(t, func(t *testing.T, p *Player) {
		first := p.Play(t.Context(), newPaced(sine(16000, 1, 400, time.Second), 3200, 100*time.Millisecond), mono16k)
		time.Sleep(350 * time.Millisecond)
		second := tone(p, 500*time.Millisecond)
		time.Sleep(100 * time.Millisecond)
		near(t, "second", p.Status().Position, 100*time.Millisecond)
		if !first.Complete() || !errors.Is(first.Err(), context.Canceled) {
			t.Errorf("the first goes on: %v %v", first.Complete(), first.Err())
		}
		if err := p.Wait(t.Context()); err != nil || second.Err() != nil {
			t.Error(err, second.Err())
		}
	})
}

func TestASourceAtRealTimeHasNoGap(t *testing.T) {
	virtual(t, func(t *testing.T, p *Player) {
		data := sine(16000, 1, 400, 2*time.Second)
		p.Play(t.Context(), newPaced(data, 3200, 100*time.Millisecond), mono16k)
		state(t, p, Buffering)
		if err := p.Wait(t.Context()); err != nil {
			t.Error(err)
		}
		s := p.Status()
		if s.Underruns != 0 || s.Speed < 0.95 || s.Speed > 1.05 {
			t.Errorf("%+v", s)
		}
		if s.FirstSound != 0 {
			t.Errorf("a first sound after %v, and no device", s.FirstSound)
		}
	})
}

func TestALateSourcePausesOnceAndLosesNothing(t *testing.T) {
	virtual(t, func(t *testing.T, p *Player) {
		data := sine(16000, 1, 400, time.Second)
		half := len(data) / 2
		late := newPaced(data[half:], half, 0)
		late.next = time.Now().Add(time.Second) // the rest comes after a second
		p.Play(t.Context(), io.MultiReader(bytes.NewReader(data[:half]), late), mono16k)
		time.Sleep(700 * time.Millisecond)
		s := p.Status()
		if s.State != Buffering || s.Underruns != 1 || s.Peak != 0 {
			t.Errorf("%+v", s)
		}
		near(t, "waits at", s.Position, 500*time.Millisecond)
		began := time.Now()
		if err := p.Wait(t.Context()); err != nil {
			t.Error(err)
		}
		near(t, "end", time.Since(began), 800*time.Millisecond)
		if s := p.Status(); s.Underruns != 1 || s.Position != time.Second {
			t.Errorf("%+v", s)
		}
	})
}

func TestCancelEndsDecodingAndPlaying(t *testing.T) {
	virtual(t, func(t *testing.T, p *Player) {
		ctx, cancel := context.WithCancel(t.Context())
		src := newPaced(sine(16000, 1, 400, 10*time.Second), 16000, time.Hour)
		tl := p.Play(ctx, src, mono16k)
		time.Sleep(200 * time.Millisecond)
		state(t, p, Playing)
		waited := make(chan error)
		go func() { waited <- p.Wait(context.Background()) }()
		cancel()
		if err := <-waited; !errors.Is(err, context.Canceled) {
			t.Errorf("Wait: %v", err)
		}
		synctest.Wait()
		state(t, p, Idle)
		if !tl.Complete() || !errors.Is(tl.Err(), context.Canceled) {
			t.Error(tl.Complete(), tl.Err())
		}
		select {
		case <-src.closed:
		default:
			t.Error("the source is still open")
		}
		p.Replay(tl) // what was decoded can still be heard
		if err := p.Wait(t.Context()); !errors.Is(err, context.Canceled) {
			t.Error(err)
		}
		near(t, "replayed", p.Status().Position, 500*time.Millisecond)
	})
}

func TestErrorsOfTheSource(t *testing.T) {
	broken := errors.New("the host hung up")
	virtual(t, func(t *testing.T, p *Player) {
		tl := p.Play(t.Context(), io.MultiReader(bytes.NewReader(sine(16000, 1, 400, time.Second)), failing{broken}), mono16k)
		began := time.Now()
		if err := p.Wait(t.Context()); !errors.Is(err, broken) {
			t.Errorf("Wait: %v", err)
		}
		near(t, "what came was played", time.Since(began), time.Second)
		if err := tl.Err(); !errors.Is(err, ErrSource) || err.Error() != broken.Error() {
			t.Errorf("%v", err)
		}
		state(t, p, Ended)
		for want, f := range map[string]Format{"no audio": {Codec: "mp3"}, "codec": {Codec: "ogg"}} {
			p.Play(t.Context(), strings.NewReader(""), f)
			if err := p.Wait(t.Context()); err == nil || !strings.Contains(err.Error(), want) {
				t.Errorf("%v: %v", f, err)
			}
			state(t, p, Ended)
		}
		p.Play(t.Context(), strings.NewReader("{}"), Format{Codec: "mp3"})
		if err := p.Wait(t.Context()); !errors.Is(err, decode.ErrNoAudio) {
			t.Error(err)
		}
	})
}

func TestWhatWentWrongCanBeTold(t *testing.T) {
	pcm := sine(16000, 1, 400, 100*time.Millisecond)
	wav := func(kind, rate byte) []byte {
		head := "RIFF\x00\x00\x00\x00WAVEfmt \x10\x00\x00\x00\x02\x00\x01\x00\x45\xAC\x00\x00\x00\x00\x00\x00\x02\x00\x10\x00data\x00\x00\x00\x00"
		b := append([]byte(head), pcm...)
		b[20], b[24] = kind, rate
		return b
	}
	kinds := []error{ErrSource, ErrUndecodable, ErrTooLong, ErrDeviceLost}
	for name, c := range map[string]struct {
		src    io.Reader
		format Format
		kind   error
		also   error
		heard  bool
	}{
		"the host hangs up":       {io.MultiReader(bytes.NewReader(pcm), failing{io.ErrUnexpectedEOF}), mono16k, ErrSource, io.ErrUnexpectedEOF, true},
		"nothing comes for ever":  {failing{nil}, mono16k, ErrSource, io.ErrNoProgress, false},
		"an unknown codec":        {bytes.NewReader(pcm), Format{Codec: "ogg"}, ErrUndecodable, decode.ErrFormat, false},
		"an ADPCM wav":            {bytes.NewReader(wav(2, 0x44)), Format{Codec: "wav"}, ErrUndecodable, decode.ErrFormat, false},
		"a wav of an odd rate":    {bytes.NewReader(wav(1, 0x45)), Format{Codec: "wav"}, ErrUndecodable, decode.ErrFormat, false},
		"a page of a proxy":       {strings.NewReader("<html>"), Format{Codec: "mp3"}, ErrUndecodable, decode.ErrNoAudio, false},
		"half a frame at the end": {bytes.NewReader(pcm[:999]), mono16k, ErrUndecodable, decode.ErrDamaged, true},
	} {
		virtual(t, func(t *testing.T, p *Player) {
			tl := p.Play(t.Context(), c.src, c.format)
			err := p.Wait(t.Context())
			for _, kind := range kinds {
				if errors.Is(err, kind) != (kind == c.kind) {
					t.Errorf("%s: %v as %q", name, err, kind)
				}
			}
			if !errors.Is(err, c.also) || !errors.Is(tl.Err(), c.kind) || (tl.Duration() > 0) != c.heard {
				t.Errorf("%s: %v, %v of it was heard", name, err, tl.Duration())
			}
		})
	}
}

type failing struct{ err error }

func (f failing) Read([]byte) (int, error) { return 0, f.err }

// unity is a volume of 0 dB.
var unity = func() *factor {
	f := new(factor)
	f.store(1)
	return f
}()

func TestEverySampleIsHeardOnceWithoutAClick(t *testing.T) {
	tl := timelineAt(Rate)
	x := make([]float32, Rate)
	for i := range x {
		x[i] = float32(0.5 * math.Sin(2*math.Pi*100*float64(i)/Rate))
	}
	tl.append(x, 1)
	tl.finish(nil)
	want := stereo(tl)

	synctest.Test(t, func(t *testing.T) {
		s := newSession(tl, time.Now())
		h := newHead(&order{s: s}, time.Now(), unity)
		var got []float32
		pull := func(n int) bool {
			buf := make([]float32, 2*n)
			m, ended := h.fill(buf)
			got = append(got, buf[:2*m]...)
			return !ended
		}
		pull(10000)
		h.give(&order{}) // pause
		for pull(333) {
		}
		at := h.rest.Load()
		if at != 10000 {
			t.Errorf("paused at %d, not where the fade began", at)
		}
		h = newHead(&order{s: s, from: at}, time.Now(), unity)
		for pull(777) {
		}
		// The sound but for the fades: 10000 frames, 240 of a fade-out, the rest.
		rest := got[2*(10000+fadeFrames):]
		for i := 2 * fadeFrames; i < 2*10000; i++ {
			if got[i] != want[i] {
				t.Fatalf("sample %d before the pause", i)
			}
		}
		if len(rest) != len(want)-2*10000 {
			t.Fatalf("%d samples after the pause, want %d", len(rest), len(want)-2*10000)
		}
		for i := 2 * fadeFrames; i < len(rest)-2*fadeFrames; i++ {
			if rest[i] != want[2*10000+i] {
				t.Fatalf("sample %d after the pause", i)
			}
		}
		for i := 2; i < len(got); i++ {
			if d := math.Abs(float64(got[i] - got[i-2])); d > 0.02 {
				t.Fatalf("a click of %.3f at frame %d", d, i/2)
			}
		}
	})
}

func TestReadingForTheDeviceDoesNotAllocate(t *testing.T) {
	tl := timelineAt(Rate)
	for range 30 {
		tl.append(make([]float32, 2*Rate), 2)
	}
	p := NewSilent()
	defer p.Close()
	h := newHead(&order{s: newSession(tl, p.epoch)}, p.epoch, unity)
	b := make([]byte, 8*480)
	if n := testing.AllocsPerRun(1000, func() { h.Read(b) }); n != 0 {
		t.Errorf("%v allocations per Read", n)
	}
	tone(p, time.Second)
	time.Sleep(30 * time.Millisecond)
	if n := testing.AllocsPerRun(100, func() { p.Status() }); n != 0 {
		t.Errorf("%v allocations per look", n)
	}
}

func TestMethodsInAnyOrderFromAnywhere(t *testing.T) {
	virtual(t, func(t *testing.T, p *Player) {
		tl := tone(p, 300*time.Millisecond)
		other := p.Load(t.Context(), bytes.NewReader(sine(16000, 1, 300, time.Second)), mono16k)
		calls := []func(){
			func() { tone(p, 200*time.Millisecond) },
			p.Pause, p.Resume, p.Stop,
			func() { p.Seek(100 * time.Millisecond) },
			func() { p.Replay(tl) },
			func() { p.Status() },
			func() { p.Device() },
			func() { p.Loop(50*time.Millisecond, 200*time.Millisecond) },
			p.Unloop,
			func() { p.SetTempo(0.8) },
			func() { p.SetTempo(1) },
			func() { p.Switch(Clip{other, 3, 20 * time.Millisecond}, half) },
			func() { p.Switch(clip(tl), nil) },
			func() { p.SetVolume(-6) },
			func() { p.SetGain(-3) },
		}
		done := make(chan struct{})
		for g := range 4 {
			go func() {
				for i := range 200 {
					calls[(i*(g+3)+i/7)%len(calls)]()
					time.Sleep(time.Duration(g+1) * 3 * time.Millisecond)
				}
				done <- struct{}{}
			}()
		}
		for range 4 {
			<-done
		}
		p.Replay(tl)
		if err := p.Wait(t.Context()); err != nil && !errors.Is(err, context.Canceled) {
			t.Error(err)
		}
		state(t, p, Ended)
	})
}

func TestAfterCloseNothingPlays(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p := NewSilent()
		tone(p, time.Second)
		p.Close()
		p.Close()
		tl := tone(p, time.Second)
		p.Replay(tl)
		p.Resume()
		if err := p.Wait(t.Context()); !errors.Is(err, context.Canceled) {
			t.Error(err)
		}
		state(t, p, Idle)
	})
}
