package plain

import (
	"slices"

	"voicestudio/presets/audition"
	"voicestudio/tts"
	benching "voicestudio/ui/bench"
	"voicestudio/ui/studio/document"
)

// mixes are the voices of the blend at other shares, with the words and settings of
// now: the steps of a ladder, or the dots of a pad.
type mixes struct {
	lineup
	// on are the steps or dots of the rows.
	on []int
}

// look finds what there is of some candidates.
func (d *desk) lookMixes(m *mixes, on []int, candidates []audition.Candidate) error {
	text := request(d.doc()).Text
	rows, err := benching.Look(d.ctx, d.session, audition.Audition{Text: text, Candidates: candidates})
	if err != nil {
		return err
	}
	m.on = on
	m.fill(rows)
	return nil
}

// of is the row of a step or dot; nil: it is not among those that were looked at.
func (m *mixes) of(n int) *clip {
	if i := slices.Index(m.on, n); i >= 0 && i < len(m.rows) {
		return m.rows[i]
	}
	return nil
}

// sounding is the step or dot that sounds, or did last.
func (m *mixes) sounding(d *desk) (n int, found bool) {
	for i, row := range m.rows {
		if row == m.now && m.now != nil && m.now.timeline == d.sound.timeline {
			return m.on[i], true
		}
	}
	return 0, false
}

func voiceName(id string) string { return tts.Clean(tts.VoiceTitle(id)) }

// mixed says shares with the names of their voices.
func mixed(voices []string, shares []int) string {
	var said []string
	for _, v := range benching.Blended(voices, shares) {
		said = append(said, say.mixes.share(voiceName(v.VoiceID), v.Weight))
	}
	return joined(said...)
}

// takeMix gives the voices of the blend the shares of a mix.
func (d *desk) takeMix(voices []string, shares []int) error {
	before := d.doc()
	next, whole := before.Mix(voices, shares)
	switch {
	case !whole:
		return wrong(say.mixes.gone)
	case next.Equal(before):
		d.say(say.blend.same)
		return nil
	}
	d.change(next, say.mixes.deed)
	d.say(say.mixes.taken(mixed(voices, shares)))
	return nil
}

// unmixed says why there is no ladder, or no pad.
func unmixed(why document.Unmixed, few tts.Said, held tts.Said) error {
	switch why {
	case document.TooFew:
		return wrong(few)
	case document.Held:
		return wrong(held)
	case document.SameTwice:
		return wrong(say.mixes.sameVoice)
	case document.Mixed:
	}
	return nil
}
