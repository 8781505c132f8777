package cli

import (
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"voicestudio/player/decode"
	"voicestudio/player/export"
	"voicestudio/player/loudness"
	"voicestudio/tts"
	"voicestudio/tts/subtitles"
	"voicestudio/tts/takes"
	"voicestudio/ui/session"
)

// exporting is one run of `voicestudio takes export`.
type exporting struct {
	*options
	outFile  string
	format   string
	from, to string
	loudness float64
	titles   string // the file of subtitles
	bare     bool
	replace  bool
	quiet    bool // standard output is for something else
}

func newTakesExport(o *options) *cobra.Command {
	x := &exporting{options: o}
	var asJSON bool
	cmd := &cobra.Command{
		Use:               "export " + say.help.takesExport.takes,
		Short:             say.help.takesExport.short,
		Long:              say.help.takesExport.long,
		Example:           say.help.takesExport.example,
		Args:              cobra.ExactArgs(1),
		ValidArgsFunction: o.completeTake,
		RunE: func(_ *cobra.Command, args []string) error {
			if asJSON && x.outFile == "-" {
				return requestError("out", "--json and --out - both want standard output", "give --out a file")
			}
			x.quiet = asJSON || x.outFile == "-"
			t, err := x.run(args[0])
			if err == nil && asJSON {
				return printJSON(o.out, listedTakes([]takes.Take{t}))
			}
			return err
		},
	}
	jsonFlag(cmd, &asJSON)
	f := cmd.Flags()
	f.StringVar(&x.outFile, "out", "", say.flags.file)
	f.StringVar(&x.format, "format", "", say.flags.format)
	f.StringVar(&x.from, "from", "", say.flags.partFrom)
	f.StringVar(&x.to, "to", "", say.flags.partTo)
	f.Float64Var(&x.loudness, "loudness", 0, say.flags.loudness)
	f.StringVar(&x.titles, "subtitles", "", say.flags.takeSubtitles)
	f.BoolVar(&x.replace, "replace", false, say.flags.replaceFiles)
	f.BoolVar(&x.bare, "bare", false, say.flags.bare)
	return cmd
}

func (x *exporting) run(id string) (t takes.Take, err error) {
	if x.outFile == "" && x.titles == "" {
		return t, requestError("out", "no file is named", "give --out FILE")
	}
	if samePlace(x.titles, x.outFile) {
		return t, requestError("subtitles", "--subtitles and --out name the same file", "give each a file of its own")
	}
	if t, err = loadTake(id); err != nil {
		return t, err
	}
	o, err := x.settle(t)
	if err != nil {
		return t, err
	}
	form, known := subtitles.FormatOf(x.titles)
	if x.titles != "" && !known {
		return t, requestError("subtitles", x.titles+" is neither .srt nor .vtt", "name it by its form")
	}
	if x.titles != "" && len(t.Subtitles) == 0 {
		return t, requestError("subtitles", "the take "+t.Short()+" has none", "voicestudio say --no-stream --subtitles FILE asks the host for them")
	}
	// Both or neither.
	out, err := openOutput("out", x.outFile, x.out)
	if err != nil {
		return t, err
	}
	defer out.discard()
	titles, err := openOutput("subtitles", x.titles, x.out)
	if err != nil {
		return t, err
	}
	defer titles.discard()
	var said []string
	if x.outFile != "" {
		sentence, err := x.audio(t, o, out)
		if err != nil {
			return t, err
		}
		said = append(said, sentence)
	}
	if x.titles != "" {
		if err := titles.fault(subtitles.Write(titles.w, form, cutCues(t.Subtitles, o.From, o.To))); err != nil {
			return t, err
		}
		said = append(said, "wrote "+x.titles+": subtitles")
	}
	for _, f := range []*output{out, titles} {
		if err := x.mayTake(f); err != nil {
			return t, err
		}
	}
	for _, f := range []*output{out, titles} {
		if err := f.keep(); err != nil {
			return t, err
		}
	}
	for _, sentence := range said {
		if !x.quiet {
			x.tell("%s", sentence)
		}
	}
	return t, nil
}

// mayTake refuses to overwrite another file than the one that has been made.
func (x *exporting) mayTake(f *output) error {
	if x.replace || f.path == "" {
		return nil
	}
	if _, err := os.Stat(f.path); err != nil || sameBytes(f.file.Name(), f.path) {
		return nil
	}
	return &tts.Error{Kind: tts.KindMachine, Field: f.flag, Message: f.path + " is there already and holds something else", Cure: "name another file, or overwrite it with --replace"}
}

// audio writes the audio and says what there is to know about it: how it went
// as notes, and what was written as the sentence returned.
func (x *exporting) audio(t takes.Take, o export.Options, out *output) (said string, err error) {
	source, format, err := openTake(t)
	if err != nil {
		return "", err
	}
	defer source.Close()
	to := &counting{Writer: out.w}
	result, err := export.Write(to, source, decode.Format(format), o)
	if _, missing := errors.AsType[*decode.NeedsLibraryError](err); missing {
		return "", &tts.Error{Kind: tts.KindMachine, Message: err.Error(), Cause: err}
	}
	if loud, tooLoud := errors.AsType[*loudness.TooLoudError](err); tooLoud {
		return "", requestError("loudness", fmt.Sprintf("%.1f LUFS is out of this take's reach: %v", x.loudness, loud),
			fmt.Sprintf("choose %.1f or less", math.Floor(10*loud.Most)/10))
	}
	if errors.Is(err, loudness.ErrUnmeasurable) {
		return "", requestError("loudness", loudness.ErrUnmeasurable.Error(), "export it without --loudness")
	}
	if errors.Is(err, export.ErrEmpty) {
		return "", requestError("from", err.Error(), "begin earlier")
	}
	if errors.Is(err, export.ErrTooLong) {
		return "", requestError("out", err.Error(), "give --from and --to")
	}
	if isSystem(err) {
		return "", out.fault(err)
	}
	if err != nil {
		return "", &tts.Error{Kind: tts.KindStream, Message: "the take " + t.Short() + " cannot be exported: " + err.Error(), Cause: err}
	}
	if t.Partial {
		x.note("the take " + t.Short() + " did not come whole; the file holds what came")
	}
	if result.Damage != nil {
		x.note(result.Damage.Error() + "; the rest is in the file")
	}
	return x.sentence(t, o, result, to.n), nil
}

// sentence says what was written.
func (x *exporting) sentence(t takes.Take, o export.Options, r export.Result, bytes int64) string {
	form, length := o.Codec, session.Clock(r.Duration)
	if o.Codec == export.Original {
		form, length = takeCodec(t)+" as it came", lengthOf(t)
	}
	parts := []string{form, length, sizeOf(bytes)}
	if o.Loudness != 0 {
		parts = append(parts, fmt.Sprintf("%.1f LUFS", r.Loudness), fmt.Sprintf("%.1f dBTP", r.TruePeak))
	}
	if said := fmt.Sprintf("%.1f", r.Limiting); said != "0.0" {
		parts = append(parts, fmt.Sprintf("limited by up to %s dB at %g dBTP", said, loudness.Ceiling))
	}
	return "wrote " + x.outFile + ": " + strings.Join(parts, ", ")
}

// counting counts what is written.
type counting struct {
	io.Writer
	n int64
}

func (c *counting) Write(p []byte) (int, error) {
	n, err := c.Writer.Write(p)
	c.n += int64(n)
	return n, err
}
