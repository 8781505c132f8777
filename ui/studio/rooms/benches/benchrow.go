package benches

import (
	"fmt"
	"strings"
	"time"

	"voicestudio/presets"
	"voicestudio/presets/audition"
	"voicestudio/tts"
	"voicestudio/ui/session"
	"voicestudio/ui/studio/paint"
	"voicestudio/ui/studio/rooms"
	"voicestudio/ui/studio/rooms/lineup"
)

// mostTall is how many lines a row has at most.
const mostTall = 3

// row draws one, in as many lines as there is room for each.
func (r *Bench) row(i int, row *lineup.Row, c columns) (lines []string) {
	t := r.Theme
	here, sounds, ink := " ", " ", t.Text
	if i == r.list.Cursor() && r.Focus == rooms.BenchPanel {
		ink = t.Accent.Bold(true)
		here = ink.Render("▸")
	}
	if row == r.Sounding() && !(r.Blind && r.sideOf(row) > 0) { // a duel hides that, too
		sounds = t.Accent.Render("♪")
	}
	stars := r.stars(row)
	left := here + sounds + ink.Render(fmt.Sprint(i+1)) + " " + t.Warning.Render(paint.Fit(paint.Repeat("★", stars), 3)) + paint.Blanks(leftCells-7)
	note := r.note(row)
	label := r.labelOf(row)
	if note != "" && r.tall == 1 {
		label = paint.Cut(label, max(1, c.label-2)) + " ✎"
	}
	left += ink.Render(paint.Fit(label, c.label)) + "  "
	failed := row.State() == lineup.Failed
	if c.what > 0 && !failed {
		left += t.Dim.Render(paint.Fit(r.whatOf(row), c.what)) + "  "
	}
	words := c.label
	if c.what > 0 {
		words += 2 + c.what
	}
	below := paint.Blanks(leftCells) + t.Dim.Render(paint.Fit(tts.Clean(note), words)) + paint.Blanks(2)
	if row.Timeline == nil && row.State() != lineup.Ready || r.Blind || failed {
		lines = append(lines, paint.Sides(left, r.instead(row, c.w-paint.Width(left)-1), c.w))
	} else {
		waves := r.Wave(row, lineup.Span(r.onPage()), c.wave, r.tall)
		lines = append(lines, left+waves[0]+r.figures(row))
		for k := 1; k < r.tall; k++ {
			lines = append(lines, below+waves[k])
			below = paint.Blanks(paint.Width(below))
		}
	}
	for len(lines) < r.tall {
		lines = append(lines, below)
		below = ""
	}
	return lines
}

// labelOf is what a row is called here.
func (r *Bench) labelOf(row *lineup.Row) string {
	if r.Blind {
		return Say.hiddenName
	}
	return tts.Clean(row.Label)
}

// instead of a sound says how far it is, in w cells.
func (r *Bench) instead(row *lineup.Row, w int) string {
	t := r.Theme
	switch state := row.State(); {
	case row.Refused():
		return t.Failure.Render(paint.Cut("✗ "+r.whyInShort(row), w))
	case state == lineup.Failed:
		cure := " · " + Say.again
		if row.Timeline != nil {
			cure = " · " + Say.cut + cure
		}
		return t.Failure.Render(paint.Cut("✗ "+r.whyInShort(row), max(1, w-paint.Width(cure)))) + t.Dim.Render(cure)
	case state == lineup.Waiting:
		return t.Dim.Render(paint.Cut(Say.beingMade+" ", w-2)) + t.Spinner(r.Now())
	case state == lineup.Coming && r.Blind:
		return t.Dim.Render(Say.comes)
	case state == lineup.Ready, r.Blind && state == lineup.Missing:
		if state == lineup.Missing {
			return t.Dim.Render(Say.missing)
		}
		return ""
	}
	return t.Dim.Render(paint.Cut(priceIn(row), w))
}

// figures are the length and the level of a row.
func (r *Bench) figures(row *lineup.Row) string {
	length := ""
	switch {
	case row.Timeline != nil:
		length = session.Clock(row.Timeline.Duration())
		if !row.Whole() {
			length += "+"
		}
	case row.Take != nil && row.Take.AudioMS != nil:
		length = session.Clock(time.Duration(*row.Take.AudioMS) * time.Millisecond)
	}
	level := ""
	if db, known := row.Level(); known {
		level = strings.Replace(fmt.Sprintf("%+.1f", db), "-", "−", 1)
	}
	return r.Theme.Dim.Render(paint.FitLeft(length, lengthCells) + paint.FitLeft(level, levelCells))
}

// whatOf says what a row is.
func (r *Bench) whatOf(row *lineup.Row) string {
	if r.Blind {
		return ""
	}
	switch row.Kind {
	case audition.Voice:
		voices := row.Request.Voices()
		if len(voices) > 0 {
			if v, listed := tts.FindVoice(voices[0].VoiceID); listed {
				return strings.TrimSpace(presets.ValueInWords(v.Language) + " " + presets.ValueInWords(v.Gender))
			}
		}
		return Say.what[row.Kind]
	case audition.Preset:
		if row.Folder != "" {
			return Say.presetIn(presets.FolderInWords(row.Folder))
		}
	case audition.Other:
		if row.Host != r.Session.Host() {
			return Say.otherHost
		}
	case audition.Take, audition.Settings, audition.Step:
	}
	return Say.what[row.Kind]
}
