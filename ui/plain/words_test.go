package plain

import (
	"testing"

	"voicestudio/tts"
	"voicestudio/tts/wording"
)

func TestEverySentenceIsThere(t *testing.T) {
	t.Parallel()
	if missing := wording.Missing(english); len(missing) > 0 {
		t.Errorf("nothing is said for %v", missing)
	}
}

// Help, dispatch and what a command is called read one table.
func TestEveryCommandAndSettingIsExplained(t *testing.T) {
	t.Parallel()
	names := map[string]string{}
	known := map[string]bool{}
	for _, c := range commands() {
		for _, said := range []words{english, chinese} {
			all := append([]command{}, c.subs...)
			for i := range all {
				all[i].names = []string{c.names[0] + " " + all[i].names[0]}
			}
			for _, c := range append(all, c) {
				known[c.names[0]] = true
				if said.help.commands[c.names[0]].does == "" {
					t.Errorf("nothing is said of %s", c.names[0])
				}
			}
		}
		for _, n := range append(append([]string{}, c.names...), chinese.names(c.names[0])...) {
			if names[n] != "" {
				t.Errorf("%s is %s and %s", n, names[n], c.names[0])
			}
			names[n] = c.names[0]
		}
	}
	for _, s := range settings {
		if _, found := tts.FieldAt(s.path); !found || english.settings.about[s.path] == "" {
			t.Errorf("%s is not explained", s.path)
		}
		for _, n := range append(append([]string{}, s.names...), chinese.names(s.names[0])...) {
			if names[n] != "" {
				t.Errorf("%s is %s and a setting", n, names[n])
			}
			names[n] = s.path
		}
	}
	for _, f := range tts.Fields { // but for the voices, the model and the dictionary, which have commands
		if _, found := settingOf(f.Path); !found && f.Path != "model" && f.Path != tones && f.Path != "timbre_weights" && f.Path != "voice_setting.voice_id" {
			t.Errorf("nothing sets %s", f.Path)
		}
	}
	for name := range english.help.commands {
		if !known[name] {
			t.Errorf("there is no command %s", name)
		}
	}
}
