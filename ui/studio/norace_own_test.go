//go:build !race

package studio

import (
	"strings"
	"testing"

	"voicestudio/tts/wording"
	"voicestudio/ui/config"
	"voicestudio/ui/studio/rooms/form"
)

// rebound is a studio of somebody who has keys of their own, by the config file.
// Tests that use it have the table of commands to themselves.
func rebound(t *testing.T, keys map[string][]string) (*desk, []string) {
	said := keptUsual(useKeys(lined(keys)))
	t.Cleanup(func() { useKeys(config.Settings{}) })
	return sit(t), said
}

func TestOwnKeysDoWhatTheySay(t *testing.T) {
	d, said := rebound(t, map[string][]string{"speak": {"Ctrl-Y", "f5"}, "star-take": {"*"}, "save": {"M-w"}, "undo": {}, "escape": {"alt+q"}, "insert-pause": {"alt+g"}, "mark-b": {"a"}, "open": {"ctrl+a"}, "mark-a": {"ц"}})
	if len(said) != 1 || !strings.Contains(said[0], "line 6 of config.json: keys.open has its usual keys: ctrl+a is for") {
		t.Fatalf("%q", said)
	}
	d.write("Hi there.")
	d.sees("ctrl+y speak", "alt+w save preset")
	d.misses("ctrl+r speak", "ctrl+s save")
	d.press("ctrl+r")
	d.misses("arriving", "▶")
	d.speaks("ctrl+y")
	d.goes("Takes")
	d.press("s")
	d.sees("s does nothing here")
	d.press("*")
	d.until("the take is starred", func() bool { return d.keeps()[0].Starred })
	d.sees("* star")
	d.press("ц")
	d.sees("take 1 is A", "ц A   a B")
	d.press("f1")
	d.write("speak the script")
	d.sees("ctrl+y  f5")
	d.press("esc", "alt+z")
	d.sees("alt+z does nothing here")
	d.goes("Script")
	d.write("x")
	d.command("undo") // what has no key is in the palette all the same
	d.sees("undone: typing", "Hi there. ")
	d.press("alt+g")
	d.sees("≈ 16 chars")
	d.press("alt+w")
	d.sees("━ Save ")
}

// Texts name the keys that hold, in both languages, and where there is none the
// way through the commands.
func TestTextsNameOwnKeys(t *testing.T) {
	d, said := rebound(t, map[string][]string{"speak": {"ctrl+y"}, "next-sample": {"alt+w"}, "undo": {}, "hear-at-once": {"alt+q"}})
	if len(said) > 0 {
		t.Fatal(said)
	}
	d.sees("press ctrl+y to speak the script", "every ctrl+y makes a take")
	d.misses("ctrl+r")
	d.write("x")
	d.press("tab", "right", "alt+q")
	d.sees("each change is heard as soon as you stop; alt+q stops that")
	d.press("alt+q")
	d.sees("changes wait for ctrl+y")
	d.goes("Blend")
	d.press("+")
	d.write("wise woman")
	d.press("enter", "backspace")
	d.sees("Wise Woman is out of the blend; ctrl+p “Undo” brings it back")
	wording.Speak(wording.Chinese)
	defer wording.Speak(wording.English)
	if said := form.Say.AtOnceOff; strings.Contains(said, "ctrl+r") || !strings.Contains(said, "ctrl+y") {
		t.Errorf("in Chinese: %q", said)
	}
}

// No other test runs beside this one: the language is that of the whole process.
func TestThePaletteFindsACommandAsItIsTyped(t *testing.T) {
	wording.Speak(wording.Chinese)
	t.Cleanup(func() { wording.Speak(wording.English) })
	d := sit(t)
	for _, typed := range []string{"星标", "给录音", "glyj", "geiluyin", "star the take", "star-take"} {
		d.press("ctrl+p")
		d.write(typed)
		d.sees("▸ 给录音加星标")
		d.press("esc")
		d.press("esc")
	}
}
