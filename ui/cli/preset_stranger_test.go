package cli

import (
	"os"
	"strings"
	"testing"
)

func TestLookingAtACloneRunsNothingOfIt(t *testing.T) {
	t.Parallel()
	need(t, "git")
	p := author(t)
	p.write(".gitconfig", "[user]\n\tname = Anna\n\temail = anna@example.org\n")
	ran := p.path("ran")
	trap := "[filter \"x\"]\n\tclean = touch " + ran + "; cat\n[core]\n\tfsmonitor = touch " + ran + "; false\n\tsshCommand = touch " + ran + "\n"
	dir := ".voicestudio/presets/"
	p.write(dir+"hero.json", strings.Replace(warm, "Warm", "Hero", 1))
	p.write(dir+".gitattributes", "*.json filter=x\n")
	p.gits("init", "--quiet", ".")
	p.gits("add", ".voicestudio")
	p.gits("commit", "--quiet", "-m", "hero")
	look := func(what, changed string) {
		t.Helper()
		p.write(dir+"hero.json", strings.Replace(warm, "Warm", "Hero", 1)) // so that git would look into it
		for _, args := range [][]string{{"list"}, {"list", "--json"}, {"show", "Hero"}, {"show", dir + "hero.json"}, {"diff", "Hero", "Hero"}, {"lint"}, {"lint", "--json", dir},
			{"export", "Hero", "--out", "x.json"}, {"import", "x.json", "--dry-run", "--into", dir}, {"snippet", "Hero"}, {"schema"}} {
			if got := p.runs("", append([]string{"preset"}, args...)...); got.code != 0 {
				t.Errorf("%s: %v: %+v", what, args, got)
			}
			if _, err := os.Stat(ran); err == nil {
				t.Fatalf("%s: %v ran a program of the folder", what, args)
			}
		}
		if got := p.runs("", "preset", "list", "--folder", "project").out; !strings.HasPrefix(got, "Hero  project  narration  "+changed) {
			t.Errorf("%s: %s", what, got)
		}
	}
	p.write(".git/config", trap)
	look("an unpacked archive", "Anna, 2")
	for _, name := range []string{"HEAD", "objects", "refs", "index"} {
		if err := os.Rename(p.path(".git/"+name), p.path(dir+name)); err != nil {
			t.Fatal(err)
		}
	}
	os.RemoveAll(p.path(".git"))
	p.write(dir+"config", trap+"[core]\n\trepositoryFormatVersion = 0\n\tbare = false\n\tworktree = "+p.home+"\n")
	look("a bare repository", "2026-11-02")
	if got := p.runs("", "preset", "pull", dir); got.code != 2 || !strings.Contains(got.err, "is not in a git checkout") {
		t.Errorf("%+v", got)
	}
	// Git itself steps into the trap.
	p.gits("-C", dir, "status")
	if _, err := os.Stat(ran); err != nil {
		t.Error("the trap is none, so this shows nothing")
	}
}

func TestAbsurdNumbersAreSaidAndKept(t *testing.T) {
	t.Parallel()
	p := author(t).with("EDITOR=true")
	for name, request := range map[string]string{
		"speed":  `{"voice_setting": {"voice_id": "Wise_Woman", "speed": -1, "vol": -0.1, "pitch": 1000000000000000000}}`,
		"heavy":  `{"timbre_weights": [{"voice_id": "Wise_Woman", "weight": 4611686018427387905}, {"voice_id": "Deep_Voice_Man", "weight": -9223372036854775808}]}`,
		"muted":  `{"timbre_weights": [{"voice_id": "Wise_Woman", "weight": 0}, {"voice_id": "Deep_Voice_Man", "weight": 40}]}`,
		"single": `{"timbre_weights": [{"voice_id": "Wise_Woman", "weight": 0}]}`,
		"huge":   `{"voice_setting": {"voice_id": "Wise_Woman", "speed": 1e308, "vol": -0}, "audio_setting": {"sample_rate": 9223372036854775807, "channel": -3}}`,
	} {
		p.write(own+name+".json", `{"version": 1, "name": "`+name+`", "request": `+request+`}`)
	}
	for _, c := range []struct {
		args string
		code int
		want string // on either output
	}{
		{"show speed", 0, "speed −1.00×\npitch +1000000000000000000 st\nvolume −0.1×\n"},
		{"show heavy", 0, "voice Wise Woman 4611686018427387905, Deep Voice Man −9223372036854775808\n"},
		{"show single", 0, "voice Wise Woman\n"},
		{"show huge", 0, "speed 1e+308×"},
		{"diff speed huge", 1, "sample rate 9223372036854775807 Hz"},
		{"diff single speed", 1, "voice Wise Woman, written in another way\n"},
		{"lint", 1, "single.json:1: error: timbre_weights[0].weight: the weight 0 of Wise_Woman is out of range; choose a weight from 1 to 100, or leave the voice out\n"},
		{"lint", 1, "speed.json:1: error: voice_setting.speed: -1 is out of range; choose a value from 0.5 to 2\n"},
		{"lint", 1, "muted.json:1: error: timbre_weights[0].weight: the weight 0"},
		{"snippet heavy", 2, "the weight 4611686018427387905 of Wise_Woman is out of range"},
		{"snippet speed", 2, "voice_setting.speed: -1 is out of range"},
		{"edit speed", 2, "what you wrote is kept"},
		{"edit speed --set voice_setting.speed=1", 2, "is out of range"},
		{"edit huge --set voice_setting.speed=fast", 2, "voice_setting.speed"},
		{"export speed heavy muted single huge --out all.json", 0, "made all.json: 5 presets, free"},
		{"import all.json --into back", 0, "imported into back"},
		{"diff heavy back/heavy.json", 0, ""},
		{"diff huge back/huge.json", 0, ""},
		{"list", 0, "heavy"},
	} {
		got := p.runs("", append([]string{"preset"}, strings.Fields(c.args)...)...)
		if got.code != c.code || !strings.Contains(got.out+got.err, c.want) || strings.Contains(got.err, "goroutine") {
			t.Errorf("%s: %+v", c.args, got)
		}
	}
	if got := p.runs("", "preset", "edit", "speed", "--set", "voice_setting.speed=1", "--set", "voice_setting.vol=1", "--set", "voice_setting.pitch=1"); got.code != 0 {
		t.Errorf("%+v", got)
	}
}

func TestANameIsTheSameWhateverItWasTypedOn(t *testing.T) {
	t.Parallel()
	const composed, apart = "Caf\u00e9", "Cafe\u0301" // a Mac's file names and some editors
	p := author(t)
	p.write(own+apart+".json", "\ufeff"+strings.ReplaceAll(strings.Replace(warm, `"name": "Warm",`, `"name": "`+apart+`", "notes": "a`+apart+`\r\nb",`, 1), "\n", "\r\n"))
	for _, name := range []string{composed, apart, "own:" + apart} {
		if got := p.runs("", "preset", "show", name); got.code != 0 || !strings.HasPrefix(got.out, composed+"\n") {
			t.Errorf("%+v", got)
		}
	}
	if got := p.runs("", "preset", "new", composed); got.code != 2 || !strings.Contains(got.err, "another preset is named") {
		t.Errorf("%+v", got)
	}
	if got := p.runs("", "preset", "new", apart+" 2", "--tag", "#x"+apart+", y", "--notes", apart, "--voice", "Wise_Woman"); got.code != 0 {
		t.Errorf("%+v", got)
	}
	if got := p.runs("", "preset", "show", "--json", composed+" 2").out; strings.Contains(got, apart) || !strings.Contains(got, `"tags": [
    "x`+composed+`",
    "y"
  ]`) {
		t.Error(got)
	}
	// What was saved stands there as a person would write it.
	if got := p.runs("", "preset", "edit", apart, "--tag", "kept"); got.code != 0 {
		t.Errorf("%+v", got)
	}
	data, err := os.ReadFile(p.path(own + apart + ".json"))
	if text := string(data); err != nil || strings.ContainsAny(text, "\ufeff\r") || !strings.Contains(text, `"notes": "a`+composed+`\nb"`) {
		t.Errorf("%v %q", err, data)
	}
	if got := p.runs("", "preset", "export", apart, "--out", "x.json"); got.code != 0 {
		t.Errorf("%+v", got)
	}
	bundle, _ := os.ReadFile(p.path("x.json"))
	p.write("bom.json", "\ufeff"+strings.ReplaceAll(string(bundle), composed, apart))
	if got := p.runs("", "preset", "import", "bom.json"); got.code != 0 || !strings.HasPrefix(got.out, "same  "+composed) {
		t.Errorf("%+v", got)
	}
}

func TestTagsAreFoundHoweverTheyWereTyped(t *testing.T) {
	t.Parallel()
	p := author(t)
	for name, tags := range map[string][]string{"Blank": {"--tag", "calm evening"}, "Comma": {"--tag", "calm,evening"}, "Hash": {"--tag", "#calm #evening"}, "Twice": {"--tag", "calm", "--tag", "evening calm"}} {
		if got := p.runs("", append([]string{"preset", "new", name, "--voice", "Wise_Woman"}, tags...)...); got.code != 0 {
			t.Fatalf("%+v", got)
		}
	}
	// A tag of two words that an older version saved.
	p.write(own+"old.json", strings.NewReplacer("Warm", "Old", `"narration"`, `"calm evening", "#loud"`).Replace(warm))
	for args, want := range map[string]string{
		"#calm":              "Blank Comma Hash Old Twice",
		"#even":              "Blank Comma Hash Twice",
		"#loud":              "Old",
		"--tag calm evening": "Blank Comma Hash Old Twice",
		"--tag evening":      "Blank Comma Hash Twice",
		"--tag #calm":        "Blank Comma Hash Twice",
		"--tag #loud":        "Old",
	} {
		words := []string{args}
		if flag, value, is := strings.Cut(args, " "); is {
			words = []string{flag, value}
		}
		got := p.runs("", append([]string{"preset", "list", "--folder", "own"}, words...)...)
		var names []string
		for line := range strings.Lines(got.out) {
			names = append(names, strings.Fields(line)[0])
			if strings.Contains(line, "Twice") && !strings.Contains(line, "calm, evening") {
				t.Errorf("%s", line)
			}
		}
		if strings.Join(names, " ") != want {
			t.Errorf("%s: %q\n%s", args, names, got.err)
		}
	}
}

func TestATeamsNameStandsForItsFolder(t *testing.T) {
	t.Parallel()
	p := author(t)
	p.write(".config/voicestudio/config.json", `{"teams": {"brand": "~/src/voices", "Caf\u00e9": "~/src/cafe"}}`)
	p.write("src/voices/warm.json", warm)
	p.write("src/voices/broken.json", "{")
	p.write("src/cafe/x.json", strings.Replace(warm, "Warm", "X", 1))
	p.write("bundle.json", `{"voicestudio_bundle": 1, "presets": [{"preset": `+strings.Replace(warm, "Warm", "Hero", 1)+`}]}`)
	for _, c := range []struct {
		args string
		code int
		want string
	}{
		{"lint brand", 1, p.path("src/voices/broken.json") + ":1: error: "},
		{"lint Cafe\u0301", 0, ""},
		{"lint nobody", 2, "nobody"},
		{"import bundle.json --into brand", 0, "imported into " + p.path("src/voices")},
		{"list --folder brand", 0, "Hero  brand"},
		{"list --folder src/voices", 0, "Hero  brand"},
		{"list --folder brnad", 2, `there is no folder "brnad"`},
		{"list --folder starters", 0, "starters"},
		{"new New --voice Wise_Woman --folder brand", 0, p.path("src/voices/new.json")},
		{"copy New Newer --folder brand", 0, p.path("src/voices/newer.json")},
		{"pull brand", 2, "is not in a git checkout"},
		{"push brand", 2, "is not in a git checkout"},
	} {
		got := p.runs("", append([]string{"preset"}, strings.Fields(c.args)...)...)
		if got.code != c.code || !strings.Contains(got.out+got.err, c.want) {
			t.Errorf("%s: %+v", c.args, got)
		}
	}
	// A folder of this name in the working folder is meant first, as for pull.
	p.write("brand/good.json", warm)
	if got := p.runs("", "preset", "lint", "brand"); got.code != 0 {
		t.Errorf("%+v", got)
	}
}

func TestAtATerminalAPassphraseCanBeTyped(t *testing.T) {
	t.Parallel()
	need(t, "git")
	anna, _ := teammates(t)
	anna.write("checkout/voices/warm.json", warm)
	if got := anna.runs("", "preset", "push", "us"); got.code != 0 {
		t.Fatalf("%+v", got)
	}
	bare := strings.TrimSpace(anna.gits("-C", "checkout", "remote", "get-url", "origin"))
	ssh := anna.write("ssh", "#!/bin/sh\nif ! printf 'passphrase: ' > /dev/tty; then echo nobody to ask >&2; exit 1; fi\nread -r word < /dev/tty\n[ \"$word\" = open ] || exit 1\nexec git-upload-pack "+bare+"\n")
	if err := os.Chmod(ssh, 0o755); err != nil {
		t.Fatal(err)
	}
	anna.gits("-C", "checkout", "remote", "set-url", "origin", "ssh://nobody.invalid/us.git")
	anna.gits("-C", "checkout", "config", "core.sshCommand", ssh)
	path := strings.TrimSpace(anna.gits("--exec-path"))
	for i, env := range anna.env {
		if strings.HasPrefix(env, "PATH=") {
			anna.env[i] = env + ":" + path
		}
	}
	if got := anna.runs("", "preset", "pull", "us"); got.code != exitStream || !strings.Contains(got.err, "nobody to ask") {
		t.Errorf("without a terminal: %+v", got)
	}
	x := anna.opens(t, "preset", "pull", "us")
	x.sees("passphrase:")
	x.types("open\r")
	x.sees("nothing new")
	if code := x.ends(); code != 0 {
		t.Errorf("exit %d", code)
	}
	x = anna.opens(t, "preset", "pull", "us")
	x.sees("passphrase:")
	x.types("\x1a\x03") // ctrl+z does nothing, ctrl+c ends it
	if code := x.ends(); code != exitInterrupted {
		t.Errorf("exit %d\n%s", code, x.text())
	}
}
