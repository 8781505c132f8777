package cli

import (
	"math"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"voicestudio/player/export"
	"voicestudio/tts"
	"voicestudio/tts/takes"
	"voicestudio/ui/session"
)

// settle decides what is written.
func (x *exporting) settle(t takes.Take) (o export.Options, err error) {
	if o.From, err = parseTime("from", x.from); err != nil {
		return o, err
	}
	if o.To, err = parseTime("to", x.to); err != nil {
		return o, err
	}
	if x.to != "" && o.To <= o.From {
		return o, tts.Wrong("to", say.export.endsFirst)
	}
	if t.AudioMS != nil && o.From >= time.Duration(*t.AudioMS)*time.Millisecond && o.From > 0 {
		return o, tts.Wrong("from", say.export.onlySoLong(session.LengthAndState(t)))
	}
	if o.Loudness = x.loudness; math.IsNaN(o.Loudness) || o.Loudness > 0 || o.Loudness <= -70 {
		return o, tts.Wrong("loudness", say.export.loudness(o.Loudness))
	}
	changed := o.From != 0 || o.To != 0 || o.Loudness != 0
	if o.Codec, err = x.codec(t, changed); err != nil {
		return o, err
	}
	if own := t.Request.AudioFormat(); (o.Codec != export.Original || changed) && !session.Playable(t.Request) {
		return o, tts.Machine(say.export.notDecoded(own, tts.Ending(own)), nil).At("format")
	}
	if o.Codec == export.Original && changed {
		return o, tts.Wrong("format", say.export.madeOnly)
	}
	if !x.bare {
		o.Tags = session.ExportTags(t)
	}
	return o, nil
}

// codec is what --format says, else what the file's ending says.
func (x *exporting) codec(t takes.Take, changed bool) (string, error) {
	own, made := t.Request.AudioFormat(), []string{"wav", "flac"}
	ending := strings.ToLower(strings.TrimPrefix(filepath.Ext(x.outFile), "."))
	switch {
	case slices.Contains(made, x.format), x.format == export.Original:
		return x.format, nil
	case x.format != "":
		return "", tts.Wrong("format", tts.Meant(x.format, append(slices.Clone(made), export.Original), say.export.noFormat(strconv.Quote(x.format))))
	case slices.Contains(made, ending) && (!tts.Names(x.outFile, own) || changed):
		return ending, nil
	case ending == "", tts.Names(x.outFile, own):
		return export.Original, nil
	}
	endings := []string{tts.Ending(own)}
	if session.Playable(t.Request) {
		made = slices.DeleteFunc(made, func(m string) bool { return m == endings[0] })
		endings = append(endings, made...)
	}
	return "", tts.Wrong("out", say.export.otherFormat(own, endings, ending))
}

// parseTime reads seconds, "1.5", or what Go calls a duration, "1m2.5s".
func parseTime(flag, said string) (time.Duration, error) {
	if said == "" {
		return 0, nil
	}
	d, err := time.ParseDuration(said)
	if seconds, wrong := strconv.ParseFloat(said, 64); wrong == nil && math.Abs(seconds) < 1e6 {
		d, err = time.Duration(seconds*float64(time.Second)), nil
	}
	if err != nil || d < 0 {
		return 0, tts.Wrong(flag, say.export.noTime(strconv.Quote(said)))
	}
	return d, nil
}
