package studio

import (
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"voicestudio/player"
	"voicestudio/presets"
	"voicestudio/tts"
	"voicestudio/tts/takes"
	"voicestudio/tts/takes/disk"
	"voicestudio/ui/config"
	"voicestudio/ui/session"
	"voicestudio/ui/studio/rooms/listen"
	"voicestudio/ui/studio/trial"
)

// desk is a studio and a person in front of it, who acts by keys, mouse and
// pastes, and knows what is seen, what sounds, what the host was sent and what
// is stored.
type desk struct {
	t      testing.TB
	m      tea.Model
	flush  func() error // as the end of the program does
	home   string
	own    string // the folder of the person's presets
	host   *fakeHost
	player *recorder
	msgs   chan tea.Msg
	w, h   int
	drawn  string        // the screen since the last message; empty: it is not drawn yet
	frame  tea.View      // which that is of
	later  time.Duration // how far the studio's clock was put on
	still  time.Time     // the clock stands still; zero: it goes
}

func TestMain(m *testing.M) {
	slog.SetDefault(slog.New(slog.DiscardHandler))
	// It is noon here: takes of some minutes ago are of the same day. The hour decides
	// how far that is from UTC, and of which day here an instant of UTC is: where a day
	// is seen, a test counts it back from now.
	time.Local = time.FixedZone("noon", int((12*time.Hour - time.Since(time.Now().UTC().Truncate(24*time.Hour))).Seconds()))
	// Desks wait more than they work.
	flag.Parse()
	flag.Set("test.parallel", strconv.Itoa(2*runtime.GOMAXPROCS(0)))
	os.Exit(m.Run())
}

// seat says what is particular about a desk.
type seat struct {
	home  string // of the draft, the presets and the takes; empty: a new one
	at    tts.HostName
	host  *fakeHost // that answers there; nil: a new one
	other map[tts.HostName]*fakeHost
	teams map[string]string
	named bool // the host was asked for at this start
	mute  bool // there is no sound device
	warm  bool // connections are made before they are needed
	cap   *tts.Money
}

// sit starts a studio at 120 by 40 on a host with a canned voice.
func sit(t testing.TB) *desk { return seat{}.sit(t) }

func (s seat) sit(t testing.TB) *desk {
	t.Helper()
	d := &desk{t: t, home: s.home, host: s.host, player: newRecorder(t), msgs: make(chan tea.Msg, 1000)}
	if d.home == "" {
		d.home = newHome(t)
	}
	if d.host == nil {
		d.host = newHost(t)
	}
	if s.at == "" {
		s.at = tts.Sandbox
	}
	if s.mute {
		d.player.device = player.Device{Name: "silent", Silent: true, Reason: "sound is off"}
	}
	d.own = filepath.Join(d.home, "presets")
	library, err := presets.OpenLibrary(d.own, d.home, s.teams)
	if err != nil {
		t.Fatal(err)
	}
	c := session.Config{Host: s.at, Takes: filepath.Join(d.home, "takes"), Warm: s.warm, Cap: s.cap, Hosts: map[tts.HostName]config.HostSettings{},
		Waiting: func(pause time.Duration, why *tts.Error) { d.msgs <- listen.RetryMsg{Pause: pause, Why: why} }}
	hosts := map[tts.HostName]*fakeHost{s.at: d.host}
	for name, h := range s.other {
		hosts[name] = h
	}
	for name, h := range hosts {
		at := h.url
		if name == tts.DashScope {
			at += "/api/v1"
		}
		c.Hosts[name] = config.HostSettings{BaseURL: at}
		if known, _ := tts.HostAt(name); known.KeyVariable != "" {
			t.(*testing.T).Setenv(known.KeyVariable, "sk-secret")
		}
	}
	ctx, cancel := context.WithCancel(context.Background())
	speaking := session.New(c)
	m := New(ctx, Config{Session: speaking, Player: d.player, Library: library, Draft: filepath.Join(d.home, "draft.json"), Mouse: true, HostNamed: s.named})
	m.Now = d.now
	d.m, d.flush = m, m.flush
	t.Cleanup(func() {
		cancel()
		speaking.Close()
	})
	d.resize(120, 40)
	return d
}

// newHome is a folder that goes with the test; what the studio still writes
// then does not matter.
func newHome(t testing.TB) string {
	home, err := os.MkdirTemp("", "studio")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(home) })
	return home
}

// now is the studio's clock.
func (d *desk) now() time.Time {
	if !d.still.IsZero() {
		return d.still.Add(d.later)
	}
	return time.Now().Add(d.later)
}

// hurries lets the clock stand still, so that what is done next is done within a
// moment however busy the machine is.
func (d *desk) hurries() { d.still = time.Now() }

// send gives a message to the studio; what its commands answer is kept until
// someone waits.
func (d *desk) send(msg tea.Msg) {
	d.update(msg)
	d.screen()
}

func (d *desk) update(msg tea.Msg) {
	_, cmd := d.m.Update(msg)
	d.drawn = ""
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
	patience := time.After(time.Minute)          // on a busy machine git alone takes many seconds
	look := time.NewTicker(5 * time.Millisecond) // for what the studio need not hear of
	defer look.Stop()
	for !so() {
		select {
		case msg := <-d.msgs:
			d.update(msg)
			for len(d.msgs) > 0 { // a terminal draws no frame for each of many, either
				d.update(<-d.msgs)
			}
			d.screen()
		case <-look.C:
		case <-patience:
			d.t.Fatalf("waited in vain until %s\n%s", what, d.screen())
		}
	}
}

// awaits lets the studio work until texts are on the screen.
func (d *desk) awaits(what ...string) {
	d.t.Helper()
	d.until(fmt.Sprintf("%q is seen", what), func() bool {
		screen := d.screen()
		return !slices.ContainsFunc(what, func(w string) bool { return !strings.Contains(screen, w) })
	})
}

// loses lets the studio work until a text is not on the screen any more.
func (d *desk) loses(what string) {
	d.t.Helper()
	d.until(fmt.Sprintf("%q is gone", what), func() bool { return !strings.Contains(d.screen(), what) })
}

// settle lets the studio take in everything that comes within a moment. While
// something sounds, and drawing takes longer than it rests, more comes without end.
func (d *desk) settle() {
	for enough := time.Now().Add(3 * time.Second); time.Now().Before(enough); {
		select {
		case msg := <-d.msgs:
			d.send(msg)
		case <-time.After(30 * time.Millisecond):
			return
		}
	}
}

func (d *desk) resize(w, h int) {
	d.w, d.h = w, h
	d.send(tea.WindowSizeMsg{Width: w, Height: h})
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
	msg := trial.Key(name)
	if msg.String() != name {
		d.t.Fatalf("the key %q is called %q", name, msg.String())
	}
	return msg
}

// write types text, letter by letter, faster than it is drawn.
func (d *desk) write(text string) {
	for _, r := range text {
		d.update(tea.KeyPressMsg{Code: r, Text: string(r)})
	}
	d.screen()
}

func (d *desk) paste(text string) { d.send(tea.PasteMsg{Content: text}) }

// command runs a command from the palette.
func (d *desk) command(title string) {
	d.press("ctrl+p")
	d.write(title)
	d.press("enter")
}

// goes moves the keys to a panel, by its title.
func (d *desk) goes(panel string) {
	d.t.Helper()
	for _, title := range []string{"─ " + panel + " ", "━ " + panel + " ", "─[" + panel + "]", "━[" + panel + "]"} {
		if strings.Contains(d.screen(), title) {
			x, y := d.find(title)
			d.click(x, y)
			return
		}
	}
	d.t.Fatalf("there is no panel %s:\n%s", panel, d.screen())
}

// waits puts the studio's clock on, so that what is done next is another deed.
func (d *desk) waits(t time.Duration) {
	d.later += t
	d.drawn = ""
}

// screen is what the person sees, without colours. As in a terminal, it is
// drawn once for each message.
func (d *desk) screen() string {
	d.view()
	return d.drawn
}

func (d *desk) view() tea.View {
	if d.drawn == "" {
		d.frame = d.m.View()
		d.drawn = ansi.Strip(d.frame.Content)
	}
	return d.frame
}

func (d *desk) sees(what ...string) {
	d.t.Helper()
	for _, w := range what {
		if !strings.Contains(d.screen(), w) {
			d.t.Fatalf("%q is not on the screen:\n%s", w, d.screen())
		}
	}
}

func (d *desk) misses(what ...string) {
	d.t.Helper()
	for _, w := range what {
		if strings.Contains(d.screen(), w) {
			d.t.Fatalf("%q is on the screen:\n%s", w, d.screen())
		}
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

// row is the line of a panel or a box that begins with a text; "▸ " is that of
// the cursor.
func (d *desk) row(what string) string {
	d.t.Helper()
	for _, part := range strings.FieldsFunc(d.screen(), func(r rune) bool { return r == '│' || r == '┃' || r == '\n' }) {
		if part = strings.TrimSpace(part); !strings.HasPrefix(what, "▸") {
			part = strings.TrimPrefix(part, "▸")
		}
		if rest, found := strings.CutPrefix(part, what); found && what == "▸ " {
			return rest
		} else if found {
			return part
		}
	}
	d.t.Fatalf("no row begins with %q:\n%s", what, d.screen())
	return ""
}

// shows wants the slider of a name at a value; "" wants it unset.
func (d *desk) shows(slider, value string) {
	d.t.Helper()
	row := d.row(slider)
	if set := strings.Contains(row, "●"); set != (value != "") || !strings.HasSuffix(row, value) {
		d.t.Fatalf("%s should be %q: %s", slider, value, row)
	}
}

func (d *desk) click(x, y int) {
	d.send(tea.MouseClickMsg{X: x, Y: y, Button: tea.MouseLeft})
	d.send(tea.MouseReleaseMsg{X: x, Y: y, Button: tea.MouseLeft})
}

// sounds lets the studio work until a take of a request sounds, and says how.
func (d *desk) sounds(what string, of func(tts.Request) bool) (now heard) {
	d.t.Helper()
	d.until(what+" sounds", func() bool {
		now = d.player.hears()
		return now.state == player.Playing && now.answer >= 0 && of(d.host.asked()[now.answer])
	})
	return now
}

// saying are requests with these words.
func saying(text string) func(tts.Request) bool {
	return func(r tts.Request) bool { return r.Text == text }
}

// fast are requests of this speed.
func fast(speed float64) func(tts.Request) bool {
	return func(r tts.Request) bool { return tts.Or(r.VoiceSetting.Speed, 1) == speed }
}

// hearsOut listens to the end.
func (d *desk) hearsOut() {
	d.t.Helper()
	d.until("it has been heard", func() bool {
		d.player.passes(time.Hour)
		now, screen := d.player.hears(), d.screen()
		return now.state == player.Ended && strings.Contains(screen, "■ "+session.Clock(now.place)+" / ") && !strings.Contains(screen, "arriving")
	})
}

// speaks makes a take and hears it to its end, a minute after the last one.
func (d *desk) speaks(key string) {
	d.t.Helper()
	d.ages()
	d.waits(time.Minute)
	before := len(d.player.beginnings())
	d.press(key)
	d.until("it sounds", func() bool { return len(d.player.beginnings()) > before })
	d.hearsOut()
}

// sent is what the host was asked for last.
func (d *desk) sent() tts.Request {
	d.t.Helper()
	all := d.host.asked()
	if len(all) == 0 {
		d.t.Fatalf("the host was not asked\n%s", d.screen())
	}
	return all[len(all)-1]
}

// asks speaks and returns what the host is sent for it.
func (d *desk) asks() tts.Request {
	d.t.Helper()
	n := len(d.host.asked())
	d.press("ctrl+r")
	d.until("the host is asked", func() bool { return len(d.host.asked()) > n })
	return d.sent()
}

// ages makes the takes on disk a minute older. Those of one second are in no
// order.
func (d *desk) ages() {
	d.t.Helper()
	dir := filepath.Join(d.home, "takes")
	if len(d.keeps()) == 0 {
		return
	}
	unlock, err := disk.Lock(dir) // the studio may be keeping what it measured
	if err != nil {
		d.t.Fatal(err)
	}
	defer unlock()
	for _, take := range d.keeps() {
		file := filepath.Join(dir, take.ID+".json")
		var doc map[string]any
		b, err := os.ReadFile(file)
		if err == nil {
			err = json.Unmarshal(b, &doc)
		}
		if err != nil {
			d.t.Fatal(err)
		}
		doc["time"] = take.Time.Add(-time.Minute)
		if b, err = json.Marshal(doc); err == nil {
			err = os.WriteFile(file, b, 0o600)
		}
		if err != nil {
			d.t.Fatal(err)
		}
	}
}

// keeps is every take on disk, the newest first.
func (d *desk) keeps() []takes.Take {
	d.t.Helper()
	all, _, err := takes.Folder{Dir: filepath.Join(d.home, "takes")}.List()
	if err != nil {
		d.t.Fatal(err)
	}
	return all
}

// leaves ends studios, one after the other.
func leaves(t testing.TB, all ...*desk) {
	t.Helper()
	for _, d := range all {
		if err := d.flush(); err != nil {
			t.Fatal(err)
		}
	}
}
