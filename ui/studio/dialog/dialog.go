// Package dialog holds what opens over the studio's rooms: lists, questions,
// the presets. A dialog knows what it was given and what was typed into it; what
// a person wants of the rest of the studio it returns as an Action.
package dialog

import (
	"os"
	"path/filepath"
	"strings"

	tea "charm.land/bubbletea/v2"

	"voicestudio/presets"
	"voicestudio/presets/team"
	"voicestudio/tts"
	"voicestudio/ui/studio/paint"
)

// Dialog is a box over the rooms that takes the keys until it closes. Keys
// with a meaning of their own are commands of the studio's table and call
// methods; what is typed comes through Type.
type Dialog interface {
	// Draw returns the box for a screen of w by h cells and, if it has one,
	// the caret within it.
	Draw(t paint.Theme, w, h int) (box string, caret *tea.Cursor)
	// Type takes a letter, a paste, or a key that edits text.
	Type(msg tea.Msg) Action
	// Click handles a click at a cell of the box, or the second one of a double
	// click there; Wheel moves by lines.
	Click(x, y int, double bool) Action
	Wheel(lines int)
}

// Lister is a dialog with a list in it.
type Lister interface {
	Move(by int)
	To(row int)
	Page() int
}

// Scroller is a dialog with a bar that can be dragged.
type Scroller interface {
	OnBar(x, y int) bool
	Drag(y int)
}

// Typer is a dialog that holds a text. One in which something was typed does not
// close by a click beside it.
type Typer interface{ Typed() bool }

// Accepter is a dialog that enter answers.
type Accepter interface{ Accept() Action }

// Action is what a dialog wants done; nil is nothing.
type Action any

type (
	// Say shows a sentence on the status line.
	Say struct {
		Warning bool
		Text    string
	}
	// Run is what editing a text leaves to the program: the clipboard.
	Run tea.Cmd
	// Chosen closes the dialog and does what was chosen.
	Chosen struct{ Action Action }

	// Hear lets what is under the cursor be heard, if that costs nothing.
	Hear struct{}
	// Command runs a command of the table.
	Command struct{ ID string }
	// UseVoice puts a voice into a row of the blend.
	UseVoice struct {
		Row int
		ID  string
	}
	// UseHost makes another host speak.
	UseHost struct{ Name tts.HostName }
	// SetField stores a value of a setting, or unsets it with nil.
	SetField struct {
		Path, What, Title string
		Value             any
	}
	// SetEntry puts an entry into a row of the dictionary in place of what was
	// there. The dialog stays open until it will do.
	SetEntry struct {
		Row        int
		Was, Entry string
	}
	// Insert puts a marker into the script.
	Insert struct{ Marker string }
	// InsertFile puts the words of a text file into the script.
	InsertFile struct{ Path string }
	// InsertSentence puts a test sentence into the script, or in place of it.
	InsertSentence struct {
		Language, Text string
		Replace        bool
	}
	// SetPause gives the pause beside the caret a length as it was typed.
	SetPause struct{ Seconds string }
	// TakeDraft shows the draft in a file.
	TakeDraft struct{ File string }
	// NoteTake notes something about a take.
	NoteTake struct{ ID, Text string }
	// TagTake replaces the tags of a take.
	TagTake struct {
		ID   string
		Tags []string
	}
	// FindTakes shows only the takes with a text in them.
	FindTakes struct{ Text string }

	// RenamePreset, CopyPreset, TagPreset and NotePreset are answers about the
	// preset that was under the cursor. The dialog stays open until the file is
	// written: it may have to say why the answer will not do.
	RenamePreset struct {
		Entry presets.Entry
		Name  string
	}
	CopyPreset struct {
		Entry presets.Entry
		Name  string
	}
	TagPreset struct {
		Entry presets.Entry
		Tags  []string
	}
	NotePreset struct {
		Entry presets.Entry
		Notes string
	}

	// ReadRows looks what the lines of a CSV file would become, and SpeakRows speaks
	// what is missing.
	ReadRows  struct{ Path string }
	SpeakRows struct{}

	// Sync pulls a team's folder, or pushes it.
	Sync struct {
		Place  presets.Place
		Push   bool
		Prefer team.Side
	}
	// Listen has the presets that were looked at speak so many times, to keep what they
	// sound like or to compare it.
	Listen struct{ Times int }
	// HearBoth puts a preset as it was beside what it is, to be heard.
	HearBoth struct{ Before, Now presets.Preset }
	// ShowPreset goes to the preset in a file.
	ShowPreset struct{ File string }
	// ReadBundle looks what the bundle in a file would bring into a folder, and
	// Import brings it.
	ReadBundle struct {
		Path string
		Into presets.Place
	}
	Import struct {
		Plan *presets.Plan
		Into presets.Place
	}
	// ExportBundle writes presets into one file.
	ExportBundle struct {
		Entries []presets.Entry
		Path    string
	}
)

// run makes the command of an edited text an action.
func run(cmd tea.Cmd) Action {
	if cmd == nil {
		return nil
	}
	return Run(cmd)
}

// Base is the last part of a path, as it can be drawn.
func Base(path string) string { return tts.Clean(filepath.Base(path)) }

// Homely writes a path with ~ for the person's home, as it can be drawn.
func Homely(path string) string {
	if home, err := os.UserHomeDir(); err == nil && home != "" {
		if rest, found := strings.CutPrefix(path, home+string(filepath.Separator)); found {
			path = filepath.Join("~", rest)
		}
	}
	return tts.Clean(path)
}
