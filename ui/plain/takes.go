package plain

import (
	"strconv"
	"strings"
	"time"

	"voicestudio/presets"
	"voicestudio/tts"
	"voicestudio/tts/takes"
	"voicestudio/ui/session"
	"voicestudio/ui/studio/document"
)

// kept are the takes on disk, the newest first, but for those that would tell what
// nobody shall know yet.
func (d *desk) kept() (all []takes.Take, err error) {
	all, _, err = d.session.Takes().List()
	if err != nil {
		return nil, tts.Machine(say.takes.notListed(reason(err)), err)
	}
	for i := len(all) - 1; i >= 0; i-- { // a number stays its take's, whatever is deleted
		d.numberOf(all[i])
	}
	if !d.veiled() {
		return all, nil
	}
	var shown []takes.Take
	for _, t := range all {
		if !d.masked(t) {
			shown = append(shown, t)
		}
	}
	return shown, nil
}

// numberOf is the number of a take, the same for as long as the program runs.
func (d *desk) numberOf(t takes.Take) int {
	if t.ID == "" {
		return 0
	}
	n, known := d.numbers[t.ID]
	if !known {
		if d.given == 0 && len(d.numbers) == 0 { // those that were there come first
			d.numbers[""] = 0
			if all, _, err := d.session.Takes().List(); err == nil {
				for i := len(all) - 1; i >= 0; i-- {
					d.numberOf(all[i])
				}
			}
			return d.numberOf(t)
		}
		d.given++
		n = d.given
		d.numbers[t.ID] = n
	}
	return n
}

// findTake is the take of a number or an id; the latest one where none is said.
func (d *desk) findTake(said string) (takes.Take, error) {
	all, err := d.kept()
	if err != nil {
		return takes.Take{}, err
	}
	said = strings.TrimPrefix(strings.ToLower(strings.TrimSpace(said)), say.takes.name+" ")
	n, number := strconv.Atoi(said)
	for _, t := range all {
		if said == "" && t.ID == d.sound.id || number == nil && d.numbers[t.ID] == n {
			return t, nil
		}
	}
	switch {
	case len(all) == 0:
		return takes.Take{}, wrong(say.takes.empty)
	case said == "":
		return all[0], nil
	case number == nil && len(said) < 4:
		return takes.Take{}, wrong(say.takes.noNumber(n))
	}
	t, err := d.session.Takes().Load(said)
	if err != nil || d.veiled() && d.masked(t) {
		return takes.Take{}, wrong(say.takes.notFound(presentable(said)))
	}
	return t, nil
}

// takeOf parts the take that a command is about from what stands behind it.
func (d *desk) takeOf(rest string) (takes.Take, string, error) {
	word, behind := first(rest)
	if strings.EqualFold(word, say.takes.name) {
		word, behind = first(behind)
	}
	if _, err := strconv.Atoi(word); err != nil { // it is about the latest
		t, err := d.findTake("")
		return t, rest, err
	}
	t, err := d.findTake(word)
	return t, behind, err
}

// listTakes lists the takes in which all words are found; a number plays one.
func listTakes(d *desk, rest string) error {
	all, err := d.kept()
	if err != nil {
		return err
	}
	words := strings.Fields(strings.ToLower(rest))
	var items []item
	for i, t := range all {
		said := d.takeSaid(t)
		if len(words) == 1 && words[0] == say.takes.starred {
			if t.Starred {
				items = append(items, item{d.numbers[t.ID], said})
			}
			continue
		}
		fits := true
		in := strings.ToLower(said + " " + t.Request.Text + " " + t.Note + " " + strings.Join(t.Tags, " ") + " " + t.Preset)
		for _, w := range words {
			fits = fits && strings.Contains(in, w)
		}
		if !fits {
			continue
		}
		if i+1 < len(all) && len(words) == 0 {
			if changed := changes(all[i+1].Request, t.Request); changed != "" && all[i+1].Request.Text == t.Request.Text {
				said = joined(said, changed)
			}
		}
		items = append(items, item{d.numbers[t.ID], said})
	}
	if len(items) == 0 {
		return wrong(say.takes.empty)
	}
	play := func(n int) error { return playTake(d, strconv.Itoa(n)) }
	return d.offer(list{items: items, hint: say.takes.hint, pick: play, hears: play, mute: true})
}

// takeSaid tells a take in a line.
func (d *desk) takeSaid(t takes.Take) string {
	star := ""
	if t.Starred {
		star = say.takes.star
	}
	return joined(star, session.Lately(t.Time, d.Now()), length(t), t.State(), quoted(session.Beginning(tts.Clean(t.Request.Text))), tts.Clean(presets.VoicesInWords(t.Request.Voices())), tts.Clean(t.Note), strings.Join(tagged(t.Tags), " "))
}

func tagged(tags []string) (said []string) {
	for _, t := range tags {
		said = append(said, "#"+tts.Clean(t))
	}
	return said
}

func length(t takes.Take) string {
	if t.AudioMS == nil {
		return ""
	}
	return say.sound.seconds(time.Duration(*t.AudioMS) * time.Millisecond)
}

// changes says what of the settings became of a take that was made before.
func changes(a, b tts.Request) string {
	var said []string
	for _, diff := range presets.Differences(presets.DiffRequests(a, b)) {
		switch {
		case diff.B == "":
			said = append(said, say.settings.isUnset(diff.Name))
		case diff.Sentence != "":
			said = append(said, diff.Sentence)
		}
	}
	if len(said) > 3 {
		said = append(said[:3], say.host.andMore(len(said)-3))
	}
	return joined(said...)
}

// playTake lets a take be heard.
func playTake(d *desk, rest string) error {
	t, err := d.findTake(rest)
	if err != nil {
		return err
	}
	if !session.Playable(t.Request) {
		return wrong(say.sound.unplayable(t.Request.AudioFormat()))
	}
	file, format, err := session.OpenTake(t)
	if err != nil {
		return err
	}
	d.stopAll()
	d.session.Takes().Heard(t.ID) // when it was is not worth a warning
	d.sound = sounding{timeline: d.Player.Play(d.ctx, file, format), id: t.ID}
	d.work.Hear(document.Of(t.Request, t.Request.Text))
	if device := d.Player.Device(); device.Silent {
		d.say(d.notHeard(device, t))
	}
	return nil
}

// restoreTake makes a take's settings those that are edited; the words stay.
func restoreTake(d *desk, rest string) error {
	t, err := d.findTake(rest)
	if err != nil {
		return err
	}
	before := d.doc()
	r := t.Request
	r.Text = ""
	next := document.Of(r, before.Text)
	d.change(next, say.takes.restoring(d.numbers[t.ID]))
	if said := d.changedFrom(before); d.doc().Equal(before) {
		d.say(say.takes.sameSettings)
	} else {
		d.say(joined(say.takes.restored(d.numbers[t.ID]), said))
	}
	return nil
}

// edit changes a take in a way that can be taken back.
func (d *desk) edit(what string, do, back func(takes.Folder) (takes.Take, error)) error {
	folder := d.session.Takes()
	turn := func(change func(takes.Folder) (takes.Take, error)) func() error {
		return func() error {
			if _, err := change(folder); err != nil {
				return tts.Machine(tts.Said{What: reason(err)}, err)
			}
			return nil
		}
	}
	if err := turn(do)(); err != nil {
		return err
	}
	d.did(what, turn(back), turn(do))
	d.say(what)
	return nil
}

func starTake(d *desk, rest string) error {
	t, _, err := d.takeOf(rest)
	if err != nil {
		return err
	}
	on := !t.Starred
	return d.edit(say.takes.starring(d.numbers[t.ID], on),
		func(f takes.Folder) (takes.Take, error) { return f.Star(t.ID, on) },
		func(f takes.Folder) (takes.Take, error) { return f.Star(t.ID, !on) })
}

func noteTake(d *desk, rest string) error {
	t, text, err := d.takeOf(rest)
	if err != nil {
		return err
	}
	text = tts.Plain(text)
	return d.edit(say.takes.noting(d.numbers[t.ID], text == ""),
		func(f takes.Folder) (takes.Take, error) { return f.Note(t.ID, text) },
		func(f takes.Folder) (takes.Take, error) { return f.Note(t.ID, t.Note) })
}

func tagTake(d *desk, rest string) error {
	t, typed, err := d.takeOf(rest)
	if err != nil {
		return err
	}
	tags := presets.Tags(typed)
	return d.edit(say.takes.tagging(d.numbers[t.ID], tagged(tags)),
		func(f takes.Folder) (takes.Take, error) { return f.Tag(t.ID, tags...) },
		func(f takes.Folder) (takes.Take, error) { return f.Tag(t.ID, t.Tags...) })
}

// deleteTake puts a take into the trash; undo brings it back.
func deleteTake(d *desk, rest string) error {
	if rest == "" {
		return wrong(say.takes.which("delete"))
	}
	t, err := d.findTake(rest)
	if err != nil {
		return err
	}
	if d.sound.id == t.ID {
		d.stopAll()
	}
	folder, n := d.session.Takes(), d.numbers[t.ID]
	var back func() error
	remove := func() (err error) {
		if back, err = folder.Delete(t.ID); err != nil {
			return tts.Machine(tts.Said{What: reason(err)}, err)
		}
		return nil
	}
	if err := remove(); err != nil {
		return err
	}
	d.did(say.takes.deleting(n), func() error {
		if err := back(); err != nil {
			return tts.Machine(tts.Said{What: reason(err)}, err)
		}
		return nil
	}, remove)
	holders, _ := d.session.Auditions().Holders()
	d.say(say.takes.deleted(n, len(holders[t.ID])))
	return nil
}
