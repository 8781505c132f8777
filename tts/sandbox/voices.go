package sandbox

import (
	"net/http"
	"slices"

	"voicestudio/tts"
)

// listed is a voice as get_voice lists it.
type listed struct {
	VoiceID     string   `json:"voice_id"`
	VoiceName   string   `json:"voice_name,omitempty"`
	Description []string `json:"description"`
	CreatedTime string   `json:"created_time"`
}

// cloned and designed are the voices that an account has made: pretended, but
// they are spoken like any other.
var (
	cloned = []listed{{"sandbox_clone_001", "", []string{"A cloned voice of the sandbox."}, "2026-01-15"}}
	design = []listed{{"sandbox_design_001", "", []string{"A calm woman in her forties, made from this description."}, "2026-02-20"}}
)

// speaks reports whether a voice id is known.
func speaks(id string) bool {
	_, known := tts.FindVoice(id)
	own := func(v listed) bool { return v.VoiceID == id }
	return known || slices.ContainsFunc(cloned, own) || slices.ContainsFunc(design, own)
}

// ownSources are those of the catalogue's ids that MiniMax itself lists. The
// others are spoken, and not listed: live, 332 were on 2026-09-14.
var ownSources = []string{tts.FromGetVoice, tts.FromFAQ, tts.FromReference}

func system() (list []listed) {
	for _, v := range tts.Voices() {
		if !slices.Contains(ownSources, v.Source) {
			continue
		}
		description := []string{}
		if v.Language != "" {
			description = append(description, v.Language)
		}
		if v.Gender != "" {
			description = append(description, v.Gender)
		}
		list = append(list, listed{v.ID, v.Title(), description, "1970-01-01"})
	}
	return list
}

// getVoice answers MiniMax's list of voices.
func getVoice(x *exchange) error {
	var asked struct {
		VoiceType string `json:"voice_type"`
	}
	ok, err := x.read(func(body []byte) error { return parse(body, &asked) })
	if !ok {
		return err
	}
	if f := x.faults; f.code != 0 {
		return x.fail(f.code)
	}
	if !slices.Contains([]string{"system", "voice_cloning", "voice_generation", "all"}, asked.VoiceType) {
		return x.refuse(2013, invalid("voice_type"))
	}
	of := func(kind string, list []listed) []listed {
		if asked.VoiceType == kind || asked.VoiceType == "all" {
			return list
		}
		return []listed{}
	}
	return x.whole(http.StatusOK, document(struct {
		System     []listed `json:"system_voice"`
		Cloning    []listed `json:"voice_cloning"`
		Generation []listed `json:"voice_generation"`
		Music      []listed `json:"music_generation"`
		Slots      []listed `json:"voice_slots"`
		BaseResp   baseResp `json:"base_resp"`
	}{of("system", system()), of("voice_cloning", cloned), of("voice_generation", design), []listed{}, nil, baseResp{0, "success"}}), "")
}
