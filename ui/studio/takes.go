package studio

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"voicestudio/player"
	"voicestudio/presets"
	"voicestudio/tts"
	"voicestudio/tts/takes"
	"voicestudio/ui/session"
	"voicestudio/ui/studio/document"
	"voicestudio/ui/studio/paint"
)

// takeList is the panel of takes, the newest first.
type takeList struct {
	paint.List
	rows []*takeRow
	// a and b are marked for comparison; side is the one of them that sounds
	// in one, nil where there is none.
	a, b, side *takeRow
	order      inTurn    // of changes on disk
	puts       int       // counts the takes that were put in since the start
	stamp      time.Time // of the folder, as it was read
	watching   bool      // takes that another program writes
	rev        int       // counts changes, for the memo
	drawn      paint.Memo
}

// takeRow is a take as the panel shows it.
type takeRow struct {
	takes.Take
	number int
	// change says what is different from the take before it.
	change string
	// timeline is its sound, once it was heard here; nil before, and again
	// once many others were heard.
	timeline *player.Timeline
	used     int // when the timeline was last needed, by takeList.rev
	// making is what makes it, where that is this studio.
	making *making
}

const (
	// listed bounds the takes in the panel; `takes list` has them all.
	listed = 1000
	// decoded bounds the timelines that are kept: 4 MB a minute each.
	decoded = 16
)

// takesRoom is the panel of takes: what is done with those that are listed.
type takesRoom struct {
	*shared
	*takeList
	sound *soundRoom
}

// takesMsg brings the takes on disk.
type takesMsg struct {
	rows   []*takeRow
	puts   int
	stamp  time.Time
	err    error // why they cannot be listed
	change takesChange
	fault  error // why the change could not be made
}

// takesChange is a change of the folder of takes.
type takesChange struct {
	do     func() error
	said   string              // once the list shows it
	then   func()              // before that; may be nil
	failed func(error) tea.Cmd // where it cannot be made
}

// read lists the folder of takes.
func (r *takesRoom) read() tea.Cmd { return r.list(takesChange{}) }

// begin lists it for the first time, and keeps it within its budget.
func (r *takesRoom) begin() tea.Cmd {
	folder, again := r.session.Takes(), r.read()
	return tea.Batch(r.read(), func() tea.Msg {
		was := stampOf(folder)
		if folder.Tidy(r.ctx); stampOf(folder).Equal(was) {
			return nil
		}
		return again()
	})
}

// alter changes the folder of takes, after what was asked for before, and
// lists it anew.
func (r *takesRoom) alter(c takesChange) tea.Cmd {
	list := r.list(c)
	return r.order.cmd(func() tea.Msg {
		if err := c.do(); err != nil {
			return takesMsg{change: c, fault: err}
		}
		return list()
	})
}

func (r *takesRoom) list(c takesChange) tea.Cmd {
	folder, puts := r.session.Takes(), r.puts
	return func() tea.Msg {
		stamp := stampOf(folder)
		all, _, err := folder.List()
		if err != nil {
			return takesMsg{err: err}
		}
		rows := make([]*takeRow, min(len(all), listed))
		for i := range rows {
			rows[i] = &takeRow{Take: all[i], number: len(all) - i}
		}
		for i := range rows {
			rows[i].compareTo(rows, i+1)
		}
		return takesMsg{rows: rows, puts: puts, stamp: stamp, change: c}
	}
}

// compareTo says what is different from the take before.
func (r *takeRow) compareTo(rows []*takeRow, before int) {
	if before >= len(rows) {
		r.change = shares(r.Request)
		return
	}
	old := rows[before]
	var other []presets.Change
	for _, c := range presets.DiffRequests(old.Request, r.Request) {
		if presets.GroupOf(c.Field) != presets.GroupBlend {
			other = append(other, c)
		}
	}
	said := presets.Sentences(other)
	if new, was := shares(r.Request), shares(old.Request); new != was {
		said = slices.Insert(said, 0, new)
	}
	if old.Host != r.Host {
		said = append(said, string(r.Host))
	}
	if old.Request.Text != r.Request.Text {
		said = append(said, say.screen.quoted(tts.Clean(r.Request.Text)))
	}
	if r.change = say.screen.list(said); r.change == "" {
		r.change = say.takes.same
	}
}

// shares names the voices of a request, with the weights of a blend.
func shares(r tts.Request) string {
	voices := r.Voices()
	var names []string
	for _, v := range voices {
		name := voiceTitle(v.VoiceID)
		if len(voices) > 1 {
			name = fmt.Sprintf("%d %s", v.Weight, name)
		}
		names = append(names, name)
	}
	return strings.Join(names, " + ")
}

// listed puts the list in place; what is known of rows that stay, stays.
func (r *takesRoom) listed(msg takesMsg) tea.Cmd {
	switch {
	case msg.fault != nil:
		return msg.change.failed(msg.fault)
	case msg.err != nil:
		return r.say(warning, say.takes.notListed(msg.err.Error()))
	}
	l := r.takeList
	if msg.puts != l.puts { // one was made since
		return r.list(msg.change)
	}
	var under string
	if row := l.current(); row != nil {
		under = row.ID
	}
	for i, row := range msg.rows {
		if old := l.find(row.ID); old != nil {
			old.Take, old.change, old.number = row.Take, row.change, row.number
			msg.rows[i] = old
		}
	}
	l.rows, l.stamp = msg.rows, msg.stamp
	l.rev++
	l.Count(len(l.rows))
	l.To(max(0, slices.IndexFunc(l.rows, func(r *takeRow) bool { return r.ID == under })))
	l.forget()
	if then := msg.change.then; then != nil {
		then()
	}
	if said := msg.change.said; said != "" {
		return tea.Batch(r.watch(), r.say(note, said))
	}
	return r.watch()
}

func (l *takeList) find(id string) *takeRow {
	if i := slices.IndexFunc(l.rows, func(r *takeRow) bool { return r.ID == id }); i >= 0 {
		return l.rows[i]
	}
	return nil
}

// forget lets go of marks whose takes are gone.
func (l *takeList) forget() {
	for _, mark := range []**takeRow{&l.a, &l.b} {
		if *mark != nil && l.find((*mark).ID) == nil {
			*mark, l.side = nil, nil
		}
	}
}

func (l *takeList) current() *takeRow {
	if l.Cursor() >= len(l.rows) {
		return nil
	}
	return l.rows[l.Cursor()]
}

// put adds a take, or brings the one that is there up to date, and puts the
// cursor on it.
func (l *takeList) put(t takes.Take) *takeRow {
	l.rev++
	row := l.find(t.ID)
	if row == nil {
		row = &takeRow{number: 1}
		if len(l.rows) > 0 {
			row.number = l.rows[0].number + 1
		}
		l.rows = append([]*takeRow{row}, l.rows...)
		l.puts++
		row.Take = t
		row.compareTo(l.rows, 1)
	}
	row.Take = t
	l.Count(len(l.rows))
	l.To(slices.Index(l.rows, row))
	return row
}

// hold keeps a row's timeline and lets go of those not needed for longest.
func (l *takeList) hold(row *takeRow, timeline *player.Timeline) {
	l.rev++
	row.timeline, row.used = timeline, l.rev
	var held []*takeRow
	for _, r := range l.rows {
		if r.timeline != nil && r != row && r != l.a && r != l.b {
			held = append(held, r)
		}
	}
	slices.SortFunc(held, func(a, b *takeRow) int { return b.used - a.used })
	for _, r := range held[min(decoded, len(held)):] {
		r.timeline = nil
	}
}

// openedMsg brings the files of takes whose sound is wanted.
type openedMsg struct {
	files map[*takeRow]*os.File
	err   error
	then  func() tea.Cmd
}

// withSound has the sound of takes ready, decoding what is not in memory, and
// goes on.
func (r *takesRoom) withSound(then func() tea.Cmd, rows ...*takeRow) tea.Cmd {
	rows = slices.DeleteFunc(rows, func(r *takeRow) bool { return r.timeline != nil })
	if len(rows) == 0 {
		return then()
	}
	paths := make([]string, len(rows)) // a row may change until its file is open
	for i, r := range rows {
		paths[i] = r.File
	}
	return func() tea.Msg {
		msg := openedMsg{files: map[*takeRow]*os.File{}, then: then}
		for i, path := range paths {
			file, err := os.Open(path)
			if err != nil {
				msg.err = err
				continue
			}
			msg.files[rows[i]] = file
		}
		return msg
	}
}

func (r *takesRoom) soundOpened(msg openedMsg) tea.Cmd {
	for row, file := range msg.files {
		r.hold(row, r.player.Load(r.ctx, file, session.FormatOf(row.Request)))
	}
	if msg.err != nil {
		return r.say(warning, say.takes.cannotPlay(msg.err.Error()))
	}
	return msg.then()
}

// play plays the take under the cursor from its start, from disk. One that
// is being made is made to its end meanwhile.
func (r *takesRoom) play() tea.Cmd {
	row := r.current()
	return r.withSound(func() tea.Cmd {
		r.sounds(row)
		r.sound.loop = loop{}
		r.player.Replay(row.timeline)
		return tea.Batch(r.sound.startTicking(), r.heard(row))
	}, row)
}

// sounds makes a take the one that the Sound panel shows.
func (r *takesRoom) sounds(row *takeRow) {
	r.sound.take, r.sound.timeline = row, row.timeline
	r.work.Hear(document.Of(row.Request, row.Request.Text))
	r.side = nil
	r.rev++
}

// heard notes on disk that a take was played, for the order in which old ones
// are removed.
func (r *takesRoom) heard(row *takeRow) tea.Cmd {
	folder, id := r.session.Takes(), row.ID
	return func() tea.Msg {
		folder.Heard(id)
		return nil
	}
}

// meant is the take that a key is about: during A|B the one that sounds, else
// in Takes the one under the cursor, else the one that Sound shows. It is nil
// where there is none.
func (r *takesRoom) meant() *takeRow {
	switch {
	case r.side != nil:
		return r.side
	case r.focus == takesPanel:
		return r.current()
	}
	return r.sound.take
}

// called is the name of a take in what is said of it.
func (r *takesRoom) called(row *takeRow) string {
	name := say.takes.take(row.number)
	switch {
	case row != r.side:
		return name
	case row == r.b:
		return say.takes.sideB(name)
	}
	return say.takes.sideA(name)
}

// move moves the cursor. Once neither side of A|B sounds any more, that
// ends the comparison.
func (r *takesRoom) move(by int) tea.Cmd {
	r.Move(by)
	r.leaveSide()
	return nil
}

func (r *takesRoom) leaveSide() {
	switch r.player.Status().State {
	case player.Playing, player.Buffering, player.Paused:
	default:
		r.side = nil
		r.rev++
	}
}

// noTakeMeant says why no key can be about a take.
func noTakeMeant(m *Model) string {
	switch {
	case m.takes.meant() != nil:
		return ""
	case m.sound.timeline != nil:
		return say.takes.notKept
	}
	return say.takes.none
}

// noTakes says why nothing can be done with a take.
func noTakes(m *Model) string {
	if m.takes.current() == nil {
		return say.takes.none
	}
	return ""
}
