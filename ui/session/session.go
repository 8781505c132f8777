// Package session is what the screen and the command line share: it joins a
// host, the takes on disk and the player.
package session

import (
	"cmp"
	"context"
	"maps"
	"os"
	"slices"
	"sync"
	"time"

	"voicestudio/tts"
	"voicestudio/tts/host"
	"voicestudio/tts/sandbox"
	"voicestudio/tts/sandbox/speech"
	"voicestudio/tts/takes"
)

// Config is what a person chose when starting the program.
type Config struct {
	Host tts.HostName // empty: the sandbox
	// Hosts says what is special about some hosts.
	Hosts map[tts.HostName]HostSettings
	// Takes is the folder of takes; empty: the default.
	Takes string
	// Waiting is told before each pause between two tries; may be nil.
	Waiting func(pause time.Duration, why *tts.Error)
}

// Session speaks requests. It is safe for concurrent use.
type Session struct {
	config Config
	takes  takes.Folder

	// connecting is held while the sandbox starts or ends, which takes as long
	// as it takes; mu, which the screen waits for, never is.
	connecting sync.Mutex
	sandbox    *sandbox.Server

	mu     sync.Mutex
	client *host.Client // of config.Host
	own    []host.AccountVoice
	spent  map[string]float64 // by currency
	// unpriced counts what was paid for at prices that nobody knows.
	unpriced int
	running  map[*Speech]bool
}

// New prepares a session; nothing is started or sent yet.
func New(c Config) *Session {
	c.Host = cmp.Or(c.Host, tts.Sandbox)
	s := &Session{config: c, takes: takes.Folder{Dir: c.Takes}, spent: map[string]float64{}, running: map[*Speech]bool{}}
	if c.Takes == "" {
		s.takes.Dir, _ = takes.DefaultDir()
	}
	return s
}

// Host is the host that speaks.
func (s *Session) Host() tts.HostName {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.config.Host
}

// MoveTo makes another host speak from the next request on.
func (s *Session) MoveTo(host tts.HostName) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if host != s.config.Host {
		s.config.Host, s.client, s.own = host, nil, nil
	}
}

// Connect prepares the host, starting the sandbox where it is the one. It may
// be tried again after an error, say once a missing program was installed.
func (s *Session) Connect() (*host.Client, error) {
	s.connecting.Lock()
	defer s.connecting.Unlock()
	name, ready := s.now()
	if ready != nil {
		return ready, nil
	}
	own := s.config.Hosts[name]
	c := host.Config{Name: name, BaseURL: own.BaseURL, GroupID: own.GroupID, RPM: own.RPM, Waiting: s.config.Waiting}
	if profile, _ := tts.HostAt(c.Name); profile.KeyVariable != "" {
		c.Key = host.NewKey(os.Getenv(profile.KeyVariable))
	}
	if c.Name == tts.Sandbox {
		c.Key = host.NewKey(sandbox.Key)
	}
	if c.Name == tts.Sandbox && c.BaseURL == "" {
		if s.sandbox == nil {
			server, err := sandbox.Start(sandbox.Config{})
			if err != nil {
				return nil, err
			}
			s.sandbox = server
		}
		c.BaseURL, c.Engine = s.sandbox.BaseURL(tts.Sandbox), "built in, version "+speech.Version
	}
	client, err := host.New(c)
	if err != nil {
		return nil, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.config.Host == name { // else somebody has moved on meanwhile
		s.client = client
	}
	return client, nil
}

// now is the host that speaks and, where it is prepared, its client.
func (s *Session) now() (tts.HostName, *host.Client) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.config.Host, s.client
}

// Target is where requests go, with the account's voices that are known.
func (s *Session) Target(stream bool) tts.Target {
	s.mu.Lock()
	defer s.mu.Unlock()
	t := tts.Target{Host: s.config.Host, Stream: stream}
	for _, v := range s.own {
		t.Own = append(t.Own, v.ID)
	}
	return t
}

// ListOwn asks a host that lists them for the voices that only this account
// has, cloned and generated ones; from other hosts there are none.
func (s *Session) ListOwn(ctx context.Context) ([]host.AccountVoice, error) {
	client, err := s.Connect()
	if profile, _ := tts.HostAt(s.Host()); err != nil || profile.Contract != tts.MiniMax {
		return nil, err
	}
	all, err := client.Voices(ctx)
	if err != nil {
		return nil, err
	}
	own := slices.DeleteFunc(all, func(v host.AccountVoice) bool { return v.Group == "system" })
	s.mu.Lock()
	defer s.mu.Unlock()
	s.own = own
	return own, nil
}

// Spent is what this session's requests have cost at hosts that charge in a
// currency, as far as prices are known; known is false where some were not, so
// that it was more.
func (s *Session) Spent(currency string) (m tts.Money, known bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return tts.Money{Amount: s.spent[currency], Currency: currency}, s.unpriced == 0
}

// charge adds what a host billed and returns its price; nil where that is
// not known.
func (s *Session) charge(host tts.HostName, model string, billed *int) *tts.Money {
	if host == tts.Sandbox {
		return nil
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	price, known := tts.PriceOf(host, model)
	if !known || billed == nil {
		s.unpriced++
		return nil
	}
	cost := price.Of(*billed)
	s.spent[cost.Currency] += cost.Amount
	return &cost
}

// Takes is the folder where takes are kept.
func (s *Session) Takes() takes.Folder { return s.takes }

func (s *Session) begin(sp *Speech) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.running[sp] = true
}

func (s *Session) end(sp *Speech) {
	s.mu.Lock()
	defer s.mu.Unlock()
	delete(s.running, sp)
}

// Close ends what is still being spoken, and the sandbox, if it was started.
func (s *Session) Close() error {
	s.mu.Lock()
	running := slices.Collect(maps.Keys(s.running))
	s.mu.Unlock()
	for _, sp := range running {
		sp.Close()
	}
	s.connecting.Lock()
	defer s.connecting.Unlock()
	if s.sandbox == nil {
		return nil
	}
	err := s.sandbox.Close()
	s.sandbox = nil
	s.mu.Lock()
	defer s.mu.Unlock()
	s.client = nil
	return err
}
