package cli

import (
	"os"
	"regexp"
	"strings"
	"testing"
)

// Names, addresses and settings stay as they are written; sentences do not.
var englishSentence = regexp.MustCompile(`[a-z]{2,} [a-z]{2,} [a-z]{2,}`)

// Who reads no English is told in Chinese what the system said.
func TestWhatTheSystemSaysIsSaidInChinese(t *testing.T) {
	t.Parallel()
	p := newPerson(t).with("LANG=zh_CN.UTF-8")
	p.write("file", "x")
	for _, c := range []struct{ command, says string }{
		{"preset import nowhere.json", "nowhere.json：没有这个文件或文件夹"},
		{"preset lint nowhere.json", "没有"},
		{"script import nowhere.md --out s.json", "没有这个文件或文件夹"},
		{"render nowhere.csv --out-dir d", "没有"},
		{"config show --lang zh --presets file", ""},
		{"man --dir file/man", "路径中间有一段不是文件夹"},
	} {
		got := p.runs("", strings.Fields(c.command)...)
		if !strings.Contains(got.err, c.says) || englishSentence.MatchString(got.err) {
			t.Errorf("%s: %+v", c.command, got)
		}
	}
	if os.Geteuid() != 0 {
		if err := os.Chmod(p.path("file"), 0); err != nil {
			t.Fatal(err)
		}
		if got := p.runs("", "preset", "import", "file"); !strings.Contains(got.err, "没有权限") {
			t.Errorf("%+v", got)
		}
	}
}

func TestVoicesAreFoundAndListedInChinese(t *testing.T) {
	t.Parallel()
	p := newPerson(t).with("LANG=zh_CN.UTF-8")
	for _, words := range []string{"中文 女声", "chinese female", "中文 女"} {
		got := p.runs("", append([]string{"voices"}, strings.Fields(words)...)...)
		if got.code != 0 || !strings.Contains(got.out, "female-tianmei") || !strings.Contains(got.out, "中文") || strings.Contains(got.out, "男声") || strings.Contains(got.out, "Chinese  ") {
			t.Errorf("%s: %+v", words, got)
		}
	}
	if got := p.runs("", "voices", "--json", "中文", "男声"); !strings.Contains(got.out, `"language":"Chinese","gender":"male"`) {
		t.Errorf("a program gets the API's words: %.300s %s", got.out, got.err)
	}
}
