package player

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"voicestudio/player/lab/vcard"
)

// longPart plays two and a half seconds and tells where it is.
func longPart() int {
	p := New()
	defer p.Close()
	if p.Device().Silent {
		return absent
	}
	began := time.Now()
	tone(p, 2500*time.Millisecond)
	fmt.Println("started=1")
	last := time.Duration(0)
	for p.Status().State != Ended {
		pos := p.Status().Position
		if pos < last-30*time.Millisecond {
			fmt.Println("back=" + (last - pos).String())
		}
		last = pos
		time.Sleep(10 * time.Millisecond)
		if time.Since(began) > 10*time.Second {
			fmt.Printf("hangs=%+v\n", p.Status())
			break
		}
	}
	err := p.Wait(context.Background())
	fmt.Printf("took=%d\nsilent=%v\nreason=%s\nlost=%v\nerr=%v\n", time.Since(began).Milliseconds(), p.Device().Silent, p.Device().Reason, errors.Is(err, ErrDeviceLost), err)
	return 0
}

// ourRace matches a race report in which this package made one of the accesses.
var ourRace = regexp.MustCompile(`(?m)^(Read|Write|Previous).* by .*:\n\s+voicestudio/`)

func TestALostDeviceIsReplacedByTheSilentClock(t *testing.T) {
	for name, lose := range map[string]func(*vcard.Card){
		"the server dies":  (*vcard.Card).Kill,
		"the sink is gone": func(c *vcard.Card) { c.Unplug() },
		"the server hangs": func(c *vcard.Card) { c.Hang() },
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			card := startCard(t)
			// The race that the driver has with itself here is not ours.
			text, errs := withDevice(t, "long", func() { lose(card) }, card.Env(), "GORACE=exitcode=0")
			out := fields(text)
			if out["lost"] != "true" || !strings.HasPrefix(out["err"], "it was not heard to its end: the sound ") {
				t.Errorf("Wait has not told: %s", text)
			}
			if out["silent"] != "true" || !strings.Contains(out["reason"], "has gone") || out["hangs"] != "" || out["back"] != "" {
				t.Errorf("%s", text)
			}
			if ourRace.MatchString(errs) {
				t.Error(errs)
			}
			// A sink that vanishes is noticed after a second of nothing.
			if ms, _ := strconv.Atoi(out["took"]); ms < 2400 {
				t.Errorf("took %d ms", ms)
			}
		})
	}
}

// absent is how a part ends that needs a device, on a machine too busy for the
// server to answer in time.
const absent = 9

// withDevice is what a part says that needs a device; then is called a while
// after it has said that it started.
func withDevice(t *testing.T, part string, then func(), env ...string) (out, errs string) {
	t.Helper()
	return conversed(t, part, env, func(line string, _ io.Writer) {
		if line == "started=1" {
			timer := time.AfterFunc(500*time.Millisecond, then)
			t.Cleanup(func() { timer.Stop() })
		}
	})
}

// hungPart plays twice. The sound server, whose process id it is given, hangs or
// dies before it plays for the first or the second time, while the card rests;
// without one it hangs already.
func hungPart() int {
	began := time.Now()
	p := New()
	server, blow, _ := strings.Cut(os.Getenv(serverEnv), " ")
	if p.Device().Silent && server != "" {
		return absent
	}
	fmt.Printf("opened=%d\n", time.Since(began).Milliseconds())
	for i := range 2 {
		if server != "" && strconv.Itoa(i) == os.Getenv(beforeEnv) {
			if !rests() {
				fmt.Println("the card never rests")
				return 1
			}
			if err := exec.Command("sh", "-c", "kill "+blow+" "+server).Run(); err != nil {
				fmt.Println(err)
				return 1
			}
		}
		tone(p, 300*time.Millisecond)
		err := p.Wait(context.Background())
		fmt.Printf("lost%d=%v\nfirst%d=%v\n", i, errors.Is(err, ErrDeviceLost), i, p.Status().FirstSound > 0)
	}
	p.Close()
	fmt.Printf("took=%d\nsilent=%v\nreason=%s\n", time.Since(began).Milliseconds(), p.Device().Silent, p.Device().Reason)
	return 0
}

// rests waits for the card to be told to rest.
func rests() bool {
	for deadline := time.Now().Add(5 * restAfter); time.Now().Before(deadline); time.Sleep(tick) {
		cards.mu.Lock()
		at := !cards.now.awake && !cards.now.moving
		cards.mu.Unlock()
		if at {
			return true
		}
	}
	return false
}

func TestASoundServerThatHangsHoldsNobodyUp(t *testing.T) {
	for name, c := range map[string]struct {
		blow   string
		before string // which sound
		want   map[string]string
	}{
		"from the start":          {"", "", map[string]string{"lost0": "false", "first0": "false", "lost1": "false", "first1": "false", "silent": "true"}},
		"before the first sound":  {"-STOP", "0", map[string]string{"lost0": "true", "first0": "false", "lost1": "false", "first1": "false", "silent": "true"}},
		"while nothing sounds":    {"-STOP", "1", map[string]string{"lost0": "false", "first0": "true", "lost1": "true", "first1": "false", "silent": "true"}},
		"it dies, nothing sounds": {"-KILL", "1", map[string]string{"lost0": "false", "first0": "true", "lost1": "true", "first1": "false", "silent": "true"}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			card := startCard(t)
			env := []string{card.Env(), beforeEnv + "=" + c.before, serverEnv + "=" + card.Process() + " " + c.blow, "GORACE=exitcode=0"}
			if c.blow == "" {
				env[2] = serverEnv + "="
				if err := card.Hang(); err != nil {
					t.Fatal(err)
				}
			}
			text, errs := withDevice(t, "hung", func() {}, env...)
			if ourRace.MatchString(errs) {
				t.Error(errs)
			}
			out := fields(text)
			for k, want := range c.want {
				if out[k] != want {
					t.Errorf("%s=%s, want %s, of\n%s", k, out[k], want, text)
				}
			}
			// Far above what is needed, far below for ever.
			if ms, _ := strconv.Atoi(out["opened"]); ms > 5000 {
				t.Errorf("opened in %d ms", ms)
			}
			if ms, _ := strconv.Atoi(out["took"]); ms > 20000 {
				t.Errorf("took %d ms", ms)
			}
		})
	}
}
