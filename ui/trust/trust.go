// Package trust keeps what presets sounded like when they were agreed on, and
// tells whether they still do. It knows no screen.
package trust

import (
	"context"
	"errors"
	"math"
	"time"

	"voicestudio/player/decode"
	"voicestudio/player/measure"
	"voicestudio/presets"
	"voicestudio/presets/audition"
	"voicestudio/tts"
	"voicestudio/tts/speak"
	"voicestudio/ui/bench"
	"voicestudio/ui/session"
)

// Voice is a preset that is to speak its sample text at the session's host.
type Voice struct {
	presets.Entry
	// Problems are what the host will make of it.
	Problems []tts.Problem

	session *session.Session
	host    tts.HostName // of the session when it was looked at
	engine  string
	row     bench.Row
}

// Host is the one that it speaks at.
func (v Voice) Host() tts.HostName { return v.host }

// Asks is what it sends.
func (v Voice) Asks() tts.Request { return v.row.Ask.Request }

// Look prepares a preset; nothing is sent. The error is an *Obstacle where there is
// no sample text, an *tts.Error where the host refuses it or cannot be asked; or it
// is of reading the takes.
func Look(ctx context.Context, s *session.Session, e presets.Entry) (Voice, error) {
	v := Voice{Entry: e, session: s, host: s.Host(), engine: s.Engine()}
	if e.SampleText == "" {
		return v, v.obstacle(NoSample)
	}
	candidate := audition.Candidate{Kind: audition.Preset, Label: e.Name, Preset: e.Name, Request: e.Request, Host: v.host}
	rows, err := bench.Look(ctx, s, audition.Audition{Text: e.SampleText, Candidates: []audition.Candidate{candidate}})
	switch {
	case ctx.Err() != nil:
		return v, tts.Stopped(err)
	case err != nil:
		return v, err
	case rows[0].Refused():
		return v, rows[0].Err
	}
	v.row, v.Problems = rows[0], rows[0].Problems
	v.row.Take, v.row.Ask.Again = nil, true // what is on disk is what it sounded like once
	return v, nil
}

// Bill is what several presets cost that speak so many times each, all at one
// host.
func Bill(voices []Voice, times int) (all bench.Bill) {
	for _, v := range voices {
		for _, one := range bench.Bills([]bench.Row{v.row}) {
			all.Host = one.Host
			all.Rows += times
			all.Characters += times * one.Characters
			all.Unpriced += times * one.Unpriced
			if one.Price != nil {
				price := tts.Money{Amount: float64(times) * one.Price.Amount, Currency: one.Price.Currency}
				if all.Price != nil {
					price.Amount += all.Price.Amount
				}
				all.Price = &price
			}
		}
	}
	return all
}

// Speak has the preset speak once more, whatever is on disk, and measures it.
// billed is told what was said, once it has ended; it may have failed. The error
// is an *tts.Error.
func (v Voice) Speak(ctx context.Context, agreed session.Consent, billed func(*speak.Speech)) (m measure.Measures, err error) {
	bench.Make(ctx, v.session, []bench.Row{v.row}, agreed, func(e bench.Event) {
		if e.Take == nil && e.Err == nil {
			return // it only begins
		}
		if e.Speech != nil {
			billed(e.Speech)
		}
		if err = e.Err; err == nil {
			if m, err = session.Measure(ctx, v.session.Takes(), *e.Take); errors.Is(err, decode.ErrDamaged) {
				err = tts.Lost(say.damaged(e.Take.Short(), tts.Reason(err)), err)
			}
		}
	})
	if ctx.Err() != nil {
		err = tts.Stopped(err)
	}
	return m, err
}

// Fingerprint is what the preset sounds like, by the takes that it has spoken,
// at least one.
func (v Voice) Fingerprint(takes []measure.Measures, at time.Time) presets.Fingerprint {
	mean, by := measure.Mean(takes)
	f := presets.Fingerprint{At: at.UTC(), Host: string(v.host), Model: v.row.Ask.Request.Model, Engine: v.engine,
		TextHash: presets.TextHash(v.SampleText), RequestHash: SettingsHash(v.Preset), AudioMS: int(mean.AudioMS), Measures: figuresOf(mean)}
	if len(takes) > 1 {
		f.Spread = spreadOf(len(takes), by)
	}
	return f
}

func figuresOf(m measure.Measures) presets.Figures {
	f := presets.Figures{Version: m.Version, F0MedianHz: m.F0MedianHz, F0RangeST: m.F0RangeST, RateSPS: m.RateSPS, PauseRatio: m.PauseRatio,
		LUFS: m.LUFS, TruePeakDB: m.TruePeakDB, CentroidHz: m.CentroidHz, SlopeDBOct: m.SlopeDBOct, FadeDB: m.FadeDB}
	if m.SpeechMS != nil {
		f.SpeechMS = new(float64(*m.SpeechMS))
	}
	return f
}

// measured is figuresOf backwards.
func measured(f presets.Fingerprint) measure.Measures {
	m := measure.Measures{Version: f.Measures.Version, AudioMS: int64(f.AudioMS), F0MedianHz: f.Measures.F0MedianHz, F0RangeST: f.Measures.F0RangeST,
		RateSPS: f.Measures.RateSPS, PauseRatio: f.Measures.PauseRatio, LUFS: f.Measures.LUFS, TruePeakDB: f.Measures.TruePeakDB,
		CentroidHz: f.Measures.CentroidHz, SlopeDBOct: f.Measures.SlopeDBOct, FadeDB: f.Measures.FadeDB}
	if ms := f.Measures.SpeechMS; ms != nil {
		m.SpeechMS = new(int64(math.Round(*ms)))
	}
	return m
}

func spreadOf(takes int, by measure.Spread) presets.Spread {
	s := presets.Spread{Takes: takes}
	for name, to := range fieldsOf(&s) {
		if x, known := by[name]; known {
			*to = &x
		}
	}
	return s
}

// spreadBy is spreadOf backwards.
func spreadBy(f presets.Fingerprint) measure.Spread {
	by := measure.Spread{}
	for name, from := range fieldsOf(&f.Spread) {
		if *from != nil {
			by[name] = **from
		}
	}
	return by
}

// fieldsOf are a spread's figures by the measures that they belong to.
func fieldsOf(s *presets.Spread) map[string]**float64 {
	return map[string]**float64{"f0_median_hz": &s.F0ST, "speech_ms": &s.DurationPercent, "slope_db_oct": &s.SlopeDBOct, "lufs": &s.LU}
}
