package studio

var chineseDuels = map[string]commandNames{
	"duels":       {title: "Duels: two at a time, names hidden, to find the best", short: "duels"},
	"duel-hear":   {title: "Hear 1 or 2 of the duel, at the same place", short: "2 hear"},
	"duel-left":   {title: "The left one is better", short: "1 is better"},
	"duel-right":  {title: "The right one is better", short: "2 is better"},
	"duel-same":   {title: "No difference", short: "no difference"},
	"duel-start":  {title: "Hear it from its start", short: "from the start"},
	"take-winner": {title: "Use the winner's settings", short: "take it"},
	"copy-duels":  {title: "Copy the result", short: "copy"},
	"note-duels":  {title: "Write the result into the winner's notes", short: "note"},
	"duels-anew":  {title: "Begin the duels anew", short: "anew"},
	"more-duels":  {title: "Two duels more in the final, before the first"},
	"fewer-duels": {title: "Two duels fewer in the final, before the first"},
}
