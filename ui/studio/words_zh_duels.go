package studio

var chineseDuels = map[string]commandNames{
	"duels":       {title: "对决：每次两个，隐藏名称，选出最好的", short: "对决"},
	"duel-hear":   {title: "在同一位置试听对决的 1 或 2", short: "2 试听"},
	"duel-left":   {title: "左边的更好", short: "1 更好"},
	"duel-right":  {title: "右边的更好", short: "2 更好"},
	"duel-same":   {title: "没有区别", short: "没有区别"},
	"duel-start":  {title: "从头听", short: "从头听"},
	"take-winner": {title: "采用胜者的设置", short: "采用"},
	"copy-duels":  {title: "复制结果", short: "复制"},
	"note-duels":  {title: "把结果写进胜者的备注", short: "备注"},
	"duels-anew":  {title: "重新开始对决", short: "重来"},
	"more-duels":  {title: "决赛加两场，在第一场之前可改"},
	"fewer-duels": {title: "决赛减两场，在第一场之前可改"},
}
