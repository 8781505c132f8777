package player

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"sort"
	"strings"
	"testing"
	"time"

	"voicestudio/player/align"
	"voicestudio/player/lab/vcard"
	"voicestudio/player/loudness"
)

// candidates are what is switched among: a tone, a steady noise, and a sentence
// in two voices at two speeds, one of which rests in its middle, from files.
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

// sentence is said word by word, so that it is known where each is.
var sentence = strings.Fields("Welcome aboard of this long and slow boat, nobody here is in a hurry today.")

// spokenRate is that of espeak-ng, in Hz.
const spokenRate = 22050

// speak writes the files, and says where each word of either ends, in frames of
// the player.
func speak(t *testing.T, dir string) (ends [2][]int64) {
	need(t, "espeak-ng")
	for i, argv := range [][]string{{"-v", "en-us+f3", "-s", "150"}, {"-v", "en-gb", "-s", "190"}} {
		var samples []byte
		for n, word := range sentence {
			out, err := exec.Command("espeak-ng", append(argv, "--stdout", word)...).Output()
			_, said, found := bytes.Cut(out, []byte("data"))
			if err != nil || !found {
				t.Fatalf("%v: %d bytes", err, len(out))
			}
			samples = append(samples, said[4:]...)
			if i == 1 && n == 2 { // by their lengths the clips would be at different words
				samples = append(samples, make([]byte, 2*spokenRate)...)
			}
			ends[i] = append(ends[i], int64(len(samples))/2*Rate/spokenRate)
		}
		header := binary.LittleEndian.AppendUint32([]byte("RIFF"), uint32(36+len(samples)))
		header = append(header, "WAVEfmt \x10\x00\x00\x00\x01\x00\x01\x00"...)
		for _, n := range []uint32{spokenRate, 2 * spokenRate, 16<<16 | 2} {
			header = binary.LittleEndian.AppendUint32(header, n)
		}
		header = binary.LittleEndian.AppendUint32(append(header, "data"...), uint32(len(samples)))
		if err := os.WriteFile(filepath.Join(dir, spoken[i]), append(header, samples...), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return ends
}

// sameWords are the maps between the two that are spoken, by the clip that is left.
func sameWords(clips []Clip) (maps map[int]func(time.Duration) time.Duration, err error) {
	var of [2]*align.Features
	for i := range of {
		of[i] = align.Of(clips[2+i].Timeline.Sound())
	}
	there, aligned := align.Between(of[0], of[1])
	if !aligned {
		return nil, errors.New("the two are not aligned")
	}
	return map[int]func(time.Duration) time.Duration{2: there.At, 3: there.Back().At}, nil
}

// inWords says whether each switch from one that is spoken to the other led to the
// same word, or nearer to it than a listener notices.
func inWords(asked string, ends [2][]int64) (err error) {
	const near = 40 * Rate / 1000
	word := func(clip int, at int64) int {
		return sort.Search(len(sentence)-1, func(n int) bool { return ends[clip-2][n] > at })
	}
	from, switches := 2, 0
	for line := range strings.Lines(asked) {
		var key, at, then int64
		fmt.Sscan(line, &key, &at, &then)
		to := keys[key].to
		if from > 2 && to == 2 || from == 2 && to == 3 {
			switches++
			was := word(from, at)
			if min(was-word(to, then-near), word(to, then+near)-was) < 0 {
				err = errors.Join(err, fmt.Errorf("key %d: from %q it led to %q", key, sentence[was], sentence[word(to, then)]))
			}
		}
		from = to
	}
	if switches < 2 {
		return fmt.Errorf("%d switches were between the two that are spoken", switches)
	}
	return err
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
	same, err := sameWords(clips)
	if err != nil {
		fmt.Println(err)
		return 1
	}
	now, number, asked := clips[2], 2, make([][3]int64, 0, 2*len(keys))
	p.Switch(now, nil)
	for i, k := range keys {
		time.Sleep(k.after * time.Millisecond)
		from, to, given, was := now, clips[k.to], false, number
		p.Switch(to, func(at time.Duration) time.Duration {
			then := time.Duration(float64(at) * to.Duration().Seconds() / from.Duration().Seconds())
			if word := same[was]; word != nil && k.to >= 2 {
				then = word(at)
			}
			if given { // by Switch itself it is asked before that
				asked = append(asked, [3]int64{int64(i), frames(at + 1), frames(then + time.Second/(2*Rate))})
			}
			given = true
			return then
		})
		now, number = to, k.to
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
	ends := speak(t, dir)
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
			return errors.Join(err, even(clips, want, at), inWords(string(out), ends))
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
