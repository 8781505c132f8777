package team

import (
	"bufio"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"syscall"

	"voicestudio/presets"
)

// repo is a working copy as the small text files of git tell it. Its config
// is not read: a folder may have been laid out by anybody, and a config names
// programs.
type repo struct {
	top    string // the folder that holds .git, without links
	prefix string // from top to the folder of presets, "" or ending in /
	git    string // where HEAD is
	common string // where refs and objects are: elsewhere in a linked worktree
	// apart is true where .git is a file or a link and so leads elsewhere.
	apart bool
}

// findRepo looks for .git in a folder and those above. A folder that is itself
// laid out like a repository is none.
func findRepo(dir string) (repo, bool) {
	dir, err := presets.Resolved(dir)
	if err != nil {
		return repo{}, false
	}
	for top := dir; ; {
		if r, found := repoAt(top); found {
			inside, err := filepath.Rel(top, dir)
			if err != nil {
				return repo{}, false
			}
			if r.prefix = filepath.ToSlash(inside) + "/"; inside == "." {
				r.prefix = ""
			}
			return r, true
		}
		up := filepath.Dir(top)
		if up == top {
			return repo{}, false
		}
		top = up
	}
}

func repoAt(top string) (r repo, found bool) {
	entry := filepath.Join(top, ".git")
	info, err := os.Stat(entry)
	if err != nil {
		return r, false
	}
	git, err := presets.Resolved(entry)
	if err != nil {
		return r, false
	}
	r = repo{top: top, git: git, apart: git != entry}
	if info.Mode().IsRegular() {
		to, is := strings.CutPrefix(line(entry), "gitdir: ")
		if !is || remotePath(to) {
			return r, false
		}
		if !filepath.IsAbs(to) {
			to = filepath.Join(top, filepath.FromSlash(to))
		}
		if r.git, err = presets.Resolved(to); err != nil {
			return r, false
		}
		r.apart = true
	}
	r.common = r.git
	if to := line(filepath.Join(r.git, "commondir")); to != "" && !remotePath(to) {
		if !filepath.IsAbs(to) {
			to = filepath.Join(r.git, filepath.FromSlash(to))
		}
		if r.common, err = presets.Resolved(to); err != nil {
			return r, false
		}
	}
	objects, err := os.Stat(r.objects())
	return r, err == nil && objects.IsDir() && line(filepath.Join(r.git, "HEAD")) != ""
}

func (r repo) objects() string { return filepath.Join(r.common, "objects") }

// remotePath is another machine's on Windows, which would be told who we are.
func remotePath(path string) bool {
	return strings.HasPrefix(path, `\\`) || strings.HasPrefix(path, "//")
}

var objectID = regexp.MustCompile(`^([0-9a-f]{40}|[0-9a-f]{64})$`) // SHA-1 or SHA-256

// head is the id of the commit that is checked out, "" before the first one.
// ok is false where it cannot be told, as with refs that are no text files.
func (r repo) head() (id string, ok bool) {
	value := line(filepath.Join(r.git, "HEAD"))
	for range 5 { // as many as git follows
		ref, symbolic := strings.CutPrefix(value, "ref:")
		if !symbolic {
			return value, objectID.MatchString(value)
		}
		ref = strings.TrimSpace(ref)
		if !strings.HasPrefix(ref, "refs/") || !filepath.IsLocal(filepath.FromSlash(ref)) || strings.HasSuffix(ref, ".invalid") {
			return "", false
		}
		path := filepath.Join(r.common, filepath.FromSlash(ref))
		if _, err := os.Lstat(path); err != nil {
			return r.packed(ref), true
		}
		value = line(path)
	}
	return "", false
}

// packed finds a ref that has no file of its own.
func (r repo) packed(ref string) (id string) {
	f, err := openText(filepath.Join(r.common, "packed-refs"))
	if err != nil {
		return ""
	}
	defer f.Close()
	lines := bufio.NewScanner(io.LimitReader(f, 64<<20)) // half a million refs
	for lines.Scan() {
		if id, name, _ := strings.Cut(lines.Text(), " "); name == ref && objectID.MatchString(id) {
			return id
		}
	}
	return ""
}

// shallow are the commits at which a shallow clone ends.
func (r repo) shallow() (ids []string) {
	f, err := openText(filepath.Join(r.common, "shallow"))
	if err != nil {
		return nil
	}
	defer f.Close()
	lines := bufio.NewScanner(io.LimitReader(f, 1<<20))
	for lines.Scan() {
		if objectID.MatchString(lines.Text()) {
			ids = append(ids, lines.Text())
		}
	}
	return ids
}

// line is the first line of a small text file, "" where there is none.
func line(path string) string {
	f, err := openText(path)
	if err != nil {
		return ""
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, 8<<10))
	if err != nil {
		return ""
	}
	first, _, _ := strings.Cut(string(data), "\n")
	return strings.TrimRight(first, "\r ")
}

// openText opens nothing but a regular file, and never waits for a pipe.
func openText(path string) (*os.File, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, fs.ErrInvalid
	}
	f, err := os.OpenFile(path, os.O_RDONLY|syscall.O_NONBLOCK, 0)
	if err != nil {
		return nil, err
	}
	if info, err = f.Stat(); err == nil && !info.Mode().IsRegular() {
		err = fs.ErrInvalid
	}
	if err != nil {
		f.Close()
		return nil, err
	}
	return f, nil
}
