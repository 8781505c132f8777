// Package plain is the studio line by line, for people who hear the screen read
// to them, for slow links and for terminals that can do nothing else: a command
// is a line of plain words, an answer is a sentence, what is chosen from is a
// numbered list. Nothing is drawn and nothing is written over. A whole session
// works with standard input alone.
package plain

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"time"

	"voicestudio/player"
	"voicestudio/presets"
	"voicestudio/tts"
	"voicestudio/ui/session"
	"voicestudio/ui/studio/document"
)

// Player is what is asked of whatever sounds; *player.Player says what each of it
// does.
type Player interface {
	Play(ctx context.Context, src io.Reader, f player.Format) *player.Timeline
	Load(ctx context.Context, src io.Reader, f player.Format) *player.Timeline
	Replay(t *player.Timeline)
	Switch(to player.Clip, same func(time.Duration) time.Duration)

	Pause()
	Resume()
	Stop()
	Seek(to time.Duration)
	Loop(from, to time.Duration)
	Unloop()

	SetVolume(db float64)
	Volume() (db float64, muted bool)
	SetTempo(x float64)
	Tempo() float64

	Status() player.Status
	Device() player.Device
	Opened() <-chan struct{}
}

// Options are what the command line says.
type Options struct {
	Session session.Config
	Player  Player
	Library presets.Library
	// Draft is the file that keeps what is being edited, the studio's own; empty:
	// none is kept.
	Draft string
	// HostNamed says that the session's host was asked for at this start.
	HostNamed bool

	In io.Reader
	// Out is answered to. Errors go to Err where nobody types, else to Out, too.
	Out, Err io.Writer
	// Typed says that a person types: there is a prompt, and what is under way does
	// not keep the next line waiting. Else each line waits for the one before.
	Typed bool
	// Interrupts tell of ctrl+c: once stops, twice leaves.
	Interrupts <-chan os.Signal
	// Editor edits a file; nil: there is no terminal for one.
	Editor func(file string) error
	// Now is the clock; nil: the machine's.
	Now func() time.Time
}

// Run does what the lines of In say until they end, quit is said, ctrl+c was
// pressed twice or ctx ends. The error is an *tts.Error: where nobody types the
// first of a command that failed, which has been said; or that the person
// interrupted it.
func Run(ctx context.Context, o Options) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	if o.Now == nil {
		o.Now = time.Now
	}
	d := &desk{ctx: ctx, Options: o, events: make(chan func(), 16), wanted: make(chan struct{}, 1), numbers: map[string]int{}, prompting: o.Typed}
	d.Options.Session.Waiting = func(pause time.Duration, why *tts.Error) {
		d.post(func() { d.retrying(pause, why) })
	}
	d.session = session.New(d.Options.Session)
	defer d.session.Close()
	defer cancel() // before it: what waits for the session ends
	d.work = document.Begin(document.Of(session.Voiced(tts.Request{Model: tts.DefaultModel}), ""))
	d.noted = fmt.Sprint(d.work.Revision(), d.work.Script())
	d.restore()
	d.remember()
	d.greet()
	d.lines = d.read(o.In)
	d.loop()
	if err := d.flush(); err != nil {
		d.fail(err)
	}
	return d.ended()
}

// ended is the error with which the program ends.
func (d *desk) ended() error {
	switch {
	case d.interrupted:
		return tts.Stopped(nil)
	case d.Typed || d.failed == nil:
		return nil
	}
	return d.failed
}

// remember takes over what the studio remembers beside the draft: the host that
// was chosen there and the bench that was open.
func (d *desk) remember() {
	if d.Draft == "" {
		return
	}
	was := d.screen.Read(filepath.Join(filepath.Dir(d.Draft), "screen.json"))
	d.seen, d.begun = was, d.session.Host()
	d.bench.name = was.Bench
	if was.Host == "" || was.Instead != d.begun || d.HostNamed || was.Host == d.begun {
		return
	}
	if err := d.session.Usable(was.Host); err != nil {
		d.say(say.host.notBack(title(was.Host), title(d.begun), tts.AsError(err, tts.KindRequest).Error()))
		return
	}
	d.chosen = was.Host
	d.session.MoveTo(was.Host)
}

// noteScreen has that written which the studio remembers, too.
func (d *desk) noteScreen() {
	s := d.seen
	s.Bench = d.bench.name
	s.Host, s.Instead = "", ""
	if d.chosen != "" && d.chosen != d.begun {
		s.Host, s.Instead = d.chosen, d.begun
	}
	d.screen.Note(s)
}

// greet says where one is, in as few words as that takes.
func (d *desk) greet() {
	if !d.Typed {
		return
	}
	d.say(say.greeting)
	if text := d.doc().Text; text != "" {
		d.say(say.text.draft(session.Beginning(text)))
	}
	d.say(say.host.now(title(d.session.Host()), d.priceTag(d.session.Host(), cmp.Or(d.doc().Settings.Model, tts.DefaultModel))))
	if d.session.Host() == tts.Sandbox {
		for _, h := range tts.Hosts {
			if h.KeyVariable != "" && os.Getenv(h.KeyVariable) != "" {
				d.say(say.host.keyThere(h.KeyVariable, string(h.Name)))
				break
			}
		}
	}
	if d.session.Host() != tts.Sandbox {
		d.connect(true)
	}
	d.later(func() func() {
		<-d.Player.Opened()
		return func() {
			if device := d.Player.Device(); device.Silent {
				d.say(say.sound.noDevice(device.Reason))
			}
		}
	})
}
