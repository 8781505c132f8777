package cli

import (
	"context"
	"errors"
	"slices"

	"github.com/spf13/cobra"

	"voicestudio/presets/audition"
	"voicestudio/tts"
	"voicestudio/ui/bench"
	"voicestudio/ui/session"
)

var (
	pageKinds     = []string{string(audition.Pairs), string(audition.Rank)}
	pageLanguages = []string{"en", "zh"}
)

// largePage is from how many MB on a page is said to be large.
const largePage = 2

// pageExport is one run of `voicestudio audition export`.
type pageExport struct {
	*options
	outFile string
	kind    string
	lang    string
	starred bool
	replace bool
}

func newAuditionExport(o *options) *cobra.Command {
	x := &pageExport{options: o}
	cmd := &cobra.Command{
		Use:               "export " + say.help.auditionExport.takes,
		Short:             say.help.auditionExport.short,
		Long:              say.help.auditionExport.long,
		Example:           say.help.auditionExport.example,
		Args:              cobra.ExactArgs(1),
		ValidArgsFunction: o.completeAudition,
		RunE:              func(cmd *cobra.Command, args []string) error { return x.run(cmd.Context(), args[0]) },
	}
	f := cmd.Flags()
	f.StringVar(&x.outFile, "out", "", say.flags.file)
	f.StringVar(&x.kind, "kind", string(audition.Pairs), say.flags.kind(pageKinds))
	f.StringVar(&x.lang, "page-lang", "", say.flags.pageLang(pageLanguages))
	f.BoolVar(&x.starred, "only-starred", false, say.flags.onlyStarred)
	f.BoolVar(&x.replace, "replace", false, say.flags.replaceFiles)
	cmd.RegisterFlagCompletionFunc("kind", cobra.FixedCompletions(pageKinds, cobra.ShellCompDirectiveNoFileComp))
	return cmd
}

func (x *pageExport) run(ctx context.Context, name string) error {
	switch {
	case x.outFile == "":
		return tts.Wrong("out", say.files.noFile)
	case !slices.Contains(pageKinds, x.kind):
		return tts.Wrong("kind", tts.Meant(x.kind, pageKinds, say.page.noKind(quote(x.kind), pageKinds)))
	case x.lang != "" && !slices.Contains(pageLanguages, x.lang):
		return tts.Wrong("page-lang", tts.Meant(x.lang, pageLanguages, say.page.noLanguage(quote(x.lang), pageLanguages)))
	}
	folder, err := auditionsFolder()
	if err != nil {
		return err
	}
	kept, err := takesFolder()
	if err != nil {
		return err
	}
	o := bench.PageOptions{Kind: audition.TestKind(x.kind), Lang: x.lang}
	if x.starred {
		if o.Only, err = starred(name); err != nil {
			return err
		}
	}
	out, err := openOutput("out", x.outFile, x.out)
	if err != nil {
		return err
	}
	defer out.discard()
	publish := func(html []byte) error {
		if _, err := out.w.Write(html); err != nil {
			return out.fault(err)
		}
		if err := out.mayTake(x.replace); err != nil {
			return err
		}
		return out.keep()
	}
	if out.path != "" { // else somebody reads it who may take their time
		o.Publish = publish
	}
	progress := newMeter(x.err, false)
	o.Progress = func(done, of int) {
		progress.mu.Lock()
		defer progress.mu.Unlock()
		progress.total = of
		progress.step(name)
	}
	p, err := bench.MakePage(ctx, kept, folder, name, o)
	progress.end()
	if err == nil && o.Publish == nil {
		err = publish(p.HTML)
	}
	if _, ours := errors.AsType[*tts.Error](err); err != nil && !ours {
		err = auditionFault(err)
	}
	if err != nil {
		return err
	}
	x.report(out, name, p)
	return nil
}

// starred are the ids of the candidates that have stars.
func starred(name string) (ids []string, err error) {
	_, a, err := loadAudition(name)
	if err != nil {
		return nil, err
	}
	for _, c := range a.Candidates {
		if c.Stars > 0 {
			ids = append(ids, c.ID)
		}
	}
	if len(ids) == 0 {
		return nil, tts.Wrong("only-starred", say.page.noStars)
	}
	return ids, nil
}

// report says what was made, beside standard output where that has the page.
func (x *pageExport) report(out *output, name string, p bench.Page) {
	tell := x.tell
	if out.toStdout {
		tell = x.note
	}
	what := []string{say.page.clips(len(p.Test.Clips)), say.page.order, session.Size(int64(len(p.HTML)))}
	if p.Test.Kind == audition.Pairs {
		what[1] = say.page.pairs(p.Test.Questions())
	}
	if p.Matched {
		what = append(what, say.page.matched)
	}
	tell(say.made.of(out.name, append(what, say.made.free)))
	also := func(so bool, sentence string) {
		if so {
			tell(sentence)
		}
	}
	also(!p.Matched, say.page.unmatched)
	also(p.Encoded > 0, say.page.encoded(p.Encoded))
	also(len(p.LeftOut) > 0, say.page.leftOut(p.LeftOut))
	also(len(p.Twice) > 0, say.page.twice(p.Twice))
	also(p.Unaligned > 0, say.page.unaligned(p.Unaligned))
	also(len(p.HTML) > largePage*1e6, say.page.large(largePage))
	tell(say.page.sendIt(shellWord(name)))
}
