package player

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"
)

// vcard is a virtual sound card: a PulseAudio daemon of its own with one null
// sink, whose monitor hears what is played.
type vcard struct {
	server *exec.Cmd
	dir    string
}

func startCard(t testing.TB) *vcard {
	need(t, "pulseaudio", "pactl", "parec", "lame")
	// Not t.TempDir: a socket's path is limited to 108 bytes.
	dir, err := os.MkdirTemp("", "card")
	if err != nil {
		t.Fatal(err)
	}
	c := &vcard{dir: dir}
	c.server = exec.Command("pulseaudio", "-n", "--daemonize=no", "--use-pid-file=no", "--exit-idle-time=-1",
		"--disallow-exit=no", "--high-priority=no", "--realtime=no", "--log-target=file:"+filepath.Join(dir, "log"),
		"--load=module-native-protocol-unix socket="+c.socket()+" auth-anonymous=1 auth-cookie-enabled=0",
		// Without norewinds an idle null sink renders in blocks of 2 s.
		"--load=module-null-sink sink_name=vcard format=s16le rate=48000 channels=2 norewinds=1")
	c.server.Env = append(os.Environ(), "HOME="+dir, "XDG_RUNTIME_DIR="+dir, "PULSE_RUNTIME_PATH="+dir, "PULSE_STATE_PATH="+dir)
	if err := c.server.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		c.kill()
		os.RemoveAll(dir)
	})
	for range 100 {
		if c.pactl("set-default-sink", "vcard").Run() == nil {
			return c
		}
		time.Sleep(20 * time.Millisecond)
	}
	log, _ := os.ReadFile(filepath.Join(dir, "log"))
	t.Fatalf("pulseaudio did not start: %s", log)
	return nil
}

func (c *vcard) socket() string { return filepath.Join(c.dir, "native") }

func (c *vcard) env() string { return "PULSE_SERVER=unix:" + c.socket() }

func (c *vcard) pactl(args ...string) *exec.Cmd {
	cmd := exec.Command("pactl", args...)
	cmd.Env = append(os.Environ(), c.env())
	return cmd
}

func (c *vcard) kill() {
	c.server.Process.Kill()
	c.server.Wait()
}

// recording is what the monitor heard: mono at 48 kHz.
type recording struct {
	cmd  *exec.Cmd
	done chan struct{}
	mu   sync.Mutex
	x    []int16
	// first is when the first sample above the threshold was at the monitor.
	first time.Time
}

const loud = 300

func (c *vcard) record(t testing.TB) *recording {
	r := &recording{done: make(chan struct{})}
	r.cmd = exec.Command("parec", "-d", "vcard.monitor", "--format=s16le", "--rate=48000", "--channels=1", "--latency-msec=5", "--raw")
	r.cmd.Env = append(os.Environ(), c.env())
	out, err := r.cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := r.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	go r.read(out)
	for range 200 {
		r.mu.Lock()
		n := len(r.x)
		r.mu.Unlock()
		if n > 0 {
			return r
		}
		time.Sleep(10 * time.Millisecond)
	}
	t.Fatal("the recorder hears nothing, not even silence")
	return nil
}

func (r *recording) read(out io.Reader) {
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
			if r.first.IsZero() && magnitude(v) > loud {
				r.first = now.Add(-time.Duration((n-i)/2) * time.Second / Rate)
			}
		}
		r.mu.Unlock()
		held = copy(buf, buf[n/2*2:n])
		if err != nil {
			return
		}
	}
}

func (r *recording) stop() []int16 {
	time.Sleep(150 * time.Millisecond) // what is still on its way
	r.cmd.Process.Kill()
	<-r.done
	r.cmd.Wait()
	return r.x
}

// span returns the sound of x without the silence around it.
func span(x []int16) []int16 {
	a, z := 0, len(x)
	for a < z && magnitude(x[a]) <= loud {
		a++
	}
	for z > a && magnitude(x[z-1]) <= loud {
		z--
	}
	return x[a:z]
}

// child runs a part of a test in a process of its own: a process has one sound
// device, once.
func child(t testing.TB, part string, env ...string) *exec.Cmd {
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(exe)
	cmd.Env = append(append(os.Environ(), partEnv+"="+part), env...)
	cmd.Stderr = new(bytes.Buffer)
	return cmd
}

func output(t testing.TB, cmd *exec.Cmd) string {
	t.Helper()
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("%v: %s%s", err, out, cmd.Stderr)
	}
	return string(out)
}

// chirp sweeps from 200 to 1500 Hz, so that every place sounds its own.
func encodedChirp(t testing.TB, rate int, d time.Duration) []byte {
	need(t, "lame")
	pcm := chirp(rate, d)
	khz := fmt.Sprint(float64(rate) / 1000)
	cmd := exec.Command("lame", "--flush", "-r", "-s", khz, "--resample", khz, "--bitwidth", "16", "--signed", "--little-endian",
		"-m", "m", "--cbr", "-b", "128", "-t", "--quiet", "-", "-")
	cmd.Stdin = bytes.NewReader(pcm)
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func fields(out string) map[string]string {
	m := map[string]string{}
	for line := range strings.Lines(out) {
		k, v, _ := strings.Cut(strings.TrimSpace(line), "=")
		m[k] = v
	}
	return m
}
