package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"math"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"voicestudio/presets/audition"
	"voicestudio/tts"
	"voicestudio/tts/takes"
	"voicestudio/ui/bench"
	"voicestudio/ui/session"
)

func newAudition(o *options) *cobra.Command {
	cmd := &cobra.Command{
		Use:     "audition",
		Short:   say.help.audition.short,
		Long:    say.help.audition.long,
		Example: say.help.audition.example,
		Args:    cobra.NoArgs,
		RunE:    func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(newAuditionNew(o), newAuditionList(o), newAuditionShow(o), newAuditionRm(o),
		newAuditionExport(o), newAuditionImport(o), newAuditionResult(o))
	return cmd
}

// auditionsFolder is the folder of auditions.
func auditionsFolder() (audition.Folder, error) {
	dir, err := audition.DefaultDir()
	if err != nil {
		return audition.Folder{}, tts.Machine(say.audition.noPlace(err.Error()), err)
	}
	return audition.Folder{Dir: dir}, nil
}

// loadAudition reads the audition of a name.
func loadAudition(name string) (folder audition.Folder, a audition.Audition, err error) {
	if folder, err = auditionsFolder(); err != nil {
		return folder, a, err
	}
	a, err = folder.Load(name)
	return folder, a, likeAudition(folder, name, auditionFault(err))
}

// auditionFault gives an error about auditions its exit code: a name is the
// command line's fault, a file that is wrong this machine's.
func auditionFault(err error) error {
	if err == nil {
		return nil
	}
	fault := tts.Machine(tts.Said{What: tts.SystemSays(err)}, err)
	if errors.Is(err, fs.ErrNotExist) || errors.Is(err, fs.ErrExist) || errors.Is(err, fs.ErrInvalid) {
		fault.Kind = tts.KindRequest
	}
	if errors.Is(err, fs.ErrNotExist) {
		fault.Cure = say.audition.listShows
	}
	return fault
}

// listedAudition is one audition of `audition list --json`.
type listedAudition struct {
	Name       string    `json:"name"`
	File       string    `json:"file"`
	Text       string    `json:"text"`
	Candidates int       `json:"candidates"`
	Made       int       `json:"made"`
	Updated    time.Time `json:"updated"`
}

type auditionListing struct {
	Auditions []listedAudition `json:"auditions"`
	Broken    []listedBroken   `json:"broken"`
}

func newAuditionList(o *options) *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "list",
		Short: say.help.auditionList.short,
		Args:  cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			folder, err := auditionsFolder()
			if err != nil {
				return err
			}
			all, broken, err := folder.List()
			if err != nil {
				return auditionFault(err)
			}
			if asJSON {
				return printJSON(o.out, newAuditionListing(folder, all, broken))
			}
			rows := make([][]string, len(all))
			for i, a := range all {
				rows[i] = []string{a.Name, session.When(a.Updated), say.audition.candidates(len(a.Candidates), answered(a)), session.Beginning(a.Text)}
			}
			o.list(say.audition.columns, rows)
			for _, b := range broken {
				o.note(b.Error())
			}
			if len(all) == 0 {
				o.note(say.audition.none)
			}
			return nil
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, say.flags.jsonObject)
	return cmd
}

func newAuditionListing(folder audition.Folder, all []audition.Audition, broken []audition.Broken) auditionListing {
	l := auditionListing{[]listedAudition{}, []listedBroken{}} // [] in JSON, not null
	for _, a := range all {
		l.Auditions = append(l.Auditions, listedAudition{a.Name, folder.Path(a.Name), a.Text, len(a.Candidates), answered(a), a.Updated})
	}
	for _, b := range broken {
		l.Broken = append(l.Broken, listedBroken{b.File, b.Line, b.Reason})
	}
	return l
}

// answered counts the candidates that have a take.
func answered(a audition.Audition) (n int) {
	for _, c := range a.Candidates {
		if c.Take != "" {
			n++
		}
	}
	return n
}

func newAuditionShow(o *options) *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "show " + say.help.auditionShow.takes,
		Short: say.help.auditionShow.short,
		Args:  cobra.ExactArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			_, a, err := loadAudition(args[0])
			if err != nil {
				return err
			}
			kept, err := takesFolder()
			if err != nil {
				return err
			}
			shown := shownFrom(kept, a)
			if asJSON {
				return printJSON(o.out, shown)
			}
			o.tell(a.Name + "  " + session.When(a.Updated))
			o.tell(a.Text)
			o.tell("")
			shown.print(o, a)
			return nil
		},
		ValidArgsFunction: o.completeAudition,
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, say.flags.jsonObject)
	return cmd
}

// shownAudition is what `audition new --json` and `audition show --json` print;
// what is unknown is null.
type shownAudition struct {
	Name       string           `json:"name"`
	Text       string           `json:"text"`
	Candidates []shownCandidate `json:"candidates"`
}

type shownCandidate struct {
	N       int      `json:"n"`
	Label   string   `json:"label"`
	Take    *string  `json:"take"`
	AudioMS *int64   `json:"audio_ms"`
	LUFS    *float64 `json:"lufs"`
}

// shownFrom looks at the takes that an audition holds.
func shownFrom(kept takes.Folder, a audition.Audition) shownAudition {
	shown := shownAudition{a.Name, a.Text, []shownCandidate{}}
	for i, c := range a.Candidates {
		one := shownCandidate{N: i + 1, Label: c.Label}
		if t, err := kept.Load(c.Take); c.Take != "" && err == nil && t.Whole() {
			one.Take, one.AudioMS = &t.ID, t.AudioMS
			if lufs, length, err := bench.Loudness(t); err == nil && length > 0 {
				if !math.IsInf(lufs, 0) {
					one.LUFS = new(math.Round(10*lufs) / 10)
				}
				if one.AudioMS == nil {
					one.AudioMS = new(length.Milliseconds())
				}
			}
		}
		shown.Candidates = append(shown.Candidates, one)
	}
	return shown
}

// print prints a line for each candidate; those that are of an audition with what
// was said of them.
func (s shownAudition) print(o *options, a audition.Audition) {
	rows := make([][]string, len(s.Candidates))
	for i, c := range s.Candidates {
		length, level, id := say.audition.notMade, "", ""
		if c.Take != nil {
			length, level, id = say.takes.unknown, say.takes.unknown, takes.Take{ID: *c.Take}.Short()
		}
		if c.AudioMS != nil {
			length = session.Clock(time.Duration(*c.AudioMS) * time.Millisecond)
		}
		if c.LUFS != nil {
			level = fmt.Sprintf("%.1f LUFS", *c.LUFS)
		}
		rows[i] = []string{fmt.Sprintf("%2d", c.N), c.Label, length, level, id,
			strings.Repeat("★", a.Candidates[i].Stars), session.Beginning(a.Candidates[i].Note)}
	}
	o.list(say.audition.candidateColumns, rows)
}

func newAuditionRm(o *options) *cobra.Command {
	return &cobra.Command{
		Use:   "rm " + say.help.auditionRm.takes,
		Short: say.help.auditionRm.short,
		Long:  say.help.auditionRm.long,
		Args:  cobra.ExactArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			folder, err := auditionsFolder()
			if err != nil {
				return err
			}
			if _, err := folder.Remove(args[0]); err != nil {
				return auditionFault(err)
			}
			o.tell(say.audition.removed(quote(args[0])))
			file := folder.Path(args[0])
			o.tell(say.preset.toHaveBack("mv -n " + shellWord(filepath.Join(folder.Trash().Dir, filepath.Base(file))) + " " + shellWord(file)))
			return nil
		},
		ValidArgsFunction: o.completeAudition,
	}
}

// completeAudition offers the names of auditions to the shell.
func (o *options) completeAudition(_ *cobra.Command, given []string, begun string) (names []cobra.Completion, _ cobra.ShellCompDirective) {
	folder, err := auditionsFolder()
	if err != nil || len(given) > 0 {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	all, _, err := folder.List()
	if err != nil {
		return nil, cobra.ShellCompDirectiveError
	}
	for _, a := range slices.DeleteFunc(all, func(a audition.Audition) bool { return !strings.HasPrefix(a.Name, begun) }) {
		names = append(names, cobra.CompletionWithDesc(tts.Clean(a.Name), session.Beginning(a.Text)))
	}
	return names, cobra.ShellCompDirectiveNoFileComp | cobra.ShellCompDirectiveKeepOrder
}
