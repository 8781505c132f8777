package dialog

import (
	"cmp"
	"fmt"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"voicestudio/tts/subtitles"
	"voicestudio/ui/session"
	"voicestudio/ui/studio/edit"
	"voicestudio/ui/studio/paint"
)

// Exporter asks how a take becomes a file for others: where, in which format,
// which part, how loud.
type Exporter struct {
	title   string
	of      Exportable
	path    edit.Field
	typed   edit.Field // a loudness of the person's own
	row     exportRow
	chosen  [exportRows]int // of each row of choices
	refused string
	over    string // the file that enter now replaces
	foot    hint
}

// Exportable is what can be exported of a take.
type Exportable struct {
	ID string
	// Formats are wav and flac, where the take can be decoded, and last original,
	// whose files end in Ending.
	Formats []string
	Ending  string
	// From and To are the part that repeats; To 0: none does.
	From, To time.Duration
	// Anew says how subtitles are come by where the take has none; empty: it has.
	Anew string
}

// Export writes a take into a file.
type Export struct {
	ID       string
	File     string // with ~ for the home
	Format   string
	From, To time.Duration
	Loudness float64 // LUFS; 0 as it is
	Titles   string  // the ending of a file of subtitles beside it; empty: none
	Replace  bool
}

type exportRow int

const (
	exportFile exportRow = iota
	exportFormat
	exportPart
	exportLoudness
	exportTitles
	exportRows
)

// loudnesses are those that are offered: of podcasts, of streaming with room to
// spare, and of broadcast (EBU R 128).
var loudnesses = []float64{0, -16, -18, -23}

// titleForms are those of subtitles.
var titleForms = []subtitles.Format{subtitles.SRT, subtitles.VTT}

// longestPath bounds the name of a file, in code points.
const longestPath = 1000

// NewExporter asks where and how to export a take; the file's name has the
// ending of the first format.
func NewExporter(title string, of Exportable, file string) *Exporter {
	e := &Exporter{title: title, of: of, path: edit.NewField(file, ""), typed: edit.NewField("", "")}
	e.path.Limit, e.typed.Limit = longestPath, 6
	return e
}

// format is the one that is chosen.
func (e *Exporter) format() string { return e.of.Formats[e.chosen[exportFormat]] }

// original reports whether the file will be what came.
func (e *Exporter) original() bool { return e.chosen[exportFormat] == len(e.of.Formats)-1 }

// ending is that of a format's files.
func (e *Exporter) ending(i int) string {
	if i == len(e.of.Formats)-1 {
		return e.of.Ending
	}
	return e.of.Formats[i]
}

// options are the names of a row's choices.
func (e *Exporter) options(row exportRow) (names []string) {
	switch row {
	case exportFormat:
		for _, f := range e.of.Formats {
			names = append(names, say.exporter.formats(f, e.of.Ending))
		}
	case exportPart:
		names = append(names, say.exporter.all)
		if e.of.To > 0 {
			names = append(names, session.Clock(e.of.From)+"–"+session.Clock(e.of.To))
		}
	case exportLoudness:
		for _, l := range loudnesses {
			if l == 0 {
				names = append(names, say.exporter.asItIs)
			} else {
				names = append(names, strings.Replace(fmt.Sprint(l), "-", "−", 1))
			}
		}
		names = append(names, cmp.Or(strings.Replace(e.typed.Value(), "-", "−", 1), say.exporter.other))
	case exportTitles:
		names = append(names, say.exporter.noTitles)
		for _, f := range titleForms {
			names = append(names, string(f))
		}
		return names
	case exportFile, exportRows:
	}
	if row != exportFormat && len(e.of.Formats) == 1 { // what cannot be decoded stays as it is
		return names[:min(1, len(names))]
	}
	return names
}

// NextRow goes to another row.
func (e *Exporter) NextRow(by int) {
	e.row = exportRow((int(e.row) + by + int(exportRows)) % int(exportRows))
}

// Choose takes the next choice of a row; false where the row has none.
func (e *Exporter) Choose(by int) bool {
	if e.row == exportFile {
		return false
	}
	e.choose(e.row, min(max(e.chosen[e.row]+by, 0), len(e.options(e.row))-1))
	return true
}

// choose takes a choice, and others that it needs: a part, or another loudness,
// is not what came.
func (e *Exporter) choose(row exportRow, i int) {
	was := e.ending(e.chosen[exportFormat])
	e.chosen[row], e.refused, e.over = i, "", ""
	switch {
	case row == exportFormat && e.original():
		e.chosen[exportPart], e.chosen[exportLoudness] = 0, 0
	case row != exportFormat && row != exportTitles && i > 0 && e.original():
		e.chosen[exportFormat] = 0
	}
	file, now := e.path.Value(), e.ending(e.chosen[exportFormat])
	if bare, found := strings.CutSuffix(file, "."+was); found && now != was {
		e.path.SetValue(bare + "." + now)
	}
}

// Type edits the file's name, or a loudness of the person's own.
func (e *Exporter) Type(msg tea.Msg) Action {
	e.refused, e.over = "", ""
	switch e.row {
	case exportFile:
		cmd := e.path.Update(msg)
		ending := strings.TrimPrefix(strings.ToLower(filepath.Ext(e.path.Value())), ".")
		for i := range e.of.Formats {
			if e.ending(i) == ending && e.ending(e.chosen[exportFormat]) != ending {
				e.chosen[exportFormat] = i
				e.choose(exportFormat, i)
				break
			}
		}
		return run(cmd)
	case exportLoudness:
		if last := len(loudnesses); len(e.options(exportLoudness)) > last {
			key, pressed := msg.(tea.KeyPressMsg)
			switch elsewhere := e.chosen[exportLoudness] != last; {
			case elsewhere && pressed && key.Text == "": // it edits nothing
				return nil
			case elsewhere:
				e.typed.SetValue("")
				e.choose(exportLoudness, last)
			}
			return run(e.typed.Update(msg))
		}
	case exportFormat, exportPart, exportTitles, exportRows:
	}
	return nil
}

// Accept exports. A file that is there needs enter twice.
func (e *Exporter) Accept() Action {
	a := Export{ID: e.of.ID, File: e.path.Value(), Format: e.format()}
	if strings.TrimSpace(a.File) == "" {
		e.refused = say.exporter.noFile
		return nil
	}
	switch want := e.ending(e.chosen[exportFormat]); strings.TrimPrefix(strings.ToLower(filepath.Ext(a.File)), ".") {
	case want:
	case "":
		a.File += "." + want
		e.path.SetValue(a.File)
	default:
		e.row, e.refused = exportFile, say.exporter.otherEnding(want)
		return nil
	}
	if e.chosen[exportPart] > 0 {
		a.From, a.To = e.of.From, e.of.To
	}
	if i := e.chosen[exportLoudness]; i < len(loudnesses) {
		a.Loudness = loudnesses[i]
	} else {
		typed := strings.NewReplacer("−", "-", "－", "-", ",", ".", "．", ".").Replace(strings.TrimSpace(e.typed.Value()))
		l, err := strconv.ParseFloat(typed, 64)
		if l > 0 { // nobody means louder than full scale
			l = -l
		}
		if err != nil || !(l < 0 && l > -70) {
			e.row, e.refused = exportLoudness, say.exporter.noLoudness
			return nil
		}
		a.Loudness = l
	}
	if i := e.chosen[exportTitles]; i > 0 {
		a.Titles = string(titleForms[i-1])
	}
	a.Replace = e.over == a.File
	return a
}

// Refuse implements Asker.
func (e *Exporter) Refuse(err error) { e.refused = sentence(err) }

// Taken says that the file is there: enter replaces it now.
func (e *Exporter) Taken(file string) { e.over, e.refused = file, say.exporter.taken }

// labels are the names of the rows and how wide they are.
func (e *Exporter) labels() (names [exportRows]string, w int) {
	names = say.exporter.rows
	for _, name := range names {
		w = max(w, paint.Width(name))
	}
	return names, w + 4
}

// Click chooses the row, and what is under it; below the rows it exports.
func (e *Exporter) Click(x, y int, double bool) Action {
	row := exportRow(y - 1)
	switch {
	case row == exportRows+1 && x >= 2 && x < 2+paint.Width(say.exporter.write):
		return e.Accept()
	case row < 0 || row >= exportRows:
		return e.foot.at(x, y)
	}
	e.row = row
	_, at := e.labels()
	if row == exportFile {
		e.path.Point(x-2-at, double)
	}
	if i := paint.ChipAt(paint.Chips(e.options(row), 2+at), x); row != exportFile && i >= 0 {
		e.choose(row, i)
	}
	return nil
}

// Typed reports whether a name or a loudness was typed.
func (e *Exporter) Typed() bool { return e.path.Changed() || e.typed.Changed() }

// Wheel does nothing.
func (e *Exporter) Wheel(int) {}

// Draw draws the box.
func (e *Exporter) Draw(t paint.Theme, w, _ int) (string, *tea.Cursor) {
	wide := min(w-4, 72)
	inner := wide - 4
	names, at := e.labels()
	file, caret := e.path.Draw(t, inner-at)
	place := tea.NewCursor(2+at+caret, 1)
	var lines []string
	for row := range exportRows {
		mark, style := t.Row(row == e.row)
		line := mark + style.Render(paint.Fit(names[row], at-2))
		if row == exportFile {
			lines = append(lines, line+file)
			continue
		}
		x := at
		for i, name := range e.options(row) {
			chip := " " + name + " "
			if i == e.chosen[row] {
				line += t.Marked.Render("[" + name + "]")
			} else {
				line += t.Dim.Render(chip)
			}
			if row == exportLoudness && row == e.row && i == len(loudnesses) && i == e.chosen[row] {
				place = tea.NewCursor(2+x+1+paint.Width(e.typed.Value()), 1+int(row)) // where the next digit goes
			}
			x += paint.Width(chip) + 1
			line += " "
		}
		switch {
		case row == exportLoudness:
			line += t.Dim.Render(say.exporter.unit)
		case row == exportPart && e.of.To == 0:
			line += t.Dim.Render(say.exporter.noPart)
		case row == exportTitles:
			line += t.Dim.Render(e.of.Anew)
		}
		lines = append(lines, paint.Fit(line, inner))
	}
	if e.row != exportFile && (e.row != exportLoudness || e.chosen[exportLoudness] != len(loudnesses)) {
		place = nil
	}
	hint, style := say.exporter.hint, t.Dim
	if e.refused != "" {
		hint, style = e.refused, t.Warning
	}
	lines = append(lines, "", t.Marked.Render(say.exporter.write))
	lines = append(lines, e.foot.draw(hint, inner, 3, len(lines)+1, style)...)
	return t.Frame(e.title, say.escCloses, true, wide, len(lines)+2, lines), place
}
