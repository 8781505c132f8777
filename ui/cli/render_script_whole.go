package cli

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"

	"voicestudio/player/export"
	"voicestudio/tts"
	"voicestudio/tts/subtitles"
	"voicestudio/ui/narration"
	"voicestudio/ui/session"
)

// wholePlan is what is to be written of a script.
type wholePlan struct {
	out, titles string
	form        subtitles.Format
	loudness    float64
	asked       bool // by a flag, and not by the script alone
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
	w = wholePlan{out: n.outFile, titles: n.titles, loudness: n.work.Whole.Loudness, asked: n.outFile != "" || n.titles != "" || n.each != ""}
	if !w.asked && n.work.Whole.File != "" {
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
		if _, err = narration.Names(n.each, n.title(), n.work); err != nil {
			return w, ofEach(err)
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
	for _, f := range []struct{ flag, name string }{{"out", w.out}, {"subtitles", w.titles}} {
		if info, err := os.Stat(f.name); f.name != "" && len(jobs) > 0 && !n.replace && err == nil && info.Mode().IsRegular() {
			return tts.Machine(say.files.isThere(f.name), nil).At(f.flag)
		}
		if n.dry {
			continue
		}
		tried, err := openOutput(f.flag, f.name, n.out)
		if err != nil {
			return err
		}
		tried.discard()
	}
	return nil
}

// ofEach says that an error of names is one of the flag's.
func ofEach(err error) error {
	if e, is := errors.AsType[*tts.Error](err); is && e.Field == "names" {
		of := *e
		return of.At("each")
	}
	return err
}

// title is what the script is called.
func (n *narrating) title() string { return cmp.Or(n.kept.Name, n.kept.ID) }

// write writes what was planned of the lines as they are now, and says what a
// listener would notice.
func (n *narrating) write(ctx context.Context, w wholePlan) error {
	if ctx.Err() != nil {
		return nil
	}
	n.total.Remarks = n.remarks(ctx)
	for _, r := range n.total.Remarks {
		n.note(r.sentence())
	}
	switch {
	case w.out == "" && w.titles == "" && n.each == "":
		return nil
	case len(n.total.Missing) > 0 && !n.partial:
		n.note(say.script.noWhole(n.total.Missing))
		return nil
	}
	if w.out != "" || w.titles != "" {
		if err := n.writeWhole(ctx, w); err != nil {
			return err
		}
	}
	if n.each == "" {
		return nil
	}
	return n.writeLines(ctx, w)
}

// writeWhole writes the whole and its subtitles: both, or neither.
func (n *narrating) writeWhole(ctx context.Context, w wholePlan) error {
	out, err := openOutput("out", w.out, n.out)
	if err != nil {
		return err
	}
	defer out.discard()
	titles, err := openOutput("subtitles", w.titles, n.out)
	if err != nil {
		return err
	}
	defer titles.discard()
	codec := endingOf(w.out)
	if w.out == "" {
		codec = wholeEndings[0] // for its times alone
	}
	done, err := narration.Export(ctx, out.w, n.rows, n.work.Script, export.Options{Codec: codec, Loudness: w.loudness,
		Tags: []export.Tag{{Name: "title", Value: n.title()}, {Name: "software", Value: "voicestudio"}}})
	if session.IsSystem(err) {
		err = out.fault(err)
	}
	if err == nil {
		err = n.all(done)
	}
	if err == nil && w.titles != "" {
		err = titles.fault(subtitles.Write(titles.w, w.form, narration.Titles(done.Places, n.rows, n.spoken(ctx))))
	}
	for _, f := range []*output{out, titles} {
		err = cmp.Or(err, f.mayTake(n.replace))
	}
	for _, f := range []*output{out, titles} {
		if err == nil {
			err = f.keep()
		}
	}
	if err != nil {
		return err
	}
	n.total.AudioMS = new(done.Duration.Milliseconds())
	if w.out != "" {
		n.total.Out, n.total.LUFS, n.total.TruePeak = &w.out, finite(done.Loudness), finite(done.TruePeak)
		n.wrote(w.out, done.What)
	}
	if w.titles != "" {
		n.total.Subtitles = &w.titles
		n.wrote(w.titles, []string{say.export.subtitles})
	}
	return nil
}

// writeLines writes every line as a file.
func (n *narrating) writeLines(ctx context.Context, w wholePlan) error {
	done, err := narration.ExportLines(ctx, n.rows, n.work, narration.Files{Dir: n.outDir, Names: n.each, Title: n.title(), Loudness: w.loudness, Tags: true, Replace: n.replace})
	if err == nil {
		err = n.all(done.Exported)
	}
	if err != nil {
		return ofEach(err)
	}
	for _, name := range done.Names {
		if name != "" {
			n.total.Files = append(n.total.Files, filepath.Join(n.outDir, name))
		}
	}
	n.wrote(n.outDir, []string{say.script.files(len(n.total.Files))})
	return nil
}

// all says what is not in what was written as one would think; the error is of lines
// that could not be had.
func (n *narrating) all(done narration.Exported) error {
	for _, note := range done.Notes {
		n.note(note)
	}
	if len(done.Lost) == 0 || n.partial {
		return nil
	}
	return fmt.Errorf("%w: %w", errSaid, tts.Lost(tts.Said{What: say.render.someFailed}, done.Lost[0].Err))
}

// spoken finds the words of a line in its take.
func (n *narrating) spoken(ctx context.Context) func(line int) (narration.Spoken, bool) {
	return func(i int) (narration.Spoken, bool) {
		s, err := narration.SpokenIn(ctx, *n.rows[i].Take)
		return s, err == nil
	}
}

func (n *narrating) wrote(file string, what []string) {
	if !n.asJSON {
		n.tell(say.made.of(file, what))
	}
}
