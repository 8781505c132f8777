package player

import (
	"bufio"
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"voicestudio/player/vcard"
)

const (
	partEnv  = "PLAYER_TEST_PART"
	fileEnv  = "PLAYER_TEST_FILE"
	chunkEnv = "PLAYER_TEST_CHUNK"
	// beforeEnv is how long the player is idle before it is used.
	beforeEnv = "PLAYER_TEST_BEFORE"
	// serverEnv is the process id of the sound server.
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
			patiently(t, func() error {
				rec := record(t, card)
				out := fields(output(t, child(t, "stream", card.Env(), fileEnv+"="+file, chunkEnv+"="+strconv.Itoa(chunk), beforeEnv+"=300ms")))
				got := vcard.Span(rec.Stop())
				t.Logf("%d samples of %d, first sound after %v (said %s ms), speed %s", len(got), len(want),
					sent(out, rec), out["first"], out["speed"])
				return compare(want, got, out["underruns"])
			})
		})
	}
}

func compare(want, got []int16, underruns string) error {
	if underruns != "0" {
		return fmt.Errorf("%s underruns", underruns)
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

// longPart plays two and a half seconds and tells where it is.
func longPart() int {
	p := New()
	defer p.Close()
	if p.Device().Silent {
		return absent
	}
	began := time.Now()
	tone(p, 2500*time.Millisecond)
	fmt.Println("started=1")
	last := time.Duration(0)
	for p.Status().State != Ended {
		pos := p.Status().Position
		if pos < last-30*time.Millisecond {
			fmt.Println("back=" + (last - pos).String())
		}
		last = pos
		time.Sleep(10 * time.Millisecond)
		if time.Since(began) > 10*time.Second {
			fmt.Printf("hangs=%+v\n", p.Status())
			break
		}
	}
	err := p.Wait(context.Background())
	fmt.Printf("took=%d\nsilent=%v\nreason=%s\nlost=%v\nerr=%v\n", time.Since(began).Milliseconds(), p.Device().Silent, p.Device().Reason, errors.Is(err, ErrDeviceLost), err)
	return 0
}

// ourRace matches a race report in which this package made one of the accesses.
var ourRace = regexp.MustCompile(`(?m)^(Read|Write|Previous).* by .*:\n\s+voicestudio/`)

func TestALostDeviceIsReplacedByTheSilentClock(t *testing.T) {
	for name, lose := range map[string]func(*vcard.Card){
		"the server dies":  (*vcard.Card).Kill,
		"the sink is gone": func(c *vcard.Card) { c.Unplug() },
		"the server hangs": func(c *vcard.Card) { c.Hang() },
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			card := startCard(t)
			// The race that the driver has with itself here is not ours.
			text, errs := withDevice(t, "long", func() { lose(card) }, card.Env(), "GORACE=exitcode=0")
			out := fields(text)
			if out["lost"] != "true" || !strings.HasPrefix(out["err"], "it was not heard to its end: the sound ") {
				t.Errorf("Wait has not told: %s", text)
			}
			if out["silent"] != "true" || !strings.Contains(out["reason"], "has gone") || out["hangs"] != "" || out["back"] != "" {
				t.Errorf("%s", text)
			}
			if ourRace.MatchString(errs) {
				t.Error(errs)
			}
			// A sink that vanishes is noticed after a second of nothing.
			if ms, _ := strconv.Atoi(out["took"]); ms < 2400 {
				t.Errorf("took %d ms", ms)
			}
		})
	}
}

// absent is how a part ends that needs a device, on a machine too busy for the
// server to answer in time.
const absent = 9

// withDevice is what a part says that needs a device; then is called a while
// after it has said that it started.
func withDevice(t *testing.T, part string, then func(), env ...string) (out, errs string) {
	t.Helper()
	for range 20 {
		cmd := child(t, part, env...)
		pipe, err := cmd.StdoutPipe()
		if err == nil {
			err = cmd.Start()
		}
		if err != nil {
			t.Fatal(err)
		}
		lines := bufio.NewScanner(pipe)
		for lines.Scan() {
			if out += lines.Text() + "\n"; lines.Text() == "started=1" {
				timer := time.AfterFunc(500*time.Millisecond, then)
				defer timer.Stop()
			}
		}
		err = cmd.Wait()
		if errs = fmt.Sprint(cmd.Stderr); err == nil {
			return out, errs
		}
		if cmd.ProcessState.ExitCode() != absent {
			t.Fatalf("%v: %s%s", err, out, errs)
		}
	}
	t.Fatal("the sound server never answers in time")
	return "", ""
}

// hungPart plays twice; the server hangs before the first time or, where it has
// its process id, before the second, when the device rests.
func hungPart() int {
	began := time.Now()
	p := New()
	if p.Device().Silent && os.Getenv(serverEnv) != "" {
		return absent
	}
	fmt.Printf("opened=%d\n", time.Since(began).Milliseconds())
	for i := range 2 {
		tone(p, 300*time.Millisecond)
		err := p.Wait(context.Background())
		fmt.Printf("lost%d=%v\nfirst%d=%v\n", i, errors.Is(err, ErrDeviceLost), i, p.Status().FirstSound > 0)
		if server := os.Getenv(serverEnv); i == 0 && server != "" {
			time.Sleep(restAfter + 200*time.Millisecond)
			if err := exec.Command("kill", "-STOP", server).Run(); err != nil {
				fmt.Println(err)
				return 1
			}
		}
	}
	p.Close()
	fmt.Printf("took=%d\nsilent=%v\nreason=%s\n", time.Since(began).Milliseconds(), p.Device().Silent, p.Device().Reason)
	return 0
}

func TestASoundServerThatHangsHoldsNobodyUp(t *testing.T) {
	for name, c := range map[string]struct {
		before bool
		want   map[string]string
	}{
		"from the start":       {true, map[string]string{"lost0": "false", "first0": "false", "lost1": "false", "first1": "false", "silent": "true"}},
		"while nothing sounds": {false, map[string]string{"lost0": "false", "first0": "true", "lost1": "true", "first1": "false", "silent": "true"}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			card := startCard(t)
			env := []string{card.Env(), serverEnv + "=" + card.Process()}
			if c.before {
				env = env[:1]
				if err := card.Hang(); err != nil {
					t.Fatal(err)
				}
			}
			text, _ := withDevice(t, "hung", func() {}, env...)
			out := fields(text)
			for k, want := range c.want {
				if out[k] != want {
					t.Errorf("%s=%s, want %s, of\n%s", k, out[k], want, text)
				}
			}
			// Far above what is needed, far below for ever.
			if ms, _ := strconv.Atoi(out["opened"]); ms > 5000 {
				t.Errorf("opened in %d ms", ms)
			}
			if ms, _ := strconv.Atoi(out["took"]); ms > 20000 {
				t.Errorf("took %d ms", ms)
			}
		})
	}
}

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
	if r := out["reason"]; r == "" || len(r) > 100 {
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

// idlePart plays a word and then idles: what does that cost?
func idlePart() int {
	p := New()
	defer p.Close()
	tone(p, 200*time.Millisecond)
	p.Wait(context.Background())
	time.Sleep(restAfter + 100*time.Millisecond)
	before := cpuTime()
	time.Sleep(3 * time.Second)
	idle := cpuTime() - before
	tone(p, 3*time.Second)
	before = cpuTime()
	p.Wait(context.Background())
	fmt.Printf("idle=%.2f\nplaying=%.2f\n", 100*idle.Seconds()/3, 100*(cpuTime()-before).Seconds()/3)
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

// BenchmarkProcessor measures the share of a core while idle and while playing.
func BenchmarkProcessor(b *testing.B) {
	card := startCard(b)
	for b.Loop() {
		out := fields(output(b, child(b, "idle", card.Env())))
		for _, k := range []string{"idle", "playing"} {
			v, _ := strconv.ParseFloat(out[k], 64)
			b.ReportMetric(v, k+"-%")
		}
	}
}
