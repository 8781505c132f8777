package tts

import "fmt"

var systemInChinese = systemWords{
	permission:   "没有权限",
	notThere:     "没有这个文件或文件夹",
	there:        "已经存在",
	notEmpty:     "文件夹不是空的",
	noFolder:     "路径中间有一段不是文件夹",
	folder:       "这是文件夹，不是文件",
	full:         "磁盘已满",
	readOnly:     "这里只能读，不能写",
	longName:     "名称太长",
	tooMany:      "打开的文件太多",
	device:       "磁盘读写出错",
	busy:         "正被其他程序占用",
	noProgram:    "不是本机能运行的程序",
	loop:         "链接绕成了圈",
	hungUp:       "另一端已经关闭",
	notInstalled: "PATH 里没有这个程序",
	exited:       func(code int) string { return fmt.Sprintf("退出码 %d", code) },
}

var jsonInChinese = jsonWords{
	ends:         "内容不完整，中途就结束了",
	wrong:        "不符合 JSON 的写法",
	quote:        "有一段文字没有写完：缺少引号",
	mark:         "引号",
	name:         func(sign string) string { return sign + " 前面缺少带引号的名称" },
	comma:        func(sign string) string { return sign + " 前面缺少逗号" },
	colon:        func(sign string) string { return sign + " 前面缺少冒号" },
	value:        func(sign string) string { return "应该写值的地方写了 " + sign },
	backslash:    func(sign string) string { return "文字里 " + sign + " 前面的 \\ 没有意义" },
	behind:       func(sign string) string { return "结束之后还有 " + sign },
	surplusComma: func(sign string) string { return sign + " 前面多了一个逗号" },
}
