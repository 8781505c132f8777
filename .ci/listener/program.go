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
	p.cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true, Pdeathsig: syscall.SIGKILL} // ctrl+c does not reach it
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
