package tuner

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"voicestudio/presets/audition"
	"voicestudio/tts"
	"voicestudio/ui/studio/document"
	"voicestudio/ui/studio/rooms"
	"voicestudio/ui/tuning"
)

// NoEnd says why the end cannot be shown.
func (r *Tuner) NoEnd() string {
	switch why := r.None(); {
	case why != "":
		return why
	case r.asksStart():
		return Say.startFirst
	case len(r.told) == 0:
		return Say.nothingYet
	}
	return ""
}

// ShowEnd shows what has changed, before the end has come.
func (r *Tuner) ShowEnd() tea.Cmd {
	if why := r.NoEnd(); why != "" {
		return r.Say(rooms.Note, why)
	}
	r.ending = true
	return r.ask()
}

// TakeOver makes the settings that were reached those of the document, which ends
// the course.
func (r *Tuner) TakeOver() tea.Cmd {
	changed := tuning.Changes(r.search)
	r.apply()
	r.Silence()
	ended := r.end()
	r.LeaveStage()
	return tea.Batch(ended, r.Say(rooms.Note, Say.done(changed)))
}

// Apply makes them those of the document, and leaves the course open.
func (r *Tuner) Apply() { r.apply() }

func (r *Tuner) apply() {
	if next := applied(r.Doc(), r.search.Now()); !next.Equal(r.Doc()) {
		r.Change(next, Say.deed)
	}
}

// applied is a document with the settings of a request. Voices that are muted in its
// blend stay there where the others are those of the request.
func applied(doc document.Document, now tts.Request) document.Document {
	next := document.Of(now, doc.Text)
	next.Whole = next.Whole || doc.Whole
	voices, shares := now.Voices(), tts.Shares(now.Voices())
	ids := make([]string, len(voices))
	for i, v := range voices {
		ids[i] = v.VoiceID
	}
	mixed, whole := doc.Mix(ids, shares)
	switch {
	case !whole:
	case slices.Equal(shares, tts.Shares(doc.Request().Voices())) && sameIDs(doc.Request().Voices(), voices):
		next.Voices = doc.Voices
	default:
		next.Voices = mixed.Voices
	}
	return next
}

func sameIDs(a, b []tts.TimbreWeight) bool {
	return slices.EqualFunc(a, b, func(x, y tts.TimbreWeight) bool { return x.VoiceID == y.VoiceID })
}

// Both are what it was like before and what it is like now, for the bench.
func (r *Tuner) Both() (text string, both []audition.Candidate) {
	for i, q := range []tts.Request{r.search.From(), r.search.Now()} {
		q.Text = ""
		both = append(both, audition.Candidate{Label: []string{Say.before, Say.after}[i], Kind: audition.Settings, Request: q, Host: r.host()})
	}
	return r.course.Text, both
}

// NothingChanged says why there is nothing to compare.
func (r *Tuner) NothingChanged() string {
	if why := r.NoEnd(); why != "" {
		return why
	}
	if len(r.search.Changes()) == 0 {
		return Say.nothingChanged
	}
	return ""
}
