package session

import (
	"context"

	"voicestudio/tts"
)

// once has whoever asks for what is being answered already wait for that: then
// there is a take of it, and nothing is paid twice. ended tells those who wait;
// it is called once. The error, an *tts.Error, is ctx's.
func (s *Session) once(ctx context.Context, request string) (ended func(), err error) {
	for {
		s.mu.Lock()
		coming := s.coming[request]
		if coming == nil {
			mine := make(chan struct{})
			s.coming[request] = mine
			s.mu.Unlock()
			return func() {
				s.mu.Lock()
				defer s.mu.Unlock()
				delete(s.coming, request)
				close(mine)
			}, nil
		}
		s.mu.Unlock()
		select {
		case <-coming:
		case <-ctx.Done():
			return nil, tts.Stopped(ctx.Err())
		}
	}
}
