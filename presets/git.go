package presets

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
)

// Tracked is what git knows of one file.
type Tracked struct {
	// Author, Time and Subject are those of the commit that changed the file
	// last; empty where it was never committed. They are safe to print.
	Author  string
	Time    time.Time
	Subject string
	// Committed is true where the file is as it was committed.
	Committed bool
}

// Git asks git, in two calls, about every file of a folder; the keys are the
// files' names. Without git, or outside a checkout, the map is nil.
func Git(ctx context.Context, dir string) (map[string]Tracked, error) {
	if _, err := exec.LookPath("git"); err != nil {
		return nil, nil
	}
	// The short form knows paths that are relative to dir.
	status, err := git(ctx, dir, "", "-c", "status.relativePaths=true", "status", "--short", "--no-renames", "--untracked-files=all", "--", ".")
	if err != nil {
		if strings.Contains(err.Error(), "not a git repository") || errors.Is(err, fs.ErrNotExist) {
			return nil, nil
		}
		return nil, err
	}
	differs := map[string]string{} // "??" is a file that git does not know
	for line := range strings.Lines(status) {
		if len(line) > 4 {
			differs[unquotePath(strings.TrimSuffix(line[3:], "\n"))] = line[:2]
		}
	}
	files, err := os.ReadDir(dir)
	if err != nil {
		return nil, plain("read the folder", dir, err)
	}
	wanted, all := map[string]bool{}, []string{}
	for _, f := range files {
		if name := f.Name(); !f.IsDir() {
			all = append(all, name)
			if differs[name] != "??" {
				wanted[name] = true
			}
		}
	}
	known, err := lastCommits(ctx, dir, wanted)
	if err != nil {
		return nil, err
	}
	for _, name := range all {
		t, found := known[name]
		t.Committed = found && differs[name] == ""
		known[name] = t
	}
	return known, nil
}

// lastCommits reads the history backwards until every wanted file was seen.
func lastCommits(ctx context.Context, dir string, wanted map[string]bool) (map[string]Tracked, error) {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	cmd := command(ctx, dir, "log", "--relative", "--no-renames", "--name-only", "--format=%x01%an%x01%at%x01%s", "--", ".")
	out, err := cmd.StdoutPipe()
	if err == nil {
		err = cmd.Start()
	}
	if err != nil {
		return nil, refuse(err, "git cannot be started: %s", printable(err.Error()))
	}
	known := map[string]Tracked{}
	var last Tracked
	lines := bufio.NewScanner(out)
	lines.Buffer(nil, 1<<20)
	for len(known) < len(wanted) && lines.Scan() {
		line := lines.Text()
		if parts := strings.SplitN(line, "\x01", 4); len(parts) == 4 {
			seconds, _ := strconv.ParseInt(parts[2], 10, 64) // git writes digits
			last = Tracked{Author: printable(parts[1]), Time: time.Unix(seconds, 0).UTC(), Subject: printable(parts[3])}
		} else if name := unquotePath(line); wanted[name] {
			if _, seen := known[name]; !seen {
				known[name] = last
			}
		}
	}
	stop()
	cmd.Wait() // killed once enough was read; a repository without commits fails and has told nothing
	return known, nil
}

// unquotePath undoes the C string that git makes of a name with quotes or
// control characters in it.
func unquotePath(path string) string {
	if name, err := strconv.Unquote(path); err == nil && strings.HasPrefix(path, `"`) {
		return name
	}
	return path
}

// git runs git in dir and returns what it said. It never asks anything, runs
// no hooks and reads none of our keys.
func git(ctx context.Context, dir, stdin string, args ...string) (string, error) {
	cmd := command(ctx, dir, args...)
	var out, fault bytes.Buffer
	cmd.Stdout, cmd.Stderr, cmd.Stdin = &out, &fault, strings.NewReader(stdin)
	err := cmd.Run()
	switch {
	case err == nil:
		return out.String(), nil
	case ctx.Err() != nil:
		return "", ctx.Err()
	case errors.Is(err, exec.ErrNotFound):
		return "", refuse(err, "git is not installed")
	}
	verb := args[0]
	for i := 0; i+2 < len(args) && args[i] == "-c"; i += 2 {
		verb = args[i+2]
	}
	return out.String(), refuse(err, "git %s failed: %s", verb, said(fault.String()+out.String()))
}

func command(ctx context.Context, dir string, args ...string) *exec.Cmd {
	cmd := exec.CommandContext(ctx, "git", append([]string{
		"--no-pager", "--literal-pathspecs",
		// What a checkout's own config could have git run behind our back.
		"-c", "core.hooksPath=/dev/null", "-c", "core.fsmonitor=false", "-c", "log.showSignature=false", "-c", "protocol.ext.allow=never",
		"-c", "core.quotePath=false", "-c", "color.ui=false", "-c", "i18n.logOutputEncoding=UTF-8",
		"-c", "gc.auto=0", "-c", "maintenance.auto=false", "-c", "submodule.recurse=false", "-c", "rebase.updateRefs=false",
	}, args...)...)
	cmd.Dir = dir
	cmd.WaitDelay = 5 * time.Second
	cmd.Env = append(slices.DeleteFunc(os.Environ(), func(v string) bool {
		name, _, _ := strings.Cut(v, "=")
		mine := slices.ContainsFunc([]string{"GIT_SSH", "GIT_AUTHOR_", "GIT_COMMITTER_", "GIT_CONFIG_GLOBAL", "GIT_CONFIG_NOSYSTEM", "GIT_SSL", "GIT_PROXY"}, func(p string) bool { return strings.HasPrefix(name, p) })
		return strings.HasPrefix(name, "GIT_") && !mine || strings.HasSuffix(name, "_API_KEY") || name == "LANGUAGE"
	}), "LC_ALL=C", "GIT_TERMINAL_PROMPT=0", "GIT_ASKPASS=", "SSH_ASKPASS_REQUIRE=never", "GIT_EDITOR=true", "GIT_SEQUENCE_EDITOR=true", "GIT_OPTIONAL_LOCKS=0")
	detach(cmd)
	return cmd
}

var password = regexp.MustCompile(`://[^/@\s]*@`)

// said is the end of what git printed, as one printable sentence.
func said(text string) string {
	var lines []string
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(printable(line))
		if line != "" && !strings.HasPrefix(line, "hint:") {
			lines = append(lines, strings.TrimPrefix(strings.TrimPrefix(line, "fatal: "), "error: "))
		}
	}
	if len(lines) > 3 {
		lines = lines[len(lines)-3:]
	}
	s := []rune(password.ReplaceAllString(strings.Join(lines, "; "), "://"))
	return string(s[:min(len(s), 300)])
}
