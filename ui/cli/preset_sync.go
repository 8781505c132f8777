package cli

import (
	"context"
	"errors"
	"io/fs"
	"os"

	"github.com/spf13/cobra"

	"voicestudio/presets"
	"voicestudio/presets/team"
	"voicestudio/tts"
)

func newPresetPull(o *options) *cobra.Command {
	return o.newSync("pull", team.Pull, say.help.presetPull)
}

func newPresetPush(o *options) *cobra.Command {
	return o.newSync("push", team.Push, say.help.presetPush)
}

// synced is what `preset pull|push --json` prints; names are those of presets.
type synced struct {
	Committed []string       `json:"committed"`
	Pulled    []string       `json:"pulled"`
	Pushed    bool           `json:"pushed"`
	Skipped   []listedBroken `json:"skipped"`
	Conflicts []conflicting  `json:"conflicts"`
}

type conflicting struct {
	Name   string             `json:"name"`
	File   string             `json:"file"`
	Fields []presets.Conflict `json:"fields"`
	Reason string             `json:"reason"`
}

func (o *options) newSync(name string, run func(context.Context, string, team.Side) (team.Synced, error), about help) *cobra.Command {
	var asJSON bool
	var prefer string
	cmd := &cobra.Command{
		Use: name + " " + about.takes, Short: about.short, Long: about.long, Example: about.example, Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			sides := map[string]team.Side{"": team.PreferNone, "mine": team.PreferMine, "theirs": team.PreferTheirs}
			side, known := sides[prefer]
			if !known {
				return tts.Wrong("prefer", say.sync.noSide(quote(prefer)))
			}
			dir, err := o.teamDir(args[0])
			if err != nil {
				return err
			}
			done, err := run(cmd.Context(), dir, side)
			conflict, differ := errors.AsType[*team.SyncConflict](err)
			if err != nil && !differ {
				if !asJSON { // what was done before stays done
					o.showDone(newSynced(done, nil))
				}
				return syncFault(err)
			}
			s := newSynced(done, conflict)
			if asJSON {
				if err := printJSON(o.out, s); err != nil {
					return err
				}
			} else {
				o.showSynced(s, dir)
			}
			if differ {
				return resultIsOne()
			}
			return nil
		},
	}
	cmd.Flags().StringVar(&prefer, "prefer", "", say.flags.prefer)
	cmd.Flags().BoolVar(&asJSON, "json", false, say.flags.jsonObject)
	return cmd
}

// teamDir is a folder, or the one of a team that has this name.
func (o *options) teamDir(name string) (string, error) {
	l, err := o.library()
	if err != nil {
		return "", err
	}
	name = pathOr(l, name)
	info, err := os.Stat(name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return "", tts.Wrong("", say.sync.noFolder(quote(name)))
	case err != nil:
		return "", presetFault(err)
	case !info.IsDir():
		return "", tts.Wrong("", say.sync.notFolder(quote(name)))
	}
	return name, nil
}

// pathOr is a path, or, where nothing is there, the folder that has this name.
func pathOr(l presets.Library, name string) string {
	if _, err := os.Lstat(name); !errors.Is(err, fs.ErrNotExist) {
		return name
	}
	if p, found := l.Place(name); found {
		return p.Dir
	}
	return name
}

// syncFault tells a remote that cannot be reached, and one that refuses, from
// a fault of this machine.
func syncFault(err error) error {
	text := err.Error()
	git, failed := errors.AsType[*team.GitFault](err)
	if errors.Is(err, context.Canceled) || !failed || !git.Remote() {
		if errors.Is(err, fs.ErrExist) { // changed on both sides: a conflict
			return tts.Machine(tts.Said{What: text}, err)
		}
		return presetFault(err)
	}
	kind := tts.KindStream
	if git.Refused() {
		kind = tts.KindRefused
	}
	return tts.Fault(kind, tts.Said{What: text}).From(err)
}

func newSynced(done team.Synced, conflict *team.SyncConflict) synced {
	s := synced{Committed: append([]string{}, done.Committed...), Pulled: append([]string{}, done.Pulled...), Pushed: done.Pushed,
		Skipped: []listedBroken{}, Conflicts: []conflicting{}}
	for _, b := range done.Skipped {
		s.Skipped = append(s.Skipped, listedBroken{b.File, b.Line, b.Reason})
	}
	if conflict != nil {
		for _, f := range conflict.Files {
			s.Conflicts = append(s.Conflicts, conflicting{f.Name, f.File, append([]presets.Conflict{}, f.Fields...), f.Reason})
		}
	}
	return s
}

// showDone tells what came about, and what of the folder did not take part.
func (o *options) showDone(s synced) {
	for _, b := range s.Skipped {
		o.note(say.sync.notCommitted((&presets.Broken{File: b.File, Line: b.Line, Reason: b.Reason}).Error()))
	}
	for _, step := range []struct {
		done  func(names []string) string
		names []string
	}{{say.sync.committed, s.Committed}, {say.sync.pulled, s.Pulled}} {
		if len(step.names) > 0 {
			o.tell(step.done(step.names))
		}
	}
}

func (o *options) showSynced(s synced, dir string) {
	o.showDone(s)
	for _, c := range s.Conflicts {
		label := c.Name
		if label == "" {
			label = c.File
		}
		for _, what := range presets.ConflictsInWords(c.Fields) {
			o.tell(say.sync.bothChanged(quote(label), what))
		}
		if c.Reason != "" {
			o.tell(say.sync.bothChanged(quote(label), c.Reason))
		}
	}
	switch {
	case len(s.Conflicts) > 0:
		o.tell(say.sync.nothingOverwritten)
	case s.Pushed:
		o.tell(say.sync.pushed)
	case len(s.Committed)+len(s.Pulled) == 0:
		o.tell(say.sync.nothingNew)
		if all, broken, err := (presets.Folder{Dir: dir}).List(); err == nil && len(all)+len(broken) == 0 {
			o.note(say.sync.noPresets(dir))
		}
	}
}
