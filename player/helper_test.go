package player

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"io"
	"math"
	"os"
	"os/exec"
	"testing"
	"time"

	"go.uber.org/goleak"

	"voicestudio/player/lab/vcard"
)

func TestMain(m *testing.M) {
	if part := os.Getenv(partEnv); part != "" {
		os.Exit(parts[part]())
	}
	goleak.VerifyTestMain(m)
}

func need(t testing.TB, tools ...string) {
	t.Helper()
	for _, tool := range tools {
		if _, err := exec.LookPath(tool); err != nil {
			t.Fatalf("%s is not installed", tool)
		}
	}
}

// patiently repeats a recording and its judgement. What the player does wrong it
// does every time, three tries suffice; but a machine that stands still for
// longer than a card's blocks last disturbs the sound by itself. A judge that is
// told so tolerates the gaps that the card made then, and a try that is wrong
// nevertheless does not count.
func patiently(t *testing.T, try func() (judge func(stalled bool) error)) {
	t.Helper()
	const patience = 40 * time.Second
	var wrong []error
	began := time.Now()
	for len(wrong) < 3 && time.Since(began) < patience {
		worst := vcard.WatchClock()
		judge := try()
		late := worst()
		err := judge(late >= vcard.Stall)
		if err == nil {
			return
		}
		t.Logf("%v (the machine stood still for %v)", err, late.Round(time.Millisecond/10))
		if late < vcard.Stall {
			wrong = append(wrong, err)
		}
	}
	if len(wrong) == 0 {
		t.Fatalf("wrong in every try of %v, in each of which the machine stood still", time.Since(began).Round(time.Second))
	}
	t.Error(errors.Join(wrong...))
}

// sine is hz at half of full scale, as pcm.
func sine(rate, channels int, hz float64, d time.Duration) []byte {
	var b []byte
	for i := range int(d.Seconds()*float64(rate) + 0.5) {
		v := uint16(int16(math.Round(16384 * math.Sin(2*math.Pi*hz*float64(i)/float64(rate)))))
		for range channels {
			b = binary.LittleEndian.AppendUint16(b, v)
		}
	}
	return b
}

// paced gives a chunk at a time: the first at once, one more every period.
type paced struct {
	data   []byte
	chunk  int
	period time.Duration
	next   time.Time
	closed chan struct{}
}

func newPaced(data []byte, chunk int, period time.Duration) *paced {
	return &paced{data: data, chunk: chunk, period: period, closed: make(chan struct{})}
}

func (p *paced) Read(b []byte) (int, error) {
	if len(p.data) == 0 {
		return 0, io.EOF
	}
	if p.next.IsZero() {
		p.next = time.Now()
	} else {
		p.next = p.next.Add(p.period)
	}
	timer := time.NewTimer(time.Until(p.next))
	defer timer.Stop()
	select {
	case <-timer.C:
	case <-p.closed:
		return 0, os.ErrClosed
	}
	n := copy(b, p.data[:min(p.chunk, len(p.data))])
	p.data = p.data[n:]
	return n, nil
}

func (p *paced) Close() error {
	close(p.closed)
	return nil
}

var mono16k = Format{Codec: "pcm", SampleRate: 16000, Channels: 1}

// second plays d of a 400 Hz tone that is there at once.
func tone(p *Player, d time.Duration) *Timeline {
	return p.Play(context.Background(), bytes.NewReader(sine(16000, 1, 400, d)), mono16k)
}

func stereo(t *Timeline) []float32 {
	x := make([]float32, 2*t.frames.Load())
	t.read(x, 0)
	return x
}
