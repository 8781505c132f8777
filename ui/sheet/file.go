// Package sheet is a CSV file of lines, each of which is spoken into a file of its
// own: what of it is there already, what the rest costs, and how it is made. The
// screen and the command line share it.
package sheet

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

// Line is one row of the file as it is written there.
type Line struct {
	Row               int // counts from 1, without the header
	At                int // the line of the file where it begins, from 1
	Text, Preset, Out string
}

// maxSheet is the largest file that is read, in bytes.
const maxSheet = 64 << 20

var columns = []string{"text", "preset", "out"}

// Read reads a CSV file (RFC 4180, UTF-8 with or without a byte order mark) of
// at most 64 MB. Rows without anything in them, as spreadsheets leave them, do
// not count. The error is an *tts.Error of kind request.
func Read(name string) ([]Line, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, tts.Wrong("", tts.Said{What: tts.SystemSays(err), Cure: say.file.nameOne})
	}
	defer f.Close()
	b, err := io.ReadAll(io.LimitReader(f, maxSheet+1))
	if err != nil {
		return nil, tts.Wrong("", tts.Said{What: tts.SystemSays(err), Cure: say.file.nameOne})
	}
	if len(b) > maxSheet {
		return nil, tts.Wrong("", say.file.tooLarge(name, session.Size(maxSheet)))
	}
	lines, err := parse(b)
	if err != nil {
		return nil, tts.Wrong("", tts.Said{What: tts.About(name, err.Error())}).From(err)
	}
	return lines, nil
}

func parse(b []byte) ([]Line, error) {
	b = tts.TrimBOM(b)
	if !utf8.Valid(b) {
		valid := 0
		for r, n := utf8.DecodeRune(b); r != utf8.RuneError || n > 1; r, n = utf8.DecodeRune(b[valid:]) {
			valid += n
		}
		return nil, inLine(1+bytes.Count(b[:valid], []byte("\n")), say.file.notUTF8)
	}
	r := csv.NewReader(bytes.NewReader(b))
	header, err := r.Read()
	if errors.Is(err, io.EOF) {
		return nil, errors.New(say.file.empty)
	}
	if err != nil {
		return nil, parseError(err)
	}
	place, err := columnsOf(header)
	if err != nil {
		return nil, err
	}
	var lines []Line
	for row := 1; ; row++ {
		cells, err := r.Read()
		if err == io.EOF {
			break
		}
		if err != nil {
			return nil, parseError(err)
		}
		at, _ := r.FieldPos(0)
		l := Line{Row: row, At: at}
		l.Text, l.Out = tts.Plain(cells[place["text"]]), cells[place["out"]] // a file's name is byte-exact
		if i, there := place["preset"]; there {
			l.Preset = tts.Plain(cells[i])
		}
		if strings.TrimSpace(strings.Join(cells, "")) == "" {
			continue
		}
		lines = append(lines, l)
	}
	if len(lines) == 0 {
		return nil, errors.New(say.file.noRow)
	}
	return lines, nil
}

// columnsOf finds where each column is.
func columnsOf(header []string) (map[string]int, error) {
	place := map[string]int{}
	for i, name := range header {
		name = strings.TrimSpace(name)
		if _, twice := place[name]; twice {
			return nil, inLine(1, say.file.twice(strconv.Quote(name)))
		}
		if slices.Contains(columns, name) {
			place[name] = i
		} else if !strings.HasPrefix(name, "x_") {
			return nil, inLine(1, say.file.unknown(strconv.Quote(name)))
		}
	}
	for _, name := range []string{"text", "out"} {
		if _, there := place[name]; !there {
			return nil, inLine(1, say.file.missing(name))
		}
	}
	return place, nil
}

func parseError(err error) error {
	wrong, found := errors.AsType[*csv.ParseError](err)
	if !found {
		return err
	}
	switch {
	case errors.Is(wrong, csv.ErrFieldCount):
		return inLine(wrong.StartLine, say.file.cells)
	case errors.Is(wrong, csv.ErrQuote):
		return inLine(wrong.StartLine, say.file.closing)
	case errors.Is(wrong, csv.ErrBareQuote):
		return inLine(wrong.Line, say.file.quotes)
	}
	return inLine(wrong.Line, wrong.Err.Error())
}

// AtLine says something of the n-th line of the file.
func AtLine(n int, what string) string { return say.file.line(n, what) }

func inLine(n int, what string) error { return errors.New(AtLine(n, what)) }
