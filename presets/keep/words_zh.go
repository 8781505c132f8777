package keep

import (
	"fmt"
)

var chinese = words{
	notJSON:    "不是有效的 JSON",
	notObject:  "不是 JSON 对象",
	notRegular: "不是普通文件",
	notUTF8:    "不是 UTF-8",
	empty:      "是空的，可能是断电所致",
	wrongKind:  func(field, is string) string { return field + " 的类型不对：" + is },
	wrongTime:  func(said string) string { return said + " 不是时间" },
	tooLarge:   func(megabytes int) string { return fmt.Sprintf("超过 %d MB", megabytes) },
	newer: func(version, known int) string {
		return fmt.Sprintf("由更新版本的 voicestudio 创建（文件版本 %d，本程序支持 %d）；里面的内容不会改动", version, known)
	},
	noVersion:   func(known int) string { return fmt.Sprintf("version 应为 %d", known) },
	cannotRead:  func(path, why string) string { return path + " 无法读取：" + why },
	cannotWrite: func(path, why string) string { return path + " 无法写入：" + why },
}
