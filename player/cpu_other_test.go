//go:build !unix

package player

import "time"

func cpuTime() time.Duration { return 0 }
