package sheet

import (
	"os"
	"strings"
	"syscall"
	"testing"

	"voicestudio/tts"
)

func TestARunStopsAtAFullDisk(t *testing.T) {
	full := &tts.Error{Kind: tts.KindMachine, Cause: &os.PathError{Op: "write", Path: "x", Err: syscall.ENOSPC}}
	for what, row := range map[string]Row{
		"the file's": {Err: full, full: true},
		"the take's": {full: true},
	} {
		if said := hopeless(row); !strings.Contains(said, "no room on the disk") {
			t.Errorf("%s disk: %q", what, said)
		}
	}
	if hopeless(Row{Err: &tts.Error{Kind: tts.KindStream}}) != "" {
		t.Error("one broken connection stops all")
	}
}
