// Package tuning has a guided search heard: it keeps it as a file, makes its
// questions candidates that the bench looks for and makes, says them in words, and
// lets a judge answer them where no person does. It knows no screen; the studio and
// the commands use it.
package tuning

import (
	"cmp"
	"math/rand/v2"
	"slices"
	"strconv"
	"time"

	"voicestudio/tts"
	"voicestudio/tts/speak"
	"voicestudio/tts/takes"
	"voicestudio/tts/tune"
)

// Version is that of a course's file.
const Version = 1

// Course is a guided search as it is kept, one file for each.
type Course struct {
	Version int `json:"version"`
	// ID is the stem of its file: the time at which it began, and a lot.
	ID string `json:"id"`
	// Text is what all clips say.
	Text string `json:"text"`
	// Labels name the starts of the session, in their order.
	Labels  []string     `json:"labels"`
	Session tune.Session `json:"session"`
	// Origin is the start as it was before a judge moved it by itself; nil: none has.
	Origin *tts.Request `json:"origin,omitempty"`
	// Takes are the ids of the clips that were heard for it, so that they are never
	// pruned while it is open; whoever goes on pays for nothing twice.
	Takes []string `json:"takes,omitempty"`
	// Clips and Characters are what was sent for it, as far as the host said or by
	// an estimate; Spent is what that has cost, by currency, beside Unpriced clips
	// of which nobody knows it.
	Clips      int         `json:"clips"`
	Characters int         `json:"characters"`
	Spent      []tts.Money `json:"spent,omitempty"`
	Unpriced   int         `json:"unpriced,omitempty"`
	// Ended is true once it was taken over or given up, or has stopped as agreed:
	// nothing goes on with it but who asks for it, and its takes may be pruned.
	Ended   bool      `json:"ended,omitempty"`
	Created time.Time `json:"created"`
	Updated time.Time `json:"updated"`
}

// Start is a request that a course may begin from, with its name.
type Start struct {
	Label   string
	Request tts.Request
}

// Begin is a course before its first question, which a Folder creates; 1 to
// tune.MostStarts starts, all spoken at the host with the text. Where one of them
// is spoken only as a whole answer, all are. The error is an *tts.Error: a start
// that the host does not speak.
func Begin(seed uint64, host tts.HostName, text string, starts []Start) (Course, error) {
	c := Course{Version: Version, Text: tts.Plain(text)}
	var requests []tts.Request
	for _, s := range starts {
		s.Request.Text = c.Text
		c.Labels, requests = append(c.Labels, tts.Clean(s.Label)), append(requests, s.Request)
	}
	c.Session = tune.Begin(seed, tts.Target{Host: host, Stream: true}, requests...)
	_, err := tune.Open(c.Session)
	if err == nil {
		return c, nil
	}
	c.Session.Stream = false
	if _, refused := tune.Open(c.Session); refused != nil {
		return Course{}, err
	}
	return c, nil
}

// Seed draws one.
func Seed() uint64 { return rand.Uint64() }

// From is the request that all changes are counted from: before a start was chosen
// the first.
func (c Course) From(s *tune.Search) tts.Request {
	switch {
	case c.Origin != nil:
		return *c.Origin
	case len(c.Session.Answers) == 0:
		return c.Session.Starts[0]
	}
	return s.From()
}

// Heard notes that a take is one of the clips.
func (c *Course) Heard(t takes.Take) {
	if !slices.Contains(c.Takes, t.ID) {
		c.Takes = append(c.Takes, t.ID)
	}
}

// Paid counts a speech that has ended and was made for the course.
func (c *Course) Paid(s *speak.Speech) {
	if s.Cached {
		return
	}
	c.Clips++
	c.Characters += billed(s)
	switch price := s.Price(); {
	case price != nil:
		i := slices.IndexFunc(c.Spent, func(m tts.Money) bool { return m.Currency == price.Currency })
		if i < 0 {
			i, c.Spent = len(c.Spent), append(c.Spent, tts.Money{Currency: price.Currency})
		}
		c.Spent[i].Amount += price.Amount
	case s.Host != tts.Sandbox:
		c.Unpriced++
	}
}

// billed are the characters that the host says it bills, or an estimate.
func billed(s *speak.Speech) int {
	estimate := tts.EstimateCharacters(s.Request.Text)
	return *cmp.Or(s.Progress().Info.UsageCharacters, &estimate)
}

// newID is a stem for a file that began at a time.
func newID(at time.Time) string {
	return at.Format("20060102T150405-") + strconv.FormatUint(uint64(rand.Uint32()), 36)
}
