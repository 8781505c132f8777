package takes

import (
	"fmt"
	"strings"
)

var chinese = words{
	file: fileWords{
		half:       "不是有效的 JSON，可能是断电所致",
		empty:      "是空的，可能是断电所致",
		notRegular: "不是普通文件",
		notObject:  "不是 JSON 对象",
		tooLarge:   func(megabytes int) string { return fmt.Sprintf("超过 %d MB", megabytes) },
	},
	audio: audioWords{
		arriving:    "接收中",
		faulty:      "有错误",
		cut:         "不完整",
		missing:     "缺少音频",
		notRegular:  "它的音频不是普通文件",
		empty:       "它的音频是空的",
		undescribed: func(ending string) string { return "有音频，但没有对应的 " + ending + " 文件" },
		size: func(is, should int64) string {
			return fmt.Sprintf("它的音频有 %d 字节，应为 %d 字节", is, should)
		},
	},
	take: takeWords{
		none: func(id string) string { return fmt.Sprintf("没有录音 %q", id) },
		several: func(n int, begin string, ids []string) string {
			return fmt.Sprintf("有 %d 条录音以 %s 开头（%s）：把 id 写长一些", n, begin, strings.Join(ids, "、"))
		},
		noName:    func(hash, ending string) string { return fmt.Sprintf("录音不能命名为 %q.%q", hash, ending) },
		recording: func(id string) string { return "录音 " + id + " 还在合成：先停止它" },
		there:     func(id string) string { return "录音 " + id + " 已经存在" },
		inTrash:   func(why string) string { return "回收站里" + why },
	},
}
