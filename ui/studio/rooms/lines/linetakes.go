package lines

import (
	"cmp"
	"encoding/json"
	"slices"
	"strconv"
	"time"

	tea "charm.land/bubbletea/v2"

	"voicestudio/player/measure"
	"voicestudio/presets"
	"voicestudio/presets/audition"
	"voicestudio/presets/script"
	"voicestudio/tts"
	"voicestudio/tts/takes"
	"voicestudio/ui/narration"
	"voicestudio/ui/session"
	"voicestudio/ui/studio/document"
	"voicestudio/ui/studio/paint"
	"voicestudio/ui/studio/rooms"
)

// whenWidth is the width from which the takes say when they were made.
const whenWidth = 46

// DrawTakes draws the takes of the line under the cursor, the newest first.
func (r *Lines) DrawTakes(at rooms.Rect) string {
	w, s := at.Inner().W, sheet{title: rooms.Say.Panels[rooms.LineTakesPanel]}
	_, i, found := r.current()
	row := r.row(r.cursor)
	switch {
	case !found:
		s.head = r.dim(Say.none, w, 3)
	case row == nil || len(row.Takes) == 0:
		s.title, s.head = Say.takesOf(i+1), r.dim(Say.noTake, w, 3)
	default:
		s.title, s.badge = Say.takesOf(i+1), strconv.Itoa(len(row.Takes))
		s.rows = len(row.Takes)
		_, sounding, _, _ := r.sounds()
		s.row = func(k int) []string { return []string{r.takeLine(row, k, sounding, w)} }
		r.Beside(rooms.LineTakesPanel).Count(s.rows)
		s.foot = r.takeFoot(row, w)
	}
	return r.sheet(rooms.LineTakesPanel, at, s)
}

// takeLine draws the k-th newest take of a line.
func (r *Lines) takeLine(row *narration.Row, k int, sounding string, w int) string {
	t, take := r.Theme, row.Takes[len(row.Takes)-1-k]
	here, note, star, ink := " ", " ", " ", t.Text
	if k == r.Beside(rooms.LineTakesPanel).Cursor() {
		here, ink = "▸", t.Accent.Bold(true)
		if !r.has(rooms.LineTakesPanel) {
			ink = t.Text
		}
	}
	if take.ID == sounding {
		note = "♪"
	}
	if row.Take != nil && take.ID == row.Take.ID {
		star = "★"
	}
	line := ink.Render(here) + t.Accent.Render(note) + ink.Render(paint.FitLeft(strconv.Itoa(len(row.Takes)-k), len(strconv.Itoa(len(row.Takes)))))
	line += " " + t.Dim.Render(paint.FitLeft(lengthOf(take), lengthCells)) + " " + t.Warning.Render(star) + " "
	when := ""
	if w >= whenWidth {
		when = t.Dim.Render(" " + session.Lately(take.Time, r.Now()))
	}
	room := w - paint.Width(line) - paint.Width(when)
	return line + ink.Render(paint.Fit(inShort(r.unlike(row, len(row.Takes)-1-k), room), room)) + when
}

// inShort says as many of some differences as fit, and how many there are more.
func inShort(all []string, w int) string {
	for n := len(all); n > 1; n-- {
		if said := tts.Listed(all[:n]...); n < len(all) {
			if said += Say.more(len(all) - n); paint.Width(said) <= w {
				return said
			}
		} else if paint.Width(said) <= w {
			return said
		}
	}
	if len(all) > 1 {
		return all[0] + Say.more(len(all)-1)
	}
	return all[0]
}

func lengthOf(t takes.Take) string {
	if t.AudioMS == nil {
		return "?"
	}
	return session.Clock(time.Duration(*t.AudioMS) * time.Millisecond)
}

// unlike says in what a take is other than what is wanted of its line now.
func (r *Lines) unlike(row *narration.Row, at int) (said []string) {
	take := row.Takes[at]
	if tts.Plain(take.Request.Text) != tts.Plain(row.Text) {
		said = append(said, Say.otherWords)
	}
	if host, _ := tts.HostAt(take.Host); take.Host != r.host() {
		said = append(said, Say.madeAt(host.Title))
	}
	said = append(said, settingsOf(row.Ask.Request, take.Request)...)
	if len(said) > 0 {
		return said
	}
	for _, older := range row.Takes[:at] {
		if older.Host == take.Host && older.Request.Equal(take.Request) {
			return []string{Say.sameAgain}
		}
	}
	return []string{Say.asWanted}
}

// settingsOf are the settings of a request that are not as they are wanted.
func settingsOf(wanted, has tts.Request) (said []string) {
	wanted.Text, has.Text = "", ""
	for _, d := range presets.Differences(presets.DiffRequests(wanted, has)) {
		switch {
		case d.Name == "" || d.A == d.B:
			if d.Sentence != "" {
				said = append(said, d.Sentence)
			}
		default:
			said = append(said, Say.had(d.Name, cmp.Or(d.B, usual(d.Field))))
		}
	}
	return said
}

// usual is what a host does where a setting is not set, as a figure; empty where that
// is none.
func usual(path string) string {
	f, known := tts.FieldAt(path)
	if !known || f.Default == "" || f.Kind != tts.Number && f.Kind != tts.Whole {
		return ""
	}
	return presets.Figure(path, json.RawMessage(f.Default))
}

// takeFoot says of the take under the cursor what its line has no room for, and what
// keys do.
func (r *Lines) takeFoot(row *narration.Row, w int) []string {
	take, at := r.takeUnder(row)
	foot := r.dim(Say.made(session.Lately(take.Time, r.Now()), tts.Listed(r.unlike(row, at)...)), w, 2)
	if row.Take != nil && row.Take.ID != take.ID {
		if said := r.soundsBeside(*row.Take, take); said != "" {
			foot = append(foot, r.dim(said, w, 2)...)
		}
	}
	return append(foot, r.keys(Say.takeKeys, w))
}

// soundsBeside says how a take sounds beside the one in the whole; empty where that is
// not known yet.
func (r *Lines) soundsBeside(whole, other takes.Take) string {
	a, b := r.marks.sound(whole), r.marks.sound(other)
	if a == nil || b == nil {
		return ""
	}
	var said []string
	for _, d := range measure.Compare(*a, *b, whole.Request.Text == other.Request.Text) {
		said = append(said, d.Words)
	}
	if len(said) == 0 {
		return Say.soundsAlike
	}
	return Say.besideWhole(tts.Listed(said...))
}

// takeUnder is the take under the cursor, and its place among those of the line, the
// oldest being 0. There is one.
func (r *Lines) takeUnder(row *narration.Row) (takes.Take, int) {
	at := max(0, len(row.Takes)-1-r.Beside(rooms.LineTakesPanel).Cursor())
	return row.Takes[at], at
}

// NoTakes says why nothing can be done with a take of the line.
func (r *Lines) NoTakes() string {
	if why := r.None(); why != "" {
		return why
	}
	if row := r.row(r.cursor); row == nil || len(row.Takes) == 0 {
		return Say.noTake
	}
	return ""
}

// HearTake plays the take under the cursor.
func (r *Lines) HearTake() tea.Cmd {
	take, _ := r.takeUnder(r.row(r.cursor))
	return r.hearTake(r.cursor, take, 0)
}

// InWhole says why the take under the cursor cannot be put into the whole.
func (r *Lines) InWhole() string {
	if why := r.NoTakes(); why != "" {
		return why
	}
	row := r.row(r.cursor)
	if take, _ := r.takeUnder(row); row.Take != nil && row.Take.ID == take.ID && row.State == narration.Current {
		return Say.cannot.choose
	}
	return ""
}

// Choose puts the take under the cursor into the whole, whatever else is wanted of its
// line now.
func (r *Lines) Choose() tea.Cmd {
	row := r.row(r.cursor)
	take, at := r.takeUnder(row)
	line, was := row.ID, r.kept[row.ID]
	now := was.Choose(take.ID, row.Wanted)
	put := func(k script.Takes) func(*document.Deed) tea.Cmd {
		return func(*document.Deed) tea.Cmd {
			r.chosen(line, k)
			return nil
		}
	}
	r.Did(Say.deeds.choose, put(was), put(now))
	r.chosen(line, now)
	return r.Say(rooms.Note, Say.isInWhole(at+1))
}

// chosen puts into the whole what is chosen of a line's takes; others may have been
// made since.
func (r *Lines) chosen(line string, k script.Takes) {
	now := r.kept[line]
	now.Chosen, now.For = k.Chosen, k.For
	r.kept[line] = now
	if row := r.row(line); row != nil {
		if i := slices.IndexFunc(row.Takes, func(t takes.Take) bool { return t.ID == k.Chosen }); i >= 0 {
			row.Take = &row.Takes[i]
		}
	}
	r.looks.stale = true
	r.file.touch()
	r.drawn.rev++
}

// NotSeveral says why the takes of the line cannot be compared.
func (r *Lines) NotSeveral() string {
	if why := r.NoTakes(); why != "" {
		return why
	}
	if _, _, _, all := r.Several(); len(all) < 2 {
		return Say.oneTake
	}
	return ""
}

// Several are the latest takes of the line that say what the one under the cursor
// says, to be heard beside each other: by a name, with their words and what can be
// done with them.
func (r *Lines) Several() (name, text, keys string, all []audition.Candidate) {
	row := r.row(r.cursor)
	under, _ := r.takeUnder(row)
	text = under.Request.Text
	for at := len(row.Takes) - 1; at >= 0 && len(all) < audition.Most; at-- {
		t := row.Takes[at]
		if tts.Plain(t.Request.Text) != tts.Plain(text) {
			continue
		}
		label := Say.takeLabel(at+1, tts.Listed(r.unlike(row, at)...))
		all = append(all, audition.Candidate{Label: label, Kind: audition.Take, Preset: t.Preset, Take: t.ID, Request: t.Request})
	}
	return Say.benchOf(r.at+1, session.When(r.Now())), text, Say.benchKeys, all
}
