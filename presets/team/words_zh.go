package team

import (
	"fmt"
	"time"
)

var chinese = words{
	cannot: cannotWords{
		readFolder: unable("读取文件夹"),
		openFolder: unable("打开文件夹"),
		lockFolder: unable("锁住文件夹"),
		write:      unable("写入"),
	},

	git: gitWords{
		missing:        "没有安装 git",
		missingForSync: "没有安装 git，无法拉取和推送",
		failed:         func(command, why string) string { return "git " + command + " 失败：" + why },
		silent: func(command, remote string, after time.Duration, said string) string {
			waited := fmt.Sprintf("%g 分钟", after.Minutes())
			if after < time.Minute {
				waited = fmt.Sprintf("%g 秒", after.Seconds())
			}
			if said != "" {
				said = "（" + said + "）"
			}
			return fmt.Sprintf("git %s 失败：远程仓库 %s 已有 %s没有回应，不再等待%s", command, remote, waited, said)
		},
		noCheckout: func(dir string) string {
			return dir + " 不在 git 仓库里：在那里 git clone 团队的仓库"
		},
		underWay: func(dir string) string {
			return dir + " 里的合并或变基还没有完成：完成它，或用 git rebase --abort 或 git merge --abort 中止"
		},
		noBranch: func(dir string) string { return dir + " 没有检出任何分支：先 git switch 到一个分支" },
		noConfig: func(path string) string {
			return "仓库的配置 " + path + " 不是可以读取的文件"
		},
		elsewhere: func(repository, says string) string {
			return fmt.Sprintf("%s 里的仓库说它的文件在 %s：在那里执行 git config --unset core.worktree，或重新克隆", repository, says)
		},
		leads: func(checkout, git, config string) string {
			return fmt.Sprintf("%s 的 .git 指向 %s，而它并不指回这个文件夹：重新 git clone 团队的仓库；如果是你自己这样设置的，执行 git config --file %s core.worktree %s",
				checkout, git, config, checkout)
		},
		noUpstream: func(branch string) string {
			return "分支 " + branch + " 没有上游分支：用 git branch --set-upstream-to 指定"
		},
		unrelated: func(branch, remote string) string {
			return fmt.Sprintf("分支 %s 与 %s 上的同名分支没有共同的提交：重新克隆仓库", branch, remote)
		},
		uncommitted: func(path string) string {
			return path + " 在这里改过但没有提交，别人也改了它：preset push 会提交你的改动并合并"
		},
		ignored: func(rule, line, file, dir, path string) string {
			return fmt.Sprintf("git 忽略了它，规则 %s 在 %[3]s 第 %[2]s 行：去掉这条规则，或执行 git -C %[4]s add --force -- %[5]s", rule, line, file, dir, path)
		},
		unseen: func(dir, path string) string {
			return fmt.Sprintf("git 被设置为不看它的改动：执行 git -C %s update-index --no-assume-unchanged --no-skip-worktree -- %s", dir, path)
		},
	},

	merge: mergeWords{
		oneSide:     func(why string) string { return "有一方不是预设：" + why },
		deletedHere: "这里删除了，对方改过",
		deletedOut:  "这里改过，对方删除了",
		noPreset:    func(dir string) string { return "不是预设：用 git -C " + dir + " pull --rebase 手动合并" },
		bothChanged: func(files string) string {
			return "双方都改了 " + files + "：没有覆盖任何内容；把字段改成一致，换个名称保存你的，或选择其中一方，然后再次推送"
		},
	},
}

func unable(doing string) func(path, why string) string {
	return func(path, why string) string { return "无法" + doing + " " + path + "：" + why }
}
