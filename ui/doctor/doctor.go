// Package doctor looks at a machine for whatever keeps the studio from speaking,
// from being heard or from keeping what it makes, and knows the cure for the system
// it runs on. It sends nothing, unless it is told to ask hosts.
package doctor

import (
	"context"
	"slices"
	"time"

	"voicestudio/player"
	"voicestudio/presets"
	"voicestudio/tts"
	"voicestudio/tts/install"
	"voicestudio/ui/session"
)

// State is how bad something is.
type State string

// The states, as scripts read them.
const (
	OK      State = "ok"
	Warning State = "warning" // in the way of something, not of speaking and hearing
	Fault   State = "fault"   // in the way of speaking or hearing
)

// Group is what checks are about; scripts read it.
type Group string

// The groups, in their order.
const (
	Programs Group = "programs"
	Sound    Group = "sound"
	Hosts    Group = "hosts"
	Asked    Group = "asked"
	Network  Group = "network"
	Terminal Group = "terminal"
	Settings Group = "settings"
	Folders  Group = "folders"
	Teams    Group = "teams"
)

// Check is one thing that was looked at. Group, name and state are of no language.
type Check struct {
	Group Group  `json:"group"`
	Name  string `json:"name"`
	State State  `json:"state"`
	Found string `json:"found"`
	// Cure is what to do, empty where nothing is wrong.
	Cure string `json:"cure"`

	// Missing is what the cure installs, as install knows it.
	Missing string `json:"-"`
}

// Machine is what is looked at. Here has this one.
type Machine struct {
	System   install.System
	Getenv   func(name string) string
	LookPath func(program string) (string, error)
	// Version runs a program to have its version.
	Version func(ctx context.Context, program string, args ...string) (string, error)
	// MP3 and Opus say what decodes them, and why the library for it is not used.
	MP3, Opus func() (name string, missing error)
	// Device opens the sound device; nil: nothing shall be heard.
	Device func() player.Device
	// Free is how many bytes are free where a folder is.
	Free func(dir string) (bytes uint64, known bool)
	Now  func() time.Time
	// Screen is the terminal's size in cells; 0: there is none.
	Width, Height int
	// Config says what is wrong in the config file, and why nothing of it holds.
	Config func() (findings []presets.Finding, err error)

	// Session is how hosts are asked, Teams are the folders of the config file, and
	// PresetsDir is the one given in place of the person's own.
	Session    session.Config
	Teams      map[string]string
	PresetsDir string
	// Ask has every host with a key asked, or Only that one.
	Ask  bool
	Only tts.HostName
	// Asking is told what is sent where, before it is.
	Asking func(sentence string)
}

// Examine looks at everything. Hosts are asked last.
func (m *Machine) Examine(ctx context.Context) (all []Check) {
	for _, look := range []func(context.Context) []Check{m.programs, m.sound, m.hosts, m.network, m.terminal, m.config, m.folders, m.teams} {
		all = append(all, look(ctx)...)
	}
	if m.Ask {
		asked := m.asked(ctx)
		at := slices.IndexFunc(all, func(c Check) bool { return c.Group == Network })
		all = slices.Insert(all, at, asked...)
	}
	for i := range all {
		all[i].Found, all[i].Cure = tts.Clean(all[i].Found), tts.Clean(all[i].Cure)
		if all[i].State == OK {
			all[i].Cure = ""
		}
	}
	return all
}

// Usable reports whether nothing is in the way of speaking and hearing.
func Usable(all []Check) bool {
	return !slices.ContainsFunc(all, func(c Check) bool { return c.State == Fault })
}

// Lacking is what is missing for that, as install knows it.
func Lacking(all []Check) (needs []string) {
	for _, c := range all {
		if c.State == Fault && c.Missing != "" {
			needs = append(needs, c.Missing)
		}
	}
	return needs
}

// Title is what a group is called.
func (g Group) Title() string { return say.titles[g] }

// Word is what a state is called.
func (s State) Word() string { return say.states[s] }

// Label is what the thing that was looked at is called; a name that is one of the
// machine's own is its own.
func (c Check) Label() string {
	if label, known := say.labels[c.Name]; known {
		return label
	}
	return c.Name
}

// ok, and the others, make a check.
func ok(g Group, name, found string) Check {
	return Check{Group: g, Name: name, State: OK, Found: found}
}

func is(state State, g Group, name, found, cure string) Check {
	return Check{Group: g, Name: name, State: state, Found: found, Cure: cure}
}
