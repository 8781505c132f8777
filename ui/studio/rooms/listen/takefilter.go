package listen

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"voicestudio/tts"
	"voicestudio/ui/studio/dialog"
	"voicestudio/ui/studio/paint"
	"voicestudio/ui/studio/rooms"
)

// filter says which takes the list shows. Marks, and what sounds, are not
// touched by it.
type filter struct {
	kept filterKind
	text string // that is looked for
}

type filterKind int

const (
	allTakes filterKind = iota
	starredTakes
	scriptTakes // of the words in the script
	presetTakes // of the open preset
	foundTakes  // in which a text stands
)

// sieve is all that the choice of takes depends on.
type sieve struct {
	filter
	rev      int
	script   string
	settings uint64
}

// sift chooses the takes that are shown, where anything that decides on it has
// changed. The cursor stays on its take, or near it.
func (l *TakeList) sift() {
	now := sieve{filter: l.filter, rev: l.Rev}
	switch l.kept {
	case scriptTakes:
		now.script = l.Of.Doc().Text
	case presetTakes:
		now.settings = l.Of.Work.Settings()
	case allTakes, starredTakes, foundTakes:
	}
	if l.sieve == now && l.shown != nil {
		return
	}
	var under *takeRow
	if l.Cursor() < len(l.shown) {
		under = l.shown[l.Cursor()]
	}
	l.sieve, l.shown = now, []*takeRow{}
	for _, row := range l.Rows {
		if l.fits(row) {
			l.shown = append(l.shown, row)
		}
	}
	l.Count(len(l.shown))
	if at := slices.Index(l.shown, under); at >= 0 {
		l.To(at)
	}
}

// fits reports whether the filter lets a take through.
func (l *TakeList) fits(row *takeRow) bool {
	if l.Masked(row.Take) {
		return false
	}
	switch l.kept {
	case allTakes:
	case starredTakes:
		return row.Starred
	case scriptTakes:
		return row.Request.Text == l.Of.Request().Text
	case presetTakes:
		open := l.Of.Work.Opened()
		if row.Preset != "" {
			return row.Preset == open.Name
		}
		as := row.Request // of before takes knew their preset
		as.Text = ""
		return as.Equal(open.Saved.Request())
	case foundTakes:
		all := row.searched()
		return !slices.ContainsFunc(strings.Fields(strings.ToLower(l.text)), func(word string) bool { return !strings.Contains(all, word) })
	}
	return true
}

// searched is what of a take can be found: words, voices, settings, note, tags,
// preset and host.
func (r *takeRow) searched() string {
	if r.words == "" {
		parts := []string{r.Request.Text, r.Note, r.Preset, string(r.Host), r.Model}
		for _, t := range described(r.Take) {
			parts = append(parts, t.whole())
		}
		for _, v := range r.Request.Voices() {
			parts = append(parts, v.VoiceID)
		}
		for _, tag := range r.Tags {
			parts = append(parts, "#"+tag)
		}
		r.words = strings.ToLower(strings.Join(parts, "\n"))
	}
	return r.words
}

// NextFilter shows the starred takes, those of this script, those of this
// preset, or all again.
func (r *Takes) NextFilter() tea.Cmd {
	next := r.kept + 1
	if next == presetTakes && r.Work.Opened().Name == "" || next > presetTakes {
		next = allTakes
	}
	r.filterBy(filter{kept: next})
	return nil
}

func (r *Takes) filterBy(f filter) {
	r.filter = f
	r.sift()
	r.LeaveSide()
}

// FindTakes asks for a text that the takes shown must have in them.
func (r *Takes) FindTakes() tea.Cmd {
	r.Push(dialog.NewPrompt(Say.Takes.find, Say.Takes.findHint, r.text, func(text string) dialog.Action {
		return dialog.Chosen{Action: dialog.FindTakes{Text: text}}
	}), rooms.InPrompt)
	return nil
}

// Found shows the takes that have a text in them; all where there is none.
func (r *Takes) Found(text string) {
	if text = strings.TrimSpace(text); text == "" {
		r.filterBy(filter{})
		return
	}
	r.filterBy(filter{foundTakes, text})
}

// filtered names the filter, and says how many takes of how many it shows, as
// far as w cells allow.
func (l *TakeList) filtered(w int) string {
	l.sift()
	if len(l.Rows) == 0 {
		return ""
	}
	all, n := l.Rows[0].Number, len(l.shown)
	name := rooms.Say.Screen.Quoted(paint.Cut(tts.Clean(l.text), 12))
	if l.kept != foundTakes {
		name = Say.Takes.filters[l.kept]
	}
	said := Say.Takes.of(name, n, all)
	switch {
	case l.kept == allTakes:
		return Say.Takes.all(all)
	case paint.Width(said) > w:
		return Say.Takes.some(name, n)
	}
	return said
}
