package listen

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	tea "charm.land/bubbletea/v2"

	"voicestudio/player/export"
	"voicestudio/tts"
	"voicestudio/tts/subtitles"
	"voicestudio/tts/takes"
	"voicestudio/ui/session"
	"voicestudio/ui/studio/dialog"
	"voicestudio/ui/studio/rooms"
)

// ExportTake asks how the take that is meant becomes a file for others.
func (r *Takes) ExportTake() tea.Cmd {
	row := r.meant()
	own := row.Request.AudioFormat()
	of := dialog.Exportable{ID: row.ID, Formats: []string{export.Original}, Ending: tts.Ending(own), Anew: anew(row.Take)}
	if session.Playable(row.Request) {
		of.Formats = []string{"wav", "flac", export.Original}
	}
	if l := r.Sound.loop; l.on && r.Sound.take == row {
		of.From, of.To = l.from, l.to
	}
	ending := of.Formats[0]
	if ending == export.Original {
		ending = of.Ending
	}
	if r.exportDir == "" {
		r.exportDir, _ = os.Getwd()
	}
	file := filepath.Join(r.exportDir, fmt.Sprintf("take-%d.%s", row.Number, ending))
	r.Push(dialog.NewExporter(Say.Takes.export(r.called(row)), of, dialog.Homely(file)), rooms.InExport)
	return nil
}

// WrittenTakeMsg tells how writing a take for others has ended.
type WrittenTakeMsg struct {
	file   string
	titles string // the file of subtitles beside it
	anew   bool   // it was spoken once more for them
	done   session.Exported
	err    error
}

// Export writes a take in the background. What can be known before is asked
// of the disk at once, so that no key is lost between an answer and its dialog.
func (r *Takes) Export(a dialog.Export) tea.Cmd {
	asking := r.Top().(*dialog.Exporter)
	row := r.find(a.ID)
	if row == nil {
		r.Pop()
		return r.Say(rooms.Caution, Say.Takes.gone)
	}
	path := expanded(a.File)
	for _, file := range []string{path, beside(path, a.Titles)} {
		switch info, err := os.Stat(file); {
		case err == nil && !info.Mode().IsRegular():
			asking.Refuse(tts.Machine(Say.Takes.notAFile(dialog.Homely(file)), nil))
			return nil
		case err == nil && !a.Replace:
			asking.Taken(a.File)
			return nil
		}
	}
	if info, err := os.Stat(filepath.Dir(path)); err != nil || !info.IsDir() {
		asking.Refuse(tts.Machine(Say.Takes.noFolder(dialog.Homely(filepath.Dir(path))), nil))
		return nil
	}
	take := row.Take
	o := export.Options{Codec: a.Format, From: a.From, To: a.To, Loudness: a.Loudness, Tags: session.ExportTags(take)}
	if a.Titles != "" && len(take.Subtitles) == 0 {
		return r.titled(asking, take, a, path, o)
	}
	r.Shut(asking)
	r.exportDir = filepath.Dir(path)
	ctx := r.Ctx
	return r.OnErrand(Say.Takes.writing(dialog.Homely(path)), func() tea.Msg { return written(ctx, take, a, path, o) })
}

// beside is the file of subtitles that goes with another one; that one itself
// where there is none.
func beside(path, titles string) string {
	if titles == "" {
		return path
	}
	return strings.TrimSuffix(path, filepath.Ext(path)) + "." + titles
}

// written writes a take as a whole, or nothing, and its subtitles after it.
func written(ctx context.Context, t takes.Take, a dialog.Export, path string, o export.Options) (msg WrittenTakeMsg) {
	msg.file = path
	msg.err = session.WriteFile(path, func(w io.Writer) (err error) {
		msg.done, err = session.Export(ctx, w, t, o)
		return err
	})
	if msg.err == nil && a.Titles != "" {
		msg.titles = beside(path, a.Titles)
		msg.err = session.WriteFile(msg.titles, func(w io.Writer) error {
			return subtitles.Write(w, subtitles.Format(a.Titles), subtitles.Cut(t.Subtitles, o.From, o.To))
		})
	}
	return msg
}

// WasWritten says how writing a take has ended.
func (r *Takes) WasWritten(msg WrittenTakeMsg) tea.Cmd {
	if msg.anew {
		r.stopTitles = nil
		msg.anew = false
		return tea.Batch(r.Read(), r.WasWritten(msg))
	}
	if fault := tts.AsError(msg.err, tts.KindMachine); fault != nil && fault.Kind == tts.KindInterrupted {
		return r.Say(rooms.Note, rooms.Say.Screen.Stopped)
	}
	if msg.err != nil {
		return r.Fail(msg.err)
	}
	for i, part := range msg.done.What { // the command line's minus is a hyphen
		msg.done.What[i] = strings.TrimPrefix(strings.ReplaceAll(" "+part, " -", " −"), " ")
	}
	file := dialog.Homely(msg.file)
	if msg.titles != "" {
		file = Say.Takes.withTitles(file, tts.Clean(filepath.Base(msg.titles)))
	}
	said := Say.Takes.wrote(file, tts.Listed(msg.done.What...))
	if len(msg.done.Notes) > 0 {
		return r.Say(rooms.Warning, tts.Further(append([]string{said}, msg.done.Notes...)...))
	}
	return r.Say(rooms.Note, said)
}

// expanded is a path as the system knows it: ~ is the person's home.
func expanded(path string) string {
	path = strings.TrimSpace(path)
	if rest, found := strings.CutPrefix(path, "~"+string(filepath.Separator)); found {
		if home, err := os.UserHomeDir(); err == nil {
			path = filepath.Join(home, rest)
		}
	}
	return filepath.Clean(path)
}
