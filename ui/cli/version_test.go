package cli

import (
	"runtime"
	"runtime/debug"
	"testing"
)

func TestVersionSaysWhatItWasBuiltFrom(t *testing.T) {
	t.Parallel()
	const revision = "0123456789abcdef0123456789abcdef01234567"
	system := []debug.BuildSetting{{Key: "GOOS", Value: "linux"}, {Key: "GOARCH", Value: "arm64"}}
	git := append(system, debug.BuildSetting{Key: "vcs.revision", Value: revision}, debug.BuildSetting{Key: "vcs.time", Value: "2026-12-01T00:30:00+01:00"})
	for want, info := range map[string]*debug.BuildInfo{
		"0123456789ab of 2026-11-30, go1.26.8 linux/arm64":                                       {GoVersion: "go1.26.8", Settings: git},
		"0123456789ab of 2026-11-30, changed since, go1.26.8 linux/arm64":                        {GoVersion: "go1.26.8", Settings: append(git, debug.BuildSetting{Key: "vcs.modified", Value: "true"})},
		"of an unknown commit, go1.26.8 linux/arm64":                                             {GoVersion: "go1.26.8", Settings: system},
		"of an unknown commit, " + runtime.Version() + " " + runtime.GOOS + "/" + runtime.GOARCH: nil,
	} {
		if got := builtFrom(info); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
