//go:build darwin || windows

package player

// sight is nothing here: an attempt to open a device is cheap and quiet.
type sight struct{}

func seen() sight { return sight{} }

func mayPlay(sight) bool { return true }
