package studio

import (
	"slices"
	"testing"

	"voicestudio/presets"
)

// What a team knows how to speak is taken over in two keys: words of the script
// first, each once, with what others say where they do not agree.
func TestWordsThatPresetsKnowAreOffered(t *testing.T) {
	t.Parallel()
	team := t.TempDir()
	speaks := func(dir, name string, tone ...string) {
		store(t, dir, name, wiseWoman, func(p *presets.Preset) { p.Request.PronunciationDict.Tone = tone })
	}
	speaks(team, "News", "GIF/jif", "quay/(ki:)", "ant/(aent)")
	speaks(team, "Guide", "GIF/jif", "SQL/sequel", "quay/(ki:)")
	speaks(team, "Old", "GIF/G I F")
	d := seat{teams: map[string]string{"brand": team}}.sit(t)
	tone := func() []string { return d.m.(*Model).Request().PronunciationDict.Tone }
	d.write("At the quay, a GIF is important.")
	d.goes("Pronunciation")
	d.press("+")
	d.write("quay/(ki:)")
	d.press("enter", "f")
	d.awaits("Words that your presets know", "▸ [ ] GIF ", "jif in 2, G I F in 1", "in your script", "  ✓ quay", "here already", "[ ] ant", "[ ] SQL", "4 of 4")
	d.sees("in 2 presets: Guide, News")
	d.press("enter") // the one under the cursor
	d.sees("added GIF; u undoes")
	if !slices.Equal(tone(), []string{"quay/(ki:)", "GIF/jif"}) {
		t.Errorf("%q", tone())
	}
	d.press("f")
	d.awaits("▸   ✓ GIF")
	d.press("space")
	d.sees("GIF is spoken so here already")
	d.press("tab")
	d.sees("▸ [ ] GIF ", "G I F in 1, jif in 2", "in 1 preset: Old", "enter takes it in place of jif")
	d.press("space")
	d.write("seq")
	d.sees("▸ [ ] SQL", "1 of 4")
	d.press("space", "enter")
	d.sees("added 2 words; u undoes")
	if !slices.Equal(tone(), []string{"quay/(ki:)", "GIF/G I F", "SQL/sequel"}) {
		t.Errorf("%q", tone())
	}
	d.press("u")
	if !slices.Equal(tone(), []string{"quay/(ki:)", "GIF/jif"}) {
		t.Errorf("one undo takes both back: %q", tone())
	}
}
