package player

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"
	"testing"
)

// What oto v3.5.1 says of each fault, as it was seen.
var (
	errNoServer  = errors.New("oto: initialization failed: PulseAudio: oto: PulseAudio client initialization failed: dial unix pulse/native: connect: no such file or directory; ALSA: oto: ALSA device initialization failed: \"default\": oto: ALSA error at snd_pcm_open: No such file or directory")
	errNoLibALSA = errors.New("oto: initialization failed: PulseAudio: oto: PulseAudio client initialization failed: dial unix pulse/native: connect: no such file or directory; ALSA: oto: failed to load libasound: libasound.so.2: cannot open shared object file")
	errNoEntity  = errors.New("oto: initialization failed: PulseAudio: oto: PulseAudio playback initialization failed: pulseaudio: no such entity; ALSA: oto: ALSA device initialization failed: x")
	errNoAnswer  = errors.New("oto: initialization failed: PulseAudio: oto: PulseAudio client initialization failed: context deadline exceeded; ALSA: oto: ALSA device initialization failed: x")
	errNoEntry   = errors.New("oto: initialization failed: PulseAudio: oto: PulseAudio client initialization failed: pulseaudio: access denied; ALSA: oto: ALSA device initialization failed: x")
	errNoAccess  = fmt.Errorf("oto: initialization failed: PulseAudio: %w; ALSA: oto: ALSA device initialization failed: x", &fs.PathError{Op: "open", Path: "/home/anna/.config/pulse/cookie", Err: fs.ErrPermission})
	errNoLonger  = errors.New("oto: PulseAudio error: pulseaudio: connection closed")
	everywhere   = []error{errNoServer, errNoLibALSA, errNoEntity, errNoAnswer, errNoEntry, errNoAccess, errNoLonger, errStalled, errNotYet, errors.New("something else")}
)

func TestWhyNothingIsHeardIsSaidWithItsCureWhereverOneWorks(t *testing.T) {
	t.Parallel()
	ssh := []string{"SSH_CONNECTION=10.0.0.1 22"}
	for _, c := range []struct {
		at    string
		env   []string
		files map[string]string
		err   error
		want  string
	}{
		{"a desktop", nil, nil, errNoServer, "no sound server and no sound card was found; start PulseAudio or PipeWire"},
		{"a small desktop", nil, nil, errNoLibALSA, "libasound2 is not installed; start PulseAudio or PipeWire, or install it"},
		{"over SSH", ssh, map[string]string{"/.dockerenv": ""}, errNoServer, "over SSH there is no sound yet; connect with ssh -R 24713:localhost:4713 and set PULSE_SERVER=tcp:localhost:24713"},
		{"over SSH, the tunnel is closed", append(ssh, "PULSE_SERVER=tcp:localhost:24713"), nil, errNoServer, "no sound server answers at PULSE_SERVER=tcp:localhost:24713; connect with ssh -R"},
		{"WSL of old", nil, map[string]string{"/proc/version": "Linux version 5.15.90.1-microsoft-standard-WSL2"}, errNoServer, "Windows gives this Linux no sound; run wsl --update"},
		{"WSL without its variables", []string{"WSL_DISTRO_NAME=Debian"}, map[string]string{"/mnt/wslg/PulseServer": ""}, errNoServer, "set PULSE_SERVER=unix:/mnt/wslg/PulseServer"},
		{"Docker", nil, map[string]string{"/.dockerenv": ""}, errNoServer, "this container has no sound server; mount the host's socket"},
		{"Podman", nil, map[string]string{"/run/.containerenv": ""}, errNoLibALSA, "this container has no sound server; mount the host's socket"},
		{"sudo", []string{"SUDO_USER=anna"}, nil, errNoServer, "under sudo your sound server is out of reach; run voicestudio without sudo"},
		{"another user's socket", []string{"SUDO_USER=anna"}, nil, errNoAccess, "lets only its own user in; run voicestudio without sudo"},
		{"another user's server", nil, nil, errNoEntry, "lets only its own user in; run voicestudio as that user, or set PULSE_COOKIE"},
		{"a server that hangs", append(ssh, "PULSE_SERVER=tcp:localhost:24713"), nil, errNoAnswer, "the sound server does not answer; restart it"},
		{"a server without a sink", nil, nil, errNoEntity, "the sound server has no output; connect a speaker"},
		{"a server that went", nil, nil, errNoLonger, "the sound server has gone; sound goes on by itself"},
		{"a wrong PULSE_SERVER", []string{"PULSE_SERVER=tcp:nowhere"}, nil, errNoServer, "PULSE_SERVER=tcp:nowhere; start one there, or unset PULSE_SERVER"},
	} {
		s := system{
			getenv: func(name string) string {
				for _, v := range c.env {
					if value, is := strings.CutPrefix(v, name+"="); is {
						return value
					}
				}
				return ""
			},
			read: func(name string) ([]byte, error) {
				if text, is := c.files[name]; is {
					return []byte(text), nil
				}
				return nil, os.ErrNotExist
			},
		}
		if got := s.reason(c.err).sentence(); !strings.Contains(got, c.want) {
			t.Errorf("%s: %q, want %q", c.at, got, c.want)
		}
		for _, err := range everywhere {
			got := s.reason(err).sentence()
			if n := len([]rune(got)); n > 150 || strings.Contains(got, "oto") || strings.ContainsAny(got, "\n.") && strings.HasSuffix(got, ".") {
				t.Errorf("%s: %q has %d letters", c.at, got, n)
			}
		}
	}
}
