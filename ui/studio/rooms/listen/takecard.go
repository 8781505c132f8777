package listen

import (
	"strings"

	"voicestudio/presets"
	"voicestudio/tts"
	"voicestudio/ui/session"
	"voicestudio/ui/studio/edit"
	"voicestudio/ui/studio/paint"
	"voicestudio/ui/studio/rooms"
)

// The card is there where the takes are given this much, and has a height of its
// own, so that the list stands still while the cursor moves.
const (
	cardWidth  = 50
	cardHeight = 20
	cardFrom   = 44 // the height that list, card and comparison have together
)

// card is the area, at the end of the list's, of what is known of the take under
// the cursor.
func (r *Takes) card(at, list rooms.Rect) rooms.Rect {
	if at.W < cardWidth || at.H < cardFrom || len(r.shown) == 0 || list.H < cardHeight+leastTakes {
		return rooms.Rect{}
	}
	return rooms.Rect{X: at.X, Y: list.Y + list.H - cardHeight, W: at.W, H: cardHeight}
}

// drawCard tells all that is known of the take that is meant.
func (r *Takes) drawCard(at rooms.Rect) string {
	row := r.shown[min(r.Cursor(), len(r.shown)-1)]
	inner := at.Inner()
	return r.Theme.Frame(Say.card.title, Say.Takes.Take(row.Number), false, at.W, at.H, r.told(row, inner.W, inner.H))
}

// told is what is known of a take, each with a label, in at most h lines.
func (r *Takes) told(row *takeRow, w, h int) (lines []string) {
	t, said := r.Theme, Say.card
	label := paint.Widest(9, 16, said.words, said.voice, said.settings, said.note, said.tags, said.preset, said.made, said.cost, said.length, said.sounds, said.timing) + 1
	fact := func(name, text string, most int, ink paint.Ink) {
		for i, line := range paint.Wrapped(tts.Clean(text), w-label, most, ink.Render) {
			if i > 0 {
				name = ""
			}
			lines = append(lines, t.Dim.Render(paint.Fit(name, label))+line)
		}
	}
	fact(said.words, edit.Shown(row.Request.Text), 4, t.Text)
	fact(said.voice, presets.VoicesInWords(row.Request.Voices()), 2, t.Text)
	var set []string
	var bare tts.Request
	bare.SetVoices(row.Request.Voices())
	for _, d := range settings(bare, row.Request) {
		set = append(set, d.Short)
	}
	fact(said.settings, tts.Listed(set...), 4, t.Text)
	fact(said.note, row.Note, 3, t.Text)
	fact(said.tags, strings.Join(tagged(row.Tags), " "), 1, t.Text)
	fact(said.preset, row.Preset, 1, t.Text)
	lines = append(lines, "")
	host, _ := tts.HostAt(row.Host)
	fact(said.made, said.at(session.Lately(row.Time, r.Now()), host.Title, row.Model), 2, t.Text)
	cost := session.Cost(row.Host, row.Price)
	if n := row.UsageCharacters; n != nil {
		cost = said.billed(*n, cost)
	}
	fact(said.cost, cost, 1, t.Text)
	if length := session.Length(row.Take); length != "" {
		fact(said.length, said.sound(length, row.Request.AudioFormat()), 1, t.Text)
	}
	fact(said.sounds, r.sounding(row), 2, t.Text)
	var way []string
	came := func(what string, ms *int64) {
		if ms != nil {
			way = append(way, said.came(what, *ms))
		}
	}
	if row.Timing != nil {
		came(Say.timing.firstByte, row.Timing.FirstByteMS)
	}
	came(Say.timing.firstAudio, row.FirstChunkMS)
	came(Say.timing.audible, row.AudibleMS)
	fact(said.timing, strings.Join(way, " · "), 3, t.Text)
	return lines[:min(len(lines), h)]
}

// tagged writes tags as they are searched for.
func tagged(tags []string) (all []string) {
	for _, tag := range tags {
		all = append(all, "#"+tts.Clean(tag))
	}
	return all
}
