package library

import (
	"cmp"
	"io"
	"os"
	"path/filepath"

	tea "charm.land/bubbletea/v2"

	"voicestudio/presets"
	"voicestudio/tts"
	"voicestudio/ui/session"
	"voicestudio/ui/studio/dialog"
	"voicestudio/ui/studio/document"
	"voicestudio/ui/studio/rooms"
	"voicestudio/ui/studio/rooms/script"
)

// AskBundle asks for the file of a bundle to import into the folder in sight.
func (r *Presets) AskBundle() tea.Cmd {
	into := r.importsInto()
	r.Push(dialog.NewPrompt(Say.team.importTitle(into.Name), Say.team.importHint, "", func(path string) dialog.Action {
		return dialog.ReadBundle{Path: path, Into: into}
	}).Adding(script.LongestPath), rooms.InFile)
	return nil
}

// importsInto is the folder that is listed alone where it can be written to,
// else the person's own.
func (r *Presets) importsInto() presets.Place {
	if b := r.Browser(); b != nil && b.Folder() != "" {
		if p, known := r.Library.Library.Place(b.Folder()); known && !r.Closed[p.Name] {
			return p
		}
	}
	return r.Places[0]
}

// PlannedMsg brings what an import would do.
type PlannedMsg struct {
	asker dialog.Asker
	into  presets.Place
	plan  *presets.Plan
	err   error
}

// ReadBundle looks what a bundle would bring.
func (r *Presets) ReadBundle(a dialog.ReadBundle) tea.Cmd {
	path := script.TypedPath(a.Path)
	asker, _ := r.Top().(dialog.Asker)
	return func() tea.Msg {
		data, err := readBundle(path)
		var plan *presets.Plan
		if err == nil {
			plan, err = a.Into.PlanImport(data)
		}
		return PlannedMsg{asker, a.Into, plan, err}
	}
}

func readBundle(path string) ([]byte, error) {
	if path == "" {
		return nil, tts.Wrong("", tts.Said{What: Say.team.noPath})
	}
	if err := script.Readable(path); err != nil {
		return nil, err
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, tts.Machine(tts.Said{What: script.Say.Editor.Unreadable(dialog.Homely(path), tts.Reason(err))}, err)
	}
	defer f.Close()
	return io.ReadAll(io.LimitReader(f, presets.MaxBundle+1))
}

// Planned shows what would come, before it does.
func (r *Presets) Planned(msg PlannedMsg) tea.Cmd {
	if msg.asker == nil || r.Top() != msg.asker {
		return nil // it was left
	}
	if msg.err != nil {
		msg.asker.Refuse(msg.err)
		return nil
	}
	r.Shut(msg.asker)
	var rows []dialog.ReportRow
	news := 0
	for _, one := range msg.plan.Imports {
		if one.Outcome != presets.ImportSame {
			news++
		}
		rows = append(rows, dialog.ReportRow{Mark: Say.team.outcomes[one.Outcome], Bad: one.Outcome == presets.ImportCollides,
			Title: one.Name, Details: presets.Sentences(one.Changes)})
	}
	again := ""
	if names := msg.plan.Collisions(); len(names) > 0 {
		again = Say.team.replaces(names)
	}
	if news == 0 {
		return r.Say(rooms.Note, Say.team.allThere(len(rows), msg.into.Name))
	}
	r.Push(dialog.NewReport(Say.team.importTitle(msg.into.Name), Say.team.importsHint(news, msg.into.Name), rows).
		Asking(dialog.Import{Plan: msg.plan, Into: msg.into}, again), rooms.InReport)
	return nil
}

// Import does what was shown; undo takes it back.
func (r *Presets) Import(a dialog.Import) tea.Cmd {
	files := new([]string)
	bring := func(fault func(error) tea.Cmd, then func()) tea.Cmd {
		return r.alter(alteration{place: a.Into, fault: fault, files: files,
			do: func(presets.Place) (presets.Entry, error) {
				made, err := a.Plan.Apply(true)
				if err != nil || len(made) == 0 {
					return presets.Entry{}, err
				}
				for _, e := range made {
					*files = append(*files, e.File)
				}
				return made[0], nil
			},
			then: func(presets.Entry) tea.Cmd {
				then()
				return r.Say(rooms.Note, Say.team.imported(len(a.Plan.Imports), a.Into.Name))
			}})
	}
	return bring(nil, func() {
		r.Did(rooms.Say.Deeds.Importing,
			func(d *document.Deed) tea.Cmd {
				return r.alter(alteration{place: a.Into, fault: r.Failed(d), files: files,
					do:   func(presets.Place) (presets.Entry, error) { return presets.Entry{}, a.Plan.Revert() },
					then: func(presets.Entry) tea.Cmd { return r.Say(rooms.Note, Say.team.takenBack(a.Into.Name)) }})
			},
			func(d *document.Deed) tea.Cmd { return bring(r.Failed(d), func() {}) })
	})
}

// AskExport asks for the file that the marked presets, else the one under the
// cursor, are written into.
func (r *Presets) AskExport() tea.Cmd {
	entries := r.Browser().Chosen()
	name := presets.Slug(entries[0].Name)
	if len(entries) > 1 {
		name = cmp.Or(entries[0].Folder, "presets")
	}
	if r.bundleDir == "" {
		r.bundleDir, _ = os.Getwd()
	}
	file := dialog.Homely(filepath.Join(r.bundleDir, name+"-presets.json"))
	r.replaces = ""
	r.Push(dialog.NewPrompt(Say.team.exportTitle(len(entries), entries[0].Name), Say.team.exportHint, "", func(path string) dialog.Action {
		return dialog.ExportBundle{Entries: entries, Path: path}
	}).Adding(script.LongestPath).Suggesting(file), rooms.InFile)
	return nil
}

// NoneChosen says why there is nothing to export.
func (r *Presets) NoneChosen() string {
	if b := r.Browser(); b != nil && len(b.Chosen()) > 0 {
		return ""
	}
	return r.NoPreset()
}

// BundledMsg tells how writing a bundle has ended.
type BundledMsg struct {
	asker dialog.Asker
	file  string
	count int
	taken bool
	err   error
}

// ExportBundle writes the bundle. A file that is there needs enter twice.
func (r *Presets) ExportBundle(a dialog.ExportBundle) tea.Cmd {
	path := script.TypedPath(a.Path)
	if path != "" && filepath.Ext(path) == "" {
		path += ".json"
	}
	asker, _ := r.Top().(dialog.Asker)
	if path == "" {
		asker.Refuse(tts.Wrong("", tts.Said{What: Say.team.noPath}))
		return nil
	}
	replace := r.replaces == path
	return func() tea.Msg {
		msg := BundledMsg{asker: asker, file: path, count: len(a.Entries)}
		if _, err := os.Stat(path); err == nil && !replace {
			msg.taken = true
			return msg
		}
		data, err := presets.Export(a.Entries...)
		if msg.err = err; err == nil {
			msg.err = session.WriteFile(path, func(w io.Writer) error {
				_, err := w.Write(data)
				return err
			})
		}
		return msg
	}
}

// Bundled says where the bundle is.
func (r *Presets) Bundled(msg BundledMsg) tea.Cmd {
	switch {
	case msg.taken:
		r.replaces = msg.file
		msg.asker.Refuse(tts.Wrong("", tts.Said{What: Say.team.fileThere(filepath.Base(msg.file))}))
		return nil
	case msg.err != nil:
		msg.asker.Refuse(msg.err)
		return nil
	}
	r.replaces, r.bundleDir = "", filepath.Dir(msg.file)
	r.Shut(msg.asker)
	if b := r.Browser(); b != nil {
		b.Unmark()
	}
	return r.Say(rooms.Note, Say.team.exported(msg.count, dialog.Homely(msg.file)))
}
