package subtitles

import (
	"fmt"
)

var chinese = words{
	empty:   "字幕是空的",
	notList: "它不是带时间的句子列表",
	tooBig:  func(megabytes int) string { return fmt.Sprintf("它超过 %d MB", megabytes) },
}
