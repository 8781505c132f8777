package host

import (
	"context"
	"net/http"
	"time"
)

// Greeting is what a host answers to a question that bills nothing.
type Greeting struct {
	// Date is by the host's clock; zero where it has not told.
	Date time.Time
	// Keyed says that the key was sent, and taken unless there is an error; Voices are
	// those that the account has then.
	Keyed  bool
	Voices int
}

// GreetsWithKey reports whether Greet sends the key: only to a host that has a
// question which takes one and bills nothing.
func (c *Client) GreetsWithKey() bool { return c.hasVoices() }

// Greet asks the host for the voices of the account or, where it lists none, without
// the key whether it is there. The error is an *tts.Error; of the greeting the date
// holds then, too.
// https://platform.minimax.io/docs/api-reference/voice-management-get
func (c *Client) Greet(ctx context.Context) (g Greeting, _ error) {
	if c.GreetsWithKey() {
		voices, date, err := c.voices(ctx)
		return Greeting{Date: date, Keyed: true, Voices: len(voices)}, err
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodHead, c.base("")+"/", nil)
	if err != nil {
		return g, c.networkError(ctx, err)
	}
	resp, err := c.links.Do(req)
	if err != nil {
		return g, c.networkError(ctx, err)
	}
	resp.Body.Close()
	g.Date = dateOf(resp.Header)
	return g, nil
}

// dateOf is the time at which an answer was made, by the clock of who made it.
func dateOf(h http.Header) time.Time {
	at, err := http.ParseTime(h.Get("Date"))
	if err != nil {
		return time.Time{}
	}
	return at
}
