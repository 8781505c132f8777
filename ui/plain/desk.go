package plain

import (
	"context"
	"os"
	"time"

	"voicestudio/presets"
	"voicestudio/tts"
	"voicestudio/tts/host"
	"voicestudio/ui/session"
	"voicestudio/ui/studio/document"
)

// desk is the whole of it. All but what goes on in later belongs to the goroutine
// of loop.
type desk struct {
	ctx context.Context
	Options
	session *session.Session
	work    *document.Work
	draft   document.DraftFile
	screen  document.ScreenFile
	seen    document.Screen // as it was at the start
	begun   tts.HostName    // spoke at the start
	chosen  tts.HostName    // here, or in the studio before

	lines  <-chan line
	wanted chan struct{}
	reads  bool  // a line was wanted
	ahead  *line // was read while it had to wait
	number int   // of the line that is being done
	over   bool  // no line comes any more
	events chan func()
	errands,
	// quiet counts errands that no line waits for.
	quiet int

	asked     *question // is waited for
	list      *list     // a number answers it
	typing    *typing   // lines that are words
	prompting bool
	prompt    *string // nil: as it comes
	prompted  bool    // the prompt stands behind the last line

	making  *making
	sound   sounding
	waits   *time.Time // until when the next line has to wait; zero: until nothing sounds
	agreed  map[tts.HostName]bool
	numbers map[string]int // of takes, by their ids
	given   int            // the last of them
	pair    pair           // A and B
	bench   bench
	script  scripted
	ladder  ladder
	pad     pad
	listens func() // ends presets that speak to be measured; nil: none do
	tuner   tuner
	turned  error // why a deed could not be turned

	faults      []fault
	failed      *tts.Error // the first
	interrupted bool
	leaving     bool
	pressed     bool   // ctrl+c, and nothing since
	silence     string // why nothing is heard, as it was said last
	broken      bool   // that the draft cannot be kept was said
	noted       string // what of the work the draft has
	own         []host.AccountVoice
	ownOf       tts.HostName     // whose account's they are; empty: nobody has asked yet
	listed      []string         // the ids of the voices that were listed last
	found       []*presets.Entry // that were listed last
}

// fault is an error that was said.
type fault struct {
	at   time.Time
	said string
}

// post has something done by the loop.
func (d *desk) post(do func()) {
	select {
	case d.events <- do:
	case <-d.ctx.Done():
	}
}

// later does something beside the loop, and what it returns in it. A line that
// nobody types waits for it.
func (d *desk) later(do func() func()) {
	d.errands++
	go func() {
		then := do()
		d.post(func() {
			d.errands--
			if then != nil {
				then()
			}
		})
	}()
}

const (
	look  = 50 * time.Millisecond // how often what sounds is looked at
	pause = time.Second           // how long after a change the draft is written
)

// loop does what lines say until there are no more.
func (d *desk) loop() {
	var ticker *time.Ticker
	var ticks <-chan time.Time
	var keep <-chan time.Time
	for !d.leaving {
		d.follow()
		d.takeAhead()
		if d.over && d.idle() || d.leaving {
			return
		}
		if watch := d.watching(); watch && ticks == nil {
			ticker = time.NewTicker(look)
			ticks = ticker.C
		} else if !watch && ticks != nil {
			ticker.Stop()
			ticks = nil
		}
		if d.changed() && keep == nil {
			keep = time.After(pause)
		}
		d.showPrompt()
		lines := d.lines
		switch {
		case d.ahead != nil || d.over:
			lines = nil
		case !d.reads:
			d.reads = true
			d.wanted <- struct{}{}
		}
		select {
		case l, more := <-lines:
			if !more {
				d.end()
				continue
			}
			d.reads = false
			d.prompted = false // the person's enter ended the line
			d.ahead = &l
		case do := <-d.events:
			do()
		case <-d.Interrupts:
			d.interrupt()
		case <-ticks:
		case <-keep:
			keep = nil
			d.keep()
		case <-d.ctx.Done():
			return
		}
	}
}

// end takes in that no line comes any more. What was asked and is not answered is
// not done.
func (d *desk) end() {
	d.over = true
	d.dismiss()
	d.endTyping()
	if d.Typed {
		d.leaving = true
	}
}

// takeAhead does the line that was read, unless it has to wait.
func (d *desk) takeAhead() {
	if d.ahead == nil {
		return
	}
	l := *d.ahead
	if !d.Typed && d.asked == nil && d.typing == nil && d.mustWait(l.text) {
		return
	}
	d.ahead, d.number, d.pressed = nil, l.number, false
	d.do(l)
}

// mustWait reports whether a line that nobody types has to wait: for the answer to
// the one before, or where it is to sound, until nothing does.
func (d *desk) mustWait(text string) bool {
	c, _, err := d.find(text)
	if err == nil && c.now {
		return false
	}
	return d.busy() || err == nil && c.sounds && d.sounds()
}

// busy reports that something is under way which the next line may need.
func (d *desk) busy() bool {
	if d.making.runs() || d.errands > d.quiet || d.sound.begins || d.script.makes {
		return true
	}
	if d.waits == nil {
		return false
	}
	if d.waits.IsZero() && !d.sounds() || !d.waits.IsZero() && !d.Now().Before(*d.waits) {
		d.waits = nil
		return false
	}
	return true
}

// idle reports that nothing is left to be done or heard.
func (d *desk) idle() bool {
	return d.ahead == nil && !d.busy() && d.errands == 0 && !d.sounds() && d.sound.report == nil
}

// watching reports that time alone changes something, or may have while that was
// asked.
func (d *desk) watching() bool {
	return d.ahead != nil || d.over || d.making.runs() || d.sounds() || d.sound.report != nil || d.waits != nil || d.sound.begins
}

// interrupt is ctrl+c: what is under way or sounds stops; pressed once more, the
// program ends.
func (d *desk) interrupt() {
	if d.pressed {
		d.interrupted, d.leaving = true, true
		return
	}
	d.pressed = true
	d.freshLine()
	switch {
	case d.asked != nil:
		d.dismiss()
	case d.typing != nil:
		d.typing = nil
		d.say(say.text.notTaken)
	case d.halt():
		d.say(say.sound.stopped)
	default:
		d.say(say.leave)
	}
}

// quit ends the program.
func quit(d *desk, _ string) error {
	d.leaving = true
	return nil
}

// doc is the document as it is now, of all lines or of the one that is set.
func (d *desk) doc() document.Document { return d.work.At(d.script.on) }

// change replaces the document; undo takes that back.
func (d *desk) change(doc document.Document, what string) {
	d.work.ChangeAt(d.script.on, doc, what, d.Now())
}

// home writes a path as people do.
func homely(path string) string {
	home, err := os.UserHomeDir()
	if err != nil || home == "" || home == "/" || len(path) <= len(home) || path[:len(home)] != home || path[len(home)] != os.PathSeparator {
		return path
	}
	return "~" + path[len(home):]
}
