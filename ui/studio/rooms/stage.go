package rooms

import "slices"

// Panel is one of the studio's areas.
type Panel int

const (
	ScriptPanel Panel = iota
	VoicePanel
	BlendPanel
	EffectsPanel
	OutputPanel
	PronunciationPanel
	SoundPanel
	TakesPanel
	BenchPanel
	DuelsPanel
	ListenersPanel
	LadderPanel
	PadPanel
	TunePanel
	AxesPanel
	LinesPanel
	LineTakesPanel
	LineSettingsPanel
	WholePanel
	QueuePanel
	PanelCount
)

// FormPanels are the rooms of settings, from top to bottom.
var FormPanels = []Panel{VoicePanel, BlendPanel, EffectsPanel, OutputPanel, PronunciationPanel}

// Stage is what the screen is for: one sound and its settings, or several that
// are compared.
type Stage int

const (
	MainStage Stage = iota
	BenchStage
	LadderStage
	TuneStage
	LinesStage
)

// mainPanels and the others are those of a stage, in the order that tab visits
// them.
var (
	mainPanels  = []Panel{ScriptPanel, VoicePanel, BlendPanel, EffectsPanel, OutputPanel, PronunciationPanel, SoundPanel, TakesPanel}
	benchPanels = []Panel{BenchPanel, DuelsPanel, ListenersPanel, SoundPanel}
	blendPanels = []Panel{LadderPanel, PadPanel, SoundPanel}
	tunePanels  = []Panel{TunePanel, AxesPanel, SoundPanel}
	linesPanels = []Panel{LinesPanel, LineTakesPanel, LineSettingsPanel, WholePanel, QueuePanel, SoundPanel}
)

// StageOf is the stage that a panel stands on; Main where there are several.
func StageOf(p Panel) Stage {
	switch p {
	case BenchPanel, DuelsPanel, ListenersPanel:
		return BenchStage
	case LadderPanel, PadPanel:
		return LadderStage
	case TunePanel, AxesPanel:
		return TuneStage
	case LinesPanel, LineTakesPanel, LineSettingsPanel, WholePanel, QueuePanel:
		return LinesStage
	default:
		return MainStage
	}
}

// Visits are the panels that tab visits where somebody is on a screen of a size. Not
// all need be in sight at once.
func Visits(at Spot, w, h int) []Panel {
	l, on := Layout{W: w, H: h}, at.Stage
	switch {
	case on == BenchStage:
		return benchPanels
	case on == TuneStage:
		return tunePanels
	case on == LinesStage && at.Forms:
		return slices.Concat(linesPanels[:2], FormPanels, []Panel{SoundPanel})
	case on == LinesStage:
		return linesPanels
	case on == LadderStage && (l.oneRoom() || !l.wide()):
		return blendPanels
	case on == LadderStage:
		return slices.Concat(FormPanels, blendPanels)
	}
	return mainPanels
}

// Spot is where the keys are.
type Spot struct {
	Stage Stage
	Focus Panel
	Form  Panel // of the rooms of settings the one that had it last, which stays unfolded
	// Forms says that the rooms of settings are open beside the lines.
	Forms bool
	// Lead is the room of the stage that had it last: the bench or what stands beside
	// it, the ladder or the pad. Where not both have room, it is in sight.
	Lead Panel
	// Side is the one beside the bench that was opened last: it is in sight where the
	// keys are on none of them.
	Side Panel
}

// lead is the one that is in sight on a stage.
func (s Spot) lead(usual Panel) Panel {
	if StageOf(s.Lead) == s.Stage {
		return s.Lead
	}
	return usual
}

// side is the one beside the bench that is in sight.
func (s Spot) side() Panel {
	if s.Focus == ListenersPanel || s.Side == ListenersPanel && s.Focus != DuelsPanel {
		return ListenersPanel
	}
	return DuelsPanel
}

// wide reports that duels stand beside the bench, and the forms beside the ladder:
// where the takes have a column of their own on the main stage.
func (l *Layout) wide() bool { return TakesWidth(l.W) > 0 }

// The lines, borders included, of what stands on a stage.
const (
	benchHeight  = 18 // nine candidates, their line and two sentences
	ladderHeight = 12 // five steps, their scale and two sentences
	stripHeight  = 6  // the least of Sound
)

// sideWidth is that of the column beside the bench, or beside a question.
func sideWidth(w int) int {
	if w >= 150 {
		return 48
	}
	return 38
}

// bench gives the bench what it wants and Sound what is left.
func (l *Layout) bench(body int, at Spot) {
	bench := max(min(benchHeight, body-stripHeight), body-20)
	lead, width := at.lead(BenchPanel), l.W
	if l.wide() {
		lead, width = BenchPanel, l.W-sideWidth(l.W)
	}
	l.column(0, width, []Panel{lead, SoundPanel}, bench, body-bench)
	if width < l.W {
		l.column(width, l.W-width, []Panel{at.side()}, body)
	}
}

// tune puts the question beside the axes where there is room for both.
func (l *Layout) tune(body int, at Spot) {
	left, sound := 0, min(max((body+3)/4, stripHeight), 14)
	if l.wide() {
		left = sideWidth(l.W)
		l.column(0, left, []Panel{AxesPanel}, body)
		l.column(left, l.W-left, []Panel{TunePanel, SoundPanel}, body-sound, sound)
		return
	}
	l.column(0, l.W, []Panel{at.lead(TunePanel), SoundPanel}, body-sound, sound)
}

// lines puts the script in the middle, what is said of it to its left and what sounds
// below, where there is room; else the room that led last is in sight with Sound.
func (l *Layout) lines(body int, at Spot, rows func(Density) Wanted) {
	sound := min(max(body*2/5, stripHeight), 14)
	if !l.wide() {
		sound = min(max(body/4, stripHeight), 9)
		lead := at.lead(LinesPanel)
		if slices.Contains(FormPanels, at.Focus) {
			lead, l.Rooms[at.Focus] = at.Focus, Roomy
		}
		l.column(0, l.W, []Panel{lead, SoundPanel}, body-sound, sound)
		return
	}
	left := FormWidth(l.W)
	if at.Forms {
		l.forms(body, at, rows)
	} else {
		settings := min(max(body/4, 8), 12)
		whole := min(max(body/3, 9), 14)
		l.column(0, left, []Panel{LineSettingsPanel, WholePanel, QueuePanel}, settings, whole, body-settings-whole)
	}
	takes := TakesWidth(l.W)
	l.column(left, l.W-left, []Panel{LinesPanel}, body-sound)
	l.beside(left, body-sound, sound, l.W-left-takes, SoundPanel, takes, LineTakesPanel)
}

// beside puts two panels next to each other below the last column's.
func (l *Layout) beside(x, y, h, w int, a Panel, other int, b Panel) {
	l.Panels[a], l.Panels[b] = Rect{x, 1 + y, w, h}, Rect{x + w, 1 + y, other, h}
	l.Columns[len(l.Columns)-1] = append(l.Columns[len(l.Columns)-1], a, b)
}

// ladder puts it and the pad beside the forms, both where there is room.
func (l *Layout) ladder(body int, at Spot, rows func(Density) Wanted) {
	left := 0
	if l.wide() {
		left = l.forms(body, at, rows)
	}
	sound := min(max(body/4, stripHeight), 14)
	if pad := body - ladderHeight - sound; left > 0 && pad >= ladderHeight {
		l.column(left, l.W-left, []Panel{LadderPanel, PadPanel, SoundPanel}, ladderHeight, pad, sound)
		return
	}
	l.column(left, l.W-left, []Panel{at.lead(LadderPanel), SoundPanel}, body-sound, sound)
}
