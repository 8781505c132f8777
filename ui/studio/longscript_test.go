package studio

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"voicestudio/player"
	"voicestudio/ui/studio/rooms/listen"
)

// frames does keys over and over and says how long the slowest of a hundred takes
// until its frame is drawn.
func (d *desk) frames(b *testing.B, keys ...tea.Msg) {
	b.Helper()
	var took []time.Duration
	for b.Loop() {
		for _, k := range keys {
			begun := time.Now()
			d.m.Update(k)
			d.m.View()
			took = append(took, time.Since(begun))
		}
	}
	slices.Sort(took)
	b.ReportMetric(float64(took[len(took)*99/100].Microseconds())/1000, "ms-p99")
	b.ReportMetric(float64(took[len(took)/2].Microseconds())/1000, "ms-median")
}

func BenchmarkLongScript(b *testing.B) {
	var many strings.Builder
	for i := range 800 {
		fmt.Fprintf(&many, "%d (laughs) days, happy as they come, are here again, I say.\n", i)
		if i%5 == 0 {
			many.WriteString("\n")
		}
	}
	one := strings.Repeat("Happy days are here again (laughs) and ", 230)
	down, up := tea.KeyPressMsg{Code: tea.KeyDown}, tea.KeyPressMsg{Code: tea.KeyUp}
	right, left := tea.KeyPressMsg{Code: tea.KeyRight}, tea.KeyPressMsg{Code: tea.KeyLeft}
	for name, text := range map[string]string{"800 lines": many.String(), "one line": one + "\nAnd another."} {
		b.Run(name+", typing in Script", func(b *testing.B) {
			d := sit(b)
			d.paste(text)
			d.frames(b, tea.KeyPressMsg{Code: 'x', Text: "x"}, tea.KeyPressMsg{Code: tea.KeyBackspace})
		})
		b.Run(name+", moving in Lines", func(b *testing.B) {
			d := sit(b)
			d.paste(text)
			d.press("esc", "g", "l")
			d.awaits("to make:")
			d.frames(b, down, up)
		})
		b.Run(name+", walking words", func(b *testing.B) {
			d := sit(b)
			d.paste(text)
			d.press("esc", "g", "l")
			d.awaits("to make:")
			d.press("i")
			d.frames(b, right, right, down, down, up, up, left, left)
		})
		b.Run(name+", while it sounds", func(b *testing.B) {
			d := sit(b)
			d.paste(text)
			d.press("esc", "g", "l")
			d.awaits("to make:")
			d.press("alt+r")
			d.awaits("1 take")
			d.press("enter")
			d.until("it sounds", func() bool { return d.player.hears().state == player.Playing })
			d.awaits("words estimated")
			d.frames(b, listen.TickMsg{}, listen.TickMsg{})
		})
		b.Run(name+", while all are made", func(b *testing.B) {
			d := sit(b)
			d.paste(text)
			d.press("esc", "g", "l")
			d.awaits("to make:")
			d.host.will(held(b.Context().Done()), held(b.Context().Done()), held(b.Context().Done()), held(b.Context().Done()), held(b.Context().Done()))
			d.press("ctrl+r")
			d.awaits("making line")
			d.frames(b, down, up)
		})
	}
}
