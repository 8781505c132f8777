package settings

import (
	"strings"

	"voicestudio/ui/studio/rooms/form"

	tea "charm.land/bubbletea/v2"
)

// Letter chooses the next option whose name, or value as the API has it, begins with a letter, in the choice
// under the cursor; done is false where there is none.
func (r *Forms) Letter(letter string) (cmd tea.Cmd, done bool) {
	c, found := r.control()
	if !found || c.Kind != form.ChoiceControl || letter == "" {
		return nil, false
	}
	titles, values := c.Titles(r.Doc()), c.Options(r.Doc())
	for i := range titles {
		option := (c.Chosen(r.Doc()) + 1 + i) % len(titles)
		if strings.HasPrefix(titles[option], letter) || strings.HasPrefix(values[option], letter) {
			return r.Pick(c, option), true
		}
	}
	return nil, false
}
