package sandbox

import (
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"
	"time"

	"voicestudio/tts"
)

// FaultHeader is the request header whose faults replace the server's own; an
// empty one means none.
const FaultHeader = "X-Sandbox-Fault"

// Faults is what goes wrong with an answer on purpose. The zero value is
// nothing; ParseFaults makes every other.
type Faults struct {
	text string

	latency    time.Duration // before the first byte
	pace       float64       // multiple of real time; 0: as fast as made
	chunk      time.Duration // of audio in a chunk; 0: sizes that mean nothing
	rateLimit  int           // requests with this text that are refused
	retryAfter int           // seconds, in a rate limit's header
	status     int           // HTTP, of an answer that is no host's
	failure    int           // HTTP, of an answer that only says error

	code    int // of base_resp
	gateway string
	codeAt  int64 // bytes of audio before code, gateway or failure; 0: at once
	cut     int64 // bytes of audio before the connection ends; -1: never
	stall   time.Duration
	stallAt int64

	idle time.Duration // after which a socket is ended; 0: as long as MiniMax's

	aggregate string // on, off, always
	extraInfo string // every, last

	vary bool // repeated answers differ
	seed int  // of that

	oddHex, badHex, garbage, noLast, empty, oddBytes, id3 bool
	gzip, crlf, oneLF, done, comments, trickle, jsonLabel bool
}

// FaultHelp lists what ParseFaults understands, for people.
func FaultHelp() string { return say.faultHelp }

// String is the text that was parsed.
func (f Faults) String() string { return f.text }

// fault is one name of the list: how its value looks, "" for a switch, and
// where it goes. set reports whether the value is right.
type fault struct {
	example string
	set     func(f *Faults, value string) bool
}

var faults = map[string]fault{
	"latency":     {"200ms", func(f *Faults, v string) bool { return duration(v, &f.latency) }},
	"pace":        {"1x", func(f *Faults, v string) bool { return factor(v, &f.pace) }},
	"chunk":       {"100ms", func(f *Faults, v string) bool { return duration(v, &f.chunk) && f.chunk > 0 }},
	"rate_limit":  {"2", func(f *Faults, v string) bool { return whole(v, 1, math.MaxInt32, &f.rateLimit) }},
	"retry_after": {"3", func(f *Faults, v string) bool { return whole(v, 0, 86400, &f.retryAfter) }},
	"status":      {"503", func(f *Faults, v string) bool { return whole(v, 200, 599, &f.status) }},
	"code": {"1026@3000", func(f *Faults, v string) bool {
		v, right := place(v, &f.codeAt)
		return right && whole(v, 1, math.MaxInt32, &f.code)
	}},
	"gateway": {"Arrearage", func(f *Faults, v string) bool {
		v, right := place(v, &f.codeAt)
		f.gateway = v
		_, known := gatewayErrors[v]
		return right && known
	}},
	"error": {"401@3000", func(f *Faults, v string) bool {
		v, right := place(v, &f.codeAt)
		return right && whole(v, 200, 599, &f.failure)
	}},
	"cut": {"5000", func(f *Faults, v string) bool {
		n, err := strconv.ParseInt(v, 10, 64)
		f.cut = n
		return err == nil && n >= 0
	}},
	"stall": {"500ms@20000", func(f *Faults, v string) bool {
		v, right := place(v, &f.stallAt)
		return right && duration(v, &f.stall)
	}},
	"idle":       {"2s", func(f *Faults, v string) bool { return duration(v, &f.idle) && f.idle > 0 }},
	"aggregate":  {"always", func(f *Faults, v string) bool { return oneOf(v, &f.aggregate, "on", "off", "always") }},
	"extra_info": {"every", func(f *Faults, v string) bool { return oneOf(v, &f.extraInfo, "every", "last") }},
	"vary":       {"7", func(f *Faults, v string) bool { f.vary = true; return whole(v, 0, math.MaxInt32, &f.seed) }},
	"odd_hex":    flag(func(f *Faults) *bool { return &f.oddHex }),
	"bad_hex":    flag(func(f *Faults) *bool { return &f.badHex }),
	"garbage":    flag(func(f *Faults) *bool { return &f.garbage }),
	"no_last":    flag(func(f *Faults) *bool { return &f.noLast }),
	"empty":      flag(func(f *Faults) *bool { return &f.empty }),
	"odd_bytes":  flag(func(f *Faults) *bool { return &f.oddBytes }),
	"id3":        flag(func(f *Faults) *bool { return &f.id3 }),
	"gzip":       flag(func(f *Faults) *bool { return &f.gzip }),
	"crlf":       flag(func(f *Faults) *bool { return &f.crlf }),
	"one_lf":     flag(func(f *Faults) *bool { return &f.oneLF }),
	"done":       flag(func(f *Faults) *bool { return &f.done }),
	"comments":   flag(func(f *Faults) *bool { return &f.comments }),
	"trickle":    flag(func(f *Faults) *bool { return &f.trickle }),
	"json_label": flag(func(f *Faults) *bool { return &f.jsonLabel }),
}

// ParseFaults reads a comma-separated list such as
// "latency=200ms,code=1026@3000,gzip"; an empty one is no fault. A number
// after @ counts bytes of audio. The names:
//
//	latency=200ms    before the first byte
//	pace=1x          chunks come at this multiple of real time
//	chunk=100ms      audio in a chunk
//	rate_limit=2     the next requests with the same list are refused
//	retry_after=3    seconds, in the header of such a refusal, of status, error and gateway
//	status=503       an HTTP status without any host's body
//	gateway=NAME     a gateway's error, mid-stream with @
//	code=1026        an error of base_resp, mid-stream with @
//	error=401        an HTTP status with {"error":"..."} alone, mid-stream with @
//	cut=5000         the connection ends after so many bytes of audio
//	stall=500ms@2000 one pause
//	idle=2s          a socket ends when nothing has passed for so long
//	vary=7           repeated answers differ as a real host's do; the number is a seed
//	aggregate=on|off|always, extra_info=every|last
//	odd_hex, bad_hex, garbage, no_last, empty, odd_bytes, id3,
//	gzip, crlf, one_lf, done, comments, trickle, json_label
//
// What only a stream can have is without effect on a whole answer. gzip needs
// a caller who accepts it. The error is one sentence that names what is wrong.
func ParseFaults(text string) (Faults, error) {
	f := Faults{text: strings.TrimSpace(text), cut: -1}
	if f.text == "" {
		return Faults{}, nil
	}
	for item := range strings.SplitSeq(f.text, ",") {
		name, value, valued := strings.Cut(strings.TrimSpace(item), "=")
		one, known := faults[name]
		switch {
		case !known:
			return Faults{}, tts.Wrong("fault", say.noFault(name, slices.Sorted(maps.Keys(faults))))
		case one.example == "" && valued:
			return Faults{}, tts.Wrong("fault", say.noValue(name))
		case !one.set(&f, value):
			return Faults{}, tts.Wrong("fault", say.badValue(name, value, one.example))
		}
	}
	return f, nil
}

// cuts is where the connection ends, if it does.
func (f Faults) cuts() (int64, bool) { return f.cut, f.text != "" && f.cut >= 0 }

func flag(where func(*Faults) *bool) fault {
	return fault{set: func(f *Faults, _ string) bool { *where(f) = true; return true }}
}

func duration(v string, to *time.Duration) bool {
	d, err := time.ParseDuration(v)
	*to = d
	return err == nil && d >= 0
}

func factor(v string, to *float64) bool {
	n, err := strconv.ParseFloat(strings.TrimSuffix(v, "x"), 64)
	*to = n
	return err == nil && n >= 0.01 && n <= 1000
}

func whole(v string, low, high int, to *int) bool {
	n, err := strconv.Atoi(v)
	*to = n
	return err == nil && n >= low && n <= high
}

// place cuts "@3000" off a value.
func place(v string, to *int64) (string, bool) {
	v, at, found := strings.Cut(v, "@")
	if !found {
		return v, true
	}
	n, err := strconv.ParseInt(at, 10, 64)
	*to = n
	return v, err == nil && n >= 0
}

func oneOf(v string, to *string, values ...string) bool {
	*to = v
	return slices.Contains(values, v)
}
