package plain

import (
	"cmp"
	"context"
	"errors"

	"voicestudio/presets"
	"voicestudio/presets/team"
	"voicestudio/tts"
	"voicestudio/ui/trust"
)

func pull(d *desk, rest string) error { return d.sync(rest, "pull", team.Pull) }
func push(d *desk, rest string) error { return d.sync(rest, "push", team.Push) }

// sync pulls or pushes the presets of a team's folder, beside the loop.
func (d *desk) sync(name, verb string, run func(context.Context, string, team.Side) (team.Synced, error)) error {
	var shared []string
	var place *presets.Place
	for _, p := range d.Library.Places {
		if team.Syncs(p.Dir) == nil {
			shared = append(shared, p.Name)
			if p.Name == name || name == "" {
				place = &p
			}
		}
	}
	if p, found := d.Library.Place(name); place == nil && found {
		return tts.Wrong("preset", tts.Said{What: team.Syncs(p.Dir).Error()})
	}
	if place == nil || name == "" && len(shared) > 1 {
		return wrong(say.team.which(verb, shared))
	}
	dir := place.Dir
	d.later(func() func() {
		done, err := run(team.Unattended(d.ctx), dir, team.PreferNone)
		return func() { d.synced(done, err) }
	})
	return nil
}

// synced says what came about.
func (d *desk) synced(done team.Synced, err error) {
	for _, b := range done.Skipped {
		d.say(b.Error())
	}
	if len(done.Committed) > 0 {
		d.say(say.team.committed(cleaned(done.Committed)))
	}
	if len(done.Pulled) > 0 {
		d.say(say.team.pulled(cleaned(done.Pulled)))
	}
	for _, e := range done.News {
		sentences := presets.Sentences(e.Changes)
		for _, r := range e.Retaken {
			sentences = append(sentences, trust.InWords(trust.Between(r))...)
		}
		d.say(joined(append([]string{say.team.did(cmp.Or(tts.Clean(e.By), say.team.somebody), tts.Clean(e.Name), string(e.Deed))}, sentences...)...))
	}
	conflict, differ := errors.AsType[*team.SyncConflict](err)
	switch {
	case differ:
		for _, f := range conflict.Files {
			for _, what := range presets.ConflictsInWords(f.Fields) {
				d.say(say.team.both(tts.Clean(cmp.Or(f.Name, f.File)), what))
			}
			if f.Reason != "" {
				d.say(say.team.both(tts.Clean(cmp.Or(f.Name, f.File)), f.Reason))
			}
		}
		d.fail(wrong(say.team.differ))
	case err != nil:
		d.fail(tts.Machine(tts.Said{What: presets.Safe(tts.Reason(err))}, err))
	case done.Pushed:
		d.say(say.team.pushed)
	case len(done.Committed)+len(done.Pulled) == 0:
		d.say(say.team.nothing)
	}
}

func cleaned(names []string) string {
	var all []string
	for _, n := range names {
		all = append(all, tts.Clean(n))
	}
	return joined(all...)
}
