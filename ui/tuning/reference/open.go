// Package reference tunes a voice towards a recording: how far the clips are from it
// is measured, so that nobody has to listen. It is no cloning: it turns the knobs that
// the API has. It knows no screen.
package reference

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"voicestudio/player/decode"
	"voicestudio/player/likeness"
	"voicestudio/player/measure"
	"voicestudio/player/spectrum"
	"voicestudio/tts"
	"voicestudio/ui/session"
)

const (
	// Longest is the longest recording that is read.
	Longest = 5 * time.Minute
	// shortest is the least speech in which the measures of a voice settle: a
	// sentence of three words.
	shortest = time.Second
	// enough in Hz is the rate to which recordings are brought while they are read;
	// what is compared lies below 8 kHz. narrow is one that does not hold as much.
	enough, narrow = 20000, 16000
)

// Recording is what a voice is tuned towards.
type Recording struct {
	*likeness.Features
	// Notes say, in a sentence each, what is not as one would think.
	Notes []string
}

// Endings are those of the files that can be read.
var Endings = []string{"wav", "mp3", "flac", "opus", "ogg"}

// Open reads a recording: up to Longest, of one or two channels at any rate. The
// error is an *tts.Error at the field "reference": there is no such file, or nothing
// in it that could be compared with a voice.
func Open(ctx context.Context, path string) (*Recording, error) {
	rec, err := load(ctx, path)
	if err == nil {
		return rec, nil
	}
	if ctx.Err() != nil {
		return nil, tts.Stopped(err)
	}
	return nil, tts.AsError(err, tts.KindMachine).At("reference")
}

func load(ctx context.Context, path string) (*Recording, error) {
	name := tts.Clean(filepath.Base(path))
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, tts.Wrong("", say.noFile(name))
	case err != nil:
		return nil, tts.Machine(say.cannotRead(name, tts.Reason(err)), err)
	case info.IsDir():
		return nil, tts.Wrong("", say.directory(name))
	case !info.Mode().IsRegular():
		return nil, tts.Wrong("", say.noRegular(name))
	}
	ending := strings.ToLower(strings.TrimPrefix(filepath.Ext(path), "."))
	if !slices.Contains(Endings, ending) {
		return nil, tts.Wrong("", say.noEnding(name, Endings))
	}
	if ending == "ogg" {
		ending = tts.Opus
	}
	file, err := os.Open(path)
	if err != nil {
		return nil, tts.Machine(say.cannotRead(name, tts.Reason(err)), err)
	}
	defer file.Close()
	sound, rate, damage, err := read(ctx, file, ending)
	if err != nil {
		return nil, unread(name, err)
	}
	rec := &Recording{Features: likeness.Of(sound)}
	switch heard, long := rec.Speech(), float64(len(sound.Samples))/float64(max(1, sound.Rate)); {
	case long < shortest.Seconds():
		return nil, tts.Wrong("", say.short(name, long, shortest.Seconds()))
	case rec.LUFS == nil || rec.SpeechMS == nil:
		return nil, tts.Wrong("", say.silent(name))
	case time.Duration(*rec.SpeechMS)*time.Millisecond < shortest:
		return nil, tts.Wrong("", say.short(name, float64(*rec.SpeechMS)/1000, shortest.Seconds()))
	case heard == likeness.NoSpeech:
		return nil, tts.Wrong("", say.noSpeech(name))
	case heard == likeness.Perhaps:
		rec.Notes = append(rec.Notes, say.perhaps(name))
	}
	if rec.F0MedianHz == nil {
		rec.Notes = append(rec.Notes, say.whispers(name))
	}
	if rate < narrow {
		rec.Notes = append(rec.Notes, say.narrow(name, rate))
	}
	if damage != nil {
		rec.Notes = append(rec.Notes, say.damaged(name, damage.Error()))
	}
	return rec, nil
}

// errLong is of a recording that is longer than Longest.
var errLong = errors.New("too long")

// read decodes a recording as one channel; rate in Hz is its own.
func read(ctx context.Context, file io.Reader, codec string) (sound measure.Sound, rate int, damage, err error) {
	var lower *spectrum.Lower
	var of int
	var frames int64
	err = decode.Whole(file, decode.Format{Codec: codec}, func(x []float32, hz, channels int) error {
		if lower == nil {
			lower, rate, of = spectrum.NewLower(channels, hz, enough), hz, channels
			sound = measure.Sound{Channels: 1, Rate: lower.Rate}
		}
		if hz != rate || channels != of {
			return errors.New(say.changes)
		}
		if frames += int64(len(x) / channels); frames > int64(Longest.Seconds())*int64(rate) {
			return errLong
		}
		sound.Samples = append(sound.Samples, lower.Write(x)...)
		return ctx.Err()
	})
	if errors.Is(err, decode.ErrDamaged) && lower != nil {
		damage, err = err, nil
	}
	if err == nil && lower == nil {
		err = decode.ErrNoAudio
	}
	if lower != nil {
		sound.Samples = append(sound.Samples, lower.Flush()...)
	}
	return sound, rate, damage, err
}

// unread is why a recording cannot be read.
func unread(name string, err error) error {
	_, library := errors.AsType[*decode.NeedsLibraryError](err)
	switch {
	case errors.Is(err, errLong):
		return tts.Wrong("", say.long(name, int(Longest.Minutes())))
	case errors.Is(err, decode.ErrNoAudio):
		return tts.Wrong("", say.noAudio(name))
	case library || session.IsSystem(err):
		return tts.Machine(say.cannotRead(name, tts.Reason(err)), err)
	}
	return tts.Wrong("", say.undecoded(name, tts.Reason(err))).From(err)
}
