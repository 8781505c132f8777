package session

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"voicestudio/tts"
	"voicestudio/tts/speak"
	"voicestudio/tts/takes"
)

// Make speaks a request to its end and returns its take, whole. begun is told once
// audio comes, which can be heard while it grows. The error is that of Speak, why
// not all came, or why it could not be kept; Stopped where ctx has ended.
func (s *Session) Make(ctx context.Context, ask speak.Ask, agreed Consent, begun func(*speak.Speech)) (*speak.Speech, *takes.Take, error) {
	speech, err := s.Speak(ctx, ask, agreed)
	if err == nil {
		begun(speech)
		<-speech.Done()
		take, kept := speech.Take()
		if err = cmp.Or(speech.Err(), kept); err == nil {
			return speech, &take, nil
		}
	}
	if ctx.Err() != nil {
		err = tts.Stopped(err)
	}
	return speech, nil, err
}

// RefusesAll reports whether it is the key or the account that a host does not
// accept, so that every other request would meet the same.
func RefusesAll(e *tts.Error) bool {
	if e.Kind != tts.KindRefused {
		return false
	}
	whole := []string{"1004", "1008", "1028", "1030", "2049", "2053", "2056", "HTTP 401", "HTTP 403"}
	begin := []string{"InvalidApiKey", "INVALID_API_KEY", "MISSING_API_KEY", "Arrearage", "BILLING", "NEED_REAL_NAME_VERIFY"}
	return slices.Contains(whole, e.Code) || slices.ContainsFunc(begin, func(b string) bool { return strings.HasPrefix(e.Code, b) })
}
