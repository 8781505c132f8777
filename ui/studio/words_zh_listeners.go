package studio

var chineseListeners = map[string]commandNames{
	"listeners":      {title: "Listeners: a page for others, and their votes", short: "listeners"},
	"accept-win":     {title: "Accept the listeners' winner: a star, and a rank", short: "accept"},
	"make-page":      {title: "Make a page for listeners…", short: "page"},
	"import-votes":   {title: "Take in the votes of listeners…", short: "votes"},
	"copy-votes":     {title: "Copy what the listeners' votes tell", short: "copy"},
	"take-listened":  {title: "Use the settings of the listeners' winner", short: "take it"},
	"listeners-hear": {title: "Hear the candidate of that number, at the same place"},
}
