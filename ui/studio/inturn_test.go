package studio

import (
	"testing"

	tea "charm.land/bubbletea/v2"

	"voicestudio/ui/studio/rooms"
)

// Bubble Tea runs commands side by side: an undo that is pressed right behind a
// deletion may come to run first.
func TestWhatIsDoneOnDiskHappensInTheOrderOfTheKeys(t *testing.T) {
	var order rooms.InTurn
	var done []string
	do := func(what string) tea.Cmd {
		return order.Cmd(func() tea.Msg {
			done = append(done, what)
			return nil
		})
	}
	cmds := []tea.Cmd{do("delete"), do("undo"), do("delete again")}
	ended := make(chan bool)
	for i := len(cmds) - 1; i >= 0; i-- {
		begun := make(chan bool)
		go func() {
			close(begun)
			cmds[i]()
			ended <- true
		}()
		<-begun
	}
	for range cmds {
		<-ended
	}
	if len(done) != 3 || done[0] != "delete" || done[1] != "undo" || done[2] != "delete again" {
		t.Error(done)
	}
}
