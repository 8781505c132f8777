package narration

import (
	"voicestudio/tts/lines"
	"voicestudio/tts/subtitles"
)

// Titles are the subtitles of a Whole, of which the lines' places are known: each
// line's by when its words are heard, without its sound tags and pauses. Where that is
// not known of a line they are spread over it. They are written by subtitles.Write.
func Titles(places []Place, rows []Row, spoken func(line int) (Spoken, bool)) (all []subtitles.Cue) {
	for _, p := range places {
		from, to := p.From, p.From+p.End-p.Begin
		s, known := spoken(p.Line)
		if !known || s.Spans == nil {
			s.Text = rows[p.Line].Take.Request.Text
			s.Words = lines.Words(s.Text)
			s.Spans, _ = subtitles.Place(s.Text, s.Words, []subtitles.Cue{{Text: s.Text, Begin: from.Milliseconds(), End: to.Milliseconds()}})
		}
		cues := subtitles.Compose(s.Text, s.Words, s.Spans)
		all = append(all, subtitles.Shift(subtitles.Cut(cues, from, to), p.Begin)...)
	}
	return all
}
