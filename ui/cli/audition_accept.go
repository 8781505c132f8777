package cli

import (
	"slices"

	"voicestudio/presets/audition"
	"voicestudio/tts"
	"voicestudio/tts/takes"
	"voicestudio/ui/config"
	"voicestudio/ui/studio/document"
)

// accept lets the clip that is liked best have its effect, as the winner of duels
// has in the studio: stars on the bench and among the takes, and the rank of the
// preset that it came from. What is so already is not changed.
func (o *options) accept(folder audition.Folder, a audition.Audition, l audition.Listened) error {
	w := say.audition.votes
	best, won, of, told := l.Best()
	if !told {
		o.note(w.notAccepted)
		return resultIsOne()
	}
	var changed []string
	starred := false
	if _, err := folder.Edit(a.Name, func(a *audition.Audition) {
		for i := range a.Candidates {
			if c := &a.Candidates[i]; c.ID == best.ID && c.Stars == 0 {
				c.Stars, starred = 1, true
				a.Bench.Judge(c.ID, true)
			}
		}
	}); err != nil {
		return auditionFault(err)
	}
	if starred {
		changed = append(changed, w.onBench)
	}
	if now, err := o.starTake(best.Take); err != nil {
		return err
	} else if now {
		changed = append(changed, w.takeStarred(takes.Take{ID: best.Take}.Short()))
	}
	preset, err := o.rankBy(a, l, document.Win{Won: won, Of: of, At: l.Test.Made})
	if err != nil {
		return err
	}
	if preset != "" {
		changed = append(changed, w.ranked(quote(preset), won, of))
	}
	said := w.acceptedOnce(l.Test.Names()(best))
	if len(changed) > 0 {
		said = w.accepted(l.Test.Names()(best), changed)
	}
	o.note(said)
	return nil
}

// starTake reports whether a take had no star before. One that is gone gets none.
func (o *options) starTake(id string) (now bool, err error) {
	kept, err := takesFolder()
	if err != nil {
		return false, err
	}
	t, err := kept.Load(id)
	if err == nil && !t.Starred {
		_, err = kept.Star(id, true)
		now = err == nil
	}
	if err != nil {
		o.note(say.audition.votes.noTake(takes.Take{ID: id}.Short(), tts.Reason(err)))
	}
	return now, nil
}

// rankBy ranks the preset that the winner of a page came from. A page has one
// winner: what another preset has won by it, before more votes came, is taken back.
// The name is empty where no preset's rank is another one now.
func (o *options) rankBy(a audition.Audition, l audition.Listened, win document.Win) (preset string, err error) {
	fault := func(err error) error { return tts.Machine(tts.Said{What: tts.Reason(err)}, err) }
	dir, err := config.StateDir()
	if err != nil {
		return "", fault(err)
	}
	file := document.FavouritesIn(dir)
	now, aside, err := file.Read()
	if err != nil {
		return "", fault(err)
	}
	if aside != "" {
		o.note(say.audition.votes.putAside(aside))
	}
	ofPage := func(w document.Win) bool { return w.At.Equal(win.At) }
	best, _, _, _ := l.Best()
	winner := presetOf(a, best)
	for _, clip := range l.Test.Clips {
		loser := presetOf(a, clip)
		if loser == winner || !slices.ContainsFunc(now.Wins[loser], ofPage) {
			continue
		}
		if _, _, err := file.Win(loser, win, false); err != nil {
			return "", fault(err)
		}
	}
	if winner == "" || slices.ContainsFunc(now.Wins[winner], func(w document.Win) bool { return ofPage(w) && w.Won == win.Won && w.Of == win.Of }) {
		return "", nil
	}
	if _, _, err := file.Win(winner, win, true); err != nil {
		return "", fault(err)
	}
	return winner, nil
}

// presetOf is the preset that a clip is of; empty: none, or it was no more than
// where somebody began.
func presetOf(a audition.Audition, clip audition.TestClip) string {
	for _, c := range a.Candidates {
		if c.ID == clip.ID && c.Kind == audition.Preset {
			return c.Preset
		}
	}
	return ""
}
