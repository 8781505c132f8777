// Package subtitles reads the timed text that a host makes with a take and
// writes it as SRT or WebVTT.
package subtitles

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"

	"voicestudio/tts"
)

// Cue is one piece of text, at most a sentence, and when it is heard.
type Cue struct {
	Text  string `json:"text"`
	Begin int64  `json:"time_begin"` // ms from the start of the audio
	End   int64  `json:"time_end"`
	Words []Word `json:"timestamped_words,omitempty"` // where word times were asked for
}

// Word is a word or a blank of a cue.
type Word struct {
	Text  string `json:"word"`
	Begin int64  `json:"time_begin"` // ms
	End   int64  `json:"time_end"`
}

// entry is a host's form.
type entry struct {
	Text  string    `json:"text"`
	Begin clockTime `json:"time_begin"`
	End   clockTime `json:"time_end"`
	Words []struct {
		Word  string    `json:"word"`
		Begin clockTime `json:"time_begin"`
		End   clockTime `json:"time_end"`
	} `json:"timestamped_words"`
}

// clockTime is milliseconds, with fractions, which some write as a text.
type clockTime float64

func (c *clockTime) UnmarshalJSON(b []byte) error {
	text := strings.TrimSpace(strings.Trim(string(b), `"`))
	if text == "null" {
		return nil
	}
	ms, err := strconv.ParseFloat(text, 64)
	if math.IsNaN(ms) {
		err = strconv.ErrSyntax
	}
	if err == nil || errors.Is(err, strconv.ErrRange) { // beyond all numbers: as late as can be
		*c, err = clockTime(ms), nil
	}
	return err
}

// MaxSize is the most that is read, in bytes: 9,999 characters with the times
// of every word are about 3 MB.
const MaxSize = 32 << 20

// ErrEmpty is a file of subtitles without a word in it.
var ErrEmpty error = empty{}

type empty struct{}

func (empty) Error() string { return say.empty }

// Parse reads a host's file, a JSON array (data.subtitle_file), and returns
// its cues in order of time, at least one. Times that run backwards are set
// right, texts are plain and without control characters.
func Parse(r io.Reader) ([]Cue, error) {
	b, err := io.ReadAll(io.LimitReader(r, MaxSize+1))
	if err != nil {
		return nil, err
	}
	if len(b) > MaxSize {
		return nil, errors.New(say.tooBig(MaxSize >> 20))
	}
	var entries []entry
	if err := json.Unmarshal(tts.TrimBOM(b), &entries); err != nil {
		return nil, errors.New(say.notList)
	}
	cues := make([]Cue, 0, len(entries))
	for _, e := range entries {
		c := Cue{Text: strings.TrimSpace(tts.Clean(tts.Plain(e.Text)))}
		c.Begin, c.End = span(e.Begin, e.End)
		for _, w := range e.Words {
			word := Word{Text: tts.Clean(tts.Plain(w.Word))}
			word.Begin, word.End = span(w.Begin, w.End)
			word.Begin = min(max(word.Begin, c.Begin), c.End)
			word.End = min(max(word.End, word.Begin), c.End)
			c.Words = append(c.Words, word)
		}
		if c.Text != "" {
			cues = append(cues, c)
		}
	}
	if len(cues) == 0 {
		return nil, ErrEmpty
	}
	slices.SortStableFunc(cues, func(a, b Cue) int { return cmp.Compare(a.Begin, b.Begin) })
	return cues, nil
}

// longest bounds a time, in ms: ten hours are far beyond any take.
const longest = 10 * 3600 * 1000

func span(begin, end clockTime) (int64, int64) {
	b, e := milliseconds(begin), milliseconds(end)
	return b, max(b, e)
}

func milliseconds(said clockTime) int64 {
	return int64(min(max(0, math.Round(float64(said))), longest))
}

// Format is a form of subtitle file.
type Format string

// The forms that are written.
const (
	SRT Format = "srt"
	VTT Format = "vtt"
)

// FormatOf finds the form by a file name's ending, in any case.
func FormatOf(name string) (Format, bool) {
	for _, f := range []Format{SRT, VTT} {
		if strings.HasSuffix(strings.ToLower(name), "."+string(f)) {
			return f, true
		}
	}
	return "", false
}

// Write renders cues as a whole file. WebVTT has the times of words inside
// its cues where they are known.
func Write(w io.Writer, f Format, cues []Cue) error {
	var b strings.Builder
	if f == VTT {
		b.WriteString("WEBVTT\n\n")
	}
	for i, c := range cues {
		c.End = max(c.End, c.Begin+1) // WebVTT allows no cue that ends as it begins
		if f == VTT {
			fmt.Fprintf(&b, "%s --> %s\n%s\n\n", clock(c.Begin, "."), clock(c.End, "."), vttText(c))
			continue
		}
		fmt.Fprintf(&b, "%d\n%s --> %s\n%s\n\n", i+1, clock(c.Begin, ","), clock(c.End, ","), c.Text)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

var vttEscape = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;")

func vttText(c Cue) string {
	var plain, timed strings.Builder
	at := c.Begin
	for _, w := range c.Words {
		// A time tag must lie after the one before and inside the cue.
		if w.Begin > at && w.Begin < c.End && strings.TrimSpace(w.Text) != "" {
			fmt.Fprintf(&timed, "<%s>", clock(w.Begin, "."))
			at = w.Begin
		}
		plain.WriteString(w.Text)
		timed.WriteString(vttEscape.Replace(w.Text))
	}
	if strings.TrimSpace(plain.String()) != c.Text {
		return vttEscape.Replace(c.Text)
	}
	return strings.TrimSpace(timed.String())
}

// clock is 01:02:03.450; the mark stands before the milliseconds.
func clock(ms int64, mark string) string {
	return fmt.Sprintf("%02d:%02d:%02d%s%03d", ms/3600000, ms/60000%60, ms/1000%60, mark, ms%1000)
}
