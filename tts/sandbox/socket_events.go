package sandbox

import (
	"cmp"
	"errors"
	"strings"
	"unicode/utf8"

	"github.com/coder/websocket"

	"voicestudio/tts"
)

// mostQueued is how many texts wait to be spoken; one more is 2205. The number
// is not documented.
const mostQueued = 100

// text is what one task_continue asks for, or the code for which it is
// skipped: that waits its turn, so that answers come in the texts' order.
type text struct {
	text string
	skip int
}

// clientEvent is what a client sends; task_start has a request beside it.
type clientEvent struct {
	Event string `json:"event"`
	Text  string `json:"text"`
}

// clientEvents are those that there are, each in the one state in which it is
// legal. An error ends the session.
var clientEvents = map[string]struct {
	in state
	do func(*session, clientEvent, []byte) error
}{
	"task_start":    {connected, (*session).start},
	"task_continue": {started, (*session).add},
	"task_finish":   {started, (*session).finish},
}

// parseEvent reads an event. A value of a wrong type is refused as over HTTP,
// what is no JSON object is an illegal event.
func parseEvent(data []byte) (clientEvent, *wrong) {
	var e clientEvent
	err := parse(data, &e)
	if m, found := errors.AsType[*mismatch](err); found && m.at > 0 {
		return clientEvent{}, &wrong{2013, wordingOf(2013) + ", " + m.Error()}
	}
	if err != nil {
		return clientEvent{}, &wrong{2202, wordingOf(2202)}
	}
	return e, nil
}

// take answers one message of the client's.
func (c *session) take(m message) error {
	if m.kind != websocket.MessageText {
		return c.fail(2202, wordingOf(2202))
	}
	e, no := parseEvent(m.data)
	if no != nil {
		return c.fail(no.code, no.message)
	}
	known, is := clientEvents[e.Event]
	if !is || known.in != c.state {
		return c.fail(2202, wordingOf(2202))
	}
	return known.do(c, e, m.data)
}

// start settles what all texts are spoken with.
func (c *session) start(_ clientEvent, data []byte) error {
	x := c.x
	x.body = data
	ok, err := x.read(func(body []byte) (err error) {
		c.setting, err = x.host.question(x, body)
		return err
	})
	if err != nil {
		return err
	}
	if !ok {
		return errSaid
	}
	q := &c.setting
	q.stream = true
	x.model = q.Model
	x.note = " " + q.Model[:min(len(q.Model), longestModel)]
	if f := x.faults; f.code != 0 && f.codeAt == 0 {
		return cmp.Or(x.fail(f.code), errSaid)
	}
	q.Text = "1" // the rules want one, and it has none that could be wrong
	if _, no := admit(*q); no != nil {
		return c.fail(no.code, no.message)
	}
	x.note += " " + audioFormat(q.Request)
	if err := c.tell(c.event("task_started", 0, "")); err != nil {
		return err
	}
	c.state = started
	go func() { c.spoken <- c.speak() }()
	return nil
}

// add queues a text.
func (c *session) add(e clientEvent, _ []byte) error {
	if c.x.s.tooFast(c.x.faults) {
		return c.fail(1002, wordingOf(1002))
	}
	t := text{text: e.Text}
	switch {
	case strings.TrimSpace(e.Text) == "":
		t.skip = 2203
	case utf8.RuneCountInString(e.Text) >= tts.MaxText:
		t.skip = 2204
	}
	select {
	case c.texts <- t:
		c.count++
		return nil
	default:
		return c.send(c.skip(2205), c.idle)
	}
}

// finish has what is queued spoken, and nothing after it.
func (c *session) finish(clientEvent, []byte) error {
	c.state = finishing
	close(c.texts)
	return nil
}
