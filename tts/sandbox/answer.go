package sandbox

import (
	"bytes"
	"context"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"fmt"
	"math/rand/v2"
	"strings"
	"unicode/utf8"

	"voicestudio/tts"
	"voicestudio/tts/sandbox/speech"
)

// maxBody is the largest request that is read: 9,999 characters and every
// field at its longest stay far below it.
const maxBody = 1 << 20

// asked is the body of a request beside its model; unknown names are ignored
// in silence, as the hosts do.
type asked struct {
	tts.Request
	StreamOptions struct {
		ExcludeAggregatedAudio bool `json:"exclude_aggregated_audio"`
	} `json:"stream_options"`
}

// answerer writes one host's envelope.
type answerer interface {
	chunk(hexAudio, traceID string) error
	last(hexAudio, traceID string, extra extraInfo) error
	refuse(code int, message string)
}

type extraInfo struct {
	AudioLength     int64   `json:"audio_length"` // ms
	AudioSampleRate int     `json:"audio_sample_rate"`
	AudioSize       int64   `json:"audio_size"` // bytes
	Bitrate         int     `json:"bitrate"`
	WordCount       int     `json:"word_count"`
	Invisible       float64 `json:"invisible_character_ratio"`
	UsageCharacters int     `json:"usage_characters"`
	AudioFormat     string  `json:"audio_format"`
	AudioChannel    int     `json:"audio_channel"`
}

// answer speaks r into a. The rules are those of the client's own table.
func (s *Server) answer(ctx context.Context, r tts.Request, stream, exclude bool, a answerer) {
	settled, _, err := tts.Settle(r, tts.Target{Host: tts.Sandbox, Stream: stream})
	if err != nil {
		a.refuse(2013, invalid(tts.AsError(err, tts.KindRequest).Field))
		return
	}
	for _, v := range settled.Voices() {
		if _, known := tts.FindVoice(v.VoiceID); !known {
			a.refuse(2054, "voice id not exist")
			return
		}
	}
	out := &chunks{to: a, trace: newID(16), stream: stream, keep: !stream || !exclude}
	tagged := audioFormat(settled) == tts.DefaultFormat
	if tagged {
		out.Write(streamTag)
	}
	result, err := s.voice.Speak(ctx, settled, out)
	if ctx.Err() != nil {
		return
	}
	if err == nil {
		err = out.flush()
	}
	if err != nil {
		a.refuse(1000, "unknown error: "+tts.Clean(err.Error()))
		return
	}
	whole := ""
	if out.keep {
		audio := out.whole.Bytes()
		if tagged {
			audio = append(bytes.Clone(wholeTag(out.trace)), audio[len(streamTag):]...)
			out.size += int64(len(audio) - out.whole.Len())
		} else {
			sizeWAV(audio)
		}
		whole = hex.EncodeToString(audio)
	}
	a.last(whole, out.trace, out.extra(settled, result))
}

// chunks cuts audio into frames at places that mean nothing to a decoder, as
// the hosts do; the first is small, so that sound can begin early.
type chunks struct {
	to     answerer
	trace  string
	stream bool
	keep   bool // the whole is wanted at the end

	waiting bytes.Buffer
	whole   bytes.Buffer
	size    int64
	sent    int
}

var chunkSizes = []int{701, 1531, 3001, 4603, 6007}

func (c *chunks) Write(p []byte) (int, error) {
	c.size += int64(len(p))
	if c.keep {
		c.whole.Write(p)
	}
	if !c.stream {
		return len(p), nil
	}
	c.waiting.Write(p)
	for {
		n := chunkSizes[min(c.sent, len(chunkSizes)-1)]
		if c.waiting.Len() < n {
			return len(p), nil
		}
		if err := c.send(n); err != nil {
			return 0, err
		}
	}
}

func (c *chunks) send(n int) error {
	c.sent++
	return c.to.chunk(hex.EncodeToString(c.waiting.Next(n)), c.trace)
}

func (c *chunks) flush() error {
	if c.waiting.Len() == 0 {
		return nil
	}
	return c.send(c.waiting.Len())
}

func (c *chunks) extra(r tts.Request, made speech.Result) extraInfo {
	return extraInfo{
		AudioLength:     made.Samples * 1000 / int64(made.SampleRate),
		AudioSampleRate: made.SampleRate,
		AudioSize:       c.size,
		Bitrate:         made.Bitrate,
		WordCount:       utf8.RuneCountInString(r.Text),
		UsageCharacters: tts.EstimateCharacters(r.Text),
		AudioFormat:     audioFormat(r),
		AudioChannel:    made.Channels,
	}
}

// sizeWAV writes the sizes, now known, into the header of a WAV file, which
// was streamed without them; other audio stays as it is.
func sizeWAV(audio []byte) {
	const header = 44
	if len(audio) >= header && bytes.HasPrefix(audio, []byte("RIFF")) {
		binary.LittleEndian.PutUint32(audio[4:], uint32(len(audio)-8))
		binary.LittleEndian.PutUint32(audio[header-4:], uint32(len(audio)-header))
	}
}

func audioFormat(r tts.Request) string {
	if r.AudioSetting.Format == "" {
		return tts.DefaultFormat
	}
	return r.AudioSetting.Format
}

// invalid is MiniMax's own wording of error 2013.
func invalid(field string) string {
	return "invalid params, invalid params: " + strings.ReplaceAll(field, ".", " ")
}

// newID is random hex in groups of so many bytes, joined by dashes.
func newID(groups ...int) string {
	parts := make([]string, len(groups))
	for i, n := range groups {
		for range n {
			parts[i] += fmt.Sprintf("%02x", rand.IntN(256))
		}
	}
	return strings.Join(parts, "-")
}

func asType[T error](err error, target *T) (found bool) {
	*target, found = errors.AsType[T](err)
	return found
}
