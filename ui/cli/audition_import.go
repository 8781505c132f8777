package cli

import (
	"cmp"
	"context"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"voicestudio/presets/audition"
	"voicestudio/tts"
	"voicestudio/ui/session"
)

func newAuditionImport(o *options) *cobra.Command {
	return &cobra.Command{
		Use:     "import " + say.help.auditionImport.takes,
		Short:   say.help.auditionImport.short,
		Long:    say.help.auditionImport.long,
		Example: say.help.auditionImport.example,
		Args:    cobra.MinimumNArgs(2),
		RunE: func(cmd *cobra.Command, args []string) error {
			folder, err := auditionsFolder()
			if err != nil {
				return err
			}
			if _, err := folder.Load(args[0]); err != nil {
				return auditionFault(err)
			}
			var first error
			for _, file := range args[1:] {
				err := o.importVotes(cmd.Context(), folder, args[0], file)
				if cmd.Context().Err() != nil {
					return tts.Stopped(err)
				}
				first = cmp.Or(first, err)
			}
			if err := o.soFar(folder, args[0]); err != nil {
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

// importVotes takes one file in and says what became of it; the error is said.
func (o *options) importVotes(ctx context.Context, folder audition.Folder, name, file string) error {
	s, err := o.readVotes(ctx, file)
	if err == nil {
		var what audition.Imported
		if what, err = folder.Import(name, s); err == nil {
			o.tell(say.audition.votes.took(file, s.Name, len(s.Answers), what))
			return nil
		}
		err = auditionFault(err)
	}
	if ctx.Err() == nil {
		o.note(say.audition.votes.wrong(file, session.Reason(err)))
	}
	return tts.AsError(err, tts.KindMachine)
}

// readVotes reads a file of votes. What is wrong in it is the command line's fault.
func (o *options) readVotes(ctx context.Context, file string) (audition.Session, error) {
	data, err := o.readInput(ctx, file, audition.MaxSession+1)
	if err != nil {
		return audition.Session{}, err
	}
	s, err := audition.ParseSession(data)
	if broken := (*audition.Broken)(nil); errors.As(err, &broken) {
		return s, tts.Wrong("", tts.Said{What: err.Error()})
	}
	return s, err
}

// soFar says in a line what all votes tell.
func (o *options) soFar(folder audition.Folder, name string) error {
	a, err := folder.Load(name)
	if err != nil {
		return auditionFault(err)
	}
	l, exported := a.Listened()
	if !exported {
		o.note(say.audition.votes.noPage)
		return nil
	}
	o.tell(say.audition.votes.soFar(l.Panel.Listeners, l.Panel.Votes) + ". " + l.Verdict(namesOf(l)))
	return nil
}

// namesOf are what clips are called.
func namesOf(l audition.Listened) func(audition.TestClip) string {
	names := l.Test.Names()
	return func(c audition.TestClip) string { return names[c.Clip] }
}
