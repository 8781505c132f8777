package settings

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"voicestudio/tts"
	"voicestudio/ui/studio/dialog"
	"voicestudio/ui/studio/document"
	"voicestudio/ui/studio/rooms"
	"voicestudio/ui/studio/rooms/listen"
)

// hearing is how voices are heard in their list.
type hearing struct {
	sample listen.SampleKind
	quiet  bool             // at the sandbox, moving lets nothing be heard
	agreed map[consent]bool // where it does at others, for this session

	list  *dialog.Voices // that was open last
	moves int            // of its cursor, when it was looked at last
	gen   int            // counts the rests that the cursor may have come to
}

// consent is what the price of hearing while moving was agreed to for.
type consent struct {
	host   tts.HostName
	model  string
	sample listen.SampleKind
	text   string // of the script, where that is spoken
}

// restTime is how long the cursor rests before the voice is heard.
const restTime = 300 * time.Millisecond

// RestMsg comes when the cursor has been on a voice for that long, unless it was
// moved since.
type RestMsg struct {
	gen int
	id  string
}

// audition is what lets a voice be heard, with the settings of now.
func (r *Forms) audition(list *dialog.Voices, v dialog.ListedVoice) listen.Utterance {
	doc := r.Doc().Speaking([]tts.TimbreWeight{{VoiceID: v.ID, Weight: 1}})
	if list.Row() >= 0 {
		doc = r.Doc().Place(list.Row(), v.ID)
	}
	if text := r.sample(r.hearing.sample, v).text; text != "" {
		doc.Text = text
	}
	u := r.Sound.Of(doc)
	u.Listed = v.ID
	return u
}

// Audition lets the voice under the cursor be heard. Its price is in sight; that
// the first use of a voice that somebody made may cost more is said first.
func (r *Forms) Audition() tea.Cmd {
	list := r.Top().(*dialog.Voices)
	v, found := list.Current()
	if !found {
		return nil
	}
	u := r.audition(list, v)
	if private(v) {
		u.What = listen.Say.Hearing.FirstUse(tts.Clean(v.Title()))
		return r.Sound.Hear(u)
	}
	return r.Sound.Utter(u)
}

// Point lets the voice under the cursor be heard that was clicked, if that costs
// nothing; else it says what ctrl+r would cost.
func (r *Forms) Point() tea.Cmd {
	list := r.Top().(*dialog.Voices)
	r.hearing.list, r.hearing.moves = list, list.Moves() // the cursor need not rest
	r.hearing.gen++
	v, found := list.Current()
	if !found {
		return nil
	}
	u := r.audition(list, v)
	u.Clicked, u.What = true, tts.Clean(v.Title())
	if private(v) {
		u.What = listen.Say.Hearing.FirstUse(u.What)
	}
	return r.Sound.Hear(u)
}

// private reports a voice that somebody made, or may have: it is in no catalogue.
func private(v dialog.ListedVoice) bool { return v.Own || v.From != "" }

// consent is what hearing while moving would be agreed to for now.
func (r *Forms) consent() consent {
	c := consent{host: r.Session.Host(), model: r.Doc().Settings.Model, sample: r.hearing.sample}
	if c.sample == listen.SampleScript {
		c.text = r.Doc().Text
	}
	return c
}

// hearsMoving reports whether moving lets voices be heard.
func (r *Forms) hearsMoving() bool {
	if r.Session.Host() == tts.Sandbox {
		return !r.hearing.quiet
	}
	return r.hearing.agreed[r.consent()] && !r.Sound.Capped
}

// HearMoving lets voices be heard while moving, or not any more. Somewhere else
// than at the sandbox that holds for this session, at the price that is said.
func (r *Forms) HearMoving() tea.Cmd {
	list := r.Top().(*dialog.Voices)
	h, on := &r.hearing, !r.hearsMoving()
	h.gen++
	switch r.Sound.Capped = false; {
	case r.Session.Host() == tts.Sandbox:
		h.quiet = !on
	case h.agreed == nil:
		h.agreed = map[consent]bool{r.consent(): on}
	default:
		h.agreed[r.consent()] = on
	}
	v, found := list.Current()
	switch {
	case !on || !found:
		return tea.Batch(r.leaveRest(), r.Say(rooms.Note, listen.Say.Hearing.Off))
	case r.Session.Host() == tts.Sandbox:
		return r.Say(rooms.Note, listen.Say.Hearing.On)
	}
	host, _ := tts.HostAt(r.Session.Host())
	return r.Say(rooms.Note, listen.Say.Hearing.OnAt(host.Title, r.Sound.Price(r.audition(list, v).Doc)))
}

// Follow looks whether the cursor of the list of voices was moved: what the last
// rest let be heard is not made any more, and the next one begins.
func (r *Forms) Follow() tea.Cmd {
	h := &r.hearing
	list, open := r.Top().(*dialog.Voices)
	switch {
	case !open && h.list == nil:
		return nil
	case !open:
		h.list = nil
		h.gen++
		if r.Sound.Making.Waits() {
			return r.leaveRest() // else it would begin when nobody looks for it
		}
		return nil
	case list != h.list || list.Moves() == h.moves:
		h.list, h.moves = list, list.Moves()
		return nil
	}
	h.moves = list.Moves()
	h.gen++
	left := r.leaveRest()
	v, found := list.Current()
	if !found || private(v) || !r.hearsMoving() || r.Player.Device().Silent {
		return left
	}
	gen := h.gen
	return tea.Batch(left, tea.Tick(restTime, func(time.Time) tea.Msg { return RestMsg{gen, v.ID} }))
}

// leaveRest gives up what a rest of the cursor lets be heard, where it is still
// being made.
func (r *Forms) leaveRest() tea.Cmd {
	if k := r.Sound.Making; k.Runs() && k.Moving {
		return r.Sound.Leave()
	}
	return nil
}

// Rested lets the voice be heard on which the cursor has come to rest, unless
// something is being made that somebody asked for.
func (r *Forms) Rested(msg RestMsg) tea.Cmd {
	list, open := r.Top().(*dialog.Voices)
	if !open || msg.gen != r.hearing.gen || !r.hearsMoving() {
		return nil
	}
	v, found := list.Current()
	if !found || v.ID != msg.id || r.Sound.Making.Answers() {
		return nil
	}
	u := r.audition(list, v)
	u.Moving = true
	return r.Sound.Utter(u)
}

// ChooseSample chooses what voices are heard by, and keeps that.
func (r *Forms) ChooseSample(i int) tea.Cmd {
	r.hearing.sample = listen.SampleKind(i) % listen.SampleKinds
	r.hearing.gen++
	name := r.hearing.sample.Name()
	return r.askFavourites(func(file document.Favourites) (document.Favoured, string, error) { return file.HearBy(name) }, nil)
}

// NextSample chooses the next one.
func (r *Forms) NextSample() tea.Cmd { return r.ChooseSample(int(r.hearing.sample) + 1) }

// showHearing tells a list how its voices are heard now.
func (r *Forms) showHearing(list *dialog.Voices) {
	v, found := list.Current()
	h := dialog.Hearing{Sample: int(r.hearing.sample), Moving: r.hearsMoving()}
	h.Sounds, h.Coming = r.Sound.HeardRow()
	for kind := range listen.SampleKinds {
		s := r.sample(kind, v)
		chars := tts.EstimateCharacters(s.text)
		if kind == listen.SampleScript {
			chars = tts.EstimateCharacters(r.Request().Text)
		}
		h.Samples = append(h.Samples, listen.Say.Hearing.Samples[kind](s.language, chars))
		h.Short = append(h.Short, listen.Say.Hearing.Short[kind](s.language, chars))
	}
	if found {
		doc := r.audition(list, v).Doc
		chars := tts.EstimateCharacters(rooms.RequestOf(doc).Text)
		if h.Price = listen.Say.Hearing.Free(chars); r.Session.Host() != tts.Sandbox {
			h.Price = listen.Say.Hearing.Costs(chars, r.Sound.Price(doc))
		}
	}
	switch {
	case h.Moving && r.Player.Device().Silent:
		h.Never = listen.Say.Hearing.Silent
	case h.Moving && found && private(v):
		h.Never = listen.Say.Hearing.Never
	}
	list.Hear(h)
}
