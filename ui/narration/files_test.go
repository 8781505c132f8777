package narration

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"voicestudio/player/export"
	"voicestudio/tts"
	"voicestudio/ui/session"
)

// guarded looks at what is in the place of files.
func (c *told) guarded(t *testing.T) {
	temporary := t.TempDir()
	t.Setenv("TMPDIR", temporary)
	dir, few := t.TempDir(), make([]Row, 12) // of which three have a take
	for _, i := range []int{1, 4, 11} {
		few[i] = c.rows[i]
	}
	if made, err := ExportLines(t.Context(), few, c.Work, Files{Dir: dir, Names: "{n}.mp3"}); err != nil || made.Names[11] != "12.mp3" || made.Names[0] != "" || made.There != 0 {
		t.Fatalf("%+v %v", made, err)
	}
	files := Files{Dir: dir, Names: "{n}.wav"}
	ExportLines(t.Context(), few, c.Work, files)
	again, err := ExportLines(t.Context(), few, c.Work, files)
	if err != nil || again.There != 3 || again.What != nil || again.Bytes < 1000 {
		t.Errorf("the same once more: %+v %v", again, err)
	}
	mine, gone := filepath.Join(dir, again.Names[4]), filepath.Join(dir, again.Names[1])
	os.WriteFile(mine, []byte("mine"), 0o600)
	os.Chmod(mine, 0o600)
	os.Remove(gone)
	if _, err = ExportLines(t.Context(), few, c.Work, files); err == nil || !strings.Contains(err.Error(), "is there already and holds something else") {
		t.Error(err)
	}
	if _, there := os.Stat(gone); there == nil {
		t.Error("some were written and some not")
	}
	if b, _ := os.ReadFile(mine); string(b) != "mine" {
		t.Error("another file was overwritten")
	}
	if left, _ := os.ReadDir(dir); len(left) != 3+2 {
		t.Errorf("left over: %v", left)
	}
	files.Replace = true
	if _, err = ExportLines(t.Context(), few, c.Work, files); err != nil {
		t.Error(err)
	}
	if info, _ := os.Stat(mine); info.Size() < 1000 || info.Mode().Perm() != 0o600 {
		t.Errorf("%v", info)
	}
	files = Files{Dir: t.TempDir(), Names: "{n}.wav", Codec: export.Original}
	came, err := ExportLines(t.Context(), c.rows, c.Work, files)
	if err != nil || came.Names[11] != "12.mp3" || !session.SameBytes(filepath.Join(files.Dir, "12.mp3"), c.rows[11].Take.File) {
		t.Errorf("%+v %v", came, err)
	}
	for field, files := range map[string]Files{"loudness": {Dir: dir, Codec: export.Original, Loudness: -16}, "format": {Dir: dir, Codec: "opus"}, "names": {Dir: dir, Names: "{n}.opus"}} {
		if _, err := ExportLines(t.Context(), c.rows, c.Work, files); tts.AsError(err, "") == nil || tts.AsError(err, "").Field != field {
			t.Errorf("%s: %v", field, err)
		}
	}
	if _, err := ExportLines(t.Context(), few, c.Work, Files{Dir: mine}); err == nil || !strings.Contains(err.Error(), mine+" cannot be written: ") {
		t.Errorf("a folder that is a file: %v", err)
	}
	if left, _ := os.ReadDir(temporary); len(left) != 0 {
		t.Errorf("temporary files stay: %v", left)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := ExportLines(ctx, c.rows, c.Work, Files{Dir: filepath.Join(dir, "never")}); tts.AsError(err, "").Kind != tts.KindInterrupted {
		t.Error(err)
	}
}
