package main

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"syscall"
	"time"
)

// browser is one that a test steers as a person does.
type browser interface {
	// Open goes to an address and returns when the page has loaded.
	Open(url string) error
	// Evaluate has the page evaluate an expression, waits for it where it is a
	// promise, and reads what it comes to as JSON.
	Evaluate(expression string, into any) error
	// Press presses a key and lets it go.
	Press(k key) error
	// Close ends the browser.
	Close() error
}

// watched is a browser that also tells what a page asked the network for and
// what it complained of since it was opened.
type watched interface {
	Told() (requests, complaints []string)
}

// key is one as a page sees it.
type key struct {
	Key, Code string // of KeyboardEvent
	Shift     bool
	Repeats   int // how often it repeats before it is let go
}

var (
	enter = key{Key: "Enter", Code: "Enter"}
	tab   = key{Key: "Tab", Code: "Tab"}
	left  = key{Key: "ArrowLeft", Code: "ArrowLeft"}
	right = key{Key: "ArrowRight", Code: "ArrowRight"}
	down  = key{Key: "ArrowDown", Code: "ArrowDown"}
)

func digit(n int) key {
	return key{Key: fmt.Sprint(n), Code: fmt.Sprint("Digit", n)}
}

func (k key) shifted() key {
	k.Shift = true
	return k
}

// webdriver is what WebDriver, old and new, calls the keys that write nothing.
var webdriver = map[string]string{
	"Enter": "\ue006", "Tab": "\ue004", "Escape": "\ue00c", "Shift": "\ue008",
	"ArrowLeft": "\ue012", "ArrowUp": "\ue013", "ArrowRight": "\ue014", "ArrowDown": "\ue015",
}

// actions is a key as WebDriver, old and new, has it: the code follows from the
// key, by a keyboard of the United States.
func (k key) actions() []any {
	value := k.Key
	if named, ok := webdriver[k.Key]; ok {
		value = named
	}
	var steps []any
	step := func(kind, value string) {
		steps = append(steps, map[string]any{"type": kind, "value": value})
	}
	if k.Shift {
		step("keyDown", webdriver["Shift"])
	}
	for range 1 + k.Repeats {
		step("keyDown", value)
	}
	step("keyUp", value)
	if k.Shift {
		step("keyUp", webdriver["Shift"])
	}
	return []any{map[string]any{"type": "key", "id": "keyboard", "actions": steps}}
}

// asJSON is an expression whose value, or what it promises, comes as text.
func asJSON(expression string) string {
	return fmt.Sprintf("(async () => JSON.stringify(await (%s)) ?? 'null')()", expression)
}

// program is a browser's process, with a home of its own.
type program struct {
	cmd  *exec.Cmd
	home string
	said chan string // lines, closed when it has ended
}

// start starts a program in a group of its own, so that what it starts ends with
// it. Its downloads are in home/Downloads.
func start(home string, env []string, name string, args ...string) (*program, error) {
	if err := os.MkdirAll(filepath.Join(home, "Downloads"), 0o700); err != nil {
		return nil, err
	}
	read, write, err := os.Pipe()
	if err != nil {
		return nil, err
	}
	p := &program{cmd: exec.Command(name, args...), home: home, said: make(chan string, 64)}
	p.cmd.Env = append(append(os.Environ(), "HOME="+home, "XDG_DATA_HOME=", "XDG_CONFIG_HOME=", "XDG_CACHE_HOME="), env...)
	p.cmd.Stdout, p.cmd.Stderr = write, write
	p.cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	if err := p.cmd.Start(); err != nil {
		return nil, err
	}
	write.Close()
	go p.listen(read)
	return p, nil
}

func (p *program) listen(r io.ReadCloser) {
	defer r.Close()
	defer close(p.said)
	for lines := bufio.NewScanner(r); lines.Scan(); {
		if os.Getenv("LISTENER_LOG") != "" {
			fmt.Fprintln(os.Stderr, lines.Text())
		}
		select {
		case p.said <- lines.Text():
		default: // nobody waits any longer
		}
	}
}

// says waits until it writes what fits and returns the first group of that.
func (p *program) says(pattern string) (string, error) {
	fits, late := regexp.MustCompile(pattern), time.After(30*time.Second)
	for last := ""; ; {
		select {
		case line, more := <-p.said:
			if !more {
				return "", fmt.Errorf("%s has ended: %s", p.cmd.Path, last)
			}
			if found := fits.FindStringSubmatch(line); found != nil {
				return found[1], nil
			}
			last = line
		case <-late:
			return "", fmt.Errorf("%s did not say %s", p.cmd.Path, pattern)
		}
	}
}

func (p *program) end() error {
	syscall.Kill(-p.cmd.Process.Pid, syscall.SIGKILL)
	p.cmd.Wait() // it was killed
	return os.RemoveAll(p.home)
}
