package bench

import (
	"errors"
	"io"
	"time"

	"voicestudio/player/decode"
	"voicestudio/player/loudness"
	"voicestudio/player/measure"
	"voicestudio/tts/takes"
	"voicestudio/ui/session"
)

// decoded gives the audio of a take to each, part by part. Damage in it is no
// error.
func decoded(t takes.Take, each func(x []float32, channels, rate int)) error {
	file, format, err := session.OpenTake(t)
	if err != nil {
		return err
	}
	defer file.Close()
	d, err := decode.New(decode.Format(format))
	if err != nil {
		return err
	}
	defer d.Close()
	encoded, x := make([]byte, 64<<10), make([]float32, 8192)
	for ended := false; ; {
		n, err := d.Read(x)
		switch {
		case errors.Is(err, decode.ErrMore) && !ended:
			n, err := file.Read(encoded)
			d.Feed(encoded[:n])
			if err == io.EOF {
				ended = true
				d.End()
			} else if err != nil {
				return err
			}
		case err == io.EOF, errors.Is(err, decode.ErrDamaged):
			return nil
		case err != nil:
			return err
		default:
			each(x[:n], d.Channels(), d.Rate())
		}
	}
}

// Loudness is the integrated loudness of a take in LUFS, as its audio is, -Inf
// where it is silent, and how long it sounds.
func Loudness(t takes.Take) (lufs float64, length time.Duration, err error) {
	var meter *loudness.Meter
	err = decoded(t, func(x []float32, channels, rate int) {
		if meter == nil {
			meter = loudness.NewMeter(rate)
		}
		meter.Write(x, channels)
		length += time.Duration(len(x)/channels) * time.Second / time.Duration(rate)
	})
	if err != nil || meter == nil {
		return 0, 0, errors.Join(err)
	}
	return meter.Integrated(), length, nil
}

// Sound is the decoded audio of a take. Where its form changes on the way it is
// as far as that.
func Sound(t takes.Take) (s measure.Sound, err error) {
	err = decoded(t, func(x []float32, channels, rate int) {
		if s.Rate == 0 {
			s.Channels, s.Rate = channels, rate
		}
		if s.Channels == channels && s.Rate == rate {
			s.Samples = append(s.Samples, x...)
		}
	})
	return s, err
}
