package tts

import "fmt"

var systemInEnglish = systemWords{
	permission:   "permission denied",
	notThere:     "no such file or directory",
	there:        "file exists",
	notEmpty:     "the folder is not empty",
	noFolder:     "not a directory",
	folder:       "is a directory",
	full:         "no space left on device",
	readOnly:     "read-only file system",
	longName:     "file name too long",
	tooMany:      "too many open files",
	device:       "input/output error",
	busy:         "device or resource busy",
	noProgram:    "not a program of this machine",
	loop:         "too many levels of symbolic links",
	hungUp:       "broken pipe",
	notInstalled: "there is no such program in PATH",
	exited:       func(code int) string { return fmt.Sprintf("exit code %d", code) },
}

var jsonInEnglish = jsonWords{
	ends:         "it ends in the middle",
	wrong:        "it is not written as JSON is",
	quote:        "a text is not closed: a quotation mark is missing",
	mark:         "a quotation mark",
	name:         func(sign string) string { return "a name in quotation marks is missing before " + sign },
	comma:        func(sign string) string { return "a comma is missing before " + sign },
	colon:        func(sign string) string { return "a colon is missing before " + sign },
	value:        func(sign string) string { return sign + " stands where a value belongs" },
	backslash:    func(sign string) string { return "\\ before " + sign + " means nothing in a text" },
	behind:       func(sign string) string { return sign + " stands after the end" },
	surplusComma: func(sign string) string { return "there is a comma too many before " + sign },
}
