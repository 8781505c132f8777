package paint

import "time"

var (
	spinner        = []string{"⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"}
	blocksSpinner  = []string{"▖", "▘", "▝", "▗"} // where there is no braille
	lettersSpinner = []string{"|", "/", "-", "\\"}
	stillSpinner   = []string{"◌"}
)

// Spinner is a sign that turns as time passes, ten times a second, or stands still
// where nothing is to move.
func (t Theme) Spinner(at time.Time) string {
	frames := spinner
	switch {
	case t.Still:
		frames = stillSpinner
	case t.Charset.Letters():
		frames = lettersSpinner
	case t.Charset.Blocks():
		frames = blocksSpinner
	}
	return t.Accent.Render(frames[int(at.UnixMilli()/100%int64(len(frames)))])
}
