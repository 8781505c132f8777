// Package config is what a person always wants: the host, the teams, and where
// their files are.
package config

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"voicestudio/presets"
	"voicestudio/tts"
	"voicestudio/tts/takes/disk"
)

// Settings are what the config file says. It never holds an API key.
type Settings struct {
	// Host speaks where the command line names none.
	Host  tts.HostName                  `json:"host"`
	Hosts map[tts.HostName]HostSettings `json:"hosts"`
	// Teams are named folders of presets, each perhaps a git checkout.
	Teams map[string]string `json:"teams"`

	// Warm is false where no connection is made before it is needed; nil is true.
	Warm *bool `json:"warm"`

	// SpendCap is what a session may cost before it asks; nil: it never does.
	SpendCap *tts.Money `json:"spend_cap"`

	// Lang is the language that the program speaks, one of Languages; where it is
	// empty the locale chooses.
	Lang string `json:"lang"`

	// Theme is one of Themes; empty is auto, which goes by the terminal's background.
	Theme string `json:"theme"`

	// ASCII draws without any letter that is not in ASCII, but those that a person
	// or a host wrote.
	ASCII bool `json:"ascii"`

	// Motion is full or reduced; empty is full. Reduced moves nothing that tells
	// nothing: no spinner turns, no meter dances.
	Motion string `json:"motion"`

	// Keys are those of commands by their ids, in place of the keys that they come with.
	Keys map[string][]string `json:"keys"`

	// Warnings are one sentence each, about what means nothing here or cannot be.
	Warnings []string `json:"-"`

	// File is where this was read, empty where there is no file, and Lines says in
	// which line of it a setting stands, by its path: host, keys.speak.
	File  string         `json:"-"`
	Lines map[string]int `json:"-"`
}

// Languages, Themes and Motions are the values of these settings.
var (
	Languages = []string{"en", "zh"}
	Themes    = []string{"auto", "light", "dark", "contrast", "terminal"}
	Motions   = []string{"full", "reduced"}
)

// HostSettings are what the config file says of one host.
type HostSettings struct {
	BaseURL string `json:"base_url"`
	GroupID string `json:"group_id"` // of an older MiniMax account
	RPM     int    `json:"rpm"`      // requests in any minute at most
}

// File is $XDG_CONFIG_HOME/voicestudio/config.json, by default under
// ~/.config.
func File() (string, error) {
	dir, err := disk.ConfigHome()
	if err != nil {
		return "", err
	}
	return filepath.Join(dir, "voicestudio", "config.json"), nil
}

// Load reads the config file; without one, everything is as it comes. What is
// wrong with one setting alone is among the warnings, and the setting is as if it
// were not there. The error is an *tts.Error of kind request that names the file
// and the line.
func Load() (Settings, error) {
	file, err := File()
	if err != nil {
		return Settings{}, nil // no home, no file
	}
	b, err := os.ReadFile(file)
	if errors.Is(err, fs.ErrNotExist) {
		return Settings{}, nil
	}
	if err != nil {
		return Settings{}, wrong(file, say.settings.unreadable(tts.SystemSays(err)))
	}
	return parseSettings(file, b)
}

func parseSettings(file string, b []byte) (Settings, error) {
	s, faults := read(file, b)
	for _, f := range faults {
		said := tts.Said{What: say.settings.line(f.Line, f.Message), Cure: f.Cure}
		switch {
		case f.stops:
			return Settings{}, wrong(file, said)
		case f.Level == presets.LintError:
			s.Warnings = append(s.Warnings, tts.Clean(wrong(file, said).Error()))
		}
	}
	return s, nil
}

// Expand puts the person's home in place of a leading ~/.
func Expand(path string) string {
	rest, found := strings.CutPrefix(path, "~/")
	home, err := os.UserHomeDir()
	if !found || err != nil {
		return path
	}
	return filepath.Join(home, rest)
}

func wrong(file string, s tts.Said) error {
	return tts.Wrong("config", tts.Said{What: tts.About(file, s.What), Cure: s.Cure})
}
