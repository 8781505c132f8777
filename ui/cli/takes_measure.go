package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"voicestudio/player"
	"voicestudio/player/decode"
	"voicestudio/player/measure"
	"voicestudio/tts"
	"voicestudio/tts/takes"
	"voicestudio/ui/session"
)

func newTakesMeasure(o *options) *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use:               "measure " + say.help.takesMeasure.takes,
		Short:             say.help.takesMeasure.short,
		Long:              say.help.takesMeasure.long,
		Example:           say.help.takesMeasure.example,
		Args:              cobra.MinimumNArgs(1),
		ValidArgsFunction: o.completeAudio,
		RunE: func(cmd *cobra.Command, args []string) error {
			// All are found before the first is measured.
			all := make([]audio, len(args))
			for i, arg := range args {
				var err error
				if all[i], err = findAudio(arg); err != nil {
					return err
				}
			}
			rows := [][]string{say.measure.columns}
			if !asJSON {
				defer func() { // what is known, however it ends
					if len(rows) > 1 {
						printColumns(o.out, rows)
					}
				}()
			}
			for _, a := range all {
				m, err := o.measure(cmd.Context(), a)
				if err != nil {
					return err
				}
				if !asJSON {
					rows = append(rows, measuredRow(a.name, m))
				} else if err := printJSON(o.out, newMeasured(a.id, m)); err != nil {
					return err
				}
			}
			return nil
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, say.flags.jsonMeasures)
	return cmd
}

// audio is what can be measured: a take, or a file that is none.
type audio struct {
	id   string // a take's, or the path as it was given
	name string // for people
	take *takes.Take
	path string // where it is no take
}

// findAudio finds ID or FILE: what has a separator or an ending is a file.
func findAudio(arg string) (audio, error) {
	if !strings.ContainsRune(arg, os.PathSeparator) && filepath.Ext(arg) == "" {
		t, err := loadTake(arg)
		if err == nil && !session.Playable(t.Request) {
			err = tts.Machine(say.measure.notDecoded(t.Short(), t.Request.AudioFormat()), nil)
		}
		return audio{t.ID, t.Short(), &t, ""}, err
	}
	info, err := os.Stat(arg)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return audio{}, tts.Wrong("", say.measure.noFile(quote(arg)))
	case err != nil:
		return audio{}, tts.Machine(tts.Said{What: say.measure.cannotRead(quote(arg), tts.Reason(err))}, err)
	case !info.Mode().IsRegular():
		return audio{}, tts.Wrong("", say.measure.notAFile(quote(arg)))
	}
	if !slices.Contains(fileEndings, endingOf(arg)) {
		return audio{}, tts.Wrong("", say.measure.noEnding(quote(arg), fileEndings))
	}
	return audio{arg, arg, nil, arg}, nil
}

// fileEndings are those of files that say themselves what is in them.
var fileEndings = []string{"mp3", "flac", "wav", "opus", "ogg"}

func endingOf(path string) string {
	return strings.ToLower(strings.TrimPrefix(filepath.Ext(path), "."))
}

// open opens the audio, which the caller closes.
func (a audio) open() (io.ReadCloser, player.Format, error) {
	if a.take != nil {
		return session.OpenTake(*a.take)
	}
	f, err := os.Open(a.path)
	if err != nil {
		err = tts.Machine(tts.Said{What: say.measure.cannotRead(quote(a.path), tts.Reason(err))}, err)
	}
	codec := endingOf(a.path)
	if tts.Names(a.path, tts.Opus) {
		codec = tts.Opus
	}
	return f, player.Format{Codec: codec}, err
}

// measure measures audio, and notes what of it could not be decoded.
func (o *options) measure(ctx context.Context, a audio) (m measure.Measures, err error) {
	if a.take != nil {
		var folder takes.Folder
		if folder, err = takesFolder(); err != nil {
			return m, err
		}
		m, err = session.Measure(ctx, folder, *a.take)
	} else {
		source, format, fault := a.open()
		if fault != nil {
			return m, fault
		}
		defer source.Close()
		m, err = session.MeasureAudio(ctx, source, format, quote(a.path))
	}
	if errors.Is(err, decode.ErrDamaged) && m.AudioMS > 0 {
		o.note(say.measure.damaged(a.name, tts.Reason(err)))
		return m, nil
	}
	return m, err
}

// measured is what `takes measure --json` prints of one.
type measured struct {
	ID         string   `json:"id"`
	AudioMS    int64    `json:"audio_ms"`
	F0MedianHz *float64 `json:"f0_median_hz"`
	F0RangeST  *float64 `json:"f0_range_st"`
	RateSPS    *float64 `json:"rate_sps"`
	PauseRatio *float64 `json:"pause_ratio"`
	LUFS       *float64 `json:"lufs"`
	TruePeakDB *float64 `json:"true_peak_db"`
	CentroidHz *float64 `json:"centroid_hz"`
	SlopeDBOct *float64 `json:"slope_db_oct"`
	FadeDB     *float64 `json:"fade_db"`
}

func newMeasured(id string, m measure.Measures) measured {
	return measured{id, m.AudioMS, m.F0MedianHz, m.F0RangeST, m.RateSPS, m.PauseRatio, m.LUFS, m.TruePeakDB, m.CentroidHz, m.SlopeDBOct, m.FadeDB}
}

// measuredRow is a line of the table for people.
func measuredRow(name string, m measure.Measures) []string {
	said := func(format string, x *float64, factor float64) string {
		if x == nil {
			return say.measure.none
		}
		return fmt.Sprintf(format, *x*factor)
	}
	return []string{name, fmt.Sprintf("%.1f s", float64(m.AudioMS)/1000), said("%.0f Hz", m.F0MedianHz, 1), said("%.1f st", m.F0RangeST, 1), said("%.1f/s", m.RateSPS, 1),
		said("%.0f %%", m.PauseRatio, 100), said("%.1f LUFS", m.LUFS, 1), said("%.1f dBTP", m.TruePeakDB, 1), said("%.0f Hz", m.CentroidHz, 1), said("%.1f dB/oct", m.SlopeDBOct, 1), said("%+.1f dB", m.FadeDB, 1)}
}

// completeAudio offers takes, and files where none fits.
func (o *options) completeAudio(cmd *cobra.Command, given []string, begun string) ([]cobra.Completion, cobra.ShellCompDirective) {
	if ids, how := o.completeTake(cmd, given, begun); len(ids) > 0 {
		return ids, how
	}
	return fileEndings, cobra.ShellCompDirectiveFilterFileExt
}
