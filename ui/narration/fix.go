package narration

import (
	"context"
	"slices"
	"strings"

	"voicestudio/tts"
	"voicestudio/ui/session"
)

// A word is put right in all lines by another one in its place, see
// script.Script.Replace, or by Pronounced.

// Dictionary is the field of what Pronounced changes.
const Dictionary = "pronunciation_dict.tone"

// Pronounced has a word spoken as something else in all lines, by an entry in the
// dictionary of all and in those that lines have of their own. An entry that there is
// for the word gives way. The error is a *tts.Error.
func Pronounced(w Work, word, as string) (Work, error) {
	word, as = strings.TrimSpace(word), strings.TrimSpace(as)
	if word == "" || as == "" || strings.Contains(word, "/") {
		return w, tts.Wrong(Dictionary, say.fix.shape)
	}
	w.Request.PronunciationDict.Tone = with(w.Request.PronunciationDict.Tone, word, as)
	for i, l := range w.Lines {
		if own := l.Own; len(own.Set.PronunciationDict.Tone) > 0 {
			own.Set.PronunciationDict.Tone = with(own.Set.PronunciationDict.Tone, word, as)
			w.Script = w.SetOwn(i, own)
		}
	}
	return w, nil
}

func with(entries []string, word, as string) []string {
	entries = slices.Clone(entries)
	at := slices.IndexFunc(entries, func(e string) bool {
		known, _, _ := strings.Cut(e, "/")
		return strings.TrimSpace(known) == word
	})
	if at < 0 {
		return append(entries, word+"/"+as)
	}
	entries[at] = word + "/" + as
	return entries
}

// Consequences are the lines whose takes no longer do after a change, by their places
// in what is then, and what making them would cost. What was to be made before is
// none of them. The error is that of Look.
func Consequences(ctx context.Context, s *session.Session, before, after Work) (lines []int, b Bill, err error) {
	was, err := Look(ctx, s, before)
	if err != nil {
		return nil, Bill{}, err
	}
	current := map[string]bool{}
	for _, r := range was {
		current[r.ID] = r.State == Current
	}
	is, err := Look(ctx, s, after)
	if err != nil {
		return nil, Bill{}, err
	}
	var stale []Row
	for i, r := range is {
		if current[r.ID] && r.State != Current {
			lines, stale = append(lines, i), append(stale, r)
		}
	}
	return lines, BillOf(stale, false), nil
}
