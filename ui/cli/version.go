package cli

import (
	"cmp"
	"runtime"
	"runtime/debug"
	"time"
)

// version is what this program was built from and for: the commit, its day and
// whether files were changed since, Go, the system. The commit is there where it
// was built in a checkout by `go build` or `go install` with git at hand; else,
// and by `go run`, it is said that nobody knows it.
func version() string {
	info, _ := debug.ReadBuildInfo()
	return builtFrom(info)
}

// shortRevision is as much of a commit's name as nobody mistakes.
const shortRevision = 12

// builtFrom says it of a program whose build information is info, which may be
// nil.
func builtFrom(info *debug.BuildInfo) string {
	if info == nil {
		info = &debug.BuildInfo{}
	}
	set := map[string]string{}
	for _, s := range info.Settings {
		set[s.Key] = s.Value
	}
	goVersion, system := cmp.Or(info.GoVersion, runtime.Version()), cmp.Or(set["GOOS"], runtime.GOOS)+"/"+cmp.Or(set["GOARCH"], runtime.GOARCH)
	revision := set["vcs.revision"]
	if revision == "" {
		return say.build.unknown(goVersion, system)
	}
	day := ""
	if at, err := time.Parse(time.RFC3339, set["vcs.time"]); err == nil {
		day = at.UTC().Format(time.DateOnly)
	}
	return say.build.of(revision[:min(len(revision), shortRevision)], day, set["vcs.modified"] == "true", goVersion, system)
}
