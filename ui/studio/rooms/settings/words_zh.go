package settings

// chineseSettings is what the rooms of settings say in Chinese.
var chineseSettings = pickerWords{
	voice:     "选择音色",
	addVoice:  "添加音色",
	onBench:   "把音色放上试听台",
	inPlaceOf: func(voice string) string { return "替换 " + voice },
	yours:     "我的",
	used:      "用过",
	notKept:   func(why string) string { return "无法保存收藏：" + why },
	putAside:  func(file string) string { return "收藏文件读不出来；原文件已另存为 " + file },
	model:     "选择模型",
	language:  "选择语种",
	hint:      "enter{accept} 选择",
	sound:     "插入语气词",
	soundHint: "enter{accept} 插入到光标处",
	sounds: map[string]string{
		"laughs": "笑声", "chuckle": "轻笑", "coughs": "咳嗽", "clear-throat": "清嗓子", "groans": "呻吟", "breath": "换气",
		"pant": "喘气", "inhale": "吸气", "exhale": "呼气", "gasps": "倒吸气", "sniffs": "吸鼻子", "sighs": "叹气", "snorts": "喷鼻息",
		"burps": "打嗝", "lip-smacking": "咂嘴", "humming": "哼唱", "hissing": "嘶嘶声", "emm": "嗯", "sneezes": "喷嚏",
		"whistles": "口哨", "crying": "哭泣", "applause": "掌声",
	},
}
