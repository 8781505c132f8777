package plain

import (
	"fmt"

	"voicestudio/tts"
)

var tuneEnglish = tuneWords{
	deed: "tuning by ear", over: "nothing is left that could be told apart; tune use takes it over", ended: "Tuning has ended",
	hint:      "A number lets one be heard; then left, middle, right or same; tune use takes over what you have",
	elsewhere: "Another program has answered meanwhile; this goes on from there",
	goesOn: func(text string, answers int) string {
		return "Tuning goes on with " + text + ", " + count(answers, "answer") + " given; tune end leaves it"
	},
	asks: func(axis string, about int) string {
		return fmt.Sprintf("%s: which is best? About %s to come", axis, count(about, "question"))
	},
	locked: func(axis string, out bool) string {
		if out {
			return axis + " is not asked about any more"
		}
		return axis + " is asked about again"
	},
	none:        tts.Said{What: "nothing is asked about", Cure: "tune begins tuning by ear"},
	hearFirst:   tts.Said{What: "none was heard yet", Cure: "a number lets one be heard; then the answer is about that one"},
	noSide:      tts.Said{What: "there is no candidate on that side", Cure: "choose another one, or same"},
	nothingSaid: tts.Said{What: "no answer was given yet"},
	form:        tts.Said{What: "tune knows use, back, lock and end", Cure: "help tune tells of them"},
	now:         "as it is", asksStart: "Which of these is best to begin with?", unmoved: "Nothing was changed", takes: "Tune use takes it over, tune end leaves it",
	hintStart: "A number lets one be heard; best says that it was the one you heard last, same that there is no difference",
	atMost:    func(clips int) string { return count(clips, "clip") + " at most" },
	words: func(same bool) string {
		if same {
			return "The recording says these words"
		}
		return "The recording says other words"
	},
	step: func(n int, distance float64) string { return fmt.Sprintf("Clip %d, distance %.1f", n, distance) },
	distance: func(before, after float64) string {
		return fmt.Sprintf("Distance %.1f, before %.1f; 1 is just noticed", after, before)
	},
	beside: func(words string) string { return "Beside the recording it is " + words },
	isOpen: tts.Said{What: "a tuning is open", Cure: "tune use takes it over, tune end leaves it"},
	noAxis: tts.Said{What: "nothing of that can be turned here"},
	towardsForm: func(endings []string) tts.Said {
		return tts.Said{What: "a recording is needed", Cure: "write tune towards anna.wav; it may be " + listed(endings)}
	},
	manyStarts: func(most int) tts.Said {
		return tts.Said{What: "so many are hard to keep apart", Cure: fmt.Sprintf("name %d presets at most", most)}
	},
}
