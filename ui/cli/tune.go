package cli

import (
	"context"
	"errors"
	"strings"
	"sync"
	"time"

	"github.com/spf13/cobra"

	"voicestudio/tts"
	"voicestudio/tts/tune"
	"voicestudio/ui/bench"
	"voicestudio/ui/session"
	"voicestudio/ui/tuning"
	"voicestudio/ui/tuning/reference"
	"voicestudio/ui/tuning/unattended"
)

// tuner is one run of `voicestudio tune`.
type tuner struct {
	*options
	asked
	presets   []string
	axes      []string
	text      string
	judge     string
	patience  time.Duration
	reference string
	sameWords *bool // nil: nobody has said
	clips     int
	outPreset string
	resume    string
	yes       bool
	asJSON    bool

	session *session.Session
	folder  tuning.Folder
	meter   *meter
	count   int // of the questions answered, and the clips calculated, in this run

	recording *reference.Recording // nil: a program is the judge
}

func newTune(o *options) *cobra.Command {
	n := &tuner{options: o}
	cmd := &cobra.Command{
		Use:     "tune",
		Short:   say.help.tune.short,
		Long:    say.help.tune.long,
		Example: say.help.tune.example,
		Args:    cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if err := n.check(cmd); err != nil {
				return err
			}
			return n.run(cmd.Context())
		},
		ValidArgsFunction: cobra.NoFileCompletions,
	}
	f := cmd.Flags()
	f.StringArrayVar(&n.presets, "preset", nil, say.flags.tunePreset(tune.MostStarts))
	n.addFlags(cmd)
	f.StringSliceVar(&n.axes, "axes", nil, say.flags.axes(axisNames()))
	f.StringVar(&n.text, "text", "", say.flags.tuneText)
	f.StringVar(&n.judge, "judge", "", say.flags.judge)
	f.DurationVar(&n.patience, "judge-timeout", 10*time.Minute, say.flags.judgeTimeout)
	f.StringVar(&n.reference, "reference", "", say.flags.reference)
	f.Bool("same-words", false, say.flags.sameWords)
	f.IntVar(&n.clips, "clips", 0, say.flags.clips)
	f.StringVar(&n.outPreset, "out-preset", "", say.flags.outPreset)
	f.StringVar(&n.resume, "resume", "", say.flags.resume(lastTuning))
	cmd.RegisterFlagCompletionFunc("resume", n.completeTuning)
	f.BoolVar(&n.yes, "yes", false, say.flags.yes)
	f.BoolVar(&n.asJSON, "json", false, say.flags.jsonTune)
	return cmd
}

// check refuses flags that make no sense, before anything is read.
func (n *tuner) check(cmd *cobra.Command) error {
	given := cmd.Flags().Changed
	if given("same-words") {
		same, _ := cmd.Flags().GetBool("same-words")
		n.sameWords = &same
	}
	switch {
	case n.judge == "" && n.reference == "":
		return tts.Wrong("judge", say.tune.noJudge)
	case n.judge != "" && n.reference != "":
		return tts.Wrong("reference", say.tune.twoJudges)
	case given("same-words") && n.reference == "":
		return tts.Wrong("same-words", say.tune.noRecording)
	case n.patience <= 0:
		return tts.Wrong("judge-timeout", say.tune.noPatience)
	case n.clips < 0 || given("clips") && n.clips == 0:
		return tts.Wrong("clips", say.tune.noClips)
	}
	for _, flag := range []struct{ name, value string }{{"axes", strings.Join(n.axes, "")}, {"out-preset", n.outPreset}, {"resume", n.resume}} {
		if given(flag.name) && strings.TrimSpace(flag.value) == "" {
			return tts.Wrong(flag.name, say.usage.noValue("--"+flag.name))
		}
	}
	for i, name := range n.axes {
		n.axes[i] = strings.TrimSpace(name)
	}
	if !given("resume") {
		return nil
	}
	for _, flag := range []string{"preset", "model", "voice", "set", "axes", "text", "host"} {
		if given(flag) {
			return tts.Wrong(flag, say.tune.resumed("--"+flag))
		}
	}
	return nil
}

func (n *tuner) run(ctx context.Context) error {
	if err := n.resolve(); err != nil {
		return err
	}
	if err := n.record(ctx); err != nil {
		return err
	}
	dir, err := tuning.DefaultDir()
	if err != nil {
		return tts.Machine(say.tune.noPlace(tts.Reason(err)), err)
	}
	n.folder = tuning.Folder{Dir: dir}
	c, err := n.course()
	if err != nil {
		return err
	}
	defer n.session.Close()
	to, err := n.place(c)
	if err != nil {
		return err
	}
	search, err := tune.Open(c.Session)
	if err != nil {
		return err
	}
	price, err := n.agreed(ctx, c, search)
	if err != nil {
		return err
	}
	judge, leave, err := n.ear(ctx)
	if err != nil {
		return err
	}
	end := sync.OnceFunc(leave)
	defer end()
	if c.ID == "" {
		c, err = n.folder.Create(c)
	} else if c.Ended {
		c.Ended = false
		c, err = n.folder.Save(c)
	}
	if err != nil {
		return tuning.Fault(err)
	}
	begun := c
	run := unattended.Run{Session: n.session, Folder: n.folder, Judge: judge, Clips: n.clips, Price: price, Told: n.told}
	c, stopped, fault := run.On(ctx, c)
	end() // what it has to say comes before the result
	return n.report(ctx, to, judge, begun, c, stopped, fault)
}

// open connects to a host.
func (n *tuner) open(host tts.HostName) error {
	if _, known := tts.HostAt(host); !known {
		return tts.Wrong("host", say.usage.noHost(string(host), tts.HostNames()))
	}
	n.meter = newMeter(n.err, true) // each question is a line; there is nothing to draw
	n.host = string(host)
	config := n.config()
	config.Waiting = func(pause time.Duration, why *tts.Error) {
		n.meter.say(n.options, say.sound.goesOn(why.Message, pause))
	}
	n.session = session.New(config)
	return nil
}

// agreed says how long it can take and what that costs at most, and asks where it is
// not free. price is what was agreed on; nil where nobody knows it.
func (n *tuner) agreed(ctx context.Context, c tuning.Course, search *tune.Search) (price *tts.Money, err error) {
	q, asked := search.Ask()
	if !asked {
		return nil, nil
	}
	about, _ := search.Left()
	least, most := n.needed(search, q)
	if n.clips == 0 && n.recording != nil {
		n.clips = len(c.Takes) + most
	}
	if n.clips > 0 {
		if most = max(0, min(most, n.clips-len(c.Takes))); most < least && len(c.Takes) == 0 {
			return nil, tts.Wrong("clips", say.tune.fewClips(least)) // one that goes on may have some of them
		}
	}
	r := q.Candidates[0].Request
	bill := bench.Bill{Host: c.Session.Host, Rows: most, Characters: most * tts.EstimateCharacters(r.Text)}
	if one := session.Price(bill.Host, r); one == nil {
		bill.Unpriced = most
	} else {
		bill.Price = &tts.Money{Amount: float64(most) * one.Amount, Currency: one.Currency}
	}
	bills := []bench.Bill{bill}
	if bill := tts.Listed(billed(bills)...); n.recording != nil {
		n.note(say.tune.atMost(bill))
	} else {
		n.note(say.tune.questions(min(about, max(1, 1+(most-q.New)/2)), bill))
	}
	err = n.consent(ctx, n.session, bills, n.yes)
	if costs, over := errors.AsType[*session.Costs](err); over && costs.Cap != nil {
		fault := *tts.AsError(err, tts.KindRequest)
		fault.Cure += say.tune.orFewer
		err = &fault
	}
	return bill.Price, err
}

// told prints a question with its answer.
func (n *tuner) told(t unattended.Turn) {
	n.count++
	n.meter.above(func() {
		if n.asJSON {
			printJSON(n.out, turnOf(n.count, t))
		} else {
			n.tell(lineOf(t))
		}
	})
}
