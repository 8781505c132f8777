package sandbox

import (
	"fmt"
	"strings"

	"voicestudio/tts"
	"voicestudio/tts/sandbox/speech"
)

var english = words{
	notListening: func(address, why string) tts.Said {
		return tts.Said{What: "the sandbox cannot listen on " + address + ": " + why, Cure: "choose another port"}
	},
	noFault: func(name string, all []string) tts.Said {
		return tts.Said{What: fmt.Sprintf("there is no fault %q", name), Cure: "the faults are " + strings.Join(all, ", ")}
	},
	noValue: func(fault string) tts.Said {
		return tts.Said{What: "the fault " + fault + " takes no value", Cure: "write " + fault}
	},
	badValue: func(fault, value, example string) tts.Said {
		return tts.Said{What: fmt.Sprintf("the fault %s cannot be %q", fault, value), Cure: "write it as " + fault + "=" + example}
	},
	missing: func(program, purpose string) string { return program + " is not installed; the sandbox " + purpose },
	purposes: map[speech.Purpose]string{
		speech.Speaking:   "speaks with it",
		speech.MakingMP3:  "encodes mp3 with it",
		speech.MakingOpus: "encodes opus with it",
	},
	faultHelp: `  latency=200ms      before the first byte
  pace=1x            chunks come at this multiple of real time
  chunk=100ms        audio in a chunk
  rate_limit=2       the next requests with the same list are refused
  retry_after=3      seconds, in the header of such a refusal
  status=503         an HTTP status without any host's body
  error=401          an HTTP status with {"error":"..."} alone; error=401@3000 after so many bytes of audio
  gateway=Arrearage  a gateway's error; Arrearage@3000 after so many bytes of audio
  code=1026          an error of base_resp; 1026@3000 after so many bytes of audio
  cut=5000           the connection ends after so many bytes of audio
  stall=500ms@20000  one pause, after so many bytes of audio
  idle=2s            a WebSocket ends when nothing has passed for so long (else 120s)
  aggregate=on       on, off or always: the whole take once more at the end
  extra_info=every   every or last: the frames that have it
  vary=7             repeated answers differ as a real host's do: in pitch, speed,
                     pauses and level; the same number gives the same series
  odd_hex bad_hex garbage no_last empty odd_bytes id3
                     frames that are wrong, missing or unusual
  gzip crlf one_lf done comments trickle
                     the same answer in an unusual form
  json_label         DashScope's errors in a stream are labelled as JSON`,
}
