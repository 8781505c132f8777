package speech

import (
	"os/exec"
	"strings"
	"testing"
	"unicode"

	"voicestudio/tts"
)

func pieces(r tts.Request) []piece {
	list, _ := readScript(r)
	return list
}

func TestPausesAreExact(t *testing.T) {
	short := listen(t, says(woman, "One two three.<#0.01#>Four five six."))
	long := listen(t, says(woman, "One two three.<#1.51#>Four five six."))
	if d := long.seconds - short.seconds; d < 1.47 || d > 1.53 {
		t.Errorf("<#1.5#> adds %.3f s", d)
	}
	apart := listen(t, says(woman, "One two three.")).seconds + listen(t, says(woman, "Four five six.")).seconds
	if d := long.seconds - apart; d < 1.48 || d > 1.54 {
		t.Errorf("<#1.51#> between two sentences is %.3f s", d)
	}
	fast := says(woman, "One two three.<#1.51#>Four five six.")
	fast.VoiceSetting.Speed = new(2.0)
	if h := listen(t, fast); rms(h.part(h.seconds/2-0.4, h.seconds/2+0.4)) > 0.001 {
		t.Error("speed shortened a pause that was asked for")
	}
}

func TestSoundTagsAreNotReadAloud(t *testing.T) {
	plain := listen(t, says(woman, "I am here."))
	for name := range sounds {
		h := listen(t, says(woman, "I am here. ("+name+")"))
		if extra := h.seconds - plain.seconds; extra < 0.15 || extra > 1.5 {
			t.Errorf("(%s) takes %.2f s", name, extra)
		}
		if x := h.part(plain.seconds+0.05, h.seconds); rms(x) < 0.003 {
			t.Errorf("(%s) is silent: %.4f", name, rms(x))
		}
	}
	tag, word := listen(t, says(woman, "(lip-smacking)")), listen(t, says(woman, "lip smacking"))
	if tag.seconds > 0.7*word.seconds {
		t.Errorf("(lip-smacking) takes %.2f s, its words %.2f s", tag.seconds, word.seconds)
	}
	if n := len(sounds); n != 22 {
		t.Errorf("%d sounds, the API has 22", n)
	}
}

// A speech has its language when espeak-ng never marks a change to English.
func TestMixedTextIsSpokenInItsLanguages(t *testing.T) {
	engine(t)
	for _, c := range []struct{ voice, boost, text, languages string }{
		{"female-shaonv", "", "今天是不是很开心呀，当然了！", pinyinCode},
		{"female-shaonv", "", "我用iPhone 15打电话，OK吗？", pinyinCode + " en-us " + pinyinCode + " en-us " + pinyinCode},
		{"female-shaonv", "", "2024年的销量增长了5.2%，共1,200,000台。", pinyinCode},
		{"female-shaonv", "Chinese", "12345", pinyinCode},
		{woman, "", "Say 你好 to costs 100元 now", "en-us " + pinyinCode + " en-us " + pinyinCode + " en-us"},
		{"Cantonese_GentleLady", "", "今日係咪好開心呀，當然啦！", "yue"},
		{"female-shaonv", "Chinese,Yue", "今日好(nei5)開心", "yue yue-latn-jyutping yue"},
		{"Japanese_KindLady", "", "こんにちは、今日はいい天気ですね。", "ja"},
		{"Japanese_KindLady", "", "わたしは、鷲です", "ja " + pinyinCode + " ja"},
		{"Korean_CalmLady", "", "오늘은 날씨가 좋네요", "ko"},
		{"Russian_ReliableMan", "", "Сегодня хорошая погода", "ru"},
		{woman, "", "Сьогодні гарна погода і все", "uk"},
		{woman, "Ukrainian", "Привет", "uk"},
		{woman, "French", "Bonjour, tout le monde", "fr-fr"},
		{"Spanish_SereneWoman", "", "Buenos días", "es-419"},
		{"Spanish_SereneWoman", "English", "Good morning", "en-us"},
		{woman, "", "नमस्ते दुनिया", "hi"},
		{woman, "", "مرحبا بالعالم", "ar"},
		{woman, "", "Καλημέρα κόσμε", "el"},
		{woman, "", "สวัสดีครับ", "th"},
		{woman, "", "Hello! 😀 ... !!!", "en-us"},
	} {
		r := says(c.voice, c.text)
		r.LanguageBoost = c.boost
		var said []string
		for _, p := range pieces(r) {
			if len(said) == 0 || said[len(said)-1] != p.language {
				said = append(said, p.language)
			}
			out, err := exec.Command("espeak-ng", "-q", "--ipa", "-v", p.language, "--", spelling(p)).Output()
			if err != nil {
				t.Errorf("%q: %v", c.text, err)
			}
			if strings.Contains(string(out), "(") {
				t.Errorf("%q: %q leaves its language: %s", c.text, spelling(p), out)
			}
		}
		if got := strings.Join(said, " "); got != c.languages {
			t.Errorf("%q: spoken in %s, want %s", c.text, got, c.languages)
		}
	}
	if h := listen(t, says("female-shaonv", "今天是不是很开心呀")); h.seconds < 1.5 || h.seconds > 4 {
		t.Errorf("今天是不是很开心呀 takes %.2f s", h.seconds)
	}
	with, without := listen(t, says("female-shaonv", "今天很好。我们走吧")), listen(t, says("female-shaonv", "今天很好我们走吧"))
	if d := with.seconds - without.seconds; d < 0.15 {
		t.Errorf("。 pauses %.2f s", d)
	}
}

func TestHanziAreReadInContext(t *testing.T) {
	for text, want := range map[string]string{
		"银行的音乐":         "yin2 hang2 de5 yin1 yue4",
		"长城很长":          "chang2 cheng2 hen3 chang2",
		"重新觉得重要":        "chong2 xin1 jue2 de5 zhong4 yao4",
		"为了了解行业":        "wei4 le5 liao3 jie3 hang2 ye4",
		"不是不好":          "bu2 shi4 bu4 hao3",
		"一个人看一看第一名":     "yi2 ge4 ren2 kan4 yi5 kan4 di4 yi1 ming2",
		"一天，一万一千":       "yi4 tian1, yi2 wan4 yi4 qian1",
		"有2个3.14":       "you3 liang3 ge4 san1 dian3 yi1 si4",
		"2024年":         "er4 ling2 er4 si4 nian2",
		"105元":          "yi4 bai3 ling2 wu3 yuan2",
		"15%":           "bai3 fen1 zhi1 shi2 wu3",
		"1,200,000":     "yi4 bai3 er4 shi2 wan4",
		"10:30":         "shi2 dian3 san1 shi2 fen1",
		"处理(chu3)(li3)": "chu3 li3 chu3 li3",
		"「绿色」！":         " lv4 se4 ! ",
	} {
		if got := toPinyin(text); got != want {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
	for digits, want := range map[string]string{"0": "零", "10": "十", "110": "一百一十", "10010": "一万零一十", "100000000": "一亿", "2030000": "二百零三万", "1000000001": "十亿零一"} {
		if got := cardinal(digits); got != want {
			t.Errorf("%s: %s, want %s", digits, got, want)
		}
	}
	words, _ := heteronyms()
	for word, sounds := range words {
		if len([]rune(word)) != len(sounds) {
			t.Errorf("heteronyms.txt: %s has %d syllables", word, len(sounds))
		}
	}
}

func TestClausesAreCutWhereOnePauses(t *testing.T) {
	for text, want := range map[string]string{
		"Mr. Smith paid 3.50, e.g. to Dr. No. Fine": "Mr. Smith paid 3.50, |e.g. to Dr. No. Fine",
		"At 10:30 he left. She stayed!":             "At 10:30 he left. |She stayed!",
		"She said \"no.\" Then left":                "She said \"no.\" |Then left",
		"你好，世界。再见":                                  "你好，|世界。|再见",
		"Wait... (really) now":                      "Wait... |(really) now",
		"one\ntwo":                                  "one\n|two",
	} {
		if got := strings.Join(clauses(text), "|"); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func TestDictionaryAndPhonemeBrackets(t *testing.T) {
	r := says("female-shaonv", "处理 omg [[h@l'oU]]")
	r.PronunciationDict.Tone = []string{"处理/(chu4)(li3)", "omg/oh my god"}
	var all strings.Builder
	for _, p := range pieces(r) {
		all.WriteString(spelling(p) + "|")
	}
	if got := all.String(); !strings.HasPrefix(got, "chu4 li3") || !strings.Contains(got, "oh my god") || strings.Contains(got, "[[") {
		t.Errorf("%q", got)
	}
}

func FuzzPieces(f *testing.F) {
	for _, s := range []string{
		"Hello (laughs) there<#0.5#>你好，iPhone 15手机(chu3)(li3)", "<#<#1#>#>", "(Laughs)(laughs", "100元。\n\nMr. A. B", "[[[[x]]", "３％ 〇々ー", "(nei5) a–b — c", "\x01\xff\u200d", "-3-5 10:3",
	} {
		f.Add(s, "female-shaonv")
		f.Add(s, "Cantonese_GentleLady")
		f.Add(s, woman)
	}
	f.Fuzz(func(t *testing.T, text, voice string) {
		r := says(voice, text)
		var got strings.Builder
		for _, p := range pieces(r) {
			if p.pause < 0 || p.pause > longestPause {
				t.Errorf("a pause of %v s", p.pause)
			}
			if p.text != "" && p.language == "" {
				t.Errorf("%q has no language", p.text)
			}
			if strings.Contains(spelling(p), "[[") {
				t.Errorf("%q gives phonemes", p.text)
			}
			got.WriteString(p.text)
		}
		if tts := newTongues(r); tts.japanese(tidy(text).text) {
			return // kanji have become kana
		}
		words := func(s string) string {
			return strings.Map(func(r rune) rune {
				if unicode.IsLetter(r) || unicode.IsNumber(r) {
					return r
				}
				return -1
			}, s)
		}
		if want := words(marks.ReplaceAllString(tidy(text).text, " ")); words(got.String()) != want {
			t.Errorf("%q: speaks %q, want %q", text, words(got.String()), want)
		}
	})
}
