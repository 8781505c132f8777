package cli

import (
	"bytes"
	"encoding/binary"
	"io"
	"os"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/charmbracelet/x/ansi"

	"voicestudio/tts/lines"
)

const chapter = "# The harbour\n\nIt was *late* when the boat came in. Nobody stood at the rail.\n\n<#1#>\n\n晚安，谢谢大家。\n"

func TestATextBecomesAScriptAndKeepsItsTakesWhenItIsEdited(t *testing.T) {
	t.Parallel()
	p, h := narrator(t)
	p.write("ch.md", chapter)
	at := []string{"--host", "minimax"}
	got := p.runs("", append([]string{"script", "import", "ch.md", "--out", "ch.json", "--preset", "Storyteller"}, at...)...)
	f := p.script("ch.json")
	if got.code != 0 || got.out != "ch.json: 3 lines\n" || !strings.Contains(got.err, "3 to be made at MiniMax, about 85 characters, about $0.0") || f.Preset != "Storyteller" || f.Host != "minimax" || f.Name != "ch" || len(f.Request.Voices()) == 0 {
		t.Fatalf("%+v\n%+v", got, f)
	}
	if f.Rows[1].Text != "It was late when the boat came in. Nobody stood at the rail." || f.Rows[1].Pause == nil {
		t.Errorf("%+v", f.Rows)
	}
	p.runs("", append([]string{"render", "ch.json"}, h.args[2:]...)...) // the host is the script's
	if f = p.script("ch.json"); len(made(f)) != 3 {
		t.Fatalf("%+v", f)
	}
	p.write("ch.md", strings.Replace(chapter, "# The harbour", "# The old harbour\n\nOnce.", 1))
	if got = p.runs("", "script", "import", "ch.md", "--out", "ch.json"); got.code != exitMachine || !strings.Contains(got.err, "ch.json is there already and holds something else; name another file, or overwrite it with --replace") || len(p.script("ch.json").Rows) != 3 {
		t.Errorf("%+v", got)
	}
	got = p.runs("", "script", "import", "ch.md", "--out", "ch.json", "--replace")
	now := p.script("ch.json")
	if got.code != 0 || len(now.Rows) != 4 || len(made(now)) != 2 || now.Rows[3].Chosen != f.Rows[2].Chosen || now.Preset != "Storyteller" {
		t.Errorf("%+v\n%+v", got, now)
	}
}

func TestTheStudiosScriptsAreListedShownAndRenderedByTheirIDs(t *testing.T) {
	t.Parallel()
	p, h := narrator(t)
	if got := p.runs("", "script", "list"); got.code != 0 || got.out != "" || !strings.Contains(got.err, "no script is kept") {
		t.Errorf("%+v", got)
	}
	got := p.runs("One is here. Two is here.\n\nThree is here.", "script", "import", "-", "--format", "txt", "--sentences")
	id, _, _ := strings.Cut(got.out, ":")
	if got.code != 0 || !strings.Contains(got.out, ": 3 lines, kept as ") {
		t.Fatalf("%+v", got)
	}
	p.write("second.txt", "Later.")
	p.runs("", "script", "import", "second.txt")
	p.write(".local/state/voicestudio/scripts/newer.json", `{"version": 9, "lines": []}`)
	if got = p.runs("", append([]string{"render", id}, h.args...)...); got.code != 0 || len(h.texts()) != 3 {
		t.Fatalf("%+v", got)
	}
	got = p.runs("", "script", "list")
	rows := strings.Split(strings.TrimSpace(got.out), "\n")
	if len(rows) != 2 || !strings.HasPrefix(rows[0], id) || !strings.Contains(rows[0], "3 of 3 lines  One is here.") ||
		!strings.Contains(rows[1], "0 of 1 line   second · Later.") || !strings.Contains(got.err, "made by a newer voicestudio") {
		t.Errorf("%+v", got)
	}
	if got = p.runs("", "script", "list", "--json"); !strings.HasPrefix(got.out, `{"scripts":[{"id":"`+id+`","name":"","file":"`) || !strings.Contains(got.out, `"broken":[{"file":"`) {
		t.Errorf("%+v", got)
	}
	if got = p.runs("", "__complete", "script", "show", id[:2]); !strings.Contains(got.out, id+"\tOne is here.") {
		t.Errorf("%+v", got)
	}
	if got = p.runs("", "__complete", "render", "zz"); got.out != "json\ncsv\n:8\n" {
		t.Errorf("%+v", got)
	}
	got = p.runs("", append([]string{"script", "show", id}, h.args[:4]...)...)
	if got.code != 0 || !strings.Contains(got.out, "2  made  0:0") || strings.Contains(got.err, "to be made") {
		t.Errorf("%+v", got)
	}
	// Another host has none of it, and it is free.
	got = p.runs("", "script", "show", id, "--json")
	if shown := got.report(t); got.code != 0 || !strings.Contains(got.out, `"state":"elsewhere"`) || !strings.Contains(got.out, `"due":{"lines":3,"characters":38,"host":"sandbox","price":null,"unpriced":0}`) || shown["remarks"] == nil {
		t.Errorf("%+v", got)
	}
	if got = p.runs("", "render", id, "--dry-run", "--json"); got.report(t)["unpriced"] != 0.0 {
		t.Errorf("%+v", got)
	}
	if err := os.RemoveAll(p.path(".local/share/voicestudio/takes")); err != nil {
		t.Fatal(err)
	}
	if got = p.runs("", "script", "show", id); !strings.Contains(got.out, "  0 of 3 lines\n") {
		t.Errorf("takes that are gone: %+v", got)
	}
}

// utf16Of is a text as some editors save it.
func utf16Of(text string) string {
	b := []byte{0xff, 0xfe}
	for _, u := range utf16.Encode([]rune(text)) {
		b = binary.LittleEndian.AppendUint16(b, u)
	}
	return string(b)
}

func TestExitCodesOfScripts(t *testing.T) {
	need(t, "espeak-ng", "lame")
	p := newPerson(t)
	for _, variable := range []string{"XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "PPIO_API_KEY"} {
		t.Setenv(variable, "")
	}
	t.Setenv("HOME", p.home)
	t.Chdir(p.home)
	long := strings.Repeat("Word upon word. ", 700)
	for name, text := range map[string]string{
		"long.json":   `{"version": 1, "lines": [{"text": "` + strings.TrimSpace(long) + `"}, {"text": "Short."}]}`,
		"tags.json":   `{"version": 1, "lines": [{"text": "<#1#>"}, {"text": "Short."}]}`,
		"newer.json":  `{"version": 2, "lines": {"of": "another form"}}`,
		"broken.json": "{\"version\": 1,\n\"lines\": [",
		"utf16.json":  utf16Of(`{"version": 1, "lines": [{"text": "Hi."}]}`),
		"none.json":   `{"version": 1, "lines": []}`,
		"preset.json": `{"version": 1, "name": "w", "request": {}}`,
		"host.json":   `{"version": 1, "host": "mars", "lines": [{"text": "Hi."}]}`,
		"voice.json":  `{"version": 1, "request": {"voice_setting": {"speed": 9}}, "lines": [{"text": "Hi."}]}`,
		"good.json":   `{"version": 1, "lines": [{"text": "Short."}, {"text": "And sweet."}]}`,
		"script":      `{"version": 1, "lines": [{"text": "Hi."}]}`,
		"empty.json":  "", "empty.txt": "\n \n", "tags.txt": "<#1#>\n<#2#>\n", "long.txt": long, "utf16.txt": utf16Of("Good evening.\n\n晚安。"),
		"latin.txt": "caf\xe9", "table.csv": "who,words\na,b\n", "x.srt": "no subtitles",
	} {
		p.write(name, text)
	}
	os.Mkdir(p.path("folder.json"), 0o755)
	os.Mkdir(p.path("folder"), 0o755)
	for _, c := range []struct {
		line string
		code int
		says string
	}{
		{"render long.json", exitRequest, "line 1: text: 11199 characters are too many; divide it; voicestudio script import does that, so that no line is longer than 9999"},
		{"render tags.json", exitRequest, "line 1: "},
		{"render newer.json", exitRequest, "newer.json: made by a newer voicestudio (version 2 of the file, this program knows 1); nothing in it is changed"},
		{"render broken.json", exitRequest, "broken.json: line 2: not valid JSON"},
		{"render utf16.json", exitRequest, "not UTF-8"},
		{"render none.json", exitRequest, "the script has no line; write some into it"},
		{"render empty.json", exitRequest, "empty, as after a power cut"},
		{"render preset.json", exitRequest, "it has no lines, so it is no script"},
		{"render host.json", exitRequest, `there is no host "mars"`},
		{"render voice.json", exitRequest, "line 1: voice_setting.speed: "},
		{"render nothing.json", exitRequest, `there is no script "nothing.json"; name a file`},
		{"render folder.json", exitRequest, "folder.json: not a regular file"},
		{"render script", exitRequest, `"script" does not end in .json`},
		{"render good.json --host mars", exitRequest, "there is no host mars"},
		{"render good.json --host ppio", exitRequest, "PPIO_API_KEY"},
		{"render good.json --jobs 2", exitRequest, "--jobs is about the rows of a CSV file, and this is a script of lines"},
		{"render table.csv --out x.wav", exitRequest, "--out is about a script of lines, and this is a CSV file"},
		{"render good.json --lines 3", exitRequest, "there is no line 3; the script has 2 lines"},
		{"render good.json --lines x", exitRequest, `"x" is no line; write lines as 3,7-9`},
		{"render good.json --lines 2-1", exitRequest, `"2-1" is no line`},
		{"render good.json --lines 1 --out x.wav", exitRequest, "the whole needs line 2, too; leave out --lines, or write it without them: --partial"},
		{"render good.json --out x.ogg", exitRequest, `"x.ogg" has no ending of a sound`},
		{"render good.json --subtitles x.txt", exitRequest, "x.txt is neither .srt nor .vtt"},
		{"render good.json --loudness 3 --out x.wav", exitRequest, "3 LUFS is out of range"},
		{"render good.json --each a/{n}.wav", exitRequest, "each: a name of a file has no /"},
		{"render good.json --out table.csv", exitRequest, "no ending of a sound"},
		{"script show newer.json", exitRequest, "made by a newer voicestudio"},
		{"script show abcdef", exitRequest, `there is no script "abcdef"`},
		{"script import empty.txt", exitRequest, `"empty.txt": there is nothing in the file that could be spoken`},
		{"script import tags.txt", exitRequest, `"tags.txt": there is nothing in the file that could be spoken`},
		{"script import latin.txt", exitRequest, `"latin.txt": it is not valid UTF-8`},
		{"script import table.csv", exitRequest, `"table.csv": the table has no column called text`},
		{"script import x.srt", exitRequest, `"x.srt": the file has no subtitles in it`},
		{"script import folder", exitRequest, "is a folder"},
		{"script import none.txt", exitRequest, "none.txt"},
		{"script import good.json", exitRequest, `"good.json" may be a script already`},
		{"script import long.txt --out x.wav", exitRequest, `"x.wav" does not end in .json`},
		{"script import long.txt --format doc", exitRequest, `no script is made of "doc"; choose one of txt, md`},
		{"script import -", exitRequest, "standard input has no name that says what is in it; choose one of txt"},
		{"script import long.txt --host mars", exitRequest, "there is no host mars"},
		{"script import long.txt --preset nobody", exitRequest, "nobody"},
		{"script import utf16.txt --out newer.json --replace", exitRequest, "made by a newer voicestudio"},
		{"script import utf16.txt --out preset.json --replace", exitRequest, "it has no lines, so it is no script"},
		{"script import utf16.txt --out u.json", exitDone, ""},
		{"script import long.txt --out l.json", exitDone, ""},
	} {
		before := p.read("newer.json") + p.read("preset.json")
		var errs bytes.Buffer
		if code := Main(strings.Fields(c.line), strings.NewReader(""), io.Discard, &errs); code != c.code || !strings.Contains(errs.String(), c.says) {
			t.Errorf("%s: exit %d, not %d: %s\nwithout: %s", c.line, code, c.code, errs.String(), c.says)
		}
		if p.read("newer.json")+p.read("preset.json") != before {
			t.Errorf("%s: what is no script was changed", c.line)
		}
	}
	var out bytes.Buffer
	if Main(strings.Fields("render nothing.json --json"), strings.NewReader(""), &out, io.Discard); !strings.Contains(out.String(), `"price":[]`) || !strings.Contains(out.String(), `"files":[]`) {
		t.Errorf("the total of a script that is not there: %s", out.String())
	}
	if f := p.script("u.json"); len(f.Rows) != 2 || f.Rows[1].Text != "晚安。" {
		t.Errorf("%+v", f.Rows)
	}
	if f := p.script("l.json"); len(f.Rows) != 2 || len([]rune(f.Rows[0].Text)) > lines.Longest {
		t.Errorf("%d lines", len(f.Rows))
	}
	if f := p.script("long.json"); len(made(f)) != 1 || len(made(p.script("tags.json"))) != 1 {
		t.Error("the other line was not made")
	}
}

func TestTheHelpAboutScriptsFitsIntoEightyColumns(t *testing.T) {
	t.Parallel()
	for _, line := range []string{"render", "script", "script import", "script list", "script show"} {
		var out bytes.Buffer
		Main(append(strings.Fields(line), "--help"), strings.NewReader(""), &out, io.Discard)
		help := out.String()
		about, _, _ := strings.Cut(help, "\nFlags")
		for row := range strings.Lines(about) {
			if n := ansi.StringWidth(strings.TrimRight(row, "\n")); n > 80 {
				t.Errorf("%s: %d columns: %s", line, n, row)
			}
		}
		if !strings.Contains(help, "Examples") {
			t.Errorf("%s:\n%s", line, help)
		}
	}
}

func FuzzPickedLines(f *testing.F) {
	for _, seed := range []string{"3,7-9", "1", "1-", "-1", "9-1", "1,,2", "99999999999999999999", "1-5,2-3"} {
		f.Add(seed, 9)
	}
	f.Fuzz(func(t *testing.T, said string, most int) {
		picked, err := pickedLines(said, min(most, 1000))
		for i := range picked {
			if err != nil || i < 0 || i >= most {
				t.Errorf("%q of %d: %v, %v", said, most, picked, err)
			}
		}
	})
}
