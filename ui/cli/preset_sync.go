package cli

import (
	"context"
	"errors"
	"io/fs"
	"maps"
	"os"
	"slices"
	"time"

	"github.com/spf13/cobra"

	"voicestudio/player/measure"
	"voicestudio/presets"
	"voicestudio/presets/team"
	"voicestudio/tts"
	"voicestudio/ui/trust"
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
	News      []pulledEdit   `json:"news"`
}

// pulledEdit is what one person did to one preset.
type pulledEdit struct {
	By           string           `json:"by"`
	Deed         team.Deed        `json:"deed"`
	Name         string           `json:"name"`
	Was          string           `json:"was,omitempty"` // its name, of one that was renamed
	Changes      []presets.Change `json:"changes"`
	Fingerprints []retaken        `json:"fingerprints"`

	edit team.Edit
}

// retaken is a fingerprint that came, was replaced or went.
type retaken struct {
	Host        string          `json:"host"`
	Was         *time.Time      `json:"was"` // when it was taken; null: there was none
	Is          *time.Time      `json:"is"`
	Differences []measure.Drift `json:"differences"`
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
		Use: name + " " + about.takes, Short: about.short, Long: about.long, Example: about.example, Args: cobra.ExactArgs(1), ValidArgsFunction: o.completeTeam,
		RunE: func(cmd *cobra.Command, args []string) error {
			sides := map[string]team.Side{"": team.PreferNone, "mine": team.PreferMine, "theirs": team.PreferTheirs}
			side, known := sides[prefer]
			if !known {
				return tts.Wrong("prefer", tts.Meant(prefer, []string{"mine", "theirs"}, say.sync.noSide(quote(prefer))))
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
		return "", tts.Wrong("", tts.Meant(name, slices.Sorted(maps.Keys(o.settings.Teams)), say.sync.noFolder(quote(name))))
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
	text := tts.Reason(err)
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
		Skipped: []listedBroken{}, Conflicts: []conflicting{}, News: []pulledEdit{}}
	for _, b := range done.Skipped {
		s.Skipped = append(s.Skipped, listedBroken{b.File, b.Line, b.Reason})
	}
	if conflict != nil {
		for _, f := range conflict.Files {
			s.Conflicts = append(s.Conflicts, conflicting{f.Name, f.File, append([]presets.Conflict{}, f.Fields...), f.Reason})
		}
	}
	for _, e := range done.News {
		told := pulledEdit{e.By, e.Deed, tts.Clean(e.Name), tts.Clean(e.Was), append([]presets.Change{}, e.Changes...), []retaken{}, e}
		for _, r := range e.Retaken {
			told.Fingerprints = append(told.Fingerprints, retaken{tts.Clean(r.Host), takenAt(r.Was), takenAt(r.Is), trust.Between(r)})
		}
		s.News = append(s.News, told)
	}
	return s
}

func takenAt(f *presets.Fingerprint) *time.Time {
	if f == nil {
		return nil
	}
	return &f.At
}

// sentence says what somebody did to a preset.
func (e pulledEdit) sentence() string {
	sentences := presets.Sentences(e.Changes)
	for _, f := range e.Fingerprints {
		sentences = append(sentences, say.sync.retaken(f.Host, f.Is == nil, trust.InWords(f.Differences)))
	}
	if e.Deed == team.Edited && len(sentences) == 0 {
		sentences = []string{say.sync.clip}
	}
	did := say.sync.did(e.By, e.edit)
	if len(sentences) == 0 {
		return did
	}
	return say.sync.what(did, sentences)
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
	for _, e := range s.News {
		o.tell(e.sentence())
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
