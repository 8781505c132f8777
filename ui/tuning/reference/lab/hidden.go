package main

import (
	"context"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"time"

	"voicestudio/player/likeness"
	"voicestudio/tts"
	"voicestudio/tts/tune"
	"voicestudio/ui/bench"
	"voicestudio/ui/session"
	"voicestudio/ui/tuning"
	"voicestudio/ui/tuning/reference"
	"voicestudio/ui/tuning/unattended"
)

// way is one way to a hidden setting.
type way struct {
	name  string
	judge func(*reference.Judge) tuning.Judge
}

// asked is a judge that cannot seek: the questions alone find the way.
type asked struct{ tuning.Judge }

var ways = []way{
	{"calculated", func(j *reference.Judge) tuning.Judge { return j }},
	{"by questions", func(j *reference.Judge) tuning.Judge { return asked{j} }},
}

// task is what is hidden.
type task struct {
	language
	same bool // the recording says the text
	axes []tune.Axis
}

// found is what came of a search.
type found struct {
	clips, characters int
	before, after     float64               // the distances
	off               map[tune.Axis]float64 // of the settings, in the axis' unit; of speed the factor
	semitones, factor float64               // how far the sound is from the truth
	took              time.Duration
}

// within reports whether it speaks as high and as fast as the truth, by 1 semitone
// and 5 %.
func (f found) within() bool { return f.semitones <= 1 && f.factor <= 1.05 }

// set reports whether speed and pitch are set so near.
func (f found) set() bool { return f.off[tune.Pitch] <= 1 && f.off[tune.Speed] <= 1.05 }

// search hides the nth setting, and has it searched.
func (t task) search(ctx context.Context, s *session.Session, by way, n int, seed uint64) (f found, err error) {
	start := t.start(n)
	truth := hide(start, rand.New(rand.NewPCG(seed, uint64(n))), t.axes)
	recorded := truth
	if !t.same {
		recorded.Text = t.other
	}
	_, path, err := spoken(ctx, s, recorded)
	if err != nil {
		return f, err
	}
	goal, _, err := spoken(ctx, s, truth)
	if err != nil {
		return f, err
	}
	began := time.Now()
	rec, err := reference.Open(ctx, path)
	if err != nil {
		return f, err
	}
	judge := rec.Judge(nil)
	dir, err := os.MkdirTemp("", "hidden")
	if err != nil {
		return f, err
	}
	defer os.RemoveAll(dir)
	folder := tuning.Folder{Dir: filepath.Join(dir, "tunings")}
	c, err := tuning.Begin(seed, s.Host(), t.text, []tuning.Start{{Request: start}})
	if err != nil {
		return f, err
	}
	for _, a := range tune.AxesOf(start) {
		if !slices.Contains(t.axes, a) {
			c.Session.Locks = append(c.Session.Locks, tune.Lock{Axis: a, Out: true})
		}
	}
	if c, err = folder.Create(c); err != nil {
		return f, err
	}
	run := unattended.Run{Session: s, Folder: folder, Judge: by.judge(judge), Clips: reference.Clips(t.axes)}
	if c, _, err = run.On(ctx, c); err != nil {
		return f, err
	}
	search, err := tune.Open(c.Session)
	if err != nil {
		return f, err
	}
	f.took, f.clips = time.Since(began), len(c.Takes)
	f.characters = len(c.Takes) * tts.EstimateCharacters(t.text)
	for _, end := range []struct {
		to *float64
		r  tts.Request
	}{{&f.before, start}, {&f.after, search.Now()}} {
		features, _, err := spoken(ctx, s, end.r)
		if err != nil {
			return f, err
		}
		*end.to = likeness.Between(rec.Features, features, t.same).Total()
		d := likeness.Between(goal, features, true) // of the end, at last
		f.semitones, f.factor = math.Abs(d.Pitch), math.Exp(math.Abs(d.Pace))
	}
	f.off = map[tune.Axis]float64{}
	for _, a := range tune.AxesOf(start) {
		is, was := tune.Value(a, search.Now()), tune.Value(a, truth)
		if f.off[a] = math.Abs(is - was); a == tune.Speed {
			f.off[a] = max(is/was, was/is)
		}
	}
	return f, nil
}

// spoken has the session speak a request, as everything is spoken, and returns the
// file, too.
func spoken(ctx context.Context, s *session.Session, r tts.Request) (*likeness.Features, string, error) {
	ask, _, err := s.Settle(r, true)
	if err != nil {
		return nil, "", err
	}
	speech, err := s.Speak(ctx, ask, session.WithinCap)
	if err != nil {
		return nil, "", err
	}
	<-speech.Done()
	take, err := speech.Take()
	if err == nil {
		err = speech.Err()
	}
	if err != nil {
		return nil, "", err
	}
	sound, err := bench.Sound(take)
	return likeness.Of(sound), take.File, err
}
