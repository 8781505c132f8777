package rooms

import (
	"voicestudio/ui/studio/paint"
)

// TabTitles are the tabs in the place of the script.
func TabTitles() []string {
	return []string{ScriptTab: Say.Panels[ScriptPanel], RequestTab: Say.Request}
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
	titles, chosen := TabTitles(), int(s.Tab)
	if s.tabs = TabsFit(badge, w); !s.tabs {
		titles, chosen = titles[s.Tab:s.Tab+1], 0
	}
	return s.Theme.Tabs(frame, titles, chosen, badge, focused, w)
}

// TabAt is the tab whose title stands at a cell of the screen.
func (s *Shared) TabAt(x, y int) (Tab, bool) {
	at := s.Layout.Panels[ScriptPanel]
	if at.Folded() || y != at.Y || !at.Contains(x, y) {
		return 0, false
	}
	x -= at.X + 2
	if !s.tabs {
		return (s.Tab + 1) % tabCount, x >= 0 && x < paint.Width(TabTitles()[s.Tab])+2
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
	RequestTab
	tabCount
)

// OpenTab shows a tab in the place of the script, which has the keys then.
func (s *Shared) OpenTab(tab Tab) {
	s.FocusOn(ScriptPanel)
	s.Tab = tab
}
