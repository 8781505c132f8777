package narration

import (
	"strings"

	"voicestudio/tts/subtitles"
)

// Titles are the subtitles of a Whole, of which the lines' places are known: each
// line's by when its words are heard, without its sound tags and pauses. A line of
// which that is not known is one cue. They are written by subtitles.Write.
func Titles(places []Place, rows []Row, spoken func(line int) (Spoken, bool)) (all []subtitles.Cue) {
	for _, p := range places {
		s, known := spoken(p.Line)
		length := p.End - p.Begin
		cues := subtitles.Compose(s.Text, s.Words, s.Spans)
		if text := strings.Join(strings.Fields(spokenWords(rows[p.Line].Text)), " "); text != "" && (!known || s.Spans == nil && len(s.Words) > 0) {
			cues = []subtitles.Cue{{Text: text, Begin: p.From.Milliseconds(), End: (p.From + length).Milliseconds()}}
		}
		all = append(all, subtitles.Shift(subtitles.Cut(cues, p.From, p.From+length), p.Begin)...)
	}
	return all
}
