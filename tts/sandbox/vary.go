package sandbox

import (
	"context"
	"encoding/json"
	"hash/fnv"
	"io"
	"strconv"

	"voicestudio/tts"
	"voicestudio/tts/sandbox/speech"
)

// varying is a voice that can speak the same words twice and not alike.
type varying interface {
	SpeakVaried(ctx context.Context, r tts.Request, v *speech.Variation, w io.Writer) (speech.Result, error)
}

// utter speaks a request, once more otherwise where its faults say so.
func (s *Server) utter(ctx context.Context, f Faults, r tts.Request, w io.Writer) (speech.Result, error) {
	if voice, able := s.voice.(varying); able && f.vary {
		return voice.SpeakVaried(ctx, r, s.variation(f.seed, r), w)
	}
	return s.voice.Speak(ctx, r, w)
}

// variation is that of the next take of a request. Each request has a series of
// its own, so that it does not depend on what else is asked for meanwhile.
func (s *Server) variation(seed int, r tts.Request) *speech.Variation {
	h := fnv.New64a()
	io.WriteString(h, strconv.Itoa(seed)+"\n")
	json.NewEncoder(h).Encode(r) // numbers that JSON cannot hold have been refused
	series := h.Sum64()
	s.mu.Lock()
	defer s.mu.Unlock()
	const most = 1000 // requests that are remembered
	if len(s.repeats) >= most {
		clear(s.repeats)
	}
	s.repeats[series]++
	return speech.NewVariation(series, uint64(s.repeats[series]))
}
