package studio

var chineseLadder = map[string]commandNames{
	"ladder": {title: "Ladder: steps from this voice to the next", short: "ladder"},
	"pad":    {title: "Pad: mixes of three or four voices", short: "pad"},

	"rung":        {title: "Hear the first to the ninth step, at the same word", short: "hear"},
	"rung-enter":  {title: "Hear the step, take it over, or make it", short: "take it"},
	"rung-up":     {title: "The step above"},
	"rung-down":   {title: "The step below"},
	"make-rungs":  {title: "Make all steps", short: "make all"},
	"star-rung":   {title: "Star the step", short: "star"},
	"zoom":        {title: "Zoom in between two stars", short: "zoom in"},
	"zoom-out":    {title: "Zoom out", short: "out"},
	"blind-rungs": {title: "Hide which step is which", short: "blind"},

	"dot-right": {title: "The mix on the right", short: "walk"},
	"dot-left":  {title: "The mix on the left"},
	"dot-up":    {title: "The mix above"},
	"dot-down":  {title: "The mix below"},
	"dot-enter": {title: "Hear the mix, take it over, or make it", short: "take it"},
	"star-dot":  {title: "Star the mix", short: "star"},
	"finer":     {title: "Finer steps", short: "finer"},
	"coarser":   {title: "Coarser steps", short: "coarser"},
}
