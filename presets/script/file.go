package script

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"math"
	"slices"
	"strconv"
	"strings"
	"time"

	"voicestudio/presets/keep"
	"voicestudio/tts"
	"voicestudio/tts/lines"
	"voicestudio/tts/subtitles"
)

// Version of the file.
const Version = 1

// File is a script as it is kept.
type File struct {
	Version int `json:"version"`
	// ID is the file's name; it is not in the file, which may be copied.
	ID   string `json:"-"`
	Name string `json:"name,omitempty"`
	// Host is the one that speaks it; empty: whichever is chosen.
	Host tts.HostName `json:"host,omitempty"`
	// Preset is the name of the one that was open.
	Preset string `json:"preset,omitempty"`
	// Request is what all lines have, without a text.
	Request tts.Request `json:"request"`
	Rows    []Row       `json:"lines"`
	Whole   Whole       `json:"whole"`
	// Queue are the lines that are to be made, in their order: what is there already
	// when they are is not made again, unless another take was asked for.
	Queue   []Wish    `json:"queue,omitempty"`
	Created time.Time `json:"created"`
	Updated time.Time `json:"updated"`
}

// Row is a line as it is kept.
type Row struct {
	ID    string   `json:"id"`
	Text  string   `json:"text"`
	Opens bool     `json:"opens,omitempty"` // a paragraph
	Pause *float64 `json:"pause,omitempty"` // seconds behind it
	// Own are settings in which it differs, Without the paths of those of all that it
	// has not.
	Own     tts.Request `json:"own,omitzero"`
	Without []string    `json:"without,omitempty"`
	Takes   []string    `json:"takes,omitempty"` // ids, the oldest first
	Chosen  string      `json:"chosen,omitempty"`
	For     string      `json:"for,omitempty"` // what was wanted when it was chosen by ear
}

// Wish is a line that is to be made.
type Wish struct {
	Line string `json:"line"`
	// Again is another take, though there is one.
	Again bool `json:"again,omitempty"`
}

// Of puts a script and its takes into a file; what it has of other lines goes.
func (f File) Of(s Script, kept Kept) File {
	f.Version, f.Whole = Version, s.Whole
	f.Rows = make([]Row, len(s.Lines))
	for i, l := range s.Lines {
		k := kept[l.ID]
		f.Rows[i] = Row{ID: l.ID, Text: l.Text, Opens: l.Opens, Pause: l.Pause, Own: l.Own.Set, Without: l.Own.Without, Takes: k.All, Chosen: k.Chosen, For: k.For}
	}
	return f
}

// Script is what a file holds of a script, and the takes of its lines.
func (f File) Script() (Script, Kept) {
	all, kept := make([]Line, len(f.Rows)), Kept{}
	for i, r := range f.Rows {
		all[i] = Line{ID: r.ID, Line: lines.Line{Text: r.Text, Opens: r.Opens, Pause: r.Pause}, Own: Own{Set: r.Own, Without: r.Without}}
		if len(r.Takes) > 0 {
			kept[r.ID] = Takes{All: r.Takes, Chosen: r.Chosen, For: r.For}
		}
	}
	return Of(all, f.Whole), kept
}

// Parse reads a script's file. Every error is a *tts.Broken without a File.
func Parse(data []byte) (f File, err error) {
	f.Whole = Usual
	if err := keep.Parse(data, Version, &f); err != nil {
		return File{}, err
	}
	if f.Host != "" {
		if _, known := tts.HostAt(f.Host); !known {
			return File{}, keep.Wrong(say.noHost(keep.Shortened(string(f.Host))))
		}
	}
	var has struct {
		Lines json.RawMessage `json:"lines"`
	}
	if json.Unmarshal(data, &has); has.Lines == nil {
		return File{}, keep.Wrong(say.noLines)
	}
	f.Version, f.Name, f.Request.Text = Version, tts.Clean(f.Name), ""
	for _, seconds := range []*float64{&f.Whole.BetweenLines, &f.Whole.BetweenParagraphs} {
		*seconds = bound(*seconds)
	}
	if l := f.Whole.Loudness; math.IsNaN(l) || l <= -70 || l > 0 {
		f.Whole.Loudness = Usual.Loudness
	}
	if _, known := subtitles.FormatOf("." + f.Whole.Subtitles); !known {
		f.Whole.Subtitles = ""
	}
	f.Rows = tidy(f.Rows)
	return f, nil
}

// tidy makes rows what a script has: words without line breaks, an ID each, and
// nothing that says nothing. Who wrote the file by hand need not know all that.
func tidy(rows []Row) (all []Row) {
	ids := idsOf(rows)
	for i, r := range rows {
		if r.ID, r.Text = ids[i], worded(r.Text); r.ID == "" {
			continue
		}
		if r.Pause != nil {
			r.Pause = new(bound(*r.Pause))
		}
		r.Own.Text = ""
		if r.Chosen != "" && !slices.Contains(r.Takes, r.Chosen) {
			r.Takes = append(r.Takes, r.Chosen)
		}
		all = append(all, r)
	}
	return all
}

func worded(text string) string { return strings.Join(strings.Fields(tts.Plain(text)), " ") }

// idsOf are the IDs of rows as a file has them: their own, else one by their words;
// those without words have none.
func idsOf(rows []Row) []string {
	all, seen := make([]string, len(rows)), map[string]bool{}
	for i, r := range rows {
		text, id := worded(r.Text), r.ID
		if text == "" {
			continue
		}
		for n := 0; id == "" || seen[id]; n++ {
			id = idFor(text, n)
		}
		all[i], seen[id] = id, true
	}
	return all
}

// named is a script's file in which every line has its ID, so that what is not known
// of it here is found again.
func named(data []byte) []byte {
	var was struct {
		Rows []Row `json:"lines"`
	}
	json.Unmarshal(tts.TrimBOM(data), &was) // it has been parsed before
	return keep.Named(data, "lines", idsOf(was.Rows))
}

// idFor is the ID of a line that was written without one: the same whoever reads it,
// until it is saved with it. n tells lines of the same words apart.
func idFor(text string, n int) string {
	sum := sha256.Sum256(strconv.AppendInt([]byte(text), int64(n), 10))
	return hex.EncodeToString(sum[:5])
}

func bound(seconds float64) float64 {
	if math.IsNaN(seconds) {
		return 0
	}
	return min(max(0, seconds), LongestPause)
}

// Digest tells what is wanted of a line, at a host, from all else that could be.
func Digest(host tts.HostName, r tts.Request) string {
	data, _ := json.Marshal(r) // a request always has a JSON form
	sum := sha256.Sum256(append([]byte(host+" "), data...))
	return hex.EncodeToString(sum[:8])
}
