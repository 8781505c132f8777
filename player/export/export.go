// Package export writes a sound to a file for others: as wav, flac, mp3 or as the
// bytes that came, all of it or a part, as loud as asked for, and with notes in
// it that tell how it was made.
package export

import (
	"context"
	"errors"
	"fmt"
	"io"
	"math"
	"time"

	"voicestudio/player/decode"
	"voicestudio/player/loudness"
)

// Original is the Options.Codec of the bytes that came.
const Original = "original"

// Options say what is written.
type Options struct {
	// Codec is "wav" or "flac", both of 16 bits; "mp3" by lame, of some 100
	// kbit/s; or Original.
	Codec string
	// From and To are the part to write; To 0 is the end. Not with Original.
	From, To time.Duration
	// Loudness is the integrated loudness wanted, in LUFS (-70 to 0, not
	// included; e.g. -16 for podcasts, EBU R 128's -23 for broadcast); 0 leaves
	// it as it is. Not with Original. It is reached by one gain for the whole
	// and, where that would lift a true peak above -1 dBTP, a limiter; what is out
	// of their reach is an error, see loudness.Reach.
	Loudness float64
	// Tags are written into the file, in this order. Names that every format
	// has a place of its own for are title, artist, album, date, comment,
	// genre and software.
	Tags []Tag
}

// Tag is a note: a name of printable ASCII without "=", and text.
type Tag struct{ Name, Value string }

// Result says what was written; but for Damage it is empty with Original.
type Result struct {
	Duration time.Duration
	// Loudness in LUFS and TruePeak in dBTP of the file, of an mp3 before it is
	// encoded, which may lift peaks by some tenths of a dB; -Inf for silence.
	Loudness, TruePeak float64
	// Gain in dB that it took, and by how much a limiter lowered the highest
	// peak then.
	Gain, Limiting float64
	// Damage is what could not be decoded; the rest is in the file.
	Damage error
}

// Write writes the audio of src, of format f, to w. Nothing has been written
// when the error is one of the options, of the source, of ctx or of lame. It holds
// two bytes of each sample: 230 MB of an hour of mono at 32 kHz, 346 at 48 kHz, and
// no more than two of these hours.
func Write(ctx context.Context, w io.Writer, src io.Reader, f decode.Format, o Options) (Result, error) {
	if err := o.check(); err != nil {
		return Result{}, err
	}
	if o.Codec == Original {
		return Result{}, retag(w, src, f.Codec, o.Tags)
	}
	a, err := collect(ctx, src, f, o.From, o.To)
	if err != nil {
		return Result{}, err
	}
	r, err := a.level(ctx, o.Loudness, o.Ceiling())
	if err != nil {
		return r, err
	}
	return r, writers[o.Codec](ctx, w, a, o.Tags)
}

// encoding is how much lower peaks are kept of what is encoded with loss, in dB: lame
// at -V2 gives speech peaks that are up to 0.3 dB higher.
const encoding = 0.5

// Ceiling is what the true peak stays below where a loudness is asked for, in dBTP.
func (o Options) Ceiling() float64 {
	if o.Codec == "mp3" {
		return loudness.Ceiling - encoding
	}
	return loudness.Ceiling
}

// writers write settled audio.
var writers = map[string]func(ctx context.Context, w io.Writer, a *audio, tags []Tag) error{
	"wav": writeWAV, "flac": writeFLAC, "mp3": writeMP3,
}

func (o Options) check() error {
	for _, t := range o.Tags {
		if t.Name == "" {
			return errors.New("tags: a tag has no name")
		}
		for _, c := range t.Name {
			if c < ' ' || c > '}' || c == '=' {
				return fmt.Errorf("tags: the name %q has a character other than printable ASCII without =", t.Name)
			}
		}
	}
	switch {
	case writers[o.Codec] == nil && o.Codec != Original:
		return fmt.Errorf("codec %q cannot be written; wav, flac, mp3 and original can", o.Codec)
	case o.From < 0 || o.To < 0 || o.To != 0 && o.To <= o.From:
		return fmt.Errorf("range: from %v to %v is empty", o.From, o.To)
	case math.IsNaN(o.Loudness) || o.Loudness > 0 || o.Loudness <= -70:
		return fmt.Errorf("loudness: %v LUFS is outside -70..0", o.Loudness)
	case o.Codec == Original && (o.From != 0 || o.To != 0):
		return errors.New("range: the original can only be written whole; choose wav or flac")
	case o.Codec == Original && o.Loudness != 0:
		return errors.New("loudness: the original can only be written as it is; choose wav or flac")
	case o.Codec == "mp3":
		_, err := findLame()
		return err
	}
	return nil
}

// level brings the loudness to target, if there is one, and settles the audio.
func (a *audio) level(ctx context.Context, target, ceiling float64) (Result, error) {
	r, sound := Result{Duration: a.duration(), Damage: a.damage}, a.sound(ctx)
	if target == 0 {
		m := loudness.NewMeter(a.rate)
		for x := range sound {
			m.Write(x, a.channels)
		}
		r.Loudness, r.TruePeak = m.Integrated(), loudness.Decibels(m.TruePeak())
		a.settle(sound)
		return r, ctx.Err()
	}
	reached, err := loudness.Reach(sound, a.rate, a.channels, target, ceiling)
	if ctx.Err() != nil {
		return r, ctx.Err()
	}
	if err != nil {
		return r, fmt.Errorf("loudness: %w", err)
	}
	a.settle(reached.Of(sound))
	r.Loudness, r.TruePeak, r.Gain, r.Limiting = reached.LUFS, reached.TruePeak, reached.Gain, reached.Limiting
	return r, ctx.Err()
}
