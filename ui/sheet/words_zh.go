package sheet

import (
	"fmt"
	"strings"

	"voicestudio/tts"
)

var chinese = words{
	file: fileWords{
		nameOne: "name a CSV file",
		tooLarge: func(file, most string) tts.Said {
			return tts.Said{What: file + " is larger than " + most, Cure: "render it in parts"}
		},
		line: func(n int, what string) string { return fmt.Sprintf("line %d: %s", n, what) },
		lines: func(some []int, more int) string {
			if len(some) == 1 {
				return fmt.Sprintf("line %d", some[0])
			}
			said := "lines " + strings.Trim(strings.Join(strings.Fields(fmt.Sprint(some)), ", "), "[]")
			if more > 0 {
				said += fmt.Sprintf(" and %d more", more)
			}
			return said
		},
		notUTF8: "the file is not UTF-8; save it as CSV UTF-8",
		empty:   "the file is empty; its first line names the columns text, preset and out",
		noRow:   "there is no row below the header",
		twice:   func(column string) string { return "the column " + column + " is there twice" },
		unknown: func(column string) string {
			return "there is no column " + column + "; choose text, preset, out, or x_ and a name of your own, separated by commas"
		},
		missing: func(column string) string { return "the column " + column + " is missing" },
		cells:   "the row has more or fewer cells than the header; a text with commas stands in double quotes",
		closing: "a cell's closing double quote is missing, or has text behind it; within a cell it is written twice",
		quotes:  "a cell with a double quote stands in double quotes, and it is written twice",
	},
	rows: rowWords{
		noPreset: "the row names no preset",
		noFile:   tts.Said{What: "the row names no file", Cure: "fill its cell"},
		outside: func(out string) tts.Said {
			return tts.Said{What: out + " leads out of the folder", Cure: "name a file inside it, or give the whole path"}
		},
		notRegular: func(out string) tts.Said { return tts.Said{What: out + " is not a regular file", Cure: "name another"} },
		sameFile: func(out string, line int) tts.Said {
			return tts.Said{What: fmt.Sprintf("%s is the file of line %d, too", out, line), Cure: "give each row its own file"}
		},
		alike: func(out string, line int) tts.Said {
			return tts.Said{What: fmt.Sprintf("%s is the same file as that of line %d on macOS, Windows and USB sticks, where case and accents' form do not tell files apart", out, line), Cure: "give each row its own file"}
		},
		isThere:      func(path string) string { return path + " is there already and is not what this row makes" },
		otherFormat:  func(out, format string) string { return out + " will hold " + format + ", as the preset asks" },
		diskFull:     "there is no room on the disk, so no more rows were sent; free some and run it again: what is among the takes is not paid for again",
		allWouldFail: "every other row would fail as well, so no more were sent",
	},
}
