package library

import (
	"errors"
	"io/fs"
	"maps"
	"path/filepath"
	"slices"

	tea "charm.land/bubbletea/v2"

	"voicestudio/presets"
	"voicestudio/presets/team"
	"voicestudio/ui/studio/dialog"
	"voicestudio/ui/studio/document"
	"voicestudio/ui/studio/rooms"
	"voicestudio/ui/studio/rooms/listen"
	"voicestudio/ui/studio/watch"
)

// Outside is what others do in the folders: another studio, git, the command
// line.
type Outside struct {
	*rooms.Shared
	Takes   *listen.Takes
	Presets *Presets
	watch   *watch.Watch

	stamps map[string]presets.Stamp // of the files of presets, as this studio knows them; nil: not yet
	others map[string]bool          // files that others changed and nobody has looked at
	disk   disk                     // the open preset's file, as it was seen last
	told   toldOf
	owning int // writes of this studio of which it is not known yet how the files are
}

// disk is a preset's file as it is.
type disk struct {
	entry presets.Entry // its File is there when the file is gone, too
	gone  bool
	by    string // who changed it, where git knows
}

// toldOf keeps whether the open preset is another on disk, while nothing changes.
type toldOf struct {
	revision uint64
	at       int
	news     bool
	looks    int
}

// ChangedMsg tells in which folders something has changed.
type ChangedMsg struct{ dirs []string }

// In reports whether a folder is one of them.
func (m ChangedMsg) In(dir string) bool { return slices.Contains(m.dirs, filepath.Clean(dir)) }

// SeenMsg brings the files of presets as they are now.
type SeenMsg struct {
	stamps map[string]presets.Stamp
	of     document.Opened // that was looked for
	disk   disk
}

// Begin watches the folders of takes and of presets.
func (r *Outside) Begin() tea.Cmd {
	dirs := []string{r.Session.Takes().Dir, r.Session.Auditions().Dir}
	for _, p := range r.Presets.Places {
		dirs = append(dirs, p.Dir)
	}
	r.watch = watch.Folders(r.Ctx, dirs...)
	return r.next()
}

func (r *Outside) next() tea.Cmd {
	return func() tea.Msg {
		if dirs := r.watch.Next(r.Ctx); dirs != nil {
			return ChangedMsg{dirs}
		}
		return nil
	}
}

// Changed looks at what has changed, and goes on watching.
func (r *Outside) Changed(msg ChangedMsg) tea.Cmd {
	cmds := []tea.Cmd{r.next()}
	looked := false
	for _, dir := range msg.dirs {
		switch {
		case dir == filepath.Clean(r.Session.Takes().Dir):
			cmds = append(cmds, r.Takes.Look())
		case dir == filepath.Clean(r.Session.Auditions().Dir): // is the bench's
		case !looked:
			looked = true
			cmds = append(cmds, r.look())
		}
	}
	return tea.Batch(cmds...)
}

// look reads the open preset's file, and when every other was written.
func (r *Outside) look() tea.Cmd {
	library, of, ctx := r.Presets.Library.Library, r.Work.Opened(), r.Ctx
	place, _ := r.Presets.PlaceOf(of.Entry)
	return func() tea.Msg {
		msg := SeenMsg{stamps: library.Stamps(), of: of}
		if of.Entry.File == "" {
			return msg
		}
		var err error
		msg.disk.entry, err = presets.LoadFile(of.Entry.File, place.Known...)
		switch {
		case errors.Is(err, fs.ErrNotExist):
			msg.disk.gone = true
		case err != nil: // half a merge, say: what is open stays
			msg.disk.entry = of.Entry
		case len(presets.Diff(of.Entry.Preset, msg.disk.entry.Preset)) > 0:
			known, _ := team.Git(ctx, filepath.Dir(of.Entry.File))
			if t := known[filepath.Base(of.Entry.File)]; t.Committed {
				msg.disk.by = t.Author
			}
		}
		msg.disk.entry.File, msg.disk.entry.Folder = of.Entry.File, of.Entry.Folder
		return msg
	}
}

// Seen takes in what others have changed. While this studio writes a preset
// itself, it is looked at once more after that.
func (r *Outside) Seen(msg SeenMsg) tea.Cmd {
	if now := r.Work.Opened().Entry; r.Presets.Altering || r.owning > 0 || now.File != msg.of.Entry.File {
		return r.look()
	}
	r.disk = msg.disk
	r.told.looks++
	if r.stamps == nil {
		r.stamps = msg.stamps
		return nil
	}
	before := len(r.others)
	for file, stamp := range msg.stamps {
		if r.stamps[file] != stamp {
			r.otherwise(file)
		}
	}
	for file := range r.stamps {
		if _, there := msg.stamps[file]; !there {
			r.otherwise(file)
		}
	}
	changed := len(r.others) > before
	r.stamps = msg.stamps
	if r.Presets.Shelf == nil || !changed {
		return nil
	}
	return r.Presets.Read()
}

// otherwise notes a file that another one changed; the open one is told apart.
func (r *Outside) otherwise(file string) {
	if file == r.Work.Opened().Entry.File {
		return
	}
	if r.others == nil {
		r.others = map[string]bool{}
	}
	r.others[file] = true
}

// Own takes in what this studio has written: nobody else did.
func (r *Outside) Own(msg AlteredMsg) tea.Cmd {
	if msg.err != nil {
		return nil
	}
	if r.disk.entry.File != "" && msg.made.File == r.disk.entry.File {
		r.disk = disk{entry: msg.made}
	}
	files := []string{msg.made.File, msg.gone.File}
	if msg.files != nil {
		files = append(files, *msg.files...)
	}
	library := r.Presets.Library.Library
	r.owning++
	return func() tea.Msg { return OwnMsg{files, library.Stamps()} }
}

// OwnMsg brings how files are that this studio has written.
type OwnMsg struct {
	files  []string
	stamps map[string]presets.Stamp
}

// Owned keeps that for what is known.
func (r *Outside) Owned(msg OwnMsg) {
	r.owning--
	for _, file := range msg.files {
		stamp, there := msg.stamps[file]
		if there && r.stamps != nil {
			r.stamps[file] = stamp
		} else {
			delete(r.stamps, file)
		}
		delete(r.others, file)
	}
}

// Looked forgets the presets that others changed once their list is in sight.
func (r *Outside) Looked() {
	if r.Presets.Browser() != nil {
		r.others = nil
	}
}

// opened reports whether the open preset is another on disk.
func (r *Outside) opened() bool {
	t := &r.told
	if t.revision != r.Work.Revision() || t.at != t.looks {
		o := r.Work.Opened().Entry
		t.revision, t.at = r.Work.Revision(), t.looks
		t.news = o.File != "" && o.File == r.disk.entry.File && (r.disk.gone || len(presets.Diff(o.Preset, r.disk.entry.Preset)) > 0)
	}
	return t.news
}

// News says what others have changed and nobody has looked at; empty where
// there is nothing.
func (r *Outside) News() string {
	switch narrow := r.Layout.W < 100; { // the name stands in the header already
	case r.opened() && r.disk.gone && narrow:
		return Say.outside.removedOutside
	case r.opened() && narrow:
		return Say.outside.changedOutside
	case r.opened() && r.disk.gone:
		return Say.outside.removed(r.Work.Opened().Name)
	case r.opened():
		return Say.outside.changed(r.Work.Opened().Name, r.disk.by)
	case len(r.others) > 0:
		return Say.outside.others(len(r.others))
	}
	return r.Takes.News()
}

// NoNews says why there is nothing to show.
func (r *Outside) NoNews() string {
	if r.News() == "" {
		return Say.outside.nothing
	}
	return ""
}

// Show offers what others have changed: the open preset first, then the other
// ones, then the takes.
func (r *Outside) Show() tea.Cmd {
	switch {
	case r.opened():
		o := r.Work.Opened()
		changed := &presets.Changed{File: o.Entry.File, Base: o.Entry.Preset, Mine: r.Work.Preset(o.Entry.Preset, o.Entry.Name, nil), Theirs: r.disk.entry.Preset, Gone: r.disk.gone}
		r.Push(dialog.NewOutside(changed), rooms.InClash)
		return nil
	case len(r.others) > 0:
		changed := slices.Sorted(maps.Keys(r.others))
		r.others = nil
		for _, file := range changed {
			if _, there := r.stamps[file]; there {
				return r.Presets.Show(file)
			}
		}
		return r.Presets.OpenPresets()
	}
	return r.Takes.ShowNews()
}

// Resolve does what was answered; nothing is written. What was on the screen
// comes back with undo.
func (r *Outside) Resolve(a dialog.Resolve) tea.Cmd {
	r.Shut(a.Clash)
	theirs, name := r.disk.entry, r.disk.entry.Name
	switch {
	case r.disk.gone && a.Answer == dialog.Take:
		r.Work.Close()
		return r.Say(rooms.Note, Say.outside.letGo)
	case r.disk.gone:
		r.disk = disk{}
		r.told.looks++
		return r.Say(rooms.Note, Say.outside.writtenAgain)
	case a.Answer == dialog.Take:
		r.Work.Rebase(theirs, r.Work.Preview(theirs.Preset), r.Now())
		return r.Say(rooms.Note, Say.outside.taken(name))
	case a.Answer == dialog.Merge:
		r.Work.Rebase(theirs, r.Work.Preview(a.Clash.Merged), r.Now())
		return r.Say(rooms.Note, Say.outside.merged(name))
	}
	r.Work.Rebase(theirs, r.Work.Doc(), r.Now())
	return r.Say(rooms.Note, Say.outside.kept(name))
}

// Ready reports whether the files of presets are known as they were at the
// start.
func (r *Outside) Ready() bool { return r.stamps != nil }
