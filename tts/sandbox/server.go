// Package sandbox is a host inside the process: an HTTP server on loopback
// that answers on the real hosts' paths, in their envelopes, with real
// speech. The voices are stand-ins: every setting behaves, but the timbres
// are not MiniMax's.
package sandbox

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"strings"
	"sync"
	"time"

	"voicestudio/tts"
	"voicestudio/tts/install"
	"voicestudio/tts/sandbox/speech"
)

// Voice speaks requests that have been found right; *speech.Engine does.
type Voice interface {
	Speak(ctx context.Context, r tts.Request, w io.Writer) (speech.Result, error)
	Close() error
}

// Config says where and how a sandbox answers.
type Config struct {
	// Addr is the address to listen on; empty: any free port on loopback. On
	// loopback only requests to this machine's own names are answered.
	Addr string
	// Browsers lets pages of any site speak to the sandbox, as they may to the
	// hosts.
	Browsers bool
	// Faults concern every request without a header of its own, FaultHeader.
	Faults Faults
	// Log is told of every request in one clean line, which never has the
	// key; may be nil, and is called from several goroutines.
	Log func(line string)
}

// Server is a running sandbox.
type Server struct {
	voice  Voice
	faults Faults
	log    func(line string)
	files  files
	listen net.Listener
	name   string // that it was told to listen on
	http   *http.Server
	done   chan struct{}

	answering sync.RWMutex // read-locked by every exchange

	// open ends with the server: net/http lets go of a connection that has
	// become a socket, so that its own Close does not end it.
	open context.Context
	end  context.CancelFunc

	mu      sync.Mutex
	limited map[string]int // requests refused so far, by the text of their faults
	repeats map[uint64]int // answers that were varied so far, by seed and request
}

// Start opens the speech engine and serves; port 0 takes any free one. The
// error, one sentence, is a missing program with the package that brings it,
// or a port in use.
func Start(c Config) (*Server, error) {
	voice, err := speech.Open()
	if missing, found := errors.AsType[*speech.Missing](err); found {
		return nil, tts.Machine(lack(missing), err)
	}
	if err != nil {
		return nil, tts.Machine(tts.Said{What: err.Error()}, err)
	}
	s, err := Serve(c, voice)
	if err != nil {
		voice.Close()
		return nil, err
	}
	return s, nil
}

func lack(m *speech.Missing) tts.Said {
	return tts.Said{What: say.missing(m.Program, say.purposes[m.Purpose]), Cure: install.How(append([]string{m.Program}, m.Besides...)...)}
}

// Lacking is what an audio format needs on this machine and does not find, in
// the person's words; ok is false where there is nothing to say.
func Lacking(format string) (s tts.Said, ok bool) {
	if m := speech.Lacking(format); m != nil {
		return lack(m), true
	}
	return s, false
}

// Serve serves a voice of the caller's, which Close closes. The error is a port
// in use.
func Serve(c Config, voice Voice) (*Server, error) {
	addr := cmp.Or(c.Addr, "127.0.0.1:0")
	listen, err := net.Listen("tcp", addr)
	if err != nil {
		var op *net.OpError
		if errors.As(err, &op) {
			err = op.Err
		}
		return nil, tts.Machine(say.notListening(addr, err.Error()), err)
	}
	s := &Server{voice: voice, faults: c.Faults, log: c.Log, listen: listen, name: hostOf(addr), done: make(chan struct{}), limited: map[string]int{}, repeats: map[uint64]int{}}
	s.open, s.end = context.WithCancel(context.Background())
	handler := s.routes()
	if c.Browsers {
		handler = s.withBrowsers(handler)
	}
	s.http = &http.Server{Handler: handler, ReadHeaderTimeout: 10 * time.Second}
	go func() {
		defer close(s.done)
		s.http.Serve(listen)
	}()
	return s, nil
}

// unionPrefix stands before the paths of DashScope and MiniMax under which
// the rules of all hosts together hold.
const unionPrefix = "/sandbox"

func (s *Server) routes() http.Handler {
	mux := http.NewServeMux()
	both := func(pattern string, host envelope, then func(*exchange) error) {
		for _, prefix := range []string{"", unionPrefix} {
			mux.HandleFunc("POST "+prefix+pattern, func(w http.ResponseWriter, req *http.Request) {
				s.handle(w, req, host, prefix != "", then)
			})
		}
	}
	both("/api/v1/services/aigc/multimodal-generation/generation", dashscope{}, speak)
	both("/v1/t2a_v2", minimax{}, speak)
	both("/v1/get_voice", minimax{}, getVoice)
	both("/v3/minimax-en/v1/t2a_v2", passThrough{}, speak)
	for _, prefix := range []string{"", unionPrefix} {
		mux.HandleFunc("GET "+prefix+socketPath, func(w http.ResponseWriter, req *http.Request) {
			s.socket(w, req, prefix != "")
		})
	}
	mux.HandleFunc("POST /v3/{api}", func(w http.ResponseWriter, req *http.Request) {
		var host envelope = ppioOlder{}
		model, known := ppioModel(req.URL.Path)
		if strings.HasPrefix(model, "speech-2.8") {
			host = ppio{}
		}
		then := speak
		if !known {
			then = nowhere
		}
		s.handle(w, req, host, false, then)
	})
	mux.HandleFunc("GET "+filesPath+"{name}", func(w http.ResponseWriter, req *http.Request) {
		seen := &statusWriter{ResponseWriter: w, status: http.StatusOK}
		if s.welcomes(req.Host) {
			s.files.serve(seen, req)
		} else {
			ossError(seen, http.StatusForbidden, "AccessDenied", strangeSays)
		}
		s.tell(req, seen.status, "", Faults{})
	})
	mux.HandleFunc("/", func(w http.ResponseWriter, req *http.Request) {
		var host envelope = minimax{}
		switch path := strings.TrimPrefix(req.URL.Path, unionPrefix); {
		case strings.HasPrefix(path, "/api/"):
			host = dashscope{}
		case strings.HasPrefix(path, "/v3/"):
			host = ppio{}
		}
		s.handle(w, req, host, false, nowhere)
	})
	return mux
}

// nowhere answers on a path that the host it looks like does not have.
func nowhere(x *exchange) error {
	switch x.host.(type) {
	case dashscope:
		return x.reply(x.host.gateway(x, http.StatusBadRequest, "InvalidParameter", "url error, please check url！"))
	case ppio, ppioOlder:
		return x.reply(ppio{}.named(x, "API_NOT_FOUND"))
	}
	return x.plain(http.StatusNotFound, "404 page not found")
}

// Addr is the address that the sandbox listens on, as host:port.
func (s *Server) Addr() string { return s.listen.Addr().String() }

// BaseURL is the address under which the sandbox plays a host: what
// --base-url would be for it. A host's own address has that host's rules; the
// sandbox's, which speaks MiniMax's contract, allows what any host allows.
func (s *Server) BaseURL(h tts.HostName) string {
	profile, _ := tts.HostAt(h)
	switch profile.Contract {
	case tts.DashScope:
		return s.origin() + "/api/v1"
	case tts.Sandbox:
		return s.origin() + unionPrefix
	default:
		return s.origin()
	}
}

// origin is where a program on this machine reaches the sandbox.
func (s *Server) origin() string {
	addr := s.listen.Addr().(*net.TCPAddr)
	if addr.IP.IsUnspecified() {
		return fmt.Sprintf("http://127.0.0.1:%d", addr.Port)
	}
	return "http://" + addr.String()
}

// SocketURL is the address of MiniMax's WebSocket here.
func (s *Server) SocketURL() string {
	return "ws" + strings.TrimPrefix(s.origin(), "http") + socketPath
}

// tooFast reports whether a request is one of those that rate_limit refuses.
func (s *Server) tooFast(f Faults) bool {
	if f.rateLimit == 0 {
		return false
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	const most = 1000 // texts that are remembered
	if len(s.limited) >= most {
		clear(s.limited)
	}
	if s.limited[f.text] >= f.rateLimit {
		return false
	}
	s.limited[f.text]++
	return true
}

// tell logs one request.
func (s *Server) tell(req *http.Request, status int, note string, f Faults) {
	if s.log == nil {
		return
	}
	line := fmt.Sprintf("%s %s %d%s", req.Method, req.URL.Path, status, note)
	if f.text != "" {
		line += ", faults " + f.text
	}
	s.log(tts.Clean(line))
}

// statusWriter remembers the status for the log.
type statusWriter struct {
	http.ResponseWriter
	status int
}

func (w *statusWriter) WriteHeader(status int) {
	w.status = status
	w.ResponseWriter.WriteHeader(status)
}

// Close ends every answer that is still being spoken and waits for it.
func (s *Server) Close() error {
	s.end()
	err := s.http.Close()
	<-s.done
	s.answering.Lock()   // it waits until the last exchange has let go
	s.answering.Unlock() //nolint:staticcheck // SA2001
	return errors.Join(err, s.voice.Close())
}
