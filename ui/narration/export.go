package narration

import (
	"context"
	"io"
	"slices"

	"voicestudio/player/export"
	"voicestudio/presets/script"
	"voicestudio/tts"
	"voicestudio/ui/session"
)

// Exported is what was written of a script.
type Exported struct {
	session.Exported
	Places []Place // of the lines in the whole
	// Missing lines have no take, Stale ones are in it with words or settings that
	// they have no more; from 0.
	Missing, Stale []int
	// Lost are those whose audio could not be read or decoded.
	Lost []Lost
}

// Export writes the whole of a script, where rows are its lines, to w: with one gain
// for all of it, so that the lines keep their levels. o is of all of it, as wav, flac
// or mp3. The error is one of the system where w could not be written, else a
// *tts.Error whose field is that of o, see session.Export; nothing was written then.
func Export(ctx context.Context, w io.Writer, rows []Row, s script.Script, o export.Options) (Exported, error) {
	return write(ctx, w, NewWhole(ctx, rows, s, 0, 0), o)
}

// encoded are the forms of what is made of takes.
var encoded = []string{"wav", "flac", "mp3"}

func write(ctx context.Context, w io.Writer, whole *Whole, o export.Options) (Exported, error) {
	if !slices.Contains(encoded, o.Codec) {
		return Exported{}, tts.Wrong("format", say.export.noForm(tts.Clean(o.Codec), encoded))
	}
	if len(whole.Lines) == 0 {
		return Exported{Missing: whole.Missing}, tts.Wrong("lines", say.export.nothing)
	}
	sound, err := session.ExportSound(ctx, w, whole, whole.Format(), say.export.whole, o)
	done := Exported{Exported: sound, Places: whole.Places(), Missing: whole.Missing, Stale: whole.Stale, Lost: whole.Lost()}
	done.Notes = append(done.Notes, done.notes()...)
	if err != nil && len(done.Places) == 0 && len(done.Lost) > 0 { // no line is there, and why
		err = tts.Lost(tts.Said{What: say.export.lost(done.Lost[0].Line+1, true, tts.Clean(done.Lost[0].Err.Error()))}, err)
	}
	return done, err
}

// notes say what of a script is not in its file as one would think.
func (d Exported) notes() (notes []string) {
	if len(d.Missing) > 0 {
		notes = append(notes, say.export.missing(numbered(d.Missing)))
	}
	if len(d.Stale) > 0 {
		notes = append(notes, say.export.stale(numbered(d.Stale)))
	}
	for _, l := range d.Lost {
		notes = append(notes, say.export.lost(l.Line+1, l.LeftOut, tts.Clean(l.Err.Error())))
	}
	return notes
}

// numbered are places as people count lines.
func numbered(lines []int) []int {
	all := make([]int, len(lines))
	for n, i := range lines {
		all[n] = i + 1
	}
	return all
}
