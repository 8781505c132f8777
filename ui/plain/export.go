package plain

import (
	"io"
	"path/filepath"
	"strings"

	"voicestudio/player/export"
	"voicestudio/tts"
	"voicestudio/tts/takes"
	"voicestudio/ui/config"
	"voicestudio/ui/session"
)

// exportTake writes a take for others: as the ending of the file says, or as the
// host sent it.
func exportTake(d *desk, rest string) error {
	t, file, err := d.takeOf(rest)
	if err != nil {
		return err
	}
	file = strings.Trim(strings.TrimSpace(file), `"`)
	if file == "" {
		return wrong(say.takes.exportForm)
	}
	path := config.TypedPath(file)
	own := t.Request.AudioFormat()
	codec, ending := export.Original, strings.TrimPrefix(strings.ToLower(filepath.Ext(path)), ".")
	switch {
	case ending == "":
		path += "." + tts.Ending(own)
	case tts.Names(path, own):
	case (ending == "wav" || ending == "flac" || ending == "mp3") && session.Playable(t.Request):
		codec = ending
	default:
		return wrong(say.takes.exportAs(presentable(ending)))
	}
	write := func() error {
		d.writeTake(t, path, export.Options{Codec: codec, Tags: session.ExportTags(t)})
		return nil
	}
	return d.onto(path, write)
}

// writeTake writes it beside the loop.
func (d *desk) writeTake(t takes.Take, path string, o export.Options) {
	ctx := d.ctx
	d.later(func() func() {
		var done session.Exported
		err := session.WriteFile(path, func(w io.Writer) (err error) {
			done, err = session.Export(ctx, w, t, o)
			return err
		})
		return func() {
			if err != nil {
				d.fail(err)
				return
			}
			d.say(say.takes.wrote(homely(path), joined(done.What...)))
			for _, note := range done.Notes {
				d.say(note)
			}
		}
	})
}
