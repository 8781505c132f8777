// Package speech is the voice of the sandbox: text in, encoded audio out, as
// it is made. espeak-ng speaks, this package shapes the speaker and the sound,
// lame encodes mp3. It stands in for a real host: every control of a request
// is plainly audible, while the timbres are not MiniMax's.
package speech

import (
	"context"
	"errors"
	"io"
	"os"
	"os/exec"
	"runtime"
	"sync"
	"sync/atomic"

	"voicestudio/tts"
	"voicestudio/tts/install"
)

// Version changes when the same request would sound different.
const Version = "1"

// ErrClosed is what Speak returns after Close.
var ErrClosed = errors.New("speech: the engine is closed")

// Engine speaks requests. Its methods may be called concurrently.
type Engine struct {
	espeak string // path of the program
	lame   string
	root   string // private data folder, see newDataRoot
	unlock func() // releases the folder, which is then abandoned

	places chan struct{} // one for each utterance that is being made
	spools atomic.Int64  // see spool

	mu     sync.Mutex // orders the start of an utterance against Close
	closed context.Context
	close  context.CancelFunc
	speaks sync.WaitGroup
}

// Open finds espeak-ng, its data and lame, and makes the private folder in
// which the speakers' variant files are kept. Its error is a *Missing where a
// program is not installed.
func Open() (*Engine, error) {
	espeak, mute := exec.LookPath("espeak-ng")
	lame, err := exec.LookPath("lame")
	switch {
	case mute != nil && err != nil:
		return nil, &Missing{install.Espeak, Speaking, []string{install.Lame}}
	case mute != nil:
		return nil, &Missing{Program: install.Espeak, Purpose: Speaking}
	case err != nil:
		return nil, &Missing{Program: install.Lame, Purpose: MakingMP3}
	}
	data, err := espeakData(espeak)
	if err != nil {
		return nil, err
	}
	e := &Engine{espeak: espeak, lame: lame, places: make(chan struct{}, utterances())}
	if e.root, e.unlock, err = newDataRoot(data); err != nil {
		return nil, err
	}
	e.closed, e.close = context.WithCancel(context.Background())
	return e, nil
}

// utterances is how many are made at a time, each by two programs at most:
// twice what the machine's cores can do, since they wait for each other.
func utterances() int { return 2 * max(2, runtime.GOMAXPROCS(0)) }

// Close stops what is being spoken, waits for it and removes the private data
// folder. Closing twice is harmless.
func (e *Engine) Close() error {
	e.mu.Lock()
	e.close()
	e.mu.Unlock()
	e.speaks.Wait()
	err := os.RemoveAll(e.root)
	e.unlock()
	return err
}

// Result says what was written.
type Result struct {
	Samples    int64 // per channel; the duration is Samples/SampleRate
	SampleRate int   // Hz
	Channels   int
	// Bitrate is in bit/s: for mp3 the real one, capped as MPEG allows, for
	// opus that of its packets; for the others that of the samples before any
	// compression.
	Bitrate int
	// Clauses are the stretches of text that were heard, in order; text
	// between them, such as a pause marker, was not spoken.
	Clauses []Clause
}

// Span is a stretch of the text and when it is heard.
type Span struct {
	Begin, End int // code points of Request.Text, the second not included
	// Pronounced is the stretch after pronunciation_dict, and PronouncedBegin
	// its place, in code points, in the whole text after it.
	Pronounced      string
	PronouncedBegin int
	// From and To are samples per channel of the decoded audio: an mp3
	// decoder's delay is counted.
	From, To int64
}

// Clause is a run of text between two pauses, or a sound such as (laughs).
// Its own times are those of the samples. The words follow each other without
// a gap, blanks among them, and espeak-ng does not tell their times: they
// share the clause's by the length of their letters.
type Clause struct {
	Span
	Words []Span
}

// Speak speaks r.Text as r asks and writes the audio to w as it is made. It
// returns when all is written, ctx is done or w fails; by then no child
// process and no file of this utterance is left. w may be as slow as it likes,
// but must not wait beyond ctx. More utterances than the machine can make at a
// time wait in line. The same request gives the same bytes. r must have been validated: a value out of its range is spoken,
// but not as any host would. The error is ctx's or w's own where that was the
// cause, a *Missing where the format needs a program that is not there; it and
// an unknown audio format are refused before anything is written.
func (e *Engine) Speak(ctx context.Context, r tts.Request, w io.Writer) (Result, error) {
	return e.SpeakVaried(ctx, r, nil, w)
}

// SpeakVaried is Speak for one of several takes that differ; v may be nil.
func (e *Engine) SpeakVaried(ctx context.Context, r tts.Request, v *Variation, w io.Writer) (Result, error) {
	e.mu.Lock()
	if e.closed.Err() != nil {
		e.mu.Unlock()
		return Result{}, ErrClosed
	}
	e.speaks.Add(1)
	e.mu.Unlock()
	defer e.speaks.Done()

	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	defer context.AfterFunc(e.closed, func() { cancel(ErrClosed) })()

	out := newSpool(ctx, w, &e.spools, func(err error) { cancel(err) })
	result, err := e.inPlace(ctx, r, v, out)
	if err != nil {
		cancel(err) // what was made of it is of no use
	}
	if spoolErr := out.finish(); err == nil {
		err = spoolErr
	}
	if ctx.Err() != nil {
		err = context.Cause(ctx) // a killed child is only the symptom
	}
	return result, err
}

// inPlace speaks when there is a place, which is free again once the programs
// have ended, however much is still to be read.
func (e *Engine) inPlace(ctx context.Context, r tts.Request, v *Variation, w io.Writer) (Result, error) {
	select {
	case e.places <- struct{}{}:
	case <-ctx.Done():
		return Result{}, context.Cause(ctx)
	}
	defer func() { <-e.places }()
	return e.speak(ctx, r, v, w)
}

func (e *Engine) speak(ctx context.Context, r tts.Request, v *Variation, w io.Writer) (Result, error) {
	enc, result, err := e.newEncoder(ctx, r.AudioSetting, w)
	if err != nil {
		return Result{}, err
	}
	// Started first and fed last, lame's 4 ms of start-up hide behind espeak-ng's.
	line := newLine(r, v, result.SampleRate, enc)
	result.Clauses, err = e.perform(ctx, r, v, line, result)
	if err == nil {
		err = line.finish()
	}
	if closeErr := enc.close(); err == nil || closeErr != nil && errors.Is(err, errEncoder) {
		err = closeErr // why the encoder refused the samples
	}
	result.Samples = line.written
	return result, err
}

// perform speaks the pieces of the text one after another: the first is heard
// before the second is begun, and never more than a pipe of samples is held.
func (e *Engine) perform(ctx context.Context, r tts.Request, v *Variation, line *line, made Result) (heard []Clause, err error) {
	d := v.deliver(newDelivery(r))
	voice, err := e.addVariant(d.timbre)
	if err != nil {
		return nil, err
	}
	defer voice.remove()
	now := func() int64 { return line.taken * int64(made.SampleRate) / engineRate }
	list, text := readScript(r)
	for _, p := range list {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		from := now()
		switch {
		case p.sound != "":
			err = line.write(renderSound(p.sound, d.timbre))
		case p.text != "":
			t := trimmer{out: line.write}
			err = e.synthesize(ctx, utterance{voice: voice.name, language: p.language, wordsPerMinute: d.wordsPerMinute, text: spelling(p)}, t.write)
			if err == nil {
				err = t.finish()
			}
		}
		if err != nil {
			return nil, err
		}
		if p.end > p.begin {
			heard = append(heard, text.clause(p, from, now()))
		}
		pause := p.pause
		if p.rest { // a rest belongs to the speech and shrinks with it
			pause /= d.speed
		}
		if err := line.silence(v.pause(pause)); err != nil {
			return nil, err
		}
	}
	return heard, nil
}
