// Package export writes a take to a file for others: as wav, as flac or as the
// bytes that came, all of it or a part, as loud as asked for, and with notes in
// it that tell how it was made.
package export

import (
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
	// Codec is "wav" or "flac", both of 16 bits, or Original.
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
	// Loudness in LUFS and TruePeak in dBTP of the file; -Inf for silence.
	Loudness, TruePeak float64
	// Gain in dB that it took, and by how much a limiter lowered the highest
	// peak then.
	Gain, Limiting float64
	// Damage is what could not be decoded; the rest is in the file.
	Damage error
}

// Write writes the audio of src, of format f, to w. Nothing has been written
// when the error is one of the options or of the source.
func Write(w io.Writer, src io.Reader, f decode.Format, o Options) (Result, error) {
	if err := o.check(); err != nil {
		return Result{}, err
	}
	if o.Codec == Original {
		return Result{}, retag(w, src, f.Codec, o.Tags)
	}
	a, err := collect(src, f, o.From, o.To)
	if err != nil {
		return Result{}, err
	}
	r, err := a.level(o.Loudness)
	if err != nil {
		return r, err
	}
	pcm := a.pcm()
	if o.Codec == "flac" {
		return r, writeFLAC(w, pcm, a.rate, a.channels, o.Tags)
	}
	return r, writeWAV(w, pcm, a.rate, a.channels, o.Tags)
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
	case o.Codec != "wav" && o.Codec != "flac" && o.Codec != Original:
		return fmt.Errorf("codec %q cannot be written; wav, flac and original can", o.Codec)
	case o.From < 0 || o.To < 0 || o.To != 0 && o.To <= o.From:
		return fmt.Errorf("range: from %v to %v is empty", o.From, o.To)
	case math.IsNaN(o.Loudness) || o.Loudness > 0 || o.Loudness <= -70:
		return fmt.Errorf("loudness: %v LUFS is outside -70..0", o.Loudness)
	case o.Codec == Original && (o.From != 0 || o.To != 0):
		return errors.New("range: the original can only be written whole; choose wav or flac")
	case o.Codec == Original && o.Loudness != 0:
		return errors.New("loudness: the original can only be written as it is; choose wav or flac")
	}
	return nil
}

// audio is decoded sound.
type audio struct {
	rate, channels int
	x              []float32
	damage         error
}

var (
	// ErrTooLong is wrapped when more is to be written than can be held.
	ErrTooLong = errors.New("the part is too long")
	// ErrEmpty is wrapped when the source has ended before the part begins.
	ErrEmpty = errors.New("the part is empty")
)

// maxSamples bounds what is held: 70 minutes of mono at 32 kHz, half a
// gigabyte.
const maxSamples = 128 << 20

// collect decodes the part of src between two times.
func collect(src io.Reader, f decode.Format, from, to time.Duration) (*audio, error) {
	a, at := new(audio), int64(0)
	err := decode.Whole(src, f, func(x []float32, rate, channels int) error {
		if a.rate == 0 {
			a.rate, a.channels = rate, channels
		}
		if rate != a.rate || channels != a.channels {
			return errors.New("the source changes its sample rate or channels on the way; only its original can be written")
		}
		frames := int64(len(x) / channels)
		first, end := at, at+frames
		at = end
		first = max(first, a.frame(from))
		if to > 0 {
			end = min(end, a.frame(to))
		}
		if first < end {
			skip := (first - (at - frames)) * int64(channels)
			a.x = append(a.x, x[skip:skip+(end-first)*int64(channels)]...)
		}
		if len(a.x) > maxSamples {
			return fmt.Errorf("%w: more than %.0f minutes; export it in parts", ErrTooLong, a.duration().Minutes())
		}
		return nil
	})
	if errors.Is(err, decode.ErrDamaged) {
		a.damage = err
	} else if err != nil {
		return nil, err
	}
	return a.checked(from)
}

func (a *audio) checked(from time.Duration) (*audio, error) {
	if len(a.x) == 0 {
		return nil, fmt.Errorf("range: %w: the source has ended before %v", ErrEmpty, from)
	}
	return a, nil
}

func (a *audio) frame(d time.Duration) int64 {
	return int64(math.Round(d.Seconds() * float64(a.rate)))
}

func (a *audio) duration() time.Duration {
	return time.Duration(float64(len(a.x)/a.channels) / float64(a.rate) * float64(time.Second))
}

// level brings the loudness to target, if there is one.
func (a *audio) level(target float64) (Result, error) {
	r := Result{Duration: a.duration(), Damage: a.damage}
	if target == 0 {
		m := loudness.NewMeter(a.rate)
		m.Write(a.x, a.channels)
		r.Loudness, r.TruePeak = m.Integrated(), loudness.Decibels(m.TruePeak())
		return r, nil
	}
	reached, err := loudness.Reach(a.x, a.rate, a.channels, target)
	if err != nil {
		return r, fmt.Errorf("loudness: %w", err)
	}
	r.Loudness, r.TruePeak, r.Gain, r.Limiting = reached.LUFS, reached.TruePeak, reached.Gain, reached.Limiting
	return r, nil
}

// pcm is signed 16 bit, little endian.
func (a *audio) pcm() []byte {
	b := make([]byte, 2*len(a.x))
	for i, v := range a.x {
		s := int16(math.Round(float64(min(max(v*32768, -32768), 32767))))
		b[2*i], b[2*i+1] = byte(s), byte(uint16(s)>>8)
	}
	return b
}
