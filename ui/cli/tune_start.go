package cli

import (
	"errors"
	"io/fs"
	"slices"

	"github.com/spf13/cobra"

	"voicestudio/presets"
	"voicestudio/tts"
	"voicestudio/tts/tune"
	"voicestudio/ui/session"
	"voicestudio/ui/tuning"
)

// lastTuning is what --resume calls the course that was changed last.
const lastTuning = "last"

// seed draws the order in which the starts are asked about: the same command asks
// the same questions, and what was made for the first run answers in the second.
const seed = 1

func axisNames() (names []string) {
	for _, a := range append(slices.Clone(tune.Settings), tune.Weights) {
		names = append(names, string(a))
	}
	return names
}

// course is what is to be run, and opens its host: a new one, or one to go on with.
func (n *tuner) course() (c tuning.Course, err error) {
	if n.resume != "" {
		if c, err = n.kept(); err != nil {
			return c, err
		}
		return c, n.open(c.Session.Host)
	}
	starts, text, err := n.starts()
	if err != nil {
		return c, err
	}
	if err := n.open(tts.HostName(n.host)); err != nil {
		return c, err
	}
	if err := n.settled(starts, text); err != nil {
		return c, err
	}
	if c, err = tuning.Begin(seed, n.session.Host(), text, starts); err != nil {
		return c, flagged(err)
	}
	return n.only(c)
}

// kept finds the course to go on with.
func (n *tuner) kept() (tuning.Course, error) {
	if n.resume != lastTuning {
		c, err := n.folder.Load(n.resume)
		if errors.Is(err, fs.ErrNotExist) {
			return c, tts.Wrong("resume", tts.Said{What: tts.InWords(err)})
		}
		return c, tuning.Fault(err)
	}
	all, broken, err := n.folder.List()
	for _, b := range broken {
		n.note(b.Error())
	}
	// Also one that was stopped as it was asked to: its takes may be gone, its answers
	// are there.
	i := slices.IndexFunc(all, asks)
	switch {
	case err != nil:
		return tuning.Course{}, tuning.Fault(err)
	case i < 0:
		return tuning.Course{}, tts.Wrong("resume", say.tune.noneOpen)
	}
	n.note(say.tune.goesOn(all[i].ID, presets.Quoted(all[i].Text)))
	return all[i], nil
}

// asks reports whether something is left to ask.
func asks(c tuning.Course) bool {
	search, err := tune.Open(c.Session)
	if err != nil {
		return false
	}
	_, asked := search.Ask()
	return asked
}

// starts are the presets, or one voice, with the settings of the command line, and
// the text that they speak.
func (n *tuner) starts() (starts []tuning.Start, text string, err error) {
	text = n.text
	for _, name := range n.presets {
		entry, err := n.findPreset(name)
		if err != nil {
			return nil, "", err
		}
		starts = append(starts, tuning.Start{Label: entry.Name, Request: entry.Request})
		if text == "" {
			text = entry.SampleText
		}
	}
	switch {
	case text == "" && n.text == "" && len(n.presets) > 0:
		return nil, "", tts.Wrong("text", say.tune.noSample)
	case text == "":
		return nil, "", tts.Wrong("text", say.tune.noText)
	case len(n.presets) > tune.MostStarts:
		return nil, "", tts.Wrong("preset", say.tune.manyStarts(len(n.presets), tune.MostStarts))
	case len(starts) == 0:
		starts = []tuning.Start{{}}
	}
	for i := range starts {
		s := &starts[i]
		if err := n.asked.apply(&s.Request); err != nil {
			return nil, "", err
		}
		s.Request = session.Voiced(s.Request)
		if s.Label == "" {
			s.Label = presets.VoicesInWords(s.Request.Voices())
		}
	}
	return starts, text, nil
}

// settled says what the host will make of the starts. The error is what it refuses.
func (n *tuner) settled(starts []tuning.Start, text string) error {
	noted := map[string]bool{}
	for _, s := range starts {
		s.Request.Text = tts.Plain(text)
		_, problems, err := n.session.Settle(s.Request, true)
		if err != nil {
			if _, also, refused := n.session.Settle(s.Request, false); refused == nil {
				problems, err = also, nil
			}
		}
		if err != nil {
			return flagged(err)
		}
		for _, p := range problems {
			if sentence := judged(p); !noted[sentence] {
				noted[sentence] = true
				n.note(sentence)
			}
		}
	}
	return nil
}

// only leaves in the course the axes that were asked for, and says which of them are
// closed; the error says that none is left.
func (n *tuner) only(c tuning.Course) (tuning.Course, error) {
	search, err := tune.Open(c.Session)
	if err != nil {
		return c, err
	}
	for _, name := range n.axes {
		if !slices.Contains(axisNames(), name) {
			err := search.Lock(tune.Axis(name), true) // which says so
			if fault := tts.AsError(err, tts.KindRequest); fault != nil {
				fault.Cure = tts.Meant(name, axisNames(), tts.Said{Cure: fault.Cure}).Cure
				return c, fault
			}
			return c, err
		}
	}
	for _, name := range axisNames() {
		if len(n.axes) > 0 && !slices.Contains(n.axes, name) {
			if err := search.Lock(tune.Axis(name), true); err != nil {
				return c, err
			}
		}
	}
	var why *tts.Error
	for _, closed := range search.Closed() {
		name := string(closed.Axis.Group())
		if asked := slices.Contains(n.axes, name); asked || len(n.axes) == 0 && closed.Axis != tune.Weights {
			n.note(say.tune.closed(name, closed.Why))
			why = tts.Wrong("axes", say.tune.noAxis)
		}
	}
	if _, asked := search.Ask(); !asked && why != nil {
		return c, why
	}
	c.Session = search.Session()
	return c, nil
}

// completeTuning offers the ids of courses to the shell.
func (n *tuner) completeTuning(*cobra.Command, []string, string) (ids []cobra.Completion, _ cobra.ShellCompDirective) {
	dir, err := tuning.DefaultDir()
	if err != nil {
		return nil, cobra.ShellCompDirectiveError
	}
	all, _, _ := tuning.Folder{Dir: dir}.List()
	ids = append(ids, lastTuning)
	for _, c := range all {
		ids = append(ids, cobra.CompletionWithDesc(c.ID, tts.Clean(c.Text)))
	}
	return ids, cobra.ShellCompDirectiveNoFileComp
}
