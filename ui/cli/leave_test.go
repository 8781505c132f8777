package cli

import (
	"net"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"voicestudio/tts"
	"voicestudio/tts/takes"
)

// draft is what the person's draft says.
func (p *person) draft() string {
	b, _ := os.ReadFile(p.path(".local/state/voicestudio/draft.json"))
	return string(b)
}

func TestAProgramThatIsToldToEndKeepsTheDraft(t *testing.T) {
	for _, signal := range []syscall.Signal{syscall.SIGTERM, syscall.SIGHUP, syscall.SIGINT} {
		p := newPerson(t)
		x := p.opens(t)
		x.sees("Welcome to the voice studio.")
		x.types("Words of a moment ago")
		x.sees("Words of a moment ago")
		x.cmd.Process.Signal(signal)
		x.ends()
		if !strings.Contains(p.draft(), "Words of a moment ago") {
			t.Errorf("%v: the draft is %q", signal, p.draft())
		}
	}
}

func TestTwoStudiosLoseNoWords(t *testing.T) {
	p := newPerson(t)
	idle, busy, third := p.opens(t), p.opens(t), p.opens(t)
	for _, x := range []*terminal{idle, busy, third} {
		x.sees("Welcome to the voice studio.")
	}
	busy.types("An hour of work")
	busy.sees("An hour of work")
	busy.types(ctrlQ)
	busy.ends()
	third.types("And half an hour")
	third.sees("another studio has written the draft meanwhile")
	third.types(ctrlQ)
	third.ends()
	idle.types(ctrlQ)
	idle.ends()
	if !strings.Contains(p.draft(), "An hour of work") {
		t.Errorf("the draft is %q", p.draft())
	}
	x := p.opens(t)
	x.sees("And half an hour") // the latest words
	x.sees("drafts of other studios are kept, too: 1")
	x.types("\x10" + "show a draft")
	x.sees("enter runs it")
	x.types(enter)
	x.sees("An hour of work")
	x.types(ctrlQ)
	x.ends()
}

// deafServer is the address of a sound server that takes calls and never
// answers.
func deafServer(t *testing.T) string {
	t.Helper()
	dir, err := os.MkdirTemp("", "deaf") // a socket's path is short
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(dir) })
	path := filepath.Join(dir, "native")
	l, err := net.Listen("unix", path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { l.Close() })
	return "unix:" + path
}

func TestTheStudioWorksAndIsLeftWhileTheSoundServerHangs(t *testing.T) {
	need(t, "espeak-ng", "lame")
	p := newPerson(t).with("PULSE_SERVER=" + deafServer(t))
	x := p.opens(t)
	x.sees("no sound")
	x.types("Hello there")
	x.sees("Hello there")
	x.types(ctrlR)
	x.sees("characters, free")
	x.types(tab + tab + down + right)
	began := time.Now()
	x.types("\x03")
	if code := x.ends(); code != 0 || !strings.Contains(p.draft(), "Hello there") {
		t.Errorf("exit %d, the draft %q", code, p.draft())
	}
	t.Logf("left after %v", time.Since(began))
}

func TestATakeThatIsBeingMadeIsNotCut(t *testing.T) {
	p := newPerson(t)
	folder := takes.Folder{Dir: p.path(takesDir)}
	r, err := folder.Begin(strings.Repeat("ab", 32), "mp3", takes.Take{Time: time.Now(), Host: tts.DashScope, Model: tts.DefaultModel, Request: tts.Request{Text: "Hello."}})
	if err != nil {
		t.Fatal(err)
	}
	r.Write([]byte("audio"))
	said := func(want string, args ...string) {
		t.Helper()
		if got := p.runs("", append([]string{"takes"}, args...)...); !strings.Contains(got.out, want) {
			t.Errorf("%v: %q is not in %+v", args, want, got)
		}
	}
	said("? arriving", "list")
	said("true: it is still arriving", "show", "abab")
	said(`"partial":true,"starred":false,"note":"","file":"`+p.path(takesDir+r.Take().ID+".mp3")+`","live":true}`, "list", "--json")
	said(`"live":true`, "show", "abab", "--json")
	r.Finish(tts.Progress{Bytes: 9}) // what came before the line went dead
	said("? cut", "list")
	said("price unknown", "list")
	said("usage_characters  = unknown\nprice             = unknown", "show", "abab")
	said("true: the answer did not come whole", "show", "abab")
	said(`"partial":true,"starred":false,"note":"","file":"`+p.path(takesDir+r.Take().ID+".mp3")+`"}`, "list", "--json")
}
