package studio

import (
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"

	"voicestudio/presets"
	"voicestudio/tts"
	"voicestudio/ui/config"
	"voicestudio/ui/studio/rooms"
)

// mostWritten is what an editor's file may hold, in bytes.
const mostWritten = 4 << 20

// inEditorMsg says that the person's editor has ended, with the script in file.
type inEditorMsg struct {
	file, was string
	err       error
}

// settingsMsg says that it has ended with the config file.
type settingsMsg struct {
	file, was string
	err       error
}

// noEditor says why nothing can be opened in the person's editor.
func (m *Model) noEditor() string {
	switch {
	case m.Top() != nil:
		return rooms.Say.Screen.AnswerFirst
	case config.Editor() == "":
		return titles.editor.none
	}
	return ""
}

// lends gives the terminal to an editor with a file, until it ends.
func (m *Model) lends(file string, ended func(error) tea.Msg) tea.Cmd {
	m.hush()
	cmd := config.EditorCommand(config.Editor(), file)
	cmd.Stderr = os.Stdout // ours goes to the log
	if m.lend != nil {
		return m.lend(cmd, ended)
	}
	m.jobs.lent.Store(true)
	return tea.ExecProcess(cmd, func(err error) tea.Msg {
		m.jobs.lent.Store(false)
		return ended(err)
	})
}

// writeInEditor opens the script in the person's editor, in a file of its own in
// a folder that nobody else can read.
func (m *Model) writeInEditor() tea.Cmd {
	was := m.Work.Doc().Text
	dir, err := os.MkdirTemp("", "voicestudio-")
	file := filepath.Join(dir, "script.txt")
	if err == nil {
		err = os.WriteFile(file, []byte(was), 0o600)
	}
	if err != nil {
		os.RemoveAll(dir)
		return m.Say(rooms.Warning, titles.editor.noFile(tts.InWords(err)))
	}
	return m.lends(file, func(err error) tea.Msg { return inEditorMsg{file, was, err} })
}

// written takes what was written in an editor into the script, as one deed. What
// cannot be taken stays in its file.
func (m *Model) written(msg inEditorMsg) tea.Cmd {
	text, kept := readWritten(msg.file)
	if kept == "" && msg.err != nil && text != msg.was {
		kept = titles.editor.failed(tts.Reason(msg.err))
	}
	if kept != "" {
		return m.Say(rooms.Warning, titles.editor.kept(kept, msg.file))
	}
	os.RemoveAll(filepath.Dir(msg.file))
	if msg.err != nil {
		return m.Say(rooms.Warning, titles.editor.failed(tts.Reason(msg.err)))
	}
	// Editors end the last line of a file, whether it was ended or not.
	if text == msg.was || text == msg.was+"\n" {
		return m.Say(rooms.Note, titles.editor.unchanged)
	}
	if !strings.HasSuffix(msg.was, "\n") {
		text = strings.TrimSuffix(text, "\n")
	}
	doc := m.Work.Doc()
	doc.Text = text
	m.Work.Change(doc, titles.editor.deed, m.Now())
	switch n := utf8.RuneCountInString(text); {
	case n >= tts.MaxText:
		return m.Say(rooms.Caution, titles.editor.long(n, tts.MaxText-1))
	case strings.TrimSpace(text) == "":
		return m.Say(rooms.Caution, titles.editor.empty)
	default:
		return m.Say(rooms.Note, titles.editor.taken(n))
	}
}

// readWritten reads the words that an editor has left, or says why they cannot be
// a script.
func readWritten(file string) (text, wrong string) {
	f, err := os.Open(file)
	if err != nil {
		return "", titles.editor.noFile(tts.InWords(err))
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, mostWritten+1))
	switch {
	case err != nil:
		return "", titles.editor.noFile(tts.InWords(err))
	case len(data) > mostWritten:
		return "", titles.editor.tooMuch
	case !utf8.Valid(data):
		return "", titles.editor.notUTF8
	}
	return tts.Plain(string(data)), ""
}

// openSettings opens the config file in the person's editor.
func (m *Model) openSettings() tea.Cmd {
	file, _, err := config.Make(Commands())
	if err != nil {
		return m.Say(rooms.Warning, tts.InWords(err))
	}
	was, _ := os.ReadFile(file)
	return m.lends(file, func(err error) tea.Msg { return settingsMsg{file, string(was), err} })
}

// settled says what is wrong in the config file that was written, the first of it
// last.
func (m *Model) settled(msg settingsMsg) tea.Cmd {
	if msg.err != nil {
		return m.Say(rooms.Warning, titles.editor.failed(tts.Reason(msg.err)))
	}
	if now, err := os.ReadFile(msg.file); err == nil && string(now) == msg.was {
		return m.Say(rooms.Note, titles.editor.unchanged)
	}
	s, findings, err := config.Check()
	if err != nil {
		return m.Say(rooms.Warning, tts.InWords(err))
	}
	findings = append(findings, CheckKeys(s)...)
	config.SortFindings(findings)
	if len(findings) == 0 {
		return m.Say(rooms.Note, titles.editor.settled)
	}
	return m.warn(inSentences(findings))
}

// inSentences is how the studio tells what is wrong in the config file.
func inSentences(findings []presets.Finding) (said []string) {
	for _, f := range findings {
		said = append(said, titles.editor.finding(filepath.Base(f.File), f.Line, f.Message+"; "+f.Cure))
	}
	return said
}

// lender gives the terminal to another program.
type lender func(*exec.Cmd, tea.ExecCallback) tea.Cmd
