package audition

import (
	"fmt"
)

var chinese = words{
	file: fileWords{
		noName:   "it has no name",
		steers:   "its name has characters in it that cannot be shown",
		longName: func(most int) string { return fmt.Sprintf("its name is longer than %d characters", most) },
	},
	folder: folderWords{
		none:   func(name string) string { return "there is no audition " + name },
		empty:  "there are no auditions yet",
		exists: func(name string) string { return fmt.Sprintf("there is an audition %q already", name) },
		sameFile: func(other, file string) string {
			return fmt.Sprintf("the audition %q has the file %s, which this name would have, too; choose another name", other, file)
		},
		inTheWay: func(dir, file string) string { return fmt.Sprintf("in %s there is a file %s already", dir, file) },
	},
	duels:    chineseDuels,
	votes:    chineseVotes,
	listened: chineseListened,
}
