package benches

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"voicestudio/presets/audition"
	"voicestudio/tts"
	"voicestudio/ui/bench"
	"voicestudio/ui/session"
	"voicestudio/ui/studio/dialog"
	"voicestudio/ui/studio/rooms"
	"voicestudio/ui/studio/rooms/lineup"
	"voicestudio/ui/studio/rooms/listen"
)

// mixes are the steps of a ladder or the dots of a pad: the voices of the blend at
// other shares, with the settings and the words of now.
type mixes struct {
	*lineup.Lineup
	of     basis
	opened bool // all are to be made, where that is free
	waves  map[waveKey]string
}

// basis is what they are made with.
type basis struct {
	settings uint64
	text     string
	host     tts.HostName
	shape    int // of the ladder or the pad
	takes    int // that are listed: one more may be one of theirs
}

func newMixes(all *rooms.Shared, sound *listen.Sound, payer dialog.Payer) mixes {
	return mixes{Lineup: &lineup.Lineup{Shared: all, Sound: sound, Payer: payer}}
}

// follow shows what the mixes are with the settings and the words of now, and looks
// which of them are on disk; nil where nothing has changed.
func (r *mixes) follow(shape int, candidates func(base tts.Request, host tts.HostName) []audition.Candidate) tea.Cmd {
	base := r.Request()
	now := basis{r.Work.Settings(), base.Text, r.Session.Host(), shape, len(r.Sound.Takes.Rows)}
	if now == r.of {
		return nil
	}
	r.of = now
	return r.Fill(audition.Audition{Text: base.Text, Candidates: candidates(base, now.host)})
}

// makeFree makes all that is missing once it is known what that is, where somebody
// has just opened them and it is free.
func (r *mixes) makeFree() tea.Cmd {
	if !r.opened || len(r.Rows) == 0 || slices.ContainsFunc(r.Rows, func(row *lineup.Row) bool { return !row.Looked() }) {
		return nil
	}
	r.opened = false
	if r.Session.Host() != tts.Sandbox {
		return nil
	}
	return r.Make(r.Missing(), session.OnlyFree)
}

// costs says how many characters rows are, and what the host is estimated to ask
// for them.
func (r *mixes) costs(rows ...*lineup.Row) string {
	host, characters, price := r.Session.Host(), 0, ""
	for _, b := range lineup.Bills(rows) { // one: all are of the host that speaks
		characters, price = b.Characters, session.Cost(host, b.Price)
		if b.Price != nil && host != tts.Sandbox {
			price = Say.mix.about(price)
		}
	}
	return Say.mix.costs(characters, price)
}

// hear lets a mix be heard of which anything is there, or will be.
func (r *mixes) hear(row *lineup.Row) tea.Cmd {
	cmd, heard := r.Hear(row)
	if !heard {
		r.Wanted = nil
		if r.opened || !row.Looked() {
			r.Wanted = row // it may be about to be made
		}
	}
	return cmd
}

// enter hears a mix or, where it sounds, takes it over; one that is not there it
// makes, at the price that stands beside it.
func (r *mixes) enter(row *lineup.Row, take func() tea.Cmd) tea.Cmd {
	switch {
	case row.Take != nil && row == r.Sounding():
		return take()
	case row.Audible(), row.State() == lineup.Waiting:
		return r.hear(row)
	case !row.Looked():
		return nil // the disk is being read
	case row.Refused():
		return r.Say(rooms.Caution, row.Why())
	}
	r.Wanted = row
	return r.Pay([]*lineup.Row{row})
}

// takeOver gives the voices of the blend the shares of a mix.
func (r *mixes) takeOver(voices []string, shares []int) tea.Cmd {
	doc, whole := r.Doc().Mix(voices, shares)
	switch {
	case !whole:
		return r.Say(rooms.Caution, Say.mix.gone)
	case doc.Equal(r.Doc()):
		return r.Say(rooms.Note, Say.mix.isBlend)
	}
	r.Change(doc, Say.mix.deed)
	return r.Say(rooms.Note, Say.mix.taken(shared(voices, shares)))
}

// shared are shares with the names of their voices.
func shared(voices []string, shares []int) (said []string) {
	for _, v := range bench.Blended(voices, shares) {
		said = append(said, Say.mix.share(rooms.VoiceTitle(v.VoiceID), v.Weight))
	}
	return said
}
