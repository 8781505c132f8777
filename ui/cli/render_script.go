package cli

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"unicode/utf8"

	"voicestudio/presets/script"
	"voicestudio/tts"
	"voicestudio/tts/lines"
	"voicestudio/tts/takes/disk"
	"voicestudio/ui/bench"
	"voicestudio/ui/narration"
	"voicestudio/ui/session"
	"voicestudio/ui/sheet"
)

// narrating is one run of `voicestudio render SCRIPT.json`.
type narrating struct {
	*render
	kept    keptScript
	work    narration.Work
	session *session.Session
	rows    []narration.Row
	// picked are the lines that --lines names, by their places; empty: all.
	picked map[int]bool
	total  narratedTotal
	paid   paid
	// unsaved is why what was made could not be written into the script's file.
	unsaved error
}

// narrate makes what a script is missing and writes the whole; the error carries the
// exit code.
func (r *render) narrate(ctx context.Context, name string) error {
	n := &narrating{render: r}
	n.total.Price, n.total.Files = []tts.Money{}, []string{} // [] in JSON, not null
	r.meter = newMeter(r.err, r.asJSON)
	err := n.speak(ctx, name)
	if r.asJSON {
		printJSON(r.out, n.total)
	}
	return err
}

func (n *narrating) speak(ctx context.Context, name string) error {
	release, err := n.claim(ctx, name)
	if err != nil {
		return err
	}
	defer release()
	if err := n.stand(ctx, name); err != nil {
		return err
	}
	defer n.session.Close()
	whole, err := n.plan()
	if err != nil {
		return err
	}
	if err := n.session.Usable(n.session.Host()); err != nil {
		return err
	}
	if len(n.rows) == 0 {
		return tts.Wrong("", say.script.noLine)
	}
	if n.picked, err = pickedLines(n.only, len(n.rows)); err != nil {
		return err
	}
	n.refuse()
	jobs := narration.Jobs(n.wanted(), n.again)
	bills := n.bill()
	if err := n.ready(whole, jobs); err != nil {
		return err
	}
	if n.dry {
		n.pretend(jobs)
		return cmp.Or(n.affords(bills), n.failed())
	}
	if err := n.consent(ctx, n.session, bills, n.yes); err != nil {
		return err
	}
	n.adopt()
	n.there(jobs)
	n.make(ctx, jobs)
	if err := n.lookAgain(); err != nil {
		return err
	}
	return n.verdict(ctx, n.write(ctx, whole))
}

// claim waits until no other run makes the script's lines: who comes second finds
// them made.
func (n *narrating) claim(ctx context.Context, name string) (release func(), err error) {
	k, err := openScript(name)
	if err != nil || n.dry {
		return func() {}, err
	}
	release, err = disk.LockName(ctx, k.path(), func() { n.note(say.script.waits) })
	switch {
	case ctx.Err() != nil:
		return nil, tts.Stopped(err)
	case err != nil: // no place for the lock: then two may make the same line
		return func() {}, nil
	}
	return release, nil
}

// stand opens a script and its host, and finds out how its lines stand. Of a host
// without a key that is not known.
func (n *narrating) stand(ctx context.Context, name string) (err error) {
	asked := n.host
	if err := n.resolve(); err != nil {
		return err
	}
	if n.kept, err = openScript(name); err != nil {
		return err
	}
	n.host = cmp.Or(asked, string(n.kept.Host), n.host)
	if _, known := tts.HostAt(tts.HostName(n.host)); !known {
		return tts.Wrong("host", say.usage.noHost(n.host, tts.HostNames()))
	}
	s, kept := n.kept.Script()
	n.work = narration.Work{Script: s, Kept: kept, Request: n.kept.Request, Preset: n.kept.Preset}
	n.total.Lines = len(s.Lines)
	config := n.config()
	config.Waiting = n.waits
	n.session = session.New(config)
	if n.rows, err = n.look(ctx); err != nil {
		n.session.Close()
	}
	return err
}

func (n *narrating) look(ctx context.Context) ([]narration.Row, error) {
	rows, err := narration.Look(ctx, n.session, n.work)
	switch {
	case ctx.Err() != nil:
		return nil, tts.Stopped(err)
	case err != nil:
		return nil, takesError(err)
	}
	for i := range rows {
		if r := &rows[i]; r.Err != nil && utf8.RuneCountInString(r.Text) > lines.Longest {
			long := *tts.AsError(r.Err, tts.KindRequest)
			long.Cure = say.script.divides(lines.Longest)
			r.Err = &long
		}
	}
	return rows, nil
}

// lookAgain finds out how the lines stand now, with the words and settings that they
// had: also once the run was interrupted.
func (n *narrating) lookAgain() (err error) {
	n.rows, err = n.look(context.Background())
	n.total.Missing = n.missing()
	return err
}

// chosen reports whether a line is one of those that --lines names.
func (n *narrating) chosen(i int) bool { return len(n.picked) == 0 || n.picked[i] }

// wanted are the lines to be looked after.
func (n *narrating) wanted() (rows []narration.Row) {
	for i, r := range n.rows {
		if n.chosen(i) {
			rows = append(rows, r)
		}
	}
	return rows
}

// refuse tells the lines that no host would speak, and what it will make of others.
func (n *narrating) refuse() {
	doubts := remarksOnLines{}
	for i := range n.rows {
		r := &n.rows[i]
		switch {
		case !n.chosen(i):
		case r.State == narration.Refused:
			n.ends(i, narratedLine{Error: tts.AsError(flagged(r.Err), "")})
		default:
			for _, p := range r.Problems {
				doubts.add(i, judged(p))
			}
		}
	}
	n.noteOnLines(doubts)
}

// remarksOnLines are the lines, from 1, that the same is to be said of.
type remarksOnLines map[string][]int

func (all remarksOnLines) add(i int, sentence string) { all[sentence] = append(all[sentence], i+1) }

func (n *narrating) noteOnLines(all remarksOnLines) {
	for _, said := range slices.SortedFunc(maps.Keys(all), func(a, b string) int { return cmp.Or(all[a][0]-all[b][0], cmp.Compare(a, b)) }) {
		n.note(say.script.linesOf(all[said], len(n.rows)) + said)
	}
}

// bill says what there is and what the rest costs.
func (n *narrating) bill() (bills []bench.Bill) {
	bill := narration.BillOf(n.wanted(), n.again)
	there := 0
	for i := range n.rows {
		if n.rows[i].State == narration.Current && !(n.again && n.chosen(i)) {
			there++
		}
	}
	said := []string{say.script.lines(len(n.rows))}
	if there > 0 {
		said = append(said, say.script.there(there))
	}
	if bill.Free > 0 {
		said = append(said, say.script.free(bill.Free))
	}
	if bill.Lines > 0 {
		bills = append(bills, bench.Bill{Host: n.session.Host(), Rows: bill.Lines, Characters: bill.Characters, Price: bill.Price, Unpriced: bill.Unpriced})
	}
	n.note(tts.Listed(append(said, billed(bills)...)...))
	return bills
}

func (n *narrating) affords(bills []bench.Bill) error {
	if len(bills) == 0 {
		return nil
	}
	b := bills[0]
	if n.total.Unpriced = b.Unpriced; b.Price != nil {
		n.total.Price = []tts.Money{*b.Price}
	}
	return n.session.Affords(b.Price, b.Unpriced)
}

// adopt puts what was found on disk among the lines' takes.
func (n *narrating) adopt() {
	now, found := narration.Adopt(n.rows, n.work.Kept)
	if n.work.Kept = now; found {
		n.keep(func(_ *script.File, kept script.Kept) {
			for i := range n.rows {
				if r := &n.rows[i]; r.State == narration.Current && kept[r.ID].Chosen != r.Take.ID {
					kept[r.ID] = kept[r.ID].Made(r.Take.ID)
				}
			}
		})
	}
}

// failed carries the exit code of the worst line; all has been said.
func (n *narrating) failed() error {
	if n.worst == "" {
		return nil
	}
	return n.failure()
}

// verdict sums up a run that has ended.
func (n *narrating) verdict(ctx context.Context, written error) error {
	t := &n.total
	t.Price, t.Unpriced = append(t.Price, n.paid.sums()...), n.paid.unpriced
	if t.Made+t.Failed+len(t.Missing) > 0 {
		n.note(say.script.ended(*t))
	}
	if written != nil && n.worst != "" && !errors.Is(written, errSaid) {
		n.note(written.Error()) // whose exit code is not the one
	}
	switch {
	case ctx.Err() != nil && len(t.Missing) > 0:
		return tts.Stopped(nil)
	case n.worst != "":
		return n.failure()
	case written != nil:
		return written
	case n.unsaved != nil:
		return fmt.Errorf("%w: %w", errSaid, n.unsaved)
	}
	return nil
}

// lineAt is where a line is, by its ID.
func (n *narrating) lineAt(id string) int {
	return slices.IndexFunc(n.rows, func(r narration.Row) bool { return r.ID == id })
}

func atLine(i int, sentence string) string { return sheet.AtLine(i+1, sentence) }
