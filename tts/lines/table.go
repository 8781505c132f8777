package lines

import (
	"encoding/csv"
	"errors"
	"io"
	"strconv"
	"strings"

	"voicestudio/tts"
)

// ofTable reads a table with a column text, and perhaps pause, the seconds behind a
// line; of one with a single column every row is a line. Cells are separated by
// commas, semicolons or tabs, whichever the first row has most of. An empty row
// begins a paragraph.
func ofTable(text string) (all []Line, err error) {
	text = strings.TrimSpace(rowBreaks.Replace(text))
	head, _, _ := strings.Cut(text, "\n")
	r := csv.NewReader(strings.NewReader(text))
	r.FieldsPerRecord = -1
	for _, comma := range []rune{';', '\t'} {
		if strings.Count(head, string(comma)) > strings.Count(head, string(r.Comma)) {
			r.Comma = comma
		}
	}
	column, pause, opens := -1, -1, true
	for n := 0; ; n++ {
		cells, err := r.Read()
		if errors.Is(err, io.EOF) {
			return all, nil
		}
		if err != nil {
			return nil, unreadable(err)
		}
		if n == 0 {
			if column, pause = columns(cells); column >= 0 {
				continue
			}
			if len(cells) > 1 {
				return nil, tts.Wrong("text", say.noColumn)
			}
			column = 0
		}
		cell := func(i int) string {
			if i < 0 || i >= len(cells) {
				return ""
			}
			return strings.Join(strings.Fields(tts.Plain(cells[i])), " ")
		}
		if cell(column) == "" {
			opens = true
			continue
		}
		l := Line{Text: cell(column), Opens: opens}
		if s, err := strconv.ParseFloat(strings.Replace(cell(pause), ",", ".", 1), 64); err == nil && s >= 0 && s <= longestPause {
			l.Pause = &s
		}
		add(&all, l)
		opens = false
	}
}

// rowBreaks makes every line break one LF; a tab stays what parts cells.
var rowBreaks = strings.NewReplacer("\r\n", "\n", "\r", "\n")

// longestPause is the longest that one may ask for, in seconds.
const longestPause = 99.99

func columns(head []string) (text, pause int) {
	text, pause = -1, -1
	for i, name := range head {
		switch strings.ToLower(strings.TrimSpace(name)) {
		case "text":
			text = i
		case "pause":
			pause = i
		}
	}
	return text, pause
}

func unreadable(err error) error {
	if wrong, found := errors.AsType[*csv.ParseError](err); found {
		return tts.Wrong("text", say.notTable(wrong.StartLine)).From(err)
	}
	return tts.Wrong("text", say.notTable(1)).From(err)
}
