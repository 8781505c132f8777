package plain

import (
	"errors"
	"io"
	"os"
	"slices"
	"strings"

	"voicestudio/presets"
	"voicestudio/tts"
	"voicestudio/ui/config"
	"voicestudio/ui/session"
)

// meantPreset parts the preset that a command names, as in "Fox as warm, slow", from
// what stands behind it; where none is named it is the one that is open.
func (d *desk) meantPreset(rest string) (e presets.Entry, behind string, err error) {
	for _, as := range strings.Fields(say.presets.as) {
		if name, behind, found := strings.Cut(rest+" ", " "+as+" "); found {
			if e, err := d.findPreset(name); err == nil {
				return e, strings.TrimSpace(behind), nil
			}
		}
	}
	if o := d.work.Opened(); o.Name != "" {
		return o.Entry, rest, nil
	}
	return e, "", wrong(say.presets.which)
}

// editPreset changes something beside the settings of a preset, in a way that can be
// taken back. What somebody else has changed of it meanwhile stays.
func (d *desk) editPreset(e presets.Entry, what string, do, back func(*presets.Preset)) error {
	place, err := d.place(e)
	if err != nil {
		return err
	}
	now := e
	turn := func(change func(*presets.Preset)) func() error {
		return func() error {
			p := now.Preset
			change(&p)
			made, err := place.Update(now, p)
			if changed, is := errors.AsType[*presets.Changed](err); is && !changed.Gone {
				now.Preset, now.File = changed.Theirs, changed.File
				p = changed.Theirs
				change(&p)
				made, err = place.Update(now, p)
			}
			if err != nil {
				return fromFolder(err)
			}
			made.Folder = place.Name
			d.work.Follow(now, made)
			now = made
			return nil
		}
	}
	if err := turn(do)(); err != nil {
		return err
	}
	d.did(what, turn(back), turn(do))
	d.say(what)
	return nil
}

// tagPreset gives a preset tags, or says those that it has.
func tagPreset(d *desk, rest string) error {
	e, typed, err := d.meantPreset(rest)
	if err != nil {
		return err
	}
	if typed == "" {
		d.say(say.presets.tagged(tts.Clean(e.Name), tagged(e.Tags)))
		return nil
	}
	tags, was := presets.Tags(typed), e.Tags
	if among(say.settings.unsetting, strings.ToLower(typed)) {
		tags = nil
	}
	return d.editPreset(e, say.presets.tagged(tts.Clean(e.Name), tagged(tags)), func(p *presets.Preset) { p.Tags = tags }, func(p *presets.Preset) { p.Tags = was })
}

// notePreset says something about a preset, or shows what is said.
func notePreset(d *desk, rest string) error {
	e, typed, err := d.meantPreset(rest)
	if err != nil {
		return err
	}
	if typed == "" {
		if e.Notes == "" {
			d.say(say.presets.noNotes(tts.Clean(e.Name)))
		}
		d.show(e.Notes)
		return nil
	}
	text, was := tts.Plain(typed), e.Notes
	if among(say.settings.unsetting, strings.ToLower(typed)) {
		text = ""
	}
	return d.editPreset(e, say.presets.noting(tts.Clean(e.Name)), func(p *presets.Preset) { p.Notes = text }, func(p *presets.Preset) { p.Notes = was })
}

// copyPreset makes another preset of one in the person's own folder.
func copyPreset(d *desk, rest string) error {
	e, name := d.work.Opened().Entry, rest
	for _, to := range strings.Fields(say.presets.to) {
		if old, new, found := strings.Cut(rest, " "+to+" "); found {
			var err error
			if e, err = d.findPreset(old); err != nil {
				return err
			}
			name = new
			break
		}
	}
	for _, to := range strings.Fields(say.presets.to) {
		name = strings.TrimPrefix(name, to+" ")
	}
	name = strings.Trim(strings.TrimSpace(name), `"`)
	if e.Name == "" || name == "" {
		return wrong(say.presets.copyForm)
	}
	place := d.Library.Places[0]
	made, err := place.Copy(e, name)
	if err != nil {
		return fromFolder(err)
	}
	var back func() error
	d.did(say.presets.copying(tts.Clean(e.Name)), func() (err error) {
		back, err = place.Delete(made.Name)
		return fromFolder(err)
	}, func() error { return fromFolder(back()) })
	d.say(say.presets.copied(tts.Clean(e.Name), tts.Clean(made.Name)))
	return nil
}

// applyPart takes over only some of a preset: its voice settings, blend, effects or
// output.
func applyPart(d *desk, rest string) error {
	parts, name := rest, ""
	for _, of := range strings.Fields(say.presets.of) {
		if before, behind, found := strings.Cut(rest, " "+of+" "); found {
			parts, name = before, behind
			break
		}
	}
	var groups []presets.Group
	for _, word := range strings.Fields(strings.NewReplacer(",", " ", "、", " ").Replace(strings.ToLower(parts))) {
		if among(say.blend.and, word) {
			continue
		}
		i := slices.IndexFunc(say.presets.parts[:], func(names string) bool { return among(names, word) })
		if i < 0 {
			return wrong(say.presets.partForm)
		}
		groups = append(groups, []presets.Group{presets.GroupVoice, presets.GroupBlend, presets.GroupEffects, presets.GroupOutput}[i])
	}
	if name == "" || len(groups) == 0 {
		return wrong(say.presets.partForm)
	}
	e, err := d.findPreset(name)
	if err != nil {
		return err
	}
	before := d.doc()
	d.change(before.Apply(d.work.Preview(e.Preset).Request(), groups...), say.presets.applying(tts.Clean(e.Name)))
	if d.doc().Equal(before) {
		d.say(say.presets.same)
		return nil
	}
	d.say(d.changedFrom(before))
	return nil
}

// exportPresets writes presets into one file for others.
func exportPresets(d *desk, rest string) error {
	words := wordsOf(rest)
	if len(words) == 0 {
		return wrong(say.presets.exportForm)
	}
	file := config.TypedPath(words[0])
	var some []presets.Entry
	if names := strings.TrimSpace(strings.TrimPrefix(rest, words[0])); names != "" {
		for _, name := range strings.Split(names, ",") {
			e, err := d.findPreset(name)
			if err != nil {
				return err
			}
			some = append(some, e)
		}
	} else if o := d.work.Opened(); o.Name != "" {
		some = append(some, o.Entry)
	} else {
		return wrong(say.presets.exportForm)
	}
	data, err := presets.Export(some...)
	if err != nil {
		return fromFolder(err)
	}
	return d.onto(file, func() error {
		err := session.WriteFile(file, func(w io.Writer) error {
			_, err := w.Write(data)
			return err
		})
		if err == nil {
			d.say(say.presets.exported(len(some), homely(file)))
		}
		return err
	})
}

// importPresets takes presets over from such a file, asking where it would replace some.
func importPresets(d *desk, rest string) error {
	if rest == "" {
		return wrong(say.presets.importForm)
	}
	data, err := contents(config.TypedPath(rest), presets.MaxBundle+1)
	if err != nil {
		return err
	}
	plan, err := d.Library.Places[0].PlanImport(data)
	if err != nil {
		return fromFolder(err)
	}
	for _, one := range plan.Imports {
		d.say(joined(tts.Clean(one.Name), say.presets.outcomes[one.Outcome], presets.InShort(presets.Sentences(one.Changes))))
	}
	apply := func(replace bool) func() error {
		return func() error {
			if _, err := plan.Apply(replace); err != nil {
				return fromFolder(err)
			}
			n := 0
			for _, one := range plan.Imports {
				if one.Outcome != presets.ImportSame {
					n++
				}
			}
			d.say(say.presets.imported(n))
			return nil
		}
	}
	if n := len(plan.Collisions()); n > 0 {
		d.yes(say.presets.collides(n), apply(true))
		return nil
	}
	return apply(false)()
}

// checkPresets says what is wrong with presets for the host that speaks.
func checkPresets(d *desk, rest string) error {
	var dirs []string
	for _, p := range d.Library.Places {
		if rest == "" || p.Name == rest {
			dirs = append(dirs, p.Dir)
		}
	}
	linter := presets.Linter{Hosts: []tts.HostName{d.session.Host()}}
	if d.session.Host() == tts.Sandbox {
		linter.Hosts = nil
	}
	findings, err := linter.Lint(slices.DeleteFunc(dirs, absent)...)
	if err != nil {
		return fromFolder(err)
	}
	for _, f := range findings {
		f.File = homely(f.File)
		d.say(f.String())
	}
	if len(findings) == 0 {
		d.say(say.presets.allFine(title(d.session.Host())))
	}
	return nil
}

// absent reports that there is no such folder yet.
func absent(dir string) bool {
	_, err := os.Stat(dir)
	return err != nil
}
