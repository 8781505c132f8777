package main

import (
	"bytes"
	"context"
	"encoding/binary"

	"voicestudio/player/likeness"
	"voicestudio/player/measure"
	"voicestudio/tts"
	"voicestudio/tts/sandbox/speech"
)

// rate in Hz is that of the API where nothing is set.
const rate = 32000

// booth is where requests are spoken that nobody needs as a take.
type booth struct{ engine *speech.Engine }

func (b booth) hear(ctx context.Context, r tts.Request) (*likeness.Features, error) {
	r.AudioSetting.Format, r.AudioSetting.SampleRate = "pcm", new(rate)
	var pcm bytes.Buffer
	if _, err := b.engine.Speak(ctx, r, &pcm); err != nil {
		return nil, err
	}
	s := measure.Sound{Channels: 1, Rate: rate, Samples: make([]float32, pcm.Len()/2)}
	for i := range s.Samples {
		s.Samples[i] = float32(int16(binary.LittleEndian.Uint16(pcm.Bytes()[2*i:]))) / 32768
	}
	return likeness.Of(s), nil
}
