package player

import (
	"errors"
	"io/fs"
	"runtime"
	"strings"
)

// reason is why nothing is heard, and what to do about it.
type reason struct{ what, cure string }

func (r reason) sentence() string {
	if r.cure == "" {
		return r.what
	}
	return say.advised(r.what, r.cure)
}

// fault is what is wrong between the program and the ear.
type fault int

const (
	unknown    fault = iota
	nothing          // no server, no card
	noLibrary        // nor is there what would speak to a card
	unanswered       // the server that PULSE_SERVER names
	denied
	hangs
	noOutput
	serverGone
	deviceGone
	notYet
)

// serverVariable names the sound server, where it is not the user's own on this
// machine; the path of WSLg's socket is Microsoft's.
const (
	serverVariable = "PULSE_SERVER"
	wslSocket      = "/mnt/wslg/PulseServer"
)

// faults are told by these texts in what oto and PulseAudio say, which runs to
// 2 kB, the first of them first. named is told only where PULSE_SERVER is set.
var faults = []struct {
	has   string
	named bool
	fault fault
}{
	{"connection closed", false, serverGone},
	{errStalled.Error(), false, deviceGone},
	{errNotYet.Error(), false, notYet},
	{errHangs.Error(), false, hangs},
	{"snd_pcm_writei", false, deviceGone},
	{"pulseaudio: access denied", false, denied},
	{"pulseaudio: no authentication key", false, denied},
	{"pulseaudio: no such entity", false, noOutput},
	{"context deadline exceeded", false, hangs},
	{"PulseAudio client initialization failed", true, unanswered},
	{"failed to load libasound", false, noLibrary},
	{"ALSA device initialization failed", false, nothing},
	{"PulseAudio client initialization failed", false, nothing},
}

func reasonOf(err error) reason { return thisSystem.reason(err) }

func (s system) reason(err error) reason {
	text := err.Error()
	found := unknown
	for _, f := range faults {
		if strings.Contains(text, f.has) && (!f.named || s.getenv(serverVariable) != "") {
			found = f.fault
			break
		}
	}
	if errors.Is(err, fs.ErrPermission) { // of the socket, or of the cookie
		found = denied
	}
	return s.advice(found, text)
}

// advice is what is said of a fault here.
func (s system) advice(f fault, text string) reason {
	at, what, cure := s.whereabouts(), say.what, say.cure
	server := s.getenv(serverVariable)
	switch f {
	case serverGone:
		return reason{what.serverGone, cure.waits}
	case deviceGone:
		return reason{what.deviceGone, cure.waits}
	case notYet:
		return reason{what: what.notYet}
	case hangs:
		return reason{what.hangs, cure.restart}
	case noOutput:
		return reason{what.noOutput, cure.connect}
	case denied:
		if at == underSudo {
			return reason{what.denied, cure.noSudo}
		}
		return reason{what.denied, cure.cookie}
	case unanswered:
		switch at {
		case overSSH:
			return reason{what.unanswered(server), cure.ssh}
		case inContainer:
			return reason{what.unanswered(server), cure.mount}
		case inWSL:
			return reason{what.unanswered(server), cure.wsl}
		case desktop, underSudo:
		}
		return reason{what.unanswered(server), cure.unset(serverVariable)}
	case nothing, noLibrary:
		switch at {
		case overSSH:
			return reason{what.overSSH, cure.ssh}
		case inContainer:
			return reason{what.inContainer, cure.mount}
		case inWSL:
			if s.has(wslSocket) {
				return reason{what.inWSL, cure.set(serverVariable + "=unix:" + wslSocket)}
			}
			return reason{what.inWSL, cure.wsl}
		case underSudo:
			return reason{what.underSudo, cure.noSudo}
		case desktop:
		}
		if f == noLibrary {
			return reason{what.noLibrary, cure.install}
		}
		return reason{what.nothing, cure.start}
	case unknown:
	}
	if runtime.GOOS == "windows" || runtime.GOOS == "darwin" {
		return reason{what.noDevice, cure.connect}
	}
	text, _, _ = strings.Cut(text, "\n")
	if runes := []rune(text); len(runes) > 80 {
		text = string(runes[:79]) + "…"
	}
	return reason{what: what.unknown(text)}
}
