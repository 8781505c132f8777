package rooms

import "fmt"

var chineseDrafts = draftWords{
	noOther:    "没有别的工作室留下的草稿",
	noWords:    "没有文字",
	title:      "其他工作室的草稿",
	hint:       "enter{accept} 用它换下现在的；按 alt+z 换回",
	shown:      "这是另一份草稿；按 alt+z 换回",
	cannotRead: func(file, why string) string { return "无法读取 " + file + "：" + why },
	another: func(file string) string {
		return "另一个工作室这时也写了草稿；这一份另存在 " + file
	},
	NotKept: func(why string) string { return "草稿无法保存：" + why },
	Others: func(n int) string {
		return fmt.Sprintf("还留有其他工作室的草稿 %d 份；ctrl+p，输入“草稿”查看", n)
	},
	Unreadable:         "草稿无法读取",
	Undrawable:         "草稿的文字和设置无法显示",
	UndrawableSettings: "草稿的设置无法显示；文字都在",
	FailedTwice:        "工作室出了两次故障；文字都在，设置恢复为初次启动时的样子。原因可能在草稿",
	moved:              func(why, to string) string { return why + "；已移到 " + to },
	notMoved:           func(why, fault string) string { return why + "；没能移走：" + fault },
}

var chineseDeeds = deedWords{
	Typing:        "输入",
	NewScript:     "新建稿子",
	Pause:         "停顿的长度",
	Voice:         "音色",
	Mute:          "静音",
	Solo:          "独听",
	Lock:          "锁定",
	Equalising:    "均分权重",
	Swapping:      "交换权重",
	Pasting:       "粘贴混合音色",
	Reset:         "恢复默认",
	openingDraft:  "打开另一份草稿",
	Inserting:     func(marker string) string { return "插入 " + marker },
	Word:          func(word string) string { return word + " 的读音" },
	Importing:     "导入预设",
	Favourite:     func(voice string) string { return voice + " 的收藏" },
	DropWord:      func(word string) string { return "删去词 " + word },
	Mending:       func(written string) string { return "修正 " + written },
	TakingOut:     func(voice string) string { return "移出 " + voice },
	Restoring:     func(take string) string { return "恢复 " + take },
	Star:          func(take string) string { return take + " 的星标" },
	Vote:          func(take string) string { return "投给 " + take },
	Note:          func(take string) string { return take + " 的备注" },
	Tag:           func(take string) string { return take + " 的标签" },
	Deleting:      func(name string) string { return "删除 " + name },
	Renaming:      func(preset string) string { return "重命名 " + preset },
	Tags:          func(preset string) string { return preset + " 的标签" },
	Notes:         func(preset string) string { return preset + " 的备注" },
	Sounding:      func(name string) string { return name + " 的声音指纹" },
	Undone:        func(deed string) string { return "已撤销：" + deed },
	Again:         func(deed string) string { return "已重做：" + deed },
	NothingToUndo: "没有可撤销的",
	NothingToRedo: "没有可重做的",
}
