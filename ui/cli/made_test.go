package cli

import (
	"regexp"
	"strings"
	"testing"
)

func TestACommandSaysWhatItMadeAndWhatThatCost(t *testing.T) {
	t.Parallel()
	need(t, "espeak-ng", "lame")
	p := newPerson(t)
	for _, c := range []struct {
		args []string
		says string
	}{
		{[]string{"say", "--no-play", "Hi there."}, `^voicestudio: made take [0-9a-f]{8}-1: \d\.\d s, 9 characters, free\n$`},
		{[]string{"say", "--no-play", "Hi there."}, `^voicestudio: from disk, free; --again asks the host\n$`},
		{[]string{"say", "--no-play", "--out", "hello.mp3", "Hi there."}, `\nvoicestudio: made hello.mp3: \d\.\d s, free\n$`},
		{[]string{"say", "--no-play", "--json", "--again", "Hi there."}, `^$`},
		{[]string{"preset", "export", "Warm narrator", "--out", "all.json"}, `^voicestudio: made all\.json: 1 preset, free\n$`},
		{[]string{"say", "--lang", "zh", "--no-play", "--out", "nihao.mp3", "你好。"}, `^voicestudio: 已生成 nihao\.mp3：\d\.\d 秒，5 字符，免费\n$`},
	} {
		got := p.runs("", c.args...)
		if got.code != 0 || !regexp.MustCompile(c.says).MatchString(got.err) || strings.Contains(got.out, "made") {
			t.Errorf("%q: %+v", c.args, got)
		}
	}
}

func TestAShellCompletesTakesByWhatTheySay(t *testing.T) {
	t.Parallel()
	need(t, "espeak-ng", "lame")
	p := newPerson(t)
	p.runs("", "say", "--no-play", "Hi there.")
	for _, line := range []string{"takes show ", "takes export ", "audition new x --take "} {
		if got := p.runs("", append([]string{"__complete"}, strings.Split(line, " ")...)...); !regexp.MustCompile(`^[0-9a-f]{8}-1\tHi there\.\n`).MatchString(got.out) {
			t.Errorf("%s: %+v", line, got)
		}
	}
}

func TestListsNameTheirColumnsAtATerminalOnly(t *testing.T) {
	t.Parallel()
	p := newPerson(t)
	p.write(".config/voicestudio/presets/long.json", `{"version": 1, "name": "`+strings.Repeat("新闻主播", 12)+` the end", "request": {"voice_setting": {"voice_id": "Wise_Woman"}}}`)
	p.write(".config/voicestudio/presets/short.json", `{"version": 1, "name": "Short", "tags": ["calm"], "request": {"voice_setting": {"voice_id": "Wise_Woman"}}}`)
	for lang, header := range map[string]string{"en": "name ", "zh": "名称 "} {
		x := p.opens(t, "preset", "list", "--lang", lang, "--folder", "own")
		x.sees("Short")
		<-x.done
		lines := strings.Split(x.text(), "\n")
		if !strings.HasPrefix(lines[0], header) {
			t.Errorf("%s: the first line is %q", lang, lines[0])
		}
		x.sees("own")
		if strings.Count(strings.Join(lines[:3], ""), "own") != 2 || strings.TrimSpace(strings.Join(lines[3:], "")) != "" {
			t.Errorf("%s: two presets are two lines\n%s", lang, x.text())
		}
	}
	got := p.runs("", "preset", "list", "--folder", "own")
	if got.code != 0 || strings.Contains(got.out, "name ") || !strings.Contains(got.out, "the end  own") || strings.Count(got.out, "\n") != 2 {
		t.Errorf("in a pipe: %+v", got)
	}
	// Whatever is short is whole, however narrow the terminal is.
	widths := []int{40, 6, 70}
	if narrow(widths, 60); widths[1] != 6 || widths[0]+widths[1]+widths[2]+2*gap != 60 {
		t.Error(widths)
	}
}
