package plain

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"strings"

	"voicestudio/presets"
	"voicestudio/presets/audition"
	"voicestudio/tts"
	"voicestudio/ui/session"
)

// benchAdd puts what is set now on the bench, or a take, a voice or a preset.
func benchAdd(d *desk, rest string) error {
	kind, name := first(rest)
	switch kind = strings.ToLower(kind); kind {
	case "", say.bench.settings:
		q := d.doc().Request()
		return d.putOn(audition.Candidate{Label: brief(q), Kind: audition.Settings, Preset: d.work.Opened().Name, Request: q})
	case say.bench.take:
		t, err := d.findTake(name)
		if err != nil {
			return err
		}
		n := d.numbers[t.ID]
		return d.putOn(audition.Candidate{Label: joined(say.takes.take(n), brief(t.Request)), Kind: audition.Take, Preset: t.Preset, Host: t.Host, Take: t.ID, Request: t.Request})
	case say.bench.preset:
		e, err := d.findPreset(name)
		if err != nil {
			return err
		}
		return d.putOn(audition.Candidate{Label: e.Name, Kind: audition.Preset, Preset: e.Name, Folder: e.Folder, Request: d.work.Preview(e.Preset).Request()})
	case say.bench.voice:
		rest = name
	}
	id, err := d.findVoice(rest)
	if err != nil || id == "" {
		return err
	}
	doc := d.doc().Speaking([]tts.TimbreWeight{{VoiceID: id, Weight: 1}})
	return d.putOn(audition.Candidate{Label: tts.Clean(tts.VoiceTitle(id)), Kind: audition.Voice, Request: doc.Request()})
}

// brief tells a request in a few words, its voices last: they are what candidates
// have in common, often.
func brief(q tts.Request) string {
	bare := tts.Request{Model: q.Model}
	bare.SetVoices(q.Voices())
	q.Text = ""
	var said []string
	for _, diff := range presets.Differences(presets.DiffRequests(bare, q)) {
		said = append(said, diff.Short)
	}
	return joined(append(said, tts.Clean(presets.VoicesInWords(q.Voices())))...)
}

// putOn puts a candidate on the bench; where there is none, one begins with the
// words of now as its line.
func (d *desk) putOn(c audition.Candidate) error {
	text := request(d.doc()).Text
	if c.Kind == audition.Take {
		text = c.Request.Text
	}
	c.Request.Text = ""
	c.Host = cmp.Or(c.Host, d.session.Host())
	if d.bench.name == "" || d.readBench() != nil {
		if err := d.beginBench(text); err != nil {
			return err
		}
	}
	b := &d.bench
	same := func(o audition.Candidate) bool {
		return o.Host == c.Host && o.Kind == c.Kind && o.Request.Equal(c.Request)
	}
	for _, o := range b.a.Candidates {
		if same(o) {
			return wrong(say.bench.already)
		}
	}
	if c.Kind == audition.Take && text != b.a.Text {
		d.say(say.bench.otherWords)
	}
	add := func(a *audition.Audition) {
		a.Candidates = append(a.Candidates, c)
		a.Bench.OnlyStarred = false // which it would not be among
	}
	out := func(a *audition.Audition) {
		for i := len(a.Candidates) - 1; i >= 0; i-- {
			if same(a.Candidates[i]) {
				a.Candidates = append(a.Candidates[:i:i], a.Candidates[i+1:]...)
				return
			}
		}
	}
	if b.a.Bench.Blind { // the last one would be known: all are drawn by lot anew
		return wrong(tts.Said{What: say.bench.whileBlind})
	}
	if err := d.benchDeed(say.bench.putting(tts.Clean(c.Label)), add, out); err != nil {
		return err
	}
	d.say(say.bench.put(tts.Clean(c.Label), len(b.a.Candidates)))
	return nil
}

// beginBench makes a new one with a line.
func (d *desk) beginBench(text string) error {
	name := say.bench.called(d.Now(), beginning(text))
	a := audition.Audition{Version: audition.Version, Name: name, Text: text}
	made, err := d.session.Auditions().Create(a)
	for n := 2; errors.Is(err, fs.ErrExist) && n < 100; n++ { // of this minute
		a.Name = fmt.Sprintf("%s (%d)", name, n)
		made, err = d.session.Auditions().Create(a)
	}
	if err != nil {
		return tts.Machine(tts.Said{What: reason(err)}, err)
	}
	d.bench = bench{name: made.Name, a: made}
	return nil
}

// benchNew begins another bench; the one before stays in its file.
func benchNew(d *desk, rest string) error {
	text := request(d.doc()).Text
	if rest != "" {
		text = tts.Plain(rest)
	}
	if err := d.beginBench(text); err != nil {
		return err
	}
	d.say(say.bench.begun(tts.Clean(text)))
	return nil
}

// benchOpen lists the benches, or opens one.
func benchOpen(d *desk, rest string) error {
	if d.veiled() {
		return wrong(tts.Said{What: d.whileBlind()})
	}
	all, _, err := d.session.Auditions().List()
	if err != nil {
		return tts.Machine(tts.Said{What: reason(err)}, err)
	}
	open := func(name string) error {
		d.bench = bench{name: name}
		return showBench(d, "")
	}
	items := []item{}
	for _, a := range all {
		if rest != "" && strings.EqualFold(a.Name, rest) {
			return open(a.Name)
		}
		items = append(items, item{text: say.bench.inList(tts.Clean(a.Name), len(a.Candidates))})
	}
	if len(items) == 0 {
		return wrong(say.bench.empty)
	}
	return d.offer(list{items: numbered(items), hint: say.lists.chooses, pick: func(n int) error {
		if n < 1 || n > len(all) {
			return wrong(say.lists.out(n, len(all)))
		}
		return open(all[n-1].Name)
	}})
}

func beginning(text string) string {
	return session.Beginning(tts.Unpaused(text))
}
