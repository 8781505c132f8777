package lines

import (
	"fmt"

	"voicestudio/tts"
)

var chinese = words{
	nothing:  tts.Said{What: "there is nothing in the file that could be spoken", Cure: "choose one with words in it"},
	noCue:    tts.Said{What: "the file has no subtitles in it", Cure: "choose an SRT or WebVTT file, or rename it to .txt if it is plain text"},
	noColumn: tts.Said{What: "the table has no column called text", Cure: "name the column with the lines text in the first row"},
	notTable: func(line int) tts.Said {
		return tts.Said{What: fmt.Sprintf("row %d of the table cannot be read", line), Cure: `a cell that has quotes in it is written in quotes, with each of them doubled: "He said ""no""."`}
	},
}
