package player

import "time"

const (
	// prebuffer is decoded ahead before sound starts when the source comes no
	// faster than it is played: chunks of 100 ms then leave no gap.
	prebuffer = 120 * time.Millisecond
	// A source that was faster than outrun times real time over at least
	// watched will stay ahead; then less suffices.
	fastPrebuffer = 60 * time.Millisecond
	watched       = 20 * time.Millisecond
	outrun        = 1.5
)

// mayStart says whether sound may start. ahead is what has been decoded of what
// will be played; gained is how much of it came after the first chunk, within
// the time since.
func mayStart(ahead, gained, since time.Duration, complete bool) bool {
	switch {
	case complete:
		return true
	case ahead >= prebuffer:
		return true
	}
	// Pieces of one chunk arrive at the same instant and say nothing of pace.
	return ahead >= fastPrebuffer && since >= watched && gained.Seconds() >= outrun*since.Seconds()
}
