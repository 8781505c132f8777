package cli

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"slices"

	"voicestudio/player/measure"
	"voicestudio/presets"
	"voicestudio/presets/audition"
	"voicestudio/tts"
	"voicestudio/tts/takes"
	"voicestudio/tts/tune"
	"voicestudio/ui/bench"
	"voicestudio/ui/tuning"
	"voicestudio/ui/tuning/unattended"
)

// tunedTurn is a line of `tune --json`.
type tunedTurn struct {
	Question   int         `json:"question"` // from 1
	Axis       string      `json:"axis"`     // empty: the candidates are starts
	Pass       int         `json:"pass"`
	Candidates []tunedClip `json:"candidates"`
	Answer     string      `json:"answer"` // a candidate's number, or same
}

type tunedClip struct {
	N     int    `json:"n"`
	Label string `json:"label"`
	Take  string `json:"take"`
}

func turnOf(number int, t unattended.Turn) tunedTurn {
	turn := tunedTurn{Question: number, Axis: string(t.Axis), Pass: t.Pass, Answer: string(tune.Same)}
	for i, c := range t.Clips {
		turn.Candidates = append(turn.Candidates, tunedClip{i + 1, c.Label, c.Take.ID})
		if c.Answer == t.Answer {
			turn.Answer = fmt.Sprint(i + 1)
		}
	}
	return turn
}

// tuned is what `tune --json` prints last.
type tuned struct {
	Tuning         string             `json:"tuning"`  // its id
	Request        tts.Request        `json:"request"` // without the text
	Changes        []string           `json:"changes"` // in words
	Clips          int                `json:"clips"`   // heard, made or found on disk
	Made           int                `json:"made"`
	SentCharacters int                `json:"sent_characters"`
	Cost           []tts.Money        `json:"cost"`
	Unpriced       int                `json:"unpriced"` // made at a price that is not known
	Stopped        unattended.Stopped `json:"stopped"`
	DistanceBefore *float64           `json:"distance_before"`
	DistanceAfter  *float64           `json:"distance_after"`
	// Differences are what the result is beside the recording; null with --judge.
	Differences []measure.Difference `json:"differences"`
	Preset      *string              `json:"preset"` // the file of --out-preset
}

// lineOf is a question with its answer for people.
func lineOf(t unattended.Turn) string {
	pass, axis := say.tune.pass(t.Pass), string(t.Axis)
	if t.Axis == "" {
		pass, axis = "", say.tune.start
	}
	arrow, chosen := map[tune.Answer]string{tune.Left: "←", tune.Right: "→", tune.Same: "↓"}[t.Answer], say.tune.same
	for _, c := range t.Clips {
		if c.Answer == t.Answer {
			chosen = c.Label
		}
	}
	return fmt.Sprintf("%-8s%-10s %s %s", pass, axis, cmp.Or(arrow, "↑"), chosen)
}

// place is where --out-preset goes. The error, before anything is sent, says why a
// preset cannot have that name.
func (n *tuner) place(c tuning.Course) (to presets.Folder, err error) {
	if n.outPreset == "" {
		return to, nil
	}
	l, err := n.library()
	if err != nil {
		return to, err
	}
	if to, err = folder(l, ""); err != nil {
		return to, err
	}
	data, err := presets.Preset{Name: n.outPreset, Request: c.Session.Starts[0]}.Encode()
	if err == nil {
		_, err = presets.Parse(data)
	}
	if err != nil {
		return to, tts.Wrong("out-preset", tts.Said{What: tts.InWords(err)})
	}
	switch there, err := to.Load(n.outPreset); {
	case err == nil:
		return to, tts.Wrong("out-preset", say.tune.presetThere(quote(there.Name)))
	case !errors.Is(err, fs.ErrNotExist):
		return to, presetFault(err)
	}
	return to, nil
}

// report says what has come of a course and what it cost since it began, and keeps
// it; the error carries the exit code of what ended it early.
func (n *tuner) report(ctx context.Context, to presets.Folder, judge tuning.Judge, begun, c tuning.Course, stopped unattended.Stopped, fault error) error {
	search, err := tune.Open(c.Session)
	if err != nil {
		return err
	}
	chosen := len(c.Session.Starts) > 1 && len(c.Session.Answers) > 0
	result := tuned{Tuning: c.ID, Request: search.Now(), Clips: len(c.Takes),
		Made: c.Clips - begun.Clips, SentCharacters: c.Characters - begun.Characters, Cost: since(begun.Spent, c.Spent),
		Unpriced: c.Unpriced - begun.Unpriced, Stopped: stopped}
	from := c.From(search)
	if len(c.Session.Answers) == 0 && len(c.Session.Starts) > 1 {
		result.Request = from
	}
	result.Changes = presets.Sentences(presets.DiffRequests(from, result.Request))
	result.DistanceBefore, _ = n.beside(ctx, judge, n.clip(ctx, c, from))
	result.DistanceAfter, result.Differences = n.beside(ctx, judge, n.clip(ctx, c, result.Request))
	result.Request.Text = ""
	var notSaved error
	if n.outPreset != "" && (chosen || len(result.Changes) > 0) {
		made, err := to.Create(presets.Preset{Name: n.outPreset, Request: result.Request, SampleText: c.Text})
		if err == nil {
			result.Preset = &made.File
		}
		notSaved = presetFault(err)
	}
	open := fault != nil || notSaved != nil
	if !open || len(c.Takes) == 0 { // else somebody may go on with it
		if err := n.folder.End(c.ID); err != nil && fault == nil {
			fault = tuning.Fault(err)
		}
	}
	if n.asJSON {
		result.Changes = append([]string{}, result.Changes...)
		result.Cost = append([]tts.Money{}, result.Cost...)
		if err := printJSON(n.out, result); err != nil {
			return err
		}
	} else {
		n.print(result, c)
	}
	if len(c.Takes) > 0 && stopped != unattended.Done {
		n.note(say.tune.goOn(c.ID, n.recording != nil))
	}
	return cmp.Or(fault, notSaved)
}

// clip is what a request of a course sounds like; nil where it was not made.
func (n *tuner) clip(ctx context.Context, c tuning.Course, r tts.Request) *takes.Take {
	candidate := audition.Candidate{Kind: audition.Settings, Request: r, Host: c.Session.Host}
	rows, err := bench.Look(ctx, n.session, audition.Audition{Text: c.Text, Candidates: []audition.Candidate{candidate}})
	if err != nil {
		return nil
	}
	return rows[0].Take
}

// print says the result to people.
func (n *tuner) print(t tuned, c tuning.Course) {
	switch {
	case len(t.Changes) > 0:
		n.tell(say.tune.changed(tts.Listed(t.Changes...)))
	case len(c.Session.Answers) == 0 && t.DistanceAfter == nil:
		n.tell(say.tune.nothingAsked)
	default:
		n.tell(say.tune.nothingChanged)
	}
	if t.DistanceBefore != nil && t.DistanceAfter != nil {
		n.tell(say.tune.distance(*t.DistanceBefore, *t.DistanceAfter, soundsBeside(t.Differences, *t.DistanceAfter)))
	}
	n.tell(say.tune.cost(t.Clips, t.Made, t.SentCharacters, t.Cost, t.Unpriced, string(t.Stopped)))
	switch {
	case t.Preset != nil:
		n.tell(say.preset.saved(quote(n.outPreset), *t.Preset))
	case n.outPreset != "" && len(t.Changes) == 0:
		n.note(say.tune.presetAsBefore)
	}
}

// since is what was spent from one sum to another.
func since(before, now []tts.Money) (spent []tts.Money) {
	for _, m := range now {
		if i := slices.IndexFunc(before, func(b tts.Money) bool { return b.Currency == m.Currency }); i >= 0 {
			m.Amount -= before[i].Amount
		}
		if m.Amount > 0 {
			spent = append(spent, m)
		}
	}
	return spent
}
