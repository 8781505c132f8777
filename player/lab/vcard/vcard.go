// Package vcard is a virtual sound card: a PulseAudio server of its own with one
// null sink, whose monitor records what is played. It needs the programs
// pulseaudio, pactl and parec.
//
// Like everything in lab it is a tool for tests and measurements; no product
// code imports it.
package vcard

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"time"
)

// Rate of the card and of recordings, in Hz.
const Rate = 48000

// Programs are those that a Card needs.
var Programs = []string{"pulseaudio", "pactl", "parec"}

// Card is a running virtual card.
type Card struct {
	server *exec.Cmd
	dir    string
}

// Start starts a card; the caller stops it.
func Start() (*Card, error) {
	// A socket's path is limited to 108 bytes, so the folder's is short.
	dir, err := os.MkdirTemp("", "card")
	if err != nil {
		return nil, err
	}
	c := &Card{dir: dir}
	if err := c.Revive(); err != nil {
		c.Stop()
		return nil, err
	}
	return c, nil
}

// sink is the module that is the card.
// Without norewinds an idle null sink renders in blocks of 2 s.
var sink = []string{"module-null-sink", "sink_name=vcard", "format=s16le", "rate=48000", "channels=2", "norewinds=1"}

// Revive starts the server, again where it was killed, and returns once it answers.
func (c *Card) Revive() error {
	dir := c.dir
	os.Remove(c.socket()) // of one that was killed
	c.server = Command("pulseaudio", "-n", "--daemonize=no", "--use-pid-file=no", "--exit-idle-time=-1",
		"--disallow-exit=no", "--high-priority=no", "--realtime=no", "--log-target=file:"+filepath.Join(dir, "log"),
		"--load=module-native-protocol-unix socket="+c.socket()+" auth-anonymous=1 auth-cookie-enabled=0",
		"--load="+strings.Join(sink, " "))
	c.server.Env = append(os.Environ(), "HOME="+dir, "XDG_RUNTIME_DIR="+dir, "PULSE_RUNTIME_PATH="+dir, "PULSE_STATE_PATH="+dir)
	if err := c.server.Start(); err != nil {
		return err
	}
	for range 100 {
		if c.pactl("set-default-sink", "vcard") == nil {
			return nil
		}
		time.Sleep(20 * time.Millisecond)
	}
	log, _ := os.ReadFile(filepath.Join(dir, "log"))
	return fmt.Errorf("pulseaudio did not start: %s", log)
}

// Command is a program that sound depends on: before others where that is
// allowed, so that a busy machine makes no gaps of its own.
func Command(name string, args ...string) *exec.Cmd {
	if os.Geteuid() != 0 {
		return exec.Command(name, args...)
	}
	return exec.Command("nice", append([]string{"-n", "-11", name}, args...)...)
}

func (c *Card) socket() string { return filepath.Join(c.dir, "native") }

// Env is what a program needs in its environment to play on the card.
func (c *Card) Env() string { return "PULSE_SERVER=unix:" + c.socket() }

func (c *Card) pactl(args ...string) error {
	cmd := exec.Command("pactl", args...)
	cmd.Env = append(os.Environ(), c.Env())
	return cmd.Run()
}

// Kill ends the server, as when a machine's sound server dies.
func (c *Card) Kill() { c.server.Process.Kill() }

// Restart kills the server and starts another, with connections to nobody.
func (c *Card) Restart() error {
	c.Kill()
	c.server.Wait()
	return c.Revive()
}

// Hang stops the server without ending it: it answers nobody any more, and its
// connections stay.
func (c *Card) Hang() error { return exec.Command("sh", "-c", "kill -STOP "+c.Process()).Run() }

// Process is the server's id.
func (c *Card) Process() string { return strconv.Itoa(c.server.Process.Pid) }

// Continue ends that.
func (c *Card) Continue() error { return exec.Command("sh", "-c", "kill -CONT "+c.Process()).Run() }

// Load has the server do what a module of it does.
func (c *Card) Load(module ...string) error {
	return c.pactl(append([]string{"load-module"}, module...)...)
}

// Unplug takes the sink away while the server lives.
func (c *Card) Unplug() error { return c.pactl("unload-module", sink[0]) }

// Plug puts it back.
func (c *Card) Plug() error { return c.Load(sink...) }

// Stop ends the server and removes its folder.
func (c *Card) Stop() {
	if c.server.Process != nil {
		c.Kill()
		c.server.Wait()
	}
	os.RemoveAll(c.dir)
}

// Recording is what the monitor heard: mono at 48 kHz.
type Recording struct {
	cmd   *exec.Cmd
	done  chan struct{}
	mu    sync.Mutex
	x     []int16
	first time.Time
	came  []arrival
}

// arrival says how many samples had come at a moment.
type arrival struct {
	n  int
	at time.Time
}

// loud is the level, of 32,768, above which a sample is sound.
const loud = 300

// Record begins to listen. It returns once the recorder runs.
func (c *Card) Record() (*Recording, error) {
	r := &Recording{done: make(chan struct{})}
	r.cmd = Command("parec", "-d", "vcard.monitor", "--format=s16le", "--rate=48000", "--channels=1", "--latency-msec=5", "--raw")
	r.cmd.Env = append(os.Environ(), c.Env())
	out, err := r.cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := r.cmd.Start(); err != nil {
		return nil, err
	}
	go r.read(out)
	for range 200 {
		r.mu.Lock()
		n := len(r.x)
		r.mu.Unlock()
		if n > 0 {
			return r, nil
		}
		time.Sleep(10 * time.Millisecond)
	}
	r.Stop()
	return nil, errors.New("the recorder hears nothing, not even silence")
}

func (r *Recording) read(out io.Reader) {
	defer close(r.done)
	buf := make([]byte, 4096)
	held := 0
	for {
		n, err := out.Read(buf[held:])
		now := time.Now()
		n += held
		r.mu.Lock()
		for i := 0; i+1 < n; i += 2 {
			v := int16(binary.LittleEndian.Uint16(buf[i:]))
			r.x = append(r.x, v)
			if r.first.IsZero() && isLoud(v) {
				r.first = now.Add(-duration((n - i) / 2))
			}
		}
		r.came = append(r.came, arrival{len(r.x), now})
		r.mu.Unlock()
		held = copy(buf, buf[n/2*2:n])
		if err != nil {
			return
		}
	}
}

// Stop ends listening and returns what was heard.
func (r *Recording) Stop() []int16 {
	time.Sleep(150 * time.Millisecond) // what is still on its way
	r.cmd.Process.Kill()
	<-r.done
	r.cmd.Wait()
	return r.x
}

// First is when the first loud sample was at the monitor; zero until then.
func (r *Recording) First() time.Time {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.first
}

// At is when sample i was at the monitor, to about a millisecond: the block that
// came with the least delay, of those of the half second after it, tells it best.
func (r *Recording) At(i int) (at time.Time) {
	r.mu.Lock()
	defer r.mu.Unlock()
	for _, c := range r.came {
		if c.n <= i || c.n > i+Rate/2 {
			continue
		}
		if t := c.at.Add(-duration(c.n - i)); at.IsZero() || t.Before(at) {
			at = t
		}
	}
	return at
}

func duration(samples int) time.Duration { return time.Duration(samples) * time.Second / Rate }

// isLoud reports whether a sample is sound.
func isLoud(v int16) bool { return v > loud || v < -loud }

// Span returns the sound of x without the silence around it.
func Span(x []int16) []int16 {
	a, z := 0, len(x)
	for a < z && !isLoud(x[a]) {
		a++
	}
	for z > a && !isLoud(x[z-1]) {
		z--
	}
	return x[a:z]
}
