package player

import "fmt"

var english = words{
	off:     "sound is off",
	advised: func(what, cure string) string { return what + "; " + cure },
	what: whatWords{
		nothing:     "no sound server and no sound card was found",
		noLibrary:   "no sound server is running, and libasound2 is not installed",
		noDevice:    "no sound device was found",
		overSSH:     "over SSH there is no sound yet",
		inWSL:       "Windows gives this Linux no sound",
		inContainer: "this container has no sound server",
		underSudo:   "under sudo your sound server is out of reach",
		unanswered:  func(server string) string { return "no sound server answers at PULSE_SERVER=" + server },
		denied:      "the sound server lets only its own user in",
		hangs:       "the sound server does not answer",
		noOutput:    "the sound server has no output",
		serverGone:  "the sound server has gone",
		deviceGone:  "the sound device has gone",
		notYet:      "the sound device does not answer yet",
		unknown:     func(text string) string { return "no sound: " + text },
	},
	cure: cureWords{
		start:   "start PulseAudio or PipeWire",
		install: "start PulseAudio or PipeWire, or install it",
		connect: "connect a speaker or headphones",
		restart: "restart it: systemctl --user restart pipewire-pulse, or pulseaudio -k",
		waits:   "sound goes on by itself when it is back",
		ssh:     "connect with ssh -R 24713:localhost:4713 and set PULSE_SERVER=tcp:localhost:24713",
		wsl:     "run wsl --update, then wsl --shutdown in Windows",
		mount:   "mount the host's socket and set PULSE_SERVER=unix: and its path",
		noSudo:  "run voicestudio without sudo",
		cookie:  "run voicestudio as that user, or set PULSE_COOKIE to a copy of their ~/.config/pulse/cookie",
		set:     func(variable string) string { return "set " + variable },
		unset:   func(variable string) string { return "start one there, or unset " + variable },
	},
	source: sourceWords{
		brokeOff:    "the source broke off",
		undecodable: "the source cannot be decoded",
		tooLong:     "the source is too long",
		notHeard:    "it was not heard to its end",
		longer: func(minutes float64) string {
			return fmt.Sprintf("the sound is longer than %.0f minutes; the rest is not played", minutes)
		},
		rate: func(hz int) string { return fmt.Sprintf("this audio cannot be played: its sample rate is %d Hz", hz) },
		lost: func(why string) string { return "it was not heard to its end: " + why },
	},
}
