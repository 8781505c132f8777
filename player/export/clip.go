package export

import (
	"bytes"
	"context"
	"errors"
	"io"
	"strconv"
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
	a, err := collect(ctx, bytes.NewReader(data), f, 0, 0)
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
	a.settle(a.sound(ctx))
	var audio bytes.Buffer
	if kbit := lameKbit[a.rate]; kbit != 0 && (f.Codec != "wav" || small) {
		switch err := a.mp3(ctx, &audio, a.rate, nil, []string{"--cbr", "-b", strconv.Itoa(kbit)}); {
		case err == nil:
			c.Codec, c.Audio, c.Encoded = "mp3", audio.Bytes(), true
			return c, nil
		case !errors.Is(err, ErrNoLame):
			return Clip{}, err
		}
	}
	err = writeWAV(ctx, &audio, a, nil)
	c.Codec, c.Audio = "wav", audio.Bytes()
	return c, err
}
