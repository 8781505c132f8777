package plain

import (
	"errors"
	"maps"
	"strconv"
	"strings"

	"voicestudio/presets"
	"voicestudio/presets/script"
	"voicestudio/tts"
	"voicestudio/ui/narration"
	"voicestudio/ui/session"
	"voicestudio/ui/studio/document"
)

// scripted is the script as lines, each of which is spoken by itself and has takes of
// its own. Its file is the studio's, too.
type scripted struct {
	kept    script.Kept
	files   document.ScriptFiles
	waits   []script.Wish // were to be made when a program ended
	touched bool          // something beside the work has changed
	noted   uint64        // the revision that was written
	broken  bool          // that it cannot be kept was said

	rows []narration.Row // as they were looked at last
	on   string          // the line that settings are about now; empty: all lines

	queue *narration.Queue // nil: nothing was made yet
	makes bool
	of    int    // of this run
	made  int    // of these
	lost  int    // could not be
	plays string // the line that is heard as soon as it is made
	heard bool   // it was, and alone
	whole *whole // sounds, or did last
}

// openScript reads the file of the draft's script.
func (d *desk) openScript() {
	s := &d.script
	kept, waits, err := s.files.Open(d.session.Scripts(), d.work)
	if err != nil {
		d.say(say.script.notRead(tts.Clean(err.Error())))
	}
	if kept != nil {
		s.kept, s.waits = kept, waits
	}
	s.noted = d.work.Revision()
}

// keepScript writes the script, where it has what the text does not say.
func (d *desk) keepScript() error {
	s := &d.script
	if d.Draft == "" || !s.touched && s.noted == d.work.Revision() {
		return nil
	}
	s.touched, s.noted = false, d.work.Revision()
	if !d.work.Worth(s.kept) {
		return nil
	}
	waits := s.waits
	if s.queue != nil {
		for _, j := range s.queue.Waiting() {
			waits = append(waits, script.Wish{Line: j.Line, Again: j.Again})
		}
	}
	s.files.Note(d.work.ScriptFile(d.session.Host(), s.kept, waits))
	moved, why, err := s.files.Write(d.session.Scripts())
	if to := moved[d.work.Script()]; to != "" {
		d.work.KeptAs(to)
		if why != nil {
			d.say(tts.Clean(why.Error()))
		} else {
			d.say(say.script.another)
		}
	}
	s.noted = d.work.Revision()
	return err
}

// workNow is the script as narration takes it.
func (d *desk) workNow() narration.Work {
	return narration.Work{Script: d.work.Lines(), Kept: maps.Clone(d.script.kept), Request: d.work.Requested(), Host: d.session.Host(), Preset: d.work.Opened().Name}
}

// lookLines finds how the lines stand.
func (d *desk) lookLines() error {
	s := &d.script
	work := d.workNow()
	if len(work.Script.Lines) == 0 {
		return wrong(say.script.none)
	}
	rows, err := narration.Look(d.ctx, d.session, work)
	if err != nil {
		return err
	}
	s.rows = rows
	if now, found := narration.Adopt(rows, s.kept); found {
		s.kept, s.touched = now, true
	}
	return nil
}

// showLines lists the lines in which all words are found; a number lets one be heard.
func showLines(d *desk, rest string) error {
	if err := d.lookLines(); err != nil {
		return err
	}
	words := strings.Fields(strings.ToLower(rest))
	var items []item
	for i, row := range d.script.rows {
		said := d.lineSaid(row)
		in, fits := strings.ToLower(said+" "+row.Text), true
		for _, w := range words {
			fits = fits && strings.Contains(in, w)
		}
		if fits {
			items = append(items, item{i + 1, said})
		}
	}
	if len(items) == 0 {
		return wrong(say.script.noneHas(presentable(rest)))
	}
	err := d.offer(list{items: items, hint: say.script.hint, pick: d.hearLine, hears: d.hearLine})
	d.tellDue()
	return err
}

// tellDue says how many lines are to be made, and at what price.
func (d *desk) tellDue() {
	b := narration.BillOf(d.script.rows, false)
	if n := b.Lines + b.Free; n > 0 {
		d.say(say.script.due(n, d.billOf(b)))
	}
}

// billOf is what making lines would cost.
func (d *desk) billOf(b narration.Bill) string {
	name := d.session.Host()
	if b.Price == nil || b.Unpriced > 0 || name == tts.Sandbox {
		return session.Cost(name, nil)
	}
	return say.host.about(b.Price.String())
}

// lineSaid tells a line in a few words.
func (d *desk) lineSaid(row narration.Row) string {
	said := []string{quoted(session.Beginning(tts.Clean(row.Text))), d.stateSaid(row)}
	if !row.Own.None() {
		said = append(said, presets.InShort(presets.Sentences(row.Own.Changes(d.work.Requested()))))
	}
	if row.Opens && d.work.Lines().Find(row.ID) > 0 {
		said = append(said, say.script.paragraph)
	}
	return joined(said...)
}

// stateSaid says how a line stands.
func (d *desk) stateSaid(row narration.Row) string {
	made := ""
	if row.Take != nil {
		made = length(*row.Take)
	}
	switch row.State {
	case narration.Missing:
		return say.lists.notMadeYet
	case narration.Refused:
		return reason(row.Err)
	case narration.Words:
		return joined(made, say.script.otherWords)
	case narration.Settings:
		return joined(made, say.script.otherSettings)
	case narration.Elsewhere:
		return joined(made, say.script.elsewhere)
	case narration.Current:
	}
	return made
}

// lineRow is the line of a number.
func (d *desk) lineRow(n int) (narration.Row, error) {
	if err := d.lookLines(); err != nil {
		return narration.Row{}, err
	}
	if n < 1 || n > len(d.script.rows) {
		return narration.Row{}, wrong(say.script.out(n, len(d.script.rows)))
	}
	return d.script.rows[n-1], nil
}

// lineOf parts the number of a line from what stands behind it; where none is said it
// is the one that sounds.
func (d *desk) lineOf(rest string) (n int, behind string, err error) {
	word, behind := first(rest)
	if n, err := strconv.Atoi(word); err == nil {
		_, err := d.lineRow(n)
		return n, behind, err
	}
	if n := d.lineSounding(); n > 0 {
		return n, rest, nil
	}
	return 0, "", wrong(say.script.which)
}

// doLine says all of a line, or does to it what stands behind its number: something of
// its own, or a setting, which is that line's alone then.
func doLine(d *desk, rest string) error {
	n, behind, err := d.lineOf(rest)
	if err != nil {
		return err
	}
	if behind == "" {
		return d.tellLine(n)
	}
	c, more, err := d.find(behind)
	if err != nil {
		return err
	}
	if !ofLine(c) {
		return wrong(say.script.notOfLine(c.names[0]))
	}
	return d.onLine(n, func() error { return c.run(d, more) })
}

// ofLine reports whether a command can be about one line: it sets something, or changes
// its words.
func ofLine(c command) bool {
	switch c.names[0] {
	case "text", "append", "replace", "show", "check", "insert", "marks", "mend", "request", "hear", "voice", "blend", "add", "remove", "weight", "mute", "solo", "lock", "equal", "swap", "formula":
		return true
	}
	return c.group == ofSettings
}

// onLine does something of which the document is a line's, and what is chosen from a
// list then, too.
func (d *desk) onLine(n int, do func() error) error {
	id := d.work.Lines().Lines[n-1].ID
	own := func() script.Own {
		if i := d.work.Lines().Find(id); i >= 0 {
			return d.work.Lines().Lines[i].Own
		}
		return script.Own{}
	}
	within := func(do func() error) error {
		before := own()
		d.script.on = id
		defer func() { d.script.on = "" }()
		err := do()
		if !own().Equal(before) {
			d.say(say.script.onlyHere(n))
		}
		return err
	}
	was := d.list
	err := within(do)
	if l := d.list; l != was && l != nil && l.pick != nil {
		pick := l.pick
		l.pick = func(n int) error { return within(func() error { return pick(n) }) }
	}
	return err
}

// tellLine says all that is known of a line, a fact on each.
func (d *desk) tellLine(n int) error {
	row, err := d.lineRow(n)
	if err != nil {
		return err
	}
	d.show(row.Text)
	d.say(joined(say.script.line(n, len(d.script.rows)), d.stateSaid(row)))
	if row.Opens {
		d.say(say.script.paragraph)
	}
	for _, diff := range presets.Differences(row.Own.Changes(d.work.Requested())) {
		d.say(say.script.own(diff.Name, diff.B, diff.A))
	}
	for _, said := range presets.Sentences(row.Changes) {
		d.say(say.script.since(said))
	}
	if n < len(d.script.rows) {
		d.say(say.script.pause(d.work.Lines().Pause(n-1), row.Pause != nil))
	}
	if k := len(row.Takes); k > 1 {
		d.say(say.script.takes(k))
	}
	for _, p := range row.Problems {
		d.say(p.Error().Error())
	}
	return nil
}

// editLines makes an edit of a line a deed, or says why there is nothing to change so.
func (d *desk) editLines(n int, what string, none tts.Said, edit func(s script.Script, i int) (script.Script, bool)) error {
	next, did := edit(d.work.Lines(), n-1)
	if !did {
		return wrong(none)
	}
	d.work.ChangeLines(next, what, d.Now())
	return nil
}

// scriptFault gives an error about scripts its kind.
func scriptFault(err error) error {
	if err == nil {
		return nil
	}
	if e, is := errors.AsType[*tts.Error](err); is {
		return e
	}
	return tts.Machine(tts.Said{What: reason(err)}, err)
}
