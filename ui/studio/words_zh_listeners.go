package studio

var chineseListeners = map[string]commandNames{
	"listeners":      {title: "听众：给别人的页面，和他们的投票", short: "听众"},
	"accept-win":     {title: "认可听众选出的胜者：加星标，记名次", short: "认可"},
	"make-page":      {title: "制作听众页面…", short: "页面"},
	"import-votes":   {title: "读入听众的投票…", short: "投票"},
	"copy-votes":     {title: "复制投票说明了什么", short: "复制"},
	"take-listened":  {title: "采用听众胜者的设置", short: "采用"},
	"listeners-hear": {title: "在同一位置试听这个编号的候选"},
}
