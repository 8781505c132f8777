package plain

import (
	"errors"
	"io/fs"
	"strings"

	"voicestudio/presets"
	"voicestudio/tts"
	"voicestudio/ui/session"
	"voicestudio/ui/studio/document"
)

// savePreset stores the settings under a name, or in the preset that is open.
func savePreset(d *desk, rest string) error {
	name := strings.Trim(strings.TrimSpace(rest), `"`)
	for _, as := range strings.Fields(say.presets.as) {
		name = strings.TrimPrefix(name, as+" ")
	}
	opened := d.work.Opened()
	if name == "" {
		name = opened.Name
	}
	if name == "" {
		return wrong(say.presets.saveForm)
	}
	if opened.Name == name && !opened.Entry.Starter && !opened.Entry.ReadOnly {
		if place, known := d.Library.Place(opened.Entry.Folder); known {
			return d.store(place, opened.Entry, d.work.Preset(opened.Entry.Preset, name, d.heardOn()))
		}
	}
	place := d.Library.Places[0]
	p := d.work.Preset(opened.Entry.Preset, name, d.heardOn())
	doc := d.doc()
	made, err := place.Create(p)
	if errors.Is(err, fs.ErrExist) {
		there, unread := place.Load(name)
		if unread != nil {
			return fromFolder(err)
		}
		there.Folder = place.Name
		diff := presets.InShort(presets.Sentences(presets.DiffRequests(there.Request, p.Request)))
		d.yes(say.presets.replace(tts.Clean(name), diff), func() error {
			return d.store(place, there, d.work.Preset(there.Preset, name, d.heardOn()))
		})
		return nil
	}
	if err != nil {
		return fromFolder(err)
	}
	d.saved(place, made, doc)
	return nil
}

func (d *desk) saved(place presets.Place, made presets.Entry, doc document.Document) {
	made.Folder = place.Name
	d.work.Saved(made, doc)
	d.say(say.presets.saved(tts.Clean(made.Name), homely(made.File)))
}

// store writes a preset over what was read of it. Where somebody else has changed it
// since, it is asked whose counts.
func (d *desk) store(place presets.Place, was presets.Entry, p presets.Preset) error {
	doc := d.doc()
	made, err := place.Update(was, p)
	changed, differ := errors.AsType[*presets.Changed](err)
	if err != nil && !differ {
		return fromFolder(err)
	}
	if !differ {
		d.saved(place, made, doc)
		return nil
	}
	if changed.Gone {
		d.yes(say.presets.gone(tts.Clean(p.Name)), func() error {
			made, err := place.Create(p)
			if err == nil {
				d.saved(place, made, doc)
			}
			return fromFolder(err)
		})
		return nil
	}
	theirs := was
	theirs.Preset, theirs.File = changed.Theirs, changed.File
	choices := []choice{{say.ask.mine, func() error { return d.store(place, theirs, p) }}, {say.ask.theirs, func() error {
		d.work.Open(theirs, d.Now())
		d.say(say.presets.opened(tts.Clean(theirs.Name)))
		return nil
	}}}
	merged, conflicts := changed.Merge()
	if len(conflicts) == 0 {
		choices = append(choices, choice{say.ask.both, func() error {
			before := d.doc()
			d.work.Rebase(theirs, document.Of(merged.Request, before.Text), d.Now())
			return d.store(place, theirs, merged)
		}})
	}
	choices = append(choices, choice{say.ask.no, d.notDone})
	d.ask(say.presets.clash(tts.Clean(p.Name), presets.InShort(presets.Sentences(changed.TheirChanges())), len(conflicts) == 0), question{choices: choices})
	return nil
}

// heardOn is where the take was made that sounds, or did last; nil where none did.
func (d *desk) heardOn() *presets.Heard {
	if d.sound.id == "" {
		return nil
	}
	t, err := d.session.Takes().Load(d.sound.id)
	if err != nil || !session.Playable(t.Request) {
		return nil
	}
	return &presets.Heard{Host: string(t.Host), Model: tts.ModelName(t.Request.Model)}
}

// status says where one is.
func status(d *desk, _ string) error {
	o := d.work.Opened()
	if o.Name != "" {
		d.say(say.presets.open(tts.Clean(o.Name), d.work.Dirty()))
	}
	if text := d.doc().Text; text == "" {
		d.say(say.text.none)
	} else {
		d.say(session.Beginning(text))
		d.say(d.counted())
	}
	d.say(d.blendSaid())
	q := d.doc().Request()
	bare := tts.Request{Model: q.Model}
	bare.SetVoices(q.Voices())
	if set := presets.Sentences(presets.DiffRequests(bare, q)); len(set) > 0 {
		d.say(joined(set...))
	} else {
		d.say(say.settings.nothingSet)
	}
	model := tts.DefaultModel
	if q.Model != "" {
		model = q.Model
	}
	d.say(joined(say.host.now(title(d.session.Host()), d.priceTag(d.session.Host(), model)), model))
	if device := d.Player.Device(); device.Silent {
		d.say(say.sound.noDevice(device.Reason))
	}
	return nil
}
