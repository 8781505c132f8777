package team

import (
	"fmt"
	"time"
)

var chinese = words{
	cannot: cannotWords{
		readFolder: cannot("read the folder"),
		openFolder: cannot("open the folder"),
		lockFolder: cannot("lock the folder"),
		write:      cannot("write"),
	},

	git: gitWords{
		missing:        "git is not installed",
		missingForSync: "git is not installed, so nothing can be pulled or pushed",
		failed:         func(command, why string) string { return "git " + command + " failed: " + why },
		silent: func(command, remote string, after time.Duration, said string) string {
			waited := fmt.Sprintf("%g minutes", after.Minutes())
			if after < time.Minute {
				waited = fmt.Sprintf("%g seconds", after.Seconds())
			}
			if said != "" {
				said = " (" + said + ")"
			}
			return fmt.Sprintf("git %s failed: the remote %s sent nothing for %s, so it was given up%s", command, remote, waited, said)
		},
		noCheckout: func(dir string) string {
			return dir + " is not in a git checkout: git clone the team's repository there"
		},
		underWay: func(dir string) string {
			return "a merge or rebase is under way in " + dir + ": finish it, or end it with git rebase --abort or git merge --abort"
		},
		noBranch: func(dir string) string { return "no branch is checked out in " + dir + ": git switch to one first" },
		noConfig: func(path string) string {
			return "the config of the repository, " + path + ", is no file that can be read"
		},
		elsewhere: func(repository, says string) string {
			return fmt.Sprintf("the repository in %s says that its files are in %s: git config --unset core.worktree there, or clone it anew", repository, says)
		},
		leads: func(checkout, git, config string) string {
			return fmt.Sprintf("the .git of %s leads to %s, which does not name this folder: git clone the team's repository anew, or, where you made it so, git config --file %s core.worktree %s",
				checkout, git, config, checkout)
		},
		noUpstream: func(branch string) string {
			return "the branch " + branch + " has no upstream: git branch --set-upstream-to names it"
		},
		unrelated: func(branch, remote string) string {
			return fmt.Sprintf("the branch %s and the one on %s have no commit in common: clone the repository anew", branch, remote)
		},
		uncommitted: func(path string) string {
			return path + " was changed here without a commit and by somebody else, too: preset push commits yours and joins them"
		},
		ignored: func(rule, line, file, dir, path string) string {
			return fmt.Sprintf("git ignores it, by the rule %s in line %s of %s: take the rule away, or git -C %s add --force -- %s", rule, line, file, dir, path)
		},
		unseen: func(dir, path string) string {
			return fmt.Sprintf("git was told not to see that it changed: git -C %s update-index --no-assume-unchanged --no-skip-worktree -- %s", dir, path)
		},
	},

	merge: mergeWords{
		oneSide:     func(why string) string { return "one side is not a preset: " + why },
		deletedHere: "deleted here, changed there",
		deletedOut:  "changed here, deleted there",
		noPreset:    func(dir string) string { return "not a preset: git -C " + dir + " pull --rebase joins it by hand" },
		bothChanged: func(files string) string {
			return "both sides changed " + files + ": nothing was overwritten; make the fields equal, save yours under a new name, or choose a side, and push again"
		},
	},
}
