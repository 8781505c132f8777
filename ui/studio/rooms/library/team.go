package library

import (
	"context"
	"errors"
	"time"

	tea "charm.land/bubbletea/v2"

	"voicestudio/presets"
	"voicestudio/presets/team"
	"voicestudio/tts"
	"voicestudio/ui/studio/dialog"
	"voicestudio/ui/studio/rooms"
)

// teamJob is git at work on a team's folder.
type teamJob struct {
	said    string // what it does
	asks    bool   // a question follows
	since   time.Time
	cancel  context.CancelFunc
	stopped bool // by the person
}

// SyncedMsg brings what a pull or a push did.
type SyncedMsg struct {
	job  *teamJob
	what dialog.Sync
	done team.Synced
	now  map[string]presets.Preset // those that came in, by their files
	err  error
}

// OutgoingMsg brings what a push would bring to the others.
type OutgoingMsg struct {
	job    *teamJob
	place  presets.Place
	edits  []team.Edit
	broken []presets.Broken
	err    error
}

// TeamTickMsg turns the sign of a job that goes on.
type TeamTickMsg struct{ job *teamJob }

// inSight is the folder that pulling, pushing and looking through are about: the
// one that is listed alone, else that of the preset under the cursor, else the
// first that can be pulled.
func (r *Presets) inSight() (presets.Place, bool) {
	b := r.Browser()
	if b == nil {
		return presets.Place{}, false
	}
	if b.Folder() != "" {
		return r.Library.Library.Place(b.Folder())
	}
	if e := b.Current(); e != nil && !e.Starter {
		return r.PlaceOf(*e)
	}
	for _, p := range r.Places {
		if why, read := r.unsynced[p.Name]; read && why == "" {
			return p, true
		}
	}
	return presets.Place{}, false
}

// NoSync says why the folder in sight can be neither pulled nor pushed.
func (r *Presets) NoSync() string {
	if r.Browser() == nil {
		return Say.Presets.openFirst
	}
	place, known := r.inSight()
	why, read := r.unsynced[place.Name]
	switch {
	case !known:
		return Say.team.chooseFolder
	case !read:
		return Say.Presets.OneMoment
	case r.job != nil:
		return r.job.said
	}
	return why
}

// begin starts git at something; work gets a context that esc ends. asks is true
// where a question follows.
func (r *Presets) begin(said string, asks bool, work func(ctx context.Context, job *teamJob) tea.Msg) tea.Cmd {
	ctx, cancel := context.WithCancel(team.Unattended(r.Ctx))
	job := &teamJob{said: said, asks: asks, since: r.Now(), cancel: cancel}
	r.job = job
	r.Hush()
	return tea.Batch(func() tea.Msg {
		defer cancel()
		return work(ctx, job)
	}, r.TeamTick(TeamTickMsg{job}))
}

// TeamTick has the screen drawn anew while a job goes on.
func (r *Presets) TeamTick(msg TeamTickMsg) tea.Cmd {
	if r.job != msg.job {
		return nil
	}
	return tea.Tick(100*time.Millisecond, func(time.Time) tea.Msg { return msg })
}

// Working says what git is at; empty where it is at nothing.
func (r *Presets) Working() string {
	if r.job == nil {
		return ""
	}
	return rooms.Say.Screen.EscStops(Say.team.goingOn(r.job.said, r.Now().Sub(r.job.since)))
}

// Looking reports that a question is about to come.
func (r *Presets) Looking() bool { return r.job != nil && r.job.asks }

// StopWorking ends what git is at, if the keys are on the list or below.
func (r *Presets) StopWorking() (stopped bool) {
	if r.job == nil || r.Top() != nil && r.Scope() != rooms.InPresets {
		return false
	}
	r.job.stopped = true
	r.job.cancel()
	return true
}

// ended takes in the end of a job; false where it is not the one that goes on.
func (r *Presets) ended(job *teamJob) bool {
	if r.job != job {
		return false
	}
	r.job = nil
	return true
}

// PullTeam fetches what the team has done to the folder in sight.
func (r *Presets) PullTeam() tea.Cmd {
	place, _ := r.inSight()
	return r.Sync(dialog.Sync{Place: place})
}

// PushTeam shows what pushing the folder in sight would bring to the others.
func (r *Presets) PushTeam() tea.Cmd {
	place, _ := r.inSight()
	return r.begin(Say.team.looking(place.Name), true, func(ctx context.Context, job *teamJob) tea.Msg {
		edits, broken, err := team.Outgoing(ctx, place.Dir)
		return OutgoingMsg{job, place, edits, broken, err}
	})
}

// Outgoing asks whether that shall be pushed.
func (r *Presets) Outgoing(msg OutgoingMsg) tea.Cmd {
	if !r.ended(msg.job) {
		return nil
	}
	if msg.err != nil {
		return r.gitFailed(msg.job, msg.place, msg.err)
	}
	var rows []dialog.ReportRow
	for _, e := range msg.edits {
		rows = append(rows, editRow(Say.team.deeds[e.Deed], e.Name, e))
	}
	for _, b := range msg.broken {
		rows = append(rows, dialog.ReportRow{Mark: Say.team.staysBehind, Bad: true, Title: dialog.Base(b.File), Details: []string{b.Reason}})
	}
	if len(msg.edits) == 0 {
		return r.Say(rooms.Note, Say.team.nothingToPush(msg.place.Name))
	}
	return r.tell(dialog.NewReport(Say.team.pushTitle(msg.place.Name), Say.team.pushHint(len(msg.edits)), rows).
		Asking(dialog.Chosen{Action: dialog.Sync{Place: msg.place, Push: true}}, ""), Say.team.pushTitle(msg.place.Name))
}

// editRow tells of an edit; enter goes to the preset.
func editRow(mark, title string, e team.Edit) dialog.ReportRow {
	row := dialog.ReportRow{Mark: mark, Title: title, Bad: e.Deed == team.Deleted, Details: append(presets.Sentences(e.Changes), retakes(e)...)}
	if e.Deed == team.Renamed {
		row.Details = append([]string{Say.team.calledBefore(e.Was)}, row.Details...)
	}
	if e.Deed == team.Edited && len(row.Details) == 0 {
		row.Details = []string{Say.team.clip}
	}
	if e.Deed != team.Deleted {
		row.Action = dialog.ShowPreset{File: e.File}
	}
	return row
}

// Sync pulls, or pushes what was looked at.
func (r *Presets) Sync(what dialog.Sync) tea.Cmd {
	if r.job != nil || r.Altering {
		return r.Say(rooms.Note, Say.Presets.OneMoment)
	}
	run, said := team.Pull, Say.team.pulling(what.Place.Name)
	if what.Push {
		run, said = team.Push, Say.team.pushing(what.Place.Name)
	}
	return r.begin(said, false, func(ctx context.Context, job *teamJob) tea.Msg {
		done, err := run(ctx, what.Place.Dir, what.Prefer)
		now := map[string]presets.Preset{}
		for _, e := range done.News {
			if p, err := presets.LoadFile(e.File, what.Place.Known...); err == nil { // else it is gone once more
				now[e.File] = p.Preset
			}
		}
		return SyncedMsg{job, what, done, now, err}
	})
}

// Synced tells what came about, and reads the folders anew: something may have
// come about before a failure, too.
func (r *Presets) Synced(msg SyncedMsg) tea.Cmd {
	if !r.ended(msg.job) {
		return nil
	}
	return tea.Batch(r.Read(), r.synced(msg))
}

func (r *Presets) synced(msg SyncedMsg) tea.Cmd {
	name := msg.what.Place.Name
	if conflict, is := errors.AsType[*team.SyncConflict](msg.err); is {
		return r.tell(conflictReport(msg.what, conflict), Say.team.stopped(name))
	}
	if uncommitted, is := errors.AsType[*team.Uncommitted](msg.err); is {
		rows := []dialog.ReportRow{
			{Mark: Say.team.bothChanged, Bad: true, Title: r.nameOf(uncommitted.File), Details: []string{Say.team.uncommitted}},
			{Title: Say.team.pushYours, Action: dialog.Command{ID: "push-presets"}},
			{Title: Say.team.notNow, Action: dialog.Say{Text: Say.team.asBefore}},
		}
		return r.tell(dialog.NewReport(Say.team.notPulled(name), Say.team.asBefore, rows).At(1), Say.team.notPulled(name))
	}
	if msg.err != nil {
		return r.gitFailed(msg.job, msg.what.Place, msg.err)
	}
	said := Say.team.nothingNew(name)
	if msg.done.Pushed {
		said = Say.team.pushed(name, msg.done.Committed)
	}
	if b := msg.done.Skipped; len(b) > 0 {
		return r.Say(rooms.Warning, Say.team.leftBehind(said, b[0].Error(), len(b)-1))
	}
	if len(msg.done.News) == 0 {
		if len(msg.done.Pulled) > 0 { // by a merge that git made: nobody's in particular
			said = Say.team.pulled(msg.done.Pulled)
		}
		return r.Say(rooms.Note, said)
	}
	var rows []dialog.ReportRow
	hint := Say.team.newsHint
	for _, e := range msg.done.News {
		row := editRow("", Say.team.did[e.Deed](e.By, e.Name), e)
		if e.Deed == team.Edited && len(e.Changes) == 0 && len(e.Retaken) > 0 {
			row.Title, row.Details = tookOnly(e)
		}
		if row.Hear = msg.both(e); row.Hear != nil {
			hint = Say.trust.newsHint
		}
		rows = append(rows, row)
	}
	news := r.tell(dialog.NewReport(Say.team.newsTitle(name), hint, rows), Say.team.pulled(msg.done.Pulled))
	if msg.done.Pushed {
		return r.Say(rooms.Note, said)
	}
	return news
}

// tell opens a report, unless the keys are elsewhere by now: then a sentence has
// to do.
func (r *Presets) tell(report *dialog.Report, short string) tea.Cmd {
	if r.Top() != nil && r.Scope() != rooms.InPresets {
		return r.Say(rooms.Note, short)
	}
	r.Push(report, rooms.InReport)
	return nil
}

// nameOf is the name of the preset in a file, as far as the list knows it.
func (r *Presets) nameOf(file string) string {
	if r.Shelf != nil {
		for i := range r.Shelf.Entries {
			if e := &r.Shelf.Entries[i]; e.File == file {
				return e.Name
			}
		}
	}
	return dialog.Base(file)
}

// conflictReport shows what two people changed differently, and asks whose it
// shall be. Nothing has been changed here or there.
func conflictReport(what dialog.Sync, conflict *team.SyncConflict) *dialog.Report {
	var rows []dialog.ReportRow
	for _, f := range conflict.Files {
		row := dialog.ReportRow{Mark: Say.team.bothChanged, Bad: true, Title: f.Name}
		if f.Name == "" {
			row.Title = dialog.Base(f.File)
		}
		row.Details = presets.ConflictsInWords(f.Fields)
		if f.Reason != "" {
			row.Details = append(row.Details, f.Reason)
		}
		rows = append(rows, row)
	}
	mine, theirs := what, what
	mine.Prefer, theirs.Prefer = team.PreferMine, team.PreferTheirs
	first := len(rows)
	rows = append(rows,
		dialog.ReportRow{Title: Say.team.keepYours, Action: mine},
		dialog.ReportRow{Title: Say.team.takeTheirs, Action: theirs},
		dialog.ReportRow{Title: Say.team.notNow, Action: dialog.Say{Text: Say.team.asBefore}})
	return dialog.NewReport(Say.team.stopped(what.Place.Name), Say.team.conflictHint, rows).At(first)
}

// gitFailed says why git could not do it; being stopped is no failure, whatever
// git makes of it.
func (r *Presets) gitFailed(job *teamJob, place presets.Place, err error) tea.Cmd {
	if job.stopped || errors.Is(err, context.Canceled) {
		return r.Say(rooms.Note, Say.team.gaveUp(place.Name))
	}
	if git, is := errors.AsType[*team.GitFault](err); is && git.Refused() {
		return r.Say(rooms.Failure, Say.team.refused(tts.Reason(err)))
	}
	return r.Fail(err)
}
