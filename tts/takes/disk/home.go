package disk

import (
	"os"
	"path/filepath"
	"runtime"
	"sync"

	"github.com/adrg/xdg"
)

// The base folders of the XDG specification, of which this program's are
// subfolders, as the environment has them now. The error is of a home that is
// not known; a variable that holds no whole path counts as unset.

// ConfigHome is $XDG_CONFIG_HOME, by default ~/.config.
func ConfigHome() (string, error) {
	return base("XDG_CONFIG_HOME", &xdg.ConfigHome, ".config")
}

// CacheHome is $XDG_CACHE_HOME, by default ~/.cache.
func CacheHome() (string, error) {
	return base("XDG_CACHE_HOME", &xdg.CacheHome, ".cache")
}

// DataHome is $XDG_DATA_HOME, by default ~/.local/share.
func DataHome() (string, error) {
	return base("XDG_DATA_HOME", &xdg.DataHome, ".local", "share")
}

// StateHome is $XDG_STATE_HOME, by default ~/.local/state.
func StateHome() (string, error) {
	return base("XDG_STATE_HOME", &xdg.StateHome, ".local", "state")
}

// reading is held while the library reads the environment.
var reading sync.Mutex

func base(variable string, known *string, usual ...string) (string, error) {
	if !filepath.IsAbs(os.Getenv(variable)) {
		home, err := os.UserHomeDir()
		if err != nil {
			return "", err // the library would say /
		}
		if runtime.GOOS == "darwin" || runtime.GOOS == "windows" {
			// The library knows those systems' own folders; our files have
			// the same place on every system.
			return filepath.Join(append([]string{home}, usual...)...), nil
		}
	}
	reading.Lock()
	defer reading.Unlock()
	xdg.Reload()
	return *known, nil
}
