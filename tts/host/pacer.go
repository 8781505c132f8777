package host

import (
	"context"
	"fmt"
	"sync"
	"time"

	"voicestudio/tts"
)

// pacer keeps requests below a number in any minute, as hosts count them: the
// next one waits until the oldest of the last limit ones is a minute old.
type pacer struct {
	limit int // 0 or less: no limit

	mu   sync.Mutex
	sent []time.Time // when the last limit requests leave, oldest first
}

// reserve takes the next place and returns how long to wait for it.
func (p *pacer) reserve(now time.Time) time.Duration {
	if p.limit <= 0 {
		return 0
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	at := now
	if len(p.sent) == p.limit {
		if free := p.sent[0].Add(time.Minute); free.After(at) {
			at = free
		}
		p.sent = p.sent[1:]
	}
	p.sent = append(p.sent, at)
	return at.Sub(now)
}

func (c *Client) pace(ctx context.Context) error {
	pause := c.pacer.reserve(time.Now())
	if pause == 0 {
		return nil
	}
	return c.wait(ctx, pause, &tts.Error{Kind: tts.KindRateLimit, Retryable: true,
		Message: fmt.Sprintf("%s allows %d requests in a minute", c.profile.Title, c.pacer.limit)})
}
