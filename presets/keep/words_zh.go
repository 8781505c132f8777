package keep

import (
	"fmt"
)

var chinese = words{
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
	noVersion:   func(known int) string { return fmt.Sprintf("version has to be %d", known) },
	cannotRead:  func(path, why string) string { return path + " cannot be read: " + why },
	cannotWrite: func(path, why string) string { return path + " cannot be written: " + why },
}
