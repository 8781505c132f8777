package sandbox

import (
	"voicestudio/tts"
	"voicestudio/tts/sandbox/speech"
	"voicestudio/tts/wording"
)

// words are what the sandbox says to the people who start it; tts has how
// another language is added. What it answers imitates the live wording of the
// hosts, which is English for everybody, and stays beside the codes and
// envelopes that it belongs to.
type words struct {
	notListening func(address, why string) tts.Said
	noFault      func(name string, all []string) tts.Said
	noValue      func(fault string) tts.Said
	badValue     func(fault, value, example string) tts.Said
	// missing is a program that is not there; purpose is one of purposes.
	missing  func(program, purpose string) string
	purposes map[speech.Purpose]string
	// faultHelp lists the faults with what they do, indented by two blanks.
	faultHelp string
}

var say = english

func init() { wording.Offer(&say, english, chinese) }
