// Package takes keeps every take on disk while it streams: the audio as the
// host sent it, and a JSON file beside it that says how it was made. A request
// that was heard whole is found again by its hash and need not be paid twice.
//
// Several programs may use one folder at the same time. Nothing but takes
// appears in it, and a folder of deleted ones, "trash".
package takes

import (
	"cmp"
	"encoding/json"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"voicestudio/tts"
	"voicestudio/tts/subtitles"
	"voicestudio/tts/takes/disk"
)

// Take is one answer of a host, whole or cut short.
type Take struct {
	// ID is the stem of both files: the request's hash and a number.
	ID string `json:"id"`
	// Time is when it was made.
	Time time.Time    `json:"time"`
	Host tts.HostName `json:"host"`
	// BaseURL is set where it was not the host's own.
	BaseURL string      `json:"base_url,omitempty"`
	Model   string      `json:"model"`
	Request tts.Request `json:"request"`
	// Preset is the name of the preset that was open; empty where none was, or
	// where nobody knows.
	Preset string `json:"preset,omitempty"`
	tts.Info
	// FirstChunkMS is from sending to the first audio; nil where unknown.
	FirstChunkMS *int64 `json:"first_chunk_ms,omitempty"`
	// AudibleMS is from sending to the first sample above -60 dB that was
	// heard, the silence before it included; nil where nobody listened live.
	AudibleMS *int64 `json:"audible_ms,omitempty"`
	// Timing is what came before the first audio; nil where unknown.
	Timing *tts.Timing `json:"timing,omitempty"`
	// Subtitles are there where they were asked for.
	Subtitles []subtitles.Cue `json:"subtitles,omitempty"`
	// Price is what the host asks for it; nil where nobody knows.
	Price *tts.Money `json:"price,omitempty"`
	// Partial is true until the host has said that all has come.
	Partial bool     `json:"partial"`
	Starred bool     `json:"starred"`
	Note    string   `json:"note"`
	Tags    []string `json:"tags,omitempty"`
	// Heard is when it was last played; zero where it was only made.
	Heard time.Time `json:"heard,omitzero"`
	// Measures are what it sounds like, in figures of a version that whoever
	// measured it knows; nil where nobody did.
	Measures json.RawMessage `json:"measures,omitempty"`
	// Bytes is the length of the audio file: as it was written, or, in a
	// partial take and in those of the first version, as it is.
	Bytes int64 `json:"bytes,omitempty"`

	// File is the audio's path; it is not in the file, which may be moved.
	File string `json:"-"`
	// Fault says why the audio is not what was written, or is empty.
	Fault string `json:"-"`
	// Live is true while a program, this one or another, still writes it.
	Live bool `json:"-"`

	sealed bool // see seal.go
}

// Whole reports whether the take may stand for its request.
func (t Take) Whole() bool { return !t.Partial && t.Fault == "" }

// State is what is particular about the audio, in one word for people:
// "arriving" while some program still writes it, "faulty" where it is not what
// was written, "cut" where it did not come whole; empty for a whole take. Code
// asks Live, Fault and Partial.
func (t Take) State() string {
	switch {
	case t.Live:
		return say.audio.arriving
	case t.Fault != "":
		return say.audio.faulty
	case t.Partial:
		return say.audio.cut
	}
	return ""
}

// LastHeard is when it was last played or, if never since, made.
func (t Take) LastHeard() time.Time {
	if t.Heard.After(t.Time) {
		return t.Heard
	}
	return t.Time
}

// Short is an id as people read and type it: eight digits of the hash and the
// number. Load understands it.
func (t Take) Short() string {
	hash, n, _ := strings.Cut(t.ID, "-")
	return hash[:min(8, len(hash))] + "-" + n
}

// kept reports whether somebody has said that the take matters.
func (t Take) kept() bool { return t.Starred || t.Note != "" || len(t.Tags) > 0 }

// Broken is a file that belongs to no readable take: one that is wrong, or
// audio that nothing describes. Its ID is what Delete takes.
type Broken = tts.Broken

// Folder is where takes are kept.
type Folder struct{ Dir string }

// DefaultDir is $XDG_DATA_HOME/voicestudio/takes, by default under
// ~/.local/share.
func DefaultDir() (string, error) {
	data, err := disk.DataHome()
	if err != nil {
		return "", err
	}
	return filepath.Join(data, "voicestudio", "takes"), nil
}

func (f Folder) path(id, ext string) string { return filepath.Join(f.Dir, id+"."+ext) }

const description = "json"

// split takes a file name apart; ok is false for what is no take's file.
func split(base string) (id, ext string, ok bool) {
	id, ext, ok = strings.Cut(base, ".")
	return id, ext, ok && isID(id) && isEnding(ext)
}

func isID(id string) bool {
	hash, n, _ := strings.Cut(id, "-")
	return len(hash) >= 8 && len(hash) <= 64 && only(hash, "0123456789abcdef") &&
		len(n) >= 1 && len(n) <= 9 && n[0] != '0' && only(n, "0123456789")
}

func isEnding(ext string) bool {
	return len(ext) >= 1 && len(ext) <= 8 && only(ext, "abcdefghijklmnopqrstuvwxyz0123456789")
}

// only reports that s has no other bytes; Trim stops at the first other one.
func only(s, allowed string) bool { return strings.Trim(s, allowed) == "" }

func number(id string) int {
	_, n, _ := strings.Cut(id, "-")
	i, _ := strconv.Atoi(n)
	return i
}

// newest sorts the newest take first.
func newest(a, b Take) int {
	return cmp.Or(b.Time.Compare(a.Time), cmp.Compare(number(b.ID), number(a.ID)), cmp.Compare(a.ID, b.ID))
}
