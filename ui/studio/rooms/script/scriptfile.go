package script

import (
	"cmp"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"

	"voicestudio/tts"
	"voicestudio/ui/config"
	"voicestudio/ui/studio/dialog"
	"voicestudio/ui/studio/rooms"
)

const (
	// longestPath is what systems take, in code points.
	LongestPath = 4096
	// largestFile bounds what the editor takes in, in bytes: far more than can be
	// spoken at once, so that a chapter can be cut down in it.
	largestFile = 512 << 10
)

// FileMsg brings the words of a file, or why there are none.
type FileMsg struct {
	asker dialog.Asker
	name  string
	text  string
	err   error
}

// AskFile asks for a text file to insert.
func (r *Script) AskFile() tea.Cmd {
	r.Push(dialog.NewPrompt(Say.Editor.file, Say.Editor.fileHint, "", func(line string) dialog.Action {
		return dialog.InsertFile{Path: line}
	}).Adding(LongestPath), rooms.InFile)
	return nil
}

// CompletedMsg brings what the typed beginning of a path can be.
type CompletedMsg struct {
	prompt          *dialog.Prompt
	was, line, hint string
}

// CompletePath types the rest of a path as far as it is certain.
func (r *Script) CompletePath() tea.Cmd {
	p := r.Top().(*dialog.Prompt)
	was := p.Line()
	return func() tea.Msg {
		line, hint := completed(was)
		return CompletedMsg{p, was, line, hint}
	}
}

// Completed shows it.
func (r *Script) Completed(msg CompletedMsg) { msg.prompt.Complete(msg.was, msg.line, msg.hint) }

// completed is a path with what all files and folders that begin so have in
// common, and a hint of which these are where there are several.
func completed(path string) (line, hint string) {
	at := strings.LastIndexByte(path, '/') + 1
	folder, begun := path[:at], path[at:]
	entries, err := os.ReadDir(cmp.Or(config.Expand(folder), "."))
	if err != nil {
		return path, Say.Editor.Missing(tts.Clean(folder))
	}
	var names []string
	common := ""
	for _, e := range entries {
		name := e.Name()
		if !strings.HasPrefix(name, begun) || begun == "" && name[0] == '.' {
			continue
		}
		if info, err := os.Stat(filepath.Join(config.Expand(folder), name)); err == nil && info.IsDir() {
			name += "/"
		}
		if names = append(names, name); len(names) == 1 {
			common = name
		}
		for !strings.HasPrefix(name, common) {
			_, n := utf8.DecodeLastRuneInString(common)
			common = common[:len(common)-n]
		}
	}
	switch len(names) {
	case 0:
		return path, Say.Editor.noneBegins(tts.Clean(path))
	case 1:
		return folder + common, ""
	}
	return folder + common, tts.Clean(strings.Join(names, "   "))
}

// ReadFile reads the file that was asked for.
func (r *Script) ReadFile(path string) tea.Cmd {
	path = TypedPath(path)
	r.asker, _ = r.Top().(dialog.Asker)
	asker := r.asker
	name := tts.Clean(filepath.Base(path))
	return r.OnErrand(rooms.Say.Screen.Reading(name), func() tea.Msg {
		text, err := readText(path)
		return FileMsg{asker, name, text, err}
	})
}

// TypedPath is a path as a person types it, and TypedPaths are several.
func TypedPath(path string) string { return config.TypedPath(path) }

// TypedPaths is described at TypedPath.
func TypedPaths(line string) []string { return config.TypedPaths(line) }

// Readable says why there is no file to read at a path, nil where there is one. A
// pipe or a device would be waited for.
func Readable(path string) error {
	switch info, err := os.Stat(path); {
	case errors.Is(err, fs.ErrNotExist):
		return tts.Wrong("", tts.Said{What: Say.Editor.Missing(dialog.Homely(path))})
	case err == nil && !info.Mode().IsRegular():
		return tts.Wrong("", tts.Said{What: Say.Editor.NoFile(dialog.Homely(path))})
	}
	return nil
}

// readText reads a text file. The error is an *tts.Error.
func readText(path string) (string, error) {
	if path == "" {
		return "", tts.Wrong("", tts.Said{What: Say.Editor.noPath})
	}
	if err := Readable(path); err != nil {
		return "", err
	}
	var b []byte
	f, err := os.Open(path)
	if err == nil {
		defer f.Close()
		b, err = io.ReadAll(io.LimitReader(f, largestFile+1))
	}
	switch {
	case err != nil:
		return "", tts.Machine(tts.Said{What: Say.Editor.Unreadable(dialog.Homely(path), tts.Reason(err))}, err)
	case len(b) > largestFile:
		return "", tts.Wrong("", tts.Said{What: Say.Editor.tooLarge(largestFile >> 10)})
	}
	text, err := tts.Decode(b)
	if err == nil && strings.TrimSpace(text) == "" {
		err = tts.Wrong("", tts.Said{What: Say.Editor.blank})
	}
	return strings.TrimRight(text, "\n"), err
}

// Arrived puts the words of a file at the caret; more than can be spoken is
// there, too, to be cut down, and says so.
func (r *Script) Arrived(msg FileMsg) tea.Cmd {
	if msg.asker == nil || r.Top() != msg.asker {
		return nil // it was left
	}
	if msg.err != nil {
		msg.asker.Refuse(msg.err)
		return nil
	}
	r.Shut(msg.asker)
	r.OpenTab(rooms.ScriptTab)
	r.Editor.Insert(msg.text)
	r.keep(rooms.Say.Deeds.Inserting(msg.name))
	if n := utf8.RuneCountInString(r.Editor.Words); n >= tts.MaxText {
		return r.Say(rooms.Warning, Say.Editor.insertedTooMuch(msg.name, n, tts.MaxText-1))
	}
	return r.Say(rooms.Note, Say.Editor.inserted(msg.name, utf8.RuneCountInString(msg.text)))
}
