package listen

import (
	tea "charm.land/bubbletea/v2"

	"voicestudio/player"
	"voicestudio/ui/studio/rooms"
)

// FollowDevice tells of a sound device that goes, or comes back.
func (r *Sound) FollowDevice() tea.Cmd {
	changed, was := r.Player.Changed(), r.Player.Device() // in this order nothing is missed
	return func() tea.Msg {
		select {
		case <-changed:
			return rooms.DoMsg{Do: func() tea.Cmd { return tea.Batch(r.deviceSince(was), r.FollowDevice()) }}
		case <-r.Ctx.Done():
			return nil
		}
	}
}

// deviceSince says what has become of the device. What it is at the start is said
// then.
func (r *Sound) deviceSince(was player.Device) tea.Cmd {
	switch now := r.Player.Device(); {
	case was.Silent && !now.Silent:
		r.silenceSaid = false
		return r.Say(rooms.Note, Say.sound.audible)
	case was.Heard() && now.Silent:
		r.silenceSaid = true
		return r.Say(rooms.Warning, now.Reason)
	}
	return nil
}
