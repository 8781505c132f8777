package cli

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"time"
	"unicode/utf8"
)

// A terminal that cannot draw the studio is told what to use instead.
func TestATerminalWithoutAScreenIsToldWhatToUse(t *testing.T) {
	t.Parallel()
	for kind, says := range map[string]string{"dumb": "TERM=dumb", "": "(TERM is not set)"} {
		x := newPerson(t).with("TERM=" + kind).opens(t)
		code := x.ends()
		if text := x.text(); code != 2 || !strings.Contains(text, says) || !strings.Contains(strings.ReplaceAll(text, "\n", ""), "voicestudio --plain") || strings.Contains(x.got.String(), "\x1b[?1049h") {
			t.Errorf("TERM=%q: exit %d\n%s", kind, code, text)
		}
	}
}

func TestAPaletteOrAMotionThatIsNoneIsSaid(t *testing.T) {
	t.Parallel()
	for _, flag := range []string{"--theme=neon", "--motion=wild"} {
		x := newPerson(t).opens(t, flag)
		if code := x.ends(); code != 2 || !strings.Contains(strings.Join(strings.Fields(x.text()), " "), "choose one of") {
			t.Errorf("%s: exit %d\n%s", flag, code, x.text())
		}
	}
}

// What the program sends is ASCII alone, but for what the person wrote.
func TestTheStudioInASCII(t *testing.T) {
	t.Parallel()
	p := newPerson(t)
	x := p.opens(t, "--ascii")
	x.sees("#=[Script]=")
	x.types("\x1b[200~Wait – 你好\x1b[201~")
	x.sees("Wait – 你好")
	x.sees("+- Sound -")
	x.types(ctrlQ)
	x.ends()
	for _, r := range x.got.String() {
		if r >= utf8.RuneSelf && !strings.ContainsRune("–你好", r) {
			t.Errorf("it sent %q", r)
		}
	}
	if !strings.Contains(p.draft(), "Wait – 你好") {
		t.Errorf("the draft is %s", p.draft())
	}

	p = p.with("LANG=de_DE.ISO-8859-1")
	x = p.opens(t)
	x.sees("Wait - ????")
	x.types(ctrlQ)
	x.ends()
	if strings.ContainsFunc(x.got.String(), func(r rune) bool { return r >= utf8.RuneSelf }) {
		t.Error("it sent letters that the locale does not have")
	}
}

// What is printed for a person is ASCII where that is wanted; what another program
// reads, and what is written into files, stays as it is.
func TestTheCommandsInASCII(t *testing.T) {
	t.Parallel()
	p := newPerson(t)
	name := "Zoë – naïve"
	p.runs("", "preset", "new", name, "--voice", "Wise_Woman", "--no-edit")
	for _, args := range [][]string{{"voices"}, {"takes", "list"}, {"preset", "list"}, {"--help"}, {"say"}, {"doctor"}} {
		got := p.runs("", append(args, "--ascii")...)
		for _, r := range got.out + got.err {
			if r >= utf8.RuneSelf && r < 0x2e80 && !strings.ContainsRune("ëï", r) {
				t.Errorf("%v: %q in\n%s%s", args, r, got.out, got.err)
				break
			}
		}
	}
	plain, ascii := p.runs("", "voices", "--json"), p.runs("", "voices", "--json", "--ascii")
	if plain.out != ascii.out || !json.Valid([]byte(strings.SplitN(plain.out, "\n", 2)[0])) && !json.Valid([]byte(plain.out)) {
		t.Errorf("the JSON differs, or is none:\n%.300s\n%.300s", plain.out, ascii.out)
	}
	for _, args := range [][]string{{"preset", "schema"}, {"man"}, {"preset", "snippet", "Warm narrator", "--text", "Wait – here…"}} {
		if plain, ascii := p.runs("", args...), p.runs("", append(args, "--ascii")...); plain.out != ascii.out || plain.code != 0 {
			t.Errorf("%v: exit %d, and what another program reads differs", args, plain.code)
		}
	}
}

// A terminal for Chinese can draw lines and dots two cells wide: the studio finds
// out, and sends none of them.
func TestATerminalThatDrawsLinesWideGetsNone(t *testing.T) {
	t.Parallel()
	x := newPerson(t).opensIn(t, func(answer []byte) []byte {
		return bytes.ReplaceAll(answer, []byte("\x1b[40;2R"), []byte("\x1b[40;3R"))
	})
	x.sees("#=[Script]=")
	x.sees("voicestudio - no preset")
	if strings.ContainsAny(x.text(), "─━│·…×") {
		t.Errorf("%s", x.text())
	}
}

func TestATerminalThatDrawsLinesNarrowKeepsThem(t *testing.T) {
	t.Parallel()
	answered := make(chan bool, 8)
	x := newPerson(t).opensIn(t, func(answer []byte) []byte {
		if bytes.Contains(answer, []byte("\x1b[40;2R")) {
			answered <- true
		}
		return answer
	})
	select {
	case <-answered:
	case <-time.After(20 * time.Second):
		t.Fatal("it does not ask how wide letters are")
	}
	x.types("heard")
	x.sees("heard")
	if text := x.text(); !strings.Contains(text, "━[Script]━") || !strings.Contains(text, " ctrl+r speak") {
		t.Errorf("%s", text)
	}
}

// A theme is taken from the command line, and another one from the palette.
func TestThemesOfTheCommandLineAndThePalette(t *testing.T) {
	t.Parallel()
	x := newPerson(t).with("COLORTERM=truecolor", "COLORFGBG=15;0").opens(t, "--theme", "contrast")
	x.sees("Script")
	x.gets("38;2;135;255;255") // its accent
	x.types("\x10")            // ctrl+p
	x.sees("Speak the script")
	x.types("terminal itself" + enter)
	x.sees("these colours stay until you quit")
	x.gets("\x1b[96") // bright cyan
}

// gets waits for something that is sent.
func (x *terminal) gets(what string) {
	x.t.Helper()
	for deadline := time.Now().Add(20 * time.Second); time.Now().Before(deadline); time.Sleep(10 * time.Millisecond) {
		x.mu.Lock()
		there := strings.Contains(x.got.String(), what)
		x.mu.Unlock()
		if there {
			return
		}
	}
	x.t.Fatalf("%q was never sent:\n%s", what, x.text())
}

// BenchmarkTerminalBytes counts what the studio sends to a terminal of 120 by 40 in
// a second: go test ./ui/cli -run '^$' -bench TerminalBytes -benchtime 1x
func BenchmarkTerminalBytes(b *testing.B) {
	need(b, "espeak-ng", "lame")
	for _, words := range []struct{ name, text string }{
		{"english", strings.Repeat("Mind the step on your left, and keep your hands inside the boat. ", 8)},
		{"chinese", strings.Repeat("欢迎登船，全程四十分钟，第一站是老灯塔。", 12)},
	} {
		for _, motion := range []string{"full", "reduced"} {
			b.Run(fmt.Sprintf("%s/%s", words.name, motion), func(b *testing.B) {
				x := newPerson(b).opens(b, "--motion", motion)
				x.sees("Welcome to the voice studio.")
				x.types("\x1b[200~" + words.text + "\x1b[201~")
				x.sees(words.text[:12])
				count := func(name string, d time.Duration, during func()) {
					time.Sleep(500 * time.Millisecond)
					x.mu.Lock()
					before := x.bytes
					x.mu.Unlock()
					for end := time.Now().Add(d); time.Now().Before(end); time.Sleep(100 * time.Millisecond) {
						during()
					}
					x.mu.Lock()
					b.ReportMetric(float64(x.bytes-before)/d.Seconds(), name+"-B/s")
					x.mu.Unlock()
				}
				count("idle", 3*time.Second, func() {})
				count("typing", 3*time.Second, func() { x.types("x") })
				x.types(ctrlR)
				x.sees("▶ 0:0")
				count("playing", 5*time.Second, func() {})
				b.ReportMetric(0, "ns/op")
			})
		}
	}
}
