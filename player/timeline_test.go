package player

import (
	"errors"
	"math"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"
)

func timelineAt(rate int) *Timeline {
	t := newTimeline(mono32k)
	k, err := new(kernels).between(rate, Rate)
	if err != nil {
		panic(err)
	}
	t.open(rate, k)
	return t
}

// stairs is a signal that tells its position: every frame has its own value.
func stairs(from, frames, channels int) []float32 {
	x := make([]float32, frames*channels)
	for i := range x {
		x[i] = float32((from+i/channels)%30000) / 32768
	}
	return x
}

func TestTimelineIsReadWhileItGrows(t *testing.T) {
	tl := timelineAt(Rate)
	const total = 5*blockFrames + 77
	done := make(chan struct{})
	go func() {
		defer close(done)
		for n := 0; n < total; {
			m := min(997, total-n)
			// Mono turns into stereo and back in the middle of blocks.
			ch := 1 + n/(2*blockFrames)%2
			if err := tl.append(stairs(n, m, ch), ch); err != nil {
				t.Error(err)
			}
			n += m
		}
		tl.finish(nil)
	}()
	x := make([]float32, 2*500)
	drawn := make([]float32, 40)
	for at := int64(0); at < total; {
		complete := tl.Complete()
		n := tl.read(x, at)
		for i := range 2 * n {
			if want := float32((int(at)+i/2)%30000) / 32768; x[i] != want {
				t.Fatalf("sample %d of frame %d is %v, want %v", i%2, int(at)+i/2, x[i], want)
			}
		}
		tl.RMS(drawn, tl.Duration()+time.Second)
		if at += int64(n); n == 0 && complete {
			t.Fatalf("ended at frame %d", at)
		}
	}
	<-done
	if tl.Duration() != duration(total) {
		t.Error(tl.Duration())
	}
}

func TestADrawingIsWhereTheSoundIs(t *testing.T) {
	tl := timelineAt(Rate)
	quiet, loud := make([]float32, 94*bucket), make([]float32, 47*bucket)
	for i := range loud {
		loud[i] = 0.5 - float32(i%2) // of either sign
	}
	tl.append(quiet, 1)
	tl.append(loud, 1)
	dst := make([]float32, 8)
	if begun := tl.RMS(dst, duration(188*bucket)+1); begun != 6 {
		t.Errorf("%d of 8 parts have begun", begun)
	}
	if want := []float32{0, 0, 0, 0, 0.5, 0.5, 0, 0}; !close0(dst, want) {
		t.Errorf("a second in eight parts: %v", dst)
	}
	for _, total := range []time.Duration{0, -1, time.Nanosecond, time.Hour} {
		tl.RMS(dst, total) // does not panic
	}
	wide := make([]float32, 5000) // narrower than a bucket
	tl.RMS(wide, time.Second)
	if wide[2400] != 0 || math.Abs(float64(wide[2600])-0.5) > 0.01 || wide[3800] != 0 {
		t.Errorf("%v %v %v", wide[2400], wide[2600], wide[3800])
	}
}

func close0(a, b []float32) bool {
	return slices.EqualFunc(a, b, func(x, y float32) bool { return math.Abs(float64(x-y)) < 0.01 })
}

// Whatever came in which pieces, what is drawn has the energy of the sound.
func TestADrawingHasAllOfTheSound(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		tl := timelineAt(Rate)
		var energy float64
		n := 0
		for range rapid.IntRange(1, 5).Draw(t, "pieces") {
			channels := rapid.IntRange(1, 2).Draw(t, "channels")
			x := make([]float32, channels*rapid.IntRange(1, blockFrames).Draw(t, "frames"))
			level := float32(rapid.IntRange(1, 32768).Draw(t, "level")) / 32768
			for i := range x {
				x[i] = level * float32(i%2*2-1)
			}
			tl.append(x, channels)
			n += len(x) / channels
			energy += float64(len(x)/channels) * float64(level) * float64(level)
		}
		dst := make([]float32, rapid.IntRange(1, n/bucket+1).Draw(t, "width"))
		if begun := tl.RMS(dst, duration(int64(n))+1); begun != len(dst) {
			t.Fatalf("%d of %d parts have begun", begun, len(dst))
		}
		for i, v := range dst {
			part := int64(n)*int64(i+1)/int64(len(dst))/bucket - int64(n)*int64(i)/int64(len(dst))/bucket
			frames := part * bucket
			if i == len(dst)-1 {
				frames += int64(n) % bucket
			}
			energy -= float64(v) * float64(v) * float64(frames)
		}
		if math.Abs(energy) > 1e-4*float64(n) {
			t.Fatalf("the energy of %.1f samples at full scale is not drawn", energy)
		}
	})
}

func TestAMinuteIsSmall(t *testing.T) {
	tl := timelineAt(32000)
	second := make([]float32, 32000)
	for range 60 {
		tl.append(second, 1)
	}
	bytes := 0
	for _, b := range *tl.list.Load() {
		bytes += cap(b.samples)*2 + len(b.energy)*8
	}
	if bytes > 3.95e6 { // ten minutes are 39 MB
		t.Errorf("%d bytes", bytes)
	}
}

func TestAnEndlessSourceIsCutOff(t *testing.T) {
	tl := timelineAt(Rate)
	second := make([]float32, 2*Rate)
	tl.bytes = maxBytes - 20*blockFrames // as after many minutes
	var err error
	for n := 0; err == nil && n < 2000; n++ {
		err = tl.append(second, 2)
	}
	if !errors.Is(err, ErrTooLong) || tl.bytes > maxBytes+4*blockFrames {
		t.Errorf("%d bytes, %v", tl.bytes, err)
	}
}

func TestATimelineOfAnyRateIsHeardAsItWas(t *testing.T) {
	for _, rate := range []int{8000, 11025, 22050, 32000, 44100, 48000, 96000} {
		for channels := range 2 {
			tl := timelineAt(rate)
			x := make([]float32, rate*(channels+1))
			for i := range x {
				x[i] = float32(0.5 * math.Sin(2*math.Pi*1000*float64(i/(channels+1))/float64(rate)))
			}
			for len(x) > 0 {
				n := min(777*(channels+1), len(x))
				tl.append(x[:n], channels+1)
				x = x[n:]
			}
			growing := tl.frames.Load()
			tl.finish(nil)
			if n := tl.frames.Load(); n < Rate || n > Rate+Rate/int64(rate)+1 || growing > n || growing < n-Rate*taps/int64(rate) {
				t.Errorf("%d Hz: %d frames of a second, %d while it grew", rate, n, growing)
			}
			// From any place, against the ideal, in phase.
			var signal, noise float64
			y := make([]float32, 2*501)
			for at := 1000; at < Rate-2000; at += 501 {
				tl.read(y, int64(at))
				for i := range y {
					want := 0.5 * math.Sin(2*math.Pi*1000*float64(at+i/2)/Rate)
					signal += want * want
					noise += (float64(y[i]) - want) * (float64(y[i]) - want)
				}
			}
			if db := 10 * math.Log10(signal/noise); db < 87 {
				t.Errorf("%d Hz: signal to noise %.0f dB", rate, db)
			}
		}
	}
}

func TestWhatIsReadWhileItGrowsIsWhatItStays(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rate, channels := rapid.SampledFrom(apiRates).Draw(t, "rate"), rapid.IntRange(1, 2).Draw(t, "channels")
		tl := timelineAt(rate)
		var early []float32
		for range rapid.IntRange(1, 6).Draw(t, "pieces") {
			x := make([]float32, channels*rapid.IntRange(1, 3000).Draw(t, "frames"))
			for i := range x {
				x[i] = float32(math.Sin(float64((len(early) + i) * i)))
			}
			tl.append(x, channels)
			y := make([]float32, 2*tl.frames.Load())
			from := len(early) / 2
			early = append(early, y[:2*tl.read(y, int64(from))]...)
		}
		tl.finish(nil)
		for i, v := range stereo(tl)[:len(early)] {
			if v != early[i] {
				t.Fatalf("frame %d was %v and is %v", i/2, early[i], v)
			}
		}
	})
}

func TestLoudnessGrowsWithTheTimeline(t *testing.T) {
	tl := timelineAt(32000)
	if l, p := tl.Loudness(); !math.IsInf(l, -1) || !math.IsInf(p, -1) {
		t.Error(l, p)
	}
	x := make([]float32, 32000)
	for i := range x {
		x[i] = float32(0.1 * math.Sin(2*math.Pi*1000*float64(i)/32000))
	}
	tl.append(x, 1)
	if l, p := tl.Loudness(); math.Abs(l+23) > 0.1 || math.Abs(p+20) > 0.1 {
		t.Errorf("%.2f LUFS, %.2f dBTP of a sine at -20 dB", l, p)
	}
}

func TestPrebuffer(t *testing.T) {
	ms := time.Millisecond
	for name, c := range map[string]struct {
		ahead, gained, since time.Duration
		complete, want       bool
	}{
		"a big first chunk":                     {ahead: 400 * ms, want: true},
		"a small first chunk":                   {ahead: 72 * ms},
		"the second at real time":               {ahead: 180 * ms, gained: 108 * ms, since: 100 * ms, want: true},
		"small chunks four times as fast":       {ahead: 100 * ms, gained: 80 * ms, since: 20 * ms, want: true},
		"small chunks at real time":             {ahead: 100 * ms, gained: 80 * ms, since: 80 * ms},
		"one chunk in two pieces":               {ahead: 72 * ms, gained: 36 * ms, since: ms},
		"fast but next to nothing":              {ahead: 40 * ms, gained: 39 * ms, since: 21 * ms},
		"all of a short word":                   {ahead: 50 * ms, complete: true, want: true},
		"slower than real time, enough decoded": {ahead: 120 * ms, gained: 100 * ms, since: 300 * ms, want: true},
	} {
		if got := mayStart(c.ahead, c.gained, c.since, c.complete); got != c.want {
			t.Errorf("%s: %v", name, got)
		}
	}
}

func TestAnMP3IsHeardFromWhereItsSoundBegins(t *testing.T) {
	// An mp3's delay is skipped as far as it is silent, a pause is not.
	for _, c := range []struct {
		silent int // source frames
		want   int64
	}{{0, 0}, {100, 0}, {800, 1200 - fadeFrames}, {1105, 1657 - fadeFrames}, {32000, 1657 - fadeFrames}} {
		tl := newTimeline(Format{Codec: "mp3"})
		k, _ := new(kernels).between(32000, Rate)
		tl.open(32000, k)
		x := make([]float32, c.silent+4000)
		for i := c.silent; i < len(x); i++ {
			x[i] = 0.5
		}
		tl.append(x, 1)
		if got := tl.begin(); got != c.want {
			t.Errorf("%d silent frames at 32 kHz: begins at %d, want %d", c.silent, got, c.want)
		}
	}
	pcm := timelineAt(32000)
	pcm.append(make([]float32, 5000), 1)
	if at := pcm.begin(); at != 0 {
		t.Errorf("pcm begins at %d", at)
	}
}

func TestASoundIsHeardByTheClockThatNobodySets(t *testing.T) {
	p := NewSilent()
	defer p.Close()
	tl := tone(p, time.Second)
	<-tl.Done()
	again := newSession(tl, p.epoch)
	again.sounded(0, Rate, int64(time.Hour))
	if !tl.Heard().IsZero() {
		t.Error("played again, it is heard as it comes")
	}
	live := newSession(tl, p.epoch)
	live.fed = true
	live.sounded(0, Rate, int64(2*time.Hour))
	heard := tl.Heard()
	near(t, "heard after", heard.Sub(p.epoch), 2*time.Hour)
	if !strings.Contains(heard.String(), " m=") {
		t.Error("it is heard by the clock on the wall")
	}
}

func TestTheSoundOfATimelineIsWhatHasBeenDecoded(t *testing.T) {
	tl := timelineAt(32000)
	if s := tl.Sound(); len(s.Samples) != 0 {
		t.Errorf("%d samples before the first", len(s.Samples))
	}
	const mono, both = blockFrames + 100, 300
	tl.append(stairs(0, mono, 1), 1)
	if s := tl.Sound(); s.Rate != 32000 || s.Channels != 1 || !slices.Equal(s.Samples, stairs(0, mono, 1)) {
		t.Errorf("%d samples of %d at %d Hz", len(s.Samples), s.Channels, s.Rate)
	}
	tl.append(stairs(mono, both, 2), 2)
	if s := tl.Sound(); s.Channels != 2 || !slices.Equal(s.Samples, stairs(0, mono+both, 2)) {
		t.Errorf("%d samples of %d channels once it is stereo", len(s.Samples), s.Channels)
	}
}
