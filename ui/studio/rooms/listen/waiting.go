package listen

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"voicestudio/tts"
	"voicestudio/ui/studio/rooms"
)

// RetryMsg tells that the host asked to be left alone for a while.
type RetryMsg struct {
	Pause time.Duration
	Why   *tts.Error
}

// retry is why a host is asked again, when, and for how long it is let alone
// until then.
type retry struct {
	why   string
	at    time.Time
	pause time.Duration
}

// Retrying takes in that the host wants to be left alone for a while. The
// status line counts down; what it said is kept.
func (r *Sound) Retrying(msg RetryMsg) tea.Cmd {
	if k := r.Making; k.Waits() {
		k.retry = retry{msg.Why.Message, r.Now().Add(msg.Pause), msg.Pause}
		r.Hush()
	}
	r.Status.Keep(rooms.Warning, rooms.Speaking, msg.Why.Error(), msg.Why)
	return nil
}

// Waiting says what is waited for, and since when or how long, so that it never
// looks dead; empty where nothing is.
func (r *Sound) Waiting() string {
	k := r.Making
	if !k.Waits() {
		return ""
	}
	if left := k.retry.at.Sub(r.Now()); left > 0 {
		return Say.sound.askingAgain(max(1, left.Seconds()))
	}
	return Say.sound.waitingFor(r.Now().Sub(k.at))
}

// FailedSince reports an unread error of later than what is waited for: it is of
// something else, and is to be seen at once.
func (r *Sound) FailedSince() bool {
	i := r.LastUnread()
	return i >= 0 && r.Making != nil && !r.Kept[i].At.Before(r.Making.at)
}

// WaitingWhy is Waiting with why the host is asked again.
func (r *Sound) WaitingWhy() string {
	said := r.Waiting()
	if k := r.Making; said != "" && k.retry.at.After(r.Now()) {
		said = tts.Listed(tts.Clean(k.retry.why), said)
	}
	return said
}

// Paused is how much of the pause before the host is asked again has passed,
// from 0 to 1; pausing is false where there is none.
func (r *Sound) Paused() (part float64, pausing bool) {
	k := r.Making
	if !k.Waits() {
		return 0, false
	}
	left := k.retry.at.Sub(r.Now())
	return 1 - left.Seconds()/k.retry.pause.Seconds(), left > 0
}
