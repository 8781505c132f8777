package sandbox

import (
	"strings"
	"testing"
)

func TestTheHelpNamesEveryFault(t *testing.T) {
	for name := range faults {
		if !strings.Contains(" "+FaultHelp(), " "+name) {
			t.Errorf("%s is missing", name)
		}
	}
}
