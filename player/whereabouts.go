package player

import (
	"os"
	"strings"
)

// whereabouts is where the program runs, as far as that decides how sound gets out of
// there.
type whereabouts int

const (
	desktop whereabouts = iota
	overSSH
	inWSL // Windows' Linux
	inContainer
	underSudo
)

// surroundings are told by these signs, of which the first decides: whoever works over
// SSH hears nothing of the machine at its other end, whatever that is.
var surroundings = []struct {
	at    whereabouts
	signs []sign
}{
	{overSSH, []sign{variable("SSH_CONNECTION"), variable("SSH_TTY")}},
	{inContainer, []sign{file("/.dockerenv"), file("/run/.containerenv"), variable("container")}},
	{inWSL, []sign{variable("WSL_DISTRO_NAME"), says("/proc/version", "microsoft")}},
	{underSudo, []sign{variable("SUDO_USER")}},
}

// system is what the signs are looked for in.
type system struct {
	getenv func(string) string
	read   func(name string) ([]byte, error)
}

var thisSystem = system{os.Getenv, os.ReadFile}

type sign func(system) bool

func variable(name string) sign { return func(s system) bool { return s.getenv(name) != "" } }

func file(name string) sign { return func(s system) bool { return s.has(name) } }

func says(name, word string) sign {
	return func(s system) bool {
		b, err := s.read(name)
		return err == nil && strings.Contains(strings.ToLower(string(b)), word)
	}
}

// has reports a file of any kind: a socket cannot be read, but is there.
func (s system) has(name string) bool {
	_, err := s.read(name)
	return err == nil || !os.IsNotExist(err)
}

func (s system) whereabouts() whereabouts {
	for _, p := range surroundings {
		for _, sign := range p.signs {
			if sign(s) {
				return p.at
			}
		}
	}
	return desktop
}
