package host

import (
	"context"
	"sync"
	"time"

	"voicestudio/tts"
)

// pacer keeps requests below a number in any minute, as hosts count them: the
// next one waits until the oldest of the last limit ones is a minute old.
type pacer struct {
	limit int // 0 or less: no limit

	mu   sync.Mutex
	sent []time.Time // when the last limit requests left, oldest first
}

// take takes a place now, or says how long to wait before asking again.
func (p *pacer) take(now time.Time) (wait time.Duration) {
	if p.limit <= 0 {
		return 0
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	if len(p.sent) == p.limit {
		if wait = p.sent[0].Add(time.Minute).Sub(now); wait > 0 {
			return wait
		}
		p.sent = p.sent[1:]
	}
	p.sent = append(p.sent, now)
	return 0
}

// pace waits for a place and returns how long that took.
func (c *Client) pace(ctx context.Context) (waited time.Duration, err error) {
	for {
		pause := c.pacer.take(time.Now())
		if pause == 0 {
			return waited, nil
		}
		err := c.wait(ctx, pause, tts.Fault(tts.KindRateLimit, tts.Said{What: say.config.paced(c.profile.Title, c.pacer.limit)}).Again())
		if err != nil {
			return waited, err
		}
		waited += pause
	}
}
