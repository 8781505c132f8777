package player

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"voicestudio/player/lab/vcard"
	"voicestudio/player/loudness"
)

// candidates are what is switched among: a tone, a steady noise, and a sentence
// in two voices at two speeds, from files.
func candidates(dir string) (clips []Clip, err error) {
	noise, tl := rand.New(rand.NewPCG(1, 2)), timelineAt(Rate)
	x, last := make([]float32, 3*Rate), 0.0
	for i := range x {
		last += 0.2 * (noise.NormFloat64()*0.1 - last) // without the steps of a white one
		x[i] = float32(last)
	}
	tl.append(x, 1)
	tl.finish(nil)
	all := []*Timeline{toneOf(440, 0.5, 3*time.Second), tl}
	for _, name := range spoken {
		file, err := os.Open(filepath.Join(dir, name))
		if err != nil {
			return nil, err
		}
		tl := newTimeline(Format{Codec: "wav"})
		j := &job{tl: tl, src: file, format: Format{Codec: "wav"}}
		err = errors.Join(j.decode(context.Background(), new(kernels), func() {}), file.Close())
		if tl.finish(err); err != nil {
			return nil, err
		}
		all = append(all, tl)
	}
	var loud []loudness.Loud
	for _, tl := range all {
		loud = append(loud, tl.Loud())
	}
	for i, gain := range loudness.Gains(loud) {
		clips = append(clips, Clip{all[i], gain, all[i].Begins()})
	}
	return clips, nil
}

var spoken = []string{"slow.wav", "fast.wav"}

func speak(t *testing.T, dir string) {
	need(t, "espeak-ng")
	for i, argv := range [][]string{{"-v", "en-us+f3", "-s", "150"}, {"-v", "en-gb", "-s", "190"}} {
		argv = append(argv, "-w", filepath.Join(dir, spoken[i]), "Welcome aboard. In the next five minutes you will set up your account.")
		if out, err := exec.Command("espeak-ng", argv...).CombinedOutput(); err != nil {
			t.Fatalf("%v: %s", err, out)
		}
	}
}

// keys are which candidate is switched to, and how long after the key before.
var keys = []struct {
	to    int
	after time.Duration
}{
	{1, 300}, {0, 300}, {2, 200}, {3, 230}, {2, 170}, {1, 150}, {3, 150}, {0, 150},
	{1, 5}, {2, 5}, {3, 5}, {0, 5}, {1, 1}, {2, 1}, {3, 0}, {1, 0}, {0, 200}, // hammered
}

// switchPart switches, and says what it asked the maps for: one line for each,
// the key, a moment and the same one in the other clip, in frames.
func switchPart() int {
	clips, err := candidates(os.Getenv(fileEnv))
	if err != nil {
		fmt.Println(err)
		return 1
	}
	usableCard(patientOpen)
	p := New()
	defer p.Close()
	if p.Device().Silent {
		fmt.Println(p.Device().Reason)
		return 1
	}
	time.Sleep(200 * time.Millisecond)
	now, asked := clips[2], make([][3]int64, 0, 2*len(keys))
	p.Switch(now, nil)
	for i, k := range keys {
		time.Sleep(k.after * time.Millisecond)
		from, to, given := now, clips[k.to], false
		p.Switch(to, func(at time.Duration) time.Duration {
			then := time.Duration(float64(at) * to.Duration().Seconds() / from.Duration().Seconds())
			if given { // by Switch itself it is asked before that
				asked = append(asked, [3]int64{int64(i), frames(at + 1), frames(then + time.Second/(2*Rate))})
			}
			given = true
			return then
		})
		now = to
	}
	if err := p.Wait(context.Background()); err != nil {
		fmt.Println(err)
		return 1
	}
	for _, a := range asked {
		fmt.Println(a[0], a[1], a[2])
	}
	return 0
}

// switched is what must be heard: each clip at its own gain, and 5 ms of both
// where one takes the other's place. at is where those begin.
func switched(clips []Clip, asked string) (want []int16, at []int) {
	now, pos := clips[2], frames(clips[2].From)
	var x []float32
	sound := func(n int64) []float32 {
		y := make([]float32, 2*n)
		now.readAll(y, pos)
		for i := range n {
			y[i] = y[2*i] * float32(loudness.Amplitude(now.Gain))
		}
		return y[:n]
	}
	var is [][3]int64
	for line := range strings.Lines(asked) {
		var a [3]int64
		if n, _ := fmt.Sscan(line, &a[0], &a[1], &a[2]); n == 3 {
			is = append(is, a)
		}
	}
	for i, a := range is {
		if i+1 < len(is) && is[i+1][1] == a[2] {
			is[i+1][1] = a[1] // the next key came before this one was obeyed
			continue
		}
		x = append(x, sound(a[1]-pos)...)
		at = append(at, len(x))
		pos = a[1]
		was := sound(crossFrames)
		now, pos = clips[keys[a[0]].to], a[2]
		for i, v := range sound(crossFrames) {
			x = append(x, v+(was[i]-v)*float32(crossFrames-i)/crossFrames)
		}
		pos += crossFrames
	}
	for i, v := range append(x, sound(now.frames.Load()-pos)...) {
		in := min(float64(i+1)/fadeFrames, 1)
		want = append(want, int16(math.Round(float64(v)*in*32768)))
	}
	return want, at
}

func TestSwitchesAreHeardSampleForSample(t *testing.T) {
	card, dir := startCard(t), t.TempDir()
	speak(t, dir)
	clips, err := candidates(dir)
	if err != nil {
		t.Fatal(err)
	}
	patiently(t, func() func(bool) error {
		rec := record(t, card)
		cmd := child(t, "switch", card.Env(), fileEnv+"="+dir)
		out, err := cmd.Output()
		got := vcard.Span(rec.Stop())
		return func(stalled bool) error {
			if err != nil {
				return fmt.Errorf("%w: %s", err, bytes.TrimSpace(out))
			}
			want, at := switched(clips, string(out))
			// As many crossfades as there are keys but for those that were at once
			// followed by another one.
			if len(at) < 9 || len(at) >= len(keys) {
				return fmt.Errorf("%d switches were heard", len(at))
			}
			err := compare(vcard.Span(want), got, "0", stalled)
			return errors.Join(err, even(clips, want, at))
		}
	})
}

// even says whether what is heard around the switches, which are at, has no step
// that is larger than in the clips, and the level of the tone and the noise.
func even(clips []Clip, x []int16, at []int) (err error) {
	largest := 0.0
	for _, c := range clips {
		largest = max(largest, steps(stereoLeft(c)))
	}
	for i, a := range at {
		if most := steps(floats16(x[a-1 : a+crossFrames+1])); most > largest {
			err = errors.Join(err, fmt.Errorf("switch %d: a step of %.4f; the clips' largest is %.4f", i, most, largest))
		}
	}
	// From the noise to the tone.
	meter := func(x []int16) float64 {
		m := loudness.NewMeter(Rate)
		for range 40 { // a loudness takes 400 ms at least
			m.Write(floats16(x), 1)
		}
		return m.Integrated() + loudness.Twice
	}
	around := x[at[1]-1200 : at[1]+1200+crossFrames]
	if level := meter(around); math.Abs(level-loudness.Target) > 0.5 {
		err = errors.Join(err, fmt.Errorf("around a switch it is %.2f LUFS", level))
	}
	return err
}

func stereoLeft(c Clip) []float32 {
	x := stereo(c.Timeline)
	for i := range len(x) / 2 {
		x[i] = x[2*i] * float32(loudness.Amplitude(c.Gain))
	}
	return x[:len(x)/2]
}
