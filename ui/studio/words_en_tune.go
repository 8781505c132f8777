package studio

var englishTune = map[string]commandNames{
	"tune-hear":   {title: "Hear the take of that number, at the same word", short: "2 3 hear"},
	"tune-left":   {title: "The left one is better; a start before", short: "↑{tune-middle} ↓{tune-same} →{tune-right} answer"},
	"tune-right":  {title: "The right one is better; a start on"},
	"tune-middle": {title: "The middle one is the best; a start above"},
	"tune-same":   {title: "No difference; a start below"},
	"tune-back":   {title: "Take the last answer back", short: "back"},
	"tune-enter":  {title: "Agree, try again, or use what was reached", short: "goes on"},
	"tune-lock":   {title: "Leave the axis as it is", short: "leave it"},
	"tune-start":  {title: "Start from the settings of now, starters, presets", short: "start"},
	"tune-blind":  {title: "Compare before and after on the bench, blind", short: "blind"},
	"tune-text":   {title: "Other words to tune by…", short: "words"},
	"tune-early":  {title: "Make the next takes while you listen, or not", short: "ahead"},
	"tune-stop":   {title: "Where to stop: takes or money…", short: "stop"},
	"tune-anew":   {title: "Begin a new tuning", short: "anew"},
	"tune-again":  {title: "Hear it from its start"},
	"tune-end":    {title: "What has changed so far, and use it"},
	"save-tuned":  {title: "Save what was reached as a preset…"},

	"axis-up":   {title: "The axis above"},
	"axis-down": {title: "The axis below"},
	"axis-lock": {title: "Take the axis out, or in again", short: "out or in"},
	"axis-back": {title: "Take the last answer back", short: "back"},
}
