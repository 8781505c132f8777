package unattended

import (
	"fmt"
	"time"

	"voicestudio/tts"
)

const protocolInChinese = "让它对每个问题读一行、答一行：一个数字，或 same"

var chinese = words{
	notStarted: func(why string) tts.Said {
		return tts.Said{What: "评判程序无法启动：" + why, Cure: "给出一条 shell 命令"}
	},
	says: func(line string) string { return "评判程序：" + line },
	nonsense: func(line string, candidates int) string {
		return fmt.Sprintf("评判程序答了 %s，这不是答案；应为 1 到 %d 的数字，或 same。再问一次", line, candidates)
	},
	nonsenseAgain: tts.Said{What: "评判程序两次都没有给出答案", Cure: protocolInChinese},
	early:         "评判程序在提问之前就输出了内容，这不算答案",
	floods:        tts.Said{What: "评判程序不等提问就一直输出", Cure: protocolInChinese},
	late: func(patience time.Duration) tts.Said {
		return tts.Said{What: fmt.Sprintf("评判程序在 %s 内没有回答", patience), Cure: "让它立刻写出每个答案，不要缓冲，或用 --judge-timeout 给它更多时间"}
	},
	ended: func(code int) tts.Said {
		return tts.Said{What: fmt.Sprintf("还没有答完，评判程序就结束了，退出码 %d", code), Cure: protocolInChinese}
	},
	closed: tts.Said{What: "还没有答完，评判程序就关闭了标准输入或输出，或被终止", Cure: protocolInChinese},
}
