package studio

import (
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"voicestudio/presets"
	"voicestudio/tts"
	"voicestudio/ui/studio/edit"
	"voicestudio/ui/studio/paint"
)

// saver asks under which name and in which folder to save, and shows what
// that changes in the preset that is there.
type saver struct {
	m     *Model
	input edit.Field // the suggestion is selected: typing replaces it
	place presets.Place
	// over is a preset of this name that belongs to something else; enter
	// again replaces it.
	over *presets.Entry
	hint string
	// beside is set where the preset must get a new name.
	beside bool
}

const saveTitle = "Save the preset as"

// save asks for a name; the open preset's own is suggested.
func (m *Model) save() tea.Cmd {
	if _, asking := m.top().(*saver); asking {
		return m.say(note, "enter saves")
	}
	name := m.preset
	if name == "" {
		name = voiceNames(m.doc.request())
	}
	return m.saveAs(name, false)
}

func (m *Model) saveAs(name string, beside bool) tea.Cmd {
	s := &saver{m: m, beside: beside}
	s.place = m.library.Places[0]
	if at, known := m.library.placeOf(m.entry); known && !m.library.closed[at.Name] && m.preset != "" {
		s.place = at
	}
	if m.entry.ReadOnly && !m.entry.Starter || beside {
		name = m.library.freeName(s.place.Name, name)
	}
	s.input = edit.NewField(tts.Clean(name), "")
	s.input.Limit = presets.MaxName
	s.input.SelectAll()
	m.push(s)
	if m.library.shelf == nil {
		return m.readLibrary()
	}
	return nil
}

// nextPlace goes on to the next folder that can be written to.
func (m *Model) nextPlace(by int) tea.Cmd {
	s := m.top().(*saver)
	all := m.library.Places
	at := slices.IndexFunc(all, func(p presets.Place) bool { return p.Name == s.place.Name })
	for range all {
		at = (at + by + len(all)) % len(all)
		if !m.library.closed[all[at].Name] {
			break
		}
	}
	if all[at].Name == s.place.Name {
		return m.say(note, "there is no other folder that can be written to")
	}
	s.place, s.over, s.hint = all[at], nil, ""
	return nil
}

func (s *saver) key(m *Model, msg tea.Msg) tea.Cmd {
	k, pressed := msg.(tea.KeyPressMsg)
	if pressed && k.String() == "enter" {
		return s.accept(m)
	}
	before := s.input.Value()
	cmd := s.input.Update(msg)
	if s.input.Value() != before {
		s.over, s.hint = nil, ""
	}
	return cmd
}

// name is what the preset will be called. A field holds only what can be
// drawn, so an open preset's own name is taken as it is.
func (s *saver) name() string {
	if s.m.preset != "" && s.input.Value() == tts.Clean(s.m.preset) {
		return s.m.preset
	}
	return s.input.Value()
}

// own reports whether saving goes into the file of the open preset.
func (s *saver) own() bool {
	at, known := s.m.library.placeOf(s.m.entry)
	return !s.beside && s.m.preset != "" && known && at.Name == s.place.Name && s.name() == s.m.entry.Name
}

// accept saves. The name of another preset needs enter twice.
func (s *saver) accept(m *Model) tea.Cmd {
	doc, name, own, over := m.doc, s.name(), s.own(), s.over
	a := alteration{place: s.place, saves: true, prompt: s, fault: s.refused(name), then: func(m *Model, made presets.Entry) tea.Cmd {
		m.closePrompt(s)
		m.opened = opened{made.Name, doc, made}
		return tea.Batch(m.say(note, "saved "+made.Name+" in "+homely(made.File)), m.keepDraft())
	}}
	switch {
	case own:
		opened := m.entry
		p := m.presetOf(opened.Preset, name)
		a.gone = opened
		a.do = func(in presets.Place) (presets.Entry, error) { return in.Update(opened, p) }
	case over != nil && over.Name == name:
		was := *over
		p := m.presetOf(was.Preset, name)
		a.gone = was
		a.do = func(in presets.Place) (presets.Entry, error) { return in.Update(was, p) }
	default:
		p := m.presetOf(m.entry.Preset, name)
		a.do = func(in presets.Place) (presets.Entry, error) { return in.Create(p) }
	}
	return m.alter(a)
}

// refused takes in why saving failed. A name that is taken is looked up, so
// that what would be lost can be shown.
func (s *saver) refused(name string) func(*Model, error) tea.Cmd {
	return func(m *Model, err error) tea.Cmd {
		s.hint = tts.Clean(err.Error())
		if !taken(err) {
			return nil
		}
		place := s.place
		return func() tea.Msg {
			e, err := place.Load(name)
			return takenMsg{s, e, err}
		}
	}
}

// takenMsg brings the preset that bears the name already.
type takenMsg struct {
	saver *saver
	entry presets.Entry
	err   error
}

func (m *Model) nameTaken(msg takenMsg) tea.Cmd {
	if s := msg.saver; msg.err == nil && s.name() == msg.entry.Name {
		s.over = &msg.entry
		s.hint = "there is one of this name: enter again replaces it"
	}
	return nil
}

// presetOf is the preset that saving writes: the settings of now, and of what
// was there its notes, its tags and what else it held. The script becomes the
// sample text only of a preset that has none: most saves are of settings.
func (m *Model) presetOf(was presets.Preset, name string) presets.Preset {
	p := was
	p.Name, p.Request = name, m.doc.request()
	if p.SampleText == "" {
		p.SampleText = m.doc.text
	}
	if len(presets.DiffRequests(was.Request, p.Request)) > 0 {
		p.HeardOn = nil // those were other settings
	}
	if on, heard := m.heardOn(); heard && sameVoices(m.sounding.doc, m.doc) {
		if !slices.Contains(p.HeardOn, on) {
			p.HeardOn = append(slices.Clip(p.HeardOn), on)
		}
	}
	return p
}

// heardOn is where the take that sounds was made.
func (m *Model) heardOn() (presets.Heard, bool) {
	switch s := m.sounding; {
	case s.timeline == nil:
		return presets.Heard{}, false
	case s.take != nil:
		return presets.Heard{Host: string(s.take.Host), Model: s.take.Request.Model}, true
	case s.timeline == s.arriving && s.speech != nil: // it could not be kept
		return presets.Heard{Host: string(s.speech.Host), Model: s.speech.Request.Model}, true
	}
	return presets.Heard{}, false
}

// stage says what saving will do, and its changes in sentences.
func (s *saver) stage() (title string, changes []string) {
	m := s.m
	var was presets.Preset
	switch there, exists := m.library.find(s.place.Name, s.name()); {
	case s.name() == "":
		return "type a name", nil
	case s.own():
		title, was = "saves over it; this changes:", m.entry.Preset
	case s.over != nil:
		title, was = "replaces the one that has this name; this changes:", s.over.Preset
	case exists:
		title, was = "another preset has this name; replacing it changes:", there.Preset
	case m.preset != "":
		title, was = "a new preset; it differs from "+m.preset+" in:", m.entry.Preset
	default:
		return "a new preset", nil
	}
	changes = savedChanges(was, m.presetOf(was, s.name()))
	if len(changes) == 0 {
		title = strings.TrimSuffix(title[:strings.LastIndexAny(title, ";:")], ";") + "; nothing differs"
		if s.own() {
			title = "nothing has changed since it was saved"
		}
	}
	return title, changes
}

// savedChanges says what becomes of a preset, its name aside.
func savedChanges(was, p presets.Preset) []string {
	fields := slices.DeleteFunc(presets.Diff(was, p), func(c presets.Change) bool { return c.Field == "heard_on" || c.Field == "name" })
	changes := presets.Sentences(fields)
	for _, on := range p.HeardOn {
		if !slices.Contains(was.HeardOn, on) {
			changes = append(changes, "heard on "+on.Host+" "+on.Model)
		}
	}
	return changes
}

// click chooses a folder.
func (s *saver) click(m *Model, x, y int) tea.Cmd {
	for i, chip := range s.chips() {
		if p := m.library.Places[i]; y == 2 && x >= chip.x+2 && x < chip.x+chip.w+2 {
			if m.library.closed[p.Name] {
				return m.say(note, p.Name+" cannot be written to: "+homely(p.Dir))
			}
			s.place, s.over, s.hint = p, nil, ""
		}
	}
	return nil
}

func (s *saver) wheel(int) {}

// chips are the folders as they stand on their line.
func (s *saver) chips() (chips []chip) {
	x := 4
	for i, p := range s.m.library.Places {
		w := paint.Width(p.Name) + 2
		chips = append(chips, chip{i, x, w})
		x += w + 1
	}
	return chips
}

func (s *saver) folderLine(t paint.Theme, w int) string {
	line := t.Dim.Render("in  ")
	for _, p := range s.m.library.Places {
		name := tts.Clean(p.Name)
		switch {
		case p.Name == s.place.Name:
			line += t.Marked.Render("["+name+"]") + " "
		case s.m.library.closed[p.Name]:
			line += t.Border.Struck().Render("("+name+")") + " "
		default:
			line += t.Dim.Render(" "+name+" ") + " "
		}
	}
	if paint.Width(line) > w {
		line = t.Dim.Render("in  ") + t.Marked.Render("["+tts.Clean(s.place.Name)+"]") + t.Dim.Render(fmt.Sprintf(" tab: %d more", len(s.m.library.Places)-1))
	}
	return line
}

func (s *saver) draw(t paint.Theme, w, h int) (string, *tea.Cursor) {
	wide := min(w-4, 84)
	inner := wide - 4
	line, caret := s.input.Draw(t, inner)
	lines := []string{line}
	if len(s.m.library.Places) > 1 {
		lines = append(lines, s.folderLine(t, inner))
	}
	title, changes := s.stage()
	lines = append(lines, "", t.Accent.Render(paint.Cut(tts.Clean(title), inner)))
	lines = append(lines, t.Bullets(changes, inner, max(1, min(h-12, 14)))...)
	hint := "enter saves; another name saves a new preset"
	if len(s.m.library.Places) > 1 {
		hint += "; tab chooses the folder"
	}
	style := t.Dim
	if s.hint != "" {
		hint, style = s.hint, t.Warning
	}
	lines = append(append(lines, ""), paint.Wrapped(hint, inner, 3, style.Render)...)
	return t.Frame(saveTitle, "esc closes", true, wide, len(lines)+2, lines), tea.NewCursor(2+caret, 1)
}

// numbered is a name with a number after it, cut so that both are legal.
func numbered(name string, n int) string {
	end := fmt.Sprintf(" %d", n)
	whole := []rune(name)
	return string(whole[:min(len(whole), presets.MaxName-len(end))]) + end
}
