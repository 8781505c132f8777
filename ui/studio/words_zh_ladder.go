package studio

var chineseLadder = map[string]commandNames{
	"ladder": {title: "阶梯：从这个音色一级级过渡到下一个", short: "阶梯"},
	"pad":    {title: "混音板：三到四个音色的配比", short: "混音板"},

	"rung":        {title: "在同一个词上试听第一到第九级", short: "试听"},
	"rung-enter":  {title: "试听这一级、采用它，或合成它", short: "采用"},
	"rung-up":     {title: "上一级"},
	"rung-down":   {title: "下一级"},
	"make-rungs":  {title: "合成所有级", short: "全部合成"},
	"star-rung":   {title: "给这一级加星标", short: "星标"},
	"zoom":        {title: "在两颗星之间放大", short: "放大"},
	"zoom-out":    {title: "缩小", short: "缩小"},
	"blind-rungs": {title: "隐藏哪一级是哪一级", short: "盲听"},

	"dot-right": {title: "右边的配比", short: "移动"},
	"dot-left":  {title: "左边的配比"},
	"dot-up":    {title: "上面的配比"},
	"dot-down":  {title: "下面的配比"},
	"dot-enter": {title: "试听这个配比、采用它，或合成它", short: "采用"},
	"star-dot":  {title: "给这个配比加星标", short: "星标"},
	"finer":     {title: "步子更细", short: "更细"},
	"coarser":   {title: "步子更粗", short: "更粗"},
}
