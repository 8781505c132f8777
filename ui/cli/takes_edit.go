package cli

import (
	"errors"
	"io/fs"
	"math"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"voicestudio/tts"
	"voicestudio/tts/takes"
	"voicestudio/ui/session"
)

func newTakesRemove(o *options) *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use:               "rm " + say.help.takesRemove.takes,
		Short:             say.help.takesRemove.short,
		Args:              cobra.MinimumNArgs(1),
		ValidArgsFunction: o.completeTake,
		RunE: func(_ *cobra.Command, args []string) error {
			folder, err := takesFolder()
			if err != nil {
				return err
			}
			ids, err := fullIDs(folder, args)
			if err != nil {
				return takesError(err)
			}
			if _, err := folder.Delete(ids...); err != nil {
				return takesError(err)
			}
			o.noteHolders(ids)
			if asJSON {
				return o.printTakesAt(folder.Trash(), ids)
			}
			o.tell(say.takes.inTrash(shorts(ids)))
			return nil
		},
	}
	jsonFlag(cmd, &asJSON)
	return cmd
}

// noteHolders says in which auditions deleted takes are.
func (o *options) noteHolders(ids []string) {
	auditions, err := auditionsFolder()
	if err != nil {
		return
	}
	names, err := auditions.Holders()
	for _, id := range ids {
		if by := names[id]; err == nil && len(by) > 0 {
			o.note(say.audition.holds(by, takes.Take{ID: id}.Short()))
		}
	}
}

// jsonFlag gives a command --json: it prints the takes concerned as
// `takes list` does.
func jsonFlag(cmd *cobra.Command, asJSON *bool) {
	cmd.Flags().BoolVar(asJSON, "json", false, say.flags.jsonTakes)
}

// printTakesAt prints takes that are in a folder now; broken ones are left out.
func (o *options) printTakesAt(folder takes.Folder, ids []string) error {
	var found []takes.Take
	for _, id := range ids {
		if t, err := folder.Load(id); err == nil {
			found = append(found, t)
		}
	}
	return printJSON(o.out, listedTakes(found))
}

func newTakesRestore(o *options) *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use:               "restore " + say.help.takesRestore.takes,
		Short:             say.help.takesRestore.short,
		Args:              cobra.MinimumNArgs(1),
		ValidArgsFunction: o.completeDeleted,
		RunE: func(_ *cobra.Command, args []string) error {
			folder, err := takesFolder()
			if err != nil {
				return err
			}
			ids, err := fullIDs(folder.Trash(), args)
			if errors.Is(err, fs.ErrNotExist) {
				return tts.Wrong("", say.takes.notInTrash).From(err)
			}
			if err == nil {
				err = folder.Restore(ids...)
			}
			if err != nil {
				return takesError(err)
			}
			if asJSON {
				return o.printTakesAt(folder, ids)
			}
			o.tell(say.takes.back(shorts(ids)))
			return nil
		},
	}
	jsonFlag(cmd, &asJSON)
	return cmd
}

// fullIDs finds the ids of takes, broken ones included, each once.
func fullIDs(folder takes.Folder, refs []string) (ids []string, err error) {
	seen := map[string]bool{}
	for _, ref := range refs {
		t, err := folder.Load(ref)
		if broken, found := errors.AsType[*takes.Broken](err); found {
			t.ID = broken.ID
		} else if err != nil {
			return nil, err
		}
		if !seen[t.ID] {
			seen[t.ID], ids = true, append(ids, t.ID)
		}
	}
	return ids, nil
}

func newTakesPrune(o *options) *cobra.Command {
	var budget string
	var dry, asJSON bool
	cmd := &cobra.Command{
		Use:     "prune",
		Short:   say.help.takesPrune.short,
		Long:    say.help.takesPrune.long,
		Example: say.help.takesPrune.example,
		Args:    cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			most, err := parseSize(budget)
			if err != nil {
				return err
			}
			folder, err := takesFolder()
			if err != nil {
				return err
			}
			p, err := folder.Prune(most, dry, func() (map[string]bool, error) {
				ids, err := session.New(o.config()).Held()
				return ids, auditionFault(err)
			})
			if fault, ours := errors.AsType[*tts.Error](err); ours {
				return fault // of what holds takes
			}
			if err != nil {
				return takesError(err)
			}
			if asJSON {
				return printJSON(o.out, prunedTakes{listedTakes(p.Takes), p.Trash, p.Freed, p.Left, p.Over, dry})
			}
			o.sayPruned(p, dry)
			return nil
		},
	}
	cmd.Flags().StringVar(&budget, "budget", session.Size(takes.DefaultBudget), say.flags.budget)
	cmd.Flags().BoolVar(&dry, "dry-run", false, say.flags.onlySay)
	cmd.Flags().BoolVar(&asJSON, "json", false, say.flags.jsonObject)
	return cmd
}

// prunedTakes is what `takes prune --json` prints; sizes are in bytes.
type prunedTakes struct {
	Takes  []listedTake `json:"takes"`
	Trash  int          `json:"trash"`
	Freed  int64        `json:"freed"`
	Left   int64        `json:"left"`
	Over   int64        `json:"over"`
	DryRun bool         `json:"dry_run"`
}

func (o *options) sayPruned(p takes.Pruned, dry bool) {
	if len(p.Takes) > 0 {
		o.printTakes(p.Takes)
	}
	o.tell(say.takes.pruned(len(p.Takes), p.Trash, session.Size(p.Freed), session.Size(p.Left), dry))
	if p.Over > 0 {
		o.note(say.takes.over(session.Size(p.Over)))
	}
}

func newTakesStar(o *options) *cobra.Command {
	var off bool
	cmd := &cobra.Command{
		Use:               "star " + say.help.takesStar.takes,
		Short:             say.help.takesStar.short,
		Args:              cobra.MinimumNArgs(1),
		ValidArgsFunction: o.completeTake,
		RunE: func(_ *cobra.Command, args []string) error {
			return o.editTakes(args, func(f takes.Folder, id string) (takes.Take, error) { return f.Star(id, !off) })
		},
	}
	cmd.Flags().BoolVar(&off, "off", false, say.flags.starOff)
	return cmd
}

func newTakesNote(o *options) *cobra.Command {
	return &cobra.Command{
		Use:               "note " + say.help.takesNote.takes,
		Short:             say.help.takesNote.short,
		Example:           say.help.takesNote.example,
		Args:              cobra.ExactArgs(2),
		ValidArgsFunction: o.completeTake,
		RunE: func(_ *cobra.Command, args []string) error {
			return o.editTakes(args[:1], func(f takes.Folder, id string) (takes.Take, error) { return f.Note(id, args[1]) })
		},
	}
}

func newTakesTag(o *options) *cobra.Command {
	return &cobra.Command{
		Use:               "tag " + say.help.takesTag.takes,
		Short:             say.help.takesTag.short,
		Args:              cobra.MinimumNArgs(1),
		ValidArgsFunction: o.completeTake,
		RunE: func(_ *cobra.Command, args []string) error {
			return o.editTakes(args[:1], func(f takes.Folder, id string) (takes.Take, error) { return f.Tag(id, args[1:]...) })
		},
	}
}

// editTakes changes takes, all of which must exist, and shows them after it.
func (o *options) editTakes(refs []string, edit func(takes.Folder, string) (takes.Take, error)) error {
	folder, err := takesFolder()
	if err != nil {
		return err
	}
	ids, err := fullIDs(folder, refs)
	if err != nil {
		return takesError(err)
	}
	var after []takes.Take
	for _, id := range ids {
		t, err := edit(folder, id)
		if err != nil {
			return takesError(err)
		}
		after = append(after, t)
	}
	o.printTakes(after)
	return nil
}

// sizes are the units of parseSize, in bytes; those of sizeOf are in steps of
// 1024.
var sizes = []struct {
	unit  string
	bytes float64
}{
	{"KIB", 1 << 10}, {"MIB", 1 << 20}, {"GIB", 1 << 30}, {"TIB", 1 << 40},
	{"KB", 1e3}, {"MB", 1e6}, {"GB", 1e9}, {"TB", 1e12}, {"B", 1}, {"", 1},
}

// parseSize reads "2GB" or "500 MiB".
func parseSize(said string) (int64, error) {
	upper := strings.ToUpper(strings.TrimSpace(said))
	for _, s := range sizes {
		digits, fits := strings.CutSuffix(upper, s.unit)
		if !fits {
			continue
		}
		n, err := strconv.ParseFloat(strings.TrimSpace(digits), 64)
		if err != nil || !(n >= 0) || n*s.bytes >= math.MaxInt64 {
			break
		}
		return int64(n * s.bytes), nil
	}
	return 0, tts.Wrong("budget", say.takes.noSize(strconv.Quote(said)))
}

func shorts(ids []string) []string {
	list := make([]string, len(ids))
	for i, id := range ids {
		list[i] = takes.Take{ID: id}.Short()
	}
	return list
}
