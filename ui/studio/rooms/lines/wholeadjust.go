package lines

import (
	"errors"
	"math"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"voicestudio/presets/script"
	"voicestudio/tts/subtitles"
	"voicestudio/ui/studio/dialog"
	"voicestudio/ui/studio/rooms"
)

// The levels that are offered, in LUFS. Below the quietest they are as they are.
const (
	quietest = -30
	loudest  = -9
)

// The forms that a whole is written in, and those of subtitles beside it.
var (
	soundForms = []string{"wav", "flac", "mp3"}
	titleForms = []string{"", string(subtitles.SRT), string(subtitles.VTT)}
)

// Adjust changes what is under the cursor by steps, or takes the next choice.
func (r *Lines) Adjust(by int) tea.Cmd {
	row := r.wholeRow()
	if row == wholeNames {
		return r.askNames()
	}
	r.changeWhole(row, func(w *script.Whole) {
		switch row {
		case betweenLines:
			w.BetweenLines = stepped(w.BetweenLines, by)
		case betweenParagraphs:
			w.BetweenParagraphs = stepped(w.BetweenParagraphs, by)
		case wholeEnds:
			w.Trim = !w.Trim
		case wholeLevels:
			w.Loudness = levelled(w.Loudness, by)
		case wholeFile:
			w.File = r.out.as(*w, next(soundForms, formOf(r.out.file(*w)), by))
		case wholeTitles:
			w.Subtitles = next(titleForms, w.Subtitles, by)
		case wholeNames, wholeRows:
		}
	})
	return nil
}

// stepped is a silence by so many steps longer.
func stepped(seconds float64, by int) float64 {
	steps := math.Round(seconds/pauseStep) + float64(by)
	return min(max(0, math.Round(steps*pauseStep*100)/100), script.LongestPause)
}

// levelled is a loudness by so many LUFS louder; 0 is as it is.
func levelled(lufs float64, by int) float64 {
	if lufs == 0 {
		lufs = quietest - 1
	}
	if lufs = min(math.Round(lufs)+float64(by), loudest); lufs < quietest {
		return 0
	}
	return lufs
}

// next is another of some choices; behind the last comes the first.
func next(all []string, now string, by int) string {
	at := max(0, slices.Index(all, now)) + by
	return all[(at%len(all)+len(all))%len(all)]
}

// formOf is the form that a file's name says.
func formOf(file string) string { return strings.TrimPrefix(strings.ToLower(filepath.Ext(file)), ".") }

// UsualWhole makes what is under the cursor what it usually is.
func (r *Lines) UsualWhole() tea.Cmd {
	row := r.wholeRow()
	if r.isUsual(row, r.Work.Lines().Whole) {
		return r.Say(rooms.Note, Say.usualAlready)
	}
	r.changeWhole(row, func(w *script.Whole) {
		usual := script.Usual
		switch row {
		case betweenLines:
			w.BetweenLines = usual.BetweenLines
		case betweenParagraphs:
			w.BetweenParagraphs = usual.BetweenParagraphs
		case wholeEnds:
			w.Trim = usual.Trim
		case wholeLevels:
			w.Loudness = usual.Loudness
		case wholeFile:
			w.File = ""
		case wholeTitles:
			w.Subtitles = ""
		case wholeNames:
			w.Names = ""
		case wholeRows:
		}
	})
	return nil
}

// isUsual reports whether a row is what it usually is.
func (r *Lines) isUsual(row wholeRow, w script.Whole) bool {
	usual := script.Usual
	return map[wholeRow]bool{
		betweenLines: w.BetweenLines == usual.BetweenLines, betweenParagraphs: w.BetweenParagraphs == usual.BetweenParagraphs,
		wholeEnds: w.Trim == usual.Trim, wholeLevels: w.Loudness == usual.Loudness,
		wholeFile: w.File == "", wholeTitles: w.Subtitles == "", wholeNames: w.Names == "",
	}[row]
}

// AskWhole asks for what is under the cursor, or takes the next choice where it is one
// of a few. typed is what was typed of it already.
func (r *Lines) AskWhole(typed string) tea.Cmd {
	w, row := r.Work.Lines().Whole, r.wholeRow()
	if typed != "" && row != betweenLines && row != betweenParagraphs && row != wholeLevels {
		return r.Say(rooms.Note, rooms.Say.Screen.Deaf(typed))
	}
	switch row {
	case betweenLines:
		r.askNumber(row, typed, w.BetweenLines, secondsTyped, func(w *script.Whole, n float64) { w.BetweenLines = n })
	case betweenParagraphs:
		r.askNumber(row, typed, w.BetweenParagraphs, secondsTyped, func(w *script.Whole, n float64) { w.BetweenParagraphs = n })
	case wholeLevels:
		r.askNumber(row, typed, w.Loudness, levelTyped, func(w *script.Whole, n float64) { w.Loudness = n })
	case wholeFile:
		return r.askFile(false)
	case wholeNames:
		return r.askNames()
	case wholeEnds, wholeTitles, wholeRows:
		return r.Adjust(1)
	}
	return nil
}

// askNumber asks for a number of a row.
func (r *Lines) askNumber(row wholeRow, typed string, now float64, parse func(text string) (float64, error), put func(w *script.Whole, n float64)) {
	p := dialog.NewPrompt(Say.wholeNames[row], Say.wholeHints[row], strings.Replace(strconv.FormatFloat(now, 'f', -1, 64), "-", "−", 1), func(text string) dialog.Action {
		n, err := parse(plainNumber.Replace(strings.TrimSpace(text)))
		return r.answered(err, row, func(w *script.Whole) { put(w, n) })
	})
	if typed != "" {
		p.Suggesting(typed)
	}
	r.Push(p, rooms.InPrompt)
}

// answered makes what was typed of a row a deed, or says why it will not do.
func (r *Lines) answered(err error, row wholeRow, change func(w *script.Whole)) dialog.Action {
	if err != nil {
		r.Top().(dialog.Asker).Refuse(err)
		return nil
	}
	return dialog.Chosen{Action: rooms.Does(func() tea.Cmd {
		r.changeWhole(row, change)
		return nil
	})}
}

var plainNumber = strings.NewReplacer("−", "-", ",", ".")

func secondsTyped(text string) (float64, error) {
	n, err := strconv.ParseFloat(text, 64)
	if err != nil || !(n >= 0 && n <= script.LongestPause) {
		return 0, errors.New(Say.noSeconds)
	}
	return math.Round(n*100) / 100, nil
}

func levelTyped(text string) (float64, error) {
	n, err := strconv.ParseFloat(text, 64)
	if n > 0 { // nobody means louder than full scale
		n = -n
	}
	if err != nil || n != 0 && !(n >= quietest && n <= loudest) {
		return 0, errors.New(Say.noLevel)
	}
	return n, nil
}

// askNames asks for the pattern of the names of single lines' files.
func (r *Lines) askNames() tea.Cmd {
	r.Push(dialog.NewPrompt(Say.wholeNames[wholeNames], Say.wholeHints[wholeNames], namesOf(r.Work.Lines().Whole), func(pattern string) dialog.Action {
		return r.answered(r.namesFit(pattern), wholeNames, func(w *script.Whole) { w.Names = strings.TrimSpace(pattern) })
	}).Adding(longestNames), rooms.InPrompt)
	return nil
}

// longestNames bounds a pattern of names, in code points.
const longestNames = 120
