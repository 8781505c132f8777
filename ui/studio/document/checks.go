package document

import (
	"encoding/json"
	"time"

	"voicestudio/tts"
)

// Check is how a preset sounded beside its fingerprint when that was looked at
// last. The preset's own file says nothing of it: to check is not to change.
type Check struct {
	At time.Time `json:"at"`
	// Of is when the fingerprint was taken, and RequestHash which settings spoke:
	// of another one, or of others, it tells nothing.
	Of          time.Time `json:"of"`
	RequestHash string    `json:"request_hash"`
	// Take is the id of what was spoken for it.
	Take string `json:"take,omitempty"`
	// Words say in what it sounded otherwise; none: it was the same.
	Words []string `json:"words,omitempty"`
}

// Checks are the last ones of presets, by their names and hosts.
type Checks map[string]map[tts.HostName]Check

// With are these and others, of each the later: what is on disk may have been read
// before the last was written.
func (c Checks) With(others Checks) Checks {
	all := Checks{}
	for _, some := range []Checks{c, others} {
		for name, hosts := range some {
			for host, check := range hosts {
				if all[name] == nil {
					all[name] = map[tts.HostName]Check{}
				}
				if check.At.After(all[name][host].At) {
					all[name][host] = check
				}
			}
		}
	}
	return all
}

const checked = "checked"

// Checked keeps a check, and returns what the file says then.
func (f Favourites) Checked(preset string, host tts.HostName, c Check) (now Favoured, aside string, err error) {
	c.At, c.Of = c.At.UTC(), c.Of.UTC()
	return f.change(func(file *favouritesFile) {
		file.about(preset, func(about map[string]json.RawMessage) {
			all := rawOf(about[checked])
			all[string(host)], _ = json.Marshal(c) // times and texts can be written
			about[checked], _ = json.Marshal(all)
		})
	})
}

func (file *favouritesFile) checks() Checks {
	all := Checks{}
	for name, about := range file.presets() {
		for host, data := range rawOf(about[checked]) {
			var c Check
			if json.Unmarshal(data, &c) != nil || c.At.IsZero() {
				continue
			}
			if all[name] == nil {
				all[name] = map[tts.HostName]Check{}
			}
			all[name][tts.HostName(host)] = c
		}
	}
	return all
}
