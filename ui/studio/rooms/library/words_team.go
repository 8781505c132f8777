package library

import (
	"time"

	"voicestudio/presets"
	"voicestudio/presets/team"
)

// teamWords are about folders that a team shares, and what goes in and out of
// folders in one file.
type teamWords struct {
	chooseFolder                             string
	pulling, pushing, looking                func(folder string) string // what is under way
	goingOn                                  func(what string, passed time.Duration) string
	gaveUp                                   func(folder string) string
	nothingNew, nothingToPush                func(folder string) string
	pushed                                   func(folder string, presets []string) string
	pulled                                   func(presets []string) string
	leftBehind                               func(done, why string, more int) string
	refused                                  func(why string) string
	deeds                                    map[team.Deed]string
	did                                      map[team.Deed]func(who, preset string) string
	calledBefore                             func(name string) string
	clip, staysBehind                        string
	pushTitle, newsTitle, stopped, notPulled func(folder string) string
	pushHint                                 func(n int) string
	newsHint, conflictHint                   string
	bothChanged, uncommitted                 string
	pushYours, keepYours, takeTheirs         string
	notNow, asBefore                         string
	importTitle                              func(folder string) string
	importHint, noPath                       string
	importsHint, allThere                    func(n int, folder string) string
	outcomes                                 map[presets.Outcome]string
	replaces                                 func(presets []string) string
	imported                                 func(n int, folder string) string
	takenBack                                func(folder string) string
	exportTitle                              func(n int, first string) string
	exportHint                               string
	fileThere                                func(file string) string
	exported                                 func(n int, file string) string
	levels                                   map[presets.Level]string
	lintTitle                                func(folder, host string) string
	lintHint, anyHost                        string
	nothingWrong                             func(folder string, n int, host string) string
}
