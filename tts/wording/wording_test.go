package wording

import "testing"

func TestTheLocaleChoosesTheLanguage(t *testing.T) {
	for _, c := range []struct {
		env  map[string]string
		want Language
	}{
		{map[string]string{"LANG": "zh_CN.UTF-8"}, Chinese},
		{map[string]string{"LANG": "zh_CN.UTF-8", "LC_ALL": "C.UTF-8"}, English},
		{map[string]string{"LANG": "zh_CN.UTF-8", "LC_MESSAGES": "en_GB.UTF-8"}, English},
		{map[string]string{"LANG": "en_US.UTF-8", "LC_ALL": "zh_TW"}, Chinese},
		{map[string]string{"LANG": "de_DE.UTF-8"}, English},
		{map[string]string{"LANG": "de_DE.UTF-8", "LANGUAGE": "de:zh_CN:en"}, Chinese},
		{map[string]string{"LANG": "C", "LANGUAGE": "zh_CN"}, English},
		{map[string]string{"LANG": "zh"}, Chinese},
		{map[string]string{"LANG": "zh-Hans-CN"}, Chinese},
		{map[string]string{"LANG": "zhx_XX"}, English},
		{map[string]string{"LANG": "C.UTF-8"}, English},
	} {
		if got := Locale(func(name string) string { return c.env[name] }); got != c.want {
			t.Errorf("%v: %s", c.env, got)
		}
	}
}

type sayings struct {
	hello string
	count func(n int, of ...string) string
	list  []string
	kinds map[int]string
	inner struct{ deep string }
	Plain struct{ What, Cure string }
}

func TestALanguageIsSpokenUntilAnotherIs(t *testing.T) {
	english := sayings{hello: "hello", count: func(_ int, of ...string) string { return "count" + of[0] }, list: []string{"a"}, kinds: map[int]string{1: "kind"}, inner: struct{ deep string }{"deep"}}
	chinese := english
	chinese.hello = "你好"
	say, made := english, ""
	Offer(&say, english, chinese)
	Anew(func() { made = "made of " + say.hello })
	t.Cleanup(func() { Speak(English) })

	if Speak(Chinese); say.hello != "你好" || made != "made of 你好" || Spoken() != Chinese {
		t.Errorf("%q %q %s", say.hello, made, Spoken())
	}
	if Speak(English); say.hello != "hello" || made != "made of hello" {
		t.Errorf("%q %q", say.hello, made)
	}
	Rehearse(func(text string) string { return "<" + text + ">" })
	if got := []string{say.hello, say.count(1, "s"), say.list[0], say.kinds[1], say.inner.deep, say.Plain.What, made}; got[0] != "<hello>" || got[1] != "<counts>" || got[2] != "<a>" || got[3] != "<kind>" || got[4] != "<deep>" || got[5] != "" || got[6] != "made of <hello>" {
		t.Errorf("%q", got)
	}
	Rehearse(nil)
	Speak(Chinese)
	Adapt(func(from string, _ Language) func(string) string {
		return func(text string) string { return from[len(from)-7:] + ":" + text }
	})
	if say.hello != "wording:你好" || made != "made of wording:你好" {
		t.Errorf("%q %q", say.hello, made)
	}
	if Speak(English); say.count(1, "s") != "wording:counts" {
		t.Errorf("%q", say.count(1, "s"))
	}
	if Adapt(nil); say.hello != "hello" || made != "made of hello" {
		t.Errorf("%q %q", say.hello, made)
	}
	if english.list[0] != "a" || english.kinds[1] != "kind" {
		t.Error("English itself was changed")
	}
	if Rehearse(nil); say.hello != "hello" || say.count(1, "s") != "counts" {
		t.Errorf("%q", say.hello)
	}
}
