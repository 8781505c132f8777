package player

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"io"
	"runtime"
	"slices"
	"testing"
	"testing/iotest"
	"time"
	"weak"
)

const ms = time.Millisecond

// filed is a part that is opened when it is read.
func filed(b []byte, f Format, pause time.Duration) Part {
	return Part{Open: func(context.Context) (io.ReadCloser, Format, error) {
		return io.NopCloser(bytes.NewReader(b)), f, nil
	}, Pause: pause}
}

func pcmAt(rate, channels int) Format {
	return Format{Codec: "pcm", SampleRate: rate, Channels: channels}
}

// toned is a part of 440 Hz.
func toned(rate, channels int, d, pause time.Duration) Part {
	return filed(sine(rate, channels, 440, d), pcmAt(rate, channels), pause)
}

// whole reads all, and gives one of its channels.
func whole(t *testing.T, w *Whole) (x []int) {
	t.Helper()
	b, err := io.ReadAll(iotest.HalfReader(w))
	if err != nil {
		t.Fatal(err)
	}
	size := 2 * w.channels
	if len(b)%size != 0 {
		t.Fatalf("%d bytes are no whole frames", len(b))
	}
	for i := 0; i < len(b); i += size {
		x = append(x, int(int16(binary.LittleEndian.Uint16(b[i:]))))
	}
	return x
}

func loudest(x []int) (most int) {
	for _, v := range x {
		most = max(most, v, -v)
	}
	return most
}

func steepest(x []int) (most int) {
	for i := range x[1:] {
		most = max(most, x[i+1]-x[i], x[i]-x[i+1])
	}
	return most
}

func TestAWholeHasEveryPartAtItsPlace(t *testing.T) {
	p := NewSilent()
	defer p.Close()
	held := Part{Sound: p.Load(t.Context(), bytes.NewReader(sine(24000, 1, 440, 100*ms)), pcmAt(24000, 1)), Pause: time.Second / 3}
	parts := []Part{
		toned(32000, 1, 300*ms, 250*ms), toned(48000, 2, 200*ms, 0), held,
		toned(44100, 1, 150*ms, 20*ms), toned(32000, 1, 70*ms, time.Second),
	}
	lengths := []time.Duration{300 * ms, 200 * ms, 100 * ms, 150 * ms, 70 * ms}
	for _, rate := range []int{32000, 44100, 48000} {
		for channels := 1; channels <= 2; channels++ {
			w := NewWhole(t.Context(), rate, channels, parts...)
			x := whole(t, w)
			at, spans := int64(0), w.Spans()
			if len(spans) != len(parts) || len(w.Faults()) != 0 {
				t.Fatalf("%d Hz: %v, %v", rate, spans, w.Faults())
			}
			step := steepest(x[rate/20 : rate/5]) // within the first
			for i, s := range spans {
				begin, end := framesAt(s.Begin, rate), framesAt(s.End, rate)
				if length := framesAt(lengths[i], rate); s.Part != i || begin != at || end-begin != length || s.From != 0 {
					t.Errorf("%d Hz, part %d: from %d to %d, not %d and %d more", rate, i+1, begin, end, at, length)
				}
				if level := loudest(x[begin+(end-begin)/4 : end]); level < 16000 || level > 16800 {
					t.Errorf("%d Hz, part %d is as loud as %d", rate, i+1, level)
				}
				if at = end; i < len(parts)-1 {
					at += framesAt(parts[i].Pause, rate)
				}
				if level := loudest(x[end:at]); level != 0 {
					t.Errorf("%d Hz: the pause behind part %d is as loud as %d", rate, i+1, level)
				}
			}
			if int64(len(x)) != at {
				t.Errorf("%d Hz: %d frames, not %d", rate, len(x), at)
			}
			if got := steepest(x); got > step+step/100+2 {
				t.Errorf("%d Hz: a step of %d clicks; within a part it is %d", rate, got, step)
			}
		}
	}
}

func TestAPartThatCannotBeHadIsLeftOutAndTold(t *testing.T) {
	gone := errors.New("it is gone")
	bad := map[string]struct {
		Part
		leftOut bool
		want    error
	}{
		"no file":       {Part{Open: func(context.Context) (io.ReadCloser, Format, error) { return nil, Format{}, gone }}, true, gone},
		"no sound":      {filed([]byte("<html>"), Format{Codec: "flac"}, 0), true, ErrUndecodable},
		"an empty file": {filed(nil, mono32k, 0), true, ErrUndecodable},
		"no codec":      {filed(nil, Format{Codec: "ogg"}, 0), true, ErrUndecodable},
		"nothing":       {Part{}, true, errNoSound},
		"an odd rate":   {filed(sine(31999, 1, 440, 50*ms), pcmAt(31999, 1), 0), true, ErrUndecodable},
		"cut off": {Part{Open: func(context.Context) (io.ReadCloser, Format, error) {
			return io.NopCloser(io.MultiReader(bytes.NewReader(sine(32000, 1, 440, 50*ms)), iotest.ErrReader(gone))), mono32k, nil
		}}, false, gone},
	}
	late := toned(32000, 1, 100*ms, 0)
	late.From = time.Second
	bad["out of it"] = struct {
		Part
		leftOut bool
		want    error
	}{late, true, errNoRange}
	for name, c := range bad {
		c.Pause = 600 * ms
		w := NewWhole(t.Context(), 32000, 1, toned(32000, 1, 100*ms, 250*ms), c.Part, toned(32000, 1, 100*ms, 250*ms), c.Part)
		x, spans, faults := whole(t, w), w.Spans(), w.Faults()
		if len(faults) != 2 || faults[0].Part != 1 || faults[1].Part != 3 || faults[0].LeftOut != c.leftOut || !errors.Is(faults[0].Err, c.want) {
			t.Errorf("%s: %v", name, faults)
		}
		want := []Span{{0, 0, 100 * ms, 0}, {2, 700 * ms, 800 * ms, 0}}
		if !c.leftOut {
			want = []Span{{0, 0, 100 * ms, 0}, {1, 350 * ms, 400 * ms, 0}, {2, 1000 * ms, 1100 * ms, 0}, {3, 1350 * ms, 1400 * ms, 0}}
		}
		if !slices.Equal(spans, want) || int64(len(x)) != framesAt(want[len(want)-1].End, 32000) {
			t.Errorf("%s: %d frames, %v", name, len(x), spans)
		}
	}
	if x := whole(t, NewWhole(t.Context(), 32000, 1, bad["nothing"].Part)); len(x) != 0 {
		t.Errorf("%d frames of nothing", len(x))
	}
}

func TestAWholeWaitsForWhatComes(t *testing.T) {
	p := NewSilent()
	defer p.Close()
	r, feed := io.Pipe()
	coming := Part{Sound: p.Load(t.Context(), r, mono32k), Pause: 100 * ms}
	made := make(chan []byte)
	asked := Part{Open: func(ctx context.Context) (io.ReadCloser, Format, error) {
		select {
		case b := <-made:
			return io.NopCloser(bytes.NewReader(b)), mono32k, nil
		case <-ctx.Done():
			return nil, Format{}, ctx.Err()
		}
	}}
	ctx, cancel := context.WithCancel(t.Context())
	w := NewWhole(ctx, 32000, 1, toned(32000, 1, 100*ms, 0), coming, asked, asked)
	b := make([]byte, 1<<20)
	sound := sine(32000, 1, 440, 100*ms)
	if n, err := w.Read(b); n != len(sound) || err != nil {
		t.Errorf("%d bytes of the first, %v: it is held up by the second", n, err)
	}
	feed.Write(sound[:1000])
	go func() {
		feed.Write(sound[1000:])
		feed.Close()
		made <- sound
	}()
	for i, want := range []int{len(sound), 6400 + len(sound)} {
		if n, err := w.Read(b); n != want || err != nil {
			t.Errorf("%d bytes of part %d, not %d, %v", n, i+2, want, err)
		}
	}
	go cancel()
	if _, err := w.Read(b); !errors.Is(err, context.Canceled) || len(w.Faults()) != 0 {
		t.Error(err, w.Faults())
	}
	r, feed = io.Pipe()
	defer feed.Close()
	if _, err := NewWhole(ctx, 32000, 1, Part{Sound: p.Load(t.Context(), r, mono32k)}).Read(b); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
}

// closing tells how many are open.
type closing struct {
	io.Reader
	open *int
}

func (c closing) Close() error { *c.open--; return nil }

func TestOfThreeHundredPartsOneIsHeld(t *testing.T) {
	sound, open := sine(32000, 1, 440, 60*ms), 0
	part := Part{Pause: 10 * ms, Open: func(context.Context) (io.ReadCloser, Format, error) {
		open++
		return closing{bytes.NewReader(sound), &open}, mono32k, nil
	}}
	w := NewWhole(t.Context(), 32000, 1, slices.Repeat([]Part{part}, 300)...)
	var held []weak.Pointer[block]
	b := make([]byte, 2000) // a part takes more than one
	for n, err := 0, error(nil); err == nil; n, err = w.Read(b) {
		if open != 0 {
			t.Fatalf("%d files are open", open)
		}
		if n > 0 && w.now != nil && w.at <= 1000 {
			held = append(held, weak.Make(w.now.list[0]))
		}
	}
	runtime.GC()
	alive := len(slices.DeleteFunc(slices.Clone(held), func(p weak.Pointer[block]) bool { return p.Value() == nil }))
	if len(held) < 300 || alive > 1 || len(w.Spans()) != 300 {
		t.Errorf("%d of %d are held, %d parts", alive, len(held), len(w.Spans()))
	}
}

func TestAPartIsTakenFromWhereItSpeaks(t *testing.T) {
	quiet := func(d time.Duration) []byte { return make([]byte, 2*int(framesAt(d, 32000))) }
	said := slices.Concat(quiet(400*ms), sine(32000, 1, 440, 500*ms), quiet(700*ms))
	for name, c := range map[string]struct {
		from, to   time.Duration
		trim       bool
		begin, end time.Duration
	}{
		"all":            {begin: 0, end: 1600 * ms},
		"a range":        {from: 500 * ms, to: 750 * ms, begin: 500 * ms, end: 750 * ms},
		"to beyond":      {from: 500 * ms, to: time.Hour, begin: 500 * ms, end: 1600 * ms},
		"speech":         {trim: true, begin: 370 * ms, end: 980 * ms},
		"speech of some": {from: 100 * ms, to: 600 * ms, trim: true, begin: 370 * ms, end: 600 * ms},
		"only silence":   {to: 300 * ms, trim: true, begin: 0, end: 300 * ms},
	} {
		p := filed(said, mono32k, 200*ms)
		p.From, p.To, p.Trim = c.from, c.to, c.trim
		w := NewWhole(t.Context(), 32000, 1, p, p)
		x, s := whole(t, w), w.Spans()
		long, near := c.end-c.begin, 40*ms // what speech is told by are windows of 50 ms
		if !c.trim {
			near = 0
		}
		if (s[0].From-c.begin).Abs() > near || (s[0].End-long).Abs() > near || s[1].Begin-s[0].End != 200*ms || int64(len(x)) != framesAt(s[1].End, 32000) {
			t.Errorf("%s: %v", name, s)
		}
		for i := range s[0].End / ms {
			at := int64(i * 32)
			was := int(int16(binary.LittleEndian.Uint16(said[2*(framesAt(s[0].From, 32000)+at):])))
			if inside := at > 160 && at < framesAt(s[0].End, 32000)-160; inside && x[at] != was {
				t.Fatalf("%s: at %d ms it is %d, not %d", name, i, x[at], was)
			}
		}
		if most := loudest(x[framesAt(s[0].End, 32000)-2:][:2]); most > 16384/50 {
			t.Errorf("%s: it is cut off at %d", name, most)
		}
	}
}

func TestAWholeIsPlayedWithoutAGap(t *testing.T) {
	p := NewSilent()
	defer p.Close()
	var parts []Part
	for range 5 {
		parts = append(parts, toned(32000, 1, 60*ms, 40*ms))
	}
	w := NewWhole(t.Context(), 32000, 1, parts...)
	tl := p.Play(t.Context(), w, w.Format())
	for seen := 0; seen < len(parts); { // as the screen does
		seen = len(w.Spans())
		runtime.Gosched()
	}
	if err := p.Wait(t.Context()); err != nil {
		t.Fatal(err)
	}
	if s := p.Status(); s.Underruns != 0 || s.Position != 460*ms || tl.Duration() != 460*ms {
		t.Errorf("%+v", s)
	}
}

func TestPartsThatAreAlikeKeepTheirForm(t *testing.T) {
	for _, c := range []struct {
		of             []Format
		rate, channels int
	}{
		{nil, Rate, 2},
		{[]Format{pcmAt(32000, 1), pcmAt(32000, 1)}, 32000, 1},
		{[]Format{pcmAt(44100, 2), pcmAt(44100, 1)}, 44100, 2},
		{[]Format{pcmAt(32000, 1), pcmAt(24000, 1), pcmAt(32000, 1)}, Rate, 1},
		{[]Format{pcmAt(32000, 1), {}}, Rate, 2},
	} {
		if rate, channels := Common(c.of...); rate != c.rate || channels != c.channels {
			t.Errorf("%v: %d Hz, %d channels", c.of, rate, channels)
		}
	}
}

func BenchmarkAnHourOfParts(b *testing.B) {
	for name, trim := range map[string]bool{"as they are": false, "trimmed": true} {
		b.Run(name, func(b *testing.B) {
			part := toned(32000, 1, 4500*ms, 250*ms)
			part.Trim = trim
			b.ReportAllocs()
			for b.Loop() {
				w := NewWhole(b.Context(), 32000, 1, slices.Repeat([]Part{part}, 800)...)
				if _, err := io.Copy(io.Discard, w); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(3800*float64(b.N)/b.Elapsed().Seconds(), "x-real-time")
		})
	}
}
