package speak

import (
	"context"
	"errors"
	"io"
	"time"

	"voicestudio/tts"
	"voicestudio/tts/subtitles"
	"voicestudio/tts/takes"
)

// live is what a host sends, on its way into a take.
type live struct {
	*spool
	booth     Booth
	ask       Ask
	stream    *tts.Stream
	recording *takes.Recording // nil where the take cannot be kept
	begun     outcome
}

// open asks the host.
func (b Booth) open(ctx context.Context, ask Ask, hash string) (*live, error) {
	stream, err := b.Host.Open(ctx, ask.Request, ask.To.Stream)
	if err != nil {
		return nil, err
	}
	l := &live{booth: b, ask: ask, stream: stream}
	l.recording, l.begun.takeErr = b.Takes.Begin(hash, tts.Ending(ask.Request.AudioFormat()), takes.Take{Time: time.Now().UTC().Truncate(time.Millisecond),
		Host: ask.To.Host, BaseURL: b.BaseURL, Model: ask.Request.Model, Request: ask.Request, Preset: ask.Preset})
	if l.recording != nil {
		l.begun.take = l.recording.Take()
	}
	l.spool = newSpool(l.begun.take.File)
	return l, nil
}

func (l *live) reader() io.ReadCloser { return l.spool.reader() }

func (l *live) progress() tts.Progress { return l.stream.Progress() }

// record reads the answer to its end and finishes the take.
func (l *live) record(ctx context.Context) outcome {
	o := l.begun
	ended := l.drain()
	l.end(ended) // who listens need not wait for what follows
	o.cues, o.cuesErr = l.subtitles(ctx, ended)
	l.stream.Close()
	progress := l.progress()
	o.price = l.booth.Charge(l.ask.To.Host, l.ask.Request.Model, progress.UsageCharacters)
	if l.recording != nil {
		l.recording.Price, l.recording.Subtitles = o.price, o.cues
		o.take, o.takeErr = l.recording.Finish(progress)
	}
	if !errors.Is(ended, io.EOF) {
		o.err = ended
	}
	return o
}

// drain takes in the audio and says how it ended: io.EOF where it is whole.
func (l *live) drain() (ended error) {
	buf := make([]byte, 32<<10)
	for ended == nil {
		var n, kept int
		n, ended = l.stream.Read(buf)
		if l.recording != nil {
			kept, _ = l.recording.Write(buf[:n]) // Finish tells the fault
		}
		l.grow(kept, buf[kept:n])
	}
	return ended
}

// subtitles fetches those that were asked for while their link is good; a
// take without them is still a take.
func (l *live) subtitles(ctx context.Context, ended error) ([]subtitles.Cue, error) {
	said := l.progress()
	switch {
	case !errors.Is(ended, io.EOF), !tts.Or(l.ask.Request.SubtitleEnable, false):
		return nil, nil
	case said.Subtitles != "":
		return l.booth.Host.Subtitles(ctx, said.Subtitles)
	}
	return nil, tts.Fault(tts.KindRefused, say.noSubtitles).At("subtitle_enable").Traced(said.TraceID)
}
