package audition

import "fmt"

var english = words{
	file: fileWords{
		notJSON:    "not valid JSON",
		notObject:  "not a JSON object",
		notRegular: "not a regular file",
		notUTF8:    "not UTF-8",
		empty:      "empty, as after a power cut",
		wrongKind:  func(field, is string) string { return field + " is of the wrong kind: " + is },
		wrongTime:  func(said string) string { return said + " is no time" },
		tooLarge:   func(megabytes int) string { return fmt.Sprintf("larger than %d MB", megabytes) },
		newer: func(version, known int) string {
			return fmt.Sprintf("made by a newer voicestudio (version %d of the file, this program knows %d); nothing in it is changed", version, known)
		},
		noVersion: func(known int) string { return fmt.Sprintf("version has to be %d", known) },
		noName:    "it has no name",
		steers:    "its name has characters in it that cannot be shown",
		longName:  func(most int) string { return fmt.Sprintf("its name is longer than %d characters", most) },
	},
	folder: folderWords{
		none:   func(name string) string { return "there is no audition " + name },
		empty:  "there are no auditions yet",
		exists: func(name string) string { return fmt.Sprintf("there is an audition %q already", name) },
		sameFile: func(other, file string) string {
			return fmt.Sprintf("the audition %q has the file %s, which this name would have, too; choose another name", other, file)
		},
		inTheWay:    func(dir, file string) string { return fmt.Sprintf("in %s there is a file %s already", dir, file) },
		cannotRead:  func(path, why string) string { return path + " cannot be read: " + why },
		cannotWrite: func(path, why string) string { return path + " cannot be written: " + why },
	},
	duels:    englishDuels,
	votes:    englishVotes,
	listened: englishListened,
}
