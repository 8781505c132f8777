package benches

import (
	"os"
	"slices"
	"time"

	tea "charm.land/bubbletea/v2"

	"voicestudio/player"
	"voicestudio/tts/takes"
	"voicestudio/ui/session"
	"voicestudio/ui/studio/paint"
	"voicestudio/ui/studio/rooms"
	"voicestudio/ui/studio/rooms/listen"
)

// DoneMsg brings what was done beside the screen's loop back into it.
type DoneMsg struct{ Then func() tea.Cmd }

// Ear hears takes in each other's place: at the same word, and equally loud.
type Ear struct {
	*rooms.Shared
	Sound *listen.Sound
	clips []*clip // those needed last at the end
	wish  string  // the take that is to be heard once it is open
}

// clip is a take whose sound is in memory, or on its way there.
type clip struct {
	takes.Take
	timeline *player.Timeline
	wave     paint.Memo
}

// mostClips bounds those that are kept: 4 MB a minute each.
const mostClips = 24

// find is the clip of a take, which is needed now; nil where it is not in memory.
func (e *Ear) find(id string) *clip {
	c := e.peek(id)
	if c != nil {
		i := slices.Index(e.clips, c)
		e.clips = append(slices.Delete(e.clips, i, i+1), c)
	}
	return c
}

// peek is find for a drawing.
func (e *Ear) peek(id string) *clip {
	if i := slices.IndexFunc(e.clips, func(c *clip) bool { return c.ID == id }); i >= 0 {
		return e.clips[i]
	}
	return nil
}

// now is the clip that Sound shows; nil where it is something else.
func (e *Ear) now() *clip {
	for _, c := range e.clips {
		if e.Sound.Timeline != nil && c.timeline == e.Sound.Timeline {
			return c
		}
	}
	return nil
}

// Hear sounds a take in the place of what sounds, from disk.
func (e *Ear) Hear(t takes.Take) tea.Cmd {
	if c := e.find(t.ID); c != nil {
		return e.sound(c)
	}
	e.wish = t.ID
	return e.Open(t)
}

// Open has the sound of takes ready.
func (e *Ear) Open(all ...takes.Take) tea.Cmd {
	all = slices.DeleteFunc(all, func(t takes.Take) bool { return e.find(t.ID) != nil })
	if len(all) == 0 {
		return nil
	}
	return e.OnErrand(Say.opening, func() tea.Msg {
		files := make([]*os.File, len(all))
		var fault error
		for i, t := range all {
			file, err := os.Open(t.File)
			if files[i] = file; err != nil {
				fault = err
			}
		}
		return DoneMsg{func() tea.Cmd { return e.opened(all, files, fault) }}
	})
}

func (e *Ear) opened(all []takes.Take, files []*os.File, fault error) (cmd tea.Cmd) {
	for i, t := range all {
		switch {
		case files[i] == nil:
			continue
		case e.find(t.ID) != nil: // asked for twice
			files[i].Close()
		default:
			c := &clip{Take: t, timeline: e.Player.Load(e.Ctx, files[i], session.FormatOf(t.Request))}
			e.clips = append(e.clips, c)
			cmd = tea.Batch(cmd, e.learn(c))
		}
		if e.wish == t.ID {
			cmd = tea.Batch(cmd, e.sound(e.find(t.ID)))
		}
	}
	e.clips = e.clips[max(0, len(e.clips)-mostClips):]
	if fault != nil {
		return tea.Batch(cmd, e.Say(rooms.Warning, Say.cannotPlay(session.Reason(fault))))
	}
	return cmd
}

// learn waits for all of a clip, with which its waveform is there.
func (e *Ear) learn(c *clip) tea.Cmd {
	return func() tea.Msg {
		<-c.timeline.Done()
		return DoneMsg{func() tea.Cmd { return nil }}
	}
}

// sound lets a clip sound where the one before it is.
func (e *Ear) sound(c *clip) tea.Cmd {
	e.wish = ""
	e.Player.Switch(player.Clip{Timeline: c.timeline, Gain: e.gain(c), From: 0}, e.same(e.now(), c))
	return e.Sound.Stand(c.Take, c.timeline)
}

// gain is what makes a clip as loud as every other.
func (e *Ear) gain(c *clip) float64 { return 0 }

// same says where a clip says what another says; nil where nobody knows.
func (e *Ear) same(from, to *clip) func(time.Duration) time.Duration { return nil }
