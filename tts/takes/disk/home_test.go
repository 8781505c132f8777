package disk

import (
	"path/filepath"
	"sync"
	"testing"
)

func TestFilesAreWhereTheEnvironmentSaysAtThatMoment(t *testing.T) {
	home, other := t.TempDir(), t.TempDir()
	t.Setenv("HOME", home)
	t.Setenv("USERPROFILE", home)
	for variable, c := range map[string]struct {
		is    func() (string, error)
		usual string
	}{
		"XDG_CONFIG_HOME": {ConfigHome, ".config"},
		"XDG_DATA_HOME":   {DataHome, ".local/share"},
		"XDG_STATE_HOME":  {StateHome, ".local/state"},
		"XDG_CACHE_HOME":  {CacheHome, ".cache"},
	} {
		for said, want := range map[string]string{"": filepath.Join(home, c.usual), "relative/path": filepath.Join(home, c.usual), other: other} {
			t.Setenv(variable, said)
			if got, err := c.is(); got != want || err != nil {
				t.Errorf("%s=%q: %q, %v", variable, said, got, err)
			}
		}
		t.Setenv(variable, other)
		t.Setenv("HOME", "")
		t.Setenv("USERPROFILE", "")
		if got, err := c.is(); got != other || err != nil {
			t.Errorf("without a home %s is still %q, %v", variable, got, err)
		}
		t.Setenv(variable, "")
		if got, err := c.is(); err == nil {
			t.Errorf("without a home %s is %q", variable, got)
		}
		t.Setenv("HOME", home)
		t.Setenv("USERPROFILE", home)
	}
}

func TestManyMayAskForPlacesAtATime(t *testing.T) {
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			if dir, err := DataHome(); dir == "" || err != nil {
				t.Errorf("%q, %v", dir, err)
			}
		})
	}
	all.Wait()
}
