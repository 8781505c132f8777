package plain

import (
	"io"
	"path/filepath"
	"strings"
	"unicode"

	"voicestudio/player/export"
	"voicestudio/tts"
	"voicestudio/tts/subtitles"
	"voicestudio/tts/takes"
	"voicestudio/ui/config"
	"voicestudio/ui/session"
)

// wanted is how a take is written.
type wanted struct {
	export.Options
	titles string // the form of the subtitles beside it; empty: none are written
}

// exportTake writes a take for others: as the ending of the file says, or as the
// host sent it; a part of it, at a loudness, with subtitles.
func exportTake(d *desk, rest string) error {
	t, file, err := d.takeOf(rest)
	if err != nil {
		return err
	}
	file, o, err := exportOptions(file)
	if err != nil {
		return err
	}
	if file == "" {
		return wrong(say.takes.exportForm)
	}
	path := config.TypedPath(file)
	own := t.Request.AudioFormat()
	changed := o.From != 0 || o.To != 0 || o.Loudness != 0
	ending := strings.TrimPrefix(strings.ToLower(filepath.Ext(path)), ".")
	if ending == "" {
		ending = tts.Ending(own)
		path += "." + ending
	}
	made := (ending == "wav" || ending == "flac" || ending == "mp3") && session.Playable(t.Request)
	switch o.Codec = export.Original; {
	case tts.Names(path, own) && !changed:
	case made:
		o.Codec = ending
	default:
		return wrong(say.takes.exportAs(presentable(ending)))
	}
	if o.titles != "" && len(t.Subtitles) == 0 {
		return wrong(say.takes.noSubtitles)
	}
	o.Tags = session.ExportTags(t)
	return d.onto(path, func() error {
		d.writeTake(t, path, o)
		return nil
	})
}

// exportOptions parts the file of an export from how it is written, which stands behind
// it: from 1 to 2.5, loudness -16, subtitles.
func exportOptions(rest string) (file string, o wanted, err error) {
	words := strings.Fields(rest)
	for len(words) > 1 {
		last, before := strings.ToLower(words[len(words)-1]), strings.ToLower(words[len(words)-2])
		cut := 2
		switch {
		case among(say.takes.subtitles, last):
			o.titles, cut = "srt", 1
		case among(say.takes.subtitles, before) && (last == "srt" || last == "vtt"):
			o.titles = last
		case among(say.takes.loudness, before):
			x, is := figure(last)
			if !is || x <= -70 || x >= 0 {
				return "", o, wrong(say.takes.loudnessForm)
			}
			o.Loudness = x
		case among(say.takes.to, before) && isMoment(last):
			o.To, _ = moment(last)
		case among(say.takes.from, before) && isMoment(last):
			o.From, _ = moment(last)
		default:
			cut = 0
		}
		if cut == 0 {
			break
		}
		words = words[:len(words)-cut]
		rest = strings.TrimSpace(rest)
		for range cut {
			rest = strings.TrimSpace(rest[:strings.LastIndexFunc(rest, unicode.IsSpace)])
		}
	}
	if o.To != 0 && o.To <= o.From {
		return "", o, wrong(say.sound.loopForm)
	}
	return strings.TrimSpace(rest), o, nil
}

func isMoment(word string) bool {
	_, err := moment(word)
	return err == nil
}

// writeTake writes it beside the loop.
func (d *desk) writeTake(t takes.Take, path string, o wanted) {
	ctx := d.ctx
	d.later(func() func() {
		var done session.Exported
		err := session.WriteFile(path, func(w io.Writer) (err error) {
			done, err = session.Export(ctx, w, t, o.Options)
			return err
		})
		titles := ""
		if err == nil && o.titles != "" {
			titles = strings.TrimSuffix(path, filepath.Ext(path)) + "." + o.titles
			err = session.WriteFile(titles, func(w io.Writer) error {
				return subtitles.Write(w, subtitles.Format(o.titles), subtitles.Cut(t.Subtitles, o.From, o.To))
			})
		}
		return func() {
			if err != nil {
				d.fail(err)
				return
			}
			d.say(say.takes.wrote(homely(path), joined(signed(done.What)...)))
			if titles != "" {
				d.say(say.script.titles(homely(titles)))
			}
			for _, note := range done.Notes {
				d.say(note)
			}
		}
	})
}

// signed writes the hyphens of figures as what they mean.
func signed(what []string) []string {
	all := make([]string, len(what))
	for i, part := range what {
		all[i] = strings.TrimPrefix(strings.ReplaceAll(" "+part, " -", " −"), " ")
	}
	return all
}
