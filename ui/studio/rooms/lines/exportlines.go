package lines

import (
	"context"
	"errors"
	"maps"
	"path/filepath"
	"strings"

	tea "charm.land/bubbletea/v2"

	"voicestudio/presets/script"
	"voicestudio/ui/narration"
	"voicestudio/ui/session"
	"voicestudio/ui/studio/dialog"
	"voicestudio/ui/studio/rooms"
	editor "voicestudio/ui/studio/rooms/script"
)

// ExportLines asks where each line goes as a file of its own: a folder, and behind it
// the pattern of their names.
func (r *Lines) ExportLines() tea.Cmd {
	w := r.Work.Lines().Whole
	r.out.replaces = ""
	file := filepath.Join(filepath.Dir(r.out.file(w)), namesOf(w))
	r.Push(dialog.NewPrompt(Say.linesTitle, r.exportHint(Say.wholeHints[wholeNames]), "", func(typed string) dialog.Action {
		asker, _ := r.Top().(dialog.Asker)
		work, title, wrote, rows := r.work(), r.title(), maps.Clone(r.out.wrote), r.every()
		return dialog.Run(func() tea.Msg {
			msg := spreadMsg{of: r, asker: asker, pattern: editor.TypedPath(typed)}
			if msg.pattern == "" {
				msg.err = errors.New(Say.noFile)
				return msg
			}
			if msg.err = folderOf(msg.pattern); msg.err != nil {
				return msg
			}
			names, err := narration.Names(filepath.Base(msg.pattern), title, work)
			if msg.err = err; err != nil {
				return msg
			}
			var files []string
			for i, name := range names {
				if rows[i].Take != nil {
					files = append(files, filepath.Join(filepath.Dir(msg.pattern), name))
				}
			}
			msg.foreign = foreign(files, wrote)
			return msg
		})
	}).Adding(editor.LongestPath).Suggesting(dialog.Homely(file)), rooms.InFile)
	return nil
}

// spreadMsg brings where the lines' files shall be.
type spreadMsg struct {
	of      *Lines
	asker   dialog.Asker
	pattern string // in its folder
	foreign []string
	err     error
}

// TakeIn keeps the pattern, and writes the lines. Other files that are there need enter
// twice.
func (m spreadMsg) TakeIn() tea.Cmd {
	r := m.of
	switch {
	case m.asker == nil || r.Top() != m.asker: // it was left
		return nil
	case m.err != nil:
		m.asker.Refuse(m.err)
		return nil
	case len(m.foreign) > 0 && r.out.replaces != m.pattern:
		r.out.replaces = m.pattern
		m.asker.Refuse(errors.New(Say.isThere(len(m.foreign), dialog.Base(m.foreign[0]))))
		return nil
	}
	r.Shut(m.asker)
	dir, names := filepath.Dir(m.pattern), filepath.Base(m.pattern)
	if names != namesOf(r.Work.Lines().Whole) {
		r.changeWhole(wholeNames, func(w *script.Whole) { w.Names = names })
	}
	work, rows := r.work(), r.every()
	files := narration.Files{Dir: dir, Names: names, Title: r.title(), Loudness: work.Whole.Loudness, Tags: true, Replace: true}
	return r.writing(Say.allLines, func(ctx context.Context) tea.Msg {
		filed, err := narration.ExportLines(ctx, rows, work, files)
		msg := exportedMsg{of: r, done: filed.Exported, err: err}
		if err != nil {
			return msg
		}
		for _, name := range filed.Names {
			if name != "" {
				msg.files = append(msg.files, filepath.Join(dir, name))
			}
		}
		msg.stamps = stamps(msg.files)
		msg.what = Say.linesIn(len(msg.files), dialog.Homely(dir))
		msg.done.What = []string{session.Size(filed.Bytes)}
		if filed.There > 0 {
			msg.done.What = append(msg.done.What, Say.wereThere(filed.There))
		}
		return msg
	})
}

// minus writes the hyphens of figures as what they mean.
func minus(what []string) []string {
	all := make([]string, len(what))
	for i, part := range what {
		all[i] = strings.TrimPrefix(strings.ReplaceAll(" "+part, " -", " −"), " ")
	}
	return all
}
