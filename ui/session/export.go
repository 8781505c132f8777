package session

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math"
	"os"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"time"

	"github.com/charmbracelet/x/ansi"

	"voicestudio/player"
	"voicestudio/player/decode"
	"voicestudio/player/export"
	"voicestudio/player/loudness"
	"voicestudio/presets"
	"voicestudio/tts"
	"voicestudio/tts/install"
	"voicestudio/tts/takes"
)

// Exported is a take that was written for others.
type Exported struct {
	// What says what was written: its form, length and size, and what became of
	// its loudness where another was asked for.
	What []string
	// Notes say what is not as one would think.
	Notes []string
	// Result has the figures, Bytes the size.
	export.Result
	Bytes int64
}

// Export writes a take to w as o says, which has to suit it. The error is one
// of the system where w could not be written, else a *tts.Error whose field is
// that of o: "loudness", "from", or "out" where the part is too long.
func Export(ctx context.Context, w io.Writer, t takes.Take, o export.Options) (done Exported, err error) {
	source, format, err := OpenTake(t)
	if err != nil {
		return done, err
	}
	defer source.Close()
	if done, err = ExportSound(ctx, w, source, format, say.export.take(t.Short()), o); err != nil {
		return done, err
	}
	if t.Partial {
		done.Notes = append([]string{say.export.notWhole(t.Short())}, done.Notes...)
	}
	if o.Codec == export.Original {
		done.What = []string{say.export.asItCame(t.Request.AudioFormat()), LengthAndState(t), Size(done.Bytes)}
	}
	return done, nil
}

// ExportSound is Export of any sound, which the error calls by a name.
func ExportSound(ctx context.Context, w io.Writer, source io.Reader, f player.Format, name string, o export.Options) (done Exported, err error) {
	to := &counting{Writer: w}
	if done.Result, err = export.Write(ctx, to, source, decode.Format(f), o); err != nil {
		return Exported{}, exportFault(name, o, err)
	}
	if done.Damage != nil {
		done.Notes = append(done.Notes, say.export.damaged(done.Damage.Error()))
	}
	done.What, done.Bytes = exported(o, done.Result, to.n), to.n
	return done, nil
}

// exportFault is an error of writing as a person can act on it.
func exportFault(name string, o export.Options, err error) error {
	if errors.Is(err, context.Canceled) {
		return tts.Stopped(err)
	}
	if errors.Is(err, export.ErrNoLame) {
		return tts.Machine(tts.Said{What: say.export.noLame, Cure: install.How(install.Lame) + say.export.orUnpacked}, err)
	}
	if _, missing := errors.AsType[*decode.NeedsLibraryError](err); missing {
		return tts.Machine(tts.Said{What: tts.SystemSays(err)}, err)
	}
	if loud, tooLoud := errors.AsType[*loudness.TooLoudError](err); tooLoud {
		return tts.Wrong("loudness", say.export.tooLoud(o.Loudness, loud.Error(), math.Floor(10*loud.Most)/10))
	}
	switch {
	case errors.Is(err, loudness.ErrTooQuiet):
		return tts.Wrong("loudness", say.export.tooQuiet(o.Loudness, loudness.Quietest))
	case errors.Is(err, loudness.ErrUnmeasurable):
		return tts.Wrong("loudness", tts.Said{What: loudness.ErrUnmeasurable.Error(), Cure: say.export.withoutLoudness})
	case errors.Is(err, export.ErrEmpty):
		return tts.Wrong("from", tts.Said{What: err.Error(), Cure: say.export.earlier})
	case errors.Is(err, export.ErrTooLong):
		return tts.Wrong("out", tts.Said{What: err.Error(), Cure: say.export.part})
	case IsSystem(err):
		return err
	}
	return tts.Lost(tts.Said{What: say.export.cannot(name, err.Error())}, err)
}

// exported says what was made of a sound.
func exported(o export.Options, r export.Result, bytes int64) []string {
	parts := []string{o.Codec, Clock(r.Duration), Size(bytes)}
	if o.Loudness != 0 {
		parts = append(parts, say.export.reached(r.Loudness), fmt.Sprintf("%.1f dBTP", r.TruePeak))
	}
	if said := fmt.Sprintf("%.1f", r.Limiting); said != "0.0" {
		parts = append(parts, say.export.limited(said, o.Ceiling()))
	}
	return parts
}

// counting counts what is written.
type counting struct {
	io.Writer
	n int64
}

func (c *counting) Write(p []byte) (int, error) {
	n, err := c.Writer.Write(p)
	c.n += int64(n)
	return n, err
}

// ExportTags tell how a take was made. There is no key in them: takes have none.
func ExportTags(t takes.Take) []export.Tag {
	artist := presets.Formula(t.Request.Voices())
	if voices := t.Request.Voices(); len(voices) == 1 {
		artist = tts.VoiceTitle(voices[0].VoiceID)
	}
	made, _ := JSON(struct { // what was read as JSON can be written
		Host    tts.HostName `json:"host"`
		Model   string       `json:"model"`
		Request tts.Request  `json:"request"`
	}{t.Host, t.Model, t.Request})
	tags := []export.Tag{{Name: "title", Value: Beginning(t.Request.Text)}, {Name: "artist", Value: artist},
		{Name: "date", Value: t.Time.Format(time.DateOnly)}, {Name: "software", Value: "voicestudio"},
		{Name: "comment", Value: strings.TrimSpace(made)}}
	return slices.DeleteFunc(tags, func(t export.Tag) bool { return t.Value == "" })
}

// OpenTake opens a take's audio; the caller closes it.
func OpenTake(t takes.Take) (*os.File, player.Format, error) {
	format := FormatOf(t.Request)
	if info, err := os.Lstat(t.File); err != nil || !info.Mode().IsRegular() { // opening a pipe would wait
		return nil, format, tts.Machine(tts.Said{What: say.export.cannotRead(t.Short(), cmp.Or(t.Fault, say.export.noAudio))}, nil)
	}
	f, err := os.Open(t.File)
	if err != nil {
		return nil, format, tts.Machine(tts.Said{What: say.export.cannotRead(t.Short(), Reason(err))}, err)
	}
	return f, format, nil
}

// Beginning is how a text begins, in at most 48 cells.
func Beginning(text string) string { return ansi.Truncate(tts.Clean(text), 48, "…") }

// LengthAndState is "0:03.2", and says what is particular about the take.
func LengthAndState(t takes.Take) string {
	return strings.TrimSpace(cmp.Or(Length(t), say.unknown) + " " + t.State())
}

// Size is a number of bytes as people read it: "1.5 MiB".
func Size(n int64) string {
	size, unit := float64(n), "B"
	for _, next := range []string{"KiB", "MiB", "GiB"} {
		if size < 1024 {
			break
		}
		size, unit = size/1024, next
	}
	return strconv.FormatFloat(math.Round(10*size)/10, 'f', -1, 64) + " " + unit
}

// IsSystem reports whether the operating system said no.
func IsSystem(err error) bool {
	_, path := errors.AsType[*fs.PathError](err)
	_, number := errors.AsType[syscall.Errno](err)
	return path || number
}
