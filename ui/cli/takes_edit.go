package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"math"
	"strconv"
	"strings"
	"syscall"

	"github.com/spf13/cobra"

	"voicestudio/tts"
	"voicestudio/tts/takes"
)

func newTakesRemove(o *options) *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use:               "rm ID...",
		Short:             "Move takes, or what is left of broken ones, into the trash",
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
			if asJSON {
				return o.printTakesAt(folder.Trash(), ids)
			}
			o.tell("%s in the trash now; voicestudio takes restore %s brings %s back", count(len(ids), "take is", "takes are"), shorts(ids), pick(len(ids), "it", "them"))
			return nil
		},
	}
	jsonFlag(cmd, &asJSON)
	return cmd
}

// jsonFlag gives a command --json: it prints the takes concerned as
// `takes list` does.
func jsonFlag(cmd *cobra.Command, asJSON *bool) {
	cmd.Flags().BoolVar(asJSON, "json", false, "print the takes as JSON, as list does")
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
		Use:               "restore ID...",
		Short:             "Bring takes back from the trash",
		Args:              cobra.MinimumNArgs(1),
		ValidArgsFunction: o.completeDeleted,
		RunE: func(_ *cobra.Command, args []string) error {
			folder, err := takesFolder()
			if err != nil {
				return err
			}
			ids, err := fullIDs(folder.Trash(), args)
			if errors.Is(err, fs.ErrNotExist) {
				return &tts.Error{Kind: tts.KindRequest, Message: "not every one of these takes is in the trash", Cure: "voicestudio takes list --trash shows what is", Cause: err}
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
			o.tell("%s back: %s", count(len(ids), "take is", "takes are"), shorts(ids))
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
		Use:   "prune",
		Short: "Empty the trash, and remove takes for good until the rest fits the budget",
		Long: "Empty the trash, and remove takes for good until the rest fits the budget, first the one whose last hearing is\n" +
			"longest ago. Takes with a star, a note or a tag stay, whatever the budget.",
		Example: "  voicestudio takes prune --dry-run\n  voicestudio takes prune --budget 500MB",
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
			p, err := folder.Prune(most, dry)
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
	cmd.Flags().StringVar(&budget, "budget", sizeOf(takes.DefaultBudget), "room for all takes, such as 500MB or 2GB")
	cmd.Flags().BoolVar(&dry, "dry-run", false, "only say what would go")
	cmd.Flags().BoolVar(&asJSON, "json", false, "print one JSON object")
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
		printTakes(o.out, p.Takes)
	}
	verb := "removed"
	if dry {
		verb = "would remove"
	}
	o.tell("%s %s and %d from the trash: %s; %s left", verb, count(len(p.Takes), "take", "takes"), p.Trash, sizeOf(p.Freed), sizeOf(p.Left))
	if p.Over > 0 {
		o.note("what has a star, a note or a tag, or is broken, exceeds the budget by " + sizeOf(p.Over))
	}
}

func newTakesStar(o *options) *cobra.Command {
	var off bool
	cmd := &cobra.Command{
		Use:               "star ID...",
		Short:             "Star takes, which keeps them from being pruned",
		Args:              cobra.MinimumNArgs(1),
		ValidArgsFunction: o.completeTake,
		RunE: func(_ *cobra.Command, args []string) error {
			return o.editTakes(args, func(f takes.Folder, id string) (takes.Take, error) { return f.Star(id, !off) })
		},
	}
	cmd.Flags().BoolVar(&off, "off", false, "take the star off")
	return cmd
}

func newTakesNote(o *options) *cobra.Command {
	return &cobra.Command{
		Use:               "note ID TEXT",
		Short:             "Say something about a take; an empty text says nothing again",
		Example:           `  voicestudio takes note 3fa9c2d1-1 "Anna's favourite"`,
		Args:              cobra.ExactArgs(2),
		ValidArgsFunction: o.completeTake,
		RunE: func(_ *cobra.Command, args []string) error {
			return o.editTakes(args[:1], func(f takes.Folder, id string) (takes.Take, error) { return f.Note(id, args[1]) })
		},
	}
}

func newTakesTag(o *options) *cobra.Command {
	return &cobra.Command{
		Use:               "tag ID [TAG...]",
		Short:             "Replace a take's tags; without any, it has none",
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
	printTakes(o.out, after)
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
	return 0, requestError("budget", fmt.Sprintf("%q is no size", said), "write it as 500MB or 2GB")
}

func sizeOf(n int64) string {
	size, unit := float64(n), "B"
	for _, next := range []string{"KiB", "MiB", "GiB"} {
		if size < 1024 {
			break
		}
		size, unit = size/1024, next
	}
	return strconv.FormatFloat(math.Round(10*size)/10, 'f', -1, 64) + " " + unit
}

func shorts(ids []string) string {
	list := make([]string, len(ids))
	for i, id := range ids {
		list[i] = takes.Take{ID: id}.Short()
	}
	return strings.Join(list, " ")
}

func count(n int, one, many string) string { return fmt.Sprintf("%d %s", n, pick(n, one, many)) }

func pick(n int, one, many string) string {
	if n == 1 {
		return one
	}
	return many
}

// isSystem reports whether the operating system said no.
func isSystem(err error) bool {
	_, path := errors.AsType[*fs.PathError](err)
	_, number := errors.AsType[syscall.Errno](err)
	return path || number
}
