package studio

var chineseTune = map[string]commandNames{
	"tune-hear":   {title: "在同一个词上试听这个编号的录音", short: "2 3 试听"},
	"tune-left":   {title: "左边的更好；上一个起点", short: "↑{tune-middle} ↓{tune-same} →{tune-right} 回答"},
	"tune-right":  {title: "右边的更好；下一个起点"},
	"tune-middle": {title: "中间的最好；上面的起点"},
	"tune-same":   {title: "没有区别；下面的起点"},
	"tune-back":   {title: "收回上一个回答", short: "收回"},
	"tune-enter":  {title: "同意、重试，或采用调到的结果", short: "继续"},
	"tune-lock":   {title: "这个维度保持不变", short: "不改"},
	"tune-start":  {title: "从现在的设置、内置预设或预设开始", short: "起点"},
	"tune-blind":  {title: "在试听台上盲听对比调音前后", short: "盲听"},
	"tune-text":   {title: "换一句话来调音…", short: "换句"},
	"tune-early":  {title: "听的时候先合成下一批，或关闭", short: "预合成"},
	"tune-stop":   {title: "到哪里停：录音条数或花费…", short: "上限"},
	"tune-anew":   {title: "重新开始调音", short: "重来"},
	"tune-again":  {title: "从头听"},
	"tune-end":    {title: "到目前改了什么，并采用"},
	"save-tuned":  {title: "把调到的结果保存为预设…"},

	"axis-up":   {title: "上一个维度"},
	"axis-down": {title: "下一个维度"},
	"axis-lock": {title: "排除这个维度，或重新加入", short: "排除"},
	"axis-back": {title: "收回上一个回答", short: "收回"},
}
