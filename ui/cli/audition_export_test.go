package cli

import (
	"os"
	"regexp"
	"strings"
	"testing"

	"voicestudio/presets/audition"
)

func TestAPageForListenersIsWrittenWithoutAHost(t *testing.T) {
	t.Parallel()
	need(t, "espeak-ng", "lame", "opusenc")
	p := author(t)
	if made := p.runs("", "audition", "new", "First / line", "--text", "Hello there, how are you?", "--voice", "Wise_Woman", "--set", "audio_setting.format=mp3,opus", "--voice", "Calm_Woman", "--yes"); made.code != 0 {
		t.Fatalf("%+v", made)
	}
	away := *p // at a host without a key, which nobody could reach
	away.with("HTTPS_PROXY=http://127.0.0.1:1")
	p.write(".config/voicestudio/config.json", `{"host": "minimax"}`)
	got := away.runs("", "audition", "export", "first / line", "--out", "page.html")
	said := `^made page\.html: 3 clips, 3 pairs, \d+\.\d KiB, levels matched, free\n` +
		`1 clip was encoded as mp3, to play everywhere and to be small\n` +
		`send it; what listeners save or copy comes back by: voicestudio audition import 'first / line' FILE\.\.\.\n$`
	page := p.read("page.html")
	if got.code != 0 || got.err != "" || !regexp.MustCompile(said).MatchString(got.out) || !strings.HasPrefix(page, "<!doctype html>") {
		t.Errorf("%+v", got)
	}
	a, _ := p.auditions().Load("first / line")
	if len(a.Tests) != 1 || !strings.Contains(page, `"test":"`+a.Tests[0].ID+`"`) {
		t.Errorf("%+v", a.Tests)
	}
	// The same again is the same page; another one overwrites nothing unasked.
	if again := p.runs("", "audition", "export", "first / line", "--out", "page.html"); again.code != 0 {
		t.Errorf("%+v", again)
	}
	other := []string{"audition", "export", "first / line", "--out", "page.html", "--kind", "rank", "--page-lang", "zh"}
	if got := p.runs("", other...); got.code != exitMachine || !strings.Contains(got.err, "page.html is there already") || got.out != "" || p.read("page.html") != page {
		t.Errorf("%+v", got)
	}
	if a, _ := p.auditions().Load("first / line"); len(a.Tests) != 1 {
		t.Errorf("what nobody has got is asked: %+v", a.Tests)
	}
	if got := p.runs("", append(other, "--replace")...); got.code != 0 || !strings.Contains(got.out, ": 3 clips, to be put in order, ") || !strings.Contains(p.read("page.html"), `<html lang="zh-CN">`) {
		t.Errorf("%+v", got)
	}
	if got := p.runs("", "audition", "export", "first / line", "--out", "-"); got.code != 0 || got.out != page || !strings.HasPrefix(got.err, "voicestudio: made standard output: 3 clips") {
		t.Errorf("%d, %d bytes of %d, %s", got.code, len(got.out), len(page), got.err)
	}
	// Of those with stars; what is not made, or is one with another, is told.
	p.auditions().Edit("first / line", func(a *audition.Audition) {
		a.Candidates[0].Stars, a.Candidates[2].Stars = 1, 3
		for _, take := range []string{"", a.Candidates[0].Take} {
			more := a.Candidates[0]
			more.ID, more.Label, more.Take, more.Request.VoiceSetting.Vol = "", "more"+take[:min(2, len(take))], take, new(2.0)
			a.Candidates = append(a.Candidates, more)
		}
	})
	got = p.runs("", "audition", "export", "first / line", "--out", "stars.html", "--only-starred")
	if got.code != 0 || !strings.Contains(got.out, "stars.html: 2 clips, 1 pair, ") || !strings.Contains(got.out, `left out, since not made: "more"`) || !strings.Contains(got.out, `left out, since another one has the same take: "more`+a.Candidates[0].Take[:2]+`"`) {
		t.Errorf("%+v", got)
	}
}

func TestExitCodesOfAPage(t *testing.T) {
	t.Parallel()
	need(t, "espeak-ng", "lame")
	p := author(t)
	if made := p.runs("", "audition", "new", "x", "--text", "Hello there.", "--voice", "Wise_Woman", "--set", "voice_setting.vol=1,2", "--yes"); made.code != 0 {
		t.Fatalf("%+v", made)
	}
	for _, c := range []struct {
		args []string
		code int
		says string
	}{
		{[]string{"x"}, 2, "out: no file is named; give --out FILE"},
		{[]string{"nothing", "--out", "p.html"}, 2, `there is no audition "nothing"; voicestudio audition list shows all`},
		{[]string{"x", "--out", "p.html", "--kind", "both"}, 2, `kind: there is no page that asks "both"; choose one of pairs, rank`},
		{[]string{"x", "--out", "p.html", "--page-lang", "de"}, 2, `page-lang: the page does not speak "de"; choose one of en, zh`},
		{[]string{"x", "--out", "p.html", "--only-starred"}, 2, "only-starred: no candidate has a star"},
		{[]string{"x", "--out", "none/p.html"}, 1, "out: none/p.html cannot be written: no such file or directory"},
		{[]string{"x", "--out", "/dev/full"}, 1, "out: /dev/full cannot be written: no space left on device"},
		{[]string{"x", "y", "--out", "p.html"}, 2, "2 arguments were given"},
	} {
		if got := p.runs("", append([]string{"audition", "export"}, c.args...)...); got.code != c.code || !strings.Contains(got.err, c.says) || got.out != "" {
			t.Errorf("%v: %+v", c.args, got)
		}
	}
	for line, want := range map[string]string{"--kind": "pairs\nrank\n", "--page-lang": "en\tEnglish\nzh\t简体中文\n"} {
		if got := p.runs("", "__complete", "audition", "export", "x", line, ""); !strings.HasPrefix(got.out, want) {
			t.Errorf("%+v", got)
		}
	}
	if got := p.runs("", "audition", "export", "x", "--out", "p.html"); got.code != 0 || strings.Contains(got.out, "levels matched") || !strings.Contains(got.out, "\nthe levels are not matched: the volume is what the candidates differ in\n") {
		t.Errorf("%+v", got)
	}
	a, _ := p.auditions().Load("x")
	os.Truncate(p.path(".local/share/voicestudio/takes/"+a.Candidates[1].Take+".mp3"), 5000)
	os.Remove(p.path("p.html"))
	got := p.runs("", "audition", "export", "x", "--out", "p.html")
	if _, err := os.Stat(p.path("p.html")); got.code != exitRequest || err == nil || !strings.Contains(got.err, `the take of "`+a.Candidates[1].Label+`" is faulty, so nobody can judge it; make it again`) {
		t.Errorf("%+v", got)
	}
}
