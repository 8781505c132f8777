package narration

import (
	"context"
	"slices"
	"sort"
	"time"

	"voicestudio/player/align"
	"voicestudio/player/measure"
	"voicestudio/tts/lines"
	"voicestudio/tts/subtitles"
	"voicestudio/tts/takes"
	"voicestudio/ui/session"
)

// Spoken is when each word of a take is heard. It is kept by whoever asked for it: a
// take does not change.
type Spoken struct {
	Text  string       // what the take says, which may be other than its line by now
	Words []lines.Word // of the text
	// Spans are when they are heard, from the beginning of the take; nil where nobody
	// speaks.
	Spans []subtitles.Span
	// Estimated is true where no host has said it: then some are off by a syllable.
	Estimated bool
}

// SpokenIn finds the words of a take in its sound: by the times of words in the
// host's subtitles where those came and are of its text, else by the silences of the
// audio, which is decoded, and the lengths of the words. Subtitles of whole sentences
// only stand in where the audio cannot be had: of a pause inside a sentence they know
// nothing. The error is a *tts.Error: then nothing is known.
func SpokenIn(ctx context.Context, t takes.Take) (s Spoken, err error) {
	s.Text = t.Request.Text
	s.Words = lines.Words(s.Text)
	said, fit := subtitles.Place(s.Text, s.Words, t.Subtitles)
	fit = fit && inside(said, t)
	if fit && subtitles.Worded(t.Subtitles) {
		s.Spans = said
		return s, nil
	}
	s.Estimated = true
	sound, err := decoded(ctx, t)
	switch {
	case err == nil:
		for _, span := range align.Estimate(sound, units(s.Words)) {
			s.Spans = append(s.Spans, subtitles.Span(span))
		}
	case fit && ctx.Err() == nil:
		s.Spans, err = said, nil
	}
	return s, err
}

func decoded(ctx context.Context, t takes.Take) (measure.Sound, error) {
	source, format, err := session.OpenTake(t)
	if err != nil {
		return measure.Sound{}, err
	}
	defer source.Close()
	return session.Decoded(ctx, source, format, t.Short())
}

// late is how much later than the end of the audio subtitles may end.
const late = 300 * time.Millisecond

// inside reports that words are heard before a take ends.
func inside(spans []subtitles.Span, t takes.Take) bool {
	n := len(spans)
	return n > 0 && (t.AudioMS == nil || spans[n-1].End <= time.Duration(*t.AudioMS)*time.Millisecond+late)
}

func units(words []lines.Word) []align.Unit {
	all := make([]align.Unit, len(words))
	for i, w := range words {
		all[i] = align.Unit{Weight: w.Weight, Break: w.Break, Lead: w.Lead, Sounds: w.Sounds}
	}
	return all
}

// At is the word that sounds at a time of the take, or the last before it; -1: none
// has begun yet.
func (s Spoken) At(t time.Duration) int {
	return sort.Search(len(s.Spans), func(i int) bool { return s.Spans[i].Begin > t }) - 1
}

// Find is the word at a byte of the text, or the first behind it; -1: there is none.
func (s Spoken) Find(at int) int {
	i := slices.IndexFunc(s.Words, func(w lines.Word) bool { return w.To > at })
	if i >= len(s.Spans) {
		return -1
	}
	return i
}
