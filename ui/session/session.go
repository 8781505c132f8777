// Package session is the joint between what a person has set up and what
// speaks: it chooses and connects the host, starting the built-in sandbox where
// that is the one, has it answer requests, and knows what that has cost. The
// screen and the command line share it, and the words for what they both say.
package session

import (
	"cmp"
	"context"
	"maps"
	"path/filepath"
	"slices"
	"sync"

	"voicestudio/presets/audition"
	"voicestudio/presets/script"
	"voicestudio/tts"
	"voicestudio/tts/host"
	"voicestudio/tts/sandbox"
	"voicestudio/tts/speak"
	"voicestudio/tts/takes"
	"voicestudio/ui/config"
	"voicestudio/ui/tuning"
)

// Session speaks requests. It is safe for concurrent use.
type Session struct {
	config Config
	takes  takes.Folder

	// connecting is held while the sandbox starts or ends, which takes as long
	// as it takes; mu, which the screen waits for, never is.
	connecting sync.Mutex
	sandbox    *sandbox.Server

	mu      sync.Mutex
	host    tts.HostName
	clients map[tts.HostName]*host.Client
	own     map[tts.HostName][]host.AccountVoice
	spent   map[string]float64 // by currency
	// unpriced counts what was paid for at prices that nobody knows.
	unpriced int
	budget   budget
	running  []*speak.Speech // and some that have ended since
	// coming are the requests that are being answered, by host and hash; closed
	// when that has ended.
	coming map[string]chan struct{}
}

// New prepares a session; nothing is started or sent yet.
func New(c Config) *Session {
	c.Host = cmp.Or(c.Host, tts.Sandbox)
	s := &Session{config: c, takes: takes.Folder{Dir: c.Takes}, host: c.Host, clients: map[tts.HostName]*host.Client{},
		own: map[tts.HostName][]host.AccountVoice{}, spent: map[string]float64{}, budget: budget{cap: c.Cap}, coming: map[string]chan struct{}{}}
	if c.Takes == "" {
		s.takes.Dir, _ = takes.DefaultDir()
		if state, err := config.StateDir(); c.Scripts == "" && err == nil {
			s.config.Scripts = filepath.Join(state, "scripts")
		}
	}
	if s.config.Scripts == "" {
		s.config.Scripts = s.beside("scripts")
	}
	return s
}

// Host is the host that speaks.
func (s *Session) Host() tts.HostName {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.host
}

// MoveTo makes another host speak from the next request on.
func (s *Session) MoveTo(host tts.HostName) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.host = host
}

// Target is where requests go, with the account's voices that are known.
func (s *Session) Target(stream bool) tts.Target { return s.TargetAt(s.Host(), stream) }

// Warm is what to do now to have the host that speaks near when it is asked next
// for a model; nil where nothing is due. It returns when that is done.
func (s *Session) Warm(model string, on host.Occasion) func(context.Context) {
	client, model := s.client(s.Host()), cmp.Or(tts.ModelName(model), tts.DefaultModel)
	if !s.config.Warm || client == nil || !client.Cold(model, on) {
		return nil
	}
	return func(ctx context.Context) { client.Warm(ctx, model, on) }
}

// Settle makes a request ready for the host that speaks, as tts.Settle does.
func (s *Session) Settle(r tts.Request, stream bool) (speak.Ask, []tts.Problem, error) {
	return s.SettleAt(s.Host(), r, stream)
}

// SettleAt makes a request ready for another host.
func (s *Session) SettleAt(name tts.HostName, r tts.Request, stream bool) (speak.Ask, []tts.Problem, error) {
	to := s.TargetAt(name, stream)
	settled, problems, err := tts.Settle(r, to)
	return speak.Ask{Request: settled, To: to}, problems, err
}

// SettleAny makes a request ready for a host as a stream or, where it comes only as a
// whole answer, as one.
func (s *Session) SettleAny(name tts.HostName, r tts.Request) (speak.Ask, []tts.Problem, error) {
	ask, problems, err := s.SettleAt(name, r, true)
	if err != nil {
		if whole, also, refused := s.SettleAt(name, r, false); refused == nil {
			return whole, also, nil
		}
	}
	return ask, problems, err
}

// Speak answers a request that was settled, at the host that it was settled
// for, and returns once audio has begun to come. It sends nothing that nobody has
// agreed to: then a *Costs is in the error, which is an *tts.Error unless only
// what is free was agreed to. What is being answered already it waits for, unless
// another take is wanted: then the take answers.
func (s *Session) Speak(ctx context.Context, ask speak.Ask, agreed Consent) (*speak.Speech, error) {
	booth, err := s.booth(ask.To.Host)
	if err != nil {
		return nil, err
	}
	ended := func() {}
	if !ask.Again {
		if ended, err = s.once(ctx, string(ask.To.Host)+" "+booth.Host.Hash(ask.Request)); err != nil {
			return nil, err
		}
	}
	billed := func(*tts.Money) {}
	booth.Admit = func() (err error) {
		done, err := s.admit(ask, agreed)
		if err == nil {
			billed = done
		}
		return err
	}
	booth.Charge = func(host tts.HostName, model string, characters *int) *tts.Money {
		s.mu.Lock()
		defer s.mu.Unlock()
		price := s.charge(host, model, characters)
		billed(price)
		return price
	}
	speech, err := booth.Speak(ctx, ask)
	if err != nil {
		ended()
		s.unanswered(err, ask, billed)
		if said, lacks := sandbox.Lacking(ask.Request.AudioFormat()); lacks && builtIn(s.config.At(ask.To.Host)) && tts.AsError(err, "").Kind == tts.KindRefused {
			return nil, tts.Machine(said, err) // not a host's refusal: it is to be installed here
		}
		return nil, err
	}
	go func() { // ends with the speech, which Close ends
		<-speech.Done()
		ended()
	}()
	s.mu.Lock()
	defer s.mu.Unlock()
	s.running = append(slices.DeleteFunc(s.running, (*speak.Speech).Closed), speech)
	return speech, nil
}

// OnDisk looks for the takes that answer settled requests without asking the
// host, as speak.Booth does. The error is an *tts.Error where the host cannot
// be prepared.
func (s *Session) OnDisk(requests []tts.Request) (hashes []string, found [][]takes.Take, err error) {
	return s.OnDiskAt(s.Host(), requests)
}

// OnDiskAt looks for the takes of another host.
func (s *Session) OnDiskAt(name tts.HostName, requests []tts.Request) (hashes []string, found [][]takes.Take, err error) {
	booth, err := s.booth(name)
	if err != nil {
		return nil, nil, err
	}
	return booth.OnDisk(requests)
}

// Among is OnDiskAt where the takes have been listed already.
func (s *Session) Among(name tts.HostName, all []takes.Take, requests []tts.Request) (hashes []string, found [][]takes.Take, err error) {
	booth, err := s.booth(name)
	if err != nil {
		return nil, nil, err
	}
	hashes, found = booth.Among(all, requests)
	return hashes, found, nil
}

func (s *Session) booth(name tts.HostName) (speak.Booth, error) {
	client, err := s.connect(name)
	return speak.Booth{Host: client, Takes: s.takes, BaseURL: s.config.Hosts[name].BaseURL}, err
}

// ListOwn asks a host that lists them for the voices that only this account
// has, cloned and generated ones; from other hosts there are none.
func (s *Session) ListOwn(ctx context.Context) ([]host.AccountVoice, error) {
	name := s.Host()
	client, err := s.connect(name)
	if profile, _ := tts.HostAt(name); err != nil || profile.Contract != tts.MiniMax {
		return nil, err
	}
	all, err := client.Voices(ctx)
	if err != nil {
		return nil, err
	}
	own := slices.DeleteFunc(all, func(v host.AccountVoice) bool { return v.Group == "system" })
	s.mu.Lock()
	defer s.mu.Unlock()
	s.own[name] = own
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

// unanswered takes in that a host gave no answer: where it had the request, that
// may be billed.
func (s *Session) unanswered(err error, ask speak.Ask, billed func(*tts.Money)) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if tts.AsError(err, tts.KindStream).Sent {
		billed(s.charge(ask.To.Host, ask.Request.Model, nil))
	} else {
		billed(&tts.Money{})
	}
}

// charge adds what a host billed and returns its price; nil where that is
// not known. mu is held.
func (s *Session) charge(host tts.HostName, model string, billed *int) *tts.Money {
	if host == tts.Sandbox {
		return nil
	}
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

// Auditions is the folder where auditions are kept, beside that of the takes.
func (s *Session) Auditions() audition.Folder { return audition.Folder{Dir: s.beside("auditions")} }

// Tunings is the folder where the courses of tuning by ear are kept, beside that of
// the takes.
func (s *Session) Tunings() tuning.Folder { return tuning.Folder{Dir: s.beside("tunings")} }

// Scripts is the folder where scripts of lines are kept, beside the draft.
func (s *Session) Scripts() script.Folder { return script.Folder{Dir: s.config.Scripts} }

// beside is a folder at the one of the takes; empty: there is no place for files.
func (s *Session) beside(name string) string {
	if s.takes.Dir == "" {
		return ""
	}
	return filepath.Join(filepath.Dir(s.takes.Dir), name)
}

// Held are the ids of the takes that something holds, auditions, open courses and
// scripts, so that they are never pruned.
func (s *Session) Held() (map[string]bool, error) {
	held, err := s.Auditions().Takes()
	if err != nil {
		return nil, err
	}
	also, err := s.Tunings().Takes()
	if err != nil {
		return nil, err
	}
	maps.Copy(held, also)
	if s.config.Scripts != "" {
		also, err = s.Scripts().Takes()
		maps.Copy(held, also)
	}
	return held, err
}

// Close ends what is still being spoken, and the sandbox, if it was started.
func (s *Session) Close() error {
	s.mu.Lock()
	running := slices.Clone(s.running)
	s.mu.Unlock()
	for _, speech := range running {
		speech.Close()
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
	delete(s.clients, tts.Sandbox)
	return err
}
