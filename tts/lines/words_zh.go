package lines

import (
	"fmt"

	"voicestudio/tts"
)

var chinese = words{
	nothing:  tts.Said{What: "文件里没有可以合成的内容", Cure: "选一个有文字的文件"},
	noCue:    tts.Said{What: "文件里没有字幕", Cure: "选择 SRT 或 WebVTT 文件；如果是纯文本，把扩展名改为 .txt"},
	noColumn: tts.Said{What: "表格里没有名为 text 的列", Cure: "在第一行把台词所在的列命名为 text"},
	notTable: func(line int) tts.Said {
		return tts.Said{What: fmt.Sprintf("表格的第 %d 行无法读取", line), Cure: `含引号的单元格要放在引号里，其中的引号写两遍："他说""不""。"`}
	},
}
