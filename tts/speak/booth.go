// Package speak answers one request: from disk where a take of it is there,
// else by a host, whose answer becomes a take while it is read. Its end is
// announced. The package knows no host and no player.
package speak

import (
	"context"
	"slices"
	"strings"

	"voicestudio/tts"
	"voicestudio/tts/subtitles"
	"voicestudio/tts/takes"
)

// Host is what answers where no take does.
type Host interface {
	tts.Host
	// Subtitles fetches the subtitles of an answer (tts.Info.Subtitles). The
	// error is an *tts.Error.
	Subtitles(ctx context.Context, link string) ([]subtitles.Cue, error)
}

// Booth is a host and the folder where its answers are kept. Its methods may
// be called from any goroutine.
type Booth struct {
	Host  Host
	Takes takes.Folder
	// BaseURL stands in the takes where it is not the host's own.
	BaseURL string
	// Admit is asked before the host is; where it returns an error, that is the
	// answer and nothing is sent. May be nil.
	Admit func() error
	// Charge is told what an answer that has ended was billed, nil where the
	// host did not say, and returns its price, nil where nobody knows it.
	Charge func(host tts.HostName, model string, characters *int) *tts.Money
}

// Ask is a request that is ready to be sent.
type Ask struct {
	Request tts.Request // as tts.Settle made it for To
	To      tts.Target
	Again   bool // by the host, also where a take answers it
	// Preset is the name under which the settings are kept; empty: none.
	Preset string
}

// Speak answers a request and returns once audio has begun to come. The
// speech ends with ctx. The error is an *tts.Error, or that of Admit.
func (b Booth) Speak(ctx context.Context, ask Ask) (*Speech, error) {
	hash := b.Host.Hash(ask.Request)
	if !ask.Again {
		if from := b.recall(append(b.Host.Former(ask.Request), hash), ask.Request); from != nil {
			return replay(ask, from), nil
		}
	}
	if b.Admit != nil {
		if err := b.Admit(); err != nil {
			return nil, err
		}
	}
	ctx, cancel := context.WithCancel(ctx)
	from, err := b.open(ctx, ask, hash)
	if err != nil {
		cancel()
		return nil, err
	}
	s := newSpeech(ask, from)
	s.cancel, s.begun = cancel, from.begun
	go func() {
		defer cancel()
		s.end(from.record(ctx))
	}()
	return s, nil
}

// OnDisk looks for the takes that answer settled requests without asking the
// host. For each request there are its hash and its takes, the newest first;
// Speak would play that one. The error is of reading the folder.
func (b Booth) OnDisk(requests []tts.Request) (hashes []string, found [][]takes.Take, err error) {
	all, _, err := b.Takes.List()
	if err != nil {
		return nil, nil, err
	}
	hashes, found = b.Among(all, requests)
	return hashes, found, nil
}

// Among is OnDisk where the takes of the folder have been listed already.
func (b Booth) Among(all []takes.Take, requests []tts.Request) (hashes []string, found [][]takes.Take) {
	byHash := map[string][]takes.Take{}
	for _, t := range all {
		hash, _, _ := strings.Cut(t.ID, "-")
		byHash[hash] = append(byHash[hash], t)
	}
	hashes, found = make([]string, len(requests)), make([][]takes.Take, len(requests))
	for i, r := range requests {
		hashes[i] = b.Host.Hash(r)
		for _, hash := range append(b.Host.Former(r), hashes[i]) {
			for _, t := range byHash[hash] {
				if answers(t, r) {
					found[i] = append(found[i], t)
				}
			}
		}
		slices.SortStableFunc(found[i], newest)
	}
	return hashes, found
}

func newest(a, b takes.Take) int { return b.Time.Compare(a.Time) }
