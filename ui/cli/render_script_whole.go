package cli

import (
	"cmp"
	"context"
	"math"
	"os"
	"path/filepath"
	"slices"

	"voicestudio/tts"
	"voicestudio/tts/subtitles"
	"voicestudio/ui/narration"
)

// wholePlan is what is to be written of a script.
type wholePlan struct {
	out, titles string
	form        subtitles.Format
	loudness    float64
	asked       bool     // by a flag, and not by the script alone
	names       []string // of the lines' own files; nil: they have none
}

// narratedWhole is what was written of a script; what was not is null.
type narratedWhole struct {
	Out       *string    `json:"out"`
	AudioMS   *int64     `json:"audio_ms"`
	LUFS      *float64   `json:"lufs"`
	TruePeak  *float64   `json:"true_peak_db"`
	Subtitles *string    `json:"subtitles"`
	Files     []string   `json:"files"` // of single lines
	Remarks   []remarked `json:"remarks"`
}

// wholeEndings are those of the forms that a whole is written in.
var wholeEndings = []string{"wav", "flac", "mp3"}

// plan decides what is written, before anything is sent.
func (n *narrating) plan() (w wholePlan, err error) {
	w = wholePlan{out: n.outFile, titles: n.titles, loudness: n.work.Whole.Loudness, asked: n.outFile != "" || n.titles != ""}
	if !w.asked && n.each == "" && n.work.Whole.File != "" {
		if w.out = n.work.Whole.File; !filepath.IsAbs(w.out) {
			w.out = filepath.Join(n.outDir, w.out)
		}
	}
	if n.loud {
		w.loudness = n.loudness
	}
	known := false
	switch w.form, known = subtitles.FormatOf(w.titles); {
	case w.out != "" && !slices.Contains(wholeEndings, endingOf(w.out)):
		return w, tts.Wrong("out", say.script.noSound(quote(w.out)))
	case w.titles != "" && !known:
		return w, tts.Wrong("subtitles", say.files.notSubtitles(w.titles))
	case samePlace(w.titles, w.out):
		return w, tts.Wrong("subtitles", say.files.sameFile)
	case math.IsNaN(w.loudness) || w.loudness > 0 || w.loudness <= -70:
		return w, tts.Wrong("loudness", say.export.loudness(w.loudness))
	}
	if n.each != "" {
		if w.names, err = narration.Names(n.each, cmp.Or(n.kept.Name, n.kept.ID), n.work); err != nil {
			return w, tts.AsError(err, tts.KindRequest).At("each")
		}
	}
	return w, nil
}

// ready says why what is to be written could not be, once the lines are made: then
// nothing is sent.
func (n *narrating) ready(w wholePlan, jobs []narration.Job) error {
	if w.asked && !n.partial && len(n.picked) > 0 {
		var others []int
		for _, line := range n.missing() {
			if !n.picked[line-1] {
				others = append(others, line)
			}
		}
		if len(others) > 0 {
			return tts.Wrong("lines", say.script.othersMissing(others))
		}
	}
	for flag, file := range map[string]string{"out": w.out, "subtitles": w.titles} {
		if info, err := os.Stat(file); file != "" && len(jobs) > 0 && !n.replace && err == nil && info.Mode().IsRegular() {
			return tts.Machine(say.files.isThere(file), nil).At(flag)
		}
	}
	return nil
}

// write writes what was planned of the lines as they are now.
func (n *narrating) write(ctx context.Context, w wholePlan) (err error) {
	return nil
}
