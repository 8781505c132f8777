package player

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"
	"testing"
	"time"

	"voicestudio/player/lab/vcard"
)

// backPart says that it started while something plays, or before that, and tells
// of every change of the device until all has been heard.
func backPart() int {
	p := New()
	defer p.Close()
	first := os.Getenv(beforeEnv)
	if p.Device().Silent != (first == "absent") {
		return absent
	}
	const long = 4 * time.Second
	switch first {
	case "rests":
		if !rests() {
			fmt.Println("the card never rests")
			return 1
		}
		fmt.Println("started=1")
		fmt.Scanln() // until the card has gone and come back
		tone(p, long)
	default:
		tone(p, long)
		fmt.Println("started=1")
	}
	ended := make(chan error)
	go func() { ended <- p.Wait(context.Background()) }()
	for {
		changed := p.Changed()
		select {
		case err := <-ended:
			fmt.Printf("err=%v\nsilent=%v\nfirst=%v\n", err, p.Device().Silent, p.Status().FirstSound > 0)
			return 0
		case <-changed:
			p.Tempo() // waits until the change is made
			if at := p.Status().Position.Milliseconds(); p.Device().Silent {
				fmt.Printf("gone=%d\n", at)
			} else {
				fmt.Printf("back=%d\n", at)
			}
		}
	}
}

// The device is lost and found again in each of these ways; what was not heard is
// sounded then, so that nobody has missed a word.
func TestADeviceThatComesBackIsHeardAgain(t *testing.T) {
	for name, c := range map[string]struct {
		before     string
		lose, back func(*vcard.Card) error
	}{
		"the server dies and another starts":   {"", nil, (*vcard.Card).Restart},
		"the sink is taken out and put back":   {"", (*vcard.Card).Unplug, (*vcard.Card).Plug},
		"the server hangs for a while":         {"", (*vcard.Card).Hang, (*vcard.Card).Continue},
		"the server starts after the program":  {"absent", nil, (*vcard.Card).Restart},
		"the server restarts, nothing sounds":  {"rests", nil, (*vcard.Card).Restart},
		"the sink is replaced, nothing sounds": {"rests", (*vcard.Card).Unplug, (*vcard.Card).Plug},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			card := startCard(t)
			if c.before == "absent" {
				card.Kill()
			}
			var rec *vcard.Recording
			must := func(do func(*vcard.Card) error) {
				if err := do(card); err != nil {
					t.Error(err)
				}
			}
			text, errs := conversed(t, "back", []string{card.Env(), beforeEnv + "=" + c.before, "GORACE=exitcode=0"}, func(line string, answer io.Writer) {
				switch {
				case line == "started=1":
					if c.lose != nil {
						must(c.lose)
					}
					if c.lose == nil || c.before == "rests" {
						must(c.back)
						rec = record(t, card)
						fmt.Fprintln(answer)
					}
				case strings.HasPrefix(line, "gone=") && c.lose != nil && rec == nil:
					must(c.back)
					rec = record(t, card)
				}
			})
			out := fields(text)
			if out["silent"] != "false" || out["first"] != "true" || out["err"] != "<nil>" {
				t.Errorf("%s", text)
			}
			gone, _ := strconv.Atoi(out["gone"])
			back, _ := strconv.Atoi(out["back"])
			if back > gone+100 {
				t.Errorf("what was lost was not sounded: %s", text)
			}
			if rec == nil {
				t.Fatalf("nothing was ever lost: %s", text)
			}
			rec.Stop()
			if rec.First().IsZero() {
				t.Errorf("nothing is heard: %s", text)
			}
			if ourRace.MatchString(errs) {
				t.Error(errs)
			}
		})
	}
}

// conversed is what a part says in all; hear is told each line of it, and may
// answer.
func conversed(t *testing.T, part string, env []string, hear func(line string, answer io.Writer)) (out, errs string) {
	t.Helper()
	for range 20 {
		cmd := child(t, part, env...)
		in, err := cmd.StdinPipe()
		if err != nil {
			t.Fatal(err)
		}
		pipe, err := cmd.StdoutPipe()
		if err == nil {
			err = cmd.Start()
		}
		if err != nil {
			t.Fatal(err)
		}
		out = ""
		for lines := bufio.NewScanner(pipe); lines.Scan(); {
			out += lines.Text() + "\n"
			hear(lines.Text(), in)
		}
		err = cmd.Wait()
		if errs = fmt.Sprint(cmd.Stderr); err == nil {
			return out, errs
		}
		if cmd.ProcessState.ExitCode() != absent {
			t.Fatalf("%v: %s%s", err, out, errs)
		}
	}
	t.Fatal("the sound server never answers in time")
	return "", ""
}
