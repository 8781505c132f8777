package install

var chinese = words{
	page:    func(need, address string) string { return "从 " + address + " 下载 " + need + "，放进 PATH" },
	unknown: func(need string) string { return "安装 " + need },
}
