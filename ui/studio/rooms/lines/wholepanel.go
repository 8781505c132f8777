package lines

import (
	"path/filepath"

	"voicestudio/presets/script"
	"voicestudio/tts"
	"voicestudio/ui/narration"
	"voicestudio/ui/studio/dialog"
	"voicestudio/ui/studio/paint"
	"voicestudio/ui/studio/rooms"
)

// wholeRow is something of how the lines become one sound.
type wholeRow int

const (
	betweenLines wholeRow = iota
	betweenParagraphs
	wholeEnds
	wholeLevels
	wholeFile
	wholeTitles
	wholeNames
	wholeRows
)

// DrawWhole draws how the lines become one sound, and what is unlike along them.
func (r *Lines) DrawWhole(at rooms.Rect) string {
	t, w := r.Theme, at.Inner().W
	script := r.Work.Lines()
	s := sheet{title: rooms.Say.Panels[rooms.WholePanel], rows: int(wholeRows)}
	if length, complete := r.duration(script); length > 0 {
		s.badge = Say.sum(length, complete)
	}
	s.row = func(i int) []string {
		name := nameWidth()
		mark, ink := t.Row(r.has(rooms.WholePanel) && i == r.Beside(rooms.WholePanel).Cursor())
		value := t.Text
		if row := wholeRow(i); !r.isUsual(row, script.Whole) {
			value = t.Strong
		}
		return []string{mark + ink.Render(paint.Fit(Say.wholeNames[i], name)) + " " + value.Render(cutPath(r.valueOf(wholeRow(i), script.Whole, w-3-name), w-3-name))}
	}
	s.foot = r.wholeFoot(w)
	return r.sheet(rooms.WholePanel, at, s)
}

// nameWidth is that of the names of rows.
func nameWidth() (cells int) {
	for _, name := range Say.wholeNames {
		cells = max(cells, paint.Width(name))
	}
	return cells
}

// cutPath cuts a path at its front, where it is longer: its name says most.
func cutPath(path string, w int) string {
	base := filepath.Base(path)
	if before := "…" + string(filepath.Separator); paint.Width(path) > w && base != path {
		if path = base; paint.Width(before+base) <= w {
			path = before + base
		}
	}
	return paint.Cut(path, w)
}

// wholeFoot says what is missing in the whole or unlike along it, and what keys do.
func (r *Lines) wholeFoot(w int) (foot []string) {
	if said := r.lacks(); said != "" {
		foot = append(foot, paint.Wrapped(said, w, 2, r.Theme.Warning.Render)...)
	}
	var lines []int
	for i, l := range r.Work.Lines().Lines {
		if r.marks.lines[l.ID] != "" {
			lines = append(lines, i+1)
		}
	}
	if len(lines) > 0 {
		foot = append(foot, paint.Wrapped(Say.standOut(lines), w, 2, r.Theme.Warning.Render)...)
	}
	for _, said := range r.marks.whole {
		foot = append(foot, paint.Wrapped(said, w, 2, r.Theme.Warning.Render)...)
	}
	return append(foot, r.keys(Say.wholeKeys, w))
}

// lacks says what of the lines is not in the whole, or not as it is wanted; empty where
// all are.
func (r *Lines) lacks() string {
	if !r.looks.once {
		return ""
	}
	missing, words, settings, elsewhere := 0, 0, 0, 0
	for _, l := range r.Work.Lines().Lines {
		row := r.row(l.ID)
		switch {
		case row == nil || row.Take == nil:
			missing++
		case row.State == narration.Words:
			words++
		case row.State == narration.Elsewhere:
			elsewhere++
		case row.State != narration.Current:
			settings++
		}
	}
	return Say.lacks(missing, words, settings, elsewhere)
}

// valueOf says what is chosen of a row, in w cells.
func (r *Lines) valueOf(row wholeRow, s script.Whole, w int) string {
	switch row {
	case betweenLines:
		return Say.seconds(s.BetweenLines)
	case betweenParagraphs:
		return Say.seconds(s.BetweenParagraphs)
	case wholeEnds:
		if s.Trim {
			return Say.trimmed
		}
		return Say.asSpoken
	case wholeLevels:
		if s.Loudness == 0 {
			return Say.asTheyAre
		}
		return paint.Phrases([]paint.Phrase{{Full: tts.Listed(Say.levels(s.Loudness), Say.peaks), Short: Say.levels(s.Loudness)}}, "", w)
	case wholeFile:
		return dialog.Homely(r.out.file(s))
	case wholeTitles:
		if s.Subtitles == "" {
			return Say.noTitles
		}
		return Say.titlesBeside(s.Subtitles)
	case wholeNames:
		return namesOf(s)
	case wholeRows:
	}
	return ""
}

// namesOf is the pattern of the names of single lines' files.
func namesOf(s script.Whole) string {
	if s.Names == "" {
		return narration.UsualNames
	}
	return s.Names
}

// row is the row of the whole that keys are about.
func (r *Lines) wholeRow() wholeRow { return wholeRow(r.Beside(rooms.WholePanel).Cursor()) }

// changeWhole makes a change of the whole a deed.
func (r *Lines) changeWhole(row wholeRow, change func(w *script.Whole)) {
	s := r.Work.Lines()
	change(&s.Whole)
	r.Work.ChangeLines(s, Say.wholeDeeds[row], r.Now())
}
