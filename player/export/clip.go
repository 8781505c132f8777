package export

import (
	"bytes"
	"context"
	"errors"
	"io"
	"time"

	"voicestudio/player/decode"
)

// Clip is a sound in a form that every browser plays. There is nothing in it but
// the sound: no tag, no chunk, no name.
type Clip struct {
	Codec string // "mp3" or "wav", of 16 bits
	Audio []byte
	// Encoded is true of an mp3 that was not one, or whose frames decoders would
	// not agree about.
	Encoded  bool
	Duration time.Duration // as this program decodes the source
	// Damage is what could not be decoded of it; the rest is in the clip.
	Damage error
}

// ClipOf makes a clip of src, of format f. An mp3 keeps its frames where every
// decoder hears the same in them, a wav its samples at 16 bits. Anything else, and
// wav where small is asked for, becomes an mp3 if lame is installed and has the
// sample rate, else wav.
func ClipOf(ctx context.Context, src io.Reader, f decode.Format, small bool) (Clip, error) {
	data, err := io.ReadAll(src)
	if err != nil {
		return Clip{}, err
	}
	a, err := collect(bytes.NewReader(data), f, 0, 0)
	if err != nil {
		return Clip{}, err
	}
	c := Clip{Duration: a.duration(), Damage: a.damage}
	if f.Codec == "mp3" {
		if frames, even := decode.Frames(data); even && a.damage == nil {
			c.Codec, c.Audio = "mp3", frames
			return c, nil
		}
	}
	a.joinChannels()
	if f.Codec != "wav" || small {
		switch audio, err := a.mp3(ctx); {
		case err == nil:
			c.Codec, c.Audio, c.Encoded = "mp3", audio, true
			return c, nil
		case !errors.Is(err, errNoMP3):
			return Clip{}, err
		}
	}
	var wav bytes.Buffer
	err = writeWAV(&wav, a.pcm(), a.rate, a.channels, nil)
	c.Codec, c.Audio = "wav", wav.Bytes()
	return c, err
}

// joinChannels makes one of two that are the same: heard from two speakers it is.
func (a *audio) joinChannels() {
	if a.channels != 2 {
		return
	}
	for i := 0; i < len(a.x); i += 2 {
		if a.x[i] != a.x[i+1] {
			return
		}
	}
	one := make([]float32, len(a.x)/2)
	for i := range one {
		one[i] = a.x[2*i]
	}
	a.x, a.channels = one, 1
}
