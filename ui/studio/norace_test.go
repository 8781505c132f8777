//go:build race

package studio

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

var testName = regexp.MustCompile(`(?m)^func (Test\w+)\(t `)

// A test that changes keys or the language under studios that run, which nothing else
// does, cannot run with the race detector. One that only draws, and does that a lot, need
// not, and takes a fifth of the time.
func TestWhatRunsWithoutTheRaceDetector(t *testing.T) {
	t.Parallel()
	files, err := filepath.Glob("norace_*_test.go")
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, file := range files {
		b, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range testName.FindAllSubmatch(b, -1) {
			names = append(names, string(name[1]))
		}
	}
	cmd := exec.Command("go", "test", "-count=1", "-vet=off", "-v", "-run", "^("+strings.Join(names, "|")+")$", ".")
	cmd.Env = append(os.Environ(), "CGO_ENABLED=0")
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	for _, name := range names {
		if !strings.Contains(string(out), "\n--- PASS: "+name+" ") {
			t.Errorf("%s did not run:\n%s", name, out)
		}
	}
}
