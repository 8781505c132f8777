package edit

import (
	"cmp"
	"iter"
	"math"
	"regexp"
	"slices"
	"sort"
	"strconv"
	"strings"

	"voicestudio/tts"
	"voicestudio/ui/studio/paint"
)

// A script is drawn with its pauses as ⟨0.6 s⟩ for `<#0.6#>`. Only the drawing
// differs: positions, what is copied and what undo brings back are those of the
// text. A pause is one thing for the caret, like a letter; what is no pause yet,
// or one that hosts refuse, is drawn as it stands in the text.

// proof is what was found in a text for a model, and how it is drawn.
type proof struct {
	words, model string
	tts.Proof
	known  bool
	spans  []marked // in the order of the text
	pauses []tts.Mark
	limit  int // where there is too much of it
}

// marked is a part of the text that is not drawn like words.
type marked struct {
	from, to int
	kind     tts.MarkKind
}

// proof reads the text once for each change.
func (t *Text) proof() *proof {
	p := &t.read
	if !t.script || p.known && p.words == t.Words && p.model == t.Model {
		return p
	}
	*p = proof{words: t.Words, model: t.Model, known: true, Proof: tts.Proofread(t.Words, t.Model), limit: len(t.Words)}
	for _, m := range p.Marks {
		p.spans = append(p.spans, marked{m.From, m.To, m.Kind})
		if m.Kind == tts.PauseMark {
			p.pauses = append(p.pauses, m)
		}
	}
	for _, f := range p.Findings {
		if f.Code == tts.TextTooLong {
			p.limit = f.From
			continue
		}
		at, found := slices.BinarySearchFunc(p.spans, f.From, func(s marked, from int) int { return cmp.Compare(s.from, from) })
		if !found {
			p.spans = slices.Insert(p.spans, at, marked{from: f.From, to: f.To})
		}
		p.spans[at].kind = tts.WrongMark
	}
	return p
}

// Findings are what is wrong with the pauses and the sounds, and with how much
// there is, in the order of the text.
func (e *Editor) Findings() []tts.Finding { return e.proof().Findings }

// pausesFrom are the pauses that end after a place.
func (t *Text) pausesFrom(at int) []tts.Mark {
	all := t.proof().pauses
	return all[sort.Search(len(all), func(i int) bool { return all[i].To > at }):]
}

// pauseAt is the pause that begins at a place.
func (t *Text) pauseAt(at int) (tts.Mark, bool) {
	if rest := t.pausesFrom(at); len(rest) > 0 && rest[0].From == at {
		return rest[0], true
	}
	return tts.Mark{}, false
}

// drawn is how a pause is drawn; its blank is none that a line breaks at.
func drawn(pause tts.Mark) string { return "⟨" + pause.Meant + "\u00a0s⟩" }

var drawnPause = regexp.MustCompile(`⟨(\d{1,2}(?:\.\d{1,2})?)[ \x{a0}]s⟩`)

// undrawn is a text that was copied off the screen as it was there.
func undrawn(words string) string { return drawnPause.ReplaceAllString(words, "<#$1#>") }

// Shown is a script as it is drawn, pauses as ⟨0.6 s⟩.
func Shown(script string) string {
	e := NewScript("")
	e.Text.Set(script)
	return e.shown(0, len(script))
}

// shown is a part of the text as it is drawn.
func (t *Text) shown(from, to int) string {
	pauses := t.pausesFrom(from)
	if len(pauses) == 0 || pauses[0].From >= to {
		return t.Words[from:to]
	}
	var b strings.Builder
	for _, m := range pauses {
		if m.From < from || m.To > to {
			break
		}
		b.WriteString(t.Words[from:m.From] + drawn(m))
		from = m.To
	}
	b.WriteString(t.Words[from:to])
	return b.String()
}

// fold breaks a paragraph into lines of w cells as it is drawn.
func (t *Text) fold(from, to, w int) iter.Seq2[int, int] {
	return func(yield func(int, int) bool) {
		begin, at, passed := from, from, 0 // of the text; at stands for the place passed of the drawing
		pauses := t.pausesFrom(from)
		// Places come in order, so that each pause is passed once.
		place := func(shown int) int {
			for len(pauses) > 0 && pauses[0].To <= to {
				m := pauses[0]
				start, end := passed+m.From-at, passed+m.From-at+len(drawn(m))
				if shown <= start {
					break
				}
				at, passed, pauses = m.To, end, pauses[1:]
			}
			return at + max(0, shown-passed)
		}
		whole := t.shown(from, to)
		for _, end := range paint.Fold(whole, w) {
			until := to
			if end < len(whole) {
				until = min(place(end), to)
			}
			if until == begin && until < to {
				continue
			}
			if !yield(begin, until) {
				return
			}
			begin = until
		}
	}
}

// ink is how a part of the text is drawn.
func (s marked) ink(look paint.Theme) paint.Ink {
	switch s.kind {
	case tts.PauseMark:
		return look.Accent
	case tts.SoundMark:
		return look.Sign
	default:
		return look.Wrong
	}
}

// inked draws the words from byte to byte in at most w cells; what is selected
// stands out, and so do marks.
func (t *Text) inked(look paint.Theme, from, to, w int) string {
	a, b := t.selection()
	p := t.proof()
	spans := p.spans[sort.Search(len(p.spans), func(i int) bool { return p.spans[i].to > from }):]
	var out strings.Builder
	for at := from; at < to; {
		ink, next, pause := look.Text, to, false
		if t.script && at >= p.limit {
			ink = look.Wrong
		} else if t.script {
			next = min(next, p.limit)
		}
		if len(spans) > 0 && spans[0].from <= at {
			ink, next, pause = spans[0].ink(look), min(next, spans[0].to), spans[0].kind == tts.PauseMark
		} else if len(spans) > 0 {
			next = min(next, spans[0].from)
		}
		switch {
		case at < a:
			next = min(next, a)
		case at < b:
			next, ink = min(next, b), ink.Reverse(true)
		}
		words := t.shown(at, next)
		if !pause {
			words = look.Charset.Kept(words)
		}
		out.WriteString(ink.Render(words))
		if at = next; len(spans) > 0 && spans[0].to <= at {
			spans = spans[1:]
		}
	}
	return paint.Cut(out.String(), w)
}

// The step and the bounds of a pause's length, in seconds; the bounds are the
// API's.
const (
	pauseStep     = 0.1
	shortestPause = 0.01
	longestPause  = 99.99
)

// besidePause is the pause that is selected, or that the caret stands beside:
// behind it rather than before it.
func (e *Editor) besidePause() (tts.Mark, bool) {
	from, to := e.selection()
	if from == to && from > 0 {
		if before := e.pausesFrom(from - 1); len(before) > 0 && before[0].To == from {
			return before[0], true
		}
	}
	m, there := e.pauseAt(from)
	return m, there && (from == to || m.To == to)
}

// Pause is the length in seconds of the pause that the caret stands beside, as
// it is written.
func (e *Editor) Pause() (seconds string, there bool) {
	m, there := e.besidePause()
	return m.Meant, there
}

// StretchPause makes the pause beside the caret longer or shorter by steps.
func (e *Editor) StretchPause(steps int) {
	if m, there := e.besidePause(); there {
		seconds, _ := strconv.ParseFloat(m.Meant, 64)
		e.SetPause(seconds + float64(steps)*pauseStep)
	}
}

// SetPause gives the pause beside the caret a length in seconds; what hosts do
// not take becomes the nearest that they do. The caret stays on its side.
func (e *Editor) SetPause(seconds float64) {
	m, there := e.besidePause()
	if !there {
		return
	}
	seconds = paint.Between(math.Round(seconds*100)/100, shortestPause, longestPause)
	marker := "<#" + strconv.FormatFloat(seconds, 'f', -1, 64) + "#>"
	moved := func(at int) int {
		if at >= m.To {
			at += len(marker) - (m.To - m.From)
		}
		return at
	}
	caret, anchor := moved(e.caret), moved(e.anchor)
	e.Words = e.Words[:m.From] + marker + e.Words[m.To:]
	e.caret, e.anchor, e.goal = caret, anchor, -1
}

// Go selects a part of the text.
func (e *Editor) Go(from, to int) {
	e.anchor, e.caret, e.goal = e.edge(from), e.edge(to), -1
}

// Line is the number of the line of the text in which a place is, from 1.
func (e *Editor) Line(at int) int { return 1 + strings.Count(e.Words[:at], "\n") }

// Caret is where the caret stands, in bytes.
func (e *Editor) Caret() int { return e.caret }

// InsertLine puts words on a line of their own at the caret.
func (e *Editor) InsertLine(words string) {
	from, to := e.selection()
	if from > 0 && e.Words[from-1] != '\n' {
		words = "\n" + words
	}
	if to < len(e.Words) && e.Words[to] != '\n' {
		words += "\n"
	}
	e.Insert(words)
}
