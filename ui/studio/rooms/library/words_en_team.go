package library

import (
	"fmt"
	"strings"
	"time"

	"voicestudio/presets"
	"voicestudio/presets/team"
)

var englishTeam = teamWords{
	chooseFolder: "tab{next-folder} chooses a folder that a team shares; none of them is a git checkout",
	pulling:      func(folder string) string { return "pulling " + folder },
	pushing:      func(folder string) string { return "pushing " + folder },
	looking:      func(folder string) string { return "looking what is new in " + folder },
	goingOn: func(what string, passed time.Duration) string {
		return fmt.Sprintf("%s, %.0f s", what, passed.Seconds())
	},
	gaveUp:        func(folder string) string { return "stopped; what was not done yet in " + folder + " is as before" },
	nothingNew:    func(folder string) string { return folder + " has nothing new" },
	nothingToPush: func(folder string) string { return "the others have all of " + folder + " already" },
	pushed: func(folder string, names []string) string {
		if len(names) == 0 {
			return "pushed " + folder + ": the others get it with their next pull"
		}
		return "pushed " + short(names) + ": the others get it with their next pull"
	},
	pulled:     func(names []string) string { return "pulled " + short(names) },
	leftBehind: func(done, why string, more int) string { return done + "; left behind: " + why + others(more) },
	refused: func(why string) string {
		return why + "; where git asks for a password or a passphrase, pull once in a terminal"
	},
	deeds: map[team.Deed]string{team.Added: "new", team.Edited: "changed", team.Renamed: "renamed", team.Deleted: "deleted"},
	did: map[team.Deed]func(who, preset string) string{
		team.Added:   func(who, preset string) string { return who + " added " + preset },
		team.Edited:  func(who, preset string) string { return who + " changed " + preset },
		team.Renamed: func(who, preset string) string { return who + " renamed " + preset },
		team.Deleted: func(who, preset string) string { return who + " deleted " + preset },
	},
	calledBefore: func(name string) string { return "was " + name },
	clip:         "its recording",
	staysBehind:  "stays",
	pushTitle:    func(folder string) string { return "Push " + folder + ": what the others will get" },
	newsTitle:    func(folder string) string { return "New in " + folder },
	stopped:      func(folder string) string { return "Stopped: both sides changed the same in " + folder },
	notPulled: func(folder string) string {
		return "Not pulled yet: what you changed in " + folder + " is yours alone so far"
	},
	pushHint: func(n int) string {
		if n == 1 {
			return "enter{accept} commits and pushes it, after pulling what is new"
		}
		return fmt.Sprintf("enter{accept} commits and pushes these %d, after pulling what is new", n)
	},
	newsHint:     "enter{accept} goes to the preset",
	conflictHint: "nothing was overwritten here or there; what only one side changed is joined whatever you choose",
	bothChanged:  "both",
	uncommitted:  "you changed it and have not pushed it; somebody else changed it, too",
	pushYours:    "push yours: both sides' changes are joined",
	keepYours:    "keep yours where both changed the same",
	takeTheirs:   "take theirs where both changed the same",
	notNow:       "not now: change or rename yours first",
	asBefore:     "everything is as it was",
	importTitle:  func(folder string) string { return "Import presets into " + folder },
	importHint:   "the file of a bundle; tab{complete-path} completes, enter{accept} shows what would come",
	noPath:       "type the path of a file",
	importsHint: func(n int, folder string) string {
		return fmt.Sprintf("enter{accept} imports %d into %s; alt+z takes it back", n, folder)
	},
	allThere: func(n int, folder string) string { return fmt.Sprintf("all %d are in %s already, the same", n, folder) },
	outcomes: map[presets.Outcome]string{presets.ImportNew: "new", presets.ImportSame: "same", presets.ImportClip: "recording", presets.ImportCollides: "differs"},
	replaces: func(names []string) string { return "enter{accept} again replaces yours: " + short(names) },
	imported: func(n int, folder string) string {
		return fmt.Sprintf("imported %d into %s; alt+z takes it back", n, folder)
	},
	takenBack: func(folder string) string { return folder + " is as before the import" },
	exportTitle: func(n int, first string) string {
		if n == 1 {
			return "Export " + first
		}
		return fmt.Sprintf("Export %d presets into one file", n)
	},
	exportHint: "enter{accept} writes it; tab{complete-path} completes; a teammate imports it with alt+i",
	fileThere:  func(file string) string { return file + " is there already: enter{accept} again replaces it" },
	exported: func(n int, file string) string {
		if n == 1 {
			return "exported into " + file
		}
		return fmt.Sprintf("exported %d presets into %s", n, file)
	},
	levels:    map[presets.Level]string{presets.LintError: "wrong", presets.LintWarning: "doubtful"},
	lintTitle: func(folder, host string) string { return "What is wrong in " + folder + ", for " + host },
	lintHint:  "enter{accept} goes to the preset",
	anyHost:   "any host",
	nothingWrong: func(folder string, n int, host string) string {
		if n == 1 {
			return fmt.Sprintf("nothing is wrong in %s: 1 preset, for %s", folder, host)
		}
		return fmt.Sprintf("nothing is wrong in %s: %d presets, for %s", folder, n, host)
	},
}

// short names the first few.
func short(names []string) string {
	const most = 4
	if len(names) > most {
		return strings.Join(names[:most], ", ") + fmt.Sprintf(" and %d more", len(names)-most)
	}
	return strings.Join(names, ", ")
}

func others(n int) string {
	if n <= 0 {
		return ""
	}
	return fmt.Sprintf(" and %d more", n)
}
