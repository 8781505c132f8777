package main

import (
	"context"
	"encoding/json"
	"fmt"
	"time"

	"github.com/coder/websocket"
	"github.com/coder/websocket/wsjson"
)

// patience is how long a browser may take for one command.
const patience = 60 * time.Second

// socket carries numbered commands and their answers, and events in between: what
// CDP and WebDriver BiDi have in common.
type socket struct {
	conn *websocket.Conn
	last int // command
	// event is called with every event that comes before the answer to a command.
	event func(method string, params json.RawMessage)
}

type message struct {
	ID      int             `json:"id"`
	Method  string          `json:"method"`
	Params  json.RawMessage `json:"params"`
	Result  json.RawMessage `json:"result"`
	Error   json.RawMessage `json:"error"`
	Message string          `json:"message"` // of an error, in BiDi
}

func dial(url string, event func(method string, params json.RawMessage)) (*socket, error) {
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	conn, _, err := websocket.Dial(ctx, url, nil)
	if err != nil {
		return nil, err
	}
	conn.SetReadLimit(-1) // pictures are large
	return &socket{conn: conn, event: event}, nil
}

// call gives a command and reads its result.
func (s *socket) call(method string, params, into any) error {
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	if params == nil {
		params = struct{}{}
	}
	s.last++
	if err := wsjson.Write(ctx, s.conn, map[string]any{"id": s.last, "method": method, "params": params}); err != nil {
		return fmt.Errorf("%s: %w", method, err)
	}
	for {
		var m message
		if err := wsjson.Read(ctx, s.conn, &m); err != nil {
			return fmt.Errorf("%s: %w", method, err)
		}
		switch {
		case m.Method != "":
			s.event(m.Method, m.Params)
		case m.ID != s.last:
		case m.Error != nil:
			return fmt.Errorf("%s: %s %s", method, m.Error, m.Message)
		case into != nil:
			return json.Unmarshal(m.Result, into)
		default:
			return nil
		}
	}
}

func (s *socket) close() { s.conn.CloseNow() }

type object = map[string]any
