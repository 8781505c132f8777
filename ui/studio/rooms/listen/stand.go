package listen

import (
	tea "charm.land/bubbletea/v2"

	"voicestudio/player"
	"voicestudio/tts/takes"
	"voicestudio/ui/studio/document"
)

// Stand makes a take that is heard in the place of another the one that Sound
// shows.
func (r *Sound) Stand(take takes.Take, timeline *player.Timeline) tea.Cmd {
	row := r.Takes.find(take.ID)
	if row == nil {
		row = r.Takes.put(take)
	}
	r.Takes.hold(row, timeline)
	r.take, r.Timeline = row, timeline
	r.Work.Hear(document.Of(row.Request, row.Request.Text))
	r.Takes.Side = nil
	folder := r.Session.Takes()
	return tea.Batch(r.StartTicking(), func() tea.Msg {
		folder.Heard(take.ID)
		return nil
	})
}
