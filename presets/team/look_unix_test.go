//go:build unix

package team

import (
	"context"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"voicestudio/presets"
)

// arsenal is a config in which every key that can name a program does.
func arsenal(program string) string {
	return strings.NewReplacer("RUN", program).Replace(`
[core]
	repositoryFormatVersion = 1
	fsmonitor = RUN
	hooksPath = HOOKS
	pager = RUN
	editor = RUN
	askPass = RUN
	sshCommand = RUN
	gitProxy = RUN
	alternateRefsCommand = RUN
[filter "x"]
	clean = RUN
	smudge = RUN
	required = true
[filter "y"]
	process = RUN
[diff "x"]
	textconv = RUN
	command = RUN
[diff]
	external = RUN
[merge "x"]
	driver = RUN
[pager]
	log = RUN
	status = RUN
	ls-tree = RUN
[alias]
	log = !RUN
	status = !RUN
	ls-tree = !RUN
	cat-file = !RUN
[credential]
	helper = !RUN
[gpg]
	program = RUN
[log]
	showSignature = true
[uploadpack]
	packObjectsHook = RUN
[interactive]
	diffFilter = RUN
[trailer "x"]
	command = RUN
[extensions]
	partialClone = origin
[remote "origin"]
	url = ext::RUN
	promisor = true
	uploadpack = RUN
	receivepack = RUN
[protocol "ext"]
	allow = always
`)
}

// stranger lays folders out and knows whether anything of it was run.
type stranger struct {
	t      *testing.T
	home   string
	marker string
	script string
	dir    string // with hero.json
}

func newStranger(t *testing.T) *stranger {
	home := t.TempDir()
	t.Setenv("HOME", home)
	t.Setenv("XDG_CONFIG_HOME", "")
	t.Setenv("GIT_CONFIG_NOSYSTEM", "1")
	s := &stranger{t: t, home: home, marker: filepath.Join(home, "ran"), script: filepath.Join(home, "run.sh"), dir: filepath.Join(home, "project", "voices")}
	s.write("run.sh", "#!/bin/sh\necho \"$0 $*\" >> "+s.marker+"\ncat\n")
	for _, name := range []string{"post-index-change", "fsmonitor-watchman", "reference-transaction"} {
		s.write("hooks/"+name, "#!/bin/sh\necho \"$0\" >> "+s.marker+"\n")
	}
	s.write(".gitconfig", "[user]\n\tname = Anna\n\temail = anna@example.org\n")
	s.repository("project")
	return s
}

func (s *stranger) write(name, text string) {
	s.t.Helper()
	path := filepath.Join(s.home, name)
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		s.t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o755); err != nil {
		s.t.Fatal(err)
	}
}

// repository makes a checkout with one committed preset.
func (s *stranger) repository(name string) {
	s.t.Helper()
	s.write(name+"/voices/hero.json", `{"name": "Hero", "request": {}}`)
	s.write(name+"/voices/.gitattributes", "*.json filter=x diff=x merge=x\n*.mp3 filter=y\n")
	top := filepath.Join(s.home, name)
	run(s.t, top, "init", "--quiet")
	run(s.t, top, "add", ".")
	run(s.t, top, "commit", "--quiet", "-m", "hero")
}

// arm puts the arsenal behind a config, and makes git look at the file itself.
func (s *stranger) arm(config string) {
	s.t.Helper()
	old, _ := os.ReadFile(filepath.Join(s.home, config))
	s.write(config, string(old)+strings.ReplaceAll(arsenal(s.script), "HOOKS", filepath.Join(s.home, "hooks")))
	later := time.Now().Add(time.Hour)
	os.Chtimes(filepath.Join(s.dir, "hero.json"), later, later)
}

func (s *stranger) move(from, to string) {
	s.t.Helper()
	os.MkdirAll(filepath.Dir(filepath.Join(s.home, to)), 0o755)
	if err := os.Rename(filepath.Join(s.home, from), filepath.Join(s.home, to)); err != nil {
		s.t.Fatal(err)
	}
}

func (s *stranger) ran() string {
	data, _ := os.ReadFile(s.marker)
	os.Remove(s.marker)
	return string(data)
}

// looks does everything that only looks at a folder.
func (s *stranger) looks() map[string]Tracked {
	s.t.Helper()
	l, err := presets.OpenLibrary(s.dir, s.dir, map[string]string{"team": filepath.Join(s.home, "team")})
	if err != nil {
		s.t.Fatal(err)
	}
	shelf, err := l.Read(ctx, nil)
	if err != nil || len(shelf.Search(presets.Query{Text: "hero"})) == 0 {
		s.t.Fatal(shelf, err)
	}
	e, err := l.Load("Hero")
	if err != nil {
		s.t.Fatal(err)
	}
	presets.Diff(e.Preset, presets.Preset{})
	if _, err := presets.Export(e); err != nil {
		s.t.Error(err)
	}
	if _, err := (presets.Linter{}).Lint(s.dir, e.File); err != nil {
		s.t.Error(err)
	}
	if plan, err := (presets.Folder{Dir: s.dir}).PlanImport(must(presets.Export(e))); err != nil || plan.Imports[0].Outcome != presets.ImportSame {
		s.t.Error(plan, err)
	}
	known := GitAll(ctx, l)
	if direct, err := Git(ctx, s.dir); err != nil || direct["hero.json"] != known[e.File] {
		s.t.Error(direct, err)
	}
	return known
}

func TestLookingAtAFolderOfAStrangerRunsNothing(t *testing.T) {
	layouts := map[string]func(*stranger){
		"an unpacked archive with its own .git": func(s *stranger) { s.arm("project/.git/config") },
		"a config that includes another": func(s *stranger) {
			s.arm("more")
			s.write("project/.git/config", "[include]\n\tpath = ../../more\n[includeIf \"gitdir:/\"]\n\tpath = "+s.home+"/more\n")
		},
		"a .git file that leads elsewhere": func(s *stranger) {
			s.move("project/.git", "project/hidden")
			s.write("project/.git", "gitdir: ./hidden\n")
			s.arm("project/hidden/config")
		},
		"a .git that is a link": func(s *stranger) {
			s.move("project/.git", "elsewhere")
			os.Symlink("../elsewhere", filepath.Join(s.home, "project/.git"))
			s.arm("elsewhere/config")
		},
		"a folder that is a bare repository": func(s *stranger) {
			os.RemoveAll(filepath.Join(s.home, "project/.git/hooks"))
			for _, name := range []string{"HEAD", "config", "objects", "refs", "index"} {
				s.move("project/.git/"+name, "project/voices/"+name)
			}
			os.RemoveAll(filepath.Join(s.home, "project/.git"))
			s.arm("project/voices/config")
			s.write("project/voices/config", string(must(os.ReadFile(filepath.Join(s.dir, "config"))))+"[core]\n\tbare = false\n\tworktree = ..\n")
		},
		"a linked worktree": func(s *stranger) {
			run(s.t, s.home+"/project", "worktree", "add", "--quiet", s.home+"/other")
			s.dir = s.home + "/other/voices"
			run(s.t, s.home+"/project", "config", "extensions.worktreeConfig", "true")
			s.arm("project/.git/worktrees/other/config.worktree")
		},
		"a submodule": func(s *stranger) {
			s.repository("super")
			run(s.t, s.home+"/super", "-c", "protocol.file.allow=always", "submodule", "--quiet", "add", s.home+"/project", "voices/sub")
			s.dir = s.home + "/super/voices/sub/voices"
			s.arm("super/.git/modules/voices/sub/config")
		},
		"objects of another repository": func(s *stranger) {
			run(s.t, s.home, "clone", "--quiet", "--shared", "project", "clone")
			s.dir = s.home + "/clone/voices"
			s.arm("clone/.git/config")
		},
		"a clone without its history": func(s *stranger) {
			run(s.t, s.home, "clone", "--quiet", "--depth=1", "file://"+s.home+"/project", "clone")
			s.dir = s.home + "/clone/voices"
			s.arm("clone/.git/config")
		},
		"SHA-256": func(s *stranger) {
			os.RemoveAll(s.home + "/project")
			os.Setenv("GIT_DEFAULT_HASH", "sha256")
			s.repository("project")
			os.Unsetenv("GIT_DEFAULT_HASH")
			s.arm("project/.git/config")
		},
		"packed refs": func(s *stranger) {
			run(s.t, s.home+"/project", "gc", "--quiet")
			s.arm("project/.git/config")
		},
		"variables of the shell": func(s *stranger) {
			s.repository("evil")
			s.arm("evil/.git/config")
			s.t.Setenv("GIT_DIR", s.home+"/evil/.git")
			s.t.Setenv("GIT_EXTERNAL_DIFF", s.script)
			s.t.Setenv("GIT_PAGER", s.script)
			s.t.Setenv("GIT_CONFIG_COUNT", "1")
			s.t.Setenv("GIT_CONFIG_KEY_0", "core.fsmonitor")
			s.t.Setenv("GIT_CONFIG_VALUE_0", s.script)
		},
	}
	for _, what := range slices.Sorted(maps.Keys(layouts)) {
		t.Run(what, func(t *testing.T) {
			s := newStranger(t)
			layouts[what](s)
			s.ran()
			known := s.looks()
			if ran := s.ran(); ran != "" {
				t.Errorf("it ran:\n%s", ran)
			}
			hero := known[filepath.Join(s.dir, "hero.json")]
			if bare := what == "a folder that is a bare repository"; hero.Committed == bare || (hero.Author != "Anna") != bare {
				t.Errorf("%+v", hero)
			}
			// The trap is a real one: git itself steps into it.
			status := exec.Command("git", "status")
			status.Dir = s.dir
			status.Run()
			if s.ran() == "" {
				t.Error("git status runs nothing here, so this shows nothing")
			}
		})
	}
}

func TestTheOwnLineEndsAreNoChange(t *testing.T) {
	const lf = "{\n\"name\": \"$Id$\",\n\"request\": {}}\n"
	s := newStranger(t)
	s.write("project/voices/.gitattributes", "*.json text ident\n")
	s.write("project/voices/ends.json", lf)
	run(t, s.dir, "add", ".")
	run(t, s.dir, "commit", "--quiet", "-m", "ends")
	run(t, s.home, "config", "--global", "core.autocrlf", "true")
	os.Remove(filepath.Join(s.dir, "ends.json"))
	run(t, s.dir, "checkout", "--", ".")
	if data := string(must(os.ReadFile(filepath.Join(s.dir, "ends.json")))); !strings.Contains(data, "\r\n") || strings.Contains(data, "$Id$") {
		t.Fatalf("git left %q", data)
	}
	if got, err := Git(ctx, s.dir); err != nil || !got["ends.json"].Committed || !got["hero.json"].Committed {
		t.Error(got, err)
	}
	s.write("project/voices/ends.json", strings.Replace(lf, "{}", "{ }", 1))
	if got, err := Git(ctx, s.dir); err != nil || got["ends.json"].Committed {
		t.Error(got, err)
	}
}

func TestAPipeOrAnEndlessFileInThePlaceOfOneOfGitIsNotReadToItsEnd(t *testing.T) {
	s := newStranger(t)
	run(t, s.dir, "branch", "-M", "main")
	for _, name := range []string{".git", ".git/config", ".git/HEAD", ".git/refs/heads/main", ".git/packed-refs", ".git/shallow", ".git/commondir", ".git/index", ".git/info/attributes", ".git/objects/info/alternates", "voices/.gitattributes", "voices/hero.json"} {
		path := filepath.Join(s.home, "project", name)
		aside := os.Rename(path, s.home+"/aside") // not all of them exist
		for what, lay := range map[string]func() error{
			"a pipe": func() error { return syscall.Mkfifo(path, 0o644) },
			"endless": func() error {
				f, err := os.Create(path)
				if err == nil {
					err = f.Truncate(1 << 40)
					f.Close()
				}
				return err
			},
		} {
			if err := lay(); err != nil {
				t.Fatal(err)
			}
			limited, stop := context.WithTimeout(ctx, time.Minute)
			if strings.Contains(name, "objects") { // git itself would read on: it is stopped
				limited, stop = context.WithTimeout(ctx, 500*time.Millisecond)
			}
			Git(limited, s.dir)
			if limited.Err() != nil && !strings.Contains(name, "objects") {
				t.Errorf("%s, %s: it does not end", name, what)
			}
			stop()
			if name == ".git/config" && what == "a pipe" {
				if _, err := Pull(ctx, s.dir, PreferNone); err == nil || !strings.Contains(err.Error(), "no file that can be read") {
					t.Error(err)
				}
			}
			os.Remove(path)
		}
		if aside == nil {
			os.Rename(s.home+"/aside", path)
		}
	}
	if got, err := Git(ctx, s.dir); err != nil || !got["hero.json"].Committed {
		t.Error(got, err)
	}
}

func TestWhatCannotBeFoundOutIsNotTold(t *testing.T) {
	s := newStranger(t)
	s.write("project/voices/hero.json", `{"name": "Hero", "request": {"model": "x"}}`)
	run(t, s.dir, "commit", "--quiet", "-am", "two")
	parent := strings.TrimSpace(run(t, s.dir, "rev-parse", "HEAD~"))
	s.write("project/voices/late.json", `{"name": "Late", "request": {}}`)
	run(t, s.dir, "add", ".")
	run(t, s.dir, "commit", "--quiet", "-m", "three")
	head := strings.TrimSpace(run(t, s.dir, "rev-parse", "HEAD~"))
	for _, id := range []string{parent, head} { // the history is torn, but the files are there
		os.Remove(filepath.Join(s.home, "project/.git/objects", id[:2], id[2:]))
	}
	got, err := Git(ctx, s.dir)
	if _, told := got["hero.json"]; err != nil || told {
		t.Errorf("%+v %v", got, err)
	}
}
