package speech

import "testing"

func TestMandarinIsSpelledAsItIsTyped(t *testing.T) {
	for _, c := range []struct{ text, whole, initials string }{
		{"导出整篇：CSV", "daochuzhengpiancsv", "dczpcsv"},
		{"重新合成", "chongxinhecheng", "cxhc"}, // a word, not its characters
		{"逐行：上一行，所有行", "zhuhangshangyihangsuoyouhang", "zhsyhsyh"},
		{"运行所有行为", "yunxingsuoyouxingwei", "yxsyxw"},
		{"凭听觉调音，权重，重播", "pingtingjuetiaoyinquanzhongchongbo", "ptjtyqzcb"},
		{"按 A 和 B…", "anaheb", "aahb"},
		{"", "", ""},
	} {
		if whole, initials := Spelled(c.text); whole != c.whole || initials != c.initials {
			t.Errorf("%s is spelled %s, %s", c.text, whole, initials)
		}
	}
}

func BenchmarkSpelled(b *testing.B) {
	for b.Loop() {
		Spelled("导出整篇：所有行合成一个文件")
	}
}
