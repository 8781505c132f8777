package bench

import (
	"bytes"
	"context"
	"encoding/base64"
	"errors"
	"time"

	"voicestudio/player"
	"voicestudio/player/align"
	"voicestudio/player/decode"
	"voicestudio/player/export"
	"voicestudio/presets/audition/page"
	"voicestudio/tts"
	"voicestudio/ui/session"
)

const (
	// roomForClips is how many bytes of a page of 2 MB its clips may take, as the
	// page holds them.
	roomForClips = 1_900_000
	// A take that is damaged is put before listeners where it is as long as its
	// host has said, within the larger of these: an encoder's delay and padding,
	// and how coarsely hosts count.
	lengthSlack     = 100 * time.Millisecond
	lengthSlackPart = 50 // of the length
)

// pageClip is a candidate's take as listeners hear it; what is measured is measured
// of that.
type pageClip struct {
	export.Clip
	candidate      string // its id
	gain           float64
	begins, length time.Duration
	loud           Loud
	mark           page.Mark
	features       *align.Features
}

// clipsOf makes the rows' clips, smaller ones where they would be too large
// together.
func clipsOf(ctx context.Context, rows []Row) ([]pageClip, error) {
	made, room := make([]export.Clip, len(rows)), roomForClips
	for i, r := range rows {
		var err error
		if made[i], err = clipOf(ctx, r, false); err != nil {
			return nil, err
		}
		room -= base64.StdEncoding.EncodedLen(len(made[i].Audio))
	}
	clips := make([]pageClip, len(rows))
	for i, r := range rows {
		var err error
		if room < 0 && made[i].Codec == "wav" {
			if made[i], err = clipOf(ctx, r, true); err != nil {
				return nil, err
			}
		}
		if clips[i], err = listened(ctx, made[i]); err != nil {
			return nil, r.unheard(ctx, err)
		}
		clips[i].candidate = r.ID
	}
	return clips, nil
}

// clipOf makes the clip of a row.
func clipOf(ctx context.Context, r Row, small bool) (export.Clip, error) {
	file, format, err := session.OpenTake(*r.Take)
	if err != nil {
		return export.Clip{}, err
	}
	defer file.Close()
	if !session.Playable(r.Take.Request) {
		return export.Clip{}, tts.Wrong("", say.page.notDecoded(r.Label, r.Take.Request.AudioFormat()))
	}
	c, err := export.ClipOf(ctx, file, decode.Format(format), small)
	if err != nil {
		return export.Clip{}, r.unheard(ctx, err)
	}
	if c.Damage != nil {
		said := time.Duration(tts.Or(r.Take.AudioMS, 0)) * time.Millisecond
		if errors.Is(c.Damage, decode.ErrMadeUp) || (c.Duration-said).Abs() > max(lengthSlack, said/lengthSlackPart) {
			return export.Clip{}, r.unheard(ctx, c.Damage)
		}
	}
	return c, nil
}

// unheard is why a row cannot be put before listeners.
func (r Row) unheard(ctx context.Context, err error) error {
	if ctx.Err() != nil {
		return tts.Stopped(err)
	}
	if _, missing := errors.AsType[*decode.NeedsLibraryError](err); missing || session.IsSystem(err) {
		return tts.Machine(say.page.unheard(r.Label, tts.Reason(err)), err)
	}
	return tts.Lost(say.page.unheard(r.Label, tts.Reason(err)), err)
}

// listened finds out about a clip what the bench knows of a take.
func listened(ctx context.Context, made export.Clip) (pageClip, error) {
	c, format := pageClip{Clip: made}, player.Format{Codec: made.Codec}
	p := player.NewSilent()
	defer p.Close()
	timeline := p.Load(ctx, bytes.NewReader(made.Audio), format)
	<-timeline.Done()
	if err := timeline.Err(); err != nil {
		return c, err
	}
	c.begins, c.length, c.loud = timeline.Begins(), timeline.Duration(), timeline.Loud()
	sound, err := session.Decoded(ctx, bytes.NewReader(made.Audio), format, made.Codec)
	if err != nil {
		return c, err
	}
	c.mark, c.features = page.MarkOf(sound.Samples, sound.Channels, sound.Rate), align.Of(sound)
	return c, nil
}
