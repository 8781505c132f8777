package cli

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"os"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"voicestudio/tts"
	"voicestudio/ui/session"
)

// line is one row of the file as it is written there.
type line struct {
	row               int // counts from 1, without the header
	at                int // the line of the file where it begins, from 1
	text, preset, out string
}

// maxSheet is the largest file that is read, in bytes.
const maxSheet = 64 << 20

var columns = []string{"text", "preset", "out"}

// readSheet reads a CSV file (RFC 4180, UTF-8 with or without a byte order
// mark). Rows without anything in them, as spreadsheets leave them, do not
// count.
func readSheet(name string) ([]line, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, tts.Wrong("", tts.Said{What: err.Error(), Cure: say.sheet.nameOne})
	}
	defer f.Close()
	b, err := io.ReadAll(io.LimitReader(f, maxSheet+1))
	if err != nil {
		return nil, tts.Wrong("", tts.Said{What: err.Error(), Cure: say.sheet.nameOne})
	}
	if len(b) > maxSheet {
		return nil, tts.Wrong("", say.sheet.tooLarge(name, session.Size(maxSheet)))
	}
	lines, err := parseSheet(b)
	if err != nil {
		return nil, tts.Wrong("", tts.Said{What: name + ": " + err.Error()}).From(err)
	}
	return lines, nil
}

func parseSheet(b []byte) ([]line, error) {
	b = tts.TrimBOM(b)
	if !utf8.Valid(b) {
		valid := 0
		for r, n := utf8.DecodeRune(b); r != utf8.RuneError || n > 1; r, n = utf8.DecodeRune(b[valid:]) {
			valid += n
		}
		return nil, inLine(1+bytes.Count(b[:valid], []byte("\n")), say.sheet.notUTF8)
	}
	r := csv.NewReader(bytes.NewReader(b))
	header, err := r.Read()
	if errors.Is(err, io.EOF) {
		return nil, errors.New(say.sheet.empty)
	}
	if err != nil {
		return nil, sheetError(err)
	}
	place, err := columnsOf(header)
	if err != nil {
		return nil, err
	}
	var lines []line
	for row := 1; ; row++ {
		cells, err := r.Read()
		if err == io.EOF {
			break
		}
		if err != nil {
			return nil, sheetError(err)
		}
		at, _ := r.FieldPos(0)
		l := line{row: row, at: at}
		l.text, l.out = tts.Plain(cells[place["text"]]), cells[place["out"]] // a file's name is byte-exact
		if i, there := place["preset"]; there {
			l.preset = tts.Plain(cells[i])
		}
		if strings.TrimSpace(strings.Join(cells, "")) == "" {
			continue
		}
		lines = append(lines, l)
	}
	if len(lines) == 0 {
		return nil, errors.New(say.sheet.noRow)
	}
	return lines, nil
}

// columnsOf finds where each column is.
func columnsOf(header []string) (map[string]int, error) {
	place := map[string]int{}
	for i, name := range header {
		name = strings.TrimSpace(name)
		if _, twice := place[name]; twice {
			return nil, inLine(1, say.sheet.twice(strconv.Quote(name)))
		}
		if slices.Contains(columns, name) {
			place[name] = i
		} else if !strings.HasPrefix(name, "x_") {
			return nil, inLine(1, say.sheet.unknown(strconv.Quote(name)))
		}
	}
	for _, name := range []string{"text", "out"} {
		if _, there := place[name]; !there {
			return nil, inLine(1, say.sheet.missing(name))
		}
	}
	return place, nil
}

func sheetError(err error) error {
	wrong, found := errors.AsType[*csv.ParseError](err)
	if !found {
		return err
	}
	switch {
	case errors.Is(wrong, csv.ErrFieldCount):
		return inLine(wrong.StartLine, say.sheet.cells)
	case errors.Is(wrong, csv.ErrQuote):
		return inLine(wrong.StartLine, say.sheet.closing)
	case errors.Is(wrong, csv.ErrBareQuote):
		return inLine(wrong.Line, say.sheet.quotes)
	}
	return inLine(wrong.Line, wrong.Err.Error())
}

func inLine(n int, what string) error { return errors.New(say.sheet.line(n, what)) }
