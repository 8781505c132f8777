package doctor

import (
	"context"
	"errors"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"

	"voicestudio/presets/team"
	"voicestudio/tts"
	"voicestudio/tts/install"
	"voicestudio/tts/takes"
	"voicestudio/ui/config"
)

// littleSpace is less than a day of takes needs.
const littleSpace = 200 << 20

func (m *Machine) folders(context.Context) (all []Check) {
	own, _ := config.Presets(m.PresetsDir)
	taken, _ := takes.DefaultDir()
	state, _ := config.StateDir()
	for _, p := range []struct{ name, dir, variable string }{
		{"presets", own.Dir, "XDG_CONFIG_HOME"}, {"takes", taken, "XDG_DATA_HOME"}, {"drafts", state, "XDG_STATE_HOME"},
	} {
		c := m.folder(p.name, p.dir, p.variable)
		if c.State == OK && p.name == "takes" {
			if free, known := m.Free(existing(p.dir)); known && free < littleSpace {
				c = is(Warning, Folders, p.name, p.dir+say.between+say.littleSpace(free), say.makeRoom)
			}
		}
		all = append(all, c)
	}
	return all
}

// folder says whether something can be kept in one, or one be made.
func (m *Machine) folder(name, dir, variable string) Check {
	if dir == "" {
		return is(Fault, Folders, name, say.noPlace, say.setVariable("HOME", ""))
	}
	found := func(what string) string { return dir + say.between + what }
	at, why := existing(dir), say.notYet
	if at == dir {
		why = ""
	}
	info, err := os.Stat(at)
	switch {
	case err != nil:
		return is(Fault, Folders, name, found(tts.Reason(err)), say.mayWrite(at, variable, m.chown(at)))
	case !info.IsDir():
		return is(Fault, Folders, name, found(say.notFolder(at)), say.moveAway(at))
	}
	probe, err := os.CreateTemp(at, ".voicestudio-*.tmp")
	if err != nil {
		return is(Fault, Folders, name, found(say.notWritten(at)), say.mayWrite(at, variable, m.chown(at)))
	}
	probe.Close()
	os.Remove(probe.Name())
	if why != "" {
		return ok(Folders, name, found(why))
	}
	return ok(Folders, name, dir)
}

// chown is the command that gives a folder to the person, empty where there is none.
func (m *Machine) chown(dir string) string {
	if m.System == install.Windows {
		return ""
	}
	return `sudo chown -R "$USER" '` + strings.ReplaceAll(dir, "'", `'\''`) + "'"
}

// existing is the folder, or the nearest above it that is there.
func existing(dir string) string {
	for {
		if _, err := os.Lstat(dir); !errors.Is(err, fs.ErrNotExist) || filepath.Dir(dir) == dir {
			if _, err := os.Stat(dir); err == nil || !unreachable(err) {
				return dir
			}
		}
		dir = filepath.Dir(dir)
	}
}

// unreachable says of a path that something above it is no folder.
func unreachable(err error) bool {
	return errors.Is(err, syscall.ENOTDIR)
}

// teams says which folders of teams can be read and shared.
func (m *Machine) teams(context.Context) (all []Check) {
	for _, name := range slices.Sorted(maps.Keys(m.Teams)) {
		dir := m.Teams[name]
		info, err := os.Stat(dir)
		switch {
		case errors.Is(err, fs.ErrNotExist):
			all = append(all, is(Warning, Teams, name, dir+say.between+say.notThere, say.clone(dir)))
		case err != nil:
			all = append(all, is(Warning, Teams, name, dir+say.between+tts.Reason(err), say.mendTeam(name)))
		case !info.IsDir():
			all = append(all, is(Warning, Teams, name, say.notFolder(dir), say.mendTeam(name)))
		default:
			if _, err := m.LookPath("git"); err == nil {
				if err := team.Syncs(dir); err != nil {
					all = append(all, is(Warning, Teams, name, dir+say.between+say.noCheckout, say.clone(dir)))
					continue
				}
			}
			all = append(all, ok(Teams, name, dir))
		}
	}
	return all
}
