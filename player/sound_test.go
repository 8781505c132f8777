package player

import (
	"bytes"
	"context"
	"encoding/binary"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"testing"
	"time"

	"voicestudio/player/lab/vcard"
)

const (
	partEnv  = "PLAYER_TEST_PART"
	fileEnv  = "PLAYER_TEST_FILE"
	chunkEnv = "PLAYER_TEST_CHUNK"
	// beforeEnv is how long the player is idle before it is used.
	beforeEnv = "PLAYER_TEST_BEFORE"
	// serverEnv is the process id of the sound server and the signal it gets.
	serverEnv = "PLAYER_TEST_SERVER"
)

// parts are what this test binary does as a child.
var parts = map[string]func() int{
	"stream": streamPart,
	"long":   longPart,
	"none":   nonePart,
	"idle":   idlePart,
	"scene":  scenePart,
	"jitter": jitterPart,
	"hung":   hungPart,
	"back":   backPart,
	"afar":   afarPart,
	"switch": switchPart,
}

func chirp(rate int, d time.Duration) []byte {
	n := int(d.Seconds() * float64(rate))
	var b []byte
	var phase float64
	for i := range n {
		phase += 2 * math.Pi * (200 + 1300*float64(i)/float64(n)) / float64(rate)
		b = binary.LittleEndian.AppendUint16(b, uint16(int16(16384*math.Sin(phase))))
	}
	return b
}

// streamPart plays the file in chunks of 100 ms and says when the first was sent.
func streamPart() int {
	data, err := os.ReadFile(os.Getenv(fileEnv))
	if err != nil {
		return 1
	}
	chunk, _ := strconv.Atoi(os.Getenv(chunkEnv))
	usableCard(patientOpen)
	p := New()
	defer p.Close()
	if p.Device().Silent {
		fmt.Println(p.Device().Reason)
		return 1
	}
	before, _ := time.ParseDuration(os.Getenv(beforeEnv))
	time.Sleep(before)
	sent := time.Now()
	p.Play(context.Background(), newPaced(data, chunk, 100*time.Millisecond), Format{Codec: "mp3"})
	if err := p.Wait(context.Background()); err != nil {
		fmt.Println(err)
		return 1
	}
	s := p.Status()
	fmt.Printf("sent=%d\nunderruns=%d\nfirst=%d\nspeed=%.2f\n", sent.UnixNano(), s.Underruns, s.FirstSound.Milliseconds(), s.Speed)
	return 0
}

// paces are the bytes of a 128 kbit/s stream in 100 ms, at a multiple of it.
var paces = map[string]int{"1x": 1600, "4x": 6400}

func TestAStreamIsHeardSampleForSample(t *testing.T) {
	card := startCard(t)
	data := encodedChirp(t, 32000, 2*time.Second)
	file := filepath.Join(t.TempDir(), "chirp.mp3")
	if err := os.WriteFile(file, data, 0o600); err != nil {
		t.Fatal(err)
	}
	tl := decodeAll(t, data)
	want := make([]int16, tl.frames.Load())
	for i, v := range stereo(tl) {
		want[i/2] = int16(v * 32768)
	}
	want = vcard.Span(want)

	for pace, chunk := range paces {
		t.Run(pace, func(t *testing.T) {
			patiently(t, func() func(bool) error {
				rec := record(t, card)
				out := fields(output(t, child(t, "stream", card.Env(), fileEnv+"="+file, chunkEnv+"="+strconv.Itoa(chunk), beforeEnv+"=300ms")))
				got := vcard.Span(rec.Stop())
				t.Logf("%d samples of %d, first sound after %v (said %s ms), speed %s", len(got), len(want),
					sent(out, rec), out["first"], out["speed"])
				return func(stalled bool) error { return compare(want, got, out["underruns"], stalled) }
			})
		})
	}
}

func compare(want, got []int16, underruns string, stalled bool) error {
	if underruns != "0" {
		return fmt.Errorf("%s underruns", underruns)
	}
	if whole, silence := vcard.WithoutGaps(want, got); stalled {
		got = whole
	} else if silence > 0 {
		return fmt.Errorf("gaps of %v", silence)
	}
	if d := len(got) - len(want); d < -Rate*40/1000 || d > Rate*40/1000 {
		return fmt.Errorf("%d samples, want %d", len(got), len(want))
	}
	// The fade of the first 5 ms hides where the sound begins; from its end on
	// every sample is the decoded one.
	if at, by := differs(want, got); at >= 0 {
		return fmt.Errorf("differs by %d at %v: a gap, a repeated or a lost sample", by, duration(int64(at)))
	}
	return nil
}

func sent(out map[string]string, rec *vcard.Recording) time.Duration {
	ns, _ := strconv.ParseInt(out["sent"], 10, 64)
	return rec.First().Sub(time.Unix(0, ns)).Round(time.Millisecond)
}

// differs aligns got to want and returns the first frame that is not the same,
// -1 if all are.
func differs(want, got []int16) (at int, by int) {
	at, by = 0, math.MaxInt
	for shift := -fadeFrames; shift <= fadeFrames; shift++ {
		worst, where := 0, -1
		for i := 2 * fadeFrames; i < len(want)-2*fadeFrames; i++ {
			j := i + shift
			if j < 0 || j >= len(got) {
				worst, where = math.MaxInt, i
				break
			}
			if d := int(want[i]) - int(got[j]); d > 2 || d < -2 {
				if where < 0 {
					where = i
				}
				worst = max(worst, d, -d)
			}
		}
		if where < 0 {
			return -1, 0
		}
		if where > at || by == math.MaxInt {
			at, by = where, worst
		}
	}
	return at, by
}

func decodeAll(t testing.TB, data []byte) *Timeline {
	tl := newTimeline(Format{Codec: "mp3"})
	j := &job{tl: tl, src: bytes.NewReader(data), format: Format{Codec: "mp3"}}
	err := j.decode(t.Context(), new(kernels), func() {})
	tl.finish(err)
	if err != nil {
		t.Fatal(err)
	}
	return tl
}

// patientOpen is how long a part waits for the device before it opens a player
// that would not.
const patientOpen = 20 * time.Second

// nonePart has no sound device at all.
func nonePart() int {
	log, err := os.Create(os.Getenv(fileEnv))
	if err != nil {
		return 1
	}
	_, restore, err := QuietStderr(log)
	if err != nil {
		return 1
	}
	began := time.Now()
	p := New()
	fmt.Printf("opened=%d\n", time.Since(began).Milliseconds())
	tone(p, 300*time.Millisecond)
	err = p.Wait(context.Background())
	fmt.Printf("took=%d\nerr=%v\nsilent=%v\nreason=%s\n", time.Since(began).Milliseconds(), err, p.Device().Silent, p.Device().Reason)
	p.Close()
	fmt.Fprintln(log, "end")
	restore()
	fmt.Fprint(os.Stderr, "restored")
	return 0
}

func TestWithoutADeviceItPlaysInSilence(t *testing.T) {
	log := filepath.Join(t.TempDir(), "log")
	cmd := child(t, "none", "PULSE_SERVER=unix:/nonexistent/native", fileEnv+"="+log)
	text := output(t, cmd)
	out := fields(text)
	if out["silent"] != "true" || out["err"] != "<nil>" {
		t.Errorf("%s", text)
	}
	if r := out["reason"]; r == "" || len(r) > 160 {
		t.Errorf("reason %q", r)
	}
	if ms, _ := strconv.Atoi(out["took"]); ms < 290 || ms > 1000 {
		t.Errorf("took %d ms", ms)
	}
	if got := fmt.Sprint(cmd.Stderr); got != "restored" {
		t.Errorf("on the screen: %q", got)
	}
	t.Logf("opened in %s ms: %s", out["opened"], out["reason"])
}

// idlePart idles, plays, and idles again: what does each cost?
func idlePart() int {
	usableCard(patientOpen)
	p := New()
	defer p.Close()
	share := func(name string, what func()) {
		before, began := cpuTime(), time.Now()
		what()
		fmt.Printf("%s=%.2f\n", name, 100*(cpuTime()-before).Seconds()/time.Since(began).Seconds())
	}
	rest := func() {
		time.Sleep(restAfter + 100*time.Millisecond)
	}
	rest()
	share("unused", func() { time.Sleep(5 * time.Second) })
	tone(p, 5*time.Second)
	share("playing", func() { p.Wait(context.Background()) })
	rest()
	share("idle", func() { time.Sleep(5 * time.Second) })
	return 0
}

// BenchmarkFirstSound measures from the first chunk sent to the first sound at
// the virtual card's monitor; one stream of a second per iteration.
func BenchmarkFirstSound(b *testing.B) {
	card := startCard(b)
	file := filepath.Join(b.TempDir(), "chirp.mp3")
	if err := os.WriteFile(file, encodedChirp(b, 32000, time.Second), 0o600); err != nil {
		b.Fatal(err)
	}
	for pace, chunk := range paces {
		for _, before := range []string{"300ms", "4s"} {
			b.Run(pace+"/idle-"+before, func(b *testing.B) {
				var ms []float64
				for b.Loop() {
					rec := record(b, card)
					out := fields(output(b, child(b, "stream", card.Env(), fileEnv+"="+file, chunkEnv+"="+strconv.Itoa(chunk), beforeEnv+"="+before)))
					rec.Stop()
					ms = append(ms, float64(sent(out, rec).Milliseconds()))
				}
				slices.Sort(ms)
				b.Log(ms)
				b.ReportMetric(ms[len(ms)/2], "median-ms")
				b.ReportMetric(ms[len(ms)-1], "worst-ms")
			})
		}
	}
}

// BenchmarkProcessor measures the share of a core of a player that was never
// used, while it plays, and while it idles afterwards.
func BenchmarkProcessor(b *testing.B) {
	card := startCard(b)
	for b.Loop() {
		out := fields(output(b, child(b, "idle", card.Env())))
		for _, k := range []string{"unused", "playing", "idle"} {
			v, _ := strconv.ParseFloat(out[k], 64)
			b.ReportMetric(v, k+"-%")
		}
	}
}
