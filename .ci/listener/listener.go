package main

import (
	_ "embed"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"math"
	"os"
	"path/filepath"
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

// broken is what a promise lacks, and the end of its check: a panic that report
// catches.
type broken string

func fail(format string, args ...any) { panic(broken(fmt.Sprintf(format, args...))) }

func must(err error) {
	if err != nil {
		fail("%v", err)
	}
}

// ask has the page evaluate an expression.
func ask[T any](l *listener, expression string) (value T) {
	must(l.Evaluate(expression, &value))
	return value
}

func (l *listener) press(keys ...key) {
	for _, k := range keys {
		must(l.Press(k))
	}
}

// arrive opens a page as somebody does who was never there.
func (l *listener) arrive(t test) {
	l.test = t
	l.reload()
	ask[bool](l, "(() => { try { localStorage.clear() } catch {} return true })()")
	l.reload()
}

// reload opens the page again.
func (l *listener) reload() {
	l.buffers = map[int]buffer{}
	must(l.Open("file://" + l.test.file))
	ask[bool](l, "(() => { "+probe+"; return true })()")
}

// begin presses enter and waits for a question.
func (l *listener) begin() {
	l.press(enter)
	l.wait("!document.getElementById('question').hidden", "enter did not start")
}

// attend arrives and begins.
func (l *listener) attend(t test) {
	l.arrive(t)
	l.begin()
}

// quiet wants that nothing went wrong on the page since it was opened.
func (l *listener) quiet() {
	wrong := ask[[]string](l, "window.probe?.errors ?? []")
	if w, is := l.browser.(watched); is {
		_, complaints := w.Told()
		wrong = append(wrong, complaints...)
	}
	if len(wrong) > 0 {
		fail("the console says %q", wrong)
	}
}

// wait asks until an expression is true.
func (l *listener) wait(expression, otherwise string) {
	for late := time.Now().Add(15 * time.Second); !ask[bool](l, expression); {
		if time.Now().After(late) {
			fail("%s", otherwise)
		}
		time.Sleep(5 * time.Millisecond) // a pause between two looks
	}
}

// sight is what a key may change.
type sight struct {
	Question string // "Question 3 of 10", or what else stands there
	Starts   int    // of sounds
	Over     bool
}

func (l *listener) look() sight {
	return ask[sight](l, `({
		question: document.getElementById("title").innerText, starts: probe.starts.length,
		over: !document.getElementById("end").hidden,
	})`)
}

// unmoved presses keys that must change nothing.
func (l *listener) unmoved(when string, keys ...key) {
	for _, k := range keys {
		before := l.look()
		l.press(k)
		if after := l.look(); after != before {
			fail("%s %s changed %v to %v", k.Code, when, before, after)
		}
	}
}

// hear presses a key and waits until what it starts has begun to sound.
func (l *listener) hear(k key) started {
	before := l.look().Starts
	l.press(k)
	l.wait(
		fmt.Sprintf("probe.starts.length > %d && probe.context.currentTime > probe.starts.at(-1).when + 0.02", before),
		k.Code+" started no sound")
	all := ask[[]started](l, "probe.starts")
	if len(all) != before+1 {
		fail("%s started %d sounds", k.Code, len(all)-before)
	}
	s := all[before]
	s.clip = l.buffer(s.Buffer).clip
	return s
}

// listen waits until the page's clock has gone on by so many seconds.
func (l *listener) listen(s float64) {
	ask[bool](l, fmt.Sprintf(`new Promise((then) => {
		const until = probe.context.currentTime + %f;
		const look = () => probe.context.currentTime > until ? then(true) : setTimeout(look, 3);
		look();
	})`, s))
}

// answer presses a key that leads on.
func (l *listener) answer(k key) {
	before := l.look()
	l.press(k)
	if after := l.look(); after.Question == before.Question && !after.Over {
		fail("%s did not lead on from %q", k.Code, before.Question)
	}
}

// save goes to the button by the keyboard, presses it, and returns what was saved,
// which is what the page shows.
func (l *listener) save() string {
	for range 20 {
		if ask[bool](l, "document.activeElement.id === 'save'") {
			break
		}
		l.press(tab)
	}
	shown := ask[string](l, "document.getElementById('votes').value")
	l.press(enter)
	saved := l.downloaded()
	if saved != shown {
		fail("the file is not what #votes says: %q, %q", saved, shown)
	}
	return saved
}

// downloaded waits for a file of votes and takes it away. WebKit's MiniBrowser
// saves at home.
func (l *listener) downloaded() string {
	for late := time.Now().Add(15 * time.Second); time.Now().Before(late); time.Sleep(10 * time.Millisecond) {
		for _, folder := range []string{"Downloads", "."} {
			names, err := filepath.Glob(filepath.Join(l.home, folder, "*-votes.json"))
			must(err)
			for _, name := range names {
				if data, err := os.ReadFile(name); err == nil && json.Valid(data) { // whole
					must(os.Remove(name))
					return string(data)
				}
			}
		}
	}
	fail("#save saved nothing")
	return ""
}

// buffer is what the browser made of a clip, and which one that is.
func (l *listener) buffer(i int) buffer {
	if b, known := l.buffers[i]; known {
		return b
	}
	decoded := ask[struct {
		Rate int
		Data []byte
	}](l, fmt.Sprintf("probe.decoded(%d)", i))
	samples := make([]float32, len(decoded.Data)/4)
	for n := range samples {
		samples[n] = math.Float32frombits(binary.LittleEndian.Uint32(decoded.Data[4*n:]))
	}
	b := buffer{bursts: burstsOf(samples, 1, decoded.Rate)}
	if len(b.bursts) != bursts {
		fail("a sound has %d bursts, not %d", len(b.bursts), bursts)
	}
	for b.clip = range l.test.clips {
		if alike(b.bursts, l.test.clips[b.clip].bursts) {
			l.buffers[i] = b
			return b
		}
	}
	fail("a sound is none of the clips")
	return b
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
