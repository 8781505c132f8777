package tts

import "strings"

// Meant puts the name that a mistyped word probably means before the cure, if one of
// the names is like it.
func Meant(word string, names []string, s Said) Said {
	if like := Nearest(word, names); like != "" && like != word {
		s.Cure = say.meant(like, s.Cure)
	}
	return s
}

// likeVoice is the voice of the catalogue that a mistyped id probably means. Whoever
// clones a voice names it as they like, so no more than two letters may be others, or
// the case.
func likeVoice(id string) string {
	const most = 2
	if len(id) > 100 {
		return ""
	}
	best, least := "", most+1
	low := strings.ToLower(strings.TrimSpace(id))
	for _, v := range Voices() {
		if abs := len(v.ID) - len(id); abs > most || abs < -most {
			continue
		}
		if d := distance(low, strings.ToLower(v.ID)); d < least {
			best, least = v.ID, d
		}
	}
	return best
}
