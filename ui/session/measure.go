package session

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"strings"

	"voicestudio/player"
	"voicestudio/player/decode"
	"voicestudio/player/measure"
	"voicestudio/tts"
	"voicestudio/tts/takes"
)

// Kept are the measures that a take's file has; false where there are none, or
// those of another version.
func Kept(t takes.Take) (m measure.Measures, found bool) {
	if t.Measures == nil || json.Unmarshal(t.Measures, &m) != nil {
		return m, false
	}
	return m, m.Version == measure.Version
}

// Measure says what a take sounds like, as it was kept or, where it was not,
// from its audio, and keeps that of a whole take. The error is a *tts.Error, or
// wraps decode.ErrDamaged: then the measures are those of what could be decoded,
// and are not kept.
func Measure(ctx context.Context, folder takes.Folder, t takes.Take) (measure.Measures, error) {
	if m, found := Kept(t); found {
		return m, nil
	}
	source, format, err := OpenTake(t)
	if err != nil {
		return measure.Measures{}, err
	}
	defer source.Close()
	m, err := MeasureAudio(ctx, source, format, t.Short())
	if m = m.Saying(readOut(t.Request)); err == nil && t.Whole() && !t.Live && ctx.Err() == nil {
		folder.Measured(t.ID, m) // what cannot be kept is measured again
	}
	return m, err
}

// MeasureAudio measures audio, which the error calls by a name.
func MeasureAudio(ctx context.Context, source io.Reader, format player.Format, name string) (measure.Measures, error) {
	if !decode.Playable(format.Codec) {
		return measure.Measures{}, tts.Machine(say.measure.notDecoded(name, format.Codec), nil)
	}
	var meter *measure.Meter
	var of [2]int
	err := decode.Whole(source, decode.Format(format), func(x []float32, rate, channels int) error {
		if meter == nil {
			meter, of = measure.NewMeter(rate, channels), [2]int{rate, channels}
		}
		if of != [2]int{rate, channels} {
			return errors.New(say.measure.changes)
		}
		meter.Write(x)
		return ctx.Err()
	})
	damaged := errors.Is(err, decode.ErrDamaged)
	if err != nil && !damaged || meter == nil {
		return measure.Measures{}, measureFault(name, err)
	}
	m := meter.Measures()
	if !damaged {
		err = nil
	}
	return m, err
}

// measureFault is why something cannot be measured.
func measureFault(name string, err error) error {
	switch _, missing := errors.AsType[*decode.NeedsLibraryError](err); {
	case missing:
		return tts.Machine(tts.Said{What: tts.SystemSays(err)}, err)
	case errors.Is(err, context.Canceled):
		return tts.Stopped(err)
	case err == nil:
		err = decode.ErrNoAudio
	case IsSystem(err):
		return tts.Machine(tts.Said{What: say.measure.cannot(name, Reason(err))}, err)
	}
	return tts.Lost(tts.Said{What: say.measure.cannot(name, err.Error())}, err)
}

// readOut is the text of a request without what is not read out.
func readOut(r tts.Request) string {
	var words strings.Builder
	at := 0
	for _, m := range tts.Proofread(r.Text, r.Model).Marks {
		if m.From >= at {
			words.WriteString(r.Text[at:m.From] + " ")
			at = m.To
		}
	}
	return words.String() + r.Text[at:]
}

// Decoded is the whole sound of audio, which the error calls by a name; what
// cannot be decoded of damaged audio is left out.
func Decoded(ctx context.Context, source io.Reader, format player.Format, name string) (s measure.Sound, err error) {
	err = decode.Whole(source, decode.Format(format), func(x []float32, rate, channels int) error {
		if s.Rate == 0 {
			s.Rate, s.Channels = rate, channels
		}
		if s.Rate != rate || s.Channels != channels {
			return errors.New(say.measure.changes)
		}
		s.Samples = append(s.Samples, x...)
		return ctx.Err()
	})
	if err != nil && !errors.Is(err, decode.ErrDamaged) {
		return s, measureFault(name, err)
	}
	return s, nil
}
