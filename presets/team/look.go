package team

import (
	"bufio"
	"bytes"
	"cmp"
	"context"
	"crypto/sha1"
	"crypto/sha256"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"time"

	"voicestudio/presets"
)

// Tracked is what git knows of one file.
type Tracked struct {
	// Author, Time and Subject are those of the commit that changed the file
	// last; empty where it was never committed. They are safe to print.
	Author  string
	Time    time.Time
	Subject string
	// Committed is true where the file is as the checked-out commit has it,
	// line ends aside.
	Committed bool
}

// patience is how long git may take to tell about a folder. A history is read
// in well under a second; a hostile repository could keep git for ever.
const patience = 10 * time.Second

// Git tells about every preset file of a folder; the keys are the files'
// names. What cannot be found out in ten seconds is left out. Without git, or
// outside a checkout, the map is nil. The error is ctx's.
//
// Nothing is run that the folder could name, whoever made it: git reads the
// commits and trees of the checkout as objects of a repository of our own,
// with our config, and files are compared with their blobs here.
func Git(ctx context.Context, dir string) (map[string]Tracked, error) {
	r, found := findRepo(dir)
	head, readable := r.head()
	if _, err := exec.LookPath("git"); err != nil || !found || !readable {
		return nil, ctx.Err()
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, ctx.Err()
	}
	defer root.Close()
	files, err := fs.ReadDir(root.FS(), ".")
	if err != nil {
		return nil, ctx.Err()
	}
	known, wanted := map[string]Tracked{}, map[string]bool{}
	blobs := map[string]string{}
	if head != "" {
		l, err := r.look(head)
		if err != nil {
			return nil, ctx.Err()
		}
		defer l.close()
		limited, cancel := context.WithTimeout(ctx, patience)
		defer cancel()
		if blobs, err = l.blobs(limited, r.prefix); err != nil {
			return nil, ctx.Err()
		}
		for _, f := range files {
			if blobs[f.Name()] != "" && presets.IsFile(f.Name()) {
				wanted[f.Name()] = true
			}
		}
		known = l.lastCommits(limited, r.prefix, wanted)
	}
	for _, f := range files {
		name := f.Name()
		if t, told := known[name]; told {
			t.Committed = holds(root, name, blobs[name])
			known[name] = t
		} else if presets.IsFile(name) && !f.IsDir() && !wanted[name] {
			known[name] = Tracked{}
		}
	}
	return known, ctx.Err()
}

// GitAll asks git about every folder of a library that is in a checkout; the
// keys are the paths of Entry.File. A folder that git cannot read is left out.
func GitAll(ctx context.Context, l presets.Library) map[string]Tracked {
	all := map[string]Tracked{}
	for _, p := range l.Places {
		files, _ := Git(ctx, p.Dir) // without git the presets are the same
		for base, t := range files {
			all[filepath.Join(p.Dir, base)] = t
		}
	}
	return all
}

// looker is a repository of our own which has the objects of another one.
type looker struct{ dir, objects, head string }

const lookerPrefix = "voicestudio-git-"

func (r repo) look(head string) (*looker, error) {
	sweepLookers()
	dir, err := os.MkdirTemp("", lookerPrefix)
	if err != nil {
		return nil, err
	}
	l := &looker{dir, r.objects(), head}
	config := "[core]\n\trepositoryFormatVersion = 0\n\tbare = true\n"
	if len(head) == 2*sha256.Size {
		config = "[core]\n\trepositoryFormatVersion = 1\n\tbare = true\n[extensions]\n\tobjectFormat = sha256\n"
	}
	text := map[string]string{"HEAD": head + "\n", "config": config}
	if ends := r.shallow(); len(ends) > 0 {
		text["shallow"] = strings.Join(ends, "\n") + "\n"
	}
	err = os.Mkdir(filepath.Join(dir, "refs"), 0o700)
	for name, content := range text {
		if err == nil {
			err = os.WriteFile(filepath.Join(dir, name), []byte(content), 0o600)
		}
	}
	if err != nil {
		l.close()
		return nil, err
	}
	return l, nil
}

// sweepLookers removes what killed programs left a day ago.
func sweepLookers() {
	old, _ := filepath.Glob(filepath.Join(os.TempDir(), lookerPrefix+"*"))
	for _, dir := range old {
		if info, err := os.Lstat(dir); err == nil && time.Since(info.ModTime()) > 24*time.Hour {
			os.RemoveAll(dir)
		}
	}
}

func (l *looker) close() { os.RemoveAll(l.dir) }

// command is a git that reads no config but ours.
func (l *looker) command(ctx context.Context, args ...string) *exec.Cmd {
	cmd := command(ctx, l.dir, args...)
	none := filepath.Join(l.dir, "none")
	cmd.Env = append(cmd.Env, "GIT_DIR="+l.dir, "GIT_OBJECT_DIRECTORY="+l.objects,
		"GIT_CONFIG_NOSYSTEM=1", "GIT_CONFIG_SYSTEM="+none, "GIT_CONFIG_GLOBAL="+none, "GIT_ATTR_NOSYSTEM=1",
		"HOME="+l.dir, "XDG_CONFIG_HOME="+l.dir, // for a git before 2.32
		"GIT_NO_REPLACE_OBJECTS=1", "GIT_NO_LAZY_FETCH=1",
		"GIT_ALLOC_LIMIT=128m") // at a time: a commit or tree, or the table of all that were seen
	return cmd
}

// blobs are the ids of the files that the commit has in a folder, by name.
func (l *looker) blobs(ctx context.Context, prefix string) (map[string]string, error) {
	args := []string{"ls-tree", "-z", l.head, "--"}
	if prefix != "" {
		args = append(args, prefix)
	}
	out, err := l.command(ctx, args...).Output()
	ids := map[string]string{}
	for entry := range strings.SplitSeq(string(out), "\x00") {
		about, path, _ := strings.Cut(entry, "\t")
		if parts := strings.Fields(about); len(parts) == 3 && parts[1] == "blob" && objectID.MatchString(parts[2]) {
			ids[strings.TrimPrefix(path, prefix)] = parts[2]
		}
	}
	return ids, err
}

// lastCommits reads the history backwards until every wanted file was seen.
func (l *looker) lastCommits(ctx context.Context, prefix string, wanted map[string]bool) map[string]Tracked {
	known := map[string]Tracked{}
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	args := []string{"log", "--no-mailmap", "--no-renames", "--name-only", "--format=%x01%at%x01%an%x01%s", l.head, "--"}
	if prefix != "" {
		args = append(args, strings.TrimSuffix(prefix, "/"))
	}
	cmd := l.command(ctx, args...)
	out, err := cmd.StdoutPipe()
	if err != nil || len(wanted) == 0 || cmd.Start() != nil {
		return known
	}
	var last Tracked
	lines := bufio.NewScanner(out)
	lines.Buffer(nil, 1<<20)
	for len(known) < len(wanted) && lines.Scan() {
		line := lines.Text()
		if parts := strings.SplitN(line, "\x01", 4); len(parts) == 4 {
			seconds, _ := strconv.ParseInt(parts[1], 10, 64) // git writes digits
			last = Tracked{Author: cmp.Or(presets.Safe(parts[2]), "unknown"), Time: time.Unix(seconds, 0).UTC(), Subject: presets.Safe(parts[3])}
		} else if name, inside := strings.CutPrefix(unquotePath(line), prefix); inside && wanted[name] {
			if _, seen := known[name]; !seen {
				known[name] = last
			}
		}
	}
	stop()
	cmd.Wait() // killed once enough was read; what it could not read is not told
	return known
}

// unquotePath undoes the C string that git makes of a name with quotes or
// control characters in it.
func unquotePath(path string) string {
	if name, err := strconv.Unquote(path); err == nil && strings.HasPrefix(path, `"`) {
		return name
	}
	return path
}

var expandedID = regexp.MustCompile(`\$Id:[^$\n]*\$`)

// holds reports whether a file is what a blob was checked out as. Git asks its
// config, and so programs, what it does to a file on the way: here the line
// ends and the $Id$ of its attributes, and what Git LFS stores, are tried.
func holds(root *os.Root, base, id string) bool {
	info, err := root.Lstat(base)
	if err != nil {
		return false
	}
	if info.Mode()&fs.ModeSymlink != 0 {
		target, err := root.Readlink(base)
		return err == nil && isBlob([]byte(filepath.ToSlash(target)), id)
	}
	data, _, err := presets.ReadRegular(root, base, info)
	if err != nil {
		return false
	}
	if isBlob(data, id) {
		return true
	}
	lfs := fmt.Appendf(nil, "version https://git-lfs.github.com/spec/v1\noid sha256:%x\nsize %d\n", sha256.Sum256(data), len(data))
	lines := bytes.ReplaceAll(data, []byte("\r\n"), []byte("\n"))
	short := expandedID.ReplaceAll(lines, []byte("$$Id$$"))
	return isBlob(lines, id) || isBlob(short, id) || isBlob(lfs, id)
}

// isBlob reports whether git names this content so.
func isBlob(data []byte, id string) bool {
	h := sha1.New()
	if len(id) == 2*sha256.Size {
		h = sha256.New()
	}
	fmt.Fprintf(h, "blob %d\x00", len(data))
	io.Copy(h, bytes.NewReader(data)) // neither can fail
	return fmt.Sprintf("%x", h.Sum(nil)) == id
}

// LastEdit tells what the commit that changed a preset's file last did to it,
// and who made it; the zero Edit where that cannot be told. Like Git it runs
// nothing that the folder could name. The error is ctx's.
func LastEdit(ctx context.Context, file string) (Edit, error) {
	dir, base := filepath.Split(file)
	r, found := findRepo(dir)
	head, readable := r.head()
	if _, err := exec.LookPath("git"); err != nil || !found || !readable || head == "" || strings.Contains(base, "\n") {
		return Edit{}, ctx.Err()
	}
	l, err := r.look(head)
	if err != nil {
		return Edit{}, ctx.Err()
	}
	defer l.close()
	limited, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	path := r.prefix + base
	out, err := l.command(limited, "log", "-1", "--no-mailmap", "--no-renames", "--format=%H%x01%an", l.head, "--", path).Output()
	commit, by, told := strings.Cut(strings.TrimSpace(string(out)), "\x01")
	if err != nil || !told {
		return Edit{}, ctx.Err()
	}
	blob := func(rev string) []byte {
		data, err := l.command(limited, "cat-file", "blob", rev+":"+path).Output()
		if err != nil {
			return nil
		}
		return data
	}
	e, _ := (&checkout{top: r.top}).edit(path, blob(commit+"^"), blob(commit))
	e.By = presets.Safe(by)
	return e, ctx.Err()
}
