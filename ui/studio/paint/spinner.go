package paint

import "time"

// Spinner is one cell that turns while something is waited for: ten times a
// second.
func (t Theme) Spinner(since time.Duration) string {
	frames := []rune("⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏")
	if t.Blocks {
		frames = []rune(`|/-\`)
	}
	return string(frames[int(max(0, since)/(100*time.Millisecond))%len(frames)])
}
