package cli

import (
	"context"
	"slices"

	"github.com/spf13/cobra"

	"voicestudio/player/export"
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
		RunE: func(cmd *cobra.Command, args []string) error {
			if asJSON && x.outFile == "-" {
				return tts.Wrong("out", say.files.bothOnOutput)
			}
			x.quiet = asJSON || x.outFile == "-"
			listed, err := x.run(cmd.Context(), args[0])
			if err == nil && asJSON {
				return printJSON(o.out, []exportedTake{listed})
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

func (x *exporting) run(ctx context.Context, id string) (listed exportedTake, err error) {
	if x.outFile == "" && x.titles == "" {
		return listed, tts.Wrong("out", say.files.noFile)
	}
	if samePlace(x.titles, x.outFile) {
		return listed, tts.Wrong("subtitles", say.files.sameFile)
	}
	t, err := loadTake(id)
	if err != nil {
		return listed, err
	}
	o, err := x.settle(t)
	if err != nil {
		return listed, err
	}
	form, known := subtitles.FormatOf(x.titles)
	if x.titles != "" && !known {
		return listed, tts.Wrong("subtitles", say.files.notSubtitles(x.titles))
	}
	if x.titles != "" && len(t.Subtitles) == 0 {
		return listed, tts.Wrong("subtitles", say.export.noSubtitles(t.Short()))
	}
	// Both or neither.
	out, err := openOutput("out", x.outFile, x.out)
	if err != nil {
		return listed, err
	}
	defer out.discard()
	titles, err := openOutput("subtitles", x.titles, x.out)
	if err != nil {
		return listed, err
	}
	defer titles.discard()
	var done session.Exported
	var said []string
	if x.outFile != "" {
		if done, err = x.audio(ctx, t, o, out); err != nil {
			return listed, err
		}
		said = append(said, say.made.of(x.outFile, append(slices.Clone(done.What), say.made.free)))
	}
	if x.titles != "" {
		if err := titles.fault(subtitles.Write(titles.w, form, subtitles.Cut(t.Subtitles, o.From, o.To))); err != nil {
			return listed, err
		}
		said = append(said, say.made.of(x.titles, []string{say.export.subtitles, say.made.free}))
	}
	for _, f := range []*output{out, titles} {
		if err := f.mayTake(x.replace); err != nil {
			return listed, err
		}
	}
	for _, f := range []*output{out, titles} {
		if err := f.keep(); err != nil {
			return listed, err
		}
	}
	for _, sentence := range said {
		if !x.quiet {
			x.tell(sentence)
		}
	}
	return x.listed(t, o, done), nil
}

// audio writes the audio, and notes how that went.
func (x *exporting) audio(ctx context.Context, t takes.Take, o export.Options, out *output) (done session.Exported, err error) {
	done, err = session.Export(ctx, out.w, t, o)
	if session.IsSystem(err) {
		return done, out.fault(err)
	}
	if err != nil {
		return done, err
	}
	for _, note := range done.Notes {
		x.note(note)
	}
	return done, nil
}
