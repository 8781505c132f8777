package rooms

import (
	"voicestudio/ui/studio/paint"
)

// TabTitles are the tabs in the place of the script.
func TabTitles() []string {
	return []string{ScriptTab: Say.Panels[ScriptPanel], LinesTab: Say.Panels[LinesPanel], RequestTab: Say.Request}
}

// TabsFit reports whether all tabs have room beside a badge in a border of w cells.
func TabsFit(badge string, w int) bool {
	used := 4 + paint.Width(badge) + 2
	for _, title := range TabTitles() {
		used += paint.Width(title) + 3
	}
	return used <= w
}

// Tabbed writes the tabs into the upper border of a panel of w cells.
func (s *Shared) Tabbed(frame, badge string, focused bool, w int) string {
	titles, chosen := TabTitles(), int(s.shownTab())
	if s.tabs = TabsFit(badge, w); !s.tabs {
		titles, chosen = titles[chosen:chosen+1], 0
	}
	return s.Theme.Tabs(frame, titles, chosen, badge, focused, w)
}

// TabAt is the tab whose title stands at a cell of the screen.
func (s *Shared) TabAt(x, y int) (Tab, bool) {
	at := s.Layout.Panels[ScriptPanel]
	if s.Stage == LinesStage {
		at = s.Layout.Panels[LinesPanel]
	}
	if at.Folded() || y != at.Y || !at.Contains(x, y) {
		return 0, false
	}
	x -= at.X + 2
	if !s.tabs {
		return (s.shownTab() + 1) % tabCount, x >= 0 && x < paint.Width(TabTitles()[s.shownTab()])+2
	}
	for tab, title := range TabTitles() {
		w := paint.Width(title) + 2
		if x >= 0 && x < w {
			return Tab(tab), true
		}
		x -= w + 1
	}
	return 0, false
}

// Tab is what stands in the place of the script.
type Tab int

// The tabs, in their order.
const (
	ScriptTab Tab = iota
	LinesTab      // on a stage of its own
	RequestTab
	tabCount
)

// shownTab is the one that is in sight.
func (s *Shared) shownTab() Tab {
	if s.Stage == LinesStage {
		return LinesTab
	}
	return s.Tab
}

// OpenTab shows a tab in the place of the script, which has the keys then.
func (s *Shared) OpenTab(tab Tab) {
	if tab == LinesTab {
		s.FocusOn(LinesPanel)
		return
	}
	s.FocusOn(ScriptPanel)
	s.Tab = tab
}
