package export

import (
	"fmt"
	"time"
)

var chinese = words{
	tooLong:  "这一段太长",
	empty:    "这一段是空的",
	noLame:   "没有安装 lame：安装它，或选择 wav 或 flac",
	tooLarge: "文件会超过 4 GB，wav 不支持这么大；分段导出",
	longer:   func(minutes float64) string { return fmt.Sprintf("这一段超过 %.0f 分钟", minutes) },
	ended: func(before time.Duration) string {
		return fmt.Sprintf("声音不到 %g 秒就结束了", before.Seconds())
	},
	changes: "采样率或声道中途变化；只能原样写出",
	tagSize: func(bytes int) string {
		return fmt.Sprintf("录音的 ID3 标签声称有 %d 字节；导出为 wav 或 flac", bytes)
	},
	inTag:    "录音在 ID3 标签中间结束",
	inMeta:   "录音在元数据中间结束",
	noFLAC:   "录音的开头不像 FLAC 文件；导出为 wav",
	noWAV:    "录音的开头不像 WAV 文件；导出为 flac",
	noInfo:   "录音缺少流信息；导出为 wav",
	metaSize: "录音的元数据太大；导出为 wav",
}
