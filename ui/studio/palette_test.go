package studio

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"voicestudio/tts"
	"voicestudio/ui/studio/paint"
)

func TestThePaletteGoesToWhereACommandWorks(t *testing.T) {
	t.Parallel()
	d := twoTakes(t)
	d.press("g", "s")
	d.write("x") // a letter is text here
	d.command("star the take")
	d.until("the take is starred", func() bool { return d.keeps()[0].Starred })
	d.press("f")
	d.awaits("starred · 1 of 2")
	d.command("go to request")
	d.sees("━ y copies ━")
	d.command("write it as JSON")
	d.command("listen 1 dB quieter")
	d.sees("━ Sound ")
	d.command("next voice") // there is one only
	d.sees("a voice alone is always heard")
	d.press("esc", "esc")
	d.sees("━ Sound ")
}

func TestThePaletteOpensTheListThatACommandIsAbout(t *testing.T) {
	t.Parallel()
	d := sit(t)
	store(t, d.own, "Calm", calmBlend, nil)
	d.command("notes on the preset")
	d.awaits("choose a preset, then ctrl+e: Notes on the preset…", "Calm")
	d.press("enter")
	d.command("notes on the preset")
	d.awaits("━ Notes on Calm ")
	d.write("Too soft.")
	d.press("ctrl+p")
	d.write("star the take")
	d.press("enter")
	d.sees("answer what is open first, or close it with esc")
	d.press("esc")
	d.sees("Too soft.")
	d.press("enter")
	d.until("the notes are stored", func() bool {
		b, err := os.ReadFile(filepath.Join(d.own, "calm.json"))
		return err == nil && strings.Contains(string(b), "Too soft.")
	})
	d.loses("━ Notes on Calm ")
	d.command("make the voice a favourite")
	d.misses("━ Presets ")
	d.sees("♥ Graceful Lady ")
	d.press("esc")
	d.command("choose the model")
	d.sees(tts.DefaultModel)
}

// At 80 columns, where the box has the least room in which several rooms stand.
func TestNoTitleOfACommandIsCut(t *testing.T) {
	d := seat{}.sit(t)
	d.resize(80, 24)
	room := d.m.(*Model).pickerRoom()
	for _, c := range commands {
		if c.hidden && len(c.keys) == 0 {
			continue
		}
		for _, said := range []names{englishNames, chineseNames} {
			title, right := said.commands[c.id].title, said.scopes[c.scope]+"   "+joinKeys(c.keys, 0)
			title, right = keyOfCommand.ReplaceAllString(title, "$1"), keyOfCommand.ReplaceAllString(right, "$1")
			if paint.Width(title+right) > room {
				t.Errorf("%d too long: %s … %s", paint.Width(title+right)-room, title, right)
			}
		}
	}
}
