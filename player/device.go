package player

import (
	"strings"
	"sync"
	"time"

	"github.com/ebitengine/oto/v3"
)

const (
	// cardBuffer is what the server or card holds: the least that gave no gap
	// on PulseAudio.
	cardBuffer = 40 * time.Millisecond
	// cardLatency is the time from a Read to the sample at the sink's monitor
	// with that buffer, as measured on PulseAudio.
	cardLatency = 25 * time.Millisecond
	// openPatience: a server that runs answers within 5 to 40 ms.
	openPatience = 100 * time.Millisecond
)

// Device is where the sound goes.
type Device struct {
	Name   string // "speaker", "silent", or "opening" until that is known
	Silent bool
	// Reason is a short sentence for a status line that says why it is silent.
	Reason string
}

var (
	opening     = Device{Name: "opening"}
	speaker     = Device{Name: "speaker"}
	silentClock = Device{Name: "silent", Silent: true, Reason: "sound is off"}
)

// card is the process's only oto context: it cannot be closed or made again.
//
// A sound server or a driver may hang, and a call into it then never returns. So
// every such call runs on a goroutine of its own, which may leak, and a device
// that is not ready in time counts as absent.
var card struct {
	once  sync.Once
	ready chan struct{} // closed when ctx and err are set, and ctx is ready
	ctx   *oto.Context
	err   error

	mu     sync.Mutex
	users  int
	awake  bool // the last of Suspend and Resume was Resume, or neither was called
	moving bool // a goroutine is calling one of them
}

// restAfter is how long nothing plays before the device is suspended: oto feeds
// it silence otherwise, which costs 2.5 % of a core.
const restAfter = 2 * time.Second

// useCard counts the players that need the card running. The card must be ready.
func useCard(players int) {
	card.mu.Lock()
	defer card.mu.Unlock()
	card.users += players
	if !card.moving && card.awake != (card.users > 0) {
		card.moving = true
		go moveCard()
	}
}

// moveCard suspends or resumes the card until that is what its users need.
// Through ALSA either call waits for the device, perhaps without end.
func moveCard() {
	card.mu.Lock()
	defer card.mu.Unlock()
	for card.awake != (card.users > 0) {
		card.awake = !card.awake
		move := card.ctx.Suspend
		if card.awake {
			move = card.ctx.Resume
		}
		card.mu.Unlock()
		// An error means that the device is lost, which the next run reports.
		_ = move()
		card.mu.Lock()
	}
	card.moving = false
}

func openCard() {
	card.once.Do(func() {
		card.ready, card.awake = make(chan struct{}), true
		go func() {
			defer close(card.ready)
			var ready <-chan struct{}
			card.ctx, ready, card.err = oto.NewContext(&oto.NewContextOptions{
				SampleRate:      Rate,
				ChannelCount:    2,
				Format:          oto.FormatFloat32LE,
				BufferSize:      cardBuffer,
				ApplicationName: "voicestudio",
			})
			if card.err == nil {
				<-ready
				defer useCard(0) // suspend it where New gave up waiting
			}
		}()
	})
}

// usableCard returns the card, or a sentence that says why there is none now.
func usableCard(patience time.Duration) (*oto.Context, string) {
	openCard()
	giveUp := time.NewTimer(patience)
	defer giveUp.Stop()
	select {
	case <-card.ready:
	default:
		select {
		case <-card.ready:
		case <-giveUp.C:
			return nil, "the sound device does not answer yet"
		}
	}
	if card.err != nil {
		return nil, reason(card.err)
	}
	if err := card.ctx.Err(); err != nil {
		return nil, reason(err)
	}
	return card.ctx, ""
}

// reasons are looked for in oto's error texts, which run to 2 kB.
var reasons = []struct{ has, say string }{
	{"failed to load libasound", "no sound server is running, and libasound2 is not installed"},
	{"connection closed", "the sound server has gone; restart to hear sound again"},
	{errStalled.Error(), "the sound device has gone; restart to hear sound again"},
	{"snd_pcm_writei", "the sound device has gone; restart to hear sound again"},
	{"snd_pcm_open", "no sound server and no sound card was found"},
	{"client initialization failed", "no sound server was found"},
}

func reason(err error) string {
	text := err.Error()
	for _, r := range reasons {
		if strings.Contains(text, r.has) {
			return r.say
		}
	}
	text, _, _ = strings.Cut(text, "\n")
	if runes := []rune(text); len(runes) > 80 {
		text = string(runes[:79]) + "…"
	}
	return "no sound: " + text
}
