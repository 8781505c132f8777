package studio

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"runtime"
	"runtime/debug"
	"strconv"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"voicestudio/tts"
	"voicestudio/ui/studio/trial"
)

// monkey presses whatever there is.
type monkey struct {
	*desk
	*rand.Rand
	keys []string
	done []string // its deeds, the latest last
	seen []string // what was on the screen after them, without colours
	paid int      // requests that a paid host had been sent by then
}

// A monkey at the desk harms nothing: every screen fits, nothing foreign is
// drawn, nothing is paid for of which no price was in sight, what was written
// is there at the next start, and whoever worked for it ends with it. MONKEY=10m
// lets monkeys play for longer, MONKEY_SEED plays one game again, as far as the
// clock and the host let it.
func TestMonkeysHarmNothing(t *testing.T) {
	end := time.Now()
	if s := os.Getenv("MONKEY"); s != "" {
		longer, err := time.ParseDuration(s)
		if err != nil {
			t.Fatal(err)
		}
		end = end.Add(longer)
	}
	seed, once := rand.Uint64(), false
	if s := os.Getenv("MONKEY_SEED"); s != "" {
		var err error
		if seed, err = strconv.ParseUint(s, 10, 64); err != nil {
			t.Fatal(err)
		}
		once = true
	}
	for ; ; seed++ {
		for _, host := range []tts.HostName{tts.Sandbox, tts.MiniMax} {
			before := working(nil)
			if !t.Run(fmt.Sprintf("%s %d", host, seed), func(t *testing.T) { plays(t, host, seed) }) {
				return
			}
			patience := time.Now().Add(20 * time.Second)
			for len(working(before)) > 0 {
				if time.Now().After(patience) {
					t.Fatalf("MONKEY_SEED=%d: these work on:\n%v", seed, working(before))
				}
				runtime.Gosched()
			}
		}
		if once || time.Now().After(end) {
			return
		}
	}
}

// plays is one game.
func plays(t *testing.T, host tts.HostName, seed uint64) {
	home := newHome(t)
	t.Setenv("HOME", home)
	t.Chdir(home)
	k := &monkey{Rand: rand.New(rand.NewPCG(seed, 0))}
	defer func() {
		if r := recover(); r != nil {
			t.Errorf("it panicked: %v\n%s", r, debug.Stack())
		}
		if t.Failed() {
			t.Logf("MONKEY_SEED=%d; the last deeds:\n%s", seed, strings.Join(k.done[max(0, len(k.done)-40):], "\n"))
		}
	}()
	k.desk = seat{home: home, at: host, teams: map[string]string{"brand": filepath.Join(home, "brand")}}.sit(t)
	for _, c := range commands {
		k.keys = append(k.keys, c.keys...)
	}
	store(t, k.own, "Calm", calmBlend, nil)
	k.crowdedPresets()
	k.run(k.m.Init())
	for range 250 {
		k.deed()
		for k.IntN(3) > 0 && len(k.msgs) > 0 {
			k.update(<-k.msgs)
		}
		nothingForeign(t, k.fits(t))
		k.pays()
	}
	k.settle()
	k.resize(120, 40)
	words := k.m.(*Model).Doc()
	if err := k.flush(); err != nil {
		t.Error(err)
	}
	if next := (seat{home: home, at: host}).sit(t).m.(*Model).Doc(); !reflect.DeepEqual(next, words) {
		t.Errorf("%+v\nbecame at the next start\n%+v", words, next)
	}
}

// deed is any one.
func (k *monkey) deed() {
	did := func(what string, msgs ...tea.Msg) {
		k.done = append(k.done, what)
		for _, msg := range msgs {
			k.update(msg)
		}
	}
	x, y := k.IntN(k.w+1), k.IntN(k.h+1)
	switch n := k.IntN(100); {
	case n < 45:
		key := k.keys[k.IntN(len(k.keys))]
		did(key, trial.Key(key))
	case n < 55:
		key := []string{"enter", "esc", "tab", "down", "up", "right"}[k.IntN(6)]
		did(key, trial.Key(key))
	case n < 60:
		word := []string{"hello", "今天", "sa", "1.5", "calm", "~/", "\u202e"}[k.IntN(7)]
		did("write " + word)
		k.write(word)
	case n < 64:
		text := trial.Texts[k.IntN(len(trial.Texts))] + trial.Texts[k.IntN(len(trial.Texts))]
		did(fmt.Sprintf("paste %q", text), tea.PasteMsg{Content: text})
	case n < 80:
		at := tea.Mouse{X: x, Y: y, Button: tea.MouseLeft}
		did(fmt.Sprintf("click %d,%d", x, y), tea.MouseClickMsg(at))
		if k.IntN(4) == 0 {
			did("again", tea.MouseReleaseMsg(at), tea.MouseClickMsg(at))
		}
		if k.IntN(3) > 0 {
			did("release", tea.MouseReleaseMsg(at))
		}
	case n < 84:
		did(fmt.Sprintf("move %d,%d", x, y), tea.MouseMotionMsg{X: x, Y: y, Button: tea.MouseLeft})
	case n < 89:
		did(fmt.Sprintf("wheel %d,%d", x, y), tea.MouseWheelMsg{X: x, Y: y, Button: []tea.MouseButton{tea.MouseWheelUp, tea.MouseWheelDown}[k.IntN(2)]})
	case n < 92:
		size := [][2]int{{1, 1}, {60, 18}, {59, 17}, {80, 24}, {120, 40}, {120, 40}, {120, 40}, {k.IntN(200) + 1, k.IntN(60) + 1}}[k.IntN(8)]
		k.w, k.h = size[0], size[1]
		did(fmt.Sprint("resize ", size), tea.WindowSizeMsg{Width: k.w, Height: k.h})
	case n < 94:
		did("blur and focus", tea.BlurMsg{}, tea.FocusMsg{})
	case n < 96:
		room := "cccnntvbsr"[k.IntN(10)]
		did("go to "+string(room), trial.Key("esc"), trial.Key("esc"), trial.Key("g"), trial.Key(string(room)))
		switch room {
		case 'c':
			k.compares(did, []string{"+", "down", "down", "down", "enter"}, []string{"m", "m"}, []string{"b"}, []string{"1", "2"}, []string{"d", "d"},
				[]string{"1", "2", "left", "1", "2", "right"}, []string{"delete"}, []string{"s", "o"}, []string{"t", "x", "enter"}, []string{"u"})
		case 'n':
			k.compares(did, []string{"enter"}, []string{"1", "3"}, []string{"left"}, []string{"right"}, []string{"up"}, []string{"down", "down"}, []string{"u"}, []string{"m"}, []string{"s"},
				[]string{"a", "a"}, []string{"e"}, []string{"c"}, []string{"n", "n"}, []string{"tab", "m", "down", "m"}, []string{"esc"})
		case 'b':
			k.compares(did, []string{"+", "enter"}, []string{"t"}, []string{"p"}, []string{"m", "m"}, []string{"enter"}, []string{"1", "3"}, []string{"2", "s", "4", "s", "+"},
				[]string{"-"}, []string{"tab", "right", "down"}, []string{"b"}, []string{"u"})
		}
	case n < 98:
		k.waits([]time.Duration{100 * time.Millisecond, time.Second, 20 * time.Second}[k.IntN(3)])
		did("wait")
	default:
		k.player.passes(time.Second)
		did("listen")
	}
}

// compares presses some of the keys by which several are compared, that are rarely
// found one after the other by chance.
func (k *monkey) compares(did func(string, ...tea.Msg), keys ...[]string) {
	for range k.IntN(6) {
		for _, key := range keys[k.IntN(len(keys))] {
			did(key, trial.Key(key))
		}
		for k.IntN(2) > 0 && len(k.msgs) > 0 {
			k.update(<-k.msgs)
		}
	}
}

var priced = regexp.MustCompile(`≈ .*([$]\d|price unknown)`)

// pays reports a request of which the price, or that nobody knows it, was on none of
// the last screens.
func (k *monkey) pays() {
	k.t.Helper()
	n := len(k.host.asked())
	if k.seen = append(k.seen, k.screen()); len(k.seen) > 40 { // on a busy machine a request is on its way for many deeds
		k.seen = k.seen[1:]
	}
	if host := k.m.(*Model).Session.Host(); n > k.paid && host != tts.Sandbox && !priced.MatchString(strings.Join(k.seen, "")) {
		k.t.Fatalf("a request was sent of which nobody said the price:\n%s", strings.Join(k.seen, "\n\n"))
	}
	k.paid = n
}

// working are the goroutines of the program that were not there before, by their
// stacks; a clock that runs down does not count.
func working(before map[string]string) map[string]string {
	all := make([]byte, 1<<22)
	now := map[string]string{}
	for _, stack := range strings.Split(string(all[:runtime.Stack(all, true)]), "\n\n") {
		id, _, _ := strings.Cut(stack, " [")
		if _, old := before[id]; !old && strings.Contains(stack, "voicestudio/") && !strings.Contains(stack, "bubbletea/v2.Tick") && !strings.Contains(stack, "testing.tRunner") {
			now[id] = stack
		}
	}
	return now
}
