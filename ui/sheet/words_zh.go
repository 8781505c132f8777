package sheet

import (
	"fmt"
	"strings"

	"voicestudio/tts"
)

var chinese = words{
	file: fileWords{
		nameOne: "给出一个 CSV 文件",
		tooLarge: func(file, most string) tts.Said {
			return tts.Said{What: file + " 超过 " + most, Cure: "分成几份批量合成"}
		},
		line: func(n int, what string) string { return fmt.Sprintf("第 %d 行：%s", n, what) },
		lines: func(some []int, more int) string {
			said := "第 " + strings.Trim(strings.Join(strings.Fields(fmt.Sprint(some)), "、"), "[]") + " 行"
			if more > 0 {
				said += fmt.Sprintf("和另外 %d 行", more)
			}
			return said
		},
		notUTF8: "文件不是 UTF-8；另存为 CSV UTF-8",
		empty:   "文件是空的；第一行应写列名 text、preset 和 out",
		noRow:   "表头下面没有内容",
		twice:   func(column string) string { return "列 " + column + " 出现两次" },
		unknown: func(column string) string {
			return "没有名为 " + column + " 的列；可用 text、preset、out，或 x_ 加自己的名称，用逗号分隔"
		},
		missing: func(column string) string { return "缺少列 " + column },
		cells:   "这一行的单元格比表头多或少；含逗号的文本要放在双引号里",
		closing: "单元格缺少结尾的双引号，或后面还有文字；单元格里的双引号要写两遍",
		quotes:  "含双引号的单元格要放在双引号里，其中的双引号写两遍",
	},
	rows: rowWords{
		noPreset: "这一行没有写预设",
		noFile:   tts.Said{What: "这一行没有写文件名", Cure: "填上这一格"},
		outside: func(out string) tts.Said {
			return tts.Said{What: out + " 在文件夹之外", Cure: "写文件夹里的文件，或写完整路径"}
		},
		notRegular: func(out string) tts.Said { return tts.Said{What: out + " 不是普通文件", Cure: "换一个文件"} },
		sameFile: func(out string, line int) tts.Said {
			return tts.Said{What: fmt.Sprintf("%s 也是第 %d 行的文件", out, line), Cure: "每一行用各自的文件"}
		},
		alike: func(out string, line int) tts.Said {
			return tts.Said{What: fmt.Sprintf("%s 与第 %d 行的文件在 macOS、Windows 和 U 盘上是同一个，因为那里不区分大小写和重音的写法", out, line), Cure: "每一行用各自的文件"}
		},
		isThere:      func(path string) string { return path + " 已经存在，而且不是这一行的结果" },
		otherFormat:  func(out, format string) string { return out + " 里会是 " + format + "，因为预设这样要求" },
		diskFull:     "磁盘已满，其余的行没有发送；腾出空间后再运行一次：已有录音的行不会重复收费",
		allWouldFail: "其余的行也都会失败，所以没有发送",
	},
}
