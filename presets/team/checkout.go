package team

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"

	"voicestudio/presets"
	"voicestudio/tts"
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
	// absent is true after a fetch that found no such branch on the remote.
	absent bool
}

// Syncs says why a folder can be neither pulled nor pushed, as far as that is
// seen without running git; nil where it may be.
func Syncs(dir string) error {
	_, err := syncs(dir)
	return err
}

func syncs(dir string) (r repo, err error) {
	if _, err := exec.LookPath("git"); err != nil {
		return r, presets.Refuse(err, say.git.missingForSync)
	}
	r, found := findRepo(dir)
	if !found {
		return r, presets.Refuse(fs.ErrInvalid, say.git.noCheckout(tts.Clean(dir)))
	}
	return r, nil
}

func openCheckout(ctx context.Context, dir string) (*checkout, error) {
	r, err := syncs(dir)
	if err != nil {
		return nil, err
	}
	c := &checkout{dir: dir, top: r.top, prefix: r.prefix}
	if err := c.belongs(ctx, r); err != nil {
		return nil, err
	}
	out, err := git(ctx, c.top, "", "rev-parse", "--path-format=absolute", "--git-path", "rebase-merge", "--git-path", "rebase-apply", "--git-path", "MERGE_HEAD")
	if err != nil {
		return nil, err
	}
	for state := range strings.Lines(out) {
		if _, err := os.Stat(strings.TrimSuffix(state, "\n")); err == nil {
			return nil, presets.Refuse(fs.ErrInvalid, say.git.underWay(tts.Clean(c.top)))
		}
	}
	if out, err = git(ctx, c.top, "", "symbolic-ref", "--short", "-q", "HEAD"); err != nil {
		return nil, presets.Refuse(fs.ErrInvalid, say.git.noBranch(tts.Clean(c.top)))
	}
	c.branch = strings.TrimSpace(out)
	return c, c.findUpstream(ctx)
}

// belongs refuses a folder and a repository that do not name each other: what
// is pulled would land elsewhere, or what is pushed would come from elsewhere.
// Git trusts whichever of them it is shown.
func (c *checkout) belongs(ctx context.Context, r repo) error {
	config := filepath.Join(r.common, "config")
	if f, err := openText(config); err == nil {
		f.Close()
	} else if !errors.Is(err, fs.ErrNotExist) {
		return presets.Refuse(err, say.git.noConfig(tts.Clean(config)))
	}
	out, err := git(ctx, c.top, "", "rev-parse", "--show-toplevel")
	if err != nil {
		return err
	}
	if top := strings.TrimSuffix(out, "\n"); !sameFile(top, c.top) {
		return presets.Refuse(fs.ErrInvalid, say.git.elsewhere(tts.Clean(c.top), tts.Clean(top)))
	}
	if !r.apart {
		return nil
	}
	back := line(filepath.Join(r.git, "gitdir")) // of a linked worktree
	if back != "" && r.git != r.common && !filepath.IsAbs(back) {
		back = filepath.Join(r.git, back)
	}
	if back != "" && r.git != r.common && sameFile(back, filepath.Join(c.top, ".git")) {
		return nil
	}
	// A submodule's has core.worktree, which git obeyed above.
	if out, _ := git(ctx, c.top, "", "config", "--file", config, "--get", "core.worktree"); strings.TrimSpace(out) != "" {
		return nil
	}
	return presets.Refuse(fs.ErrInvalid, say.git.leads(tts.Clean(c.top), tts.Clean(r.git), tts.Clean(config)))
}

func sameFile(a, b string) bool {
	one, err := os.Stat(a)
	other, e := os.Stat(b)
	return err == nil && e == nil && os.SameFile(one, other)
}

func (c *checkout) findUpstream(ctx context.Context) error {
	config := func(key string) string {
		out, _ := git(ctx, c.top, "", "config", "--get", "branch."+c.branch+"."+key)
		return strings.TrimSpace(out)
	}
	c.remote, c.target = config("remote"), config("merge")
	if c.remote == "" || c.target == "" {
		out, err := git(ctx, c.top, "", "remote")
		if err != nil {
			return err
		}
		remotes := strings.Fields(out)
		if len(remotes) != 1 && !slices.Contains(remotes, "origin") {
			return presets.Refuse(fs.ErrInvalid, say.git.noUpstream(presets.Quoted(c.branch)))
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
	_, err := git(ctx, c.top, "", "rev-parse", "-q", "--verify", "--end-of-options", rev+"^{commit}")
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
