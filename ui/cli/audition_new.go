package cli

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"sync"
	"time"

	"github.com/spf13/cobra"

	"voicestudio/presets/audition"
	"voicestudio/tts"
	"voicestudio/tts/speak"
	"voicestudio/ui/bench"
	"voicestudio/ui/session"
)

// trial is one run of `voicestudio audition new`.
type trial struct {
	*options
	wishes  []wish
	text    string
	model   string
	all     bool
	yes     bool
	asJSON  bool
	atHost  bool // --host was given
	session *session.Session
	meter   *meter

	paid paid
}

// paid is what was made, and what it has cost.
type paid struct {
	made     int
	price    []tts.Money
	unpriced int // made at a price that is not known
}

func newAuditionNew(o *options) *cobra.Command {
	n := &trial{options: o}
	cmd := &cobra.Command{
		Use:     "new " + say.help.auditionNew.takes,
		Short:   say.help.auditionNew.short,
		Long:    say.help.auditionNew.long,
		Example: say.help.auditionNew.example,
		Args:    cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			n.atHost = cmd.Flags().Changed("host")
			if !cmd.Flags().Changed("text") {
				return tts.Wrong("text", say.audition.noText)
			}
			return n.run(cmd.Context(), args[0])
		},
	}
	f := cmd.Flags()
	f.StringVar(&n.text, "text", "", say.flags.line)
	for kind, usage := range map[wishKind]string{
		wishPreset: say.flags.tryPreset, wishVoice: say.flags.tryVoice, wishTake: say.flags.tryTake,
		wishSet: say.flags.trySet, wishLadder: say.flags.tryLadder,
	} {
		f.Var(&wishes{kind, &n.wishes}, string(kind), usage)
	}
	cmd.RegisterFlagCompletionFunc(string(wishTake), o.completeTake)
	f.StringVar(&n.model, "model", "", say.flags.model(tts.DefaultModel))
	f.BoolVar(&n.all, "all", false, say.flags.allCandidates(audition.Most))
	f.BoolVar(&n.yes, "yes", false, say.flags.yes)
	f.BoolVar(&n.asJSON, "json", false, say.flags.jsonObject)
	return cmd
}

func (n *trial) run(ctx context.Context, name string) error {
	if err := n.resolve(); err != nil {
		return err
	}
	if _, known := tts.HostAt(tts.HostName(n.host)); !known {
		return tts.Wrong("host", say.usage.noHost(n.host, tts.HostNames()))
	}
	candidates, err := n.candidates()
	if err != nil {
		return err
	}
	n.meter = newMeter(n.err, n.asJSON)
	config := n.config()
	config.Waiting = func(pause time.Duration, why *tts.Error) {
		n.meter.say(n.options, say.sound.goesOn(why.Message, pause))
	}
	n.session = session.New(config)
	defer n.session.Close()
	folder, err := auditionsFolder()
	if err != nil {
		return err
	}
	if err := folder.Vacant(name); err != nil {
		return auditionFault(err)
	}
	a := audition.Audition{Name: name, Text: tts.Plain(n.text), Candidates: candidates}
	rows, err := bench.Look(ctx, n.session, a)
	switch {
	case ctx.Err() != nil:
		return tts.Stopped(err)
	case err != nil:
		return takesError(err)
	}
	if err := n.refuse(rows); err != nil {
		return err
	}
	if err := n.agreed(ctx, rows); err != nil {
		return err
	}
	for i, r := range rows {
		a.Candidates[i].Take = "" // perhaps of another line
		if r.Take != nil {
			a.Candidates[i].Take = r.Take.ID
		}
	}
	if a, err = folder.Create(a); err != nil {
		return auditionFault(err)
	}
	return n.report(ctx, folder, a.Name, n.make(ctx, folder, a, rows))
}

// refuse says what the hosts refuse: then nothing is sent, and the error carries
// the exit code. Else it notes what they will make of the candidates.
func (n *trial) refuse(rows []bench.Row) error {
	var first error
	var refused, noted []string
	once := func(list []string, sentence string) []string {
		if slices.Contains(list, sentence) {
			return list
		}
		return append(list, sentence)
	}
	alike := map[string]bool{}
	for _, r := range rows {
		if r.Refused() {
			fault := flagged(r.Err)
			alike[fault.Error()] = true
			refused = once(refused, tts.About(r.Label, fault.Error()))
			first = cmp.Or(first, fault)
		}
		for _, p := range r.Problems {
			noted = once(noted, judged(p))
		}
	}
	switch {
	case first == nil:
		refused = noted
	case len(alike) == 1 && len(refused) == len(rows): // it is no candidate's fault
		return first
	default:
		first = fmt.Errorf("%w: %w", errSaid, tts.AsError(first, tts.KindMachine))
	}
	for _, sentence := range refused {
		n.note(sentence)
	}
	return first
}

// agreed says what making the missing ones will cost, and asks where it is not
// free.
func (n *trial) agreed(ctx context.Context, rows []bench.Row) error {
	onDisk := 0
	for _, r := range rows {
		if r.Take != nil {
			onDisk++
		}
	}
	said := []string{say.audition.count(len(rows))}
	if onDisk > 0 {
		said = append(said, say.render.free(onDisk))
	}
	return n.payFor(ctx, n.session, said, bench.Bills(rows), n.yes)
}

// make speaks what is missing and keeps each take in the audition as it comes. It
// returns the fault of each row, nil where there is none.
func (n *trial) make(ctx context.Context, folder audition.Folder, a audition.Audition, rows []bench.Row) []error {
	faults, missing := make([]error, len(rows)), 0
	for _, r := range rows {
		if r.Take == nil {
			missing++
		}
	}
	n.meter.begin(missing, 0)
	defer n.meter.end()
	var mu sync.Mutex
	billed := map[*speak.Speech]bool{} // that of rows with an equal request is one
	bench.Make(ctx, n.session, rows, session.WithinCap, func(e bench.Event) {
		if e.Take == nil && e.Err == nil {
			return // it only begins
		}
		mu.Lock()
		defer mu.Unlock()
		if e.Speech != nil && !billed[e.Speech] {
			billed[e.Speech] = true
			n.paid.add(e.Speech)
		}
		c, fault := a.Candidates[e.Row], e.Err
		if fault == nil {
			fault = held(folder, a.Name, c.ID, e.Take.ID)
		}
		if faults[e.Row] = fault; fault != nil && ctx.Err() == nil {
			n.meter.say(n.options, tts.About(c.Label, fault.Error()))
		}
		n.meter.mu.Lock()
		defer n.meter.mu.Unlock()
		n.meter.step(c.Label)
	})
	return faults
}

// held keeps a candidate's take in its audition.
func held(folder audition.Folder, name, id, take string) error {
	_, err := folder.Edit(name, func(a *audition.Audition) {
		for i := range a.Candidates {
			if a.Candidates[i].ID == id {
				a.Candidates[i].Take = take
			}
		}
	})
	return auditionFault(err)
}

// add counts a speech that has ended.
func (p *paid) add(speech *speak.Speech) {
	price := speech.Price()
	switch {
	case speech.Cached:
		return
	case price != nil:
		p.price = append(p.price, *price)
	case speech.Host != tts.Sandbox:
		p.unpriced++
	}
	if speech.Err() == nil {
		p.made++
	}
}

// sums adds the prices up, by currency.
func (p paid) sums() (sums []tts.Money) {
	for _, m := range p.price {
		i := slices.IndexFunc(sums, func(s tts.Money) bool { return s.Currency == m.Currency })
		if i < 0 {
			sums = append(sums, m)
			continue
		}
		sums[i].Amount += m.Amount
	}
	return sums
}

// report prints the audition as it is now, and what has become of it; the error
// carries the exit code of the first candidate that failed.
func (n *trial) report(ctx context.Context, folder audition.Folder, name string, faults []error) error {
	a, err := folder.Load(name)
	if err != nil {
		return auditionFault(err)
	}
	first := cmp.Or(faults...)
	if ctx.Err() != nil {
		first = tts.Stopped(nil)
	}
	if answered(a) == 0 && first != nil {
		// Nothing is lost with it, and the same command can be given again.
		folder.Remove(name)
		n.note(say.audition.nothingMade)
		return first
	}
	shown := shownFrom(n.session.Takes(), a)
	if n.asJSON {
		printJSON(n.out, shown)
	} else {
		shown.print(n.options, a)
	}
	n.made(quote(a.Name), append([]string{say.made.takes(n.paid.made)}, say.made.costs(n.paid.sums(), n.paid.unpriced)...)...)
	missing := len(a.Candidates) - answered(a)
	if missing > 0 {
		n.note(say.audition.goOn(missing, shellWord(a.Name)))
	}
	if first != nil && ctx.Err() == nil {
		return fmt.Errorf("%w: %w", errSaid, tts.AsError(first, tts.KindMachine))
	}
	return first
}
