package studio

import (
	"image/color"

	"voicestudio/presets"
	"voicestudio/ui/studio/paint"

	tea "charm.land/bubbletea/v2"
)

// frame is one golden frame and how a person comes to see it.
type frame struct {
	name    string
	w, h    int
	pose    func(*desk)
	chinese bool
	light   bool
	styled  bool // it has its looks, too
	noInk   bool // those without colours
}

var frames = []frame{
	{name: "main-80x24", w: 80, h: 24, pose: (*desk).inAB},
	{name: "main-120x40", w: 120, h: 40, pose: (*desk).inAB, styled: true},
	{name: "main-120x40-light", w: 120, h: 40, pose: (*desk).inAB, styled: true, light: true},
	{name: "main-80x24-no-colour", w: 80, h: 24, pose: (*desk).inAB, styled: true, noInk: true},
	{name: "main-200x60", w: 200, h: 60, pose: (*desk).inAB},
	{name: "chinese-80x24", w: 80, h: 24, pose: func(d *desk) {}, chinese: true},
	{name: "chinese-120x40", w: 120, h: 40, pose: (*desk).inAB, chinese: true},
	{name: "chinese-200x60", w: 200, h: 60, pose: (*desk).inAB, chinese: true},
	{name: "blend-80x24", w: 80, h: 24, pose: func(d *desk) { d.goes("Blend"); d.press("down", "m", "up") }},
	{name: "voices-80x24", w: 80, h: 24, pose: pickingVoice, chinese: true},
	{name: "voices-120x40", w: 120, h: 40, pose: pickingVoice},
	{name: "presets-80x24", w: 80, h: 24, pose: (*desk).browse},
	{name: "presets-120x40", w: 120, h: 40, pose: func(d *desk) { d.browse(); d.awaits("│ check ") }, chinese: true},
	{name: "parts-80x24", w: 80, h: 24, pose: func(d *desk) { d.browse(); d.write("night"); d.press("ctrl+g") }},
	{name: "save-80x24", w: 80, h: 24, pose: func(d *desk) { d.press("tab", "right", "ctrl+s") }},
	{name: "clash-120x40", w: 120, h: 40, pose: clashing},
	{name: "export-80x24", w: 80, h: 24, pose: func(d *desk) { d.goes("Takes"); d.press("e") }},
	{name: "host-80x24", w: 80, h: 24, pose: func(d *desk) { d.command("choose the host") }},
	{name: "commands-80x24", w: 80, h: 24, pose: func(d *desk) { d.press("ctrl+p"); d.write("take") }},
	{name: "help-120x40", w: 120, h: 40, pose: func(d *desk) { d.goes("Takes"); d.press("f1") }},
	{name: "note-80x24", w: 80, h: 24, pose: func(d *desk) { d.goes("Takes"); d.press("down", "n") }},
	{name: "timing-80x24", w: 80, h: 24, pose: func(d *desk) { d.goes("Takes"); d.press("i") }},
	{name: "request-80x24", w: 80, h: 24, pose: func(d *desk) { d.command("the request as") }},
	{name: "request-120x40", w: 120, h: 40, pose: func(d *desk) { d.command("the request as") }},
}

func pickingVoice(d *desk) { d.goes("Blend"); d.press("+") }

func clashing(d *desk) {
	d.press("tab", "right", "right")
	e := stored(d.t, d.own, "Harbour guide")
	p := e.Preset
	p.Tags = []string{"guide", "bus"}
	p.Request.VoiceSetting.Speed = new(1.05)
	if _, err := (presets.Folder{Dir: d.own}).Update(e, p); err != nil {
		d.t.Fatal(err)
	}
	d.press("ctrl+s", "enter")
	d.awaits("Somebody else")
}

func (d *desk) inLight() { d.send(tea.BackgroundColorMsg{Color: color.White}) }

// drawn is the frame as its file has it.
func (f frame) drawn(lines [][]cell) string {
	switch {
	case f.noInk:
		return text(lines) + "\n" + looks(lines, colourless, false)
	case f.styled:
		return text(lines) + "\n" + looks(lines, inksOf(paint.NewTheme(!f.light)), true)
	}
	return text(lines)
}
