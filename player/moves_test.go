package player

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"strconv"
	"testing"
	"time"

	"voicestudio/player/lab/vcard"
)

// scenarios are what a person does while sound plays, at the virtual card; the
// recordings are what is judged.
var scenarios = map[string]struct {
	play  func(p *Player) error
	judge func(x []int16) error
}{
	"a stall of half a second": {
		// 4x until 0.8 s have come, then nothing for 1.1 s, then the rest.
		func(p *Player) error {
			pcm := chirp(32000, 1600*time.Millisecond)
			cut := len(pcm) / 2
			rest := newPaced(pcm[cut:], cut, 0)
			rest.next = time.Now().Add(1350 * time.Millisecond)
			p.Play(context.Background(), io.MultiReader(newPaced(pcm[:cut], 25600, 100*time.Millisecond), rest), mono32k)
			err := p.Wait(context.Background())
			if r := p.Status().Report; r.Underruns != 1 {
				return errors.Join(err, fmt.Errorf("%+v", r))
			}
			return err
		},
		func(x []int16) error {
			return oneGap(x, 1600*time.Millisecond, 350*time.Millisecond, 700*time.Millisecond)
		},
	},
	"pause and resume": {
		func(p *Player) error {
			p.Play(context.Background(), bytes.NewReader(chirp(32000, 1200*time.Millisecond)), mono32k)
			time.Sleep(500 * time.Millisecond)
			p.Pause()
			time.Sleep(300 * time.Millisecond)
			p.Resume()
			return p.Wait(context.Background())
		},
		func(x []int16) error {
			return oneGap(x, 1200*time.Millisecond, 200*time.Millisecond, 400*time.Millisecond)
		},
	},
	"seek during streaming": {
		func(p *Player) error {
			p.Play(context.Background(), newPaced(chirp(32000, 2*time.Second), 25600, 100*time.Millisecond), mono32k)
			time.Sleep(450 * time.Millisecond)
			p.Seek(1200 * time.Millisecond)
			return p.Wait(context.Background())
		},
		func(x []int16) error {
			// 0.4 to 0.45 s before, 0.8 s after.
			return errors.Join(long(x, 1120*time.Millisecond, 1330*time.Millisecond), unbroken(x))
		},
	},
	"a loop": {
		func(p *Player) error {
			p.Replay(toneOf(310, 0.5, 2*time.Second))
			p.Loop(500*time.Millisecond, 800*time.Millisecond)
			time.Sleep(1600 * time.Millisecond)
			p.Stop()
			return nil
		},
		func(x []int16) error {
			seams := dips(x)
			if len(seams) < 5 {
				return fmt.Errorf("seams at %v", seams)
			}
			for i := 1; i < 5; i++ {
				if d := seams[i] - seams[i-1]; d < 14380 || d > 14420 {
					return fmt.Errorf("the loop took %d frames, want 14400", d)
				}
			}
			return smooth(x, 310, 0.5)
		},
	},
	"half as fast again": {
		func(p *Player) error {
			p.SetTempo(1.5)
			p.Replay(toneOf(440, 0.5, 1800*time.Millisecond))
			return p.Wait(context.Background())
		},
		func(x []int16) error {
			err := errors.Join(long(x, 1180*time.Millisecond, 1220*time.Millisecond), unbroken(x), smooth(x, 440, 0.5))
			mid := x[2400 : len(x)-2400]
			if hz, level := pitch(floats16(mid)), rms(mid); math.Abs(hz-440) > 3 || math.Abs(level-0.354) > 0.01 {
				err = errors.Join(err, fmt.Errorf("%.1f Hz at %.3f", hz, level))
			}
			return err
		},
	},
	"volume and stop": {
		func(p *Player) error {
			p.SetVolume(-6.02)
			p.Replay(toneOf(440, 0.5, 3*time.Second))
			time.Sleep(600 * time.Millisecond)
			p.Stop()
			return nil
		},
		func(x []int16) error {
			err := errors.Join(long(x, 500*time.Millisecond, 680*time.Millisecond), unbroken(x), smooth(x, 440, 0.25))
			if level := rms(x[2400 : len(x)-2400]); math.Abs(level-0.177) > 0.005 {
				err = errors.Join(err, fmt.Errorf("level %.3f, want 0.177", level))
			}
			return err
		},
	},
}

var mono32k = Format{Codec: "pcm", SampleRate: 32000, Channels: 1}

const sceneEnv = "PLAYER_TEST_SCENE"

func scenePart() int {
	usableCard(patientOpen)
	p := New()
	defer p.Close()
	if p.Device().Silent {
		fmt.Println(p.Device().Reason)
		return 1
	}
	time.Sleep(200 * time.Millisecond)
	if err := scenarios[os.Getenv(sceneEnv)].play(p); err != nil {
		fmt.Println(err)
		return 1
	}
	time.Sleep(200 * time.Millisecond)
	return 0
}

// places bounds how many cards play at a time.
var places = make(chan struct{}, 2)

func TestWhatIsDoneIsHeardWithoutAClick(t *testing.T) {
	for name, s := range scenarios {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			places <- struct{}{}
			defer func() { <-places }()
			card := startCard(t)
			patiently(t, func() func(bool) error {
				rec := record(t, card)
				out, err := child(t, "scene", card.Env(), sceneEnv+"="+name).Output()
				x := vcard.Span(rec.Stop())
				return func(stalled bool) error {
					switch {
					case err != nil:
						return fmt.Errorf("%w: %s", err, out)
					case len(x) < Rate/4:
						return fmt.Errorf("only %d samples were heard", len(x))
					case stalled:
						x = withoutCuts(x)
					}
					return s.judge(x)
				}
			})
		})
	}
}

func floats16(x []int16) []float32 {
	y := make([]float32, len(x))
	for i, v := range x {
		y[i] = float32(v) / 32768
	}
	return y
}

func rms(x []int16) float64 {
	sum := 0.0
	for _, v := range x {
		sum += float64(v) * float64(v)
	}
	return math.Sqrt(sum/float64(len(x))) / 32768
}

func long(x []int16, least, most time.Duration) error {
	if d := duration(int64(len(x))); d < least || d > most {
		return fmt.Errorf("%v were heard, want %v to %v", d, least, most)
	}
	return nil
}

// gaps are the stretches of 8 ms or more in which nothing is heard.
func gaps(x []int16) (at [][2]int) {
	from := -1
	for i, v := range append(x[:len(x):len(x)], math.MaxInt16) {
		switch quiet := v < 30 && v > -30; {
		case quiet && from < 0:
			from = i
		case !quiet && from >= 0:
			if i-from >= Rate*8/1000 {
				at = append(at, [2]int{from, i})
			}
			from = -1
		}
	}
	return at
}

// withoutCuts is x without the gaps that begin or end in full sound: those of a
// card that was served late. The player's own fade out and in.
func withoutCuts(x []int16) (y []int16) {
	loud := func(at int) bool {
		// 3 frames of a fade from full scale are below that, of a tone above.
		return at >= 0 && at < len(x) && (x[at] > 330 || x[at] < -330)
	}
	for i := 0; i < len(x); {
		n := 0
		for i+n < len(x) && x[i+n] == 0 {
			n++
		}
		if n >= Rate/2000 && (loud(i-1) || loud(i-2) || loud(i-3)) && (loud(i+n) || loud(i+n+1) || loud(i+n+2)) {
			i += n
			continue
		}
		n = max(n, 1)
		y = append(y, x[i:i+n]...)
		i += n
	}
	return y
}

func unbroken(x []int16) error {
	if g := gaps(x); len(g) > 0 {
		return fmt.Errorf("gaps at %v", g)
	}
	return nil
}

// smooth finds clicks: jumps that no tone of hz at that level makes.
func smooth(x []int16, hz, level float64) error {
	if c := clicks(floats16(x), level*2*math.Pi*hz/Rate*1.35+0.001); len(c) > 0 {
		return fmt.Errorf("clicks at %v", c)
	}
	return nil
}

// dips are the places between two fades.
func dips(x []int16) (at []int) {
	for i := 480; i < len(x)-480; i++ {
		quiet := true
		for _, v := range x[i-4 : i+4] {
			quiet = quiet && v < 330 && v > -330
		}
		if quiet && (len(at) == 0 || i-at[len(at)-1] > 2400) {
			at = append(at, i)
		}
	}
	return at
}

// oneGap wants all of a chirp of a length, but for one gap.
func oneGap(x []int16, whole, least, most time.Duration) error {
	g := gaps(x)
	if len(g) != 1 {
		return fmt.Errorf("gaps at %v, want one", g)
	}
	gap := g[0][1] - g[0][0]
	if d := duration(int64(gap)); d < least || d > most {
		return fmt.Errorf("a gap of %v, want %v to %v", d, least, most)
	}
	// What fades out is heard again.
	if d := len(x) - gap - int(frames(whole)); d < -fadeFrames || d > 3*fadeFrames {
		return fmt.Errorf("%d frames were heard beside the gap, %d more than there are", len(x)-gap, d)
	}
	// The chirp's pitch tells the place: it goes on where it broke off.
	before, after := pitch(floats16(x[g[0][0]-1500:g[0][0]-300])), pitch(floats16(x[g[0][1]+300:g[0][1]+1500]))
	if after < before || after > before*1.2+30 {
		return fmt.Errorf("%.0f Hz before the gap, %.0f Hz after it", before, after)
	}
	return smooth(x, 1500, 0.5)
}

func TestAJitteryStreamIsHeardSampleForSample(t *testing.T) {
	card := startCard(t)
	pcm := chirp(48000, 1500*time.Millisecond)
	file := t.TempDir() + "/chirp"
	if err := os.WriteFile(file, pcm, 0o600); err != nil {
		t.Fatal(err)
	}
	want := make([]int16, len(pcm)/2)
	for i := range want {
		want[i] = int16(uint16(pcm[2*i]) | uint16(pcm[2*i+1])<<8)
	}
	want = vcard.Span(want)
	patiently(t, func() func(bool) error {
		rec := record(t, card)
		out := fields(output(t, child(t, "jitter", card.Env(), fileEnv+"="+file)))
		got := vcard.Span(rec.Stop())
		return func(stalled bool) error { return compare(want, got, out["underruns"], stalled) }
	})
}

// jittery brings chunks of 100 ms at twice the pace, up to 80 ms early or late.
type jittery struct {
	data  []byte
	chunk int
	n     int
	began time.Time
}

func (j *jittery) Read(b []byte) (int, error) {
	if len(j.data) == 0 {
		return 0, io.EOF
	}
	if j.began.IsZero() {
		j.began = time.Now()
	}
	off := time.Duration([]int{0, 30, -30, 40, -40, 0, 35}[j.n%7]) * time.Millisecond
	time.Sleep(time.Until(j.began.Add(time.Duration(j.n)*50*time.Millisecond + off)))
	n := copy(b, j.data[:min(j.chunk, len(j.data))])
	j.data = j.data[n:]
	j.n++
	return n, nil
}

func jitterPart() int {
	data, err := os.ReadFile(os.Getenv(fileEnv))
	if err != nil {
		return 1
	}
	usableCard(patientOpen)
	p := New()
	defer p.Close()
	p.Play(context.Background(), &jittery{data: data, chunk: 9600}, Format{Codec: "pcm", SampleRate: 48000, Channels: 1})
	if err := p.Wait(context.Background()); err != nil {
		return 1
	}
	fmt.Println("underruns=" + strconv.Itoa(p.Status().Underruns))
	return 0
}
