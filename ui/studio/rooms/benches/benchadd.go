package benches

import (
	"cmp"
	"os"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"voicestudio/presets"
	"voicestudio/presets/audition"
	"voicestudio/tts"
	"voicestudio/tts/takes"
	"voicestudio/ui/session"
	"voicestudio/ui/studio/dialog"
	"voicestudio/ui/studio/rooms"
	"voicestudio/ui/studio/rooms/listen"
)

// Put puts a candidate on the bench; where there is none yet, one begins, with
// text as its line.
func (r *Bench) Put(c audition.Candidate, text string) tea.Cmd {
	c.Request.Text = ""
	c.Host = cmp.Or(c.Host, r.Session.Host())
	for _, row := range r.Rows {
		if row.Host == c.Host && row.Request.Equal(c.Request) && row.Kind == c.Kind {
			if r.Blind { // its place would tell which it is
				return r.Say(rooms.Note, Say.alreadyBlind)
			}
			return r.Say(rooms.Note, Say.already(short(row.Label), r.place(row)))
		}
	}
	if r.fault != nil && r.Audition != "" {
		r.Audition = "" // it cannot be written to, and stays as it is
	}
	var begin tea.Cmd
	if r.a.Name == "" {
		begin = r.begin(text)
	}
	lot := r.Lot(len(r.a.Candidates) + 1)[0]
	c.ID = nextID(r.a)
	add := func(a *audition.Audition) {
		c := c
		if holds(*a, c.ID) { // another studio's
			c.ID = nextID(*a)
		}
		a.Candidates = append(a.Candidates, c)
		a.Bench.OnlyStarred = false // which it would not be among
		if a.Bench.Blind {          // the last one would be known
			at := min(lot, len(a.Bench.Order))
			a.Bench.Order = slices.Insert(a.Bench.Order, at, c.ID)
		}
	}
	out := func(a *audition.Audition) {
		for i := len(a.Candidates) - 1; i >= 0; i-- {
			if d := a.Candidates[i]; d.Host == c.Host && d.Kind == c.Kind && d.Request.Equal(c.Request) {
				a.Candidates = append(a.Candidates[:i:i], a.Candidates[i+1:]...)
				return
			}
		}
	}
	cmd := r.deed(Say.putting(short(c.Label)), add, out)
	if r.Blind {
		return tea.Batch(begin, cmd, r.Say(rooms.Note, Say.onBlind))
	}
	at := r.Rows[len(r.Rows)-1]
	r.to(r.place(at) - 1)
	if r.Focus == rooms.BenchPanel {
		return tea.Batch(begin, cmd, r.Say(rooms.Note, Say.put(short(at.Label), r.place(at))))
	}
	return tea.Batch(begin, cmd, r.Say(rooms.Note, Say.putAway(short(at.Label), max(r.place(at), len(r.Rows)))))
}

// AddVoice puts a voice with the settings of now on the bench.
func (r *Bench) AddVoice(id string) tea.Cmd {
	doc := r.Doc().Speaking([]tts.TimbreWeight{{VoiceID: id, Weight: 1}})
	return r.Put(audition.Candidate{Label: rooms.VoiceTitle(id), Kind: audition.Voice, Request: doc.Request()}, r.line())
}

// AddListedVoice puts the voice under the cursor of the list on the bench.
func (r *Bench) AddListedVoice() tea.Cmd {
	list := r.Top().(*dialog.Voices)
	v, found := list.Current()
	if !found {
		return nil
	}
	list.Move(1)
	return r.AddVoice(v.ID)
}

// AddPreset puts the preset under the cursor of the list on the bench.
func (r *Bench) AddPreset() tea.Cmd {
	b := r.Browser()
	e := *b.Current()
	b.Move(1)
	text := r.line()
	if r.Doc().Text == "" && e.SampleText != "" {
		text = tts.Plain(e.SampleText)
	}
	request := r.Work.Preview(e.Preset).Request()
	return r.Put(audition.Candidate{Label: e.Name, Kind: audition.Preset, Preset: e.Name, Folder: e.Folder, Request: request}, text)
}

// AddTake puts the take that is meant in Takes on the bench.
func (r *Bench) AddTake() tea.Cmd {
	t, number := r.Takes.Meant()
	return r.addTake(t, number)
}

func (r *Bench) addTake(t takes.Take, number int) tea.Cmd {
	label := Say.takeLabel(listen.Say.Takes.Take(number), brief(t.Request))
	text := r.line()
	if r.a.Name == "" {
		text = t.Request.Text
	}
	cmd := r.Put(audition.Candidate{Label: label, Kind: audition.Take, Preset: t.Preset, Host: t.Host, Take: t.ID, Request: t.Request}, text)
	if r.a.Text != t.Request.Text {
		return tea.Batch(cmd, r.Say(rooms.Caution, Say.otherWords(short(label))))
	}
	return cmd
}

// brief tells a request in a few words, the voices last: they are what candidates
// have in common, often.
func brief(q tts.Request) string {
	var said []string
	bare := tts.Request{Model: q.Model}
	bare.SetVoices(q.Voices())
	q.Text = ""
	for _, d := range presets.Differences(presets.DiffRequests(bare, q)) {
		if d.Short != "" {
			said = append(said, d.Short)
		}
	}
	said = append(said, tts.Clean(presets.VoicesInWords(q.Voices())))
	return tts.Listed(said...)
}

// AddSettings puts the settings of now on the bench.
func (r *Bench) AddSettings() tea.Cmd {
	q := r.Doc().Request()
	return r.Put(audition.Candidate{Label: brief(q), Kind: audition.Settings, Preset: r.Work.Opened().Name, Request: q}, r.line())
}

// AddModel lists the models by which the row under the cursor could be spoken, too.
func (r *Bench) AddModel() tea.Cmd {
	row := r.current()
	host, _ := tts.HostAt(row.Host)
	var items []dialog.Item
	for _, name := range host.Models {
		c := row.Candidate
		c.Request.Model = name
		it := dialog.Item{Title: name, Right: rooms.PriceTag(host, name), Value: name, Action: rooms.Does(func() tea.Cmd { return r.putOther(c, name) })}
		if name == cmp.Or(row.Request.Model, tts.DefaultModel) {
			it.Off = Say.thisModel
		}
		items = append(items, it)
	}
	r.Push(dialog.NewPicker(Say.modelTitle(row.Label), Say.pickHint, items), rooms.InList)
	return nil
}

// AddHost lists the hosts that could speak the row under the cursor, too.
func (r *Bench) AddHost() tea.Cmd {
	row := r.current()
	var items []dialog.Item
	for _, h := range tts.Hosts {
		c := row.Candidate
		c.Host = h.Name
		it := dialog.Item{Title: h.Title, Right: rooms.PriceTag(h, c.Request.Model), Value: h.Name, Action: rooms.Does(func() tea.Cmd { return r.putOther(c, h.Title) })}
		switch {
		case h.Name == row.Host:
			it.Off = Say.thisHost
		case r.Session.Usable(h.Name) != nil && h.KeyVariable != "" && os.Getenv(h.KeyVariable) == "":
			it.Off = r.Session.Usable(h.Name).Error()
		}
		items = append(items, it)
	}
	r.Push(dialog.NewPicker(Say.hostTitle(row.Label), Say.pickHint, items), rooms.InList)
	return nil
}

// spokenBy stands between a candidate and the model or host that it is spoken by, in
// every language: labels are kept.
const spokenBy = " @ "

func (r *Bench) putOther(c audition.Candidate, on string) tea.Cmd {
	c.ID, c.Take, c.Stars, c.Note, c.Out = "", "", 0, "", false
	base, _, _ := strings.Cut(c.Label, spokenBy)
	c.Kind, c.Label = audition.Other, base+spokenBy+on
	return r.Put(c, r.line())
}

// NoOther says why another model or host of a row cannot be chosen.
func (r *Bench) NoOther() string {
	if r.Blind {
		return Say.whileBlind
	}
	return r.None()
}

// mostTakes is how many takes are offered.
const mostTakes = 50

// PickTake lists the latest takes.
func (r *Bench) PickTake() tea.Cmd {
	var items []dialog.Item
	for _, row := range r.Takes.Rows[:min(len(r.Takes.Rows), mostTakes)] {
		t, n := row.Take, row.Number
		if !t.Whole() || !session.Playable(t.Request) || r.Takes.Masked(t) {
			continue
		}
		items = append(items, dialog.Item{Title: listen.Say.Takes.Take(n), Detail: brief(t.Request) + " · " + session.Beginning(t.Request.Text), Right: session.Length(t),
			Action: rooms.Does(func() tea.Cmd { return r.addTake(t, n) })})
	}
	r.Push(dialog.NewPicker(Say.takeTitle, Say.pickHint, items), rooms.InList)
	return nil
}

// Add asks what to put on the bench.
func (r *Bench) Add() tea.Cmd {
	var items []dialog.Item
	for _, a := range Say.adds {
		items = append(items, dialog.Item{Title: a.title, Detail: a.detail, Action: dialog.Command{ID: a.command}})
	}
	r.Push(dialog.NewPicker(Say.addTitle, Say.addHint, items), rooms.InList)
	return nil
}
