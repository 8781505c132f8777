package dialog

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"voicestudio/presets"
	"voicestudio/tts"
	"voicestudio/ui/studio/edit"
	"voicestudio/ui/studio/paint"
)

// Saver asks under which name and in which folder to save, and shows what
// that changes in the preset that is there.
type Saver struct {
	lib   Library
	now   Present
	input edit.Field // the suggestion is selected: typing replaces it
	place presets.Place
	// over is a preset of this name that belongs to something else; enter
	// again replaces it.
	over *presets.Entry
	hint string
	// beside is set where the preset must get a new name.
	beside bool
	foot   hint
	short  bool // only the chosen folder is in sight, as it was drawn
	// takes is how often it shall speak then, to keep what it sounds like.
	takes int
	offer hint
}

// Save stores the work as a preset: into the file of Over, which is there,
// else into a new one.
type Save struct {
	Place presets.Place
	Name  string
	Over  *presets.Entry
	// Takes is how often it speaks then, to keep what it sounds like; 0: not at all.
	Takes int
}

// NewSaver suggests a name. beside is true where the preset must get a new
// one.
func NewSaver(lib Library, now Present, name string, beside bool) *Saver {
	s := &Saver{lib: lib, now: now, beside: beside, place: lib.Places[0]}
	open := now.Work.Opened()
	if at, known := lib.PlaceOf(open.Entry); known && !lib.Closed[at.Name] && open.Name != "" {
		s.place = at
	}
	if open.Entry.ReadOnly && !open.Entry.Starter || beside {
		name = lib.FreeName(s.place.Name, name)
	}
	s.input = edit.NewField(tts.Clean(name), "")
	s.input.Limit = presets.MaxName
	s.input.SelectAll()
	return s
}

// Refresh shows what is known of the folders now.
func (s *Saver) Refresh(lib Library) { s.lib = lib }

// Notice takes in what the rest of the studio shows.
func (s *Saver) Notice(now Present) { s.now = now }

// NextPlace goes on to the next folder that can be written to.
func (s *Saver) NextPlace(by int) Action {
	all := s.lib.Places
	at := slices.IndexFunc(all, func(p presets.Place) bool { return p.Name == s.place.Name })
	for range all {
		at = (at + by + len(all)) % len(all)
		if !s.lib.Closed[all[at].Name] {
			break
		}
	}
	if all[at].Name == s.place.Name {
		return Say{Text: say.saver.noOtherFolder}
	}
	s.into(all[at])
	return nil
}

func (s *Saver) into(p presets.Place) { s.place, s.over, s.hint = p, nil, "" }

// Type edits the name.
func (s *Saver) Type(msg tea.Msg) Action {
	before := s.input.Value()
	cmd := s.input.Update(msg)
	if s.input.Value() != before {
		s.over, s.hint = nil, ""
	}
	return run(cmd)
}

// Name is what the preset will be called. A field holds only what can be
// drawn, so an open preset's own name is taken as it is.
func (s *Saver) Name() string {
	if open := s.now.Work.Opened().Name; open != "" && s.input.Value() == tts.Clean(open) {
		return open
	}
	return s.input.Value()
}

// own reports whether saving goes into the file of the open preset.
func (s *Saver) own() bool {
	open := s.now.Work.Opened()
	at, known := s.lib.PlaceOf(open.Entry)
	return !s.beside && open.Name != "" && known && at.Name == s.place.Name && s.Name() == open.Entry.Name
}

// Accept saves. The name of another preset needs enter twice.
func (s *Saver) Accept() Action {
	a := Save{Place: s.place, Name: s.Name(), Takes: s.takes}
	if open := s.now.Work.Opened().Entry; s.own() {
		a.Over = &open
	} else if s.over != nil && s.over.Name == a.Name {
		a.Over = s.over
	}
	return a
}

// Refuse implements Asker.
func (s *Saver) Refuse(err error) { s.hint = sentence(err) }

// Taken shows the preset that has the name already: enter replaces it now.
func (s *Saver) Taken(e presets.Entry) {
	if s.Name() == e.Name {
		s.over = &e
		s.hint = say.saver.taken
	}
}

// stage says what saving will do, and its changes in sentences.
func (s *Saver) stage() (title string, changes []string) {
	var was presets.Preset
	nothing := ""
	open := s.now.Work.Opened()
	switch there, exists := s.lib.Find(s.place.Name, s.Name()); {
	case s.Name() == "":
		return say.saver.noName, nil
	case s.own():
		title, nothing, was = say.saver.itself, say.saver.itselfSame, open.Entry.Preset
	case s.over != nil:
		title, nothing, was = say.saver.over, say.saver.overSame, s.over.Preset
	case exists:
		title, nothing, was = say.saver.taking, say.saver.takingSame, there.Preset
	case open.Name != "":
		title, nothing, was = say.saver.freshUnlike(open.Name), say.saver.freshSame, open.Entry.Preset
	default:
		return say.saver.fresh, nil
	}
	changes = savedChanges(was, s.now.Work.Preset(was, s.Name(), s.now.Heard))
	if len(changes) == 0 {
		title = nothing
	}
	return title, changes
}

// savedChanges says what becomes of a preset, its name aside.
func savedChanges(was, p presets.Preset) []string {
	fields := slices.DeleteFunc(presets.Diff(was, p), func(c presets.Change) bool { return c.Field == "heard_on" || c.Field == "name" })
	changes := presets.Sentences(fields)
	for _, on := range p.HeardOn {
		if !slices.Contains(was.HeardOn, on) {
			changes = append(changes, say.saver.heardOn(on.Host, on.Model))
		}
	}
	return changes
}

// Click puts the caret there, chooses a folder, or presses a key of the hint.
func (s *Saver) Click(x, y int, double bool) Action {
	i := paint.ChipAt(s.chips(), x)
	switch {
	case y == 1:
		s.input.Point(x-2, double)
		return nil
	case y != 2 || len(s.lib.Places) < 2:
		if key := s.offer.at(x, y); key != nil {
			return key
		}
		return s.foot.at(x, y)
	case s.short:
		return s.NextPlace(1)
	case i < 0:
		return nil
	}
	p := s.lib.Places[i]
	if s.lib.Closed[p.Name] {
		return Say{Text: say.saver.closed(presets.FolderInWords(p.Name), Homely(p.Dir))}
	}
	s.into(p)
	return nil
}

// Typed reports whether the name is another one than was suggested.
func (s *Saver) Typed() bool { return s.input.Changed() }

// Wheel does nothing.
func (s *Saver) Wheel(int) {}

// chips are the folders as they stand on their line, from the box's edge.
func (s *Saver) chips() []paint.Chip {
	var names []string
	for _, p := range s.lib.Places {
		names = append(names, presets.FolderInWords(p.Name))
	}
	return paint.Chips(names, 2+paint.Width(say.saver.in)+2)
}

func (s *Saver) folderLine(t paint.Theme, w int) string {
	line := t.Dim.Render(say.saver.in + "  ")
	for _, p := range s.lib.Places {
		name := presets.FolderInWords(p.Name)
		switch {
		case p.Name == s.place.Name:
			line += t.Marked.Render("["+name+"]") + " "
		case s.lib.Closed[p.Name]:
			line += t.Dim.Struck().Render("("+name+")") + " "
		default:
			line += t.Dim.Render(" "+name+" ") + " "
		}
	}
	if s.short = paint.Width(line) > w; s.short {
		line = t.Dim.Render(say.saver.in+"  ") + t.Marked.Render("["+presets.FolderInWords(s.place.Name)+"]") + t.Dim.Render(" "+say.tabMore(len(s.lib.Places)-1))
	}
	return line
}

// Draw draws the box.
func (s *Saver) Draw(t paint.Theme, w, h int) (string, *tea.Cursor) {
	wide := min(w-4, 84)
	inner := wide - 4
	line, caret := s.input.Draw(t, inner)
	lines := []string{line}
	if len(s.lib.Places) > 1 {
		lines = append(lines, s.folderLine(t, inner))
	}
	title, changes := s.stage()
	lines = append(lines, "", t.Accent.Render(paint.Cut(title, inner)))
	lines = append(lines, t.Bullets(changes, inner, max(1, min(h-14, 14)))...)
	hint := say.saver.hint
	if len(s.lib.Places) > 1 {
		hint = say.saver.hintOfFolders
	}
	style := t.Dim
	if s.hint != "" {
		hint, style = s.hint, t.Warning
	}
	lines = append(lines, "")
	offer, ink := s.offered(t)
	lines = append(lines, s.offer.draw(offer, inner, 2, len(lines)+1, ink)...)
	lines = append(lines, s.foot.draw(hint, inner, 3, len(lines)+1, style)...)
	return t.Frame(say.saver.title, say.escCloses, true, wide, len(lines)+2, lines), tea.NewCursor(2+caret, 1)
}
