package script

import (
	"fmt"
)

var chinese = words{
	elsewhere: "another program has changed this script meanwhile",
	empty:     "no script is kept",
	noLines:   "it has no lines, so it is no script",
	none:      func(id string) string { return fmt.Sprintf("there is no script %q", id) },
	noHost:    func(name string) string { return fmt.Sprintf("there is no host %q", name) },
	isThere:   func(path string) string { return path + " is there already" },
}
