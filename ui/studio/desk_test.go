package studio

import (
	"context"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"voicestudio/player"
	"voicestudio/presets"
	"voicestudio/ui/session"
)

// desk is a studio and a person in front of it.
type desk struct {
	t    testing.TB
	m    *Model
	home string
	msgs chan tea.Msg
}

// The sandbox is started once for all tests.
var shared struct {
	once    sync.Once
	session *session.Session
	takes   string
}

func TestMain(m *testing.M) {
	slog.SetDefault(slog.New(slog.DiscardHandler))
	code := m.Run()
	if shared.session != nil {
		shared.session.Close()
		os.RemoveAll(shared.takes)
	}
	os.Exit(code)
}

func sandboxSession(t testing.TB) *session.Session {
	shared.once.Do(func() {
		shared.takes, _ = os.MkdirTemp("", "takes")
		shared.session = session.New(session.Config{Takes: shared.takes})
	})
	if _, err := shared.session.Connect(); err != nil {
		t.Fatal(err)
	}
	return shared.session
}

// sit starts a studio at 120 by 40 on the sandbox, without sound.
func sit(t testing.TB) *desk { return sitAt(t, t.TempDir(), sandboxSession(t)) }

func sitAt(t testing.TB, home string, s *session.Session) *desk { return sitWith(t, home, s, nil) }

// sitWith starts a studio that knows teams' folders of presets, too.
func sitWith(t testing.TB, home string, s *session.Session, teams map[string]string) *desk {
	t.Helper()
	play := player.NewSilent()
	t.Cleanup(play.Close)
	ctx, cancel := context.WithCancel(context.Background())
	t.Cleanup(cancel)
	d := &desk{t: t, home: home, msgs: make(chan tea.Msg, 100)}
	library, err := presets.OpenLibrary(filepath.Join(home, "presets"), home, teams)
	if err != nil {
		t.Fatal(err)
	}
	d.m = New(ctx, Config{Session: s, Player: play, Library: library, Draft: filepath.Join(home, "draft.json"), Mouse: true})
	d.send(tea.WindowSizeMsg{Width: 120, Height: 40})
	return d
}

// send gives a message to the studio; what its commands answer is kept until
// someone waits.
func (d *desk) send(msg tea.Msg) {
	d.update(msg)
	d.m.View()
}

func (d *desk) update(msg tea.Msg) {
	_, cmd := d.m.Update(msg)
	d.run(cmd)
}

func (d *desk) run(cmd tea.Cmd) {
	if cmd == nil {
		return
	}
	go func() {
		switch msg := cmd().(type) {
		case nil:
		case tea.BatchMsg:
			for _, c := range msg {
				d.run(c)
			}
		default:
			d.msgs <- msg
		}
	}()
}

// until lets the studio work until something is so.
func (d *desk) until(what string, so func() bool) {
	d.t.Helper()
	patience := time.After(20 * time.Second)
	for !so() {
		select {
		case msg := <-d.msgs:
			d.send(msg)
		case <-patience:
			d.t.Fatalf("waited in vain until %s\n%s", what, d.screen())
		}
	}
}

// settle lets the studio take in everything that comes within a moment.
func (d *desk) settle() {
	for {
		select {
		case msg := <-d.msgs:
			d.send(msg)
		case <-time.After(30 * time.Millisecond):
			return
		}
	}
}

var codes = map[string]rune{
	"enter": tea.KeyEnter, "tab": tea.KeyTab, "esc": tea.KeyEscape, "up": tea.KeyUp, "down": tea.KeyDown, "left": tea.KeyLeft, "right": tea.KeyRight,
	"backspace": tea.KeyBackspace, "space": tea.KeySpace, "f1": tea.KeyF1, "f2": tea.KeyF2, "f3": tea.KeyF3, "f4": tea.KeyF4, "f5": tea.KeyF5, "delete": tea.KeyDelete, "insert": tea.KeyInsert,
	"home": tea.KeyHome, "end": tea.KeyEnd, "pgup": tea.KeyPgUp, "pgdown": tea.KeyPgDown, "f6": tea.KeyF6, "f7": tea.KeyF7, "f8": tea.KeyF8, "f9": tea.KeyF9, "f10": tea.KeyF10, "f11": tea.KeyF11, "f12": tea.KeyF12,
}

// press presses keys by their names: "ctrl+r", "shift+right", "u".
func (d *desk) press(names ...string) {
	d.t.Helper()
	for _, name := range names {
		d.send(d.key(name))
	}
}

// key is the key of a name.
func (d *desk) key(name string) tea.KeyPressMsg {
	d.t.Helper()
	msg := keyOfName(name)
	if msg.String() != name {
		d.t.Fatalf("the key %q is called %q", name, msg.String())
	}
	return msg
}

// write types text, letter by letter.
func (d *desk) write(text string) {
	for _, r := range text {
		d.send(tea.KeyPressMsg{Code: r, Text: string(r)})
	}
}

// screen is what the person sees, without colours.
func (d *desk) screen() string { return ansi.Strip(d.m.View().Content) }

func (d *desk) sees(what ...string) {
	d.t.Helper()
	for _, w := range what {
		if !strings.Contains(d.screen(), w) {
			d.t.Fatalf("%q is not on the screen:\n%s", w, d.screen())
		}
	}
}

func (d *desk) misses(what string) {
	d.t.Helper()
	if strings.Contains(d.screen(), what) {
		d.t.Fatalf("%q is on the screen:\n%s", what, d.screen())
	}
}

// find is where a text stands on the screen.
func (d *desk) find(what string) (x, y int) {
	d.t.Helper()
	for y, line := range strings.Split(d.screen(), "\n") {
		if i := strings.Index(line, what); i >= 0 {
			return ansi.StringWidth(line[:i]), y
		}
	}
	d.t.Fatalf("%q is not on the screen:\n%s", what, d.screen())
	return 0, 0
}

func (d *desk) click(x, y int) {
	d.send(tea.MouseClickMsg{X: x, Y: y, Button: tea.MouseLeft})
	d.send(tea.MouseReleaseMsg{X: x, Y: y, Button: tea.MouseLeft})
}
