package player

import (
	"context"
	"io"
	"strings"
	"testing"
	"testing/synctest"
	"time"
)

// said is the table of the package's documentation; "." stays as it is.
const said = `
             enough    empty   heard   Pause    Resume      Seek        cancel   Stop
Idle         .         .       .       .        .           .           .        .
Buffering    Playing   Ended   .       Paused   .           Buffering   Idle     Idle
Playing      .         .       Ended   Paused   .           Playing     Idle     Idle
Paused       .         Ended   .       .        Buffering   Paused      Idle     Idle
Ended        .         .       .       .        .           Buffering   .        Idle
`

// deed is one playing whose source brings what the test gives it.
type deed struct {
	p      *Player
	source *io.PipeWriter
	cancel context.CancelFunc
}

func (d *deed) give(length time.Duration) { d.source.Write(sine(16000, 1, 400, length)) }

func TestEveryEventInEveryStateDoesWhatTheTableSays(t *testing.T) {
	into := map[string]func(d *deed){
		"Idle":      func(d *deed) { d.p.Stop() },
		"Buffering": func(*deed) {},
		"Playing":   func(d *deed) { d.give(time.Second) },
		"Paused":    func(d *deed) { d.p.Pause() },
		"Ended": func(d *deed) {
			d.give(100 * time.Millisecond)
			d.source.Close()
			time.Sleep(time.Second)
		},
	}
	events := map[string]func(d *deed){
		"enough": func(d *deed) { d.give(time.Second) },
		"empty":  func(d *deed) { d.source.Close() },
		"heard": func(d *deed) {
			if d.p.Status().State == Playing {
				d.source.Close()
			}
			time.Sleep(3 * time.Second)
		},
		"Pause":  func(d *deed) { d.p.Pause() },
		"Resume": func(d *deed) { d.p.Resume() },
		"Seek":   func(d *deed) { d.p.Seek(50 * time.Millisecond) },
		"cancel": func(d *deed) { d.cancel() },
		"Stop":   func(d *deed) { d.p.Stop() },
	}
	lines := strings.Split(strings.TrimSpace(said), "\n")
	walked := 0
	for _, line := range lines[1:] {
		row := strings.Fields(line)
		for i, event := range strings.Fields(lines[0]) {
			from, want := row[0], row[i+1]
			if want == "." {
				want = from
			}
			if from == "Ended" && event == "Seek" {
				want = "Playing" // all of it is decoded, so that it follows at once
			}
			walked++
			t.Run(from+"/"+event, func(t *testing.T) {
				virtual(t, func(t *testing.T, p *Player) {
					ctx, cancel := context.WithCancel(t.Context())
					defer cancel()
					source, writer := io.Pipe()
					d := &deed{p: p, source: writer, cancel: cancel}
					p.Play(ctx, source, mono16k)
					into[from](d)
					synctest.Wait()
					if got := p.Status().State; !strings.EqualFold(got.String(), from) {
						t.Fatalf("%v, before anything happened", got)
					}
					events[event](d)
					synctest.Wait()
					if got := p.Status().State; !strings.EqualFold(got.String(), want) {
						t.Errorf("%v, want %s", got, want)
					}
				})
			})
		}
	}
	if walked != len(into)*len(events) {
		t.Errorf("%d of %d", walked, len(into)*len(events))
	}
}

func TestASeekMovesWhatPlaysWaitsOrIsPaused(t *testing.T) {
	for name, before := range map[string]func(*Player){"it waits": func(*Player) {}, "it is paused": (*Player).Pause} {
		virtual(t, func(t *testing.T, p *Player) {
			source, writer := io.Pipe()
			p.Play(t.Context(), source, mono16k)
			d := &deed{p: p, source: writer}
			d.give(100 * time.Millisecond) // too little to begin with
			synctest.Wait()
			before(p)
			p.Seek(80 * time.Millisecond)
			d.give(time.Second)
			p.Resume()
			time.Sleep(200 * time.Millisecond)
			near(t, "while "+name, p.Status().Position, 280*time.Millisecond)
			p.Seek(700 * time.Millisecond)
			time.Sleep(200 * time.Millisecond)
			near(t, "while it plays", p.Status().Position, 900*time.Millisecond)
			writer.Close()
		})
	}
}
