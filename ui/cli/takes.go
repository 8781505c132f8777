package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"voicestudio/tts"
	"voicestudio/tts/takes"
	"voicestudio/ui/session"
)

func newTakes(o *options) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "takes",
		Short: say.help.takes.short,
		Long:  say.help.takes.long,
		Args:  cobra.NoArgs,
		RunE:  func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(newTakesList(o), newTakesShow(o), newTakesPlay(o), newTakesExport(o), newTakesRemove(o), newTakesRestore(o),
		newTakesPrune(o), newTakesStar(o), newTakesNote(o), newTakesTag(o), newTakesMeasure(o), newTakesCompare(o))
	return cmd
}

// takesFolder is the folder of takes.
func takesFolder() (takes.Folder, error) {
	dir, err := takes.DefaultDir()
	if err != nil {
		return takes.Folder{}, tts.Machine(say.takes.noPlace(err.Error()), err)
	}
	return takes.Folder{Dir: dir}, nil
}

// takesError makes what the folder of takes says an error of a kind: a file
// that is wrong is this machine's, an id that fits nothing the caller's.
func takesError(err error) error {
	if err == nil {
		return nil
	}
	fault := tts.Wrong("", tts.Said{What: tts.SystemSays(err)}).From(err)
	if errors.Is(err, fs.ErrNotExist) {
		fault.Cure = say.takes.listShows
	}
	if broken := (*takes.Broken)(nil); errors.As(err, &broken) || session.IsSystem(err) {
		fault.Kind = tts.KindMachine
	}
	return fault
}

func newTakesList(o *options) *cobra.Command {
	var asJSON, trash bool
	cmd := &cobra.Command{
		Use:     "list " + say.help.takesList.takes,
		Short:   say.help.takesList.short,
		Long:    say.help.takesList.long,
		Example: say.help.takesList.example,
		RunE: func(cmd *cobra.Command, words []string) error {
			folder, err := takesFolder()
			if err != nil {
				return err
			}
			if trash {
				folder = folder.Trash()
			}
			all, broken, err := folder.List()
			if err != nil {
				return takesError(err)
			}
			for _, b := range broken {
				o.note(b.Error())
			}
			found := slices.DeleteFunc(all, func(t takes.Take) bool { return !takeMatches(t, words) })
			if asJSON {
				return printJSON(o.out, listedTakes(found))
			}
			o.printTakes(found)
			return nil
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, say.flags.jsonList)
	cmd.Flags().BoolVar(&trash, "trash", false, say.flags.trash)
	return cmd
}

func takeMatches(t takes.Take, words []string) bool {
	about := append([]string{t.ID, string(t.Host), t.Model, t.Request.Text, t.Note}, t.Tags...)
	for _, v := range t.Request.Voices() {
		about = append(about, v.VoiceID, tts.VoiceTitle(v.VoiceID))
	}
	hay := strings.ToLower(strings.Join(about, "\n"))
	return !slices.ContainsFunc(words, func(word string) bool { return !strings.Contains(hay, strings.ToLower(word)) })
}

// listedTake is a take as `takes list --json` prints it.
type listedTake struct {
	ID              string       `json:"id"`
	Time            time.Time    `json:"time"`
	Host            tts.HostName `json:"host"`
	Model           string       `json:"model"`
	AudioMS         *int64       `json:"audio_ms"`
	UsageCharacters *int         `json:"usage_characters"`
	Partial         bool         `json:"partial"`
	Starred         bool         `json:"starred"`
	Note            string       `json:"note"`
	File            string       `json:"file"`
	// Live is there only while a program still writes the take.
	Live bool `json:"live,omitempty"`
}

// listedTakes never returns nil, which JSON would print as null.
func listedTakes(found []takes.Take) []listedTake {
	list := make([]listedTake, len(found))
	for i, t := range found {
		list[i] = listedTake{t.ID, t.Time, t.Host, t.Model, t.AudioMS, t.UsageCharacters, t.Partial, t.Starred, t.Note, t.File, t.Live}
	}
	return list
}

func (o *options) printTakes(found []takes.Take) {
	rows := make([][]string, len(found))
	for i, t := range found {
		star := ""
		if t.Starred {
			star = "★"
		}
		rows[i] = []string{t.Short(), session.When(t.Time), string(t.Host), t.Model, session.LengthAndState(t), number(t.UsageCharacters), session.Cost(t.Host, t.Price), star, gist(t)}
	}
	o.list(say.takes.columns, rows)
}

// gist is what a take is known by: how its text begins, and the note.
func gist(t takes.Take) string {
	return strings.TrimSuffix(session.Beginning(t.Request.Text)+" · "+session.Beginning(t.Note), " · ")
}

func number(n *int) string {
	if n == nil {
		return say.takes.unknown
	}
	return fmt.Sprint(*n)
}

// completeTake offers the ids of takes to the shell, and what each says.
func (o *options) completeTake(_ *cobra.Command, given []string, begun string) (ids []cobra.Completion, _ cobra.ShellCompDirective) {
	folder, err := takesFolder()
	if err != nil {
		return nil, cobra.ShellCompDirectiveError
	}
	return offered(folder.List, given, begun)
}

// completeDeleted offers those in the trash.
func (o *options) completeDeleted(_ *cobra.Command, given []string, begun string) (ids []cobra.Completion, _ cobra.ShellCompDirective) {
	folder, err := takesFolder()
	if err != nil {
		return nil, cobra.ShellCompDirectiveError
	}
	return offered(folder.Trash().List, given, begun)
}

func offered(list func() ([]takes.Take, []takes.Broken, error), given []string, begun string) (ids []cobra.Completion, _ cobra.ShellCompDirective) {
	all, _, err := list()
	if err != nil {
		return nil, cobra.ShellCompDirectiveError
	}
	for _, t := range all {
		if strings.HasPrefix(t.Short(), begun) && !slices.Contains(given, t.Short()) {
			ids = append(ids, cobra.CompletionWithDesc(t.Short(), gist(t)))
		}
	}
	return ids, cobra.ShellCompDirectiveNoFileComp | cobra.ShellCompDirectiveKeepOrder
}
