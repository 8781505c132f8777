package plain

import (
	"strings"
	"time"

	"voicestudio/player"
	"voicestudio/tts"
)

// sounding is what sounds, or did last.
type sounding struct {
	timeline *player.Timeline
	id       string  // of its take; empty: it has none
	made     *making // what made it just now; nil: it is from disk
	label    string  // it is called, of several that are heard beside each other
	begins   bool    // its sound is being read
	line     int     // the number of the line that it is of; 0: of none
	whole    *whole  // several lines; nil: it is none
	// report says how it went, once; nil: that was said, or is not known yet.
	report func() string
}

// sounds reports that something is heard.
func (d *desk) sounds() bool {
	s := d.Player.Status().State
	return d.sound.timeline != nil && (s == player.Playing || s == player.Buffering)
}

// follow looks what has become of what sounds.
func (d *desk) follow() {
	k := d.making
	if k != nil && k == d.sound.made && k.first == 0 && !d.Player.Device().Silent {
		if first := d.Player.Status().FirstSound; first > 0 {
			k.first = k.lag + first
		}
	}
	if k.runs() && k.speech == nil && d.Now().Sub(k.told) > patience(k) {
		k.told = d.Now()
		d.say(say.sound.waiting(title(k.ask.To.Host), k.told.Sub(k.at)))
	}
	if d.sound.report == nil {
		return
	}
	heard := k == nil || k.first > 0 || d.Player.Device().Silent || !d.sounds()
	if !d.sounds() || !d.Typed && heard || d.Player.Device().Silent {
		d.report()
	}
}

// patience is for how long nothing is said of what is waited for: sound that comes
// soon speaks for itself, and nobody may speak over it.
func patience(k *making) time.Duration {
	if k.told.Equal(k.at) {
		return 1500 * time.Millisecond
	}
	return 10 * time.Second
}

// report says how it went, where that was not said yet.
func (d *desk) report() {
	if say := d.sound.report; say != nil {
		d.sound.report = nil
		d.say(say())
	}
}

// stopAll ends what is under way and what sounds; false where there is nothing.
func (d *desk) stopAll() bool {
	stopped := d.sounds() || d.Player.Status().State == player.Paused
	if k := d.making; k.runs() {
		k.left, stopped = true, true
		k.cancel()
	}
	for _, l := range []*lineup{&d.bench.lineup, &d.tuner.lineup, &d.ladder.lineup, &d.pad.lineup} {
		stopped = l.stop() || stopped
	}
	if d.listens != nil {
		d.listens()
		stopped = true
	}
	d.waits = nil
	d.Player.Stop()
	d.report()
	return stopped
}

// halt ends all that goes on: what sounds, and the lines that are made, which what is
// heard meanwhile does not.
func (d *desk) halt() bool {
	lines := d.stopLines()
	return d.stopAll() || lines
}

func stop(d *desk, _ string) error {
	if d.halt() {
		d.say(say.sound.stopped)
		return nil
	}
	d.say(say.sound.nothing)
	return nil
}

// pauseSound holds what sounds, or goes on with it.
func pauseSound(d *desk, _ string) error {
	switch d.Player.Status().State {
	case player.Paused:
		d.Player.Resume()
	case player.Playing, player.Buffering:
		d.Player.Pause()
		d.say(say.sound.paused(d.Player.Status().Position))
	case player.Idle, player.Ended:
		d.say(say.sound.nothing)
	}
	return nil
}

// silent says why nothing can be done with what sounds.
func (d *desk) silent() error {
	if d.sound.timeline == nil || d.Player.Status().State == player.Idle {
		return wrong(say.sound.none)
	}
	return nil
}

// replay lets what sounded last begin once more.
func replay(d *desk, _ string) error {
	if d.sound.timeline == nil {
		return wrong(say.sound.none)
	}
	d.Player.Replay(d.sound.timeline)
	return nil
}

// moment reads a time: "2.5", "2.5 s", "1:02".
func moment(text string) (time.Duration, error) {
	text = strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(text), "s"))
	minutes, seconds, long := strings.Cut(text, ":")
	m := 0.0
	if long {
		var is bool
		if m, is = figure(minutes); !is || m < 0 || m > 600 {
			return 0, wrong(say.sound.noTime(presentable(text)))
		}
		text = seconds
	}
	s, is := figure(text)
	if !is || s < 0 || s > 36000 {
		return 0, wrong(say.sound.noTime(presentable(text)))
	}
	return time.Duration((m*60 + s) * float64(time.Second)), nil
}

func seek(d *desk, rest string) error {
	if err := d.silent(); err != nil {
		return err
	}
	to, err := moment(rest)
	if err != nil {
		return err
	}
	d.Player.Seek(to)
	return nil
}

// skip goes some seconds back or on, 2 unless told otherwise.
func skip(d *desk, rest string, way time.Duration) error {
	if err := d.silent(); err != nil {
		return err
	}
	by := 2 * time.Second
	if rest != "" {
		var err error
		if by, err = moment(rest); err != nil {
			return err
		}
	}
	d.Player.Seek(max(0, d.Player.Status().Position+way*by))
	return nil
}

// loopSound repeats a part of what sounds, or no longer.
func loopSound(d *desk, rest string) error {
	words := wordsOf(rest)
	if len(words) == 0 || len(words) == 1 && strings.EqualFold(words[0], "off") {
		d.Player.Unloop()
		d.say(say.sound.noLoop)
		return nil
	}
	if err := d.silent(); err != nil {
		return err
	}
	if len(words) != 2 {
		return wrong(say.sound.loopForm)
	}
	from, err := moment(words[0])
	if err != nil {
		return err
	}
	to, err := moment(words[1])
	if err != nil {
		return err
	}
	if to <= from {
		return wrong(say.sound.loopForm)
	}
	d.Player.Loop(from, to)
	return nil
}

// where says what sounds, and where it is.
func where(d *desk, _ string) error {
	if d.script.makes {
		d.say(say.script.progress(d.script.made+d.script.lost, d.script.of))
	}
	s := d.Player.Status()
	switch {
	case d.making.runs() && d.making.speech == nil:
		d.say(say.sound.waiting(title(d.making.ask.To.Host), d.Now().Sub(d.making.at)))
		return nil
	case d.sound.timeline == nil || s.State == player.Idle:
		d.say(say.sound.nothing)
		return nil
	}
	name := d.sound.label
	if n := d.lineSounding(); n > 0 && d.sound.whole != nil {
		name = say.script.name(n)
	}
	if n := d.numbers[d.sound.id]; name == "" && n > 0 {
		name = say.takes.take(n)
	}
	d.say(say.sound.place(tts.Clean(name), s.Position, s.Duration, s.State == player.Paused))
	return nil
}

// louder changes how loud all is heard, by 3 dB unless told otherwise.
func louder(d *desk, rest string, way float64) error {
	by := 3.0
	if rest != "" {
		x, is := figure(strings.TrimSuffix(strings.ToLower(rest), "db"))
		if !is || x < 0 || x > 60 {
			return wrong(say.usage.notANumber(presentable(rest)))
		}
		by = x
	}
	now, _ := d.Player.Volume()
	d.Player.SetVolume(now + way*by)
	now, _ = d.Player.Volume()
	d.say(say.sound.volume(now))
	return nil
}

// tempo is how fast all is listened to; the take stays as it is.
func tempo(d *desk, rest string) error {
	if rest != "" {
		x, is := figure(rest)
		if !is || x < 0.5 || x > 2 {
			return wrong(say.sound.tempoForm)
		}
		d.Player.SetTempo(x)
	}
	d.say(say.sound.tempo(d.Player.Tempo()))
	return nil
}

// wait has the next line wait for the end of the sound, or for some seconds.
func wait(d *desk, rest string) error {
	until := time.Time{}
	if rest != "" {
		by, err := moment(rest)
		if err != nil {
			return err
		}
		until = d.Now().Add(by)
	}
	if !d.Typed {
		d.waits = &until
	}
	return nil
}
