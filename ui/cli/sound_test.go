package cli

import (
	"encoding/binary"
	"encoding/json"
	"fmt"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"voicestudio/player/lab/vcard"
)

// window is what the two recordings are compared by: 10 ms.
const window = vcard.Rate / 100

func TestSayIsHeardOnceWholeAndWithoutAGap(t *testing.T) {
	need(t, append(vcard.Programs, "espeak-ng", "lame", "mpg123")...)
	card, err := vcard.Start()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(card.Stop)
	p := newPerson(t).with(card.Env())
	p.program = build(t)
	// A machine that stands still makes gaps of its own, which hear tolerates
	// then; what the program does wrong it does every time.
	var wrong error
	for range 6 {
		if wrong = hear(t, p, card); wrong == nil {
			return
		}
		t.Log(wrong)
	}
	t.Error(wrong)
}

// build makes the program as it is shipped: the race detector, which the
// tests run with, is too slow to serve a sound card in time.
func build(t testing.TB) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "voicestudio")
	cmd := exec.Command("go", "build", "-o", path, "voicestudio")
	cmd.Env = append(os.Environ(), "CGO_ENABLED=0")
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return path
}

// heardAfter is how long after sending the take was heard, as it says itself.
func heardAfter(t *testing.T, p *person, take string) *int64 {
	t.Helper()
	var shown struct {
		AudibleMS *int64 `json:"audible_ms"`
	}
	if err := json.Unmarshal([]byte(p.runs("", "takes", "show", take, "--json").out), &shown); err != nil {
		t.Fatal(err)
	}
	return shown.AudibleMS
}

// hear lets the person say something and compares it with what was heard.
func hear(t *testing.T, p *person, card *vcard.Card) error {
	t.Helper()
	rec, err := card.Record()
	if err != nil {
		t.Fatal(err)
	}
	worst := vcard.WatchClock()
	got := p.runs("", "say", "--again", "--json", "--out", "said.mp3", "Are you happy today? 今天是不是很开心呀！ Of course I am, and it is a fine day.")
	stalled := worst() >= vcard.Stall
	heard := vcard.Span(rec.Stop())
	if got.code != 0 || got.err != "" && !stalled {
		t.Fatalf("exit %d: %s", got.code, got.err)
	}
	report := got.report(t)
	source := vcard.Span(decoded(t, p.path("said.mp3")))
	t.Logf("heard %.3f s of %.3f s; first sound after %v ms", seconds(heard), seconds(source), report["first_sound_ms"])
	if report["underruns"] != 0.0 || report["first_sound_ms"] == nil {
		return fmt.Errorf("reported: %v", report)
	}
	if after := heardAfter(t, p, report["take"].(string)); after == nil || *after < int64(report["first_chunk_ms"].(float64)) {
		return fmt.Errorf("the take says that it was heard after %v ms", after)
	}
	if whole, silence := vcard.WithoutGaps(source, heard); stalled {
		heard = whole
	} else if silence > 0 {
		return fmt.Errorf("gaps of %v", silence)
	}
	if d := len(heard) - len(source); d < -vcard.Rate/25 || d > vcard.Rate/25 {
		return fmt.Errorf("heard %.3f s of %.3f s", seconds(heard), seconds(source))
	}
	if r, at := likeness(source, heard); r < 0.99 {
		return fmt.Errorf("what is heard is not what was sent: their levels agree by %.3f, worst at %v", r, at)
	}
	return nil
}

func seconds(x []int16) float64 { return float64(len(x)) / vcard.Rate }

func decoded(t *testing.T, path string) []int16 {
	t.Helper()
	b, err := exec.Command("mpg123", "-q", "-s", "-m", "-r", "48000", path).Output()
	if err != nil {
		t.Fatal(err)
	}
	x := make([]int16, len(b)/2)
	for i := range x {
		x[i] = int16(binary.LittleEndian.Uint16(b[2*i:]))
	}
	return x
}

// likeness is the correlation of both levels, window by window, and where
// they differ most. A gap, a repetition or a second voice lowers it at once.
func likeness(a, b []int16) (r float64, worst time.Duration) {
	n := min(len(a), len(b)) / window
	x, y := levels(a, n), levels(b, n)
	var mx, my float64
	for i := range n {
		mx += x[i] / float64(n)
		my += y[i] / float64(n)
	}
	var xy, xx, yy, most float64
	for i := range n {
		xy += (x[i] - mx) * (y[i] - my)
		xx += (x[i] - mx) * (x[i] - mx)
		yy += (y[i] - my) * (y[i] - my)
		if d := math.Abs(x[i] - y[i]); d > most {
			most, worst = d, time.Duration(i)*10*time.Millisecond
		}
	}
	return xy / math.Sqrt(xx*yy), worst
}

func levels(x []int16, n int) []float64 {
	out := make([]float64, n)
	for i := range out {
		for _, v := range x[i*window : (i+1)*window] {
			out[i] += float64(v) * float64(v)
		}
		out[i] = math.Sqrt(out[i] / window)
	}
	return out
}

// BenchmarkSayToSound is the whole way: from the start of the program to the
// first sound at the card, and from the first chunk to it.
func BenchmarkSayToSound(b *testing.B) {
	card, err := vcard.Start()
	if err != nil {
		b.Fatal(err)
	}
	defer card.Stop()
	p := newPerson(b).with(card.Env())
	p.program = build(b)
	var whole, report float64
	n := 0
	for b.Loop() {
		rec, err := card.Record()
		if err != nil {
			b.Fatal(err)
		}
		began := time.Now()
		got := p.runs("", "say", "--again", "--json", "Hi there.")
		rec.Stop()
		if got.code != 0 {
			b.Fatal(got.err)
		}
		whole += float64(rec.First().Sub(began).Milliseconds())
		report += got.report(b)["first_sound_ms"].(float64)
		n++
	}
	b.ReportMetric(whole/float64(n), "start-to-sound-ms")
	b.ReportMetric(report/float64(n), "said-ms")
}
