package library

import (
	tea "charm.land/bubbletea/v2"

	"voicestudio/presets"
	"voicestudio/presets/team"
	"voicestudio/tts"
	"voicestudio/ui/studio/dialog"
	"voicestudio/ui/studio/rooms"
)

// linter looks through presets for the host of now. The sandbox stands in for
// the others, so there it is what none of them can speak.
func (r *Presets) linter() presets.Linter {
	var l presets.Linter
	if host := r.Session.Host(); host != tts.Sandbox {
		l.Hosts = []tts.HostName{host}
	}
	for _, p := range r.Places {
		l.Known = append(l.Known, p.Dir)
	}
	return l
}

// LintedMsg brings what is wrong in a folder.
type LintedMsg struct {
	name     string
	host     string // as people read it
	presets  int
	findings []presets.Finding
	names    map[string]string // of presets, by file
	err      error
}

// LintFolder looks through the folder in sight for what is wrong.
func (r *Presets) LintFolder() tea.Cmd {
	place, known := r.inSight()
	if !known {
		place = r.Places[0]
	}
	l, host := r.linter(), Say.team.anyHost
	if l.Hosts != nil {
		at, _ := tts.HostAt(r.Session.Host())
		host = at.Title
	}
	return func() tea.Msg {
		findings, err := l.Lint(place.Dir)
		entries, broken, _ := place.List()
		names := map[string]string{}
		for _, e := range entries {
			names[tts.Clean(e.File)] = e.Name
		}
		return LintedMsg{place.Name, host, len(entries) + len(broken), findings, names, err}
	}
}

// Linted lists it; enter goes to the preset.
func (r *Presets) Linted(msg LintedMsg) tea.Cmd {
	switch {
	case msg.err != nil:
		return r.Fail(msg.err)
	case r.Browser() == nil:
		return nil // it was left
	case len(msg.findings) == 0:
		return r.Say(rooms.Note, Say.team.nothingWrong(msg.name, msg.presets, msg.host))
	}
	var rows []dialog.ReportRow
	for _, f := range msg.findings {
		name := msg.names[f.File]
		if name == "" {
			name = dialog.Base(f.File)
		}
		row := dialog.ReportRow{Mark: Say.team.levels[f.Level], Bad: f.Level == presets.LintError, Title: name, Details: []string{dialog.Wrong(f)}, Action: dialog.ShowPreset{File: f.File}}
		if f.Cure != "" {
			row.Details = append(row.Details, f.Cure)
		}
		rows = append(rows, row)
	}
	title := Say.team.lintTitle(msg.name, msg.host)
	return r.tell(dialog.NewReport(title, Say.team.lintHint, rows), title)
}

// NoPresets says that the list is not open.
func (r *Presets) NoPresets() string {
	if r.Browser() == nil {
		return Say.Presets.openFirst
	}
	return ""
}

// LookedMsg brings what was found out about one preset.
type LookedMsg struct {
	at       dialog.Looked
	findings []presets.Finding
	edit     team.Edit
}

// LookCloser finds out about the preset under the cursor what takes a look at
// its file and its history: one at a time, so that a cursor that runs through a
// long list is not held up.
func (r *Presets) LookCloser() tea.Cmd {
	b := r.Browser()
	if b == nil || r.looking || !r.Whole {
		return nil
	}
	at, due := b.Look(string(r.Session.Host()), r.Gen)
	if !due {
		return nil
	}
	r.looking = true
	ctx, l := r.Ctx, r.linter()
	return func() tea.Msg {
		msg := LookedMsg{at: at}
		msg.findings, _ = l.Lint(at.File) // a file that went away has none
		msg.edit, _ = team.LastEdit(ctx, at.File)
		return msg
	}
}

// LookedCloser shows it.
func (r *Presets) LookedCloser(msg LookedMsg) {
	r.looking = false
	if b := r.Browser(); b != nil {
		b.Found(msg.at, msg.findings, msg.edit)
	}
}
