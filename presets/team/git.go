// Package team is what people who share presets by git do with them: Push and
// Pull join what they changed field by field, Outgoing says what the others would
// get, and Git tells who changed which file last. Looking runs nothing that a
// folder could name; Push and Pull obey the config of the checkout, as git does.
package team

import (
	"bytes"
	"context"
	"errors"
	"os"
	"os/exec"
	"regexp"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"voicestudio/presets"
)

// git runs git in dir and returns what it said. It asks nothing, runs no
// hooks and reads none of our keys, but obeys the config of the checkout.
func git(ctx context.Context, dir, stdin string, args ...string) (string, error) {
	cmd := command(ctx, dir, args...)
	var out, fault bytes.Buffer
	cmd.Stdout, cmd.Stderr, cmd.Stdin = &out, &fault, strings.NewReader(stdin)
	err := cmd.Run()
	if ctx.Err() != nil {
		finish(cmd)
	}
	return ended(ctx, err, verbOf(args), &out, &fault)
}

// ended is the outcome of a run of git as a sentence.
func ended(ctx context.Context, err error, verb string, out, fault *bytes.Buffer) (string, error) {
	switch {
	case ctx.Err() != nil:
		return "", ctx.Err()
	case err == nil, errors.Is(err, exec.ErrWaitDelay): // an ssh that stays for the next connection holds the pipe
		return out.String(), nil
	case errors.Is(err, exec.ErrNotFound):
		return "", presets.Refuse(err, say.git.missing)
	}
	words := said(fault.String() + out.String())
	return out.String(), &GitFault{presets.Refuse(err, say.git.failed(verb, words)), verb, words}
}

// GitFault is a run of git that failed. Its sentence is safe to print.
type GitFault struct {
	error
	verb  string
	words string // git's own, which are those of LC_ALL=C in every language of ours
}

func (g *GitFault) Unwrap() error { return g.error }

// Remote reports that git spoke to a remote, which could not be reached or
// said no.
func (g *GitFault) Remote() bool { return g.verb == "fetch" || g.verb == "push" }

// Refused reports that the remote said no.
func (g *GitFault) Refused() bool {
	return g.Remote() && g.says("rejected", "declined", "denied", "uthentication failed", "could not read Username")
}

func (g *GitFault) says(any ...string) bool {
	return slices.ContainsFunc(any, func(words string) bool { return strings.Contains(g.words, words) })
}

// gitSays looks for words in what git printed about an error, for the cases
// that git gives no exit code of their own.
func gitSays(err error, any ...string) bool {
	g, failed := errors.AsType[*GitFault](err)
	return failed && g.says(any...)
}

func verbOf(args []string) string {
	for len(args) > 1 && strings.HasPrefix(args[0], "-") {
		args = args[1:]
	}
	return args[0]
}

func command(ctx context.Context, dir string, args ...string) *exec.Cmd {
	cmd := exec.CommandContext(ctx, "git", append([]string{
		"--no-pager", "--literal-pathspecs",
		// A pull, a push or a list must not start other programs unexpectedly.
		"-c", "core.hooksPath=/dev/null", "-c", "core.fsmonitor=false", "-c", "log.showSignature=false", "-c", "protocol.ext.allow=never",
		"-c", "safe.bareRepository=explicit",
		"-c", "core.quotePath=false", "-c", "color.ui=false", "-c", "i18n.logOutputEncoding=UTF-8",
		"-c", "gc.auto=0", "-c", "maintenance.auto=false", "-c", "submodule.recurse=false", "-c", "rebase.updateRefs=false",
	}, args...)...)
	cmd.Dir = dir
	cmd.WaitDelay = 2 * time.Second
	cmd.Env = append(slices.DeleteFunc(os.Environ(), func(v string) bool {
		name, _, _ := strings.Cut(v, "=")
		mine := slices.ContainsFunc([]string{"GIT_SSH", "GIT_AUTHOR_", "GIT_COMMITTER_", "GIT_CONFIG_GLOBAL", "GIT_CONFIG_NOSYSTEM", "GIT_SSL", "GIT_PROXY"}, func(p string) bool { return strings.HasPrefix(name, p) })
		return strings.HasPrefix(name, "GIT_") && !mine || strings.HasSuffix(name, "_API_KEY") || name == "LANGUAGE"
	}), "LC_ALL=C", "GIT_TERMINAL_PROMPT=0", "GIT_ASKPASS=", "SSH_ASKPASS_REQUIRE=never", "GIT_EDITOR=true", "GIT_SEQUENCE_EDITOR=true", "GIT_OPTIONAL_LOCKS=0")
	asGroup(cmd)
	return cmd
}

var progress = regexp.MustCompile(`^(remote: )?[A-Z][a-z ]+: +(\d+% \(|\d+(, done\.)?$)`)

// said is what git printed, as one printable sentence: with the cure that it
// names, without its hints, which speak of commands that we run.
func said(text string) string {
	const mostLines, most = 12, 1500
	var lines []string
	for line := range strings.Lines(text) {
		line = strings.TrimRight(line, "\r\n")
		line = presets.Safe(line[strings.LastIndexByte(line, '\r')+1:])
		if strings.TrimSpace(line) != "" && !strings.HasPrefix(line, "hint:") && !progress.MatchString(line) {
			lines = append(lines, strings.TrimPrefix(strings.TrimPrefix(line, "fatal: "), "error: "))
		}
	}
	var s strings.Builder
	set := false // the line before is set off, as git does with commands
	for i, line := range lines[max(0, len(lines)-mostLines):] {
		before, off := set, strings.HasPrefix(line, " ") || strings.HasPrefix(line, "\t")
		set, line = off, strings.TrimSpace(line)
		first, _ := utf8.DecodeRuneInString(line)
		switch {
		case i == 0:
		case off && !before, !off && unicode.IsLower(first), strings.ContainsAny(s.String()[s.Len()-1:], ".:,"):
			s.WriteByte(' ')
		default:
			s.WriteString("; ")
		}
		s.WriteString(line)
	}
	short := []rune(s.String())
	if len(short) > most {
		short = append(short[:most], '…')
	}
	return string(short)
}
