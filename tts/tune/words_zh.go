package tune

import (
	"fmt"

	"voicestudio/tts"
)

var chinese = words{
	version: func(version, known int) tts.Said {
		if version > known {
			return tts.Said{What: fmt.Sprintf("the session was made by a newer voicestudio (version %d, this program knows %d)", version, known), Cure: "open it with that version"}
		}
		return tts.Said{What: fmt.Sprintf("version has to be %d", known), Cure: "begin anew"}
	},
	starts: func(n, most int) tts.Said {
		return tts.Said{What: fmt.Sprintf("there are %d requests to start from", n), Cure: fmt.Sprintf("give 1 to %d", most)}
	},
	method: tts.Said{What: "its steps do not shrink from a part of the axis to nothing", Cure: "begin anew"},
	noAxis: func(axis string) tts.Said {
		return tts.Said{What: fmt.Sprintf("%q is no axis", axis), Cure: "choose among speed, pitch, deep, strong, full, weights"}
	},
	notAsked: func(answer string) tts.Said {
		return tts.Said{What: fmt.Sprintf("%q answers no question that is asked now", answer), Cure: "choose one of its candidates, or same"}
	},
	oneVoice: "there is one voice only, nothing to weigh",

	speed:  Words{"speed", "slower", "faster"},
	pitch:  Words{"pitch", "lower", "higher"},
	deep:   Words{"deep–bright", "deeper", "brighter"},
	strong: Words{"strong–soft", "stronger", "softer"},
	full:   Words{"full–crisp", "fuller", "crisper"},
	blend:  "blend",
	less:   func(voice string) string { return "less " + voice },
	more:   func(voice string) string { return "more " + voice },
}
