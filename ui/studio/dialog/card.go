package dialog

import (
	"path/filepath"
	"strings"

	"voicestudio/presets"
	"voicestudio/tts"
	"voicestudio/ui/session"
	"voicestudio/ui/studio/edit"
	"voicestudio/ui/studio/paint"
)

// card tells all of a preset in at most h lines of w cells: what it is, what
// opening it would change, and then, with labels, what is known of it.
func (b *Browser) card(t paint.Theme, e *presets.Entry, w, h int) []string {
	lines := paint.Wrapped(tts.Clean(e.Name), w, 2, t.Strong.Render)
	add := func(text string, most int, ink paint.Ink) {
		lines = append(lines, paint.Wrapped(tts.Clean(text), w, most, ink.Render)...)
	}
	add(TagLine(e.Tags), 2, t.Dim)
	add(string(e.Request.Model), 1, t.Dim)
	add(presets.VoicesInWords(e.Request.Voices()), 4, t.Text)
	add(strings.Join(b.differs.settings, " · "), 4, t.Text)
	known := b.known(t, e, w)
	lines = append(lines, "")
	lines = append(lines, b.difference(t, e, w, max(2, h-len(lines)-1-len(known)))...)
	lines = append(append(lines, ""), known...)
	return lines[:min(len(lines), h)]
}

// known is what is known of a preset beside its settings, each with a label.
func (b *Browser) known(t paint.Theme, e *presets.Entry, w int) (lines []string) {
	const label = 10
	fact := func(name, text string, most int, ink paint.Ink) {
		for i, line := range paint.Wrapped(tts.Clean(text), w-label, most, ink.Render) {
			if i > 0 {
				name = ""
			}
			lines = append(lines, t.Dim.Render(paint.Fit(name, label))+line)
		}
	}
	fact(say.detail.notes, e.Notes, 4, t.Text)
	fact(say.detail.spoken, edit.Shown(e.SampleText), 3, t.Text)
	fact(say.detail.duels, b.won(e), 2, t.Good)
	if e.Starter {
		fact(say.detail.file, say.detail.starter, 3, t.Dim)
		return lines
	}
	who, saved, edited := b.who(e)
	if who == "" {
		who, saved = saved, ""
	}
	fact(say.detail.changed, who, 3, t.Text)
	fact("", saved, 1, t.Dim)
	fact("", edited, 3, t.Accent)
	fact(say.detail.heard, tts.Listed(heardOn(e)...), 2, t.Text)
	sounded := say.sounded.label
	for _, f := range b.sounded(t, e) {
		fact(sounded, f.text, 3, f.ink)
		sounded = ""
	}
	fact(say.detail.file, where(e, Base(e.File)), 4, t.Text)
	fact("", Homely(filepath.Dir(e.File)), 4, t.Dim)
	looked, known := b.closer[e.File]
	for _, f := range looked.findings[:min(len(looked.findings), 4)] {
		ink := t.Warning
		if f.Level == presets.LintError {
			ink = t.Failure
		}
		fact(say.detail.check, "! "+Wrong(f), 3, ink)
		fact("", f.Cure, 2, t.Dim)
	}
	if known && len(looked.findings) == 0 {
		fact(say.detail.check, say.detail.nothingWrong, 1, t.Good)
	}
	return lines
}

// won says what a preset has won in duels.
func (b *Browser) won(e *presets.Entry) string {
	won := b.lib.Wins[e.Name]
	if len(won) == 0 {
		return ""
	}
	return say.detail.won(won[0].Won, won[0].Of, session.Lately(won[0].At, b.now.Now), len(won))
}

// who says who committed a preset last, and saved when it was stored, where that
// is not the same; edited is what the commit changed.
func (b *Browser) who(e *presets.Entry) (who, saved, edited string) {
	tracked, inGit := b.lib.Git[e.File]
	switch {
	case inGit && tracked.Author != "":
		who = say.detail.commit(tracked.Author, session.Lately(tracked.Time, b.now.Now), tracked.Subject)
		if !tracked.Committed {
			who = say.detail.changedSince(who)
		} else if c := b.closer[e.File]; c.edit.By == tracked.Author {
			edited = strings.Join(presets.Sentences(c.edit.Changes), " · ")
		}
	case inGit:
		who = say.detail.notCommitted
	}
	if (who == "" || !tracked.Committed) && !e.Updated.IsZero() {
		saved = say.detail.saved(session.Lately(e.Updated, b.now.Now))
	}
	return who, saved, edited
}

// Wrong says what is wrong with a preset, with the name of the setting.
func Wrong(f presets.Finding) string {
	if name := presets.Label(f.Field); f.Field != "" && !strings.Contains(f.Message, name) {
		return tts.About(name, tts.Clean(f.Message))
	}
	return tts.Clean(f.Message)
}

// where says in which folder a preset's file lies, and what is particular about
// that.
func where(e *presets.Entry, file string) string {
	where := say.detail.place(presets.FolderInWords(e.Folder), file)
	if e.Notice != "" {
		return tts.Further(e.Notice, where)
	} else if e.ReadOnly {
		return tts.Further(say.detail.readOnly, where)
	}
	return where
}

// heardOn are the hosts and models on which a preset was heard.
func heardOn(e *presets.Entry) (names []string) {
	for _, on := range e.HeardOn {
		names = append(names, on.Host+" "+on.Model)
	}
	return names
}
