package cli

import (
	"os"
	"os/exec"
	"strings"
	"testing"

	"voicestudio/ui/studio/paint"
)

// reads shows a manual page as man does on 80 columns, and what it complains of.
func (p *person) readsManual(file string) (page, complaints string) {
	p.t.Helper()
	cmd := exec.CommandContext(p.t.Context(), "man", "--warnings", "-l", file)
	cmd.Env, cmd.Dir = append(p.env, "MANWIDTH=80", "LC_ALL=C.UTF-8", "MANOPT=--nj", "GROFF_NO_SGR=", "MANPAGER=cat", "PAGER=cat"), p.home
	var errs strings.Builder
	cmd.Stderr = &errs
	out, err := cmd.Output()
	if err != nil {
		p.t.Fatal(err, errs.String())
	}
	return string(out), errs.String()
}

func TestTheManualHasEverythingOn80ColumnsInEveryLanguage(t *testing.T) {
	t.Parallel()
	need(t, "man")
	p := newPerson(t)
	for lang, parts := range map[string][]string{
		"en": {"NAME\n       voicestudio - ", "\nSYNOPSIS\n", "\nCOMMANDS\n", "   preset fingerprint NAME...", "--reference FILE", "\nFILES\n", "config.json", "\nENVIRONMENT\n", "DASHSCOPE_API_KEY", "\nEXIT STATUS\n", "130    Interrupted.", "\nSEE ALSO\n"},
		"zh": {"名称\n       voicestudio - ", "\n用法\n", "\n命令\n", "   preset fingerprint NAME...", "\n文件\n", "\n环境变量\n", "DASHSCOPE_API_KEY", "\n退出码\n", "130    被中断。"},
	} {
		got := p.runs("", "man", "--lang", lang)
		if got.code != 0 || got.err != "" {
			t.Fatal(got)
		}
		page, complaints := p.readsManual(p.write(lang+".1", got.out))
		if complaints != "" {
			t.Errorf("%s: %s", lang, complaints)
		}
		for _, part := range parts {
			if !strings.Contains(page, part) {
				t.Errorf("%s: nothing of %q", lang, part)
			}
		}
		for line := range strings.SplitSeq(page, "\n") {
			if paint.Width(line) > 80 {
				t.Errorf("%s: %d cells: %s", lang, paint.Width(line), line)
			}
		}
	}
	got := p.runs("", "man", "--dir", "pages")
	if got.code != 0 || !strings.HasPrefix(got.err, "voicestudio: made pages: ") {
		t.Fatal(got)
	}
	page, complaints := p.readsManual(p.path("pages/voicestudio-takes-export.1"))
	if complaints != "" || !strings.Contains(page, "voicestudio-takes-export - Write a take to a file for others") || !strings.Contains(page, "--loudness LUFS") || strings.Contains(page, "--host") {
		t.Error(page, complaints)
	}
	if list, err := os.ReadDir(p.path("pages")); err != nil || len(list) < 50 {
		t.Errorf("%d pages, %v", len(list), err)
	}
}

func TestNothingInAPageIsObeyedByRoff(t *testing.T) {
	t.Parallel()
	for said, want := range map[string]string{".SH x": `\&.SH x`, `a\b`: `a\eb`, "--set": `\-\-set`, "it's": `it\(aqs`, "'quoted'": `\(aqquoted\(aq`} {
		if got := roffText(said); got != want {
			t.Errorf("%q: %s", said, got)
		}
	}
}
