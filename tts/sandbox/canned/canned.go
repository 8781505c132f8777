// Package canned is a voice for tests that look at requests and envelopes
// rather than at speech: real mp3, recorded once, that needs no program and no
// time to be made.
package canned

import (
	"context"
	_ "embed"
	"errors"
	"io"
	"unicode/utf8"

	"voicestudio/tts"
	"voicestudio/tts/sandbox/speech"
)

// second is a second of speech, 29 whole frames of 36 ms at 32 kHz, mono, 128
// kbit/s: espeak-ng's, encoded by lame without a bit reservoir, so that it can
// be repeated.
//
//go:embed second.mp3
var second []byte

const (
	frameBytes   = 576
	frameSamples = 1152
	// perSecond is how many code points of text a second of speech stands for.
	perSecond = 15
)

// Voice is a sandbox.Voice that speaks every text in the same words, for as
// long as the text would take. It has the default audio setting only.
type Voice struct{}

// Audio is what Speak writes for a text.
func Audio(text string) []byte {
	var all []byte
	for left := utf8.RuneCountInString(text); left > 0; left -= perSecond {
		frames := max(1, len(second)/frameBytes*min(left, perSecond)/perSecond)
		all = append(all, second[:frames*frameBytes]...)
	}
	return all
}

// Speak writes the whole of it at once; one clause is all of the text.
func (Voice) Speak(ctx context.Context, r tts.Request, w io.Writer) (speech.Result, error) {
	a := r.AudioSetting
	if a.Format != "" && a.Format != tts.DefaultFormat || tts.Or(a.SampleRate, tts.DefaultSampleRate) != tts.DefaultSampleRate ||
		tts.Or(a.Bitrate, tts.DefaultBitrate) != tts.DefaultBitrate || tts.Or(a.Channel, tts.DefaultChannel) != tts.DefaultChannel {
		return speech.Result{}, errors.New("the canned voice was recorded as mp3 at 32 kHz, 128 kbit/s, mono")
	}
	audio := Audio(r.Text)
	if _, err := w.Write(audio); err != nil {
		return speech.Result{}, err
	}
	samples := int64(len(audio) / frameBytes * frameSamples)
	all := speech.Span{End: utf8.RuneCountInString(r.Text), Pronounced: r.Text, To: samples}
	return speech.Result{
		Samples: samples, SampleRate: tts.DefaultSampleRate, Channels: tts.DefaultChannel, Bitrate: tts.DefaultBitrate,
		Clauses: []speech.Clause{{Span: all, Words: []speech.Span{all}}},
	}, ctx.Err()
}

// Close does nothing: nothing was opened.
func (Voice) Close() error { return nil }
