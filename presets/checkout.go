package presets

import (
	"context"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
)

// checkout is a folder of presets inside a working copy.
type checkout struct {
	dir    string // the folder
	top    string // the root of the working copy
	prefix string // from top to dir, "" or ending in /
	branch string
	remote string
	// upstream is the ref of the branch that is pulled from.
	upstream string
	// target is the branch on the remote, refs/heads/...
	target string
	// tracking is false before the first push.
	tracking bool
}

func openCheckout(ctx context.Context, dir string) (*checkout, error) {
	if _, err := exec.LookPath("git"); err != nil {
		return nil, refuse(err, "git is not installed, so nothing can be pulled or pushed")
	}
	out, err := git(ctx, dir, "", "rev-parse", "--path-format=absolute", "--show-toplevel", "--git-path", "rebase-merge", "--git-path", "rebase-apply", "--git-path", "MERGE_HEAD")
	if err != nil {
		if strings.Contains(err.Error(), "not a git repository") {
			return nil, refuse(fs.ErrInvalid, "%s is not in a git checkout: git clone the team's repository there", printable(dir))
		}
		return nil, err
	}
	lines := strings.Split(strings.TrimSuffix(out, "\n"), "\n")
	c := &checkout{dir: dir, top: lines[0]}
	for _, state := range lines[1:] {
		if _, err := os.Stat(state); err == nil {
			return nil, refuse(fs.ErrInvalid, "a merge or rebase is under way in %s: finish it, or end it with git rebase --abort or git merge --abort", printable(c.top))
		}
	}
	if out, err = git(ctx, dir, "", "rev-parse", "--show-prefix"); err != nil {
		return nil, err
	}
	c.prefix = strings.TrimSuffix(out, "\n")
	if out, err = git(ctx, dir, "", "symbolic-ref", "--short", "-q", "HEAD"); err != nil {
		return nil, refuse(fs.ErrInvalid, "no branch is checked out in %s: git switch to one first", printable(c.top))
	}
	c.branch = strings.TrimSpace(out)
	return c, c.findUpstream(ctx)
}

func (c *checkout) findUpstream(ctx context.Context) error {
	config := func(key string) string {
		out, _ := git(ctx, c.dir, "", "config", "--get", "branch."+c.branch+"."+key)
		return strings.TrimSpace(out)
	}
	c.remote, c.target = config("remote"), config("merge")
	if c.tracking = c.remote != "" && c.target != ""; !c.tracking {
		out, err := git(ctx, c.dir, "", "remote")
		if err != nil {
			return err
		}
		remotes := strings.Fields(out)
		if len(remotes) != 1 && !slices.Contains(remotes, "origin") {
			return refuse(fs.ErrInvalid, "the branch %s has no upstream: git branch --set-upstream-to names it", quoted(c.branch))
		}
		if c.remote = "origin"; len(remotes) == 1 {
			c.remote = remotes[0]
		}
		c.target = "refs/heads/" + c.branch
	}
	c.upstream = fmt.Sprintf("refs/remotes/%s/%s", c.remote, strings.TrimPrefix(c.target, "refs/heads/"))
	return nil
}

// inside is the name of a file of the folder itself; ok is false elsewhere.
func (c *checkout) inside(path string) (base string, ok bool) {
	base, ok = strings.CutPrefix(path, c.prefix)
	return base, ok && base != "" && !strings.Contains(base, "/")
}

func (c *checkout) path(top string) string { return filepath.Join(c.top, filepath.FromSlash(top)) }

func (c *checkout) exists(ctx context.Context, rev string) bool {
	_, err := git(ctx, c.dir, "", "rev-parse", "-q", "--verify", rev+"^{commit}")
	return err == nil
}

// blob is a file as a commit has it.
func (c *checkout) blob(ctx context.Context, rev, path string) (data []byte, found bool) {
	out, err := git(ctx, c.top, "", "cat-file", "blob", rev+":"+path)
	if err != nil {
		return nil, false
	}
	return []byte(out), true
}

// names lists what a git command prints with -z.
func (c *checkout) names(ctx context.Context, args ...string) ([]string, error) {
	out, err := git(ctx, c.top, "", args...)
	return strings.FieldsFunc(out, func(r rune) bool { return r == 0 }), err
}
