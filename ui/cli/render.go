package cli

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"voicestudio/tts"
	"voicestudio/ui/session"
	"voicestudio/ui/sheet"
)

// render is one run of `voicestudio render`.
type render struct {
	*options
	preset   string
	outDir   string
	workers  int
	dry      bool
	yes      bool
	asJSON   bool
	noStream bool
	again    bool
	replace  bool
	// Of a script of lines.
	outFile  string
	titles   string // the file of subtitles
	each     string // the pattern of the lines' own files
	loudness float64
	loud     bool // --loudness was given
	partial  bool
	only     string // lines

	rows  *sheet.Run
	meter *meter
	total renderTotal
	worst tts.ErrorKind // of the rows that failed
}

// maxWorkers is more than any host lets an account do at once.
const maxWorkers = 16

func newRender(o *options) *cobra.Command {
	r := &render{options: o}
	cmd := &cobra.Command{
		Use:     "render " + say.help.render.takes,
		Short:   say.help.render.short,
		Long:    say.help.render.long,
		Example: say.help.render.example,
		Args:    cobra.ExactArgs(1),
		ValidArgsFunction: func(cmd *cobra.Command, given []string, begun string) ([]cobra.Completion, cobra.ShellCompDirective) {
			offered, how := o.completeScript(cmd, given, begun)
			if how == cobra.ShellCompDirectiveFilterFileExt {
				offered = append(offered, "csv")
			}
			return offered, how
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			is, err := isScript(args[0])
			if err == nil {
				err = misfit(cmd, is)
			}
			switch {
			case err != nil:
				return err
			case is:
				r.loud = cmd.Flags().Changed("loudness")
				return r.narrate(cmd.Context(), args[0])
			}
			return r.run(cmd.Context(), args[0])
		},
	}
	f := cmd.Flags()
	f.StringVar(&r.preset, "preset", "", say.flags.rowsPreset)
	f.StringVar(&r.outDir, "out-dir", ".", say.flags.outDir)
	f.IntVar(&r.workers, "jobs", 1, say.flags.jobs(maxWorkers))
	f.BoolVar(&r.dry, "dry-run", false, say.flags.sendNothing)
	f.BoolVar(&r.yes, "yes", false, say.flags.yes)
	f.BoolVar(&r.asJSON, "json", false, say.flags.jsonRows)
	f.BoolVar(&r.noStream, "no-stream", false, say.flags.wholeRows)
	f.BoolVar(&r.again, "again", false, say.flags.everyRow)
	f.BoolVar(&r.replace, "replace", false, say.flags.replaceRows)
	f.StringVar(&r.outFile, "out", "", say.flags.wholeFile)
	f.StringVar(&r.titles, "subtitles", "", say.flags.wholeSubtitles)
	f.StringVar(&r.each, "each", "", say.flags.each)
	f.Float64Var(&r.loudness, "loudness", 0, say.flags.wholeLoudness)
	f.BoolVar(&r.partial, "partial", false, say.flags.partial)
	f.StringVar(&r.only, "lines", "", say.flags.onlyLines)
	return cmd
}

// The flags that only one of both kinds of files has.
var (
	onlySheet  = []string{"preset", "jobs", "no-stream"}
	onlyScript = []string{"out", "subtitles", "each", "loudness", "partial", "lines"}
)

// misfit refuses flags of the other kind of file.
func misfit(cmd *cobra.Command, script bool) error {
	others, said := onlyScript, say.render.ofScript
	if script {
		others, said = onlySheet, say.render.ofSheet
	}
	for _, name := range others {
		if cmd.Flags().Changed(name) {
			return tts.Wrong(name, said(name))
		}
	}
	return nil
}

// run renders and reports; the error carries the exit code.
func (r *render) run(ctx context.Context, file string) error {
	r.meter = newMeter(r.err, r.asJSON)
	err := r.speak(ctx, file)
	if r.asJSON {
		printJSON(r.out, r.total)
	}
	return err
}

func (r *render) speak(ctx context.Context, file string) error {
	if r.workers < 1 || r.workers > maxWorkers {
		return tts.Wrong("jobs", say.render.jobs(r.workers, maxWorkers))
	}
	if err := r.resolve(); err != nil {
		return err
	}
	host, known := tts.HostAt(tts.HostName(r.host))
	if !known {
		return tts.Wrong("host", say.usage.noHost(r.host, tts.HostNames()))
	}
	lines, err := sheet.Read(file)
	if err != nil {
		return err
	}
	r.total.Rows = len(lines)
	config := r.config()
	config.Waiting = r.waits
	studio := session.New(config)
	defer studio.Close()
	r.rows = &sheet.Run{Session: studio, Preset: r.findPreset, Usual: r.preset, Dir: r.outDir, Whole: r.noStream, Again: r.again, Replace: r.replace,
		Workers: r.workers, Cures: sheet.Cures{NoPreset: say.render.noPreset, IsThere: say.render.isThere}, Judged: judged}
	jobs, notes, err := r.rows.Plan(lines)
	for _, n := range notes {
		r.note(n)
	}
	if err != nil {
		return err
	}
	if err := r.refuse(jobs); err != nil {
		return err
	}
	work := r.rows.Divide(jobs)
	costs := r.rows.Estimate(host, jobs, work)
	r.note(costSentence(costs, host))
	over := studio.Affords(costs.Price, costs.Unpriced)
	if r.dry {
		r.pretend(jobs, work, costs)
		return over
	}
	if over != nil {
		return over
	}
	if host.Name != tts.Sandbox && costs.Send > 0 && !r.yes {
		if err := r.agree(ctx, say.render.mustAsk); err != nil {
			return err
		}
	}
	r.skip(jobs)
	r.all(ctx, work)
	return r.verdict(ctx)
}

// refuse reports the rows that cannot be rendered; then nothing is sent.
func (r *render) refuse(jobs []*sheet.Job) error {
	for _, j := range jobs {
		if j.Problem != nil {
			r.ends(j, renderedRow{Error: tts.AsError(flagged(j.Problem), "")})
		}
	}
	if r.total.Failed == 0 {
		return nil
	}
	r.note(say.render.wrong(r.total.Failed))
	return r.failure()
}

// failure carries the exit code of the worst row; all has been said.
func (r *render) failure() error {
	return fmt.Errorf("%w: %w", errSaid, tts.Fault(r.worst, tts.Said{What: say.render.someFailed}))
}

// verdict sums up a run that has ended.
func (r *render) verdict(ctx context.Context) error {
	t := r.total
	missing := t.Rows - t.Done - t.Skipped
	r.note(say.render.ended(t, missing))
	switch {
	case ctx.Err() != nil && missing > 0:
		return tts.Stopped(nil)
	case t.Failed > 0:
		return r.failure()
	}
	return nil
}
