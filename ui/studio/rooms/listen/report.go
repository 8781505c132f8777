package listen

import (
	"fmt"

	"voicestudio/player"
	"voicestudio/tts"
	"voicestudio/ui/session"
	"voicestudio/ui/studio/paint"
)

// What stands below the waveform is chosen by what it is worth: a line that is
// too narrow has less in it, and never a piece of a word.

var stateMarks = map[player.State]string{
	player.Idle: "■", player.Buffering: "…", player.Playing: "▶", player.Paused: "‖", player.Ended: "■",
}

// place says what plays, and where it is.
func (r *Sound) place() string {
	s := r.playing
	mark := stateMarks[s.State]
	switch {
	case r.Timeline == nil:
		mark, s = "■", player.Status{}
	case r.Hides():
		return mark
	}
	times := fmt.Sprintf("%s %s / %s", mark, session.Clock(s.Position), session.Clock(s.Duration))
	if !s.Complete && s.Duration > 0 {
		times += "+"
	}
	return times
}

// transportLine has the place, how it is listened to, and how loud it is.
func (r *Sound) transportLine(w int) string {
	t, times := r.Theme, r.place()
	left := t.Strong.Render(times)
	if how := paint.Phrases(r.listening(), "  ", w-paint.Width(times)-2); how != "" {
		left += "  " + t.Warning.Render(how)
	}
	return paint.Sides(left, r.loudnessLine(w-paint.Width(left)-2), w)
}

// loudnessLine has the meter, before it the loudness of the whole take and the
// level that is heard now, as far as they fit into w cells. Without a device
// there is nothing that a meter could measure.
func (r *Sound) loudnessLine(w int) string {
	t, whole := r.Theme, r.loudness()
	if r.Player.Device().Silent || t.Still && r.Level <= paint.MeterFloor {
		return t.Dim.Render(paint.Phrases([]paint.Phrase{{Full: whole}}, "", w))
	}
	if t.Still {
		return t.Dim.Render(paint.Phrases([]paint.Phrase{{Full: whole}}, "", w-paint.LevelCells-2)) + "  " + t.Level(r.Level)
	}
	length := min(24, max(8, w/4))
	room := w - length
	if room < 0 {
		return ""
	}
	line := t.Meter(r.Level, length)
	before := whole + "  "
	if whole == "" || paint.Width(before) > room {
		before = ""
	}
	if paint.Width(before)+paint.LevelCells+1 <= room {
		line = t.Level(r.Level) + " " + line
	}
	return t.Dim.Render(before) + line
}

// reportLine says how the take came: what it cost first, then what tells how
// the way was.
func (r *Sound) reportLine(w int) string {
	k := r.Making
	if k.Waits() || r.Timeline == nil || r.beside != nil && r.take == nil {
		return ""
	}
	var said []paint.Phrase
	if k == nil || r.Timeline != k.sound {
		row := r.take
		said = []paint.Phrase{Say.sound.take(row.Number), {Full: row.Short()}, {Full: session.Lately(row.Time, r.Now())}}
		return paint.Phrases(said, " · ", w)
	}
	s := r.playing
	said = append(said, r.billed())
	if k.first > 0 {
		said = append(said, Say.sound.firstSound(k.first))
	}
	if s.Underruns > 0 {
		said = append(said, paint.Phrase{Full: Say.sound.underruns(s.Underruns)})
	}
	speed := ""
	if s.Speed > 0 && !k.Speech.Cached {
		speed = Say.sound.speed(s.Speed)
	}
	return paint.Phrases(said, " · ", w, speed)
}

// billed says what the take that arrives or arrived last cost.
func (r *Sound) billed() paint.Phrase {
	speech := r.Making.Speech
	p := speech.Progress()
	switch price := speech.Price(); {
	case speech.Cached:
		return Say.sound.cached
	case !speech.Closed(): // what is said on the way is no bill
		return paint.Phrase{}
	case p.UsageCharacters == nil:
		return Say.sound.unbilled(session.Cost(speech.Host, price))
	case speech.Host == tts.Sandbox:
		return Say.sound.charactersFree(*p.UsageCharacters)
	default:
		return Say.sound.charactersFor(*p.UsageCharacters, session.Cost(speech.Host, price))
	}
}
