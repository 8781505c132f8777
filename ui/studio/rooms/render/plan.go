package render

import (
	"errors"
	"io/fs"
	"path/filepath"

	tea "charm.land/bubbletea/v2"

	"voicestudio/presets"
	"voicestudio/tts"
	"voicestudio/ui/session"
	"voicestudio/ui/sheet"
	"voicestudio/ui/studio/dialog"
	"voicestudio/ui/studio/rooms"
	"voicestudio/ui/studio/rooms/script"
)

// plan is what a file's lines would become.
type plan struct {
	path   string
	run    *sheet.Run
	jobs   []*sheet.Job
	notes  []string
	groups [][]*sheet.Job
	cost   sheet.Cost
	host   tts.HostProfile
}

// wrong counts the rows that cannot be spoken as they are.
func (p *plan) wrong() (n int) {
	for _, j := range p.jobs {
		if j.Problem != nil {
			n++
		}
	}
	return n
}

// dir is where the files are, as it can be drawn.
func (p *plan) dir() string { return dialog.Homely(p.run.Dir) }

// AskFile asks for the file.
func (r *Rows) AskFile() tea.Cmd {
	r.Push(dialog.NewPrompt(Say.title, Say.fileHint, "", func(path string) dialog.Action {
		return dialog.ReadRows{Path: script.TypedPath(path)}
	}).Adding(script.LongestPath), rooms.InFile)
	return nil
}

// PlannedMsg brings what the lines of a file would become.
type PlannedMsg struct {
	asker dialog.Asker
	plan  *plan
	err   error
}

// ReadFile looks what the lines of a file would become.
func (r *Rows) ReadFile(path string) tea.Cmd {
	asker, _ := r.Top().(dialog.Asker)
	if path == "" {
		asker.Refuse(tts.Wrong("", tts.Said{What: Say.noPath}))
		return nil
	}
	speaking, library := r.Session, r.Library
	return r.OnErrand(rooms.Say.Screen.Reading(dialog.Base(path)), func() tea.Msg {
		p, err := planned(path, speaking, library)
		return PlannedMsg{asker, p, err}
	})
}

func planned(path string, speaking *session.Session, library presets.Library) (*plan, error) {
	path, err := filepath.Abs(path)
	if err != nil {
		return nil, err
	}
	if err := script.Readable(path); err != nil {
		return nil, err
	}
	lines, err := sheet.Read(path)
	if err != nil {
		return nil, err
	}
	p := &plan{path: path, run: &sheet.Run{Session: speaking, Dir: filepath.Dir(path), Workers: 1, Cures: sheet.Cures{NoPreset: Say.fillCell, IsThere: Say.moveAway},
		Judged: func(p tts.Problem) string { return p.Error().Error() },
		Preset: func(name string) (presets.Entry, error) {
			entry, err := library.Load(name)
			if errors.Is(err, fs.ErrNotExist) {
				return entry, tts.Wrong("preset", Say.noPreset(name)).From(err)
			}
			if err != nil {
				return entry, tts.Wrong("preset", tts.Said{What: tts.InWords(err)}).From(err)
			}
			return entry, nil
		}}}
	p.host, _ = tts.HostAt(speaking.Host())
	if p.jobs, p.notes, err = p.run.Plan(lines); err != nil || p.wrong() > 0 {
		return p, err
	}
	p.groups = p.run.Divide(p.jobs)
	p.cost = p.run.Estimate(p.host, p.jobs, p.groups)
	return p, nil
}

// Planned shows what the lines would become.
func (r *Rows) Planned(msg PlannedMsg) tea.Cmd {
	if msg.asker == nil || r.Top() != msg.asker {
		return nil // it was left
	}
	if msg.err != nil {
		msg.asker.Refuse(msg.err)
		return nil
	}
	p := msg.plan
	r.Shut(msg.asker)
	wrong := p.wrong()
	if wrong == 0 && p.cost.Done == len(p.jobs) {
		return r.Say(rooms.Note, Say.allThere(len(p.jobs), p.dir()))
	}
	report := dialog.NewReport(Say.reportTitle(dialog.Base(p.path)), Say.hint(p.cost, p.dir(), p.host.Title, session.Cost(p.host.Name, p.cost.Price)), p.rows())
	var enter dialog.Action = dialog.SpeakRows{}
	if wrong > 0 {
		report = dialog.NewReport(Say.reportTitle(dialog.Base(p.path)), Say.wrongHint(wrong), p.rows()).At(p.firstWrong())
		enter = dialog.ReadRows{Path: p.path}
	}
	r.asked = p
	r.Push(report.Asking(enter, ""), rooms.InReport)
	return nil
}

func (p *plan) firstWrong() int {
	for i, j := range p.jobs {
		if j.Problem != nil {
			return i
		}
	}
	return 0
}

// rows tell what each line would become, and below them what is worth knowing.
func (p *plan) rows() (rows []dialog.ReportRow) {
	sent := map[*sheet.Job]bool{}
	for _, group := range p.groups {
		sent[group[0]] = p.run.Sends(group, 0)
	}
	for _, j := range p.jobs {
		said := j.Text
		if j.Name != "" {
			said = Say.spoken(j.Name, j.Text)
		}
		row := dialog.ReportRow{Mark: Say.marks.free, Title: j.Out, Details: []string{said}}
		switch {
		case j.Problem != nil:
			row.Mark, row.Bad = Say.marks.wrong, true
			row.Details = []string{sheet.AtLine(j.At, j.Problem.Error()), said}
		case p.groups == nil && j.Done == nil:
			row.Mark = "" // nobody has looked: another row is wrong
		case j.Done != nil:
			row.Mark = Say.marks.there
		case sent[j]:
			row.Mark = Say.marks.toMake
		}
		rows = append(rows, row)
	}
	for _, note := range p.notes {
		rows = append(rows, dialog.ReportRow{Mark: Say.marks.note, Details: []string{note}})
	}
	return rows
}
