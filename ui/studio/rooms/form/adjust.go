package form

import (
	"strings"

	"voicestudio/ui/studio/rooms"
)

// Entry is a value being typed into a slider.
type Entry struct {
	Panel rooms.Panel
	Row   int
	Text  string
	Was   string // what stood there before anything was typed
}

// Add types or pastes into the value field.
func (e *Entry) Add(typed string) {
	for _, r := range typed {
		if strings.ContainsRune("0123456789.-", r) && len(e.Text) < 6 {
			e.Text += string(r)
		}
	}
}
