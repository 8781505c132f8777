package cli

import (
	"context"
	"time"

	"github.com/spf13/cobra"

	"voicestudio/player/align"
	"voicestudio/player/measure"
	"voicestudio/presets"
	"voicestudio/tts"
	"voicestudio/ui/session"
)

func newTakesCompare(o *options) *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use:               "compare " + say.help.takesCompare.takes,
		Short:             say.help.takesCompare.short,
		Long:              say.help.takesCompare.long,
		Example:           say.help.takesCompare.example,
		Args:              cobra.ExactArgs(2),
		ValidArgsFunction: o.completeAudio,
		RunE: func(cmd *cobra.Command, args []string) error {
			a, err := findAudio(args[0])
			if err != nil {
				return err
			}
			b, err := findAudio(args[1])
			if err != nil {
				return err
			}
			c, err := o.compare(cmd.Context(), a, b)
			if err != nil {
				return err
			}
			if asJSON {
				return printJSON(o.out, c)
			}
			o.tellCompared(c)
			return nil
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, say.flags.jsonCompared)
	return cmd
}

// compared is what `takes compare --json` prints.
type compared struct {
	Differences []measure.Difference `json:"differences"`
	Settings    []presets.Change     `json:"settings"`
	// SameWordsMS is how far apart the same word is at most; null where the two
	// do not say the same.
	SameWordsMS *int64 `json:"same_words_ms"`
}

func (o *options) compare(ctx context.Context, a, b audio) (c compared, err error) {
	x, err := o.measure(ctx, a)
	if err != nil {
		return c, err
	}
	y, err := o.measure(ctx, b)
	if err != nil {
		return c, err
	}
	c.Settings = []presets.Change{} // [] in JSON, not null
	known := a.take != nil && b.take != nil
	if known {
		c.Settings = presets.DiffRequests(a.take.Request, b.take.Request)
	}
	sameText := known && a.take.Request.Text == b.take.Request.Text
	if sameText || !known { // files may say the same
		if c.SameWordsMS, err = sameWords(ctx, a, b); err != nil {
			return c, err
		}
	}
	c.Differences = measure.Compare(x, y, sameText || c.SameWordsMS != nil)
	return c, nil
}

// sameWords is how far apart the same word is at most, in ms; nil where the two
// cannot be aligned.
func sameWords(ctx context.Context, a, b audio) (*int64, error) {
	x, err := a.sound(ctx)
	if err != nil {
		return nil, err
	}
	y, err := b.sound(ctx)
	if err != nil {
		return nil, err
	}
	aligned, ok := align.Between(align.Of(x), align.Of(y))
	from, to, speaks := measure.Speech(x)
	if !ok || !speaks {
		return nil, nil
	}
	const step = 10 * time.Millisecond // a frame of the alignment
	worst := time.Duration(0)
	for t := from; t <= to; t += step {
		worst = max(worst, (aligned.At(t) - t).Abs())
	}
	ms := worst.Milliseconds()
	return &ms, nil
}

// sound is all of it in memory.
func (a audio) sound(ctx context.Context) (measure.Sound, error) {
	source, format, err := a.open()
	if err != nil {
		return measure.Sound{}, err
	}
	defer source.Close()
	return session.Decoded(ctx, source, format, a.name)
}

// tellCompared says it to people: how the second sounds, what is set otherwise,
// and how far apart the words are.
func (o *options) tellCompared(c compared) {
	var heard []string
	for _, d := range c.Differences {
		heard = append(heard, d.Words)
	}
	if len(heard) == 0 {
		heard = []string{say.measure.alike}
	}
	rows := [][]string{{say.measure.sounds, tts.Listed(heard...)}}
	for i, sentence := range presets.Sentences(c.Settings) {
		title := say.measure.settings
		if i > 0 {
			title = ""
		}
		rows = append(rows, []string{title, sentence})
	}
	if c.SameWordsMS != nil {
		rows = append(rows, []string{say.measure.words, say.measure.apart(*c.SameWordsMS)})
	}
	printColumns(o.out, rows)
}
