package paint

import (
	"fmt"
	"strings"
	"time"
)

// axisSteps are the round times that may stand below a waveform.
var axisSteps = []time.Duration{
	100 * time.Millisecond, 200 * time.Millisecond, 500 * time.Millisecond,
	time.Second, 2 * time.Second, 5 * time.Second, 10 * time.Second, 15 * time.Second, 30 * time.Second,
	time.Minute, 2 * time.Minute, 5 * time.Minute, 10 * time.Minute,
}

// axisRoom is how many cells a time has at least: "0.5 s" or "10:00", and a
// gap.
const axisRoom = 8

// Axis writes round times below a span that w cells stand for, each from the
// cell in which it is.
func Axis(span time.Duration, w int) string {
	if span <= 0 || w <= 0 {
		return Blanks(w)
	}
	step := axisSteps[len(axisSteps)-1]
	for _, s := range axisSteps {
		if float64(s)/float64(span)*float64(w) >= axisRoom {
			step = s
			break
		}
	}
	var b strings.Builder
	used := 0
	for at := time.Duration(0); at < span; at += step {
		x, label := int(float64(w)*float64(at)/float64(span)), axisLabel(at, span)
		if used > 0 && x < used+2 || x+Width(label) > w {
			continue
		}
		b.WriteString(Blanks(x-used) + label)
		used = x + Width(label)
	}
	return Fit(b.String(), w)
}

func axisLabel(at, span time.Duration) string {
	switch {
	case at == 0:
		return "0"
	case span > time.Minute:
		return fmt.Sprintf("%d:%02d", at/time.Minute, at/time.Second%60)
	}
	return fmt.Sprintf("%g s", at.Seconds())
}
