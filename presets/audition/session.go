package audition

import (
	"bytes"
	"encoding/json"
	"errors"
	"regexp"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/cases"

	"voicestudio/presets/keep"
	"voicestudio/tts"
)

// MaxSession is the largest file of votes that is read, in bytes: the most answers
// that a page asks for take a tenth of it.
const MaxSession = 1 << 20

const (
	maxListener = 60 // of a listener's name, in code points
	maxHeard    = 100_000
	maxMS       = 366 * 24 * 60 * 60 * 1000 // a page may stay open for long
)

var (
	clipForm    = regexp.MustCompile(`^[0-9A-Za-z_-]{1,64}$`) // and that of a test's id
	sessionForm = regexp.MustCompile(`^[0-9A-Za-z_-]{8,64}$`)
)

// ParseSession reads a file of votes, as a page saves it: its form, not whether a
// test asks that. Keys that are not known are passed over, since a newer page may
// have more; a key that is there twice is refused, since readers disagree on which
// one counts. Every error is a *Broken without a File, a sentence for people.
func ParseSession(data []byte) (s Session, err error) {
	w := say.votes
	data = tts.TrimBOM(data)
	wrong := func(reason string) (Session, error) { return Session{}, keep.Wrong(reason) }
	// A page with its sound is always longer than a file of votes may be.
	if bytes.HasPrefix(bytes.TrimSpace(data), []byte("<")) {
		return wrong(w.page)
	}
	if err := keep.Legible(data, MaxSession); err != nil {
		return s, err
	}
	if len(bytes.TrimSpace(data)) == 0 {
		return wrong(w.empty)
	}
	if version := keep.VersionOf(data); version > Version {
		return wrong(w.newer(version, Version))
	}
	var file struct {
		Version int               `json:"version"`
		Test    string            `json:"test"`
		Session string            `json:"session"`
		Name    string            `json:"name"`
		Answers []json.RawMessage `json:"answers"`
	}
	if err := json.Unmarshal(data, &file); err != nil {
		return s, keep.Unread(data, err)
	}
	if key, at := twice(data); key != "" {
		return s, keep.WrongAt(data, at, w.keyTwice(quoted(key)))
	}
	s = Session{Version: file.Version, Test: file.Test, Session: file.Session, Name: strings.TrimSpace(file.Name)}
	switch {
	case s.Version != Version:
		return wrong(w.noVersion(Version))
	case s.Test == "":
		return wrong(w.missing("test"))
	case !clipForm.MatchString(s.Test):
		return wrong(w.noID("test", 1, 64))
	case s.Session == "":
		return wrong(w.missing("session"))
	case !sessionForm.MatchString(s.Session):
		return wrong(w.noID("session", 8, 64))
	case strings.ContainsFunc(file.Name, tts.Steers):
		return wrong(w.steers)
	case utf8.RuneCountInString(s.Name) > maxListener:
		return wrong(w.longName(maxListener))
	case len(file.Answers) == 0:
		return wrong(w.noAnswers)
	}
	asked := map[Pair]bool{}
	for i, raw := range file.Answers {
		v, why := voteOf(raw)
		if why == "" && asked[v.pair()] {
			why = w.pairTwice
		}
		if why != "" {
			return wrong(w.inAnswer(i+1, why))
		}
		asked[v.pair()] = true
		s.Answers = append(s.Answers, v)
	}
	return s, nil
}

// voteOf reads one answer, or says what is wrong with it.
func voteOf(raw json.RawMessage) (v Vote, why string) {
	w := say.votes
	var said struct {
		A        string `json:"a"`
		B        string `json:"b"`
		First    string `json:"first"`
		Answer   *int   `json:"answer"`
		Plays    int    `json:"plays"`
		Switches int    `json:"switches"`
		MS       int64  `json:"ms"`
	}
	if err := json.Unmarshal(raw, &said); err != nil {
		if kind, is := errors.AsType[*json.UnmarshalTypeError](err); is && kind.Field == "answer" {
			return v, w.noAnswer
		}
		return v, keep.Unread(raw, err).Reason
	}
	for _, clip := range []struct{ key, is string }{{"a", said.A}, {"b", said.B}, {"first", said.First}} {
		if clip.is == "" {
			return v, w.missing(clip.key)
		}
		if !clipForm.MatchString(clip.is) {
			return v, w.noID(clip.key, 1, 64)
		}
	}
	for _, n := range []struct {
		key      string
		is, most int64
	}{{"plays", int64(said.Plays), maxHeard}, {"switches", int64(said.Switches), maxHeard}, {"ms", said.MS, maxMS}} {
		if n.is < 0 || n.is > n.most {
			return v, w.outside(n.key, n.most)
		}
	}
	if said.Answer == nil {
		return v, w.missing("answer")
	}
	v = Vote{said.A, said.B, said.First, *said.Answer, said.Plays, said.Switches, said.MS}
	switch {
	case v.A == v.B:
		return v, w.sameClip
	case v.First != v.A && v.First != v.B:
		return v, w.notFirst
	case v.Answer < -2 || v.Answer > 2:
		return v, w.noAnswer
	}
	return v, ""
}

// pair are the two clips, whichever was called 1.
func (v Vote) pair() Pair { return Pair{min(v.A, v.B), max(v.A, v.B)} }

// twice finds a key that an object has twice, in whatever case, since it is read
// so; at is where.
func twice(data []byte) (key string, at int64) {
	type level struct {
		keys  map[string]bool // nil: a list
		value bool            // comes next, else a key
	}
	fold := cases.Fold()
	levels, d := []level{{}}, json.NewDecoder(bytes.NewReader(data))
	for {
		t, err := d.Token()
		if err != nil {
			return "", 0 // its end
		}
		on := &levels[len(levels)-1]
		if name, is := t.(string); is && on.keys != nil && !on.value {
			if name = fold.String(name); on.keys[name] {
				return name, d.InputOffset()
			}
			on.keys[name], on.value = true, true
			continue
		}
		on.value = false
		switch t {
		case json.Delim('{'):
			levels = append(levels, level{keys: map[string]bool{}})
		case json.Delim('['):
			levels = append(levels, level{})
		case json.Delim('}'), json.Delim(']'):
			levels = levels[:len(levels)-1]
		}
	}
}
