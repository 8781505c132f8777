package studio

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"

	tea "charm.land/bubbletea/v2"

	"voicestudio/tts"
	"voicestudio/tts/takes/disk"
	"voicestudio/ui/session"
	"voicestudio/ui/studio/paint"
)

// draftFile is where the draft is kept. Several studios may have begun with
// the same file: the first to change something keeps it, every other one then
// goes on in a file of its own beside it, and one that changed nothing writes
// nothing. Its methods may be called from any goroutine.
type draftFile struct {
	mu   sync.Mutex
	base string // of the names of all studios' drafts
	path string // of this one's
	// known is what was in the file when this studio read or wrote it last;
	// nil: there was none.
	known []byte
	kept  []byte // the draft as it was shown first or written last
	next  draft  // as it is now
}

// begin takes what is on the screen at the start for what is in the file.
func (f *draftFile) begin(base, path string, known []byte, shown draft) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.base, f.path, f.known, f.next = base, path, known, shown
	f.kept, _ = shown.encode()
}

// note says what is to be kept from now on.
func (f *draftFile) note(d draft) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.next = d
}

// write keeps the draft. aside is the new file where the old one has become
// another studio's.
func (f *draftFile) write() (aside string, err error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	b, err := f.next.encode()
	if err != nil || bytes.Equal(b, f.kept) {
		return "", err
	}
	dir := filepath.Dir(f.path)
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return "", err
	}
	defer lockSoon(dir)()
	now, err := os.ReadFile(f.path)
	if err == nil && !bytes.Equal(now, f.known) && !bytes.Equal(now, b) {
		f.path = freeDraft(f.base)
		aside = f.path
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return "", err
	}
	defer root.Close()
	if err := disk.Replace(root, filepath.Base(f.path), b, 0o600); err != nil {
		return "", err
	}
	f.known, f.kept = b, b
	return aside, nil
}

func (f *draftFile) file() string {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.path
}

// lockSoon locks a folder, but not at any price: another studio that was
// suspended in the middle of a write must not keep this one from ending.
func lockSoon(dir string) (unlock func()) {
	for range 50 {
		unlock, err := disk.TryLock(dir)
		switch {
		case err != nil:
			return func() {}
		case unlock != nil:
			return unlock
		}
		time.Sleep(10 * time.Millisecond)
	}
	return func() {}
}

func (d draft) encode() ([]byte, error) {
	if d.Preset != "" {
		d.Base, _ = d.entry.Encode() // what was read can be written
	}
	b, err := json.MarshalIndent(d, "", "  ")
	return append(b, '\n'), err
}

// draftName is the file of the n-th studio's draft: draft.json, draft-2.json.
func draftName(base string, n int) string {
	if n == 1 {
		return base
	}
	ext := filepath.Ext(base)
	return fmt.Sprintf("%s-%d%s", strings.TrimSuffix(base, ext), n, ext)
}

func freeDraft(base string) string {
	for n := 2; ; n++ {
		name := draftName(base, n)
		if _, err := os.Lstat(name); errors.Is(err, fs.ErrNotExist) {
			return name
		}
	}
}

// keptDraft is a draft on disk.
type keptDraft struct {
	file string
	time time.Time
}

// draftsAt are the drafts that studios have left, the newest first.
func draftsAt(base string) (found []keptDraft) {
	dir, ext := filepath.Dir(base), filepath.Ext(base)
	entries, _ := os.ReadDir(dir) // without a folder there are none
	for _, entry := range entries {
		name := filepath.Join(dir, entry.Name())
		_, n, _ := strings.Cut(strings.TrimSuffix(entry.Name(), ext), "-")
		if number, err := strconv.Atoi(n); name != filepath.Clean(base) && (err != nil || draftName(filepath.Clean(base), number) != name) {
			continue
		}
		if info, err := os.Stat(name); err == nil && info.Mode().IsRegular() {
			found = append(found, keptDraft{name, info.ModTime()})
		}
	}
	slices.SortStableFunc(found, func(a, b keptDraft) int { return b.time.Compare(a.time) })
	return found
}

// otherDrafts are those that are not this studio's.
func (m *Model) otherDrafts() []keptDraft {
	own := m.draft.file.file()
	return slices.DeleteFunc(draftsAt(m.drafts), func(d keptDraft) bool { return d.file == own })
}

func noOtherDraft(m *Model) string {
	if m.drafts == "" || len(m.otherDrafts()) == 0 {
		return "there is no draft of another studio"
	}
	return ""
}

// pickDraft lists the drafts of other studios by how they begin.
func (m *Model) pickDraft() tea.Cmd {
	var items []item
	for _, kept := range m.otherDrafts() {
		it := item{title: filepath.Base(kept.file), right: session.When(kept.time), value: kept.file}
		d, err := readDraft(kept.file)
		if err != nil {
			it.off = homely(kept.file) + " cannot be read: " + err.Error()
		} else if it.title = beginning(d.Text); it.title == "" {
			it.title, it.detail = "no words", voiceNames(document{settings: d.Settings, voices: d.Voices}.request())
		}
		items = append(items, it)
	}
	m.push(newPicker("Drafts of other studios", "enter shows it in place of this one; alt+z comes back", items, func(m *Model, it item) tea.Cmd {
		m.pop()
		return m.takeDraft(it.value.(string))
	}))
	return nil
}

// takeDraft shows another studio's draft. Its file goes once its words are in
// this studio's own.
func (m *Model) takeDraft(file string) tea.Cmd {
	d, err := readDraft(file)
	if err != nil {
		return m.fail(err)
	}
	doc := document{settings: d.Settings, voices: d.Voices, text: tts.Plain(d.Text)}
	m.change(doc, "opening another draft")
	m.show(doc)
	m.draft.file.note(m.snapshot())
	keep := func() tea.Msg {
		aside, err := m.draft.file.write()
		if err == nil {
			err = os.Remove(file)
		}
		return draftWrittenMsg{err, aside}
	}
	return tea.Batch(keep, m.say(note, "this is the other draft; alt+z comes back"))
}

func readDraft(file string) (d draft, err error) {
	b, err := os.ReadFile(file)
	if err == nil {
		err = json.Unmarshal(tts.TrimBOM(b), &d)
	}
	return d, err
}

// beginning is how a text begins, in one line.
func beginning(text string) string {
	return paint.Cut(strings.Join(strings.Fields(paint.Clean(text)), " "), 48)
}
