package paint

import "time"

var (
	spinner       = []string{"⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"}
	blocksSpinner = []string{"▖", "▘", "▝", "▗"} // where there is no braille
)

// Spinner is a sign that turns as time passes, ten times a second.
func (t Theme) Spinner(at time.Time) string {
	frames := spinner
	if t.Blocks {
		frames = blocksSpinner
	}
	return t.Accent.Render(frames[int(at.UnixMilli()/100%int64(len(frames)))])
}
