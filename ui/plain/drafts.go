package plain

import (
	"os"
	"slices"

	"voicestudio/presets"
	"voicestudio/presets/script"
	"voicestudio/tts"
	"voicestudio/ui/session"
	"voicestudio/ui/studio/document"
)

// listDrafts lists the drafts that other programs have left; a number goes on with one,
// and undo goes back.
func listDrafts(d *desk, _ string) error {
	if d.Draft == "" {
		return wrong(say.draft.noOthers)
	}
	own := d.draft.File()
	others := slices.DeleteFunc(document.Drafts(d.Draft), func(k document.Kept) bool { return k.File == own })
	if len(others) == 0 {
		return wrong(say.draft.noOthers)
	}
	items := make([]item, len(others))
	for i, kept := range others {
		said := ""
		switch left, err := document.ReadDraft(kept.File); {
		case err != nil:
			said = say.draft.unreadable(homely(kept.File), reason(err))
		case left.Text == "":
			said = joined(say.script.empty, tts.Clean(presets.VoicesInWords(left.Doc().Request().Voices())))
		default:
			said = quoted(beginning(left.Text))
		}
		items[i].text = joined(said, session.Lately(kept.Time, d.Now()))
	}
	return d.offer(list{items: numbered(items), hint: say.lists.chooses, pick: func(n int) error {
		if n < 1 || n > len(others) {
			return wrong(say.lists.out(n, len(others)))
		}
		return d.takeDraft(others[n-1].File)
	}})
}

// takeDraft goes on with another program's draft. Its file goes once what is in it is in
// this one's own.
func (d *desk) takeDraft(file string) error {
	left, err := document.ReadDraft(file)
	if err != nil {
		return tts.Machine(say.text.cannotRead(homely(file), reason(err)), err)
	}
	lines := script.New()
	if f, err := d.session.Scripts().Load(left.Script); left.Script != "" && err == nil {
		now, kept := f.Script()
		lines = now
		d.script.kept = d.script.kept.With(kept)
		d.script.files.Know(f)
	} else {
		left.Script = ""
	}
	d.work.Read(left.Doc(), lines.Follow(tts.Plain(left.Text)), left.Script, say.draft.opening, d.Now())
	d.say(d.counted())
	d.draft.Note(d.work.Draft())
	if _, err := d.draft.Write(); err != nil {
		return tts.Machine(tts.Said{What: say.draft.notKept(reason(err))}, err)
	}
	if err := os.Remove(file); err != nil {
		return tts.Machine(tts.Said{What: reason(err)}, err)
	}
	return nil
}
