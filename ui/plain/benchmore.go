package plain

import (
	"strings"

	"voicestudio/presets/audition"
	"voicestudio/tts"
)

// benchLine lets all on the bench say other words.
func benchLine(d *desk, rest string) error {
	if err := d.lookBench(); err != nil {
		return err
	}
	text := strings.TrimSpace(tts.Plain(rest))
	if text == "" {
		d.say(say.bench.line(tts.Clean(d.bench.a.Text)))
		return nil
	}
	set := func(text string) func(*audition.Audition) { return func(a *audition.Audition) { a.Text = text } }
	if err := d.benchDeed(say.bench.otherLine, set(text), set(d.bench.a.Text)); err != nil {
		return err
	}
	d.say(say.bench.line(tts.Clean(text)))
	if rows := d.bench.missing(); len(rows) > 0 {
		d.say(say.bench.missing(len(rows), d.billed(rows)))
	}
	return nil
}

// benchStarred shows only those that have stars, or all again.
func benchStarred(d *desk, _ string) error {
	if err := d.lookBench(); err != nil {
		return err
	}
	b := &d.bench
	on, starred := !b.a.Bench.OnlyStarred, false
	for _, row := range b.rows {
		starred = starred || b.stars(row) > 0
	}
	if on && !starred {
		return wrong(say.bench.noStars)
	}
	if err := d.editBench(func(a *audition.Audition) { a.Bench.OnlyStarred = on }); err != nil {
		return err
	}
	return showBench(d, "")
}

// duelUse makes the settings of the winner those that are edited.
func duelUse(d *desk, _ string) error {
	if err := d.lookBench(); err != nil {
		return err
	}
	duels := d.bench.duelsNow()
	if duels == nil {
		return wrong(say.duels.none)
	}
	winner := duels.Standing().Winner
	for _, row := range d.bench.rows {
		if row.ID == winner {
			return d.useRow(row)
		}
	}
	return wrong(say.duels.noWinner)
}
