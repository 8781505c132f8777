package rooms

import (
	"cmp"
	"path/filepath"
	"slices"
	"time"

	tea "charm.land/bubbletea/v2"

	"voicestudio/tts"
	"voicestudio/ui/session"
	"voicestudio/ui/studio/document"
)

// Memory is what of the screen is there again at the next start.
type Memory struct {
	*Shared
	Takes   *Takes
	Hosts   *Hosts
	file    document.ScreenFile
	begun   bool // the program runs: what is asked of it is done
	waiting bool // a write is due
}

// panelNames and filterNames are what the file calls them.
var (
	panelNames  = [PanelCount]string{"script", "voice", "blend", "effects", "output", "pronunciation", "sound", "takes"}
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
	if p := slices.Index(panelNames[:], was.Room); p > int(ScriptPanel) {
		r.Before = Panel(p)
	}
	if p := slices.Index(panelNames[:], was.Form); p >= 0 && slices.Contains(FormPanels, Panel(p)) {
		r.Form = Panel(p)
	}
	switch kept := filterKind(slices.Index(filterNames, was.Takes)); {
	case kept < 0, kept == presetTakes && r.Work.Opened().Name == "", kept == foundTakes && was.Find == "":
	case kept == foundTakes:
		r.Takes.filter = filter{kept, tts.Plain(was.Find)}
	default:
		r.Takes.filter = filter{kept: kept}
	}
	r.Hosts.begun = r.Session.Host()
	if was.Instead == r.Hosts.begun {
		r.Hosts.comeBack(was.Host, named)
	}
}

// now is the screen as it would be kept.
func (r *Memory) now() document.Screen {
	s := document.Screen{Room: panelNames[r.Before], Form: panelNames[r.Form], Takes: filterNames[r.Takes.kept], Find: r.Takes.text}
	if r.Focus != ScriptPanel {
		s.Room = panelNames[r.Focus]
	}
	if h := r.Hosts; h.chosen != "" && h.chosen != h.begun {
		s.Host, s.Instead = h.chosen, h.begun
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
	return tea.Tick(draftPause, func(time.Time) tea.Msg { return MemoryMsg{} })
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

// comeBack lets the host speak that did so last, if it can.
func (r *Hosts) comeBack(name tts.HostName, named bool) {
	h, known := tts.HostAt(name)
	switch {
	case !known || name == r.begun:
	case named:
		r.chosen = name // for the next time
	case r.Session.Usable(name) != nil:
		r.chosen = name
		begun, _ := tts.HostAt(r.begun)
		r.lacks = Say.hosts.lastLacks(h.Title, r.Session.Usable(name).Error(), begun.Title)
	default:
		r.chosen, r.returned = name, true
		r.Session.MoveTo(name)
	}
}

// lately says who speaks where that is not who would by itself.
func (r *Hosts) lately() (t Tone, said string) {
	h, _ := tts.HostAt(r.Session.Host())
	switch {
	case r.lacks != "":
		return Warning, r.lacks
	case r.returned:
		return Note, Say.hosts.asLastTime(h.Title, r.costs(h.Name))
	}
	return Note, ""
}

// costs is what a host asks.
func (r *Hosts) costs(name tts.HostName) string {
	if price, known := tts.PriceOf(name, cmp.Or(r.Doc().Settings.Model, tts.DefaultModel)); known {
		return Say.hosts.for10k(price.Of(10000).String(), price.Read)
	}
	return session.Cost(name, nil)
}
