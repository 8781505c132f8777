package dialog

import (
	"fmt"
	"path/filepath"
	"time"

	"voicestudio/presets"
	"voicestudio/presets/team"
	"voicestudio/tts"
	"voicestudio/ui/studio/document"
)

// Library is what is known of the folders of presets.
type Library struct {
	presets.Library
	Shelf *presets.Shelf // nil until something was read
	Whole bool           // everything has been read at least once
	Git   map[string]team.Tracked
	Wins  document.Wins // in duels
	// Checks are how presets sounded beside their fingerprints, by name.
	Checks document.Checks
	// Closed are the folders into which nothing can be written.
	Closed map[string]bool
}

// Present is what the dialogs about presets show beside them: the work as it
// is now, and what of it is heard.
type Present struct {
	Work  *document.Work
	Heard *presets.Heard // where the take that sounds was made; nil: none
	// Sounds is the entry that was asked to be heard and sounds now, by its Key.
	Sounds string
	Now    time.Time
	// Host speaks now, and Engine is that of the session.
	Host   tts.HostName
	Engine string
}

// Key tells entries apart. Only starters have no file.
func Key(e presets.Entry) string {
	if e.File != "" {
		return e.File
	}
	return e.Name
}

// PlaceOf is the folder of an entry.
func (l Library) PlaceOf(e presets.Entry) (presets.Place, bool) {
	if e.File != "" {
		for _, p := range l.Places {
			if p.Name == e.Folder || filepath.Clean(p.Dir) == filepath.Dir(e.File) {
				return p, true
			}
		}
	}
	return presets.Place{}, false
}

// Find is the preset of a name in a folder, as the list has it.
func (l Library) Find(folder, name string) (presets.Entry, bool) {
	if l.Shelf != nil {
		for i := range l.Shelf.Entries {
			if e := &l.Shelf.Entries[i]; e.Name == name && e.Folder == folder {
				return *e, true
			}
		}
	}
	return presets.Entry{}, false
}

// FreeName is name, or the first of "name 2", "name 3" that the list does not
// show in a folder.
func (l Library) FreeName(folder, name string) string {
	free := name
	for n := 2; ; n++ {
		if _, taken := l.Find(folder, free); !taken {
			return free
		}
		free = Numbered(name, n)
	}
}

// Numbered is a name with a number after it, cut so that both are legal.
func Numbered(name string, n int) string {
	end := fmt.Sprintf(" %d", n)
	whole := []rune(name)
	return string(whole[:min(len(whole), presets.MaxName-len(end))]) + end
}
