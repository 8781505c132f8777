package studio

import (
	tea "charm.land/bubbletea/v2"

	"voicestudio/presets"
	"voicestudio/tts"
	"voicestudio/ui/studio/dialog"
	"voicestudio/ui/studio/rooms"
	"voicestudio/ui/studio/rooms/form"
	"voicestudio/ui/studio/rooms/library"
	"voicestudio/ui/studio/rooms/listen"
	"voicestudio/ui/studio/rooms/script"
	"voicestudio/ui/studio/rooms/settings"
)

// inform tells the dialogs that show them of the work and its sound as they
// are now.
func (m *Model) inform() {
	m.forms.RefreshVoices()
	for _, l := range m.Layers.List {
		if d, is := l.Dialog.(interface{ Notice(dialog.Present) }); is {
			d.Notice(m.presets.Present())
		}
	}
}

// accept answers the dialog that has the keys.
func (m *Model) accept() tea.Cmd { return m.perform(m.Top().(dialog.Accepter).Accept()) }

// inListDo does something with the list that has the keys.
func inListDo(do func(dialog.Lister)) func(*Model) tea.Cmd {
	return func(m *Model) tea.Cmd {
		do(m.Top().(dialog.Lister))
		return nil
	}
}

// inVoicesDo does something with the list of voices.
func inVoicesDo(do func(*dialog.Voices)) func(*Model) tea.Cmd {
	return func(m *Model) tea.Cmd {
		do(m.Top().(*dialog.Voices))
		return nil
	}
}

// inGroupsDo does something with the parts of a preset.
func inGroupsDo(do func(*dialog.Groups)) func(*Model) tea.Cmd {
	return func(m *Model) tea.Cmd {
		do(m.Top().(*dialog.Groups))
		return nil
	}
}

// inWordsDo does something with the words that presets know.
func inWordsDo(do func(*dialog.KnownWords) dialog.Action) func(*Model) tea.Cmd {
	return func(m *Model) tea.Cmd { return m.perform(do(m.Top().(*dialog.KnownWords))) }
}

// inExportRow goes to another row of how a take becomes a file.
func inExportRow(by int) func(*Model) tea.Cmd {
	return func(m *Model) tea.Cmd {
		m.Top().(*dialog.Exporter).NextRow(by)
		return nil
	}
}

// inExport takes the next choice of a row; in the text of one, the key is the
// text's.
func inExport(by int) func(*Model) tea.Cmd {
	return func(m *Model) tea.Cmd {
		if m.Top().(*dialog.Exporter).Choose(by) {
			return nil
		}
		return m.editText()
	}
}

func toggleGroup(group presets.Group) func(*Model) tea.Cmd {
	return inGroupsDo(func(g *dialog.Groups) { g.ToggleGroup(group) })
}

// choose answers a clash.
func choose(answer dialog.Answer) func(*Model) tea.Cmd {
	return func(m *Model) tea.Cmd { return m.perform(m.Top().(*dialog.Clash).Choose(answer)) }
}

// perform does what a dialog wants done.
func (m *Model) perform(a dialog.Action) tea.Cmd {
	switch a := a.(type) {
	case dialog.Say:
		if a.Warning {
			return m.Say(rooms.Caution, a.Text)
		}
		return m.Say(rooms.Note, a.Text)
	case dialog.Run:
		return tea.Cmd(a)
	case dialog.Chosen:
		m.Pop()
		return m.perform(a.Action)
	case dialog.Press:
		return m.pressNamed(a.Key)
	case dialog.Hear:
		return m.hearListed()
	case dialog.Command:
		return m.bring(named(a.ID))
	case dialog.UseVoice:
		if a.Row < 0 {
			return m.bench.AddVoice(a.ID)
		}
		return m.forms.UseVoice(a.Row, a.ID)
	case dialog.PayOnce:
		return m.payer(a.For).PayOnce()
	case dialog.RaiseCap:
		return m.payer(a.For).RaiseCap(a.To)
	case dialog.SendUnpriced:
		return m.payer(a.For).SendUnpriced()
	case dialog.ReadRows:
		return m.rows.ReadFile(a.Path)
	case dialog.SpeakRows:
		return m.rows.Speak()
	case dialog.ChooseSample:
		return m.forms.ChooseSample(a.Sample)
	case dialog.HearMoving:
		return m.forms.HearMoving()
	case dialog.UseHost:
		return m.hosts.UseHost(a.Name)
	case dialog.SetField:
		m.Change(m.Doc().Set(a.Path, a.Value), a.What)
		return m.Say(rooms.Note, form.Say.IsSet(a.What, a.Title))
	case dialog.SetEntry:
		return m.forms.SetEntry(a)
	case dialog.AddEntries:
		return m.forms.AddEntries(a.Entries)
	case dialog.Insert:
		return m.script.Insert(a.Marker)
	case dialog.InsertFile:
		return m.script.ReadFile(a.Path)
	case dialog.InsertSentence:
		return m.script.InsertSentence(a)
	case dialog.SetPause:
		return m.script.SetPause(a.Seconds)
	case dialog.TakeDraft:
		return m.drafts.Take(a.File)
	case dialog.NoteTake:
		return m.takes.Noted(a)
	case dialog.TagTake:
		return m.takes.Tagged(a)
	case dialog.Export:
		return m.takes.Export(a)
	case dialog.FindTakes:
		m.takes.Found(a.Text)
	case dialog.Save:
		return m.presets.Saved(a)
	case dialog.Resolve:
		if a.Outside {
			return m.outside.Resolve(a)
		}
		return m.presets.Resolve(a)
	case dialog.Apply:
		return m.presets.Applied(a)
	case dialog.RenamePreset:
		return m.presets.Renamed(a.Entry, a.Name)
	case dialog.CopyPreset:
		return m.presets.Copied(a.Entry, a.Name)
	case dialog.TagPreset:
		return m.presets.EditPreset(a.Entry, rooms.Say.Deeds.Tags(a.Entry.Name), func(p *presets.Preset) { p.Tags = a.Tags })
	case dialog.NotePreset:
		return m.presets.EditPreset(a.Entry, rooms.Say.Deeds.Notes(a.Entry.Name), func(p *presets.Preset) { p.Notes = a.Notes })
	case dialog.Sync:
		return m.presets.Sync(a)
	case dialog.HearBoth:
		return m.besides(a)
	case dialog.Listen:
		return m.presets.Listen(a.Times)
	case dialog.ShowPreset:
		return m.presets.Show(a.File)
	case dialog.ReadBundle:
		return m.presets.ReadBundle(a)
	case dialog.Import:
		return m.presets.Import(a)
	case dialog.ExportBundle:
		return m.presets.ExportBundle(a)
	}
	return nil
}

// payer asked for something that would pass the session's cap.
type payer interface {
	PayOnce() tea.Cmd
	RaiseCap(to tts.Money) tea.Cmd
	SendUnpriced() tea.Cmd
}

func (m *Model) payer(of dialog.Payer) payer {
	switch of {
	case dialog.ForRows:
		return m.rows
	case dialog.ForBench:
		return m.bench
	case dialog.ForLadder:
		return m.ladder
	case dialog.ForPad:
		return m.pad
	case dialog.ForLines:
		return m.lines
	case dialog.ForTune:
		return m.tuner
	case dialog.ForPresets:
		return m.presets
	case dialog.ForSound:
	}
	return m.sound
}

// pressNamed does what a key does, where it is one here.
func (m *Model) pressNamed(key string) tea.Cmd {
	if c := m.find(key); c != nil && c.scope != rooms.InText && len(key) > 1 {
		return m.do(c)
	}
	return nil
}

// hearListed lets the voice or the preset be heard that was clicked.
func (m *Model) hearListed() tea.Cmd {
	switch m.Top().(type) {
	case *dialog.Voices:
		return m.forms.Point()
	case *dialog.Browser:
		return m.presets.Point()
	}
	return nil
}

// markPreset marks the preset under the cursor; while something is searched for,
// a blank is one more letter.
func (m *Model) markPreset() tea.Cmd {
	b := m.Browser()
	if m.keys.pressed.Text == " " && b.Searching() {
		return m.editText()
	}
	b.Mark()
	return nil
}

// by and off let a command of the table be a method of a room.
func bySound(do func(*listen.Sound) tea.Cmd) func(*Model) tea.Cmd {
	return func(m *Model) tea.Cmd { return do(m.sound) }
}

func byTakes(do func(*listen.Takes) tea.Cmd) func(*Model) tea.Cmd {
	return func(m *Model) tea.Cmd { return do(m.takes) }
}

func byScript(do func(*script.Script) tea.Cmd) func(*Model) tea.Cmd {
	return func(m *Model) tea.Cmd { return do(m.script) }
}

func byRequest(do func(*script.Request) tea.Cmd) func(*Model) tea.Cmd {
	return func(m *Model) tea.Cmd { return do(m.request) }
}

func byForms(do func(*settings.Forms) tea.Cmd) func(*Model) tea.Cmd {
	return func(m *Model) tea.Cmd { return do(m.forms) }
}

func byPresets(do func(*library.Presets) tea.Cmd) func(*Model) tea.Cmd {
	return func(m *Model) tea.Cmd { return do(m.presets) }
}

func offSound(why func(*listen.Sound) string) func(*Model) string {
	return func(m *Model) string { return why(m.sound) }
}

func offTakes(why func(*listen.Takes) string) func(*Model) string {
	return func(m *Model) string { return why(m.takes) }
}

func offScript(why func(*script.Script) string) func(*Model) string {
	return func(m *Model) string { return why(m.script) }
}

func offRequest(why func(*script.Request) string) func(*Model) string {
	return func(m *Model) string { return why(m.request) }
}

func offForms(why func(*settings.Forms) string) func(*Model) string {
	return func(m *Model) string { return why(m.forms) }
}

func offPresets(why func(*library.Presets) string) func(*Model) string {
	return func(m *Model) string { return why(m.presets) }
}

// nextPlace goes on to the next folder to save into.
func (m *Model) nextPlace(by int) tea.Cmd { return m.perform(m.Top().(*dialog.Saver).NextPlace(by)) }

// inBrowserDo does something with the list of presets.
func inBrowserDo(do func(*dialog.Browser)) func(*Model) tea.Cmd {
	return func(m *Model) tea.Cmd {
		do(m.Browser())
		return nil
	}
}
