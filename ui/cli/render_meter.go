package cli

import (
	"fmt"
	"io"
	"os"
	"strings"
	"sync"

	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/term"

	"voicestudio/tts"
	"voicestudio/ui/charset"
)

// meter draws how far a run has come, on the last line of a terminal. Its
// lock also keeps the lines of several rows apart.
type meter struct {
	mu    sync.Mutex
	w     io.Writer
	width int // of the terminal; 0: none, nothing is drawn
	drawn bool

	total, done int
	now         string
}

// newMeter draws on the terminal that w is, if it is one. Where JSON goes to
// that terminal, too, a bar would only tear it.
func newMeter(w io.Writer, asJSON bool) *meter {
	m := &meter{w: w}
	f, isFile := charset.Unwrap(w).(*os.File)
	if !isFile || !term.IsTerminal(f.Fd()) || os.Getenv("TERM") == "dumb" || asJSON && term.IsTerminal(os.Stdout.Fd()) {
		return m
	}
	m.width, _, _ = term.GetSize(f.Fd())
	return m
}

func (m *meter) begin(total, done int) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.total, m.done = total, done
	m.draw()
}

func (m *meter) end() {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.clear()
	m.total = 0
}

// say notes something above the bar.
func (m *meter) say(o *options, sentence string) {
	m.above(func() { o.note(sentence) })
}

// above does what prints lines above the bar.
func (m *meter) above(print func()) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.clear()
	print()
	m.draw()
}

// step counts a row that has ended. The caller holds the lock, as for draw
// and clear.
func (m *meter) step(name string) {
	if m.total == 0 {
		return
	}
	m.done++
	m.now = name
	m.draw()
}

func (m *meter) draw() {
	const cells = 24
	if m.width == 0 || m.total == 0 {
		return
	}
	full := cells * m.done / m.total
	bar := strings.Repeat("━", full) + strings.Repeat("─", cells-full)
	line := fmt.Sprintf("%s %3d%%  %s  %s", bar, 100*m.done/m.total, say.render.progress(m.done, m.total), tts.Clean(m.now))
	fmt.Fprint(m.w, "\r\x1b[K"+ansi.Truncate(line, m.width-1, "…"))
	m.drawn = true
}

func (m *meter) clear() {
	if m.drawn {
		fmt.Fprint(m.w, "\r\x1b[K")
		m.drawn = false
	}
}
