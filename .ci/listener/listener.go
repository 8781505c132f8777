package main

import (
	_ "embed"
	"encoding/base64"
	"encoding/binary"
	"fmt"
	"math"
	"time"
)

//go:embed probe.js
var probe string

// listener is a person at a page: presses keys, hears, and knows by the bursts
// which clip that is.
type listener struct {
	browser
	home string
	test test
	// buffers are the sounds of this page, by the number that the probe gives them.
	buffers map[int]buffer
}

// buffer is a clip as the browser decoded it.
type buffer struct {
	clip   int
	bursts []float64 // s
}

// started is a sound that began: at a moment of the page's clock, from a place of
// a buffer, both in seconds.
type started struct {
	When, Offset float64
	Buffer       int
	clip         int
}

// arrive opens a page as somebody does who was never there.
func (l *listener) arrive(t test) error {
	l.test = t
	if err := l.reload(); err != nil {
		return err
	}
	var gone bool
	if err := l.Evaluate("(() => { try { localStorage.clear() } catch {} return true })()", &gone); err != nil {
		return err
	}
	return l.reload()
}

// reload opens the page again.
func (l *listener) reload() error {
	l.buffers = map[int]buffer{}
	if err := l.Open("file://" + l.test.file); err != nil {
		return err
	}
	var there bool
	return l.Evaluate("(() => { "+probe+"; return true })()", &there)
}

// begin presses enter and waits for a question.
func (l *listener) begin() error {
	if err := l.Press(enter); err != nil {
		return err
	}
	return l.wait("!document.getElementById('question').hidden", "enter did not start")
}

// quiet wants that nothing went wrong on the page since it was opened.
func (l *listener) quiet() error {
	var errs []string
	if err := l.Evaluate("window.probe?.errors ?? []", &errs); err != nil {
		return err
	}
	if w, is := l.browser.(watched); is {
		_, complaints := w.Told()
		errs = append(errs, complaints...)
	}
	if len(errs) > 0 {
		return fmt.Errorf("the console says %q", errs)
	}
	return nil
}

// attend arrives and starts.
func (l *listener) attend(t test) error {
	if err := l.arrive(t); err != nil {
		return err
	}
	return l.begin()
}

// wait asks until an expression is true.
func (l *listener) wait(expression, otherwise string) error {
	for late := time.Now().Add(15 * time.Second); time.Now().Before(late); {
		var is bool
		if err := l.Evaluate(expression, &is); err != nil || is {
			return err
		}
		time.Sleep(5 * time.Millisecond) // a pause between two looks
	}
	return fmt.Errorf("%s", otherwise)
}

// sight is what a key may change.
type sight struct {
	Question string // "3 of 10", or what else stands there
	Starts   int    // of sounds
	Over     bool
}

func (l *listener) look() (s sight, err error) {
	err = l.Evaluate(`({
		question: document.getElementById("title").innerText, starts: probe.starts.length,
		over: !document.getElementById("end").hidden,
	})`, &s)
	return s, err
}

// unmoved presses a key that must change nothing.
func (l *listener) unmoved(k key, when string) error {
	before, err := l.look()
	if err != nil {
		return err
	}
	if err := l.Press(k); err != nil {
		return err
	}
	if after, err := l.look(); err != nil || after != before {
		return fmt.Errorf("%s %s changed %v to %v (%w)", k.Code, when, before, after, err)
	}
	return nil
}

// hear presses a key and waits until what it starts has begun to sound.
func (l *listener) hear(k key) (s started, err error) {
	before, err := l.look()
	if err != nil {
		return s, err
	}
	if err := l.Press(k); err != nil {
		return s, err
	}
	begun := fmt.Sprintf("probe.starts.length > %d && probe.context.currentTime > probe.starts.at(-1).when + 0.02", before.Starts)
	if err := l.wait(begun, k.Code+" started no sound"); err != nil {
		return s, err
	}
	var all []started
	if err := l.Evaluate("probe.starts", &all); err != nil {
		return s, err
	}
	if len(all) != before.Starts+1 {
		return s, fmt.Errorf("%s started %d sounds", k.Code, len(all)-before.Starts)
	}
	s = all[len(all)-1]
	b, err := l.buffer(s.Buffer)
	s.clip = b.clip
	return s, err
}

// listen waits until the page's clock has gone on by so many seconds.
func (l *listener) listen(s float64) error {
	var on bool
	return l.Evaluate(fmt.Sprintf(`new Promise((then) => {
		const until = probe.context.currentTime + %f;
		const look = () => probe.context.currentTime > until ? then(true) : setTimeout(look, 3);
		look();
	})`, s), &on)
}

// answer presses a key that leads on.
func (l *listener) answer(k key) error {
	before, err := l.look()
	if err != nil {
		return err
	}
	if err := l.Press(k); err != nil {
		return err
	}
	after, err := l.look()
	if err == nil && after.Question == before.Question && !after.Over {
		return fmt.Errorf("%s did not lead on from %q", k.Code, before.Question)
	}
	return err
}

// buffer is what the browser made of a clip, and which one that is.
func (l *listener) buffer(i int) (buffer, error) {
	if b, known := l.buffers[i]; known {
		return b, nil
	}
	var rate int
	var text string
	if err := l.Evaluate(fmt.Sprintf("probe.samples(%d)", i), &[]any{&rate, &text}); err != nil {
		return buffer{}, err
	}
	bytes, err := base64.StdEncoding.DecodeString(text)
	if err != nil {
		return buffer{}, err
	}
	samples := make([]float32, len(bytes)/4)
	for n := range samples {
		samples[n] = math.Float32frombits(binary.LittleEndian.Uint32(bytes[4*n:]))
	}
	b := buffer{bursts: burstsOf(samples, 1, rate)}
	if len(b.bursts) != bursts {
		return b, fmt.Errorf("a sound has %d bursts, not %d", len(b.bursts), bursts)
	}
	for b.clip = range l.test.clips {
		if alike(b.bursts, l.test.clips[b.clip].bursts) {
			l.buffers[i] = b
			return b, nil
		}
	}
	return b, fmt.Errorf("a sound is none of the clips")
}

// alike compares gaps, whatever is before the first.
func alike(a, b []float64) bool {
	for n := 1; n < bursts; n++ {
		if math.Abs((a[n]-a[n-1])-(b[n]-b[n-1])) > 0.004 {
			return false
		}
	}
	return true
}
