package lines

import (
	"context"
	"errors"
	"io"
	"maps"
	"path/filepath"
	"time"

	tea "charm.land/bubbletea/v2"

	"voicestudio/player/export"
	"voicestudio/presets/script"
	"voicestudio/tts"
	"voicestudio/tts/subtitles"
	"voicestudio/ui/narration"
	"voicestudio/ui/session"
	"voicestudio/ui/studio/dialog"
	"voicestudio/ui/studio/rooms"
	editor "voicestudio/ui/studio/rooms/script"
)

// NothingToExport says why nothing can be written for others.
func (r *Lines) NothingToExport() string {
	if why := r.NotLooked(); why != "" {
		return why
	}
	if r.out.stop != nil {
		return Say.writesAlready
	}
	for _, row := range r.rows {
		if row.Take != nil {
			return ""
		}
	}
	return Say.nothingMade
}

// Export asks where the whole goes, and writes it.
func (r *Lines) Export() tea.Cmd { return r.askFile(true) }

// askFile asks for the file of the whole; writes says that it is written then.
func (r *Lines) askFile(writes bool) tea.Cmd {
	w := r.Work.Lines().Whole
	r.out.replaces = ""
	title, hint := Say.wholeNames[wholeFile], Say.wholeHint
	if writes {
		title, hint = Say.exportTitle, r.exportHint(Say.entersExport)
	}
	r.Push(dialog.NewPrompt(title, hint, "", func(typed string) dialog.Action {
		asker, _ := r.Top().(dialog.Asker)
		form, titles, wrote := formOf(r.out.file(w)), w.Subtitles, maps.Clone(r.out.wrote)
		return dialog.Run(func() tea.Msg {
			msg := placedMsg{of: r, asker: asker, writes: writes}
			if msg.file, msg.err = soundAt(typed, form); msg.err != nil || !writes {
				return msg
			}
			files := []string{msg.file}
			if titles != "" {
				files = append(files, titlesOf(msg.file, titles))
			}
			msg.foreign = foreign(files, wrote)
			return msg
		})
	}).Adding(editor.LongestPath).Suggesting(dialog.Homely(r.out.file(w))), rooms.InFile)
	return nil
}

// exportHint says what enter does, and what is not there as it is wanted.
func (r *Lines) exportHint(does string) string {
	if lacks := r.lacks(); lacks != "" {
		return Say.exportsSome(lacks)
	}
	return does
}

// placedMsg brings where the whole shall be.
type placedMsg struct {
	of      *Lines
	asker   dialog.Asker
	file    string
	foreign []string // are there
	writes  bool
	err     error
}

// TakeIn keeps the file's name, and writes it. Another one that is there needs enter
// twice.
func (m placedMsg) TakeIn() tea.Cmd {
	r := m.of
	switch {
	case m.asker == nil || r.Top() != m.asker: // it was left
		return nil
	case m.err != nil:
		m.asker.Refuse(m.err)
		return nil
	case len(m.foreign) > 0 && r.out.replaces != m.file:
		r.out.replaces = m.file
		m.asker.Refuse(errors.New(Say.isThere(len(m.foreign), dialog.Base(m.foreign[0]))))
		return nil
	}
	r.Shut(m.asker)
	if m.file != r.Work.Lines().Whole.File {
		r.changeWhole(wholeFile, func(w *script.Whole) { w.File = m.file })
	}
	if !m.writes {
		return nil
	}
	r.out.dir = filepath.Dir(m.file)
	s, rows, file := r.Work.Lines(), r.every(), m.file
	tags := []export.Tag{{Name: "title", Value: tts.Clean(r.title())}, {Name: "date", Value: r.Now().Format(time.DateOnly)}, {Name: "software", Value: "voicestudio"}}
	if tags[0].Value == "" {
		tags = tags[1:]
	}
	return r.writing(dialog.Homely(file), func(ctx context.Context) tea.Msg {
		return writeWhole(ctx, r, rows, s, file, tags)
	})
}

// writing writes something in the background, of which the status line tells.
func (r *Lines) writing(what string, do func(ctx context.Context) tea.Msg) tea.Cmd {
	ctx, cancel := context.WithCancel(r.Ctx)
	r.out.stop = cancel
	return r.OnErrand(rooms.Say.Screen.EscStops(Say.writing(what)), func() tea.Msg {
		defer cancel()
		return do(ctx)
	})
}

// StopExport ends what is being written; false where nothing is, or a dialog has the
// keys.
func (r *Lines) StopExport() bool {
	if r.out.stop == nil || r.Top() != nil {
		return false
	}
	r.out.stop()
	return true
}

// exportedMsg tells how writing has ended.
type exportedMsg struct {
	of     *Lines
	files  []string // that were written
	stamps map[string]stamp
	what   string // they are
	done   narration.Exported
	err    error
}

// writeWhole writes the whole, and its subtitles after it.
func writeWhole(ctx context.Context, r *Lines, rows []narration.Row, s script.Script, file string, tags []export.Tag) tea.Msg {
	msg := exportedMsg{of: r, what: dialog.Homely(file)}
	msg.err = session.WriteFile(file, func(w io.Writer) (err error) {
		msg.done, err = narration.Export(ctx, w, rows, s, export.Options{Codec: formOf(file), Loudness: s.Whole.Loudness, Tags: tags})
		return err
	})
	if msg.err != nil {
		return msg
	}
	msg.files = []string{file}
	if form := s.Whole.Subtitles; form != "" {
		titles := titlesOf(file, form)
		cues := narration.Titles(msg.done.Places, rows, func(line int) (narration.Spoken, bool) {
			spoken, err := narration.SpokenIn(ctx, *rows[line].Take)
			return spoken, err == nil
		})
		msg.err = session.WriteFile(titles, func(w io.Writer) error { return subtitles.Write(w, subtitles.Format(form), cues) })
		if msg.err == nil {
			msg.files, msg.what = append(msg.files, titles), Say.withTitles(msg.what, dialog.Base(titles))
		}
	}
	msg.stamps = stamps(msg.files)
	return msg
}

func stamps(files []string) map[string]stamp {
	all := map[string]stamp{}
	for _, file := range files {
		if now, there := stampOf(file); there {
			all[file] = now
		}
	}
	return all
}

// TakeIn says what was written.
func (m exportedMsg) TakeIn() tea.Cmd {
	r := m.of
	r.out.stop = nil
	maps.Copy(r.out.wrote, m.stamps)
	if m.err != nil {
		return r.Fail(m.err)
	}
	said := Say.wrote(m.what, tts.Listed(minus(m.done.What)...))
	if len(m.done.Lost) > 0 || m.done.Damage != nil { // of the others enter was told
		return r.Say(rooms.Warning, Say.butNotes(said, m.done.Notes))
	}
	return r.Say(rooms.Note, said)
}
