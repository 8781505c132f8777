package narration

import (
	"encoding/json"
	"path/filepath"
	"strings"

	"voicestudio/presets/keep"
	"voicestudio/presets/script"
	"voicestudio/tts"
	"voicestudio/tts/lines"
)

// Read is what a file's bytes hold, by its name: a script with all that is its own, or
// the lines of a text, Markdown, subtitles or a table, as lines.Read has them. The error
// is an *tts.Error.
func Read(name string, data []byte) (*script.File, []lines.Line, error) {
	if strings.EqualFold(filepath.Ext(name), keep.Ending) || json.Valid(data) && len(data) > 0 && data[0] == '{' {
		file, err := script.Parse(data)
		if err != nil {
			return nil, nil, tts.Wrong("", tts.Said{What: tts.Clean(err.Error())})
		}
		return &file, nil, nil
	}
	all, err := lines.Read(name, data)
	return nil, all, err
}

// Fresh are lines that were just read, as a script has them.
func Fresh(all []lines.Line) []script.Line {
	some := make([]script.Line, len(all))
	for i, l := range all {
		some[i].Line = l
	}
	return some
}

// So much of its first line a script without a name is called by.
const titleWords, titleLetters = 5, 32

// Title is what a script is called where a file needs a name: as its file says, or by
// how it begins.
func Title(name string, s script.Script) string {
	if name != "" || len(s.Lines) == 0 {
		return name
	}
	words := strings.Fields(s.Lines[0].Text)
	text := []rune(strings.Join(words[:min(len(words), titleWords)], " "))
	return string(text[:min(len(text), titleLetters)])
}
