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
	data = tts.TrimBOM(data)
	broken := func(reason string) (Audition, error) { return Audition{}, brokenAt(data, 0, reason) }
	switch {
	case len(data) > MaxFile:
		return broken(say.file.tooLarge(MaxFile >> 20))
	case len(bytes.Trim(data, "\x00 \r\n\t")) == 0:
		return broken(say.file.empty)
	case !utf8.Valid(data):
		return broken(say.file.notUTF8)
	}
	if version := versionOf(data); version > Version {
		return broken(say.file.newer(version, Version))
	}
	if err := json.Unmarshal(data, &a); err != nil {
		return Audition{}, unread(data, err)
	}
	a.Name, a.Text = strings.TrimSpace(tts.Plain(a.Name)), tts.Plain(a.Text)
	switch why := nameProblem(a.Name); {
	case a.Version < 0:
		return broken(say.file.noVersion(Version))
	case why != "":
		return broken(why)
	}
	a.tidy(a.Candidates) // a file may have been written by hand
	return a, nil
}

// versionOf is what a file says of its version, before all else: a newer one may
// give what is known here another form. It is 0 where it says nothing.
func versionOf(data []byte) int {
	var head struct {
		Version int `json:"version"`
	}
	if json.Unmarshal(data, &head) != nil {
		return 0
	}
	return head.Version
}

// brokenAt is what is wrong after so many bytes; 0: no line is to blame.
func brokenAt(data []byte, at int64, reason string) *Broken {
	line := 0
	if at > 0 {
		line = 1 + bytes.Count(data[:min(at, int64(len(data)))], []byte("\n"))
	}
	return &Broken{Line: line, Reason: tts.Clean(reason)}
}

// unread is why JSON could not be read.
func unread(data []byte, err error) *Broken {
	if half, is := errors.AsType[*json.SyntaxError](err); is {
		return brokenAt(data, max(1, half.Offset), say.file.notJSON)
	}
	if kind, is := errors.AsType[*json.UnmarshalTypeError](err); is && kind.Field != "" {
		return brokenAt(data, max(1, kind.Offset), say.file.wrongKind(kind.Field, shortened(kind.Value)))
	} else if is {
		return brokenAt(data, 0, say.file.notObject)
	}
	if when, is := errors.AsType[*time.ParseError](err); is {
		return brokenAt(data, 0, say.file.wrongTime(strconv.Quote(when.Value)))
	}
	return brokenAt(data, 0, err.Error())
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
func short(name string) string { return fmt.Sprintf("%q", shortened(name)) }

// shortened is a text from outside as it can be shown.
func shortened(text string) string {
	const longest = 60
	text = tts.Clean(text)
	if runes := []rune(text); len(runes) > longest {
		text = string(runes[:longest]) + "…"
	}
	return text
}
