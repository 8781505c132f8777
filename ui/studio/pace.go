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
	v := p.Model.View()
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
