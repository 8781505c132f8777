package cli

// buildWords say what the program was built from, with what and for which system.
type buildWords struct {
	// of tells of a commit; day is empty where it is unknown, changed is that files
	// were not as in it.
	of      func(revision, day string, changed bool, with, system string) string
	unknown func(with, system string) string
}

var englishBuild = buildWords{
	of: func(revision, day string, changed bool, with, system string) string {
		if day != "" {
			revision += " of " + day
		}
		if changed {
			revision += ", changed since"
		}
		return revision + ", " + with + " " + system
	},
	unknown: func(with, system string) string { return "of an unknown commit, " + with + " " + system },
}

var chineseBuild = buildWords{
	of: func(revision, day string, changed bool, with, system string) string {
		if day != "" {
			revision += "（" + day + "）"
		}
		if changed {
			revision += "，之后有改动"
		}
		return revision + "，" + with + " " + system
	},
	unknown: func(with, system string) string { return "提交未知，" + with + " " + system },
}
