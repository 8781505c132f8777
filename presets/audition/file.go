package audition

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"time"
	"unicode/utf8"

	"voicestudio/tts"
)

// Version is that of the files which are written.
const Version = 1

// MaxFile is the largest file that is read or written, in bytes: the longest
// line takes 40 kB, a vote some 150 bytes.
const MaxFile = 16 << 20

const (
	maxName  = 120 // of a name and a label, in code points
	maxStars = 3
)

// Parse reads an audition's file. Every error is a *Broken without a File, one of a
// newer version among them.
func Parse(data []byte) (a Audition, err error) {
	broken := func(at int64, reason string) (Audition, error) {
		line := 0
		if at > 0 {
			line = 1 + bytes.Count(data[:min(at, int64(len(data)))], []byte("\n"))
		}
		return Audition{}, &Broken{Line: line, Reason: tts.Clean(reason)}
	}
	data = tts.TrimBOM(data)
	switch {
	case len(data) > MaxFile:
		return broken(0, say.file.tooLarge(MaxFile>>20))
	case len(bytes.Trim(data, "\x00 \r\n\t")) == 0:
		return broken(0, say.file.empty)
	case !utf8.Valid(data):
		return broken(0, say.file.notUTF8)
	}
	// First, since a newer version may give what is known here another form.
	var head struct {
		Version int `json:"version"`
	}
	if err := json.Unmarshal(data, &head); err == nil && head.Version > Version {
		return broken(0, say.file.newer(head.Version, Version))
	}
	if err := json.Unmarshal(data, &a); err != nil {
		if half, is := errors.AsType[*json.SyntaxError](err); is {
			return broken(max(1, half.Offset), say.file.notJSON)
		}
		if kind, is := errors.AsType[*json.UnmarshalTypeError](err); is && kind.Field != "" {
			return broken(max(1, kind.Offset), say.file.wrongKind(kind.Field, kind.Value))
		} else if is {
			return broken(0, say.file.notObject)
		}
		if when, is := errors.AsType[*time.ParseError](err); is {
			return broken(0, say.file.wrongTime(strconv.Quote(when.Value)))
		}
		return broken(0, err.Error())
	}
	a.Name, a.Text = strings.TrimSpace(tts.Plain(a.Name)), tts.Plain(a.Text)
	switch why := nameProblem(a.Name); {
	case a.Version < 0:
		return broken(0, say.file.noVersion(Version))
	case why != "":
		return broken(0, why)
	}
	a.tidy(a.Candidates) // a file may have been written by hand
	return a, nil
}

// nameProblem says why a name is none; empty: it is one.
func nameProblem(name string) string {
	switch {
	case name == "":
		return say.file.noName
	case strings.ContainsFunc(name, tts.Steers) || !utf8.ValidString(name):
		return say.file.steers
	case utf8.RuneCountInString(name) > maxName:
		return say.file.longName(maxName)
	}
	return ""
}

// tidy makes an audition one that can be kept: every candidate has an id that no
// other has or had, those of the candidates before stay.
func (a *Audition) tidy(before []Candidate) {
	a.Version, a.Text = Version, tts.Plain(a.Text)
	had, taken := map[string]bool{}, map[string]bool{}
	for _, c := range before {
		had[c.ID] = true
	}
	for _, c := range slices.Concat(before, a.Candidates) {
		a.Given = max(a.Given, numberOf(c.ID))
	}
	a.Candidates = listed(slices.Clone(a.Candidates))
	for i := range a.Candidates {
		c := &a.Candidates[i]
		if c.ID == "" || taken[c.ID] || !had[c.ID] && numberOf(c.ID) == 0 {
			a.Given++
			c.ID = "c" + strconv.Itoa(a.Given)
		}
		taken[c.ID] = true
		c.Label = labelOf(c.Label)
		c.Note = tts.Plain(c.Note)
		c.Stars = min(max(c.Stars, 0), maxStars)
		c.Request.Text = ""
	}
	for _, ids := range []*[]string{&a.Bench.Order, &a.Bench.Judged} {
		there := slices.DeleteFunc(slices.Clone(*ids), func(id string) bool { return !taken[id] })
		if *ids = nil; len(there) > 0 {
			*ids = there
		}
	}
}

// listed is a list that is [] in JSON and not null.
func listed(c []Candidate) []Candidate {
	if c == nil {
		return []Candidate{}
	}
	return c
}

// numberOf is 12 for "c12", and 0 for what is no such id.
func numberOf(id string) int {
	digits, is := strings.CutPrefix(id, "c")
	n, err := strconv.Atoi(digits)
	if !is || err != nil || n < 1 || n > 1e6 || strconv.Itoa(n) != digits {
		return 0
	}
	return n
}

// labelOf is a label as it can be drawn.
func labelOf(label string) string {
	label = strings.TrimSpace(tts.Clean(tts.Plain(label)))
	if runes := []rune(label); len(runes) > maxName {
		label = string(runes[:maxName-1]) + "…"
	}
	return label
}

// same reports whether two would be kept alike.
func (a Audition) same(other Audition) bool {
	x, err := json.Marshal(a)
	y, e := json.Marshal(other)
	return err == nil && e == nil && bytes.Equal(x, y)
}

// encode writes the file, with what this version does not know of what it was.
func (a Audition) encode(was []byte) ([]byte, error) {
	var text bytes.Buffer
	e := json.NewEncoder(&text)
	e.SetEscapeHTML(false)
	if err := e.Encode(a); err != nil {
		return nil, err
	}
	var out bytes.Buffer
	err := json.Indent(&out, merged(tts.TrimBOM(was), text.Bytes(), reflect.TypeFor[Audition]()), "", "  ")
	return append(bytes.TrimRight(out.Bytes(), "\n"), '\n'), err
}

// contents reads a regular file and nothing else. Its errors are reasons.
func contents(root *os.Root, base string) ([]byte, error) {
	info, err := root.Lstat(base)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, errors.New(say.file.notRegular)
	}
	// Not blocking: the file may have become a pipe.
	f, err := root.OpenFile(base, os.O_RDONLY|syscall.O_NONBLOCK, 0)
	if err != nil {
		return nil, reason(err)
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, MaxFile+1))
	return data, reason(err)
}

// refuse is a sentence for people that is also an error for the caller.
func refuse(kind error, sentence string) error { return &tts.Refusal{Sentence: sentence, Kind: kind} }

// plain gives an error of the file system as a sentence without the bytes that a
// path may hold.
func plain(cannot func(path, why string) string, path string, err error) error {
	return refuse(err, cannot(tts.Clean(path), tts.Clean(reason(err).Error())))
}

// reason is an error without the path.
func reason(err error) error {
	if e, found := errors.AsType[*fs.PathError](err); found {
		return e.Err
	}
	if e, found := errors.AsType[*os.LinkError](err); found {
		return e.Err
	}
	return err
}

// short is a name from outside in a sentence.
func short(name string) string {
	const longest = 60
	name = tts.Clean(name)
	if runes := []rune(name); len(runes) > longest {
		name = string(runes[:longest]) + "…"
	}
	return fmt.Sprintf("%q", name)
}
