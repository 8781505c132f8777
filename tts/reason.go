package tts

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"regexp"
	"strings"
	"syscall"
)

// Reason is an error as people read it: without the system's call and the path, which
// may be of a temporary file, and in the language that is spoken where the system says
// no for one of its usual reasons.
func Reason(err error) string {
	return told(err, func(_, reason string) string { return reason })
}

// InWords is an error as Reason has it, with the file that the system names.
func InWords(err error) string { return told(err, About) }

func told(err error, about func(path, reason string) string) string {
	text := err.Error()
	said := func(call error, path string, why error) {
		reason := systemSays(why)
		if path != "" {
			reason = about(Clean(path), reason)
		}
		text = strings.ReplaceAll(text, call.Error(), reason)
	}
	if e, found := errors.AsType[*fs.PathError](err); found {
		said(e, e.Path, e.Err)
	}
	if e, found := errors.AsType[*os.LinkError](err); found {
		said(e, e.New, e.Err) // the other is often a temporary one
	}
	if e, found := errors.AsType[*os.SyscallError](err); found {
		said(e, "", e.Err)
	}
	if e, found := errors.AsType[*exec.Error](err); found {
		said(e, e.Name, e.Err)
	}
	if exit, is := errors.AsType[*exec.ExitError](err); is && exit.Exited() {
		text = strings.ReplaceAll(text, exit.Error(), say.system.exited(exit.ExitCode()))
	}
	if number, is := errors.AsType[syscall.Errno](err); is {
		said(number, "", number)
	}
	return text
}

// systemReasons are why a system says no to those who read and write files. Some
// are of every system, the others have these numbers where there are any.
var systemReasons = []struct {
	is  error
	say *string
}{
	{exec.ErrNotFound, &say.system.notInstalled},
	{fs.ErrPermission, &say.system.permission},
	{fs.ErrNotExist, &say.system.notThere},
	{syscall.ENOTEMPTY, &say.system.notEmpty},
	{fs.ErrExist, &say.system.there},
	{syscall.ENOTDIR, &say.system.noFolder},
	{syscall.EISDIR, &say.system.folder},
	{syscall.ENOSPC, &say.system.full},
	{syscall.EROFS, &say.system.readOnly},
	{syscall.ENAMETOOLONG, &say.system.longName},
	{syscall.EMFILE, &say.system.tooMany},
	{syscall.ENFILE, &say.system.tooMany},
	{syscall.EIO, &say.system.device},
	{syscall.EBUSY, &say.system.busy},
	{syscall.ENOEXEC, &say.system.noProgram},
	{syscall.ELOOP, &say.system.loop},
	{syscall.EPIPE, &say.system.hungUp},
	{io.ErrShortWrite, &say.system.full},
}

func systemSays(err error) string {
	for _, reason := range systemReasons {
		if errors.Is(err, reason.is) {
			return *reason.say
		}
	}
	return err.Error()
}

// unexpected is what encoding/json says of a sign that cannot stand where it does.
var unexpected = regexp.MustCompile(`^invalid character '(.*)' (.*)$`)

// NoJSON is why a text is no JSON, as encoding/json found, in plain words.
func NoJSON(err error) string {
	said := err.Error()
	if errors.Is(err, io.ErrUnexpectedEOF) || errors.Is(err, io.EOF) || strings.HasPrefix(said, "unexpected end") {
		return say.json.ends
	}
	found := unexpected.FindStringSubmatch(said)
	if found == nil {
		return say.json.wrong
	}
	sign, where := Clean(found[1]), found[2]
	switch sign {
	case `"`:
		sign = say.json.mark
	case `\'`:
		sign = "'"
	}
	closes := sign == "}" || sign == "]"
	switch {
	case strings.HasPrefix(where, "in string literal"):
		return say.json.quote
	case strings.HasPrefix(where, "in string escape"), strings.HasPrefix(where, `in \u`):
		return say.json.backslash(sign)
	case strings.HasPrefix(where, "after top-level"):
		return say.json.behind(sign)
	case closes && strings.HasPrefix(where, "looking for beginning"):
		return say.json.surplusComma(sign)
	case strings.HasPrefix(where, "looking for beginning of object key"):
		return say.json.name(sign)
	case strings.HasPrefix(where, "after object key:value"), strings.HasPrefix(where, "after array"):
		return say.json.comma(sign)
	case strings.HasPrefix(where, "after object key"):
		return say.json.colon(sign)
	}
	return say.json.value(sign)
}
