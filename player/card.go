package player

import (
	"errors"
	"sync"
	"time"
	_ "unsafe" // for linkname

	"github.com/ebitengine/oto/v3"
)

// A card is one oto context, and so one connection to a sound server or one
// open device. It cannot be closed: one that is lost is left behind, suspended,
// and another is opened when the device is there again.
//
// A sound server or a driver may hang, and a call into it then never returns. So
// every such call runs on a goroutine of its own, which may leak, and a device
// that is not ready in time counts as absent.
type card struct {
	ready chan struct{} // closed when what follows is set, and ctx is ready
	ctx   *oto.Context
	err   error
	began time.Time // to be opened

	// Of cards.mu.
	gone   error // why it is left behind
	awake  bool  // the last of Suspend and Resume was Resume, or neither was called
	moving bool  // a goroutine is calling one of them
}

// cards are the cards of this process, of which one at a time is used.
var cards struct {
	mu      sync.Mutex
	now     *card // nil: none was opened yet
	users   int   // players that need it running
	seeking bool  // a goroutine looks whether there is a device again
	tried   sight // when now was opened
}

// restAfter is how long nothing plays before the device is suspended: oto feeds
// it silence otherwise, which costs 2.5 % of a core.
const restAfter = 2 * time.Second

// otoHasContext is all by which oto v3.5.1 refuses a second context. Its documentation
// promises nothing of one; its source does, for all systems: what PulseAudio,
// ALSA and WASAPI need is part of the context, and of the contexts that Core
// Audio and WinMM call back, the last one made is meant. Should another version
// keep its own count, a device that was lost stays so until the program is
// started anew, and the test that plays on two cards fails.
//
//go:linkname otoHasContext github.com/ebitengine/oto/v3.contextCreated
var otoHasContext bool

// openCard opens a card in place of the last one, which must be ready if there
// was one. The caller holds cards.mu.
func openCard() *card {
	c := &card{ready: make(chan struct{}), awake: true, began: time.Now()}
	cards.now, cards.tried = c, seen()
	go func() {
		otoHasContext = false
		var ready <-chan struct{}
		c.ctx, ready, c.err = oto.NewContext(&oto.NewContextOptions{
			SampleRate:      Rate,
			ChannelCount:    2,
			Format:          oto.FormatFloat32LE,
			BufferSize:      cardBuffer,
			ApplicationName: "voicestudio",
		})
		if c.err == nil {
			<-ready
		}
		close(c.ready)
		useCard(0) // suspend it where New gave up waiting
	}()
	return c
}

// isReady does not wait.
func (c *card) isReady() bool {
	select {
	case <-c.ready:
		return true
	default:
		return false
	}
}

// fault is why nothing can be heard from a card that is ready.
func (c *card) fault() error {
	cards.mu.Lock()
	gone := c.gone
	cards.mu.Unlock()
	switch {
	case c.err != nil:
		return c.err
	case gone != nil:
		return gone
	}
	return c.ctx.Err()
}

// leave says that a card that is ready plays no more: should its server be
// alive after all, it is not fed any longer.
func (c *card) leave(why error) {
	cards.mu.Lock()
	defer cards.mu.Unlock()
	if c.gone == nil {
		c.gone = why
		c.move()
	}
}

// useCard counts the players that need the card running.
func useCard(players int) {
	cards.mu.Lock()
	defer cards.mu.Unlock()
	cards.users += players
	if c := cards.now; c != nil && c.isReady() && c.err == nil {
		c.move()
	}
}

func (c *card) wanted() bool { return c.gone == nil && cards.users > 0 }

// move suspends or resumes the card until that is what its users need. The
// caller holds cards.mu. Through ALSA either call waits for the device, perhaps
// without end.
func (c *card) move() {
	if c.moving || c.awake == c.wanted() {
		return
	}
	c.moving = true
	go func() {
		cards.mu.Lock()
		defer cards.mu.Unlock()
		for c.awake != c.wanted() {
			c.awake = !c.awake
			move := c.ctx.Suspend
			if c.awake {
				move = c.ctx.Resume
			}
			cards.mu.Unlock()
			// An error means that the device is lost, which the next run reports.
			_ = move()
			cards.mu.Lock()
		}
		c.moving = false
	}()
}

var (
	errNotYet = errors.New("the sound device does not answer yet")
	errHangs  = errors.New("the sound device does not answer")
)

// hangsAfter is how long a device may take to open before that is called so.
const hangsAfter = 2 * time.Second

// usableCard returns the card, or why there is none now.
func usableCard(patience time.Duration) (*card, error) {
	cards.mu.Lock()
	c := cards.now
	if c == nil {
		c = openCard()
	}
	cards.mu.Unlock()
	if !c.isReady() {
		giveUp := time.NewTimer(patience)
		defer giveUp.Stop()
		select {
		case <-c.ready:
		case <-giveUp.C:
			if time.Since(c.began) > hangsAfter {
				return nil, errHangs
			}
			return nil, errNotYet
		}
	}
	if err := c.fault(); err != nil {
		return nil, err
	}
	return c, nil
}
