package plain

import (
	"context"
	"slices"
	"time"

	"voicestudio/player"
	"voicestudio/player/measure"
	"voicestudio/tts/takes"
	benching "voicestudio/ui/bench"
	"voicestudio/ui/session"
)

// lineup is several that are heard beside each other, at the same word and equally
// loud: A and B, the candidates of a bench, the clips of a question.
type lineup struct {
	rows []*clip
	maps benching.Maps
	now  *clip // sounds, or did last
	// cancel ends what is being made; nil: nothing is.
	cancel context.CancelFunc
}

// clip is one of them.
type clip struct {
	benching.Row
	timeline *player.Timeline
	gain     float64
}

// taken is a take that is heard beside others.
func taken(t takes.Take) *clip {
	return &clip{Row: benching.Row{Take: &t}}
}

// fill puts rows in the place of those of before; the sound of a take that was
// there stays.
func (l *lineup) fill(rows []benching.Row) {
	was := l.rows
	l.rows = make([]*clip, len(rows))
	for i, r := range rows {
		c := &clip{Row: r}
		for _, o := range was {
			if r.Take != nil && o.Take != nil && o.Take.ID == r.Take.ID && o.timeline != nil {
				c.timeline = o.timeline
				if l.now == o {
					l.now = c
				}
			}
		}
		l.rows[i] = c
	}
}

// longest that is aligned: it takes a time that grows faster than the length.
const longAligned = 90 * time.Second

// hear lets a clip sound in the place of what sounds: where the one that sounds is
// of the same lineup, at the same word, and always as loud as the others. what is
// said once it does; then may be nil.
func (d *desk) hearOf(l *lineup, c *clip, label string, then func(matched bool)) error {
	if c.Take == nil {
		return wrong(say.lists.notMade)
	}
	if !session.Playable(c.Take.Request) {
		return wrong(say.sound.unplayable(c.Take.Request.AudioFormat()))
	}
	for _, o := range l.rows {
		if o.Take == nil || o.timeline != nil || !session.Playable(o.Take.Request) {
			continue
		}
		file, format, err := session.OpenTake(*o.Take)
		if err != nil {
			if o == c {
				return err
			}
			continue
		}
		o.timeline = d.Player.Load(d.ctx, file, format)
	}
	from := l.now
	if from != nil && (from.timeline == nil || from.timeline != d.sound.timeline) {
		from = nil
	}
	d.sound.begins = true
	waited := slices.Clone(l.rows)
	d.later(func() func() {
		for _, o := range waited {
			if o.timeline != nil {
				<-o.timeline.Done()
			}
		}
		if from != nil && from != c {
			l.learn(from, c)
		}
		return func() {
			d.sound.begins = false
			matched := l.level()
			var same func(time.Duration) time.Duration
			if from != nil && from != c {
				same, _ = l.maps.Same(from.Take.ID, c.Take.ID)
			}
			if k := d.making; k.runs() {
				d.stopAll()
			}
			d.report()
			d.Player.Switch(benching.Clip(c.timeline, c.gain), same)
			d.session.Takes().Heard(c.Take.ID)
			d.sound = sounding{timeline: c.timeline, id: c.Take.ID, label: label}
			l.now = c
			if then != nil {
				then(matched)
			}
		}
	})
	return nil
}

// learn finds out where two say the same word.
func (l *lineup) learn(a, b *clip) {
	if a.Take.ID == b.Take.ID || a.timeline.Duration() > longAligned || b.timeline.Duration() > longAligned {
		return
	}
	voice := func(c *clip) benching.Voice {
		t := *c.Take
		return benching.Voice{ID: t.ID, Text: t.Request.Text, Sound: func() (measure.Sound, error) { return benching.Sound(t) }}
	}
	l.maps.Learn(voice(a), voice(b))
}

// level gives every clip the gain by which all are equally loud; false where volume
// is what they differ in.
func (l *lineup) level() bool {
	var rows []benching.Row
	var loud []benching.Loud
	var clips []*clip
	for _, c := range l.rows {
		if c.timeline != nil {
			rows, loud, clips = append(rows, c.Row), append(loud, benching.Loud(c.timeline.Loud())), append(clips, c)
		}
	}
	gains, matched := benching.Levels(rows, loud)
	for i, c := range clips {
		c.gain = gains[i]
	}
	return matched
}

// missing are the rows that can be made.
func (l *lineup) missing() (rows []benching.Row) {
	for _, c := range l.rows {
		if c.Take == nil && !c.Refused() {
			rows = append(rows, c.Row)
		}
	}
	return rows
}

// stop makes no more; false where nothing is made.
func (l *lineup) stop() bool {
	if l.cancel == nil {
		return false
	}
	l.cancel()
	return true
}
