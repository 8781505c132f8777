package main

import (
	"bytes"
	"context"
	"encoding/binary"

	"voicestudio/player/likeness"
	"voicestudio/player/measure"
	"voicestudio/tts"
	"voicestudio/tts/sandbox/speech"
	"voicestudio/tts/tune"
	"voicestudio/tts/tune/ways"
)

// rate of the clips in Hz.
const rate = 24000

// spoken is the sound of a request and how long it is in seconds.
func spoken(ctx context.Context, engine *speech.Engine, r tts.Request) (*likeness.Features, float64, error) {
	r.AudioSetting.Format, r.AudioSetting.SampleRate = "pcm", new(rate)
	var b bytes.Buffer
	if _, err := engine.Speak(ctx, r, &b); err != nil {
		return nil, 0, err
	}
	s := measure.Sound{Channels: 1, Rate: rate, Samples: make([]float32, b.Len()/2)}
	for i := range s.Samples {
		s.Samples[i] = float32(int16(binary.LittleEndian.Uint16(b.Bytes()[2*i:]))) / 32768
	}
	return likeness.Of(s), float64(len(s.Samples)) / rate, nil
}

// clip is what is known of a request once it was heard.
type clip struct {
	distance float64 // from what is in the listener's head
	seconds  float64
}

// ear hears clips beside one sound that the listener has in its head. A request
// is spoken once. It belongs to one goroutine.
type ear struct {
	ctx    context.Context
	engine *speech.Engine
	head   *likeness.Features
	heard  map[place]clip
}

// place is where a request stands on every axis.
type place [dims]float64

func placeOf(r tts.Request) (p place) {
	for i, a := range ways.Axes {
		p[i] = tune.Value(a, r)
	}
	return p
}

func listenFor(ctx context.Context, engine *speech.Engine, hidden tts.Request) (*ear, error) {
	head, _, err := spoken(ctx, engine, hidden)
	return &ear{ctx, engine, head, map[place]clip{}}, err
}

func (e *ear) hear(r tts.Request) (clip, error) {
	at := placeOf(r)
	if c, found := e.heard[at]; found {
		return c, nil
	}
	sound, seconds, err := spoken(e.ctx, e.engine, r)
	if err != nil {
		return clip{}, err
	}
	e.heard[at] = clip{likeness.Between(e.head, sound, true).Total(), seconds}
	return e.heard[at], nil
}
