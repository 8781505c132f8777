package studio

import (
	"encoding/hex"
	"fmt"
	"image/color"
	"slices"
	"strings"
	"time"

	"voicestudio/presets"
	"voicestudio/presets/audition"
	"voicestudio/tts"
	"voicestudio/ui/studio/paint"
	"voicestudio/ui/studio/rooms"
	"voicestudio/ui/studio/rooms/lineup"
	"voicestudio/ui/studio/rooms/listen"

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
	{name: "bench-80x24", w: 80, h: 24, pose: (*desk).onBench},
	{name: "bench-120x40", w: 120, h: 40, pose: (*desk).onBench, chinese: true, styled: true},
	{name: "bench-200x60", w: 200, h: 60, pose: (*desk).onBench},
	{name: "bench-blind-80x24", w: 80, h: 24, pose: (*desk).onBlindBench},
	{name: "ladder-120x40", w: 120, h: 40, pose: (*desk).onLadder, chinese: true},
	{name: "pad-80x24", w: 80, h: 24, pose: (*desk).onPad, chinese: true},
	{name: "duels-80x24", w: 80, h: 24, pose: (*desk).dueling, styled: true},
	{name: "duels-decided-120x40", w: 120, h: 40, pose: func(d *desk) { d.dueling(); d.decides() }},
	{name: "listeners-80x24", w: 80, h: 24, pose: (*desk).undecided},
	{name: "listeners-120x40", w: 120, h: 40, pose: (*desk).agreed, chinese: true, styled: true},
	{name: "listeners-200x60", w: 200, h: 60, pose: (*desk).agreed},
	{name: "listeners-60x18", w: 60, h: 18, pose: func(d *desk) { d.resize(120, 40); d.undecided(); d.resize(60, 18) }, styled: true, noInk: true},
	{name: "page-80x24", w: 80, h: 24, pose: func(d *desk) { d.onBench(); d.press("v", "e") }},
	{name: "votes-80x24", w: 80, h: 24, pose: func(d *desk) { d.undecided(); d.press("i") }},
	{name: "tune-80x24", w: 80, h: 24, pose: (*desk).tuning, chinese: true, styled: true},
	{name: "tune-120x40", w: 120, h: 40, pose: (*desk).tuning, chinese: true},
	{name: "tune-60x18", w: 60, h: 18, pose: func(d *desk) { d.resize(120, 40); d.tuning(); d.resize(60, 18) }, styled: true, noInk: true},
	{name: "tune-starts-80x24", w: 80, h: 24, pose: (*desk).choosingAStart, chinese: true},
	{name: "tune-end-120x40", w: 120, h: 40, pose: (*desk).tuned, chinese: true},
	{name: "lines-80x24", w: 80, h: 24, pose: (*desk).narrating},
	{name: "line-80x24", w: 80, h: 24, pose: func(d *desk) { d.narrating(); d.press("o"); d.awaits("line 2 only") }},
	{name: "whole-80x24", w: 80, h: 24, pose: func(d *desk) { d.narrating(); d.press("E") }},
	{name: "request-80x24", w: 80, h: 24, pose: func(d *desk) { d.command("the request as") }},
	{name: "request-120x40", w: 120, h: 40, pose: func(d *desk) { d.command("the request as") }},
}

// opensTuning begins a tuning whose clips sound alike on all machines, and are told
// nothing of that depends on the time at which they were made.
func (d *desk) opensTuning() {
	d.t.Helper()
	d.m.(*Model).sound.Reread = func() tea.Cmd { return nil }
	for range 40 {
		d.host.will(func(a *answer) {
			a.event(map[string]any{"data": map[string]any{"audio": hex.EncodeToString(soundOfPicture(tts.Or(a.to.VoiceSetting.Speed, 1), 0)), "status": 1}})
			a.last()
		})
	}
	d.goes("Voice")
	d.press("g", "n")
	d.question(3)
}

// tuning has a question of which the third clip is heard.
func (d *desk) tuning() {
	d.t.Helper()
	d.opensTuning()
	d.press("left")
	d.question(3)
	d.press("3")
	d.soundsFor(1200 * time.Millisecond)
}

// soundsFor hears what sounds from its start.
func (d *desk) soundsFor(t time.Duration) {
	d.press("home")
	d.player.passes(t)
	d.send(listen.TickMsg{})
	d.m.(*Model).sound.Level = -14
	d.m.(*Model).Hush() // or it has gone by itself by now
	d.drawn = ""
}

// tuned sees what has changed.
func (d *desk) tuned() {
	d.tuning()
	d.press("right", "e")
	d.question(2)
	d.soundsFor(2 * time.Second)
}

// question lets the studio work until all clips of a question are decoded and what
// may come next is made.
func (d *desk) question(clips int) {
	d.t.Helper()
	r := d.m.(*Model).tuner
	d.until("the question is there", func() bool {
		return len(r.Rows) >= clips && !slices.ContainsFunc(r.Rows, func(row *lineup.Row) bool { return row.State() != lineup.Ready || !row.Whole() })
	})
	d.settle()
}

// choosingAStart has six clips of which the second is heard.
func (d *desk) choosingAStart() {
	d.t.Helper()
	r := d.m.(*Model).tuner
	r.Seed = func() uint64 { return 5 }
	d.opensTuning()
	d.press("s")
	d.awaits("Which of 6")
	d.question(6)
	d.press("2")
	d.settle()
	d.soundsFor(time.Second)
}

// onBench has takes and settings beside each other, of which one sounds.
func (d *desk) onBench() {
	d.t.Helper()
	d.m.(*Model).FocusOn(rooms.TakesPanel)
	d.press("home", "c", "down", "c", "down", "c", "down", "down", "c")
	d.goes("Voice")
	d.press("g", "v", "1", ".", "2", "enter", "g", "c", "+")
	d.write("settings")
	d.press("enter")
	d.knows(5)
	b := d.m.(*Model).bench
	d.until("the takes are decoded", func() bool {
		return len(b.Rows) == 5 && !slices.ContainsFunc(b.Rows[:4], func(r *lineup.Row) bool { return r.Timeline == nil || !r.Timeline.Complete() })
	})
	d.settle()
	d.press("1")
	d.player.passes(700 * time.Millisecond)
	d.press("3", "s", "s", "2", "s", "n")
	d.write("for Anna")
	d.press("enter")
	d.until("the note is there", func() bool { return strings.Contains(d.screen(), "✎") || strings.Contains(d.screen(), "for Anna") })
	d.settle()
	d.hurries()
	d.press("4")
	d.m.(*Model).Hush()
	d.m.(*Model).sound.Tick()
	d.drawn = ""
}

func (d *desk) onBlindBench() {
	d.onBench()
	d.m.(*Model).bench.Lot = func(int) []int { return []int{3, 0, 4, 2, 1} }
	d.press("b", "2", "s")
	d.settle()
}

// onLadder has a ladder between two voices above a pad.
func (d *desk) onLadder() {
	d.t.Helper()
	d.host.will(slices.Repeat([]func(*answer){spoken}, 5)...)
	d.goes("Blend")
	d.paste(threeVoices + "\n")
	d.press("t")
	l := d.m.(*Model).ladder
	d.until("the steps are decoded", func() bool {
		return len(l.Rows) == 5 && !slices.ContainsFunc(l.Rows, func(r *lineup.Row) bool {
			return r.State() != lineup.Ready || r.Timeline == nil || !r.Timeline.Complete()
		})
	})
	d.settle()
	d.press("3", "s", "2", "s")
	d.quiet()
	d.until("the pad knows that they are there", func() bool {
		there := 0
		for _, row := range d.m.(*Model).pad.Rows {
			if row.State() == lineup.Ready {
				there++
			}
		}
		return there == 5
	})
	d.drawn = ""
}

// quiet has nothing sound: of what was made just now, Sound says the day.
func (d *desk) quiet() {
	m := d.m.(*Model)
	d.until("the takes are listed", func() bool {
		return m.compared() == "" && len(m.takes.Rows) == len(d.keeps())
	})
	d.settle()
	m.Hush()
	m.sound.Clear()
	m.sound.Tick()
	d.drawn = ""
}

// spoken answers with what has the shape of sentences.
func spoken(a *answer) {
	a.audio(soundOfPicture(0.95, a.number))
	a.last()
}

// onPad has a pad with three dots on disk.
func (d *desk) onPad() {
	d.host.will(slices.Repeat([]func(*answer){spoken}, 3)...)
	d.goes("Blend")
	d.paste(threeVoices + "\n")
	d.press("p")
	p := d.m.(*Model).pad
	for _, key := range []string{"right", "up", "left"} {
		d.until("the disk was read", func() bool {
			return !slices.ContainsFunc(p.Rows, func(r *lineup.Row) bool { return r.Ask.Request.Text == "" })
		})
		d.press(key, "enter", "s")
		d.until("the dot is decoded", func() bool {
			row := p.Sounding()
			return row != nil && row.State() == lineup.Ready && row.Timeline.Complete() && row.Timeline == d.m.(*Model).sound.Timeline
		})
		d.settle()
	}
	d.press("s", "down")
	d.quiet()
}

// dueling has come to the final.
func (d *desk) dueling() {
	d.onBench()
	d.m.(*Model).duels.Seed = func() uint64 { return 13 }
	d.press("d", "2", "left", "2", "down", "2", "right")
	for range 4 {
		d.press("2", "right")
	}
	d.press("2")
	d.m.(*Model).Hush()
}

// listened has the votes of some on what is on the bench; each so many of them
// prefers another one.
func (d *desk) listened(names []string, another int) {
	d.onBench()
	d.press("v")
	d.examined()
	for i, name := range names {
		likes := []string{"take 6", "take 5", "take 4", "take 2"}
		if i%another == another-1 {
			likes = []string{"take 5", "take 6", "take 2", "take 4"}
		}
		answers := all
		if name == "ben" { // he is not through
			answers = 5
		}
		d.downloads(name+"-votes.json", d.voted(name, answers, likes...))
	}
	d.brings(d.downloaded("*-votes.json"))
	d.awaits(fmt.Sprintf("━ %d listeners ━", len(names)))
	d.settle()
	d.m.(*Model).Hush()
	d.drawn = ""
}

// undecided are six who do not agree.
func (d *desk) undecided() { d.listened([]string{"anna", "ben", "安娜", "chris", "dora", ""}, 3) }

// agreed are ten who do, and their winner is accepted.
func (d *desk) agreed() {
	d.listened([]string{"anna", "ben", "安娜", "chris", "dora", "erik", "fay", "gül", "hans", ""}, 20)
	d.press("enter")
	d.awaits("★ take 6: ")
	d.settle()
	d.m.(*Model).Hush()
	d.drawn = ""
}

// decides lets the one win that leads, until the end.
func (d *desk) decides() {
	d.answered(7)
	all, _, _ := d.auditions().List()
	duels := all[0].Duels
	best := duels.Standing().Final.A
	for s := duels.Standing(); s.Asked != nil; s = duels.Standing() {
		h := audition.Hearing{Pair: *s.Asked}
		h.Begun(h.A)
		h.Begun(h.B)
		duels.Answer(h, best, d.now())
		d.press("2", map[bool]string{true: "left", false: "right"}[h.A == best])
	}
	d.answered(13)
	d.settle()
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

// narrating is at the lines of the script, of which all are made but one that has other
// words since.
func (d *desk) narrating() {
	d.press("esc", "g", "l")
	d.awaits("━[Lines]━", " to make")
	d.press("ctrl+r")
	d.awaits(" lines were made")
	d.press("down", "w")
	d.write(" Enjoy.")
	d.press("enter")
	d.awaits("words changed", "1 to make")
}

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
