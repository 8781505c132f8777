package listen

import (
	"path/filepath"
	"slices"
	"time"

	tea "charm.land/bubbletea/v2"

	"voicestudio/tts"
	"voicestudio/ui/studio/document"
	"voicestudio/ui/studio/rooms"
)

// Memory is what of the screen is there again at the next start.
type Memory struct {
	*rooms.Shared
	Takes   *Takes
	Hosts   *rooms.Hosts
	file    document.ScreenFile
	begun   bool // the program runs: what is asked of it is done
	waiting bool // a write is due
}

// panelNames and filterNames are what the file calls them.
var (
	panelNames  = [rooms.PanelCount]string{"script", "voice", "blend", "effects", "output", "pronunciation", "sound", "takes", "bench", "duels", "ladder", "pad"}
	filterNames = []string{allTakes: "all", starredTakes: "starred", scriptTakes: "script", presetTakes: "preset", foundTakes: "found"}
)

// Remember puts the screen as it was when the last studio ended, its file being
// beside the draft. The keys are in the script nevertheless; esc leads to the
// room that had them. A host that was named at the start stays.
func (r *Memory) Remember(draft string, named bool) {
	if draft == "" {
		return
	}
	was := r.file.Read(filepath.Join(filepath.Dir(draft), "screen.json"))
	if p := slices.Index(panelNames[:], was.Room); p > int(rooms.ScriptPanel) && rooms.StageOf(rooms.Panel(p)) == rooms.MainStage {
		r.Before = rooms.Panel(p)
	}
	if p := slices.Index(panelNames[:], was.Form); p >= 0 && slices.Contains(rooms.FormPanels, rooms.Panel(p)) {
		r.Form = rooms.Panel(p)
	}
	switch kept := filterKind(slices.Index(filterNames, was.Takes)); {
	case kept < 0, kept == presetTakes && r.Work.Opened().Name == "", kept == foundTakes && was.Find == "":
	case kept == foundTakes:
		r.Takes.filter = filter{kept, tts.Plain(was.Find)}
	default:
		r.Takes.filter = filter{kept: kept}
	}
	r.Audition, r.OnLadder, r.OnPad = was.Bench, string(was.Ladder), string(was.Pad)
	r.Hosts.Begun = r.Session.Host()
	if was.Instead == r.Hosts.Begun {
		r.Hosts.ComeBack(was.Host, named)
	}
}

// now is the screen as it would be kept.
func (r *Memory) now() document.Screen {
	s := document.Screen{Room: panelNames[r.Before], Form: panelNames[r.Form], Takes: filterNames[r.Takes.kept], Find: r.Takes.text, Bench: r.Audition,
		Ladder: document.Raw(r.OnLadder), Pad: document.Raw(r.OnPad)}
	if r.Focus != rooms.ScriptPanel && r.Stage == rooms.MainStage {
		s.Room = panelNames[r.Focus]
	}
	if h := r.Hosts; h.Chosen != "" && h.Chosen != h.Begun {
		s.Host, s.Instead = h.Chosen, h.Begun
	}
	return s
}

// MemoryMsg says that it is time to write.
type MemoryMsg struct{}

// Begin lets the screen be written while the program runs, and not only at its
// end.
func (r *Memory) Begin() { r.begun = true }

// Keep has the screen written soon, where it has changed.
func (r *Memory) Keep() tea.Cmd {
	if !r.file.Note(r.now()) || r.waiting || !r.begun {
		return nil
	}
	r.waiting = true
	return tea.Tick(rooms.DraftPause, func(time.Time) tea.Msg { return MemoryMsg{} })
}

// Write writes it in the background. Where that cannot be done the draft cannot
// be kept either, which is said.
func (r *Memory) Write() tea.Cmd {
	r.waiting = false
	return func() tea.Msg {
		r.file.Write()
		return nil
	}
}

// Flush writes it now. It may be called from any goroutine.
func (r *Memory) Flush() { r.file.Write() }
