// Package config is what a person always wants: the host, the teams, and where
// their files are.
package config

import (
	"bytes"
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

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

	// Warnings are one sentence each, about keys that mean nothing here.
	Warnings []string `json:"-"`
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

// Load reads the config file; without one, everything is as it comes.
// The error is an *tts.Error of kind request that names the file and the line.
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
		return Settings{}, wrong(file, say.settings.unreadable(err.Error()))
	}
	return parseSettings(file, b)
}

func parseSettings(file string, b []byte) (s Settings, _ error) {
	b = tts.TrimBOM(b)
	if err := json.Unmarshal(b, &s); err != nil {
		return Settings{}, wrong(file, say.settings.notJSON(place(b, err)))
	}
	if _, known := tts.HostAt(s.Host); s.Host != "" && !known {
		return Settings{}, wrong(file, say.settings.noHost(strconv.Quote(string(s.Host)), tts.HostNames()))
	}
	for name, own := range s.Hosts {
		if _, known := tts.HostAt(name); !known {
			s.warn(file, "hosts."+string(name))
		}
		if own.RPM < 0 {
			return Settings{}, wrong(file, say.settings.noRate("hosts."+string(name)+".rpm", own.RPM))
		}
	}
	if most := s.SpendCap; most != nil {
		if !slices.ContainsFunc(tts.Prices, func(p tts.Price) bool { return p.Million.Currency == most.Currency }) || most.Amount < 0 {
			return Settings{}, wrong(file, say.settings.noCap)
		}
	}
	for key, value := range map[string]string{"lang": s.Lang, "theme": s.Theme, "motion": s.Motion} {
		if values := valuesOf[key]; value != "" && !slices.Contains(values, value) {
			return Settings{}, wrong(file, say.settings.notOneOf(key, strconv.Quote(value), values))
		}
	}
	for name, dir := range s.Teams {
		s.Teams[name] = Expand(dir)
	}
	s.checkKeys(file, b)
	slices.Sort(s.Warnings)
	return s, nil
}

var valuesOf = map[string][]string{"lang": Languages, "theme": Themes, "motion": Motions}

// checkKeys warns of keys that mean nothing; one that looks like an API key is
// said to be in the wrong place.
func (s *Settings) checkKeys(file string, b []byte) {
	var top map[string]json.RawMessage
	json.Unmarshal(b, &top)
	for key, value := range top {
		switch key {
		case "host", "teams", "warm", "lang", "theme", "ascii", "motion", "keys":
		case "spend_cap":
			var fields map[string]json.RawMessage
			json.Unmarshal(value, &fields)
			for field := range fields {
				if field != "amount" && field != "currency" {
					s.warn(file, "spend_cap."+field)
				}
			}
		case "hosts":
			var hosts map[string]map[string]json.RawMessage
			json.Unmarshal(value, &hosts)
			for host, fields := range hosts {
				for field := range fields {
					if !slices.Contains([]string{"base_url", "group_id", "rpm"}, field) {
						s.warn(file, "hosts."+host+"."+field)
					}
				}
			}
		default:
			s.warn(file, key)
		}
	}
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

func (s *Settings) warn(file, key string) {
	message := say.settings.unknown(key)
	if strings.Contains(strings.ToLower(key), "key") && key != "keys" {
		message = say.settings.apiKey(key)
	}
	s.Warnings = append(s.Warnings, tts.Clean(file+": "+message))
}

func wrong(file string, s tts.Said) error {
	return tts.Wrong("config", tts.Said{What: file + ": " + s.What, Cure: s.Cure})
}

// place says in which line a JSON error lies.
func place(b []byte, err error) string {
	var offset int64
	var syntax *json.SyntaxError
	var kind *json.UnmarshalTypeError
	switch {
	case errors.As(err, &syntax):
		offset = syntax.Offset
	case errors.As(err, &kind):
		offset = kind.Offset
	default:
		return err.Error()
	}
	line := 1 + bytes.Count(b[:min(int(offset), len(b))], []byte("\n"))
	if kind != nil {
		return say.settings.line(line, say.settings.notOfKind(kind.Field, kind.Type.Kind().String()))
	}
	return say.settings.line(line, err.Error())
}
