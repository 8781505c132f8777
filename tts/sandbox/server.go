// Package sandbox is a host inside the process: an HTTP server on loopback
// that answers on the real hosts' paths, in their envelopes, with real
// speech. The voices are stand-ins: every setting behaves, but the timbres
// are not MiniMax's.
package sandbox

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"time"

	"voicestudio/tts"
	"voicestudio/tts/sandbox/speech"
)

// Voice speaks requests that have been found right; *speech.Engine does.
type Voice interface {
	Speak(ctx context.Context, r tts.Request, w io.Writer) (speech.Result, error)
	Close() error
}

// Server is a running sandbox.
type Server struct {
	voice  Voice
	listen net.Listener
	http   *http.Server
	done   chan struct{}
}

// Start opens the speech engine and serves on addr; port 0 takes any free
// one. The error, one sentence, is a missing program with the package that
// brings it, or a port in use.
func Start(addr string) (*Server, error) {
	voice, err := speech.Open()
	if err != nil {
		return nil, &tts.Error{Kind: tts.KindMachine, Message: err.Error(), Cause: err}
	}
	s, err := serve(addr, voice)
	if err != nil {
		voice.Close()
		return nil, err
	}
	return s, nil
}

func serve(addr string, voice Voice) (*Server, error) {
	listen, err := net.Listen("tcp", addr)
	if err != nil {
		var op *net.OpError
		if errors.As(err, &op) {
			err = op.Err
		}
		return nil, &tts.Error{Kind: tts.KindMachine, Message: fmt.Sprintf("the sandbox cannot listen on %s: %v", addr, err), Cure: "choose another port", Cause: err}
	}
	s := &Server{voice: voice, listen: listen, done: make(chan struct{})}
	mux := http.NewServeMux()
	mux.HandleFunc("POST /api/v1/services/aigc/multimodal-generation/generation", s.dashscope)
	s.http = &http.Server{Handler: mux, ReadHeaderTimeout: 10 * time.Second}
	go func() {
		defer close(s.done)
		s.http.Serve(listen)
	}()
	return s, nil
}

// BaseURL is the address under which the sandbox plays a host: what
// --base-url would be for it.
func (s *Server) BaseURL(h tts.HostName) string {
	origin := "http://" + s.listen.Addr().String()
	if profile, _ := tts.HostAt(h); profile.Contract == tts.DashScope || profile.Contract == tts.Sandbox {
		return origin + "/api/v1"
	}
	return origin
}

// Close ends every answer that is still being spoken, then the server.
func (s *Server) Close() error {
	err := s.http.Close()
	<-s.done
	return errors.Join(err, s.voice.Close())
}
