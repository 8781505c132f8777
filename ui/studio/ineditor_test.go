package studio

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"voicestudio/player"
)

// writer is a studio of somebody whose editor is a shell script that has the file
// as $1.
func writer(t *testing.T) (d *desk, edits func(script string)) {
	d = sit(t)
	tool := filepath.Join(d.home, "editor")
	t.Setenv("VISUAL", tool+" --wait")
	t.Setenv("TMPDIR", d.home)
	d.m.(*Model).lend = func(cmd *exec.Cmd, ended tea.ExecCallback) tea.Cmd {
		return func() tea.Msg { return ended(cmd.Run()) }
	}
	return d, func(script string) {
		t.Helper()
		if err := os.WriteFile(tool, []byte("#!/bin/sh\nf=\"$2\"\n"+script), 0o755); err != nil {
			t.Fatal(err)
		}
		d.press("alt+e")
	}
}

func TestTheScriptInAnEditorOfOnesOwn(t *testing.T) {
	d, edits := writer(t)
	d.write("One.")
	d.speaks("ctrl+r")
	d.press("tab", "space", "g", "s")
	d.until("it sounds", func() bool { return d.player.hears().state == player.Playing })
	edits(`ls -ld "$(dirname "$f")" "$f" > ` + d.home + `/seen; cat "$f" >> ` + d.home + `/seen; printf 'One.\r\nTwo, 二.\n' > "$f"`)
	d.awaits("taken from the editor: 12 characters; alt+z takes it back", "Two, 二.")
	if d.player.hears().state == player.Playing {
		t.Error("it sounds on while the editor has the terminal")
	}
	seen, _ := os.ReadFile(filepath.Join(d.home, "seen"))
	if lines := strings.Split(string(seen), "\n"); len(lines) != 3 || !strings.HasPrefix(lines[0], "drwx------") || !strings.HasPrefix(lines[1], "-rw-------") || !strings.HasSuffix(lines[1], ".txt") || lines[2] != "One." {
		t.Errorf("%s", seen)
	}
	d.press("alt+z")
	d.misses("Two, 二.")
	edits("true")
	d.awaits("nothing was changed")
	edits(`: > "$f"`)
	d.awaits("the script is empty now; alt+z brings it back", "Welcome to the voice studio.")
	d.press("alt+z")
	d.sees("One.")
	edits(`head -c 12000 /dev/zero | tr '\0' a > "$f"`)
	d.awaits("12000 characters, and hosts take 9999 at once")
	d.press("alt+z")
	edits("exit 3")
	d.awaits("the editor ended with a fault (exit code 3); nothing was changed")
	if left, _ := filepath.Glob(filepath.Join(d.home, "voicestudio-*")); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
	d.press("esc")
	edits(`echo lost? > "$f"; exit 1`)
	d.awaits("what was written is in")
	edits(`printf '\377\376O' > "$f"`)
	d.awaits("that is not UTF-8, and nothing was changed; save it as UTF-8")
	if left, _ := filepath.Glob(filepath.Join(d.home, "voicestudio-*/script.txt")); len(left) != 2 {
		t.Errorf("kept: %v", left)
	}
	d.press("ctrl+o", "alt+e")
	d.misses("nothing was changed")
}

func TestTheConfigFileFromThePalette(t *testing.T) {
	d, edits := writer(t)
	t.Setenv("XDG_CONFIG_HOME", d.home)
	edits(`printf '{\n"hots": "ppio"}' > "$f"`)
	d.awaits("taken from the editor")
	d.command("settings")
	d.awaits("line 2 of config.json: hots means nothing to this version; did you mean host?")
	t.Setenv("VISUAL", "")
	t.Setenv("EDITOR", "")
	d.press("alt+e")
	d.sees("no editor is set")
}
