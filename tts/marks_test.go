package tts

import (
	"strings"
	"testing"
)

func TestWhatIsNotMeantToBeReadIsFound(t *testing.T) {
	for _, c := range []struct {
		text, model string
		marks       []string // as written
		found       []string // code: as written
	}{
		{text: "Hi.<#0.6#>There (laughs) you are.", marks: []string{"<#0.6#>", "(laughs)"}},
		{text: "a<#0#>b<#x#>c", marks: []string{"<#0#>", "<#x#>"}, found: []string{"pause_form: <#0#>", "pause_form: <#x#>"}},
		{text: "<#1#>a<#1#>,<#2#>b<#3#>.", marks: []string{"<#1#>", "<#1#>", "<#2#>", "<#3#>"}, found: []string{"pause_first: <#1#>", "pause_twice: <#2#>", "pause_last: <#3#>"}},
		{text: "好＜＃０．５＃＞吗<＃0.5＃>呢〈#0，5#〉", marks: []string{"＜＃０．５＃＞", "<＃0.5＃>", "〈#0，5#〉"}, found: []string{"like_a_pause: ＜＃０．５＃＞", "like_a_pause: <＃0.5＃>", "like_a_pause: 〈#0，5#〉"}},
		{text: "a<#0.5>b<0.5#>c⟨0.6\u00a0s⟩d", marks: []string{"<#0.5>", "<0.5#>", "⟨0.6\u00a0s⟩"}, found: []string{"like_a_pause: <#0.5>", "like_a_pause: <0.5#>", "like_a_pause: ⟨0.6\u00a0s⟩"}},
		{text: "《1984》 and 《24》, x <5> and <#", marks: nil},
		{text: "(laugh) (sigh) (Laughs) （laughs） (clear throat) (chuckling) (cry) (applase) (lip smack)",
			found: []string{"like_a_sound: (laugh)", "like_a_sound: (sigh)", "like_a_sound: (Laughs)", "like_a_sound: （laughs）", "like_a_sound: (clear throat)", "like_a_sound: (chuckling)", "like_a_sound: (cry)", "like_a_sound: (applase)", "like_a_sound: (lip smack)"},
			marks: []string{"(laugh)", "(sigh)", "(Laughs)", "（laughs）", "(clear throat)", "(chuckling)", "(cry)", "(applase)", "(lip smack)"}},
		{text: "(for example) (his) (see below) (USA) (after) (sights) (b) () (笑) (a long remark that ends somewhere)"},
		{text: "(laughs) and (laughs) and (sigh)", model: "speech-2.6-hd", found: []string{"tags_read_out: (laughs)"}},
		{text: strings.Repeat("好", MaxText), found: []string{"text_too_long: 好"}},
	} {
		p := Proofread(c.text, c.model)
		var marks, found []string
		for _, m := range p.Marks {
			marks = append(marks, c.text[m.From:m.To])
		}
		for _, f := range p.Findings {
			found = append(found, string(f.Code)+": "+c.text[f.From:f.To])
			if f.Code != TagsReadOut && f.Cure == "" {
				t.Errorf("%s has no cure", f.Code)
			}
		}
		if strings.Join(marks, "|") != strings.Join(c.marks, "|") || strings.Join(found, "|") != strings.Join(c.found, "|") {
			t.Errorf("%q\nmarks %q, not %q\nfound %q, not %q", c.text, marks, c.marks, found, c.found)
		}
	}
}

// What is wrong is told with what to write instead, which is right then.
func TestWhatAMarkWasMeantToBeIsAMark(t *testing.T) {
	for _, wrong := range []string{"＜＃０．５＃＞", "<#2>", "<#2s#>", "⟨0.6 s⟩", "(laugh)", "（Sighs）", "(clear_throat)", "(Lip Smacking)", "(emm )", "(whistle)"} {
		p := Proofread("a"+wrong+"b", DefaultModel)
		if len(p.Marks) != 1 || p.Marks[0].Kind != WrongMark {
			t.Errorf("%q: %+v", wrong, p)
			continue
		}
		meant := p.Marks[0].Meant
		if wrong == "<#2s#>" { // a marker that hosts refuse
			continue
		}
		if p = Proofread("a"+meant+"b", DefaultModel); len(p.Marks) != 1 || p.Marks[0].Kind == WrongMark || len(p.Findings) > 0 {
			t.Errorf("%q for %q: %+v", meant, wrong, p)
		}
	}
}

// Each sound is one of its own, and no other's form.
func TestEverySoundIsItself(t *testing.T) {
	if len(tagsByStem) != len(SoundTags) {
		t.Errorf("%d stems of %d sounds", len(tagsByStem), len(SoundTags))
	}
	for _, tag := range SoundTags {
		if p := Proofread("a("+tag+")", ""); len(p.Findings) > 0 || len(p.Marks) != 1 || p.Marks[0].Meant != tag {
			t.Errorf("(%s): %+v", tag, p)
		}
	}
}

func BenchmarkProofread(b *testing.B) {
	for name, text := range map[string]string{"words": strings.Repeat("Happy day ", 999), "Chinese": strings.Repeat("今天（很）好，", 1400), "marks": strings.Repeat("a<#0.5#>(laugh)", 660)} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				Proofread(text, DefaultModel)
			}
		})
	}
}

// A name or a page shows the words; who is no writer of scripts reads no marker.
func TestAPauseIsNotReadWhereNobodyWritesScripts(t *testing.T) {
	for text, read := range map[string]string{
		"Hello,<#0.8#> you are listening.": "Hello, you are listening.",
		"One.\n<#1#>\nTwo.":                "One. Two.",
		"今天<#0.5#>很好。":                     "今天 很好。",
		"1 <# 2":                           "1 <# 2",
	} {
		if got := Unpaused(text); got != read {
			t.Errorf("%q, not %q", got, read)
		}
	}
}
