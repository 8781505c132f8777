package cli

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"voicestudio/presets/audition"
	"voicestudio/tts"
)

func newAuditionImport(o *options) *cobra.Command {
	return &cobra.Command{
		Use:     "import " + say.help.auditionImport.takes,
		Short:   say.help.auditionImport.short,
		Long:    say.help.auditionImport.long,
		Example: say.help.auditionImport.example,
		Args:    cobra.MinimumNArgs(2),
		RunE: func(cmd *cobra.Command, args []string) error {
			folder, _, err := loadAudition(args[0])
			if err != nil {
				return err
			}
			first, err := o.importVotes(cmd.Context(), folder, args[0], args[1:])
			if err != nil {
				return err
			}
			if err := o.soFar(args[0]); err != nil {
				return err
			}
			if first != nil {
				return fmt.Errorf("%w: %w", errSaid, first)
			}
			return nil
		},
		ValidArgsFunction: func(cmd *cobra.Command, given []string, begun string) ([]cobra.Completion, cobra.ShellCompDirective) {
			if len(given) > 0 {
				return []cobra.Completion{"json"}, cobra.ShellCompDirectiveFilterFileExt
			}
			return o.completeAudition(cmd, given, begun)
		},
	}
}

// importVotes takes files in and says what became of each. What was wrong with the
// first that was refused is said, too; the error is not.
func (o *options) importVotes(ctx context.Context, folder audition.Folder, name string, files []string) (first, err error) {
	faults := make([]error, len(files))
	var sessions []audition.Session
	for i, file := range files {
		var s audition.Session
		if s, faults[i] = o.readVotes(ctx, file); faults[i] == nil {
			sessions = append(sessions, s)
		}
		if ctx.Err() != nil {
			return nil, tts.Stopped(faults[i])
		}
	}
	arrivals, err := folder.Import(name, sessions...)
	if err != nil {
		return nil, auditionFault(err)
	}
	for i, file := range files {
		if faults[i] == nil {
			s, became := sessions[0], arrivals[0]
			sessions, arrivals = sessions[1:], arrivals[1:]
			if became.Refused == nil {
				o.tell(say.audition.votes.took(file, s.Name, len(s.Answers), became.What))
				continue
			}
			faults[i] = auditionFault(became.Refused)
		}
		o.note(say.audition.votes.wrong(file, strings.TrimPrefix(tts.Reason(faults[i]), tts.About(file, ""))))
		first = cmp.Or(first, error(tts.AsError(faults[i], tts.KindMachine)))
	}
	return first, nil
}

// readVotes reads a file of votes. What is wrong in it is the command line's fault.
func (o *options) readVotes(ctx context.Context, file string) (audition.Session, error) {
	data, err := o.readInput(ctx, file, audition.MaxSession+1)
	if err != nil {
		return audition.Session{}, err
	}
	s, err := audition.ParseSession(data)
	if broken := (*audition.Broken)(nil); errors.As(err, &broken) {
		return s, tts.Wrong("", tts.Said{What: tts.Reason(err)})
	}
	return s, err
}

// soFar says in a line what all votes tell.
func (o *options) soFar(name string) error {
	_, a, err := loadAudition(name)
	if err != nil {
		return err
	}
	l, exported := a.Listened()
	if !exported {
		o.note(say.audition.votes.noPage)
		return nil
	}
	w := say.audition.votes
	o.tell(w.andVerdict(w.soFar(l.Panel.Listeners, l.Panel.Votes), l.Verdict(l.Test.Names())))
	return nil
}
