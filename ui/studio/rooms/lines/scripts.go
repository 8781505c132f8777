package lines

import (
	"cmp"
	"io"
	"os"
	"path/filepath"

	tea "charm.land/bubbletea/v2"

	"voicestudio/presets/keep"
	"voicestudio/presets/script"
	"voicestudio/tts"
	"voicestudio/tts/lines"
	"voicestudio/ui/narration"
	"voicestudio/ui/session"
	"voicestudio/ui/studio/dialog"
	"voicestudio/ui/studio/document"
	"voicestudio/ui/studio/paint"
	"voicestudio/ui/studio/rooms"
	scripts "voicestudio/ui/studio/rooms/script"
)

// readMsg brings a file as lines, or as the script that it is.
type readMsg struct {
	of    *Lines
	asker dialog.Asker // nil: nobody was asked
	name  string
	file  *script.File // it is a script
	own   bool         // of the studio's own folder
	all   []lines.Line
	err   error
}

// AskFile asks for a file to read: a text, Markdown, subtitles, a table, a script.
func (r *Lines) AskFile() tea.Cmd {
	r.Push(dialog.NewPrompt(Say.fileTitle, Say.fileHint, "", func(line string) dialog.Action {
		return rooms.Does(func() tea.Cmd { return r.read(line) })
	}).Adding(scripts.LongestPath), rooms.InFile)
	return nil
}

func (r *Lines) read(path string) tea.Cmd {
	path = scripts.TypedPath(path)
	asker, _ := r.Top().(dialog.Asker)
	name := tts.Clean(filepath.Base(path))
	return r.OnErrand(rooms.Say.Screen.Reading(name), func() tea.Msg {
		msg := readMsg{of: r, asker: asker, name: name}
		msg.file, msg.all, msg.err = readFile(path)
		return msg
	})
}

// readFile reads what can be a script. The error says why it cannot.
func readFile(path string) (*script.File, []lines.Line, error) {
	if path == "" {
		return nil, nil, tts.Wrong("", tts.Said{What: Say.noPath})
	}
	if err := scripts.Readable(path); err != nil {
		return nil, nil, err
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, nil, tts.Machine(tts.Said{What: tts.Reason(err)}, err)
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, keep.MaxFile+1))
	switch {
	case err != nil:
		return nil, nil, tts.Machine(tts.Said{What: tts.Reason(err)}, err)
	case len(data) > keep.MaxFile:
		return nil, nil, tts.Wrong("", tts.Said{What: Say.tooLarge(keep.MaxFile >> 20)})
	}
	return narration.Read(path, data)
}

// TakeIn makes it the script; undo brings back what was there.
func (m readMsg) TakeIn() tea.Cmd {
	r := m.of
	switch {
	case m.asker != nil && r.Top() != m.asker:
		return nil // it was left
	case m.err != nil && m.asker != nil:
		m.asker.Refuse(m.err)
		return nil
	case m.err != nil:
		return r.Fail(m.err)
	case m.asker != nil:
		r.Shut(m.asker)
	}
	var next script.Script
	if m.file != nil {
		var kept script.Kept
		next, kept = m.file.Script()
		r.kept = r.kept.With(kept)
	} else {
		whole := r.Work.Lines().Whole
		whole.File = "" // that is the other script's
		next = script.Of(narration.Fresh(m.all), whole)
	}
	id, doc := "", r.Work.Doc()
	if m.own {
		id = m.file.ID
		r.file.Know(*m.file)
		r.file.waits = m.file.Queue
	}
	if m.file != nil && !m.file.Request.Equal(tts.Request{}) {
		doc = document.Of(m.file.Request, "")
	}
	r.OnLine, r.Forms = "", false
	r.Work.Read(doc, next, id, rooms.Say.Deeds.Inserting(m.name), r.Now())
	r.FocusOn(rooms.LinesPanel)
	r.looks.stale = true
	r.First()
	return r.Say(rooms.Note, Say.read(m.name, len(next.Lines)))
}

// New begins an empty script in a file of its own.
func (r *Lines) New() tea.Cmd {
	r.Work.Read(r.Work.Doc(), script.New(), "", rooms.Say.Deeds.NewScript, r.Now())
	r.OpenTab(rooms.ScriptTab)
	return nil
}

// listedMsg brings the scripts that are kept.
type listedMsg struct {
	of     *Lines
	all    []script.File
	broken []script.Broken
	err    error
}

// Pick lists the scripts that are kept.
func (r *Lines) Pick() tea.Cmd {
	folder := r.Session.Scripts()
	return r.OnErrand(rooms.Say.Screen.Reading(Say.theScripts), func() tea.Msg {
		all, broken, err := folder.List()
		return listedMsg{r, all, broken, err}
	})
}

// TakeIn shows the list.
func (m listedMsg) TakeIn() tea.Cmd {
	r := m.of
	if m.err != nil {
		return r.Fail(m.err)
	}
	var items []dialog.Item
	for _, f := range m.all {
		if f.ID == r.Work.Script() {
			continue
		}
		made := 0
		for _, row := range f.Rows {
			if row.Chosen != "" {
				made++
			}
		}
		items = append(items, dialog.Item{Title: cmp.Or(f.Name, beginning(f)), Detail: Say.kept(len(f.Rows), made), Right: session.Lately(f.Updated, r.Now()),
			Action: rooms.Does(func() tea.Cmd { return r.open(f.ID) })})
	}
	for _, b := range m.broken {
		items = append(items, dialog.Item{Title: tts.Clean(filepath.Base(b.File)), Off: tts.Clean(b.Error())})
	}
	if len(items) == 0 {
		return r.Say(rooms.Note, Say.noScripts)
	}
	r.Push(dialog.NewPicker(Say.theScripts, Say.scriptsHint, items), rooms.InList)
	return nil
}

// beginning is how a script begins.
func beginning(f script.File) string {
	if len(f.Rows) == 0 {
		return Say.noWords
	}
	return paint.Cut(tts.Clean(f.Rows[0].Text), 48)
}

func (r *Lines) open(id string) tea.Cmd {
	folder := r.Session.Scripts()
	return func() tea.Msg {
		f, err := folder.Load(id)
		return readMsg{of: r, name: cmp.Or(tts.Clean(f.Name), beginning(f)), file: &f, own: true, err: err}
	}
}

// Of are the lines of a draft that another studio has left.
func (r *Lines) Of(d document.Draft) script.Script {
	f, err := r.Session.Scripts().Load(d.Script)
	if d.Script == "" || err != nil {
		return script.New().Follow(tts.Plain(d.Text))
	}
	s, kept := f.Script()
	r.kept = r.kept.With(kept)
	r.file.Know(f)
	r.looks.stale = true
	return s.Follow(tts.Plain(d.Text))
}
