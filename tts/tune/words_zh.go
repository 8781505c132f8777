package tune

import (
	"fmt"

	"voicestudio/tts"
)

var chinese = words{
	version: func(version, known int) tts.Said {
		if version > known {
			return tts.Said{What: fmt.Sprintf("这次调音由更新的 voicestudio 创建（版本 %d，本程序支持 %d）", version, known), Cure: "用那个版本打开"}
		}
		return tts.Said{What: fmt.Sprintf("version 应为 %d", known), Cure: "重新开始"}
	},
	starts: func(n, most int) tts.Said {
		return tts.Said{What: fmt.Sprintf("起点有 %d 个", n), Cure: fmt.Sprintf("给出 1 到 %d 个", most)}
	},
	method: tts.Said{What: "它的步长没有从轴的一部分逐渐缩小到零", Cure: "重新开始"},
	noAxis: func(axis string) tts.Said {
		return tts.Said{What: fmt.Sprintf("没有名为 %q 的轴", axis), Cure: "可选：speed、pitch、deep、strong、full、weights"}
	},
	notAsked: func(answer string) tts.Said {
		return tts.Said{What: fmt.Sprintf("%q 不是当前问题的答案", answer), Cure: "选一个候选，或答 same"}
	},
	oneVoice: "只有一个音色，没有权重可调",

	speed:  Words{"语速", "更慢", "更快"},
	pitch:  Words{"音调", "更低", "更高"},
	deep:   Words{"低沉–明亮", "更低沉", "更明亮"},
	strong: Words{"力量–柔和", "更有力", "更柔和"},
	full:   Words{"磁性–清脆", "更磁性", "更清脆"},
	blend:  "混合",
	less:   func(voice string) string { return "少些 " + voice },
	more:   func(voice string) string { return "多些 " + voice },
}
