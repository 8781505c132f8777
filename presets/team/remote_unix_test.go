//go:build unix

package team

import (
	"context"
	"errors"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync/atomic"
	"syscall"
	"testing"
	"testing/synctest"
	"time"

	"voicestudio/presets"
)

// obeys replaces how Anna's git reaches the remote by a script of hers.
func obeys(t *testing.T, f presets.Folder, script string) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "ssh")
	if err := os.WriteFile(path, []byte("#!/bin/sh\n"+script), 0o755); err != nil {
		t.Fatal(err)
	}
	run(t, f.Dir, "config", "core.sshCommand", path)
	run(t, f.Dir, "remote", "set-url", "origin", "ssh://nobody.invalid/team.git")
}

func TestWhatGitStartedEndsWithIt(t *testing.T) {
	anna, _ := team(t)
	mustSave(t, anna, presets.Preset{Name: "One"})
	mustPush(t, anna)
	pids := filepath.Join(t.TempDir(), "pids")
	// As a script of a company may be: it has children, and does not care for signals.
	obeys(t, anna, "trap '' INT TERM HUP\nsleep 1000 & echo $$ $! > "+pids+".new; mv "+pids+".new "+pids+"; wait; wait; wait\n")
	limited, stop := context.WithCancel(ctx)
	done := make(chan error)
	go func() {
		_, err := Pull(limited, anna.Dir, PreferNone)
		done <- err
	}()
	var started []byte
	waitFor(t, func() bool { started, _ = os.ReadFile(pids); return len(started) > 0 })
	stop()
	if err := <-done; !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
	for _, field := range strings.Fields(string(started)) {
		pid, _ := strconv.Atoi(field)
		waitFor(t, func() bool { return syscall.Kill(pid, 0) != nil || zombie(pid) })
	}
}

func waitFor(t *testing.T, true func() bool) {
	t.Helper()
	for deadline := time.Now().Add(30 * time.Second); !true(); time.Sleep(5 * time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatal("it never came")
		}
	}
}

// zombie is a process that has ended, and whose parent has not looked.
func zombie(pid int) bool {
	stat, err := os.ReadFile("/proc/" + strconv.Itoa(pid) + "/stat")
	return err == nil && strings.Contains(string(stat), ") Z ")
}

func TestASilentRemoteIsGivenUp(t *testing.T) {
	anna, _ := team(t)
	mustSave(t, anna, presets.Preset{Name: "One"})
	mustPush(t, anna)
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	was := silence
	silence = time.Second
	defer func() { silence = was }()
	for _, address := range []string{"git://" + l.Addr().String() + "/team.git", "http://anna:geheim@" + l.Addr().String() + "/team.git"} {
		run(t, anna.Dir, "remote", "set-url", "origin", address)
		_, err = Pull(ctx, anna.Dir, PreferNone)
		if err == nil || !strings.Contains(err.Error(), `git fetch failed: the remote "origin" sent nothing for 1 seconds, so it was given up`) || strings.Contains(err.Error(), "geheim") {
			t.Error(err)
		}
	}
}

func TestARemoteThatGoesOnSpeakingIsNotGivenUp(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var given atomic.Bool
		l := &listener{timer: time.AfterFunc(silence, func() { given.Store(true) })}
		for range 100 {
			time.Sleep(silence - time.Second)
			l.Write([]byte("still here\n"))
		}
		if synctest.Wait(); given.Load() {
			t.Error("it was given up")
		}
		time.Sleep(silence + time.Second)
		if synctest.Wait(); !given.Load() {
			t.Error("it is still waited for")
		}
	})
}

func TestAFolderAndItsRepositoryMustNameEachOther(t *testing.T) {
	for what, c := range map[string]struct {
		lay  func(s *stranger)
		want string // "" means that it works
	}{
		"a bare repository": {func(s *stranger) {
			for _, name := range []string{"HEAD", "config", "objects", "refs"} {
				s.move("project/.git/"+name, "project/voices/"+name)
			}
			os.RemoveAll(filepath.Join(s.home, "project/.git"))
		}, "is not in a git checkout"},
		"somebody else's repository": {func(s *stranger) {
			s.repository("private")
			os.RemoveAll(s.home + "/project/.git")
			s.write("project/.git", "gitdir: ../private/.git\n")
		}, "which does not name this folder"},
		"a link to somebody else's": {func(s *stranger) {
			s.repository("private")
			os.RemoveAll(s.home + "/project/.git")
			os.Symlink("../private/.git", s.home+"/project/.git")
		}, "which does not name this folder"},
		"files elsewhere": {func(s *stranger) {
			os.Mkdir(s.home+"/home", 0o755)
			run(s.t, s.dir, "config", "core.worktree", s.home+"/home")
		}, "says that its files are in"},
		"a linked worktree": {func(s *stranger) {
			run(s.t, s.home+"/project", "worktree", "add", "--quiet", s.home+"/other")
			s.dir = s.home + "/other/voices"
		}, ""},
		"a submodule": {func(s *stranger) {
			s.repository("super")
			run(s.t, s.home+"/super", "-c", "protocol.file.allow=always", "submodule", "--quiet", "add", s.home+"/project", "sub")
			s.dir = s.home + "/super/sub/voices"
		}, ""},
		"a repository beside its folder": {func(s *stranger) {
			run(s.t, s.home+"/project", "init", "--quiet", "--separate-git-dir", s.home+"/apart")
			run(s.t, s.dir, "config", "core.worktree", s.home+"/project")
		}, ""},
	} {
		t.Run(what, func(t *testing.T) {
			s := newStranger(t)
			run(t, s.home, "init", "--quiet", "--bare", "team.git")
			run(t, s.home+"/project", "remote", "add", "team", s.home+"/team.git")
			c.lay(s)
			if c.want == "" && what == "a submodule" {
				run(t, s.dir, "remote", "set-url", "origin", s.home+"/team.git")
			}
			s.write("private/voices/hero.json", `{"name": "Mine", "request": {}}`)
			before := s.ran() + heads(s)
			_, err := Push(ctx, s.dir, PreferNone)
			if c.want == "" && err != nil || c.want != "" && (err == nil || !strings.Contains(err.Error(), c.want) || heads(s) != before) {
				t.Error(err)
			}
		})
	}
}

// sh runs what a message says.
func sh(t *testing.T, dir, line string) {
	t.Helper()
	cmd := exec.Command("sh", "-c", line)
	cmd.Dir = dir
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%s: %v\n%s", line, err, out)
	}
}

func heads(s *stranger) string {
	data, _ := os.ReadFile(s.home + "/private/.git/refs/heads/master")
	return string(data)
}

func TestAPushSaysWhatGitDoesNotSee(t *testing.T) {
	anna, _ := team(t)
	for _, name := range []string{"One", "Hidden", "It's new"} {
		mustSave(t, anna, presets.Preset{Name: name})
	}
	write(t, anna, "draft.json", "{")
	write(t, anna, ".gitignore", "# drafts\n*new.json\n!one.json\ndraft.json\n")
	mustPush(t, anna)
	run(t, anna.Dir, "update-index", "--assume-unchanged", "hidden.json")
	for range 2 {
		s := mustPush(t, anna)
		if s.Committed != nil || s.Pushed || len(s.Skipped) != 1 || !strings.Contains(s.Skipped[0].Error(), `it-s-new.json: git ignores it, by the rule "*new.json" in line 2 of voices/.gitignore: take the rule away, or git -C '`) {
			t.Errorf("%+v", s)
		}
	}
	change(t, anna, "Hidden", speed(1.5))
	if s := mustPush(t, anna); len(s.Skipped) != 2 || !strings.Contains(s.Skipped[1].Error(), "hidden.json: git was told not to see that it changed") {
		t.Errorf("%+v", s)
	}
	_, cure, _ := strings.Cut(mustPush(t, anna).Skipped[1].Reason, ": ")
	_, other, _ := strings.Cut(mustPush(t, anna).Skipped[0].Reason, ", or ")
	sh(t, anna.Dir, cure+" && "+other)
	if s := mustPush(t, anna); !s.Pushed || !slices.Equal(s.Committed, []string{"Hidden", "It's new"}) || s.Skipped != nil {
		t.Errorf("%+v", s)
	}
}

func TestNothingIsCalledCommittedThatWasNot(t *testing.T) {
	anna, _ := team(t)
	mustSave(t, anna, presets.Preset{Name: "One"})
	mustPush(t, anna)
	change(t, anna, "One", speed(1.5))
	lock := filepath.Join(filepath.Dir(anna.Dir), ".git", "index.lock")
	os.WriteFile(lock, nil, 0o644)
	s, err := Push(ctx, anna.Dir, PreferNone)
	if err == nil || s.Committed != nil || !strings.Contains(err.Error(), "index.lock") || !strings.Contains(err.Error(), "remove the file manually to continue") {
		t.Errorf("%+v %v", s, err)
	}
	os.Remove(lock)
	run(t, anna.Dir, "config", "--unset", "user.email")
	run(t, anna.Dir, "config", "user.useConfigOnly", "true")
	s, err = Push(ctx, anna.Dir, PreferNone)
	if err == nil || s.Committed != nil || !strings.Contains(err.Error(), `git config --global user.email "you@example.com"; git config --global user.name "Your Name"`) {
		t.Errorf("%+v %v", s, err)
	}
	if got := run(t, anna.Dir, "status", "--short"); got != " M one.json\n" {
		t.Errorf("%s", got)
	}
}

func TestNoRemoteIsTakenForAnOption(t *testing.T) {
	anna, _ := team(t)
	mustSave(t, anna, presets.Preset{Name: "One"})
	mustPush(t, anna)
	ran := filepath.Join(t.TempDir(), "ran")
	run(t, anna.Dir, "config", "branch.main.remote", "--upload-pack=touch "+ran+";git-upload-pack")
	change(t, anna, "One", speed(1.5))
	if s, err := Push(ctx, anna.Dir, PreferNone); err == nil || s.Pushed {
		t.Error(s, err)
	}
	if _, err := os.Stat(ran); err == nil {
		t.Error("it ran")
	}
}

func TestPasswordsInAddressesAreNotShown(t *testing.T) {
	for text, want := range map[string]string{
		"unable to access 'https://anna:geheim@example.org/x'":   "unable to access 'https://example.org/x'",
		"https://ghp_geheim@example.org/x and ssh://a:b@host/":   "https://example.org/x and ssh://host/",
		"https://anna:ge@he@im@example.org/x":                    "https://example.org/x",
		"https://anna:ge/heim@example.org/x":                     "https://example.org/x",
		"https://example.org:8080/team@home.git, git@host:x.git": "https://example.org:8080/team@home.git, git@host:x.git",
	} {
		if got := presets.Refuse(nil, text).Error(); got != want {
			t.Errorf("%s", got)
		}
	}
	anna, _ := team(t)
	mustSave(t, anna, presets.Preset{Name: "One"})
	run(t, anna.Dir, "add", ".")
	run(t, anna.Dir, "commit", "--quiet", "-m", "Merge https://anna:geheim@example.org/x")
	address := "http://anna:geheim@127.0.0.1:9/team.git"
	run(t, anna.Dir, "config", "branch.main.remote", address)
	run(t, anna.Dir, "config", "branch.main.merge", "refs/heads/main")
	_, pull := Pull(ctx, anna.Dir, PreferNone)
	_, push := Push(ctx, anna.Dir, PreferNone)
	known, err := Git(ctx, anna.Dir)
	if pull == nil || push == nil || err != nil || known["one.json"].Subject != "Merge https://example.org/x" {
		t.Fatal(pull, push, known, err)
	}
	if said := pull.Error() + push.Error(); strings.Contains(said, "geheim") {
		t.Error(said)
	}
}
