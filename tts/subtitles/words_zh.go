package subtitles

import (
	"fmt"
)

var chinese = words{
	empty:   "they are empty",
	notList: "they are not a list of timed sentences",
	tooBig:  func(megabytes int) string { return fmt.Sprintf("they are larger than %d MB", megabytes) },
}
