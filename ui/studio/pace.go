package studio

import (
	"reflect"
	"sync"
	"time"

	tea "charm.land/bubbletea/v2"
)

// Bubble Tea looks for a new frame at every tick of a clock that never stops,
// which costs a program that stands still 1 % of a core (its pull requests 1776
// and 1796 would change that). It has no option for it, so paced reaches for
// that clock, the field "ticker" of tea.Program: fast after each View, slow when
// none came for a while. Where a version has no such field, all is as without.
type paced struct {
	*Model
	program *tea.Program

	mu     sync.Mutex
	ticker *time.Ticker // nil: not found
	rest   *time.Timer
	awake  bool

	far  bool // the terminal is at the other end of a network
	last tea.View
	at   time.Time // when last was drawn
}

// A frame in which only time has passed waits for its turn. Rows with wide letters
// are written anew in every frame, changed or not (ultraviolet's issue 163): twenty
// times a second, a Chinese script would take 60 kB of the line in each.
const (
	calmPace = time.Second // where nothing is to move by itself
	widePace = 100 * time.Millisecond
	farPace  = 250 * time.Millisecond // the same over a network
)

// held reports whether the last frame is good enough.
func (p *paced) held(now time.Time) bool {
	least := time.Duration(0)
	switch {
	case !p.ticked || !p.sound.Ticking():
		return false
	case p.Theme.Still:
		least = calmPace
	case !hasWide(p.last.Content):
	case p.far:
		least = farPace
	default:
		least = widePace
	}
	passed := now.Sub(p.at)
	return passed >= 0 && passed < least
}

// hasWide reports letters that take two cells: Chinese, Japanese, Korean, emoji. Only
// theirs begin with these bytes.
func hasWide(drawn string) bool {
	for i := range len(drawn) {
		if b := drawn[i]; b >= 0xe3 && b <= 0xed || b == 0xf0 {
			return true
		}
	}
	return false
}

const (
	// framesPerSecond is how often a new frame is looked for while something
	// moves: the first frame and the answer to a key wait for no more than 17 ms.
	framesPerSecond = 60
	// resting is the pace while nothing moves, for a frame that came in the very
	// moment of falling asleep; restful is longer than any frame takes.
	resting = time.Second
	restful = 150 * time.Millisecond
)

// tickerOf is Bubble Tea's clock, nil where this version has none by that name.
func tickerOf(program *tea.Program) *time.Ticker {
	field := reflect.ValueOf(program).Elem().FieldByName("ticker")
	if !field.IsValid() || field.Type() != reflect.TypeFor[*time.Ticker]() {
		return nil
	}
	return (*time.Ticker)(field.UnsafePointer())
}

// Init runs once the program has begun, and its clock with it.
func (p *paced) Init() tea.Cmd {
	p.mu.Lock()
	if p.ticker = tickerOf(p.program); p.ticker != nil {
		p.rest = time.AfterFunc(restful, p.sleep)
		p.awake = true
	}
	p.mu.Unlock()
	return p.Model.Init()
}

// Update implements tea.Model.
func (p *paced) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	_, cmd := p.Model.Update(msg)
	return p, cmd
}

// View draws, and wakes the clock that shows it.
func (p *paced) View() tea.View {
	now := p.Now()
	if p.held(now) {
		return p.last
	}
	v := p.Model.View()
	p.last, p.at = v, now
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.ticker != nil {
		p.rest.Reset(restful)
		if !p.awake {
			p.awake = true
			p.ticker.Reset(time.Second / framesPerSecond)
		}
	}
	return v
}

func (p *paced) sleep() {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.awake {
		p.awake = false
		p.ticker.Reset(resting)
	}
}

// stop ends the timer, after the program.
func (p *paced) stop() {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.rest != nil {
		p.rest.Stop()
	}
	p.ticker, p.awake = nil, false
}
