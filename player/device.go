package player

import "time"

const (
	// cardBuffer is what the server or card holds: the least that gave no gap
	// on PulseAudio.
	cardBuffer = 40 * time.Millisecond
	// cardLatency is the time from a Read to the sample at the sink's monitor
	// with that buffer, as measured on PulseAudio.
	cardLatency = 25 * time.Millisecond
	// openPatience: a server that runs answers within 5 to 40 ms.
	openPatience = 100 * time.Millisecond
)

// Device is where the sound goes.
type Device struct {
	Name   string // "speaker", "silent", or "opening" until that is known
	Silent bool
	// Reason is a sentence for a status line that says why it is silent, and what
	// to do.
	Reason string
}

// Heard says that there is a device.
func (d Device) Heard() bool { return d == speaker }

var (
	opening = Device{Name: "opening"}
	speaker = Device{Name: "speaker"}
)

func silence(reason string) Device { return Device{Name: "silent", Silent: true, Reason: reason} }
