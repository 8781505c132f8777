package lines

import (
	"path/filepath"
	"slices"
	"strings"

	"voicestudio/tts"
)

// Read makes lines of a file's bytes, by its name: Markdown (.md, .markdown) without
// its marks, subtitles (.srt, .vtt) a line for each cue, a table (.csv, .tsv) a line
// for each row, and anything else as plain text, in which lines that were broken to
// fit a width are one. UTF-8, or UTF-16 with its byte order mark. None is longer
// than hosts take. The error is an *tts.Error: the file is no such file, or there is
// nothing in it to be spoken.
func Read(name string, data []byte) (all []Line, err error) {
	tabbed, err := tts.DecodeTabbed(data)
	if err != nil {
		return nil, err
	}
	text := tts.Plain(tabbed)
	switch strings.ToLower(filepath.Ext(name)) {
	case ".md", ".markdown":
		all = ofMarkdown(text)
	case ".srt", ".vtt":
		all, err = ofCues(text)
	case ".csv", ".tsv":
		all, err = ofTable(tabbed)
	default:
		all = Of(unwrap(text))
	}
	if err != nil {
		return nil, err
	}
	if !slices.ContainsFunc(all, func(l Line) bool { return !silent(l.Text) }) {
		return nil, tts.Wrong("text", say.nothing)
	}
	var fit []Line
	for _, l := range all {
		fit = append(fit, Fit(l)...)
	}
	return fit, nil
}
