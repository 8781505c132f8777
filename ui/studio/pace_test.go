package studio

import (
	"io"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"voicestudio/ui/studio/paint"
	"voicestudio/ui/studio/rooms/listen"
)

// When Bubble Tea has another way to rest, or another name for its clock, the
// studio must follow.
func TestTheScreenRestsWhileNothingMovesAndWakesForAKey(t *testing.T) {
	d := sit(t)
	screen := &paced{Model: d.m.(*Model)}
	in, _ := io.Pipe()
	program := tea.NewProgram(screen, tea.WithInput(in), tea.WithOutput(io.Discard), tea.WithWindowSize(120, 40), tea.WithFPS(framesPerSecond), tea.WithoutSignalHandler())
	screen.program = program
	ended := make(chan error)
	go func() {
		_, err := program.Run()
		ended <- err
	}()
	becomes := func(what string, awake bool) {
		t.Helper()
		for patience := time.Now().Add(20 * time.Second); ; time.Sleep(time.Millisecond) {
			screen.mu.Lock()
			found, now := screen.ticker != nil, screen.awake
			screen.mu.Unlock()
			if found && now == awake {
				return
			}
			if awake {
				program.Send(tea.KeyPressMsg{Code: 'a', Text: "a"})
			}
			if time.Now().After(patience) {
				t.Fatalf("%s: its clock was found: %v, it is awake: %v", what, found, now)
			}
		}
	}
	becomes("left alone", false)
	becomes("after a key", true)
	becomes("left alone again", false)
	program.Quit()
	if err := <-ended; err != nil {
		t.Error(err)
	}
	screen.stop()
	in.Close()
}

// Where nothing is to move, what sounds is drawn anew once a second, and at once
// when a person does something.
func TestReducedMotionMovesOnceASecond(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		words  string
		look   paint.Look
		far    bool
		frames int // in two seconds of ticks
	}{
		"all moves":              {"Hi there, and good night.", paint.Look{}, false, 40},
		"reduced":                {"Hi there, and good night.", paint.Look{Still: true}, false, 2},
		"wide letters":           {"欢迎登船，全程四十分钟。", paint.Look{}, false, 20},
		"wide letters, over SSH": {"欢迎登船，全程四十分钟。", paint.Look{}, true, 8},
	} {
		d := sit(t)
		m := d.m.(*Model)
		m.dress(func(l *paint.Look) { *l = c.look })
		d.write(c.words)
		d.speaks("ctrl+r")
		d.press("f7")
		at := d.now()
		m.Now = func() time.Time { return at }
		p := &paced{Model: m, far: c.far}
		p.View()
		frames := 0
		for range 40 {
			at = at.Add(listen.TickPace)
			was := p.at
			p.Update(listen.TickMsg{})
			m.sound.StartTicking() // whatever the player says
			p.View()
			if p.at != was {
				frames++
			}
		}
		if frames != c.frames {
			t.Errorf("%s: %d frames in two seconds, not %d", name, frames, c.frames)
		}
		at = at.Add(time.Millisecond)
		p.Update(tea.KeyPressMsg{Code: tea.KeyTab})
		if p.View(); p.at != at {
			t.Errorf("%s: a key is not answered at once", name)
		}
	}
}

func TestReducedMotionSaysTheLevelInANumber(t *testing.T) {
	t.Parallel()
	d := sit(t)
	d.write("Hi there.")
	d.press("ctrl+r")
	d.awaits("▯")
	d.m.(*Model).dress(func(l *paint.Look) { l.Still = true })
	d.press("tab")
	d.misses("▮", "▯")
	if a, b := d.m.(*Model).Theme.Spinner(d.now()), d.m.(*Model).Theme.Spinner(d.now().Add(300*time.Millisecond)); a != b {
		t.Errorf("%q turns into %q", a, b)
	}
}
